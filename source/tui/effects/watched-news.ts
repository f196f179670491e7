/** Watched headlines that a refresh brought. */
import type { Headline } from '../../model.ts';
import type { Reader } from '../../reader/types.ts';
import { FOLLOWING } from '../../sections.ts';
import { hasInterests } from '../../watch-words.ts';

/** How many of the newest watched headlines are looked at: more do not come at once. */
const NEWEST = 100;

/**
 * Looks at the headlines before a refresh; the function returned gives, after it, the new watched and unread
 * ones. None on a first start, where everything is new, and none if no word is watched.
 */
export function beforeNews(reader: Reader): () => readonly Headline[] {
  const list = () =>
    !hasInterests(reader.words())
      ? []
      : reader.headlines({ section: FOLLOWING.name, limit: NEWEST, unreadOnly: true });
  if (reader.count({ section: 'total' }) === 0) return () => [];
  const known = new Set(list().map(({ id }) => id));
  return () => list().filter(({ id }) => !known.has(id));
}
