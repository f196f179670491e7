import { findSection } from '../donga/sections.ts';
import { parseKoreanTime } from '../korean/times.ts';
import type { Bookmark } from '../model.ts';
import { findEntries, type Result } from './engine.ts';
import type { SearchOptions } from './headlines.ts';
import { normalise } from './normalise.ts';
import { isEmpty, parseQuery } from './query.ts';
import { createShelf, type Entry } from './shelf.ts';

/** Finds bookmarks by title, summary, section, reporters, tags and note, best first. */
export function searchBookmarks(
  bookmarks: readonly Bookmark[],
  text: string,
  { limit, now }: SearchOptions,
): Result[] {
  const query = parseQuery(text, now);
  return isEmpty(query) ? [] : findEntries([createShelf(bookmarks.map(entryOf))], query, limit);
}

function entryOf(bookmark: Bookmark): Entry {
  const tags = [...bookmark.tags, ...bookmark.articleTags];
  const label = bookmark.section === null ? '' : (findSection(bookmark.section)?.label ?? '');
  return {
    id: bookmark.id,
    title: bookmark.title,
    beside: [label, bookmark.note, ...bookmark.reporters, ...tags].filter((text) => text !== ''),
    lead: bookmark.summary,
    sections: bookmark.sections,
    tags: tags.map((tag) => normalise(tag).text),
    time: parseKoreanTime(bookmark.savedAt),
  };
}
