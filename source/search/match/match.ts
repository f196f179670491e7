import { choseong, isVowel, jamo } from '../../korean/jamo.ts';
import { isSurnameAt } from '../../korean/surnames.ts';
import type { FoundBy } from '../../model.ts';
import { APART, BEGINS, ENDS, QUOTED } from '../query/normalise.ts';
import type { Word } from '../query/query.ts';
import {
  type Column,
  eachPlace,
  GO_ON,
  isShared,
  jamoAt,
  lettersOf,
  NEXT_ROW,
  narrow,
  type OnHit,
  unitAt,
} from './column.ts';
import { findParts } from './unspaced.ts';

/**
 * The worth of each way of finding: as a whole word, at a word's beginning, inside a word, and from inside
 * one word into the next: 한미 in “시급한 미세먼지” is hardly meant, so 韓美 comes before it. Typed words never rank
 * below a guess.
 */
const WORTH = {
  typed: [1, 0.97, 0.94, 0.88],
  hanja: [0.92, 0.91, 0.9, 0.88],
  composing: [0.84, 0.83, 0.82, 0.8],
  stem: [0.79, 0.785, 0.77, 0.76],
  // A whole word is hardly there by chance.
  layout: [0.75, 0.65, 0.62, 0.6],
  initials: [0.74, 0.73, 0.7, 0.68],
} as const;

/** No title with the typed words is worth less, whatever is found otherwise is. */
export const LEAST_TYPED = WORTH.typed[3];

/** The worth of a surname's Hanja for a full name that was typed: below a missing space, above a slip. */
const SURNAME = 0.52;

/** The way something was found: as typed, with its last syllable unfinished, or looser. */
export type Way = 'typed' | 'composing' | FoundBy;

type FindWord = (word: Word, column: Column, onHit: OnHit) => void;

/** The ways of finding a word, the best first; none finds anything worth more than one before it does. */
export const STEPS: readonly { readonly way: Way; readonly find: FindWord }[] = [
  {
    way: 'typed',
    find(word, column, onHit) {
      findText(word.typed, column, column.hanja ? 'hanja' : 'typed', onHit);
      for (const reading of word.readings) findText(reading, column, 'hanja', onHit);
    },
  },
  { way: 'composing', find: (word, column, onHit) => findJamo(word.jamo, column, 'composing', onHit) },
  {
    way: 'stem',
    find(word, column, onHit) {
      for (const noun of word.nouns) findNoun(noun, column, onHit);
      for (const form of word.inflected) findBeginnings(form.jamo, column, onHit);
    },
  },
  {
    way: 'layout',
    find(word, column, onHit) {
      for (const other of word.otherLayouts) findWords(other.typed, column, onHit);
    },
  },
  {
    way: 'initials',
    find(word, column, onHit) {
      if (word.initials) findInitials(word, column, onHit);
    },
  },
  {
    way: 'layout',
    find(word, column, onHit) {
      for (const other of word.otherLayouts) {
        // Two letters that one syllable was typed for (메 for AP) are meant as a word alone.
        if (word.typed.length === 1 && other.typed.length === 2) continue;
        findText(other.typed, column, 'layout', onHit);
        findJamo(other.jamo, column, 'layout', onHit);
      }
    },
  },
  { way: 'spacing', find: (word, column, onHit) => findParts(word.typed, column, onHit) },
  {
    way: 'name',
    find(word, column, onHit) {
      if (!column.hanja) for (const hanja of word.surnames) findSurname(hanja, column, onHit);
    },
  },
];

function worthOf({ edges }: Column, first: number, last: number, way: keyof typeof WORTH): number {
  const worth = WORTH[way];
  if ((edges[first]! & BEGINS) === 0) {
    for (let unit = first + 1; unit <= last; unit += 1) if ((edges[unit]! & BEGINS) !== 0) return worth[3];
    return worth[2];
  }
  return (edges[last]! & ENDS) === 0 ? worth[1] : worth[0];
}

function findText(wanted: string, column: Column, way: keyof typeof WORTH, onHit: OnHit): void {
  eachPlace(column.text, column.starts, wanted, (row, at) => {
    const last = at + wanted.length - 1;
    const worth = worthOf(column, at, last, way);
    onHit(row, worth, at, last);
    return worth === WORTH[way][0] ? NEXT_ROW : GO_ON;
  });
}

/**
 * A word whose last syllable is still being composed: 올ㅌ, 옱, 반돛. A jamo string that begins with a consonant
 * and a vowel is aligned with syllables anyway, since each of those begins so.
 */
