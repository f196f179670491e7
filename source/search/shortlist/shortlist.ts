/**
 * Expressions of FTS5 for the index on the disk: every entry with the query's words passes them, and few
 * others. `match.ts` then looks through those entries.
 */
import { choseong, isConsonant, jamo } from '../../korean/jamo.ts';
import { compose } from '../../korean/keyboard.ts';
import {
  SHORTEST_LATIN_SLIP,
  SHORTEST_LEFT,
  SHORTEST_MISPLACED,
  SHORTEST_SLIP,
  withoutOneSyllable,
  withSyllablesSwapped,
} from '../match/fuzzy.ts';
import { cutsOf } from '../match/unspaced.ts';
import type { Word } from '../query/query.ts';
import {
  encoded,
  firstToken,
  initialsToken,
  lettersOf,
  pairToken,
  threeInitials,
  unitToken,
  wordToken,
} from './tokens.ts';

/** An expression; null stands for one that no entry matches. */
export type Expression = string | null;

/** A word longer than this is looked for by its beginning, in units: an expression has its limits. */
const LONGEST = 48;

const token = (text: string): string => `"${text}"`;
const begins = (text: string): string => `"${text}"*`;

/** All of some expressions; null if one of them is. */
export function all(parts: readonly Expression[]): Expression {
  if (parts.length === 0 || parts.includes(null)) return null;
  const different = [...new Set(parts)];
  return different.length === 1 ? different[0]! : `(${different.join(' AND ')})`;
}

/** Any of some expressions; null if all of them are. */
function any(parts: readonly Expression[]): Expression {
  const different = [...new Set(parts)].filter((part) => part !== null);
  if (different.length === 0) return null;
  return different.length === 1 ? different[0]! : `(${different.join(' OR ')})`;
}

const pairs = (text: string): string[] =>
  Array.from({ length: text.length - 1 }, (_, at) => token(pairToken(text[at]!, text[at + 1]!)));

/** Entries with a word as it is. A single unit is looked for together with the units that may follow it. */
export function standing(typed: string): Expression {
  const text = typed.slice(0, LONGEST);
  return text.length === 1 ? lone(text) : all(pairs(text));
}

/**
 * A unit alone is the beginning of very many tokens, and all of their entries are put together before the
 * first of them is read: titles have a token for it. One consonant means syllables that begin with it.
 */
function lone(unit: string): Expression {
  if (isConsonant(unit)) return token(firstToken(unit));
  const whole = unitToken(unit);
  return whole === null ? begins(lettersOf(unit)) : token(whole);
}

/** Entries in which a word stands whose last syllable may be unfinished: 올ㅌ, 옱, 반돛. */
function unfinished(typed: string): Expression {
  const text = typed.slice(0, LONGEST);
  const last = text.at(-1)!;
  if (text.length === 1) return lone(last);
  const before = text.at(-2)!;
  const ways = [all([...pairs(text.slice(0, -1)), begins(pairToken(before, last))])];
  const apart = jamo(last);
  // The final consonant may be the next syllable's first.
  if (apart.length > 2 && isConsonant(apart.at(-1)!)) {
    const rest = compose([...apart.slice(0, -1)]);
    const moved = text.slice(0, -1) + rest;
    if (rest.length === 1) ways.push(all([...pairs(moved), begins(encoded(jamo(rest) + apart.at(-1)!))]));
  }
  return any(ways);
}

/** Entries with a word's initial consonants, alone or among syllables and letters. */
function initials({ typed }: Word): Expression {
  // Two initials that the IME drew into one (ㄳ) are two.
  const units = [...typed.slice(0, LONGEST)]
    .map((unit) => (/[ㄱ-ㅎ]/.test(unit) ? jamo(unit) : unit))
    .join('');
  const consonants = choseong(units);
  if (consonants.length === 1) return token(firstToken(consonants));
  if (consonants.length === 2) {
    // The entries of all tokens that begin with the two would be put together before the first of them is read.
    const two = initialsToken(consonants);
    return two === null ? null : any(threeInitials(two).map(token));
  }
  const threes = Array.from({ length: consonants.length - 2 }, (_, at) =>
    initialsToken(consonants.slice(at, at + 3)),
  ).filter((three) => three !== null);
  return threes.length === 0 ? null : all(threes.map(token));
}

/** Whether a word is a single consonant, the initial of another word. */
export const isLoneInitial = ({ typed }: Word): boolean => typed.length === 1 && isConsonant(typed);

/** The words that few entries have: those of more than one unit, or all if there are no such words. */
export function narrowing(words: readonly Word[]): readonly Word[] {
  const long = words.filter(({ typed }) => typed.length > 1);
  return long.length === 0 ? words : long;
}

/** Entries in which the words stand as words of their own: the ones that rank first. */
export const whole = (words: readonly Word[]): Expression =>
  all(words.map(({ typed }) => token(wordToken(typed.slice(0, LONGEST)))));

/** Entries in which words begin with the typed ones: the next in rank. For a single unit, only whole words. */
export const begun = (words: readonly Word[]): Expression =>
  all(
    words.map(({ typed }) =>
      typed.length === 1 ? token(wordToken(typed)) : begins(wordToken(typed.slice(0, LONGEST))),
    ),
  );

/** Entries that have the words in their letters, or their Hanja read in Hangul. */
export const typed = (words: readonly Word[]): Expression =>
  all(words.map((word) => any([word.typed, ...word.readings].map(standing))));

/** Entries that have the words in any way but for missing spaces and slips. */
export const anyWay = (words: readonly Word[]): Expression => all(words.map(wordAnyWay));

