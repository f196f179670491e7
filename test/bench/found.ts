// The share of the queries of each kind that find their headline in the first ten: a part of `npm run
// bench:search`.
import type { QuerySet } from './query-sets.ts';

/** As many as are looked at. */
const FIRST = 10;
/** Of a kind's misses, as many are printed. */
const SHOWN = 10;

/** The ids that a query finds, best first. */
export type FindIds = (text: string, limit: number) => readonly string[];

export interface FoundOfKind {
  readonly kind: string;
  readonly asked: number;
  readonly found: number;
  /** Queries that miss, each with why. */
  readonly missed: readonly string[];
}

/** Asks every query of a set. */
export function findAll(set: QuerySet, find: FindIds): FoundOfKind[] {
  return [...new Set(set.queries.map(({ kind }) => kind))].map((kind) => {
    const asked = set.queries.filter((query) => query.kind === kind);
    const missed = asked.flatMap(({ text, id, title }) => {
      const ids = find(text, 200);
      const rank = ids.indexOf(id);
      if (rank >= 0 && rank < FIRST) return [];
      const why =
        rank >= 0 ? `as number ${rank + 1}` : ids.length > 0 ? `not among ${ids.length}` : 'nothing';
      return [`${text} ↛ ${title} (${why})`];
    });
    return { kind, asked: asked.length, found: asked.length - missed.length, missed };
  });
}

/** Prints a set's table and, with misses wanted, the first ten of each kind. */
export function printFound(set: QuerySet, find: FindIds, withMissed: boolean): void {
  console.log(`\nfound in the first ten, of ${set.headlines.length} headlines (${set.name} set)`);
  for (const { kind, asked, found, missed } of findAll(set, find)) {
    console.log(`${kind.padEnd(34)} ${((100 * found) / asked).toFixed(1).padStart(6)} % of ${asked}`);
    if (withMissed) for (const each of missed.slice(0, SHOWN)) console.log(`    ${each}`);
  }
}
