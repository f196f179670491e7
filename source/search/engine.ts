import type { MatchRange } from '../model.ts';
import { eachPlace, NEXT_ROW, type OnHit } from './column.ts';
import { candidates, findFuzzy } from './fuzzy.ts';
import { matchRanges } from './highlight.ts';
import { STEPS } from './match.ts';
import { isFiltered, type Query, type Word } from './query.ts';
import {
  type Allowed,
  addHit,
  addHits,
  best,
  bestWorth,
  countFound,
  eachFound,
  type Hits,
  noHits,
  noScores,
  type Scores,
} from './scores.ts';
import type { Entry, Field, Shelf } from './segment.ts';

export interface Result {
  readonly id: string;
  /** From 1, the best, to 0. */
  readonly score: number;
  /** Ranges of the title, ascending and apart. Looked up when first asked for: few of many results are seen. */
  readonly matches: readonly MatchRange[];
}

/** What was found of the words of the last query in the same shelves: most are in the next one too. */
export type Memo = Map<string, readonly Hits[]>;

/** What a hit in a lead is worth: below every title that has what was typed, above every guess. */
const LEAD = 0.86;

/** Where fewer are found, and in no title what was typed, a word may be a slip all the same. */
const FEW = 5;

/** Finds the entries that have all words within all filters, best first, newer before older among equals. */
export function findEntries(
  shelves: readonly Shelf[],
  query: Query,
  limit: number,
  memo: Memo = new Map(),
): Result[] {
  const { words } = query;
  const allowed = allowedBy(shelves, query);
  const scores = words.map(() => noScores(shelves));
  const known: Memo = new Map();
  let guessed: ReadonlySet<Word> = new Set();
  if (words.length > 0) {
    for (const [number, step] of EVERY_STEP.entries()) {
      for (const [index, word] of words.entries()) {
        const key = `${number} ${word.typed} ${word.otherLayouts.map(({ typed }) => typed)}`;
        const hits = memo.get(key) ?? shelves.map((shelf) => step(word, shelf));
        known.set(key, hits);
        addHits(scores[index]!, hits);
      }
      // What a later step finds is worth less.
      if (countFound(scores, allowed) >= limit) break;
    }
    if (countFound(scores, allowed) < FEW && bestWorth(scores, allowed) <= LEAD) {
      guessed = guess(words, shelves, scores, allowed);
    }
  }
  memo.clear();
  for (const [key, hits] of known) memo.set(key, hits);
  return best(shelves, scores, allowed, limit).map(({ entry, score }) => {
    let matches: readonly MatchRange[] | null = null;
    return {
      id: entry.id,
      score: Math.round(score * 1000) / 1000,
      get matches() {
        matches ??= matchRanges(entry.title, words, guessed);
        return matches;
      },
    };
  });
}

type Step = (word: Word, shelf: Shelf) => Hits;

const inFields = STEPS.map(
  (step): Step =>
    (word, { fields }) => {
      const hits = noHits();
      for (const field of fields) step(word, field.column, tellOf(hits, field));
      return hits;
    },
);

const inLeads: Step = (word, { leads }) => {
  const hits = noHits();
  leads.eachWith(word.typed, (entry) => addHit(hits, entry, LEAD));
  return hits;
};

const EVERY_STEP: readonly Step[] = [inFields[0]!, inLeads, ...inFields.slice(1)];

/** Takes what a field's rows are told for their owners'. */
function tellOf(hits: Hits, { column, worth }: Field): OnHit {
  return (row, score) => addHit(hits, column.owners[row]!, score * worth);
}

/** The entries that stand and are within a query's filters, or null where all are. */
function allowedBy(shelves: readonly Shelf[], query: Query): Allowed {
  const filtered = isFiltered(query);
  if (!filtered && shelves.every(({ stale }) => stale === null)) return null;
  return shelves.map((shelf) => {
    const { entries, stale } = shelf;
    const tagged = query.tags.map((tag) => taggedWith(tag, shelf));
    const allowed = new Uint8Array(entries.length);
    entries.forEach((entry, index) => {
      if (stale?.[index] === 1 || (filtered && !isWithin(entry, query))) return;
      if (tagged.every((tag) => tag[index] === 1)) allowed[index] = 1;
    });
    return allowed;
  });
}

function isWithin({ sections: its, time }: Entry, { sections, from, to }: Query): boolean {
  if (sections.length > 0 && !sections.some((name) => name === 'total' || its.includes(name))) return false;
  if (from === null && to === null) return true;
  return time !== null && time >= (from ?? time) && (to === null || time < to);
}

/** 1 for the entries with a tag, or with its word in the title: headlines come without tags. */
function taggedWith(tag: string, { entries, fields }: Shelf): Uint8Array {
  const { text, starts } = fields[0]!.column;
  const tagged = Uint8Array.from(entries, ({ tags }) => (tags.includes(tag) ? 1 : 0));
  eachPlace(text, starts, tag, (row) => {
    tagged[row] = 1;
    return NEXT_ROW;
  });
  return tagged;
}

/** The words taken for slips: those found nowhere among what has the others; where there are none, the rarest. */
function unsure(scores: readonly Scores[], allowed: Allowed): { known: Scores[]; unknown: number[] } {
  const known: Scores[] = [];
  const unknown: number[] = [];
  scores.forEach((score, index) => {
    if (countFound([...known, score], allowed) > 0) known.push(score);
    else unknown.push(index);
  });
  if (unknown.length > 0) return { known, unknown };
  const counts = scores.map((score) => score.reduce((sum, { found }) => sum + found.length, 0));
  const rarest = counts.indexOf(Math.min(...counts));
  return { known: scores.filter((_, index) => index !== rarest), unknown: [rarest] };
}

/** Takes some words for slips, and finds what they may be slips of. Answers which they are. */
function guess(
  words: readonly Word[],
  shelves: readonly Shelf[],
  scores: readonly Scores[],
  allowed: Allowed,
): ReadonlySet<Word> {
  const { known, unknown } = unsure(scores, allowed);
  const guessed = new Set<Word>();
  for (const index of unknown) {
    const wanted = shelves.map(({ entries }) =>
      new Uint8Array(entries.length).fill(known.length > 0 ? 0 : 1),
    );
    eachFound(known, allowed, (shelf, entry) => {
      wanted[shelf]![entry] = 1;
    });
    if (known.length === 0) allowed?.forEach((within, shelf) => void wanted[shelf]!.set(within));
    const word = words[index]!;
    const room = candidates();
    const hits = shelves.map(({ fields }, shelf) => {
      const hits = noHits();
      for (const field of fields) {
        const isWanted = (row: number): boolean => wanted[shelf]![field.column.owners[row]!] === 1;
        findFuzzy(word, field.column, isWanted, tellOf(hits, field), room);
      }
      return hits;
    });
    addHits(scores[index]!, hits);
    known.push(scores[index]!);
    guessed.add(word);
  }
  return guessed;
}
