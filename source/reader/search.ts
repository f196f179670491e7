import { headlineOfArticle } from '../lead.ts';
import type { Headline } from '../model.ts';
import { createBookmarkSearch } from '../search/bookmark-search.ts';
import type { Result } from '../search/engine.ts';
import { findInText } from '../search/find-in-text.ts';
import { createHeadlineIndex } from '../search/headline-index.ts';
import { parseQuery } from '../search/query.ts';
import { indexedText, termsOf } from '../search/text-terms.ts';
import type { Bookmarking } from './bookmarking.ts';
import type { Found, FoundBookmark, ReaderParts, Search } from './types.ts';

interface Parts extends Pick<ReaderParts, 'archive' | 'now'> {
  readonly bookmarking: Bookmarking;
  readonly headline: (id: string) => Headline | null;
}

/** How many headlines are read at a time while the archive is made ready for searching: some 20 ms. */
const PAGE = 1000;
/** How many texts are indexed at a time: some 20 ms. */
const TEXTS = 20;

/** Search over what is kept. The index is made when first needed and takes in what came since at each search. */
export function createFinding({ archive, bookmarking, headline, now }: Parts): Search {
  const index = createHeadlineIndex();
  const searchBookmarks = createBookmarkSearch();
  /** What came before it is not read yet; null where all is. */
  let before: string | null = null;
  let begun = false;
  let mark = 0;

  function readPage(): void {
    if (!begun) mark = archive.headlinesSince(Number.POSITIVE_INFINITY).mark;
    const { headlines, next } = archive.headlinesBefore(before, PAGE);
    index.add(headlines);
    before = next;
    begun = true;
  }

  const isRead = (): boolean => begun && before === null;

  function takeChanges(): void {
    const { headlines, mark: next } = archive.headlinesSince(mark);
    index.add(headlines);
    mark = next;
  }

  function headlines(query: string, limit: number, soFar = false): Found[] {
    if (!begun) readPage();
    while (!soFar && !isRead()) readPage();
    takeChanges();
    return index.search(query, { limit, now: now() }).flatMap((result) => {
      const found = headline(result.id);
      return found === null ? [] : [foundOf(found, result)];
    });
  }

  function indexTexts(): boolean {
    return archive.mode === 'read-write' && archive.indexTexts(TEXTS, indexedText) > 0;
  }

  return {
    prepare(): boolean {
      if (isRead()) return index.prepare();
      readPage();
      return true;
    },

    headlines,
    indexTexts,

    texts(query: string, limit: number): Found[] {
      const { words, ...filters } = parseQuery(query, now());
      // Sections and days alone say nothing about texts.
      if (words.length === 0) return headlines(query, limit);
      while (indexTexts());
      const terms = termsOf(words);
      const found = archive.findTexts(
        {
          ...filters,
          long: terms.flatMap((term) => (term.kind === 'long' ? [term.alternatives] : [])),
          short: terms.flatMap((term) => (term.kind === 'short' ? term.tokens : [])),
        },
        limit,
      );
      return found.flatMap(({ id, rank }) => {
        const article = headline(id) === null ? archive.article(id) : null;
        const shown = headline(id) ?? (article === null ? null : headlineOfArticle(article));
        return shown === null
          ? []
          : [{ headline: shown, score: rank, matches: findInText(shown.title, query) }];
      });
    },

    bookmarks(query: string, limit: number): FoundBookmark[] {
      const list = bookmarking.list();
      const byId = new Map(list.map((bookmark) => [bookmark.id, bookmark]));
      return searchBookmarks(list, query, { limit, now: now() }).map((result) =>
        foundOf(byId.get(result.id)!, result),
      );
    },
  };
}

/** What was found; where in the title is only looked up for what is shown. */
function foundOf<T extends Headline>(headline: T, result: Result) {
  return {
    headline,
    score: result.score,
    get matches() {
      return result.matches;
    },
  };
}
