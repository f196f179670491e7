import { cellWidth } from '../korean/cells.ts';
import { pad } from '../korean/fit.ts';
import { wrap } from '../korean/lines.ts';
import { type Row, span } from './rows.ts';

const GAP = 2;
/** A column narrower than this holds no words: the table is then set record by record. */
const NARROWEST = 6;

/** A table's cells in columns, wrapped within them; where those get too narrow, a record at a time. */
export function setTable(cells: readonly (readonly string[])[], columns: number): Row[] {
  const count = Math.max(...cells.map((row) => row.length), 0);
  if (count === 0) return [];
  const widths = columnWidths(cells, count, columns - GAP * (count - 1));
  return widths === null ? asRecords(cells, columns) : asColumns(cells, widths);
}

/** Every column as wide as its widest cell; where that is too much, the widest give way first. */
function columnWidths(cells: readonly (readonly string[])[], count: number, room: number): number[] | null {
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(1, ...cells.map((row) => Math.max(...(row[column] ?? '').split('\n').map(cellWidth)))),
  );
  let over = widths.reduce((sum, width) => sum + width, 0) - room;
  while (over > 0) {
    const widest = widths.indexOf(Math.max(...widths));
    if (widths[widest]! <= NARROWEST) return null;
    widths[widest]! -= 1;
    over -= 1;
  }
  return widths;
}

function asColumns(cells: readonly (readonly string[])[], widths: readonly number[]): Row[] {
  return cells.flatMap((row, index) => {
    const wrapped = widths.map((width, column) => wrap(row[column] ?? '', width));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    const lines: Row[] = Array.from({ length: height }, (_, line) => [
      span(
        widths
          .map((width, column) => pad(wrapped[column]![line] ?? '', width))
          .join(' '.repeat(GAP))
          .trimEnd(),
        index === 0 ? 'strong' : 'plain',
      ),
    ]);
    if (index > 0) return lines;
    const rule = widths.map((width) => '─'.repeat(width)).join(' '.repeat(GAP));
    return [...lines, [span(rule, 'rule')]];
  });
}

/** The first row names what each cell is. */
function asRecords(cells: readonly (readonly string[])[], columns: number): Row[] {
  const [names = [], ...records] = cells;
  if (records.length === 0) return wrap(names.join(' · '), columns).map((line) => [span(line)]);
  return records.flatMap((record, index) => [
    ...(index === 0 ? [] : [[] as Row]),
    ...record.flatMap((cell, column) =>
      wrap(names[column] ? `${names[column]}: ${cell}` : cell, columns).map((line): Row => [span(line)]),
    ),
  ]);
}
