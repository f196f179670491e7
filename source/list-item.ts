import type { ListItem } from './model.ts';

/** A list's item with its level and number, which one of the first level without a number does not carry. */
export function listItem(item: string | ListItem): ListItem {
  return typeof item === 'string' ? { text: item, level: 0, number: null } : item;
}
