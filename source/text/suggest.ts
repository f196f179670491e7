/** A name's form shared by its spellings: without case, spaces, middle dots, slashes, `&` and `_`. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s·ㆍ・&＆/_-]+/gu, '');

/**
 * The candidate nearest to a mistyped word, or null if none is near: one that the word begins, else the one
 * fewest slips away (a letter or jamo added, left out, changed, or two swapped), at most one slip in three.
 */
export function suggest(word: string, candidates: readonly string[]): string | null {
  const typed = letters(word);
  if (typed.length === 0 || typed.length > 40) return null;
  if (typed.length >= 2) {
    const begun = candidates.find((candidate) => letters(candidate).startsWith(typed));
    if (begun !== undefined) return begun;
  }
  let nearest: string | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const meant = letters(candidate);
    const slips = distance(typed, meant);
    if (slips < fewest && slips <= Math.max(1, Math.floor(Math.max(typed.length, meant.length) / 3))) {
      nearest = candidate;
      fewest = slips;
    }
  }
  return nearest;
}

/** A Hangul syllable counts by its jamo, so that 졍치 is one slip from 정치. */
const letters = (text: string): string => bare(text).normalize('NFD');

/** Optimal string alignment distance: Levenshtein's with neighbours swapped as one step. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let steps = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        steps = Math.min(steps, beforeLast[j - 2]! + 1);
      }
      row.push(steps);
    }
    beforeLast = last;
    last = row;
  }
  return last[other.length]!;
}
