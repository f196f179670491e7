/** Looking through the index's entries for a query: shortlists, the likeliest first, each of them short. */
import type { Candidate, CandidateSource } from '../candidates.ts';
import { createLeads } from './leads.ts';
import { createFinder, EVERY_STEP, IN_LEADS, IN_TITLES } from './match/engine.ts';
import type { ScoredEntry } from './match/scores.ts';
import { createSegment, type Segment, type SegmentEntry } from './match/segment.ts';
import type { Query, Word } from './query/query.ts';
import {
  all,
  anyWay,
  begun,
  type Expression,
  inText,
  isLoneInitial,
  mayBeUnspaced,
  narrowing,
  slips,
  standing,
  typed,
  unspaced,
  whole,
} from './shortlist/shortlist.ts';
import { forTexts } from './shortlist/tokens.ts';

/** The least number of entries of an expression that are looked through: of more the newest. */
const FEWEST = 1000;
/** The number of titles read at a time. */
const TITLES = 400;
/** The number of leads read at a time, at least and at most, and in all: each costs as much as ten titles. */
const FEWEST_LEADS = 100;
const LEADS = 250;
const MOST_LEADS = 2000;
/** A quarter more leads are read than are likely to be enough. */
const SPARE = 1.25;
/** With so many near guesses no wider ones are looked for. */
const ENOUGH_GUESSES = 100;
/** The number of entries looked at to see whether words stand together. */
const PROBED = 50;

/** The worth of a word of a title that equals the typed word, and of one that begins with it. */
const WHOLE = 1;
const BEGUN = 0.97;

/** A search of the index; generators stop after a few ms of work, or one statement. */
export interface IndexedSearch {
  /** Looks through entries besides those of the index; known ones are left out. */
  add(entries: readonly SegmentEntry[]): void;
  /**
   * Continues from the likeliest way to the others until enough is found. Yields true once all titles with the typed
   * words are, and false before and after that.
   */
  find(): Generator<boolean, void>;
  /** Takes words for slips if too little was found. */
  guess(): Generator<void, void>;
  /** The best so far. */
  best(): ScoredEntry[];
}

export const segmentOf = (entries: readonly SegmentEntry[]): Segment => createSegment(entries, createLeads);

/** How many leads to read where so many are likely to be enough. */
const leadsFor = (likely: number): number =>
  Math.ceil(Math.min(LEADS, Math.max(FEWEST_LEADS, likely * SPARE)));

