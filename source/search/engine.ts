import type { MatchRange } from '../model.ts';
import { eachPlace, NEXT_ROW } from './column.ts';
import { findFuzzy } from './fuzzy.ts';
import { matchRanges } from './highlight.ts';
import { STEPS, type Tell } from './matcher.ts';
import { normalise } from './normalise.ts';
import { isFiltered, type Query, type Word } from './query.ts';
import type { Entry, Shelf } from './shelf.ts';

export interface Result {
  readonly id: string;
  /** From 1, the best, to 0. */
  readonly score: number;
  /** Ranges of the title, ascending and apart. Looked up when first asked for: few of many results are seen. */
  readonly matches: readonly MatchRange[];
}

/** What a hit in a lead is worth: below every title that has what was typed, above every guess. */
const LEAD = 0.86;

/** For each shelf, what a word is worth in each entry, 0 where it was not found; and the entries where it was. */
type Scores = readonly { readonly worth: Float64Array; readonly found: number[] }[];

/** Finds the entries that have all words within all filters, best first, newer before older among equals. */
export function findEntries(shelves: readonly Shelf[], query: Query, limit: number): Result[] {
  const { words } = query;
  const allowed = allowedBy(shelves, query);
  const scores = words.map(
    (): Scores => shelves.map(({ entries }) => ({ worth: new Float64Array(entries.length), found: [] })),
  );
  let guessed: ReadonlySet<Word> = new Set();
  if (words.length > 0) {
    for (const step of EVERY_STEP) {
      for (const [index, word] of words.entries()) step(word, shelves, scores[index]!);
      // What a later step finds is worth less.
      if (countFound(scores, allowed) >= limit) break;
    }
    if (countFound(scores, allowed) === 0) guessed = guess(words, shelves, scores, allowed);
  }
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

type Step = (word: Word, shelves: readonly Shelf[], scores: Scores) => void;

const inFields = STEPS.map(
  (step): Step =>
    (word, shelves, scores) =>
      shelves.forEach(({ fields }, shelf) => {
        for (const { column, worth } of fields)
          step(word, column, keepBest(scores[shelf]!, column.owners, worth));
      }),
);

const inLeads: Step = (word, shelves, scores) =>
  shelves.forEach(({ leads }, shelf) => {
    const tell = keepBest(scores[shelf]!, leads.owners, 1);
    eachPlace(leads.text, leads.starts, word.typed, (row, at) => {
      tell(row, LEAD, at, at);
      return NEXT_ROW;
    });
  });

const EVERY_STEP: readonly Step[] = [inFields[0]!, inLeads, ...inFields.slice(1)];

function keepBest({ worth, found }: Scores[number], owners: Uint32Array, part: number): Tell {
  return (row, score) => {
    const owner = owners[row]!;
    const before = worth[owner]!;
    if (before === 0) found.push(owner);
    if (score * part > before) worth[owner] = score * part;
  };
}

/** The entries that stand and are within a query's filters, or null where all are. */
function allowedBy(shelves: readonly Shelf[], query: Query): Allowed {
  const filtered = isFiltered(query);
  if (!filtered && shelves.every(({ stale }) => stale === null)) return null;
  return shelves.map(({ entries, stale }) => {
    const allowed = new Uint8Array(entries.length);
    entries.forEach((entry, index) => {
      if (stale?.[index] !== 1 && (!filtered || isWithin(entry, query))) allowed[index] = 1;
    });
    return allowed;
  });
}

function isWithin(entry: Entry, { sections, tags, from, to }: Query): boolean {
  if (sections.length > 0 && !sections.some((name) => name === 'total' || entry.sections.includes(name)))
    return false;
  if ((from !== null && !(entry.time >= from)) || (to !== null && !(entry.time < to))) return false;
  return tags.every((tag) => entry.tags.includes(tag) || normalise(entry.title).text.includes(tag));
}

type Allowed = readonly Uint8Array[] | null;

function countFound(scores: readonly Scores[], allowed: Allowed): number {
  let count = 0;
  eachFound(scores, allowed, () => {
    count += 1;
  });
  return count;
}

/** Each entry in which every word was found. */
function eachFound(
  scores: readonly Scores[],
  allowed: Allowed,
  tell: (shelf: number, entry: number) => void,
): void {
  const [one = [], ...others] = scores;
  one.forEach(({ found }, shelf) => {
    const rest = others.map((other) => other[shelf]!.worth);
    const within = allowed?.[shelf];
    for (const entry of found) {
      if (within?.[entry] !== 0 && rest.every((worth) => worth[entry] !== 0)) tell(shelf, entry);
    }
  });
}

/** Words found nowhere among what has the others are taken for slips. Answers which they are. */
function guess(
  words: readonly Word[],
  shelves: readonly Shelf[],
  scores: readonly Scores[],
  allowed: Allowed,
): ReadonlySet<Word> {
  const known: Scores[] = [];
  const unknown: number[] = [];
  words.forEach((_, index) => {
    if (countFound([...known, scores[index]!], allowed) > 0) known.push(scores[index]!);
    else unknown.push(index);
  });
  const guessed = new Set<Word>();
  for (const index of unknown) {
    const into = scores[index]!;
    const wanted = shelves.map(({ entries }) =>
      new Uint8Array(entries.length).fill(known.length > 0 ? 0 : 1),
    );
    eachFound(known, allowed, (shelf, entry) => {
      wanted[shelf]![entry] = 1;
    });
    if (known.length === 0) allowed?.forEach((within, shelf) => void wanted[shelf]!.set(within));
    const word = words[index]!;
    shelves.forEach(({ fields }, shelf) => {
      for (const { column, worth } of fields) {
        const isWanted = (row: number): boolean => wanted[shelf]![column.owners[row]!] === 1;
        findFuzzy(word, column, isWanted, keepBest(into[shelf]!, column.owners, worth));
      }
    });
    known.push(into);
    guessed.add(word);
  }
  return guessed;
}

interface Scored {
  readonly entry: Entry;
  readonly score: number;
}

/** The best, by score and time. Scores are few: entries are gathered by them, and only as many sorted as are wanted. */
function best(
  shelves: readonly Shelf[],
  scores: readonly Scores[],
  allowed: Allowed,
  limit: number,
): Scored[] {
  const byScore = new Map<number, Entry[]>();
  const add = (score: number, entry: Entry): void => {
    const equals = byScore.get(score);
    if (equals === undefined) byScore.set(score, [entry]);
    else equals.push(entry);
  };
  if (scores.length > 0) {
    eachFound(scores, allowed, (shelf, entry) =>
      add(total(scores, shelf, entry), shelves[shelf]!.entries[entry]!),
    );
  } else {
    shelves.forEach(({ entries }, shelf) => {
      const within = allowed?.[shelf];
      entries.forEach((entry, index) => {
        if (within?.[index] !== 0) add(1, entry);
      });
    });
  }
  const found: Scored[] = [];
  for (const score of [...byScore.keys()].sort((one, other) => other - one)) {
    if (found.length >= limit) break;
    const equals = byScore.get(score)!.sort((one, other) => other.time - one.time);
    for (const entry of equals.slice(0, limit - found.length)) found.push({ entry, score });
  }
  return found;
}

/** The weakest word tells how good the whole is; the others break ties. */
function total(scores: readonly Scores[], shelf: number, entry: number): number {
  let least = 1;
  let sum = 0;
  for (const score of scores) {
    const one = score[shelf]!.worth[entry]!;
    least = Math.min(least, one);
    sum += one;
  }
  return least * 0.9 + (sum / scores.length) * 0.1;
}
