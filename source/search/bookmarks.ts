import { findSection } from '../donga/sections.ts';
import { parseKoreanTime } from '../korean/times.ts';
import type { Bookmark } from '../model.ts';
import { type Entry, findEntries, type Result, resultOf, within } from './engine.ts';
import type { SearchOptions } from './headlines.ts';
import { normalise } from './normalise.ts';
import { prepare } from './prepared.ts';
import { isEmpty, parseQuery } from './query.ts';

/** Finds bookmarks by title, summary, section, reporters, tags and note, best first. */
export function searchBookmarks(
  bookmarks: readonly Bookmark[],
  text: string,
  { limit, now }: SearchOptions,
): Result[] {
  const query = parseQuery(text, now);
  if (isEmpty(query)) return [];
  const entries = bookmarks.map(entryOf);
  return findEntries(entries, query, within(entries, query))
    .results.slice(0, limit)
    .map((result) => resultOf(entries[result.index]!, result));
}

function entryOf(bookmark: Bookmark): Entry {
  const tags = [...bookmark.tags, ...bookmark.articleTags];
  const label = bookmark.section === null ? '' : (findSection(bookmark.section)?.label ?? '');
  return {
    id: bookmark.id,
    title: prepare(bookmark.title),
    beside: [label, bookmark.note, ...bookmark.reporters, ...tags].filter((text) => text !== '').map(prepare),
    lead: normalise(bookmark.summary).text,
    sections: bookmark.sections,
    tags: tags.map((tag) => normalise(tag).text),
    time: parseKoreanTime(bookmark.savedAt),
  };
}
