import type { Headline } from '../model.ts';
import type { Found, FoundBookmark, ReaderParts } from '../reader.ts';
import { searchBookmarks } from '../search/bookmarks.ts';
import type { Result } from '../search/engine.ts';
import { createHeadlineIndex, type HeadlineIndex } from '../search/headlines.ts';
import type { Bookmarking } from './bookmarking.ts';

interface Parts extends Pick<ReaderParts, 'archive' | 'now'> {
  readonly bookmarking: Bookmarking;
  readonly headline: (id: string) => Headline | null;
}

/** Search over what is kept. The index is made at the first search and takes in what came since at each. */
export function createFinding({ archive, bookmarking, headline, now }: Parts) {
  let index: HeadlineIndex | null = null;
  let indexed = 0;

  function headlineIndex(): HeadlineIndex {
    index ??= createHeadlineIndex();
    const { headlines, mark } = archive.headlinesSince(indexed);
    if (headlines.length > 0) index.add(headlines);
    indexed = mark;
    return index;
  }

  return {
    headlines(query: string, limit: number): Found[] {
      return headlineIndex()
        .search(query, { limit, now: now() })
        .flatMap((result) => {
          const found = headline(result.id);
          return found === null ? [] : [foundOf(found, result)];
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
