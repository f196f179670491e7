import { parseKoreanTime } from '../korean/times.ts';
import type { Bookmark } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import type { SearchOptions } from './headline-search.ts';
import { createLeads } from './leads.ts';
import { findEntries, type Result } from './match/engine.ts';
import { createSegment, type Segment, type SegmentEntry, sectionsOf } from './match/segment.ts';
import { normalise } from './query/normalise.ts';
import { isEmpty, parseQuery } from './query/query.ts';

/** Finds bookmarks by title, summary, section, reporters, tags and note, best first. */
type BookmarkSearch = (bookmarks: readonly Bookmark[], text: string, options: SearchOptions) => Result[];

/** A search over bookmarks that sets them up again only if they have changed since the last query. */
export function createBookmarkSearch(): BookmarkSearch {
  let last: readonly Bookmark[] = [];
  let segment: Segment = createSegment([], createLeads);

  return (bookmarks, text, { limit, now }) => {
    const query = parseQuery(text, now);
    if (isEmpty(query)) return [];
    if (!areAlike(bookmarks, last)) segment = createSegment(bookmarks.map(entryOf), createLeads);
    last = bookmarks;
    return findEntries(segment, query, limit);
  };
}

/** Whether two lists of bookmarks are the same. Lists within are compared by identity: none is ever changed. */
function areAlike(some: readonly Bookmark[], others: readonly Bookmark[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]!;
      return FIELDS.every((field) => one[field] === other[field]);
    })
  );
}

const FIELDS = [
  'id',
  'title',
  'summary',
  'section',
  'sections',
  'savedAt',
  'note',
  'tags',
  'articleTags',
  'reporters',
] as const satisfies readonly (keyof Bookmark)[];

function entryOf(bookmark: Bookmark): SegmentEntry {
  const tags = [...bookmark.tags, ...bookmark.articleTags];
  const label = sectionLabel(bookmark.section);
  return {
    id: bookmark.id,
    title: bookmark.title,
    beside: [label, bookmark.note, ...bookmark.reporters, ...tags].filter((text) => text !== ''),
    lead: bookmark.summary,
    sections: sectionsOf(bookmark),
    tags: tags.map((tag) => normalise(tag).text),
    time: parseKoreanTime(bookmark.savedAt),
  };
}
