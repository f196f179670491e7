import type { FoundBy, MatchRange } from '../../model.ts';
import { isFiltered, type Query, type Word } from '../query/query.ts';
import { lastOf, type SearchStep, type SearchSteps } from '../steps.ts';
import { eachPlace, NEXT_ROW } from './column.ts';
import { candidates, findFuzzy } from './fuzzy.ts';
import { createHighlighter, type Highlighter } from './highlight.ts';
import { LEAST_TYPED, STEPS } from './match.ts';
import {
  type Allowed,
  addHit,
  bestPlaces,
  eachFound,
  noScores,
  type ScoredEntry,
  type Scores,
  scoredEntry,
  scoreOf,
} from './scores.ts';
import type { FoundEntry, Segment } from './segment.ts';

export interface Result {
  readonly id: string;
  /** From 1, the best, to 0. */
  readonly score: number;
  /** The loosest way that one of the words was found; null if all were found as typed. */
  readonly found: FoundBy | null;
  /** Ranges of the title, ascending and apart; looked for when first read, for of 200 titles a screen shows 30. */
  readonly matches: readonly MatchRange[];
}

/** The worth of a hit in a lead: below every title with the typed words, above every guess. */
const LEAD = 0.86;
/** The worth of a word in a lead that has another particle there, or none: below every title with the word's noun. */
const LEAD_NOUN = 0.6;

/** The highest worth of a hit that may be there by chance. */
const BY_CHANCE = 0.59;

/** With fewer results, none of them a title with the typed words, a word may be a slip all the same. */
const FEW = 5;

/** The number of steps that look for the typed words: in titles, and in leads too. */
export const IN_TITLES = 1;
export const IN_LEADS = 2;
export const EVERY_STEP = STEPS.length + 2;
/** The step that looks for nouns in leads: before missing spaces, which are guesses. */
const NOUNS_IN_LEADS = 1 + STEPS.findIndex(({ way }) => way === 'spacing');

/** Looks for a query in segments that are added one after the other. */
export interface Finder {
  add(segment: Segment): void;
  /**
   * Takes so many steps in all segments, the best first; a later step's results are worth less. Returns the
   * number of results.
   */
  look(steps: number): number;
  /** The same, a segment at a time. */
  looking(steps: number): Generator<void, number>;
  /** Takes words, by their numbers, for slips, and looks for the words that may be meant, a segment at a time. */
  guess(words: readonly number[]): Generator<void, void>;
  /** The words that may be slips: those that stand nowhere with the others; else the rarest. */
  unsure(): number[];
  /** The best so far. */
  best(limit: number): ScoredEntry[];
}

interface Looked {
  readonly segment: Segment;
  readonly allowed: Allowed;
  /** For each word. */
  readonly scores: readonly Scores[];
  steps: number;
}

/** `guessed` collects the words that were taken for slips. */
export function createFinder(query: Query, guessed: Set<Word> = new Set()): Finder {
  const { words } = query;
  const looked: Looked[] = [];

  function count(some: readonly number[] = words.map((_, index) => index)): number {
    let found = 0;
    for (const { scores, allowed } of looked) {
      const its = some.map((index) => scores[index]!);
      if (its.length === 1 && allowed === null) found += its[0]!.found.length;
      else
        eachFound(its, allowed, () => {
          found += 1;
        });
    }
    return found;
  }

  function lookIn(each: Looked, steps: number): void {
    for (; each.steps < steps; each.steps += 1) {
      words.forEach((word, index) => void takeStep(each.steps, word, each.segment, each.scores[index]!));
    }
  }

  return {
    add(segment) {
      looked.push({
        segment,
        allowed: allowedBy(segment, query),
        scores: words.map(() => noScores(segment)),
        steps: 0,
      });
    },

    look(steps) {
      for (const each of looked) lookIn(each, steps);
      return count();
    },

    *looking(steps) {
      for (const each of looked) {
        lookIn(each, steps);
        yield;
      }
      return count();
    },

    unsure() {
      const known: number[] = [];
      const unknown: number[] = [];
      words.forEach((_, index) => {
        if (count([...known, index]) > 0) known.push(index);
        else unknown.push(index);
      });
      if (unknown.length > 0) return unknown;
      const counts = words.map((_, index) =>
        looked.reduce((sum, { scores }) => sum + scores[index]!.found.length, 0),
      );
      return [counts.indexOf(Math.min(...counts))];
    },

    *guess(unknown) {
      const known = words.map((_, index) => index).filter((index) => !unknown.includes(index));
      for (const index of unknown) {
        const room = candidates();
        for (const { segment, allowed, scores } of looked) {
          const wanted = wantedBy(
            segment,
            known.map((each) => scores[each]!),
            allowed,
          );
          for (const { column, worth } of segment.fields) {
            const isWanted = (row: number): boolean => wanted[column.owners[row]!] === 1;
            const onHit = (row: number, hit: number): void =>
              addHit(scores[index]!, column.owners[row]!, hit * worth, 'typo');
            findFuzzy(words[index]!, column, isWanted, onHit, room);
          }
          yield;
        }
        known.push(index);
        guessed.add(words[index]!);
      }
    },

    best(limit) {
      const of: Looked[] = [];
      const at: number[] = [];
      for (const each of looked) {
        const add = (index: number): void => {
          of.push(each);
          at.push(index);
        };
        if (words.length > 0) eachFound(each.scores, each.allowed, add);
        else
          each.segment.entries.forEach((_, index) => {
            if (each.allowed?.[index] !== 0) add(index);
          });
      }
      const entryAt = (place: number): FoundEntry => of[place]!.segment.entries[at[place]!]!;
      return bestPlaces(
        at.length,
        limit,
        (place) => scoreOf(of[place]!.scores, at[place]!),
        (place) => entryAt(place).time ?? 0,
      ).map((place) => scoredEntry(of[place]!.scores, entryAt(place), at[place]!));
    },
  };
}

