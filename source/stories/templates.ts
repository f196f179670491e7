import type { StoryText } from './documents.ts';

/**
 * Titles made from one template have so many stems in common, in the same order, and so many of the longer
 * title's.
 */
const IN_COMMON = 2;
const OF_LONGER = 0.4;

/**
 * Whether two titles fill one template with other things, and so are about two events: yesterday's and
 * today's figures, the results of two companies, two victories by one scorer. They do where much of each
 * stands in the other in the same order, and somewhere between that each has a stem that the other's whole
 * text lacks and that is rarer than all they share. (Two pieces of one event share its names, which are as
 * rare.)
 *
 * @param elsewhere The number of texts outside the story in question that a stem stands in.
 * @param areFew So few texts are known that rarity says little: any stem that the other text lacks will do.
 */
export function fillOneTemplate(
  one: StoryText,
  other: StoryText,
  elsewhere: (stem: string) => number,
  areFew = false,
): boolean {
  const pairs = commonInOrder(one.title, other.title);
  if (pairs.length < Math.max(IN_COMMON, OF_LONGER * Math.max(one.title.length, other.title.length)))
    return false;
  const rarest = (stems: readonly string[]): number => Math.min(...stems.map(elsewhere));
  const shared = rarest(pairs.map(([at]) => one.title[at]!));
  let [from, fromOther] = [0, 0];
  for (const [at, atOther] of [...pairs, [one.title.length, other.title.length]] as const) {
    const mine = one.title.slice(from, at).filter((stem) => !other.all.has(stem));
    const others = other.title.slice(fromOther, atOther).filter((stem) => !one.all.has(stem));
    const isOther = (stems: readonly string[]): boolean =>
      areFew ? stems.length > 0 : rarest(stems) < shared;
    if (isOther(mine) && isOther(others)) return true;
    [from, fromOther] = [at + 1, atOther + 1];
  }
  return false;
}

/** A longest common subsequence, as pairs of places. Titles are short: the square of their lengths is little. */
function commonInOrder(one: readonly string[], other: readonly string[]): [number, number][] {
  const lengths = Array.from({ length: one.length + 1 }, () => new Uint8Array(other.length + 1));
  for (let at = one.length - 1; at >= 0; at -= 1) {
    for (let place = other.length - 1; place >= 0; place -= 1) {
      lengths[at]![place] =
        one[at] === other[place]
          ? lengths[at + 1]![place + 1]! + 1
          : Math.max(lengths[at + 1]![place]!, lengths[at]![place + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  for (let at = 0, place = 0; at < one.length && place < other.length; ) {
    if (one[at] === other[place]) pairs.push([at++, place++]);
    else if (lengths[at + 1]![place]! >= lengths[at]![place + 1]!) at += 1;
    else place += 1;
  }
  return pairs;
}
