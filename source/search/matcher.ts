import { isVowel, jamo, syllableJamo } from '../korean/jamo.ts';
import type { MatchRange } from '../model.ts';
import { beginsWord, endsWord } from './normalise.ts';
import type { Form, Prepared } from './prepared.ts';
import type { Word } from './query.ts';

/** Where and how well a word was found in a field. */
export interface Hit {
  /** From 1, the word itself standing alone, down. */
  readonly score: number;
  readonly range: MatchRange;
}

/**
 * What a way of finding is worth at a word's edges, at its beginning, inside. What was typed never ranks below a
 * guess: `matcher` for a title, `SUMMARY` for the words of a lead, which come between reading and guessing.
 */
const WORTH = {
  typed: [1, 0.97, 0.94],
  hanja: [0.92, 0.91, 0.9],
  composing: [0.84, 0.83, 0.82],
  initials: [0.74, 0.73, 0.7],
  layout: [0.66, 0.65, 0.62],
} as const;

type Way = keyof typeof WORTH;

/** The best hit of a word in a field, or null. */
export function findWord(word: Word, field: Prepared): Hit | null {
  let best: Hit | null = null;
  const better = (hit: Hit | null): void => {
    if (hit !== null && hit.score > (best?.score ?? 0)) best = hit;
  };
  for (const form of field.forms) {
    const way = form.hanja ? 'hanja' : 'typed';
    better(findText(word.typed, form, field.original, way));
    for (const reading of word.readings) better(findText(reading, form, field.original, 'hanja'));
  }
  if (best !== null) return best;
  for (const form of field.forms) better(findJamo(word.jamo, form, field.original, 'composing'));
  if (best === null && word.initials) {
    for (const form of field.forms) better(findInitials(word.jamo, word.typed, form, field.original));
  }
  if (best === null && word.otherLayout !== null) {
    for (const form of field.forms) {
      better(findText(word.otherLayout.typed, form, field.original, 'layout'));
      better(findJamo(word.otherLayout.jamo, form, field.original, 'layout'));
    }
  }
  return best;
}

function hitAt(form: Form, original: string, first: number, last: number, way: Way): Hit {
  const start = form.offsets[first]!;
  const end = form.ends[last]!;
  const begins = beginsWord(original, start);
  const worth = WORTH[way];
  return { score: begins ? (endsWord(original, end) ? worth[0] : worth[1]) : worth[2], range: [start, end] };
}

/** The best place of a text: a word's own before its beginning before its inside. */
function findText(wanted: string, form: Form, original: string, way: Way): Hit | null {
  if (wanted === '') return null;
  let best: Hit | null = null;
  for (let at = form.text.indexOf(wanted); at >= 0; at = form.text.indexOf(wanted, at + 1)) {
    const hit = hitAt(form, original, at, at + wanted.length - 1, way);
    if (best === null || hit.score > best.score) best = hit;
    if (best.score === WORTH[way][0]) break;
  }
  return best;
}

/**
 * A word whose last syllable is still being composed: 올ㅌ, 옱, 반돛. A jamo string that begins with a consonant
 * and a vowel is aligned with syllables by itself, since each of those begins so.
 */
function findJamo(wanted: string, form: Form, original: string, way: Way): Hit | null {
  if (wanted.length < 2 || !isVowel(wanted[1]!)) return null;
  for (let at = form.jamo.indexOf(wanted); at >= 0; at = form.jamo.indexOf(wanted, at + 1)) {
    const first = form.jamoUnits[at]!;
    if (at > 0 && form.jamoUnits[at - 1] === first) continue;
    return hitAt(form, original, first, form.jamoUnits[at + wanted.length - 1]!, way);
  }
  return null;
}

/** Initial consonants, alone or among syllables and letters: ㅂㄷㅊ, ㅇㅍAI, 삼ㅅㅈㅈ. */
function findInitials(apart: string, typed: string, form: Form, original: string): Hit | null {
  // Two initials that the IME drew into one (ㄳ) are two.
  const units = /^[ㄱ-ㅎ]+$/.test(apart)
    ? apart
    : [...typed].map((unit) => (/[ㄱ-ㅎ]/.test(unit) ? jamo(unit) : unit)).join('');
  if (/^[ㄱ-ㅎ]+$/.test(units)) {
    const at = bestStart(units, form, original);
    // One consonant alone means only what begins with it.
    if (at === null || (units.length === 1 && !beginsWord(original, form.offsets[at]!))) return null;
    return hitAt(form, original, at, at + units.length - 1, 'initials');
  }
  for (let at = 0; at + units.length <= form.text.length; at += 1) {
    if (unitsMatch(units, form, at)) return hitAt(form, original, at, at + units.length - 1, 'initials');
  }
  return null;
}

/** Initials at a word's beginning before those inside one. */
function bestStart(initials: string, form: Form, original: string): number | null {
  let inside: number | null = null;
  for (let at = form.choseong.indexOf(initials); at >= 0; at = form.choseong.indexOf(initials, at + 1)) {
    if (beginsWord(original, form.offsets[at]!)) return at;
    inside ??= at;
  }
  return inside;
}

function unitsMatch(units: string, form: Form, at: number): boolean {
  for (let index = 0; index < units.length; index += 1) {
    const wanted = units[index]!;
    const unit = form.text[at + index]!;
    if (wanted === unit || form.choseong[at + index] === wanted) continue;
    // The last syllable may be unfinished: 오픈ㅇ, 오프.
    const apart = index === units.length - 1 ? syllableJamo(unit.charCodeAt(0)) : null;
    if (apart === null || !apart.startsWith(jamo(wanted))) return false;
  }
  return true;
}
