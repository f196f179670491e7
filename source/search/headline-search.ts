/** Searching headlines by the index on the disk: it gives shortlists, the likeliest first, and `engine.ts` ranks them. */
import type { CandidateSource, Unindexed } from '../candidates.ts';
import { createLeads } from './leads.ts';
import {
  createFinder,
  EVERY_STEP,
  IN_LEADS,
  IN_TITLES,
  mayGuess,
  type Result,
  resultsOf,
} from './match/engine.ts';
import { createHighlighter } from './match/highlight.ts';
import { best, type ScoredEntry } from './match/scores.ts';
import { createSegment, type Segment, type SegmentEntry, sectionsOf } from './match/segment.ts';
import { isEmpty, parseQuery, type Query, type Word } from './query/query.ts';
import {
  all,
  anyWay,
  begun,
  type Expression,
  inText,
  mayBeUnspaced,
  slips,
  standing,
  typed,
  unspaced,
} from './shortlist/shortlist.ts';

export interface SearchOptions {
  readonly limit: number;
  /** ms since the epoch, for `<어제`. */
  readonly now: number;
}

/** The least that is looked through of what passes an expression: of many the newest. */
const FEWEST = 1000;
/** So many of the newest are looked through for what stands in nearly every title. */
const NEWEST = 2000;
/** How many leads are read at a time, and in all. */
const LEADS = 250;
const MOST_LEADS = 2000;
/** How much of what is not indexed is looked through at a time: some 20 ms. */
const UNINDEXED = 1000;
/** With so many near guesses no wider ones are looked for. */
const ENOUGH_GUESSES = 100;
/** How many entries are looked at to see whether words stand together. */
const PROBED = 50;

/**
 * Finds headlines, best first, newer before older among equals. An empty query finds nothing. What is yielded is the best
 * so far, mostly after less than 20 ms of work: what the index has, then what is not indexed yet, and where that is little,
 * what may be meant by a slip. What is returned is the end.
 */
export function* searchHeadlines(
  source: CandidateSource,
  text: string,
  { limit, now }: SearchOptions,
): Generator<Result[], Result[]> {
  const query = parseQuery(text, now);
  if (isEmpty(query)) return [];
  const guessed = new Set<Word>();
  const shortlist = createShortlist(source, query, limit, guessed);
  const pages = unindexedPages(source);
  const first = pages.next();
  if (!first.done) shortlist.add(first.value);
  shortlist.find();
  let found = shortlist.best();
  const matchesIn = createHighlighter(query.words, guessed);
  const results = (): Result[] => resultsOf(found, matchesIn);

  for (const entries of pages) {
    yield results();
    const finder = createFinder(query);
    finder.add(segmentOf(entries));
    finder.look(EVERY_STEP);
    found = best([...found, ...finder.best(limit)], limit);
  }

  if (!mayGuess(query, found)) return results();
  yield results();
  shortlist.guess();
  const take = (some: readonly ScoredEntry[]): void => {
    found = best([...found, ...some.filter(({ way }) => way === 'typo')], limit);
  };
  take(shortlist.best());
  for (const entries of laterPages(source)) {
    yield results();
    const finder = createFinder(query, guessed);
    finder.add(segmentOf(entries));
    finder.look(EVERY_STEP);
    finder.guess(finder.unsure());
    take(finder.best(limit));
  }
  return results();
}

