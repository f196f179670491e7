/** Searching headlines by the index on the disk: it gives shortlists, the likeliest first, and `engine.ts` ranks them. */
import type { CandidateSource, Unindexed } from '../candidates.ts';
import { createIndexedSearch, segmentOf } from './indexed-search.ts';
import { createFinder, EVERY_STEP, mayGuess, type Result, resultsOf } from './match/engine.ts';
import { createHighlighter } from './match/highlight.ts';
import { LEAST_TYPED } from './match/match.ts';
import { best, type ScoredEntry } from './match/scores.ts';
import { type SegmentEntry, sectionsOf } from './match/segment.ts';
import { isEmpty, parseQuery, type Word } from './query/query.ts';
import type { SearchStep, SearchSteps } from './steps.ts';

export interface SearchOptions {
  readonly limit: number;
  /** ms since the epoch, for `<어제`. */
  readonly now: number;
}

/** The number of unindexed headlines looked through at a time: some 20 ms. */
const UNINDEXED = 1000;

/**
 * Finds headlines, best first, newer before older among equals. An empty query finds nothing. Results of the
 * index come first, then unindexed ones, and if there are few, those that may be meant by a slip.
 */
export function* searchHeadlines(
  source: CandidateSource,
  text: string,
  { limit, now }: SearchOptions,
): SearchSteps<Result> {
  const query = parseQuery(text, now);
  if (isEmpty(query)) return [];
  const guessed = new Set<Word>();
  const indexed = createIndexedSearch(source, query, limit, guessed);
  const matchesIn = createHighlighter(query.words, guessed);
  /** Entries found without the index, or before words were taken for slips. */
  let found: ScoredEntry[] = [];
  const add = (some: readonly ScoredEntry[]): void => {
    found = bestOf([...found, ...some], limit);
  };
  const bestSoFar = (most: number): ScoredEntry[] => bestOf([...found, ...indexed.best()], most);
  /** @param allTyped whether all titles with the typed words are found */
  const step = (allTyped = false): SearchStep<Result> => ({
    results: (most = limit) => resultsOf(bestSoFar(most), matchesIn),
    guesses: false,
    ...(allTyped && {
      settled: () => bestSoFar(limit).filter(({ score }) => score >= LEAST_TYPED).length,
    }),
  });

  function* complete(): SearchSteps<Result> {
    const all = found;
    yield {
      results: (most) => resultsOf(all.slice(0, most), matchesIn),
      guesses: false,
      count: all.length,
    };
    return resultsOf(all, matchesIn);
  }

  const pages = unindexed(source);
  /** Whether there are no more pages than the first ones. */
  let areAll = true;
  for (const each of pages) {
    const first = each.next();
    if (first.done) continue;
    indexed.add(first.value);
    areAll &&= first.value.length < UNINDEXED;
  }
  for (const allTyped of indexed.find()) yield step(areAll && allTyped);

  let later = 0;
  for (const entries of rest(pages)) {
    later += 1;
    yield step();
    const finder = createFinder(query);
    finder.add(segmentOf(entries));
    finder.look(EVERY_STEP);
    add(finder.best(limit));
  }
  add(indexed.best());
  if (!mayGuess(query, found)) return yield* complete();

  const slips = (some: readonly ScoredEntry[]): ScoredEntry[] => some.filter(({ way }) => way === 'typo');
  const guessing = (guesses = false): SearchStep<Result> => ({
    results: () => resultsOf(bestOf([...found, ...slips(indexed.best())], limit), matchesIn),
    guesses,
  });
  yield guessing(true);
  for (const _ of indexed.guess()) yield guessing();
  add(slips(indexed.best()));
  for (const entries of later === 0 ? [] : laterPages(source)) {
    yield { results: () => resultsOf(found, matchesIn), guesses: false };
    const finder = createFinder(query, guessed);
    finder.add(segmentOf(entries));
    finder.look(EVERY_STEP);
    for (const _ of finder.guess(finder.unsure()));
    add(slips(finder.best(limit)));
  }
  return yield* complete();
}

/** The best entries, each once: one found by its title in the index may be found again by its lead outside it. */
function bestOf(some: readonly ScoredEntry[], limit: number): ScoredEntry[] {
  const byId = new Map<string, ScoredEntry>();
  for (const each of some) {
    const before = byId.get(each.entry.id);
    if (before === undefined || each.score > before.score) byId.set(each.entry.id, each);
  }
  return best([...byId.values()], limit);
}

/** Pages of unindexed headlines, and of headlines of which the title is indexed and the lead is not. */
const unindexed = (source: CandidateSource) => [
  unindexedPages(source, 'titles'),
  unindexedPages(source, 'leads'),
];

/** All pages but the first ones, which are looked through with the index's shortlist. */
function* laterPages(source: CandidateSource): Generator<SegmentEntry[]> {
  const pages = unindexed(source);
  for (const each of pages) each.next();
  yield* rest(pages);
}

function* rest(pages: readonly Generator<SegmentEntry[]>[]): Generator<SegmentEntry[]> {
  for (const each of pages) yield* each;
}

/** Entries that are not indexed, from the highest id down, as they are looked through. */
function* unindexedPages(source: CandidateSource, what: 'titles' | 'leads'): Generator<SegmentEntry[]> {
  let below: string | null = null;
  for (;;) {
    const page: Unindexed[] = source.unindexed(what, below, UNINDEXED);
    const entries = page.flatMap(({ id, headline }) =>
      headline === null
        ? []
        : [
            {
              id,
              title: headline.title,
              beside: [],
              lead: headline.summary,
              sections: sectionsOf(headline),
              tags: [],
              time: headline.time,
            },
          ],
    );
    if (entries.length > 0) yield entries;
    if (page.length < UNINDEXED) return;
    below = page.at(-1)!.id;
  }
}
