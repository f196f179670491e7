import { cellWidth } from '../korean/cells.ts';
import { pad } from '../korean/fit.ts';
import { wrap } from '../korean/line/lines.ts';
import { type Row, span } from './rows.ts';

const GAP = 2;
/** A column narrower than this holds no words: the table is then set record by record. */
const NARROWEST = 6;

/** A table's cells in columns, wrapped within them; if those get too narrow, a record at a time. */
export function setTable(cells: readonly (readonly string[])[], columns: number): Row[] {
  const natural = naturalWidths(cells);
  if (natural.length === 0) return [];
  const widths = fittedWidths(natural, columns - GAP * (natural.length - 1));
  return widths === null ? asRecords(cells, columns) : asColumns(cells, widths);
}

/** Every column as wide as its widest line. */
function naturalWidths(cells: readonly (readonly string[])[]): number[] {
  const widths: number[] = [];
  for (const row of cells) {
    row.forEach((cell, column) => {
      for (const line of cell.split('\n')) widths[column] = Math.max(widths[column] ?? 1, cellWidth(line));
    });
  }
  return widths;
}

/** Widths that fit into the room: only the widest columns give way, all to the same width. Null for too narrow. */
function fittedWidths(natural: readonly number[], room: number): number[] | null {
  const used = (limit: number): number => natural.reduce((sum, width) => sum + Math.min(width, limit), 0);
  if (used(NARROWEST) > room) return null;
  let limit = NARROWEST;
  while (limit < room && used(limit + 1) <= room) limit += 1;
  let left = room - used(limit);
  return natural.map((width) => {
    if (width <= limit || left === 0) return Math.min(width, limit);
    left -= 1;
    return limit + 1;
  });
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

/** The first row has the names of the cells. */
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
