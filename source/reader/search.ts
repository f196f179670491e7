import { parseKoreanTime } from '../korean/times.ts';
import { headlineOfArticle } from '../lead.ts';
import type { Headline } from '../model.ts';
import { createBookmarkSearch } from '../search/bookmark-search.ts';
import { lastOf, searchHeadlines } from '../search/headline-search.ts';
import type { Result } from '../search/match/engine.ts';
import { sectionsOf } from '../search/match/segment.ts';
import { textQuery } from '../search/query/filters.ts';
import { normalise } from '../search/query/normalise.ts';
import { parseQuery } from '../search/query/query.ts';
import { paragraphsOf } from '../search/shortlist/tokens.ts';
import { type SearchedText, searchTexts } from '../search/text-search.ts';
import type { Bookmarking } from './bookmarking.ts';
import { indexSome } from './indexing.ts';
import type { Found, FoundBookmark, ReaderParts, Search } from './types.ts';

interface ReaderSearchParts extends Pick<ReaderParts, 'archive' | 'now'> {
  readonly bookmarking: Bookmarking;
  readonly headline: (id: string) => Headline | null;
}

/** Search over what is kept: the archive by its index, the bookmarks, which are few, by looking through them. */
export function createSearch({ archive, bookmarking, headline, now }: ReaderSearchParts): Search {
  const searchBookmarks = createBookmarkSearch();
  const { index } = archive;

  const shown = (results: readonly Result[]): Found[] =>
    results.flatMap((result) => {
      const found = headline(result.id);
      return found === null ? [] : [foundOf(found, result)];
    });

  function* stepwise(query: string, limit: number): Generator<Found[], Found[]> {
    const inTexts = textQuery(query);
    if (inTexts !== null) return texts(inTexts, limit);
    const steps = searchHeadlines(index, query, { limit, now: now() });
    for (;;) {
      const { value, done } = steps.next();
      if (done) return shown(value);
      yield shown(value);
    }
  }

  const titles = (query: string, limit: number): Found[] =>
    shown(lastOf(searchHeadlines(index, query, { limit, now: now() })));

  function headlines(query: string, limit: number): Found[] {
    const inTexts = textQuery(query);
    return inTexts === null ? titles(query, limit) : texts(inTexts, limit);
  }

  function text(id: string): SearchedText | null {
    const known = archive.headline(id);
    const article = archive.article(id);
    const shown = known ?? (article === null ? null : headlineOfArticle(article));
    if (shown === null) return null;
    return {
      title: article?.title ?? shown.title,
      paragraphs: paragraphsOf(shown, article),
      sections: sectionsOf(shown),
      tags: (article?.tags ?? []).map((tag) => normalise(tag).text),
      time: shown.publishedAt === null ? null : parseKoreanTime(shown.publishedAt),
    };
  }

  function texts(query: string, limit: number): Found[] {
    // Sections and days alone say nothing about texts.
    if (parseQuery(query, now()).words.length === 0) return titles(query, limit);
    const source = { candidates: index.candidates, unindexed: index.unindexed, text };
    return searchTexts(source, query, { limit, now: now() }).flatMap((result) => {
      const article = headline(result.id) === null ? archive.article(result.id) : null;
      const shown = headline(result.id) ?? (article === null ? null : headlineOfArticle(article));
      return shown === null ? [] : [foundOf(shown, result)];
    });
  }

  return {
    headlines,
    stepwise,
    index: () => indexSome(archive),

    texts: (query, limit) => texts(textQuery(query) ?? query, limit),

    bookmarks(query: string, limit: number): FoundBookmark[] {
      const list = bookmarking.list();
      const byId = new Map(list.map((bookmark) => [bookmark.id, bookmark]));
      return searchBookmarks(list, textQuery(query) ?? query, { limit, now: now() }).map((result) =>
        foundOf(byId.get(result.id)!, result),
      );
    },
  };
}

const foundOf = <T extends Headline>(headline: T, { score, matches, found }: Result) => ({
  headline,
  score,
  matches,
  found,
});
