import type { MatchRange } from '../../model.ts';
import type { Word } from '../query/query.ts';
import type { Column, OnHit } from './column.ts';
import { columnOf, type Form, formsOf } from './forms.ts';
import { findFuzzy } from './fuzzy.ts';
import { STEPS } from './match.ts';

/** The places of words in a text: `[start, end)` in UTF-16 units, ascending and apart, touching ones joined. */
export function matchRanges(
  text: string,
  words: readonly Word[],
  guessed: ReadonlySet<Word> = new Set(),
): MatchRange[] {
  if (words.length === 0) return [];
  const plain = plainRanges(text, words);
  if (plain !== null) return joined(plain);
  const forms = formsOf(text).map((form) => ({ form, column: columnOf(form) }));
  return joined(words.flatMap((word) => rangesOf(word, forms, guessed.has(word))));
}

const HANGUL = /^[가-힣]+$/;
const HANJA = /[\u3400-\u9fff]/;

/**
 * The ranges where every word is of syllables that stand in the text once, with spaces between them or without: then
 * there is no better place of them, and the text need not be made ready, which takes most of a search key's time. Null
 * otherwise.
 */
function plainRanges(text: string, words: readonly Word[]): MatchRange[] | null {
  if (HANJA.test(text) || !words.every(({ typed }) => HANGUL.test(typed))) return null;
  const bare = text.replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, '');
  const ranges: MatchRange[] = [];
  for (const { typed } of words) {
    const at = text.indexOf(typed);
    if (at < 0 || bare.indexOf(typed) !== bare.lastIndexOf(typed)) return null;
    ranges.push([at, at + typed.length]);
  }
  return ranges;
}

/** Finds the places of a query's words in a title, by the words that had been taken for slips when it was asked for. */
export type Highlighter = () => (title: string) => readonly MatchRange[];

/**
 * Finds the places of one query's words in titles. A search in several steps finds the same titles again and
 * again, so each is looked through once, and once more if words were taken for slips since.
 */
export function createHighlighter(words: readonly Word[], guessed: ReadonlySet<Word>): Highlighter {
  let slips: ReadonlySet<Word> = new Set(guessed);
  let known = new Map<string, readonly MatchRange[]>();
  return () => {
    if (slips.size !== guessed.size) {
      slips = new Set(guessed);
      known = new Map();
    }
    const [taken, places] = [slips, known];
    return (title) => {
      const ranges = places.get(title) ?? matchRanges(title, words, taken);
      places.set(title, ranges);
      return ranges;
    };
  };
}

interface ReadForm {
  readonly form: Form;
  readonly column: Column;
}

/** The ranges of a word's best place; two if only its parts were found. */
function rangesOf(word: Word, forms: readonly ReadForm[], guessed: boolean): MatchRange[] {
  let best = 0;
  let ranges: MatchRange[] = [];
  const tellOf =
    ({ offsets, ends }: Form): OnHit =>
    (_, score, first, last) => {
      if (score < best) return;
      // The two parts come one after the other with the same score; of equally good other places the first
      // will do.
      if (score > best) ranges = [];
      best = score;
      ranges.push([offsets[first]!, ends[last]!]);
    };
  for (const step of STEPS) {
    for (const { form, column } of forms) step.find(word, column, tellOf(form));
    if (best > 0) return step.way === 'spacing' ? ranges.slice(0, 2) : ranges.slice(0, 1);
  }
  if (guessed) for (const { form, column } of forms) findFuzzy(word, column, () => true, tellOf(form));
  return ranges.slice(0, 1);
}

export function joined(ranges: readonly MatchRange[]): MatchRange[] {
  const apart: [number, number][] = [];
  for (const [start, end] of [...ranges].sort(([one], [other]) => one - other)) {
    const last = apart.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else apart.push([start, end]);
  }
  return apart;
}
