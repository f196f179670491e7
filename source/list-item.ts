import type { ListItem } from './model.ts';

/** A list's item with its level and number, which one of the first level without a number does not carry. */
export function listItem(item: string | ListItem): ListItem {
  return typeof item === 'string' ? { text: item, level: 0, number: null } : item;
}

/** An item's mark, or else its number; null for an item of a list without numbers. */
export function countOf({ number, marker }: ListItem): string | null {
  return number === null ? null : (marker ?? String(number));
}