function wordAnyWay(word: Word): Expression {
  return any([
    ...[word.typed, ...word.readings].map(standing),
    unfinished(word.typed),
    word.initials ? initials(word) : null,
    ...word.nouns.map(standing),
    ...word.inflected.map(({ typed }) => begins(wordToken(typed))),
    ...word.otherLayouts.flatMap((other) => [standing(other.typed), unfinished(other.typed)]),
    ...word.surnames.map((hanja) => begins(hanja)),
  ]);
}

/** The same, or with a space missing in a word. */
export const unspaced = (words: readonly Word[]): Expression =>
  all(words.map((word) => any([wordAnyWay(word), inParts(word.typed)])));

/** Whether any word may be two that lack their space. */
export const mayBeUnspaced = (words: readonly Word[]): boolean =>
  words.some(({ typed }) => inParts(typed) !== null);

function inParts(typed: string): Expression {
  return any(
    cutsOf(typed.slice(0, LONGEST)).map(({ first, second }) =>
      // A single consonant stands somewhere in nearly every text.
      isConsonant(second) ? standing(first) : all([standing(first), unfinished(second)]),
    ),
  );
}

/** Entries in whose text the words stand, for full text: two Latin letters are looked for as a word. */
export const inText = (words: readonly Word[]): Expression =>
  all(
    words.map((word) =>
      /^[a-z\d]{2}$/.test(word.typed)
        ? any([token(wordToken(word.typed)), ...word.otherLayouts.map(({ typed }) => standing(typed))])
        : any([
            ...[word.typed, ...word.readings, ...word.nouns].map(standing),
            unfinished(word.typed),
            ...word.otherLayouts.flatMap((other) => [standing(other.typed), unfinished(other.typed)]),
          ]),
    ),
  );

/** Entries with words that a word may be a slip of; `near` are few, and mostly have the word that was meant. */
export function slips(word: Word): { near: Expression; far: Expression } {
  const meant = [word, ...word.otherLayouts.filter(({ typed }) => !/[ㄱ-ㅣ]/.test(typed.slice(0, -1)))];
  const [near, far]: [Expression[], Expression[]] = [[], []];
  for (const { typed, jamo: apart } of meant) {
    const text = typed.slice(0, LONGEST);
    const latin = /^[a-z0-9]+$/.test(text);
    if (apart.length < (latin ? SHORTEST_LATIN_SLIP : SHORTEST_SLIP)) continue;
    near.push(...swapped(apart.slice(0, LONGEST)));
    if (text.length >= SHORTEST_MISPLACED) {
      near.push(...[...withSyllablesSwapped(text), ...withoutOneSyllable(text)].map(standing));
    }
    if (text.length === SHORTEST_LEFT)
      near.push(...withSyllablesSwapped(text).map((other) => begins(wordToken(other))));
    if (text.length >= SHORTEST_LEFT) near.push(...oneMissing(text));
    if (apart.length >= SHORTEST_SLIP) {
      near.push(...wrongUnit(text, true));
      far.push(...wrongUnit(text, false));
    }
  }
  return { near: any(near), far: any([...near, ...far]) };
}

/** Two neighbouring jamo swapped. */
function swapped(apart: string): Expression[] {
  const ways = new Set<string>();
  for (let at = 0; at + 1 < apart.length; at += 1) {
    const other = compose([...(apart.slice(0, at) + apart[at + 1]! + apart[at]! + apart.slice(at + 2))]);
    if (!/[ㄱ-ㅣ]/.test(other.slice(0, -1))) ways.add(other);
  }
  return [...ways].map(unfinished);
}

/** A syllable with the lone jamo behind it, which a wrong key parts from it (하ㅏㄴ for 환); or any other unit. */
const CLUSTER = /[가-힣]?[ㄱ-ㅣ]+|./gs;

/** In a longer word, two neighbouring syllables are not looked for as wrong together. */
const LONGEST_PAIR_WRONG = 12;

/**
 * One syllable wrong: the parts left and right of it are in the index. With `near` the wrong syllable begins
 * as the typed one; otherwise two neighbours may be wrong, since a missing or extra consonant moves others
 * (하니 for 한이).
 */
function wrongUnit(text: string, near: boolean): Expression[] {
  const ways: Expression[] = [];
  const clusters = text.match(CLUSTER) ?? [];
  const around = (at: number, many: number): [left: string, right: string] => [
    clusters.slice(0, at).join(''),
    clusters.slice(at + many).join(''),
  ];
  clusters.forEach((cluster, at) => {
    const [left, right] = around(at, 1);
    if (left === '' || !near) {
      ways.push(all([left, right].filter((part) => part !== '').map(standing)));
      return;
    }
    const first = encoded(jamo(cluster)[0]!);
    const parts = [...pairs(left), begins(lettersOf(left.at(-1)!) + first)];
    ways.push(all(right === '' ? parts : [...parts, standing(right)]));
  });
  if (near || clusters.length < SHORTEST_MISPLACED || clusters.length > LONGEST_PAIR_WRONG) return ways;
  for (let at = 0; at + 1 < clusters.length; at += 1)
    ways.push(
      all(
        around(at, 2)
          .filter((part) => part !== '')
          .map(standing),
      ),
    );
  return ways;
}

/** A syllable left out between two. */
const oneMissing = (text: string): Expression[] =>
  Array.from({ length: text.length - 1 }, (_, at) =>
    all([standing(text.slice(0, at + 1)), standing(text.slice(at + 1))]),
  );
