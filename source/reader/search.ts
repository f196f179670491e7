import { UNFILTERED } from '../candidates.ts';
import { choseong } from '../korean/jamo.ts';
import { hangulToLatin } from '../korean/keyboard.ts';
import { parseKoreanTime } from '../korean/times.ts';
import { headlineOfArticle } from '../lead.ts';
import type { Bookmark, Headline } from '../model.ts';
import { createBookmarkSearch } from '../search/bookmark-search.ts';
import { searchHeadlines } from '../search/headline-search.ts';
import type { Result } from '../search/match/engine.ts';
import { sectionsOf } from '../search/match/segment.ts';
import { textQuery } from '../search/query/filters.ts';
import { normalise } from '../search/query/normalise.ts';
import { parseQuery, type Query } from '../search/query/query.ts';
import { createSearchAmong } from '../search/search-among.ts';
import { paragraphsOf } from '../search/shortlist/tokens.ts';
import { sieveOf } from '../search/sieve.ts';
import { lastOf, mapped, type SearchSteps } from '../search/steps.ts';
import { type SearchedText, searchTexts } from '../search/text-search.ts';
import type { Bookmarking } from './bookmarking.ts';
import { indexSome } from './indexing.ts';
import type { Found, FoundBookmark, ReaderParts, Search } from './types.ts';

/**
 * How many times more results are looked for if some may be filtered out, and how many are looked through at
 * most.
 */
const MORE = 5;
const MOST_SIFTED = 20_000;
/** As many results as the screen lists. */
const USUAL = 200;
/** V8 compiles code that has run a few times: searches are rehearsed with the words of so many headlines. */
const REHEARSED = 3;
/** With more headlines than this, those that are not found again are forgotten. */
const REMEMBERED = 400;

interface ReaderSearchParts extends Pick<ReaderParts, 'archive' | 'now'> {
  readonly bookmarking: Bookmarking;
  /** The kept ones among some headlines, by their ids. */
  readonly headlines: (ids: readonly string[]) => ReadonlyMap<string, Headline>;
  /** Changes whenever one of them may have. */
  readonly version: () => string;
}

