import type { Article } from '../../model.ts';

/** The URLs of an article's photos, in their order. */
export function photosOf({ blocks }: Pick<Article, 'blocks'>): string[] {
  return [...new Set(blocks.flatMap((block) => (block.type === 'photo' ? [block.url] : [])))];
}