/** Finds the entries of a segment that have all words within all filters, best first, newer before older among equals. */
export const findEntries = (segment: Segment, query: Query, limit: number): Result[] =>
  lastOf(findInSegments([segment], query, limit));

/** The same in several segments, which are made on the way: a step is some ms of work in one of them. */
export function* findInSegments(
  segments: Iterable<Segment>,
  query: Query,
  limit: number,
): SearchSteps<Result> {
  const guessed = new Set<Word>();
  const finder = createFinder(query, guessed);
  const matchesIn = createHighlighter(query.words, guessed);
  const step = (guesses = false): SearchStep<Result> => ({
    results: (most = limit) => resultsOf(finder.best(Math.min(most, limit)), matchesIn),
    guesses,
  });
  for (const segment of segments) {
    finder.add(segment);
    finder.look(1);
    yield step();
  }
  for (let steps = 1; steps <= EVERY_STEP; steps += 1) {
    const looking = finder.looking(steps);
    let looked = looking.next();
    for (; looked.done !== true; looked = looking.next()) yield step();
    if (looked.value >= limit) break;
    if (steps === IN_TITLES)
      yield {
        ...step(),
        settled: () => finder.best(limit).filter(({ score }) => score >= LEAST_TYPED).length,
      };
  }
  let found = finder.best(limit);
  if (mayGuess(query, found)) {
    yield step(true);
    for (const _ of finder.guess(finder.unsure())) yield step();
    found = finder.best(limit);
  }
  return resultsOf(found, matchesIn);
}

/** Whether so little is found that a word may be a slip; with a space missing, or by a surname, much may be found by chance. */
export const mayGuess = ({ words }: Query, found: readonly ScoredEntry[]): boolean =>
  words.length > 0 &&
  found.filter(({ least }) => least > BY_CHANCE).length < FEW &&
  found.every(({ least }) => least <= LEAD);

/** The entries found, as results with their titles highlighted by `createHighlighter`. */
export function resultsOf(found: readonly ScoredEntry[], highlighter: Highlighter): Result[] {
  const matchesIn = highlighter();
  return found.map(({ entry: { id, title }, score, way }) => ({
    id,
    score: Math.round(score * 1000) / 1000,
    found: way === 'typed' || way === 'composing' ? null : way,
    get matches() {
      return matchesIn(title);
    },
  }));
}

/** The first step looks for the typed words in titles and other fields, the second in leads, as a later one does for nouns. */
function takeStep(number: number, word: Word, { fields, leads }: Segment, scores: Scores): void {
  if (number === IN_TITLES) {
    leads.eachWith(word, (entry) => addHit(scores, entry, LEAD, 'lead'));
    return;
  }
  if (number === NOUNS_IN_LEADS) {
    for (const noun of word.nouns)
      leads.eachWith({ ...word, typed: noun, readings: [], otherLayouts: [] }, (entry) =>
        addHit(scores, entry, LEAD_NOUN, 'lead'),
      );
    return;
  }
  const { way, find } = STEPS[number - Number(number > IN_TITLES) - Number(number > NOUNS_IN_LEADS)]!;
  for (const { column, worth } of fields) {
    const found = column.hanja && way === 'typed' ? 'hanja' : way;
    find(word, column, (row, hit) => addHit(scores, column.owners[row]!, hit * worth, found));
  }
}

/** The entries within a query's filters. */
function allowedBy(segment: Segment, query: Query): Allowed {
  if (!isFiltered(query)) return null;
  const { entries } = segment;
  const tagged = query.tags.map((tag) => taggedWith(tag, segment));
  return Uint8Array.from(entries, (entry, index) =>
    Number(isWithin(entry, query) && tagged.every((tag) => tag[index] === 1)),
  );
}

function isWithin({ sections: its, time }: FoundEntry, { sections, from, to }: Query): boolean {
  if (sections.length > 0 && !sections.some((name) => name === 'total' || its.includes(name))) return false;
  if (from === null && to === null) return true;
  return time !== null && time >= (from ?? time) && (to === null || time < to);
}

/** 1 for the entries with a tag, or with its word in the title: headlines come without tags. */
function taggedWith(tag: string, { entries, fields }: Segment): Uint8Array {
  const { text, starts } = fields[0]!.column;
  const tagged = Uint8Array.from(entries, ({ tags }) => (tags.includes(tag) ? 1 : 0));
  eachPlace(text, starts, tag, (row) => {
    tagged[row] = 1;
    return NEXT_ROW;
  });
  return tagged;
}

/** 1 for the entries that have the known words. */
function wantedBy({ entries }: Segment, known: readonly Scores[], allowed: Allowed): Uint8Array {
  if (known.length === 0) return allowed ?? new Uint8Array(entries.length).fill(1);
  const wanted = new Uint8Array(entries.length);
  eachFound(known, allowed, (entry) => {
    wanted[entry] = 1;
  });
  return wanted;
}
