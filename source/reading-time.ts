import { listItem } from './list-item.ts';
import type { Article } from './model.ts';

/**
 * Characters a minute, spaces counted. 500 is the figure of reading-time software for CJK; Korean adults read
 * 120 to 200 eojeol a minute silently (Rhiu et al., Korean J Ophthalmol 31(3), 2017, by size of type), which
 * at the sample edition's 4.1 characters an eojeol is 500 to 830.
 */
const READING_SPEED = 500;

/** The length of the body, in UTF-16 units. */
export function readingLength({ blocks }: Pick<Article, 'blocks'>): number {
  return blocks.reduce((sum, block) => {
    if ('text' in block) return sum + block.text.length;
    if (block.type === 'list')
      return sum + block.items.reduce((length, item) => length + listItem(item).text.length, 0);
    if (block.type === 'table') return sum + block.rows.flat().join('').length;
    return sum;
  }, 0);
}

/** The minutes that a body of such a length takes to read, at least 1. */
export const minutesOf = (length: number): number => Math.max(1, Math.round(length / READING_SPEED));

/** The minutes that the body takes to read, at least 1. */
export const minutesToRead = (article: Article): number => minutesOf(readingLength(article));
