import { cellWidth } from '../../../korean/cells.ts';
import { fit } from '../../../korean/fit.ts';
import { highlight, type Row, restyle, type Span, span } from '../../../typeset/rows.ts';
import type { MatchedRow } from '../layout/matches.ts';
import type { Layout } from '../layout/screen.ts';

/** The cells of a row. */
export function rowWidth(row: Row): number {
  return row.reduce((cells, { text }) => cells + cellWidth(text), 0);
}

/** A row cut to at most `columns` cells. */
export function fitRow(row: Row, columns: number): Row {
  const fitted: Span[] = [];
  let room = columns;
  for (const each of row) {
    if (room <= 0) break;
    const text = fit(each.text, room);
    fitted.push({ ...each, text });
    room -= cellWidth(text);
    if (text !== each.text) break;
  }
  return fitted;
}

/** A row filled with spaces to exactly `columns` cells. */
export function padRow(row: Row, columns: number): Row {
  const fitted = fitRow(row, columns);
  const rest = columns - rowWidth(fitted);
  return rest > 0 ? [...fitted, span(' '.repeat(rest))] : fitted;
}

/** The rows of a list, and those of the part beside it, with a rule between them. */
export function besideRows(left: readonly Row[], right: readonly Row[], { body, preview }: Layout): Row[] {
  const columns = preview === null ? body.columns : preview.x - RULE.length;
  return Array.from({ length: body.rows }, (_, y) => [
    ...padRow(left[y] ?? [], columns),
    span(RULE, 'rule'),
    ...(right[y] ?? []),
  ]);
}

const RULE = ' │ ';

/** Two rows on one line, the second at the right edge; the first gives way. */
export function leftAndRight(left: Row, right: Row, columns: number): Row {
  const width = rowWidth(right);
  if (width === 0 || width + 2 > columns) return fitRow(left, columns);
  return [...padRow(left, columns - width - 1), span(' '), ...right];
}

/** A row with a search's matches marked, and the current match reversed. */
export function markMatches(row: Row, matched: MatchedRow | undefined): Row {
  if (matched === undefined) return row;
  return restyle(highlight(row, matched.ranges), matched.current, (piece) => ({
    ...piece,
    style: 'current',
  }));
}
