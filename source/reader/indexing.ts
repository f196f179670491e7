/**
 * Keeping the search index up with the archive: done by the process that changed the archive, or by an idle
 * one.
 */
import { textTokens, titleTokens } from '../search/shortlist/tokens.ts';
import type { Archive, Tokens } from '../storage/types.ts';

const TOKENS: Tokens = { ofTitle: titleTokens, ofText: textTokens };

/** The numbers of titles and of texts that are indexed at a time: some 10 ms each. */
const TITLES = 200;
const TEXTS = 30;

/**
 * Indexes some unindexed headlines, or merges small parts of the index, for some 20 ms. False when there is
 * nothing left to do.
 */
export function indexSome({ index, mode }: Archive): boolean {
  if (mode !== 'read-write') return false;
  const many = index.indexTitles(TITLES, TOKENS) || index.indexTexts(TEXTS, TOKENS);
  return index.merge() || many > 0;
}
