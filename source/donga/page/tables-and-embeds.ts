import type { Block } from '../../model.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { webUrl } from '../links.ts';
import { all, type Element, first, isTag, textOf } from './dom.ts';
import { isDropped } from './noise.ts';

/** A list's items, those of a list inside an item after it; null where all are empty. */
export function listOf(list: Element): Block | null {
  const items: string[] = [];
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (!isTag(child) || isDropped(child)) continue;
      if (isList(child)) {
        visit(child);
        continue;
      }
      const item = textOf(child, (inner) => isList(inner) || isDropped(inner));
      if (item !== '') items.push(item);
      for (const inner of all('ul, ol', child)) {
        if (closestList(inner, child)) visit(inner);
      }
    }
  };
  visit(list);
  return items.length === 0 ? null : { type: 'list', items };
}

const isList = (element: Element) => element.name === 'ul' || element.name === 'ol';

/** Whether no other list stands between a list and the item it is in. */
function closestList(list: Element, item: Element): boolean {
  for (let at = list.parent; at !== null && at !== item; at = at.parent) {
    if (isTag(at) && isList(at)) return false;
  }
  return true;
}

/** A table that only places a picture, another table or one box of text is no table. */
export function isLayout(table: Element): boolean {
  return first('img, table, iframe', table) !== null || all('td, th', table).length <= 1;
}

const MAX_SPAN = 50;

/** A table's rows of cell texts; a cell that spans others leaves them empty. Null where all cells are empty. */
export function tableOf(table: Element): Block | null {
  const rows: string[][] = [];
  /** How many more rows a column is taken by a cell above. */
  let taken: number[] = [];
  for (const line of all('tr', table)) {
    const row: string[] = [];
    const above = taken;
    taken = above.map((rest) => Math.max(0, rest - 1));
    const fill = () => {
      while ((above[row.length] ?? 0) > 0) row.push('');
    };
    for (const cell of line.children) {
      if (!isTag(cell) || (cell.name !== 'td' && cell.name !== 'th')) continue;
      fill();
      const wide = span(cell.attribs.colspan);
      const high = span(cell.attribs.rowspan);
      for (let column = 0; column < wide; column++) {
        if (high > 1) taken[row.length] = high - 1;
        row.push(column === 0 ? textOf(cell, isDropped) : '');
      }
    }
    fill();
    if (row.some((text) => text !== '')) rows.push(row);
  }
  return rows.length === 0 ? null : { type: 'table', rows };
}

function span(value: string | undefined): number {
  const count = Number.parseInt(value ?? '1', 10);
  return count >= 1 ? Math.min(count, MAX_SPAN) : 1;
}

/** Players whose frame is a part of the story; every other frame is an advertisement or a counter. */
const PLAYERS =
  /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be|tv\.naver\.com|serviceapi\.nmv\.naver\.com|tv\.kakao\.com|vimeo\.com|dailymotion\.com|ichannela\.com|voda\.donga\.com|tv\.donga\.com|instagram\.com|twitter\.com|x\.com|facebook\.com|tiktok\.com)$/;

/** A film, a sound or a player's frame; null where it is another kind of frame or has no address on the web. */
export function embedOf(element: Element, base: string | null): Block | null {
  const { src, data, title } = element.attribs;
  const late = element.attribs['data-src'];
  const inner = first('source[src], embed[src]', element)?.attribs.src;
  const url = webUrl(late ?? src ?? data ?? inner, base);
  if (url === null) return null;
  const isFilm = element.name === 'video' || element.name === 'audio';
  if (!isFilm && !PLAYERS.test(new URL(url).hostname)) return null;
  const named = sanitiseLine(title ?? '');
  return { type: 'embed', url, title: named === '' ? null : named };
}
