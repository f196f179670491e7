/** The lines of a list: its items, and in a list by date the rules between their days. */
import type { HeadlineItem } from '../../state/screens.ts';

/** A row of a list: an item, or the heading of the day of the item below it. */
export interface ListLine {
  readonly kind: 'item' | 'day';
  /** The index of the item. */
  readonly at: number;
}

/** A list's lines as far as they fit; `days`: under the headings of their days. */
export interface LineSetting {
  /** Rows for the items and headings. */
  readonly rows: number;
  readonly days: boolean;
}

/** The day of an item in Korea: 2026-11-20; null for an undated one. */
function dayOf(item: HeadlineItem | undefined): string | null {
  // An item below another one of its story stands under that one's day.
  if (item?.under) return null;
  // A KoreanTime begins with its day.
  return item?.headline.publishedAt?.slice(0, 10) ?? null;
}

/**
 * The index of the item whose day an item stands under: the item, or the one before an undated one; null if
 * there is none.
 */
export function dated(items: readonly HeadlineItem[], at: number): number | null {
  let index = at;
  while (index >= 0 && dayOf(items[index]) === null) index -= 1;
  return index < 0 ? null : index;
}

/** Whether an item is the first of its day. */
function beginsDay(items: readonly HeadlineItem[], at: number): boolean {
  const day = dayOf(items[at]);
  if (day === null) return false;
  const before = dated(items, at - 1);
  return before === null || dayOf(items[before]) !== day;
}

/** The lines in sight of a list whose first item on screen is `top`: the day of that item is always shown. */
export function linesOf(
  items: readonly HeadlineItem[],
  top: number,
  { rows, days }: LineSetting,
): readonly ListLine[] {
  const lines: ListLine[] = [];
  for (let at = top; at < items.length && lines.length < rows; at += 1) {
    const day = !days ? null : at === top ? dated(items, at) : beginsDay(items, at) ? at : null;
    if (day !== null) lines.push({ kind: 'day', at: day });
    if (lines.length < rows) lines.push({ kind: 'item', at });
  }
  // A heading without anything below it says nothing.
  if (lines.length > 1 && lines.at(-1)?.kind === 'day') lines.pop();
  return lines;
}

/** The number of items in sight from `top` on; at least 1. */
export function itemsInSight(items: readonly HeadlineItem[], top: number, setting: LineSetting): number {
  return Math.max(1, linesOf(items, top, setting).filter(({ kind }) => kind === 'item').length);
}

/** The first item on screen if `last` is to be the last one that fits. */
export function topFor(items: readonly HeadlineItem[], last: number, { rows, days }: LineSetting): number {
  let top = Math.max(0, last);
  /** The rows from the item on top to the last, without the heading above them. */
  let used = 1;
  for (;;) {
    const next = top - 1;
    if (next < 0) return top;
    used += 1 + (days && beginsDay(items, top) ? 1 : 0);
    const heading = days && dated(items, next) !== null ? 1 : 0;
    if (used + heading > rows) return top;
    top = next;
  }
}
