/** The places of the searched words in an article as it is set, also across the end of a line. */
import type { MatchRange } from '../../../model.ts';
import { findInText } from '../../../search/find-in-text.ts';
import type { SetArticle } from '../../../typeset/article.ts';
import { rowText } from '../../../typeset/rows.ts';

/** A match: the ranges of the rows' texts it covers, the row it begins on first. */
export interface Match {
  readonly row: number;
  readonly pieces: readonly { readonly row: number; readonly range: MatchRange }[];
}

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
    matches.push(...matchesInBlock(set, first, end, query));
    first = end;
  }
  found.set(set, { query, matches });
  return matches;
}

/** Ranges of a row's text, and whether they belong to the current match. */
export interface MatchedRow {
  readonly ranges: readonly MatchRange[];
  readonly current: readonly MatchRange[];
}

/** The matches of a query in each row; `match` is the index of the current match, null without one. */
export function matchedRows(
  set: SetArticle,
  query: string,
  match: number | null,
): ReadonlyMap<number, MatchedRow> {
  const rows = new Map<number, { ranges: MatchRange[]; current: MatchRange[] }>();
  for (const [index, { pieces }] of matchesIn(set, query).entries()) {
    for (const { row, range } of pieces) {
      const matched = rows.get(row) ?? { ranges: [], current: [] };
      matched[index === match ? 'current' : 'ranges'].push(range);
      rows.set(row, matched);
    }
  }
  return rows;
}

function matchesInBlock({ rows, flow }: SetArticle, first: number, end: number, query: string): Match[] {
  let text = '';
  const lines = rows.slice(first, end).map((row, index) => {
    const { margin, continued } = flow[first + index]!;
    const line = rowText(row).slice(margin);
    // The end of a line is a space, but where a word was broken there.
    if (index > 0 && !continued) text += ' ';
    const start = text.length;
    text += line;
    return { row: first + index, start, length: line.length, margin };
  });
  return findInText(text, query).flatMap(([from, to]): Match[] => {
    const pieces = lines.flatMap(({ row, start, length, margin }) => {
      const begin = Math.max(from - start, 0);
      const stop = Math.min(to - start, length);
      return begin < stop ? [{ row, range: [begin + margin, stop + margin] as const }] : [];
    });
    return pieces.length === 0 ? [] : [{ row: pieces[0]!.row, pieces }];
  });
}
