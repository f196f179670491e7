/**
 * Keeping the search index up with the archive: done by the process that changed the archive, or by an idle
 * one.
 */
import { textTokens, titleTokens } from '../search/shortlist/tokens.ts';
import type { Archive, Tokens } from '../storage/types.ts';

const TOKENS: Tokens = { ofTitle: titleTokens, ofText: textTokens };

/** How many titles and how many texts are indexed at a time: some 10 ms each. */
const TITLES = 200;
const TEXTS = 30;

/**
 * Indexes some of what is not indexed, or makes the index's small parts fewer, for some 20 ms. False when there is nothing
 * left to do.
 */
export function indexSome({ index, mode }: Archive): boolean {
  if (mode !== 'read-write') return false;
  const many = index.indexTitles(TITLES, TOKENS) || index.indexTexts(TEXTS, TOKENS);
  return index.merge() || many > 0;
}
