import type { Way } from './match.ts';
import type { FoundEntry, Segment } from './segment.ts';

/**
 * The results for one word in a segment: the worth in each entry, 0 where it is not found, and the way it was
 * found.
 */
export interface Scores {
  readonly worth: Float64Array;
  readonly ways: (Way | undefined)[];
  readonly found: number[];
}

export const noScores = ({ entries }: Segment): Scores => ({
  worth: new Float64Array(entries.length),
  ways: [],
  found: [],
});

/** Of several places in an entry the best counts. */
export function addHit({ worth, ways, found }: Scores, entry: number, hit: number, way: Way): void {
  const before = worth[entry]!;
  if (before === 0) found.push(entry);
  if (hit <= before) return;
  worth[entry] = hit;
  ways[entry] = way;
}

/** 1 for an entry of a segment that may be found; null if all may. */
export type Allowed = Uint8Array | null;

/** Calls back with each entry in which every word was found. */
export function eachFound(
  scores: readonly Scores[],
  allowed: Allowed,
  onEntry: (entry: number) => void,
): void {
  const [one, ...others] = scores;
  for (const entry of one?.found ?? []) {
    if (allowed?.[entry] !== 0 && others.every(({ worth }) => worth[entry] !== 0)) onEntry(entry);
  }
}

/** An entry with its worth, from 1 down, and the loosest way one of the words was found in it. */
export interface ScoredEntry {
  readonly entry: FoundEntry;
  readonly score: number;
  /** The worth of the weakest word. */
  readonly least: number;
  readonly way: Way;
}

/** The weakest word says how good the whole is; the others break ties. */
export function scoreOf(scores: readonly Scores[], entry: number): Omit<ScoredEntry, 'entry'> {
  let least = 1;
  let sum = 0;
  let way: Way = 'typed';
  for (const { worth, ways } of scores) {
    const one = worth[entry]!;
    sum += one;
    if (one >= least) continue;
    least = one;
    way = ways[entry]!;
  }
  return { score: scores.length === 0 ? 1 : least * 0.9 + (sum / scores.length) * 0.1, least, way };
}

/** The best of some, newer before older among equals. Scores are few: only as many of each are sorted as are wanted. */
export function best(some: readonly ScoredEntry[], limit: number): ScoredEntry[] {
  const byScore = Map.groupBy(some, ({ score }) => score);
  const found: ScoredEntry[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    if (found.length >= limit) break;
    const equals = byScore.get(score)!;
    equals.sort((one, other) => (other.entry.time ?? 0) - (one.entry.time ?? 0));
    found.push(...equals.slice(0, limit - found.length));
  }
  return found;
}
