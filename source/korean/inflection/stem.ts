import { nounOf, verbStems } from './endings.ts';
import { withoutParticles } from './particles.ts';

/** Words recur; as many are kept with their stems before all are forgotten. */
const MOST_KEPT = 20_000;
const kept = new Map<string, string>();

/** Words are cut down in as many steps: 개최되었다는 → 개최되 → 개최. */
const MOST_STEPS = 4;

/**
 * The same stem for all forms of a Hangul word, to compare texts by: 금리를, 금리는 → 금리; 하락했다, 하락한 → 하락; 올랐다, 오른 →
 * 오르. The same word always has the same stem, but a stem need not be a word (고속도로 → 고속): it is not for
 * showing, nor for searching as typed. Of an NFC word without spaces; other scripts come back unchanged.
 */
export function stem(word: string): string {
  let found = kept.get(word);
  if (found === undefined) {
    if (kept.size >= MOST_KEPT) kept.clear();
    found = shortenFully(word);
    kept.set(word, found);
  }
  return found;
}

function shortenFully(word: string): string {
  let shortened = word;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const next = shorten(shortened);
    if (next === shortened) break;
    shortened = next;
  }
  return shortened;
}

function shorten(word: string): string {
  if (word.length < 2) return word;
  const verbs = verbStems(word);
  for (const verb of verbs) {
    const noun = nounOf(verb);
    if (noun !== null) return noun;
  }
  return withoutParticles(word).at(-1) ?? verbs.find((verb) => verb.length > 1) ?? word;
}