/** `guessed` gets the words that were taken for slips. */
export function createIndexedSearch(
  source: CandidateSource,
  query: Query,
  limit: number,
  guessed: Set<Word>,
): IndexedSearch {
  const { words, sections, from, to, read } = query;
  const finder = createFinder(query, guessed);
  const seen = new Set<string>();
  const tags = query.tags.map(standing);
  const many = Math.max(FEWEST, limit);

  function add(entries: readonly SegmentEntry[]): void {
    const fresh = entries.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    if (fresh.length > 0) finder.add(segmentOf(fresh));
  }

  /** Takes the newest entries that pass; returns them, with those known before. */
  function take(
    where: 'titles' | 'texts',
    match: Expression | 'any',
    most: number,
    below: number | null = null,
  ): Candidate[] {
    const expression = match === 'any' ? (tags.length === 0 ? null : all(tags)) : all([match, ...tags]);
    if (expression === null && (match !== 'any' || tags.length > 0)) return [];
    const rows = source.candidates({
      in: where,
      match: where === 'texts' && expression !== null ? forTexts(expression) : expression,
      sections,
      // A tag is a word of the title here: headlines come without.
      tags: [],
      from,
      to,
      read,
      below,
      limit: most,
    });
    add(rows.flatMap((row) => (row.lead === null ? [] : entryOf(row, row.lead))));
    return rows;
  }

  /** Takes the newest articles whose own tags are those of the query: their titles need not have them. */
  function takeTagged(): void {
    const match = all(tags);
    if (match === null) return;
    const rows = source.candidates({
      in: 'texts',
      match: forTexts(match),
      sections,
      tags: query.tags,
      from,
      to,
      read,
      below: null,
      limit: many,
    });
    add(rows.map((row) => ({ ...entryOf(row, row.lead ?? ''), tags: query.tags })));
  }

  const entryOf = ({ id, title, time }: Candidate, lead: string): SegmentEntry => ({
    id,
    title,
    time,
    lead,
    beside: [],
    sections,
    tags: [],
  });

  const isFound = (steps: number): boolean => finder.look(steps) >= limit;

  /** Whether all wanted results are found, each with words of at least some worth. */
  function areFound(worth: number): boolean {
    if (!isFound(IN_TITLES)) return false;
    return finder.best(limit).every(({ least }) => least >= worth);
  }

  function* find(): Generator<boolean, void> {
    if (tags.length > 0) takeTagged();
    if (words.length === 0) {
      take('titles', 'any', limit);
      return;
    }
    const [asWords, beginnings] = [whole(words), begun(words)];
    // Words of one unit each.
    const areLone = beginnings === asWords;
    take('titles', asWords, limit);
    if (areFound(WHOLE)) return;
    yield false;
    if (words.length === 1 && !areLone) {
      take('titles', beginnings, limit);
      if (areFound(BEGUN)) return;
      yield false;
    }
    if (!areLone) {
      take('titles', beginnings, many);
      if (isFound(IN_TITLES)) return;
      yield false;
    }
    // Neither typed nor in leads is an initial consonant looked for.
    const isInitial = words.some(isLoneInitial);
    const steps = isInitial ? EVERY_STEP : IN_TITLES;
    if (yield* isIn('titles', areLone ? anyWay(words) : typed(words), steps)) return;
    yield true;
    if (areLone && isFound(EVERY_STEP)) return;
    if (!isInitial && (yield* isIn('texts', typed(narrowing(words)), IN_LEADS))) return;
    yield false;
    if (!areLone && (yield* isIn('titles', anyWay(words), EVERY_STEP))) return;
    if ((words.length > 1 || words[0]!.nouns.length > 0) && !isInitial)
      take('texts', inText(narrowing(words)), LEADS);
    if (isFound(EVERY_STEP) || !mayBeUnspaced(words)) return;
    yield false;
    take('titles', unspaced(words), many);
    finder.look(EVERY_STEP);
  }

  /** Looks through the newest entries that pass, some at a time, until enough are found with so many steps. */
  function* isIn(where: 'titles' | 'texts', match: Expression, steps: number): Generator<false, boolean> {
    const all = where === 'titles' ? many : MOST_LEADS;
    let below: number | null = null;
    let found = finder.look(steps);
    /** The part of the entries read last that were found. */
    let part = 1;
    for (let read = 0; read < all; ) {
      const some = where === 'titles' ? Math.max(TITLES, limit) : leadsFor((limit - found) / part);
      const rows = take(where, match, some, below);
      const before = found;
      found = finder.look(steps);
      if (found >= limit) return true;
      if (rows.length < some) return false;
      part = (found - before) / some;
      below = rows.at(-1)!.number;
      read += some;
      yield false;
    }
    return false;
  }

  /** The newest indexed titles that an expression matches, within the query's sections and days. */
  function titlesWith(match: Expression, most: number): Candidate[] {
    return source.candidates({
      in: 'titles',
      match,
      sections,
      tags: [],
      from,
      to,
      read,
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
    probe.add(segmentOf(rows.map((row) => entryOf(row, ''))));
    return probe.look(EVERY_STEP) > 0;
  }

  /** The words that may be slips: those that stand nowhere with the others; else the rarest. */
  function* unsure(): Generator<void, number[]> {
    if (words.length === 1) return [0];
    const known: Word[] = [];
    const unknown: number[] = [];
    for (const [index, word] of words.entries()) {
      if (stand([...known, word])) known.push(word);
      else unknown.push(index);
      yield;
    }
    return unknown.length > 0 ? unknown : [yield* rarest()];
  }

  function* rarest(): Generator<void, number> {
    const counts: number[] = [];
    for (const word of words) {
      const match = unspaced([word]);
      counts.push(match === null ? 0 : titlesWith(match, many).length);
      yield;
    }
    return counts.indexOf(Math.min(...counts));
  }

  function* guess(): Generator<void, void> {
    const unknown = yield* unsure();
    const known = words.filter((_, index) => !unknown.includes(index));
    for (const distance of ['near', 'far'] as const) {
      const meant = unknown.map((index) => slips(words[index]!)[distance]);
      take('titles', all([...(known.length === 0 ? [] : [unspaced(known)]), ...meant]), many);
      yield;
      finder.look(EVERY_STEP);
      for (const _ of finder.guess(unknown)) yield;
      // A near guess may be another word than the one meant: only a full screen of them is enough.
      if (finder.best(ENOUGH_GUESSES).filter(({ way }) => way === 'typo').length >= ENOUGH_GUESSES) return;
      yield;
    }
  }

  return { add, find, guess, best: () => finder.best(limit) };
}