function findJamo(apart: string, column: Column, way: keyof typeof WORTH, onHit: OnHit): void {
  if (apart.length < 2 || !isVowel(apart[1]!)) return;
  const wanted = narrow(apart);
  const unsure = isShared(wanted);
  eachPlace(column.jamo.text, column.jamo.starts, wanted, (row, at) => {
    const first = unitAt(column, row, at);
    const last = unitAt(column, row, at + wanted.length - 1);
    if (unsure && !jamo(column.text.slice(first, last + 1)).startsWith(apart)) return GO_ON;
    onHit(row, worthOf(column, first, last, way), first, last);
    return NEXT_ROW;
  });
}

/** Words that begin as other forms of a word do. */
function findBeginnings(apart: string, column: Column, onHit: OnHit): void {
  const wanted = narrow(apart);
  eachPlace(column.jamo.text, column.jamo.starts, wanted, (row, at) => {
    const first = unitAt(column, row, at);
    if ((column.edges[first]! & BEGINS) === 0 || jamoAt(column, row, first) !== at) return GO_ON;
    const last = unitAt(column, row, at + wanted.length - 1);
    onHit(row, worthOf(column, first, last, 'stem'), first, last);
    return NEXT_ROW;
  });
}

/** A word without its particle; from inside one word into the next it is there by chance: 지유 in 간척지 유통. */
function findNoun(wanted: string, column: Column, onHit: OnHit): void {
  const [, , , chance] = WORTH.stem;
  findText(wanted, column, 'stem', (row, worth, first, last) => {
    if (worth !== chance) onHit(row, worth, first, last);
  });
}

/** Whole words of the other layout. */
function findWords(wanted: string, column: Column, onHit: OnHit): void {
  const [whole] = WORTH.layout;
  findText(wanted, column, 'layout', (row, worth, first, last) => {
    if (worth === whole) onHit(row, worth, first, last);
  });
}

/** A surname's Hanja in places where it means a person. */
function findSurname(hanja: string, column: Column, onHit: OnHit): void {
  eachPlace(column.text, column.starts, hanja, (row, at) => {
    const { title, offset } = rowWithSigns(column, row, at);
    if (!isSurnameAt(title, offset)) return GO_ON;
    onHit(row, SURNAME, at, at);
    return NEXT_ROW;
  });
}

/**
 * A row with a space where its words stood apart and the beginnings of quotations, and the offset in it of a
 * unit. Hanja stay together: 尹·李 and 尹李 are the same two persons.
 */
function rowWithSigns(
  { text, starts, edges }: Column,
  row: number,
  unit: number,
): { title: string; offset: number } {
  let title = '';
  let offset = 0;
  for (let at = starts[row]!; at < starts[row + 1]! - 1; at += 1) {
    if (at === unit) offset = title.length;
    title += text[at]!;
    if ((edges[at]! & QUOTED) !== 0) title += ' “';
    else if ((edges[at]! & APART) !== 0 && !isHanja(text[at + 1]!)) title += ' ';
  }
  return { title, offset };
}

const isHanja = (unit: string): boolean => /[\u3400-\u9fff]/.test(unit);

/** Initial consonants, alone or among syllables and letters: ㅂㄷㅊ, ㅇㅍAI, 삼ㅅㅈㅈ. */
function findInitials(word: Word, column: Column, onHit: OnHit): void {
  // Two initials that the IME drew into one (ㄳ) are two.
  const units = [...word.typed].map((unit) => (isInitial(unit) ? jamo(unit) : unit)).join('');
  const alone = isInitial(units);
  eachPlace(column.choseong, column.starts, narrow(choseong(units)), (row, at) => {
    const begins = (column.edges[at]! & BEGINS) !== 0;
    // A single consonant means only words that begin with it.
    if (alone ? units.length === 1 && !begins : !unitsMatch(units, column, at)) return GO_ON;
    const last = at + units.length - 1;
    onHit(row, worthOf(column, at, last, 'initials'), at, last);
    return begins ? NEXT_ROW : GO_ON;
  });
}

const isInitial = (unit: string): boolean => /^[ㄱ-ㅎ]+$/.test(unit);

function unitsMatch(units: string, { text, choseong }: Column, at: number): boolean {
  for (let index = 0; index < units.length; index += 1) {
    const wanted = units[index]!;
    if (wanted === text[at + index]) continue;
    if (isInitial(wanted) && choseong[at + index] === narrow(wanted)) continue;
    // The last syllable may be unfinished: 오픈ㅇ, 오프.
    const last = index === units.length - 1;
    if (!last || !lettersOf(text.charCodeAt(at + index)).startsWith(narrow(jamo(wanted)))) return false;
  }
  return true;
}
