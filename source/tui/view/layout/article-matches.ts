/** The places of the searched words in an article as it is set. */
import type { SetArticle } from '../../../typeset/article.ts';
import { rowText } from '../../../typeset/rows.ts';
import { type Match, matchesInLines } from './matches.ts';

interface CachedMatches {
  readonly query: string;
  readonly matches: readonly Match[];
}

const found = new WeakMap<SetArticle, CachedMatches>();

/** All matches in reading order. Found once for an article as it is set and a query. */
export function matchesIn(set: SetArticle, query: string): readonly Match[] {
  if (query.trim() === '') return [];
  const known = found.get(set);
  if (known?.query === query) return known.matches;
  const matches: Match[] = [];
  for (let first = 0; first < set.rows.length; ) {
    let end = first + 1;
    while (end < set.rows.length && set.places[end]!.block === set.places[first]!.block) end += 1;
    const lines = set.rows.slice(first, end).map((row, index) => {
      const { margin, continued } = set.flow[first + index]!;
      return { row: first + index, text: rowText(row).slice(margin), margin, continued };
    });
    matches.push(...matchesInLines(lines, query));
    first = end;
  }
  found.set(set, { query, matches });
  return matches;
}
