import { listItem } from '../../../list-item.ts';
import type { Block, ListItem } from '../../../model.ts';
import { type AnyNode, collapse, type Element, first, isTag, isText } from '../tree/dom.ts';
import { isDropped } from '../tree/noise.ts';
import { markerOf, styleOf } from './markers.ts';

/** Deeper than any list goes; deeper items count as this level. */
const MAX_LEVEL = 8;

/**
 * A list as blocks: its items, those of a list inside an item after it. A photo, a table or a film inside an item is a
 * block of its own behind the item's words; the list continues with its numbers behind it, and so do the words of the same
 * item, as a paragraph. An item without a number at the first level is its text alone.
 * @param read the blocks that a node inside the list makes.
 */
export function listBlocks(list: Element, read: (node: AnyNode) => readonly Block[]): Block[] {
  const blocks: Block[] = [];
  let items: ListItem[] = [];
  const endItems = () => {
    if (items.length > 0) blocks.push({ type: 'list', items: items.map(bare) });
    items = [];
  };

  const addItem = (node: AnyNode, count: Count) => {
    /** The index in `items` of the item's words; null before its first word, and behind a block. */
    let own: number | null = null;
    let isTold = false;
    for (const block of read(node)) {
      if (block.type === 'list') {
        for (const inner of block.items.map(listItem))
          items.push({ ...inner, level: Math.min(inner.level + 1, MAX_LEVEL) });
      } else if (!('text' in block) || (isTold && own === null)) {
        endItems();
        own = null;
        blocks.push(block);
      } else if (own === null) {
        own = items.push({ text: collapse(block.text).trim(), level: 0, ...count }) - 1;
        isTold = true;
      } else {
        items[own] = { ...items[own]!, text: `${items[own]!.text} ${collapse(block.text).trim()}` };
      }
    }
  };

  const count = countsOf(list);
  const visit = (element: Element): void => {
    for (const child of element.children) {
      if (isTag(child) && isDropped(child)) continue;
      if (isTag(child) && child.name === 'li') addItem(child, count(child));
      // Browsers treat a needlessly wrapped item as the list's own.
      else if (isTag(child) && !isList(child) && first('li', child) !== null) visit(child);
      else if (isTag(child) || (isText(child) && child.data.trim() !== '')) addItem(child, UNCOUNTED);
    }
  };
  visit(list);
  endItems();
  return blocks;
}

type Count = Pick<ListItem, 'number' | 'marker'>;

const UNCOUNTED: Count = { number: null };

const bare = (item: ListItem): string | ListItem =>
  item.level === 0 && item.number === null ? item.text : item;

/**
 * Counts a list's items as HTML does (`start`, `reversed`, an item's `value`); no number for an item of a list that
 * shows none.
 */
function countsOf(list: Element): (item: Element) => Count {
  if (list.name !== 'ol') return () => UNCOUNTED;
  const isReversed = list.attribs.reversed !== undefined;
  const length = () => list.children.filter((child) => isTag(child) && child.name === 'li').length;
  let next = integer(list.attribs.start) ?? (isReversed ? length() : 1);
  return (item) => {
    const number = integer(item.attribs.value) ?? next;
    next = isReversed ? number - 1 : number + 1;
    const style = styleOf(item) ?? styleOf(list) ?? 'decimal';
    const marker = markerOf(number, style);
    if (marker === null) return UNCOUNTED;
    return marker === String(number) ? { number } : { number, marker };
  };
}

function integer(value: string | undefined): number | null {
  return value !== undefined && /^\s?[+-]?\d{1,6}(?!\d)/.test(value) ? Number.parseInt(value, 10) : null;
}

const isList = (element: Element) => element.name === 'ul' || element.name === 'ol';
