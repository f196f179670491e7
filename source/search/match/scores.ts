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
  ways: new Array(entries.length),
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

/** Calls back with each entry in which every word was found. Of thousands, none makes an object that is thrown away. */
export function eachFound(
  scores: readonly Scores[],
  allowed: Allowed,
  onEntry: (entry: number) => void,
): void {
  const found = scores[0]?.found ?? [];
  for (let at = 0; at < found.length; at += 1) {
    const entry = found[at]!;
    if (allowed?.[entry] !== 0 && hasAll(scores, entry)) onEntry(entry);
  }
}

function hasAll(scores: readonly Scores[], entry: number): boolean {
  for (let word = 1; word < scores.length; word += 1) if (scores[word]!.worth[entry] === 0) return false;
  return true;
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
export function scoreOf(scores: readonly Scores[], entry: number): number {
  if (scores.length === 0) return 1;
  let least = 1;
  let sum = 0;
  for (let word = 0; word < scores.length; word += 1) {
    const one = scores[word]!.worth[entry]!;
    sum += one;
    if (one < least) least = one;
  }
  return least * 0.9 + (sum / scores.length) * 0.1;
}

/** An entry with its worth in all, the worth of the weakest word, and the way that one was found. */
export function scoredEntry(scores: readonly Scores[], entry: FoundEntry, index: number): ScoredEntry {
  let least = 1;
  let way: Way = 'typed';
  for (const { worth, ways } of scores) {
    const one = worth[index]!;
    if (one >= least) continue;
    least = one;
    way = ways[index]!;
  }
  return { entry, score: scoreOf(scores, index), least, way };
}

/** The best of some, newer before older among equals. */
export const best = (some: readonly ScoredEntry[], limit: number): ScoredEntry[] =>
  bestPlaces(
    some.length,
    limit,
    (place) => some[place]!.score,
    (place) => some[place]!.entry.time ?? 0,
  ).map((place) => some[place]!);

/**
 * The places of the best of many, by their scores and then by their times. Scores are few: only as many of each are
 * sorted as are wanted, and numbers alone, since a key of a search may find thousands.
 */
export function bestPlaces(
  many: number,
  limit: number,
  scoreAt: (place: number) => number,
  timeAt: (place: number) => number,
): number[] {
  const byScore = new Map<number, number[]>();
  let last = Number.NaN;
  let equals: number[] = [];
  for (let place = 0; place < many; place += 1) {
    const score = scoreAt(place);
    if (score !== last) {
      last = score;
      equals = byScore.get(score) ?? [];
      byScore.set(score, equals);
    }
    equals.push(place);
  }
  const found: number[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    if (found.length >= limit) break;
    const wanted = limit - found.length;
    const its = latest(byScore.get(score)!, wanted, timeAt).sort((one, other) => timeAt(other) - timeAt(one));
    for (const place of its.slice(0, wanted)) found.push(place);
  }
  return found;
}

/** At least so many of the latest: numbers are sorted several times faster than places by a function. */
function latest(places: number[], many: number, timeAt: (place: number) => number): number[] {
  if (places.length <= many) return places;
  const earliest = Float64Array.from(places, timeAt).sort()[places.length - many]!;
  return places.filter((place) => timeAt(place) >= earliest);
}
