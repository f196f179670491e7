/** A line of text being entered. Pure; the caret counts graphemes, so that no syllable is ever split. */

import { graphemes } from '../../korean/graphemes.ts';
import { hasHangul, keysOfHangul, latinToHangul } from '../../korean/keyboard.ts';
import { withoutEnd } from '../../text/runs.ts';
import { sanitiseLine } from '../../text/sanitise.ts';

/** A line of text being entered; `caret` counts graphemes. */
export interface TextField {
  readonly text: string;
  readonly caret: number;
}

/** Graphemes a line may hold: more than anyone searches for, and a paste of a book stays quick. */
const LONGEST = 500;

export const EMPTY: TextField = { text: '', caret: 0 };

/** A field that holds a text, the caret at its end. */
export function fieldWith(text: string): TextField {
  return { text, caret: graphemes(text).length };
}

const split = ({ text, caret }: TextField): [before: string[], after: string[]] => {
  const all = graphemes(text);
  return [all.slice(0, caret), all.slice(caret)];
};

/** The caret is counted in the joined text: a vowel typed behind a consonant in NFD makes one syllable. */
const joined = (before: string, after: string): TextField => {
  const text = (before + after).normalize('NFC');
  const caret = Math.min(graphemes(before.normalize('NFC')).length, graphemes(text).length);
  return { text, caret };
};

/**
 * Types a text at the caret, or pastes it: line breaks and other white space become single spaces, kept at
 * its ends only to separate it from text beside it.
 */
export function insert(field: TextField, text: string): TextField {
  const [before, after] = split(field);
  const line = sanitiseLine(text);
  const lead = /^\s/.test(text) && before.length > 0 ? ' ' : '';
  const trail = /\s$/.test(text) && after.length > 0 ? ' ' : '';
  const clean = /^ +$/.test(text) ? text : line === '' ? '' : `${lead}${line}${trail}`;
  const room = Math.max(0, LONGEST - before.length - after.length);
  return joined(before.join('') + graphemes(clean).slice(0, room).join(''), after.join(''));
}

/** Deletes before the caret: a grapheme or, where `jamo` is set, the last key of a Hangul syllable. */
export function deleteBack(field: TextField, jamo: boolean): TextField {
  const [before, after] = split(field);
  const last = before.pop();
  if (last === undefined) return field;
  const left = jamo && hasHangul(last) ? latinToHangul(keysOfHangul(last).slice(0, -1).join('')) : '';
  return joined(before.join('') + left, after.join(''));
}

export function deleteAhead(field: TextField): TextField {
  const [before, after] = split(field);
  return joined(before.join(''), after.slice(1).join(''));
}

/** Deletes the word before the caret and the spaces behind it. */
export function deleteWord(field: TextField): TextField {
  const [before, after] = split(field);
  return joined(withoutEnd(withoutEnd(before.join(''), / /), /[^ ]/), after.join(''));
}

export function deleteToStart(field: TextField): TextField {
  return joined('', split(field)[1].join(''));
}

export function deleteToEnd(field: TextField): TextField {
  return joined(split(field)[0].join(''), '');
}

/** Moves the caret by graphemes, no further than the ends. */
export function moveCaret(field: TextField, by: number): TextField {
  const last = graphemes(field.text).length;
  return { ...field, caret: Math.min(last, Math.max(0, field.caret + by)) };
}
