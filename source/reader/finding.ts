import type { Headline } from '../model.ts';
import type { Found, FoundBookmark, ReaderParts } from '../reader.ts';
import { searchBookmarks } from '../search/bookmarks.ts';
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
        .flatMap(({ id, score, matches }) => {
          const found = headline(id);
          return found === null ? [] : [{ headline: found, score, matches }];
        });
    },

    bookmarks(query: string, limit: number): FoundBookmark[] {
      const list = bookmarking.list();
      const byId = new Map(list.map((bookmark) => [bookmark.id, bookmark]));
      return searchBookmarks(list, query, { limit, now: now() }).map(({ id, score, matches }) => ({
        headline: byId.get(id)!,
        score,
        matches,
      }));
    },
  };
}
