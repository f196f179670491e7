import { cellWidth } from '../../../korean/cells.ts';
import { fit } from '../../../korean/fit.ts';
import { type Row, type Span, span } from '../../../typeset/rows.ts';

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

/** Two rows on one line, the second at the right edge; the first gives way. */
export function leftAndRight(left: Row, right: Row, columns: number): Row {
  const width = rowWidth(right);
  if (width === 0 || width + 2 > columns) return fitRow(left, columns);
  return [...padRow(left, columns - width - 1), span(' '), ...right];
}
