import type { Block, ListItem } from '../../../model.ts';
import { type Element, isTag, textOf } from '../tree/dom.ts';
import { isDropped } from '../tree/noise.ts';

/** Deeper than any list goes; what is deeper stands at this level. */
const MAX_LEVEL = 8;

/**
 * A list's items, those of a list inside an item after it; null if all are empty. An item without a number at the
 * first level is its text alone.
 */
export function listOf(list: Element): Block | null {
  const items: (string | ListItem)[] = [];
  const visit = (element: Element, level: number): void => {
    const number = numbersOf(element);
    for (const child of element.children) {
      if (!isTag(child) || isDropped(child)) continue;
      if (isList(child)) {
        visit(child, Math.min(level + 1, MAX_LEVEL));
        continue;
      }
      const text = textOf(child, (inner) => isList(inner) || isDropped(inner));
      const counted = child.name === 'li' ? number(child) : null;
      if (text !== '') items.push(level === 0 && counted === null ? text : { text, level, number: counted });
      for (const inner of listsIn(child)) visit(inner, Math.min(level + 1, MAX_LEVEL));
    }
  };
  visit(list, 0);
  return items.length === 0 ? null : { type: 'list', items };
}

/**
 * Counts a list's items as HTML does (`start`, `reversed`, an item's `value`); null for each item of a list that is
 * not numbered.
 */
export function numbersOf(list: Element): (item: Element) => number | null {
  if (list.name !== 'ol') return () => null;
  const isReversed = list.attribs.reversed !== undefined;
  const count = () => list.children.filter((child) => isTag(child) && child.name === 'li').length;
  let next = integer(list.attribs.start) ?? (isReversed ? count() : 1);
  return (item) => {
    const number = integer(item.attribs.value) ?? next;
    next = isReversed ? number - 1 : number + 1;
    return number;
  };
}

function integer(value: string | undefined): number | null {
  return value !== undefined && /^\s?[+-]?\d{1,6}(?!\d)/.test(value) ? Number.parseInt(value, 10) : null;
}

const isList = (element: Element) => element.name === 'ul' || element.name === 'ol';

/** The lists of an item, without those inside them. */
function listsIn(item: Element): Element[] {
  return item.children.flatMap((child) => {
    if (!isTag(child)) return [];
    return isList(child) ? [child] : listsIn(child);
  });
}
