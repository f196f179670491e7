import type { Block } from '../../../model.ts';
import { sanitiseLine } from '../../../text/sanitise.ts';
import { all, type Element, first, isTag, linesOf, textOf } from '../tree/dom.ts';
import { isDropped } from '../tree/noise.ts';

/** In UTF-16 units; a cell with more text beside a table is a column of a page, not of a table. */
const LONGEST_CELL = 200;

/** Whether a table only places pictures, films, other tables or one box of text on the page. */
export function isLayout(table: Element): boolean {
  const rows = rowsOf(table);
  const cells = rows.flatMap(cellsOf);
  if (cells.length <= 1 || first('iframe, video, audio, object', table) !== null) return true;
  if (first('img, table', table) === null) return false;
  if (rows.every((row) => cellsOf(row).length <= 1)) return true;
  if (rows.length === 1 && first('table', table) !== null) {
    return cells.some((cell) => first('table', cell) === null && textOf(cell).length > LONGEST_CELL);
  }
  return rows.some(isPhotoRow);
}

/** Whether a row holds photos and no words beside them. */
function isPhotoRow(row: Element): boolean {
  const cells = cellsOf(row);
  const photos = cells.filter((cell) => all('img', cell).some(isPhoto));
  return photos.length > 0 && cells.every((cell) => photos.includes(cell) || textOf(cell, isDropped) === '');
}

/** In pixels: an arrow, a flag or a dot is smaller. */
const SMALLEST_PHOTO = 100;
/** In UTF-16 units: a sign is named in fewer. */
const LONGEST_SIGN = 8;

/** Whether a picture is a photo, and not a sign in place of a word. */
function isPhoto(image: Element): boolean {
  const { width, height, src = '', alt = '' } = image.attribs;
  const size = Math.max(Number.parseInt(width ?? '', 10) || 0, Number.parseInt(height ?? '', 10) || 0);
  if (size > 0) return size >= SMALLEST_PHOTO;
  return !/\.(?:gif|png|svg)(?:\?|$)/i.test(src) && !(alt.trim() !== '' && alt.trim().length <= LONGEST_SIGN);
}

/** The photos in a table of data: its rows have their words, and the photos are shown behind it. */
export function photosInTable(table: Element): Element[] {
  return all('img', table).filter((image) => isPhoto(image) && !isDropped(image));
}

const MAX_SPAN = 50;

/**
 * A table's rows of cell texts; a cell's lines are parted by `\n`, a picture in it is its `alt` or `title`, and a table in it has
 * its rows as lines. A cell that spans others leaves them empty. Null if all cells are empty.
 */
export function tableOf(table: Element): Block | null {
  const rows: string[][] = [];
  /** The number of further rows for which a cell above occupies each column. */
  let taken: number[] = [];
  for (const line of rowsOf(table)) {
    const row: string[] = [];
    const above = taken;
    taken = above.map((rest) => Math.max(0, rest - 1));
    const fill = () => {
      while ((above[row.length] ?? 0) > 0) row.push('');
    };
    for (const cell of cellsOf(line)) {
      fill();
      const wide = span(cell.attribs.colspan);
      const high = span(cell.attribs.rowspan);
      for (let column = 0; column < wide; column++) {
        if (high > 1) taken[row.length] = high - 1;
        row.push(column === 0 ? linesOf(cell, isDropped, altOf).join('\n') : '');
      }
    }
    fill();
    if (row.some((text) => text !== '')) rows.push(row);
  }
  return rows.length === 0 ? null : { type: 'table', rows };
}

const altOf = (image: Element) => sanitiseLine(image.attribs.alt || image.attribs.title || '');

/** A table's own rows, without those of a table inside it. */
function rowsOf(table: Element): Element[] {
  const rows: Element[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (!isTag(child) || child.name === 'table' || isDropped(child)) continue;
      if (child.name === 'tr') rows.push(child);
      else visit(child);
    }
  };
  visit(table);
  return rows;
}

function cellsOf(row: Element): Element[] {
  return row.children.filter(
    (child): child is Element =>
      isTag(child) && (child.name === 'td' || child.name === 'th') && !isDropped(child),
  );
}

function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10);
  return count >= 1 ? Math.min(count, MAX_SPAN) : 1;
}