/** Search over kept articles: the archive by its index, the bookmarks, which are few, by looking through them. */
export function createSearch({ archive, bookmarking, headlines, version, now }: ReaderSearchParts): Search {
  const searchBookmarks = createBookmarkSearch();
  const searchAmong = createSearchAmong();
  const { index } = archive;

  /** Headlines found lately, for one version of the archive: the next key mostly finds many of them again. */
  let last: { version: string; headlines: ReadonlyMap<string, Headline | null> } = {
    version: '',
    headlines: new Map(),
  };

  const shown = (results: readonly Result[]): Found[] => {
    const present = version();
    const before = last.version === present ? last.headlines : new Map<string, Headline | null>();
    const fresh = headlines(results.flatMap(({ id }) => (before.has(id) ? [] : id)));
    const known = new Map(
      results.map(({ id }) => [id, before.get(id) ?? fresh.get(id) ?? unlisted(id)] as const),
    );
    last = { version: present, headlines: before.size > REMEMBERED ? known : new Map([...before, ...known]) };
    return results.flatMap((result) => {
      const headline = known.get(result.id) ?? null;
      return headline === null ? [] : [foundOf(headline, result)];
    });
  };

  /** An article that no feed gave. */
  function unlisted(id: string): Headline | null {
    const article = archive.article(id);
    return article === null ? null : headlineOfArticle(article);
  }

  /** Looks for more than is wanted, and for more again, until enough results stay or there are no more. */
  function* sifted<Item extends { readonly headline: Headline }>(
    query: Query,
    limit: number,
    find: (limit: number) => SearchSteps<Item>,
    textsOf: (headline: Item['headline']) => readonly string[] = leadTexts,
  ): SearchSteps<Item> {
    const stays = sieveOf(query);
    if (stays === null) return yield* find(limit);
    for (let many = limit * MORE; ; many *= MORE) {
      let all = 0;
      const left: Item[] = yield* mapped(find(many), (items) => {
        all = items.length;
        return items
          .filter(({ headline: each }) =>
            stays({ read: each.read, bookmarked: each.bookmarked, texts: textsOf(each) }),
          )
          .slice(0, limit);
      });
      if (left.length === limit || all < many || many >= MOST_SIFTED) return left;
    }
  }

  function titles(query: string, limit: number): SearchSteps<Found> {
    // Bookmarks are few: they are looked through themselves.
    const parsed = parseQuery(query, now());
    if (parsed.bookmarked) return inBookmarks(query, limit);
    return sifted(parsed, limit, (many) =>
      mapped(searchHeadlines(index, query, { limit: many, now: now() }), shown, true),
    );
  }

  /** How often the bookmarks were released. */
  let releases = 0;

  /** Steps that end once the bookmarks are released, which they would otherwise read again. */
  function* untilReleased<Step, End>(
    steps: Generator<Step, End, void>,
    end: End,
  ): Generator<Step, End, void> {
    const before = releases;
    for (;;) {
      const { value, done } = steps.next();
      if (done === true) return value;
      yield value;
      if (releases !== before) return end;
    }
  }

  function* prepared(): Generator<void, void, void> {
    yield* searchBookmarks.prepare(yield* stepsAs(bookmarking.unmarked(), undefined));
  }

  function* inBookmarks(query: string, limit: number): SearchSteps<FoundBookmark> {
    const list = yield* stepsAs(bookmarking.unmarked(), { results: () => [], guesses: false });
    return yield* sifted(
      parseQuery(query, now()),
      limit,
      (many) =>
        mapped(
          searchBookmarks.find(list, query, { limit: many, now: now() }),
          (results) => {
            const found = byId(bookmarking.withMarks(list, placesOf(list, results)));
            return results.map((result) => foundOf(found.get(result.id)!, result));
          },
          true,
        ),
      (bookmark) => [...leadTexts(bookmark), bookmark.note],
    );
  }

  function among(headlines: readonly Headline[], query: string, limit: number): SearchSteps<Found> {
    const known = byId(headlines);
    function* find(many: number): SearchSteps<Found> {
      return searchAmong(headlines, query, { limit: many, now: now() }).map((result) =>
        foundOf(known.get(result.id)!, result),
      );
    }
    return sifted(parseQuery(query, now()), limit, find);
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
      reporters: article === null ? null : article.reporters.map(({ name }) => name),
      time: shown.publishedAt === null ? null : parseKoreanTime(shown.publishedAt),
    };
  }

  function texts(query: string, limit: number): SearchSteps<Found> {
    // Sections and days alone say nothing about texts.
    const parsed = parseQuery(query, now());
    if (parsed.words.length === 0) return titles(query, limit);
    const source = { candidates: index.candidates, unindexed: index.unindexed, text };
    return sifted(
      parsed,
      limit,
      (many) => mapped(searchTexts(source, query, { limit: many, now: now() }), shown),
      (each) => [...leadTexts(each), ...(text(each.id)?.paragraphs ?? [])],
    );
  }

  let isPrepared = false;

  function* prepareHeadlines(): Generator<void, void> {
    if (isPrepared) return;
    isPrepared = true;
    const newest = index.candidates({ ...UNFILTERED, in: 'titles', match: null, limit: REHEARSED });
    for (const { title } of newest) {
      const [one = '', other = ''] = title.match(/[가-힣]{2,}/g) ?? [];
      const [first = '', second = ''] = one;
      // A syllable, two initial consonants, the other layout, and two words: each is looked for in its own way.
      for (const query of [
        first,
        choseong(first + second),
        hangulToLatin(first),
        `${one} ${other.slice(0, 1)}`,
        `${one} ${other}`,
      ]) {
        for (const { guesses } of titles(query, USUAL)) {
          if (guesses) break;
          yield;
        }
      }
    }
  }

  /** Searches once more if the index proved damaged on the way: the first part of it may have found too little. */
  function* inSoundIndex(find: () => SearchSteps<Found>): SearchSteps<Found> {
    const before = index.remakes();
    const found = yield* find();
    return index.remakes() === before ? found : yield* find();
  }

  function stepwise(query: string, limit: number): SearchSteps<Found> {
    const inTexts = textQuery(query);
    return inSoundIndex(() => (inTexts === null ? titles(query, limit) : texts(inTexts, limit)));
  }

  return {
    headlines: (query, limit) => lastOf(stepwise(query, limit)),
    stepwise,
    index: () => indexSome(archive),

    texts: (query, limit) => lastOf(inSoundIndex(() => texts(textQuery(query) ?? query, limit))),

    among: (headlines, query, limit) => lastOf(among(headlines, textQuery(query) ?? query, limit)),

    bookmarks: (query, limit) => lastOf(inBookmarks(textQuery(query) ?? query, limit)),

    bookmarksStepwise: (query, limit) => untilReleased(inBookmarks(textQuery(query) ?? query, limit), []),

    prepareHeadlines,

    prepareBookmarks: () => untilReleased(prepared(), undefined),

    releaseBookmarks() {
      releases += 1;
      searchBookmarks.release();
    },
  };
}

/** The places of the bookmarks that were found. */
function placesOf(list: readonly Bookmark[], results: readonly Result[]): number[] {
  const ids = new Set(results.map(({ id }) => id));
  const places: number[] = [];
  for (let at = 0; at < list.length && places.length < ids.size; at += 1)
    if (ids.has(list[at]!.id)) places.push(at);
  return places;
}

const byId = <T extends Headline>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((each) => [each.id, each]));

/** The same steps, each of them as something else. */
function* stepsAs<Step, End>(steps: Generator<unknown, End, void>, step: Step): Generator<Step, End, void> {
  for (;;) {
    const { value, done } = steps.next();
    if (done === true) return value;
    yield step;
  }
}

const leadTexts = ({ title, summary }: Headline): string[] => [title, summary];

const foundOf = <T extends Headline>(headline: T, result: Result) => ({
  headline,
  score: result.score,
  found: result.found,
  get matches() {
    return result.matches;
  },
});
