import { cellWidth } from '../../korean/cells.ts';
import { fit, pad } from '../../korean/fit.ts';

const GAP = 2;
/** In cells; the flexible column says nothing below it, so that other columns give way. */
const NARROWEST = 24;

/**
 * Rows of cells as lines that fit a terminal: each column as wide as its widest cell, except the flexible
 * one, which has the rest. Columns that leave it too little are dropped from the right.
 *
 * @param given the terminal's width in cells
 * @param flexible the index of the column that is cut
 */
export function tableLines(rows: readonly (readonly string[])[], given: number, flexible: number): string[] {
  // A terminal that does not know its size says 0.
  const columns = given || 80;
  const natural: number[] = [];
  for (const row of rows) {
    row.forEach((cell, at) => {
      natural[at] = Math.max(natural[at] ?? 0, cellWidth(cell));
    });
  }
  let shown = natural.length;
  const roomWith = (count: number): number =>
    columns -
    natural.slice(0, count).reduce((sum, width, at) => sum + (at === flexible ? 0 : width) + GAP, -GAP);
  const wanted = Math.min(NARROWEST, natural[flexible] ?? 0);
  while (shown > flexible + 1 && roomWith(shown) < wanted) shown -= 1;
  const widths = natural.slice(0, shown);
  widths[flexible] = Math.max(1, Math.min(natural[flexible] ?? 0, roomWith(shown)));
  return rows.map((row) =>
    // In a terminal too narrow even for that, a line is cut rather than broken.
    fit(widths.map((width, at) => pad(row[at] ?? '', width)).join(' '.repeat(GAP)), columns).trimEnd(),
  );
}
