import { choseong } from '../korean/jamo.ts';
import { parseKoreanTime } from '../korean/times.ts';
import type { Bookmark } from '../model.ts';
import { sectionLabel } from '../sections.ts';
import type { SearchOptions } from './headline-search.ts';
import { createLeads } from './leads.ts';
import { findInSegments, type Result } from './match/engine.ts';
import { createSegment, type Segment, type SegmentEntry, sectionsOf } from './match/segment.ts';
import { normalise } from './query/normalise.ts';
import { isEmpty, parseQuery } from './query/query.ts';
import type { SearchSteps } from './steps.ts';

/** Finds bookmarks by title, summary, section, reporters, tags and note, best first. */
interface BookmarkSearch {
  find(bookmarks: readonly Bookmark[], text: string, options: SearchOptions): SearchSteps<Result>;
  /** Sets up a search, some 10 ms at a time, so that the first key need not wait. */
  prepare(bookmarks: readonly Bookmark[]): Generator<void, void>;
  /** Forgets what was set up. */
  release(): void;
}

/** How many bookmarks are looked through at a time. */
const PAGE = 1000;

/** Some of the bookmarks, and their texts set up for searching. */
interface BookmarkPage {
  readonly bookmarks: readonly Bookmark[];
  readonly segment: Segment;
}

/** A search over bookmarks that sets up again only those that are others than at the last query. */
export function createBookmarkSearch(): BookmarkSearch {
  let pages: readonly BookmarkPage[] = [];
  /** The bookmarks of which all pages are. */
  let known: readonly Bookmark[] | null = null;

  function* segments(bookmarks: readonly Bookmark[]): Generator<Segment, void> {
    if (bookmarks === known) return yield* pages.map(({ segment }) => segment);
    const before = pages;
    known = null;
    const all: BookmarkPage[] = [];
    for (let at = 0; at < bookmarks.length; at += PAGE) {
      const some = bookmarks.slice(at, at + PAGE);
      const known = before[all.length];
      const isKnown = known !== undefined && areAlike(some, known.bookmarks);
      all.push({
        bookmarks: some,
        segment: isKnown ? known.segment : segmentOf(some),
      });
      // A search that is not continued leaves its pages for the next one.
      pages = [...all, ...before.slice(all.length)];
      yield all.at(-1)!.segment;
    }
    pages = all;
    known = bookmarks;
  }

  return {
    *find(bookmarks, text, { limit, now }) {
      const query = parseQuery(text, now);
      return isEmpty(query) ? [] : yield* findInSegments(segments(bookmarks), query, limit);
    },
    *prepare(bookmarks) {
      for (const { fields, leads } of segments(bookmarks)) {
        for (const { column } of fields) void [column.jamo, column.choseong];
        yield void leads;
      }
      yield* rehearsed(pages);
    },
    release() {
      pages = [];
      known = null;
    },
  };
}

/** A search finds the more the longer it takes: the code of a key is compiled a little at a time. */
const REHEARSED = [4, 40, 40];

/**
 * Searches for a title's words in the ways that keys do, so that no first key waits until V8 has compiled the
 * code; for a few results at first.
 */
function* rehearsed(pages: readonly BookmarkPage[]): Generator<void, void> {
  const words = pages[0]?.bookmarks[0]?.title.split(' ') ?? [];
  const queries = [words[0], words.slice(0, 2).join(' '), choseong(words[0]?.[0] ?? ''), 'rk 가나ㄷ'];
  const segments = pages.slice(0, 3).map(({ segment }) => segment);
  for (const limit of REHEARSED) {
    for (const query of queries) {
      for (const step of findInSegments(segments, parseQuery(query ?? '', 0), limit)) {
        if (step.guesses) break;
        yield void step.results();
      }
    }
  }
}

/** Whether two lists of bookmarks are the same. Lists within are compared by identity: none is ever changed. */
function areAlike(some: readonly Bookmark[], others: readonly Bookmark[]): boolean {
  return (
    some.length === others.length &&
    some.every((one, index) => {
      const other = others[index]!;
      return one === other || FIELDS.every((field) => one[field] === other[field]);
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

/** Sets up some bookmarks; nothing is kept that is needed only for that. */
function segmentOf(bookmarks: readonly Bookmark[]): Segment {
  const all = bookmarks.map(entryOf);
  const { fields, leads } = createSegment(all, (texts) => createLeads(texts, true));
  const entries = all.map(({ id, title, sections, tags, time }) => ({ id, title, sections, tags, time }));
  return { entries, fields, leads };
}

const NONE: readonly string[] = [];

function entryOf(bookmark: Bookmark): SegmentEntry {
  const tags = [...bookmark.tags, ...bookmark.articleTags];
  const label = sectionLabel(bookmark.section);
  return {
    id: bookmark.id,
    title: bookmark.title,
    beside: [label, bookmark.note, ...bookmark.reporters, ...tags].filter((text) => text !== ''),
    lead: bookmark.summary,
    sections: sectionsOf(bookmark),
    tags: tags.length === 0 ? NONE : tags.map((tag) => normalise(tag).text),
    time: parseKoreanTime(bookmark.savedAt),
  };
}
