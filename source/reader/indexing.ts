/**
 * Keeping the search index up with the archive: done by the process that changed the archive, or by an idle
 * one.
 */
import { textTokens, titleTokens } from '../search/shortlist/tokens.ts';
import type { Archive, SliceLimits, Tokens } from '../storage/types.ts';

const TOKENS: Tokens = { ofTitle: titleTokens, ofText: textTokens };

/** Some 5 ms for the headlines of a feed, 10 for any of the others. */
const LIMITS: SliceLimits = { changed: 60, titles: 200, texts: 30 };

/**
 * Indexes some unindexed headlines, or merges small parts of the index, for some 20 ms. False when there is
 * nothing left to do.
 */
export function indexSome({ index, mode }: Archive): boolean {
  if (mode !== 'read-write') return false;
  const many = index.indexSome(LIMITS, TOKENS);
  return index.merge() || many > 0;
}