/** The end of a search that is not shown bit by bit. */
export function lastOf<T>(steps: Iterator<T, T>): T {
  for (;;) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** All pages but the first, which is looked through with the index's shortlist. */
function* laterPages(source: CandidateSource): Generator<SegmentEntry[]> {
  const pages = unindexedPages(source);
  pages.next();
  yield* pages;
}

const segmentOf = (entries: readonly SegmentEntry[]): Segment => createSegment(entries, createLeads);

/** What is to be found by the index, and what is looked through with it. */
function createShortlist(source: CandidateSource, query: Query, limit: number, guessed: Set<Word>) {
  const { words, sections, from, to } = query;
  const finder = createFinder(query, guessed);
  const seen = new Set<string>();
  const tags = query.tags.map(standing);

  function add(entries: readonly SegmentEntry[]): void {
    const fresh = entries.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    if (fresh.length > 0) finder.add(segmentOf(fresh));
  }

  /** Takes the newest that pass in; returns what they are, those that were known too. */
  function take(
    where: 'titles' | 'texts',
    match: Expression | 'any',
    many: number,
    below: number | null = null,
  ) {
    const whole = match === 'any' ? (tags.length === 0 ? null : all(tags)) : all([match, ...tags]);
    if (whole === null && (match !== 'any' || tags.length > 0)) return [];
    const rows = source.candidates({
      in: where,
      match: whole,
      sections,
      // A tag is a word of the title here: headlines come without.
      tags: [],
      from,
      to,
      below,
      limit: many,
    });
    add(
      rows
        .filter(({ lead }) => lead !== null)
        .map(({ id, title, time, lead }) => ({
          id,
          title,
          time,
          lead: lead!,
          beside: [],
          sections,
          tags: [],
        })),
    );
    return rows;
  }

  const many = Math.max(FEWEST, limit);

  /** Goes on from the likeliest way to the others until enough is found. */
  function find(): void {
    if (words.length === 0) {
      take('titles', 'any', limit);
      return;
    }
    const isFound = (steps: number): boolean => finder.look(steps) >= limit;
    take('titles', begun(words), many);
    if (isFound(IN_TITLES)) return;
    if (words.every(({ typed }) => typed.length === 1)) {
      take('titles', 'any', Math.max(NEWEST, limit));
      if (isFound(IN_TITLES) || isFound(EVERY_STEP)) return;
    }
    take('titles', typed(words), many);
    if (isFound(IN_TITLES) || isInLeads()) return;
    take('titles', anyWay(words), many);
    if (words.length > 1) take('texts', inText(words), LEADS);
    if (isFound(EVERY_STEP) || !mayBeUnspaced(words)) return;
    take('titles', unspaced(words), many);
    finder.look(EVERY_STEP);
  }

  /** Leads are long: only as many are read as are wanted. */
  function isInLeads(): boolean {
    const match = typed(words);
    let below: number | null = null;
    for (let read = 0; read < MOST_LEADS; read += LEADS) {
      const rows = take('texts', match, LEADS, below);
      if (finder.look(IN_LEADS) >= limit) return true;
      if (rows.length < LEADS) return false;
      below = rows.at(-1)!.number;
    }
    return false;
  }

  /** The newest indexed titles that an expression matches, within the query's sections and days. */
  function titlesWith(match: Expression, most: number) {
    return source.candidates({
      in: 'titles',
      match,
      sections,
      tags: [],
      from,
      to,
      below: null,
      limit: most,
    });
  }

  /** Whether some words stand together in an entry. */
  function stand(some: readonly Word[]): boolean {
    const match = unspaced(some);
    if (match === null) return false;
    const rows = titlesWith(match, PROBED);
    const probe = createFinder({ ...query, words: some, tags: [] });
    probe.add(segmentOf(rows.map((row) => ({ ...row, lead: '', beside: [], sections, tags: [] }))));
    return probe.look(EVERY_STEP) > 0;
  }

  /** The words that may be slips: those that stand nowhere with the others; else the rarest. */
  function unsure(): number[] {
    if (words.length === 1) return [0];
    const known: Word[] = [];
    const unknown: number[] = [];
    words.forEach((word, index) => {
      if (stand([...known, word])) known.push(word);
      else unknown.push(index);
    });
    return unknown.length > 0 ? unknown : [rarest()];
  }

  function rarest(): number {
    const counts = words.map((word) => {
      const match = unspaced([word]);
      if (match === null) return 0;
      return titlesWith(match, many).length;
    });
    return counts.indexOf(Math.min(...counts));
  }

  return {
    add,
    find,
    best: () => finder.best(limit),
    /** Takes words for slips where too little was found. */
    guess(): void {
      const unknown = unsure();
      const known = words.filter((_, index) => !unknown.includes(index));
      for (const distance of ['near', 'far'] as const) {
        const meant = unknown.map((index) => slips(words[index]!)[distance]);
        take('titles', all([...(known.length === 0 ? [] : [unspaced(known)]), ...meant]), many);
        finder.look(EVERY_STEP);
        finder.guess(unknown);
        // A near guess may be another word than the one meant: only a full screen of them is enough.
        if (finder.best(ENOUGH_GUESSES).filter(({ way }) => way === 'typo').length >= ENOUGH_GUESSES) return;
      }
    },
  };
}

/** What is not indexed, from the highest id down, as it is looked through. */
function* unindexedPages(source: CandidateSource): Generator<SegmentEntry[]> {
  let below: string | null = null;
  for (;;) {
    const page: Unindexed[] = source.unindexed('titles', below, UNINDEXED);
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
