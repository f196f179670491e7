/** The places of searched words in lines of text, also across the end of a line. */
import type { MatchRange } from '../../../model.ts';
import { findInText } from '../../../search/find-in-text.ts';

/** A line of a text that continues from row to row. */
export interface TextLine {
  /** The number of its row. */
  readonly row: number;
  readonly text: string;
  /** The length of the row before the text, in UTF-16 units. */
  readonly margin: number;
  /** Whether the line continues a word that the one before broke. */
  readonly continued: boolean;
}

/** A match: the ranges of the rows' texts it covers, the row it begins on first. */
export interface Match {
  readonly row: number;
  readonly pieces: readonly { readonly row: number; readonly range: MatchRange }[];
}

/** All matches in the lines of one text, in reading order. */
export function matchesInLines(lines: readonly TextLine[], query: string): Match[] {
  let text = '';
  const placed = lines.map((line, index) => {
    // The end of a line counts as a space, unless a word was broken there.
    if (index > 0 && !line.continued) text += ' ';
    const start = text.length;
    text += line.text;
    return { ...line, start };
  });
  return findInText(text, query).flatMap(([from, to]): Match[] => {
    const pieces = placed.flatMap(({ row, start, text: { length }, margin }) => {
      const begin = Math.max(from - start, 0);
      const stop = Math.min(to - start, length);
      return begin < stop ? [{ row, range: [begin + margin, stop + margin] as const }] : [];
    });
    return pieces.length === 0 ? [] : [{ row: pieces[0]!.row, pieces }];
  });
}

/** Ranges of a row's text, and those that belong to the current match. */
export interface MatchedRow {
  readonly ranges: readonly MatchRange[];
  readonly current: readonly MatchRange[];
}

/** The matches in each row; `current` is the index of the current match, null without one. */
export function matchedRows(
  matches: readonly Match[],
  current: number | null,
): ReadonlyMap<number, MatchedRow> {
  const rows = new Map<number, { ranges: MatchRange[]; current: MatchRange[] }>();
  for (const [index, { pieces }] of matches.entries()) {
    for (const { row, range } of pieces) {
      const matched = rows.get(row) ?? { ranges: [], current: [] };
      matched[index === current ? 'current' : 'ranges'].push(range);
      rows.set(row, matched);
    }
  }
  return rows;
}
