import { STORY } from '../storage/archive/headlines.ts';
import type { Archive } from '../storage/types.ts';
import type { Story } from './types.ts';

/**
 * Finds a story by its id or by that of any of its headlines, also by an id from before its first headline
 * was removed; a headline that stands alone is a story of one. Null for an unknown id.
 */
export function findStory(archive: Pick<Archive, 'headline' | 'story'>, id: string): Story | null {
  const headline = archive.headline(id);
  if (headline !== null) {
    const headlines = headline.story === undefined ? [] : archive.story(headline.story.slice(STORY.length));
    return headlines.length > 0
      ? { id: headline.story!, headlines }
      : { id: STORY + id, headlines: [headline] };
  }
  if (!id.startsWith(STORY)) return null;
  const first = id.slice(STORY.length);
  const headlines = archive.story(first);
  return headlines.length > 0 ? { id, headlines } : findStory(archive, first);
}
