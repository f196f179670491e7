import type { Entry, Shelf } from './segment.ts';

/** What was found of a word in a shelf: entries, and for each what it is worth. */
export interface Hits {
  readonly entries: number[];
  readonly worths: number[];
}

export const noHits = (): Hits => ({ entries: [], worths: [] });

export function addHit({ entries, worths }: Hits, entry: number, worth: number): void {
  const last = entries.length - 1;
  // Places of one row are told one after the other.
  if (entries[last] === entry) worths[last] = Math.max(worths[last]!, worth);
  else {
    entries.push(entry);
    worths.push(worth);
  }
}

/** For each shelf, what a word is worth in each entry, 0 where it was not found; and the entries where it was. */
export type Scores = readonly { readonly worth: Float64Array; readonly found: number[] }[];

export function noScores(shelves: readonly Shelf[]): Scores {
  return shelves.map(({ entries }) => ({ worth: new Float64Array(entries.length), found: [] }));
}

/** Takes hits in: of several in an entry the best counts. */
export function addHits(scores: Scores, hits: readonly Hits[]): void {
  hits.forEach(({ entries, worths }, shelf) => {
    const { worth, found } = scores[shelf]!;
    entries.forEach((entry, index) => {
      const before = worth[entry]!;
      if (before === 0) found.push(entry);
      if (worths[index]! > before) worth[entry] = worths[index]!;
    });
  });
}

/** For each shelf, 1 for an entry that may be found; null where all may. */
export type Allowed = readonly Uint8Array[] | null;

/** Each entry in which every word was found. */
export function eachFound(
  scores: readonly Scores[],
  allowed: Allowed,
  tell: (shelf: number, entry: number) => void,
): void {
  const [one = [], ...others] = scores;
  one.forEach(({ found }, shelf) => {
    const rest = others.map((other) => other[shelf]!.worth);
    const within = allowed?.[shelf];
    for (const entry of found) {
      if (within?.[entry] !== 0 && rest.every((worth) => worth[entry] !== 0)) tell(shelf, entry);
    }
  });
}

export function countFound(scores: readonly Scores[], allowed: Allowed): number {
  let count = 0;
  eachFound(scores, allowed, () => {
    count += 1;
  });
  return count;
}

/** What the best of them is worth by its weakest word; 0 where none is found. */
export function bestWorth(scores: readonly Scores[], allowed: Allowed): number {
  let most = 0;
  eachFound(scores, allowed, (shelf, entry) => {
    most = Math.max(most, Math.min(...scores.map((score) => score[shelf]!.worth[entry]!)));
  });
  return most;
}

interface Scored {
  readonly entry: Entry;
  readonly score: number;
}

/** The best, by score and time. Scores are few: entries are gathered by them, and only as many sorted as are wanted. */
export function best(
  shelves: readonly Shelf[],
  scores: readonly Scores[],
  allowed: Allowed,
  limit: number,
): Scored[] {
  const byScore = new Map<number, Entry[]>();
  const add = (score: number, entry: Entry): void => {
    const equals = byScore.get(score);
    if (equals === undefined) byScore.set(score, [entry]);
    else equals.push(entry);
  };
  if (scores.length > 0) {
    eachFound(scores, allowed, (shelf, entry) =>
      add(total(scores, shelf, entry), shelves[shelf]!.entries[entry]!),
    );
  } else {
    shelves.forEach(({ entries }, shelf) => {
      const within = allowed?.[shelf];
      entries.forEach((entry, index) => {
        if (within?.[index] !== 0) add(1, entry);
      });
    });
  }
  const found: Scored[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    if (found.length >= limit) break;
    const equals = byScore.get(score)!.sort((one, other) => (other.time ?? 0) - (one.time ?? 0));
    for (const entry of equals.slice(0, limit - found.length)) found.push({ entry, score });
  }
  return found;
}

/** The weakest word tells how good the whole is; the others break ties. */
function total(scores: readonly Scores[], shelf: number, entry: number): number {
  let least = 1;
  let sum = 0;
  for (const score of scores) {
    const one = score[shelf]!.worth[entry]!;
    least = Math.min(least, one);
    sum += one;
  }
  return least * 0.9 + (sum / scores.length) * 0.1;
}
