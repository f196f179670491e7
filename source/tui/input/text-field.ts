/** A line of text being entered. Pure; the caret counts graphemes, so that no syllable is ever split. */
import { graphemes } from '../../korean/graphemes.ts';
import { hasHangul, keysOfHangul, latinToHangul } from '../../korean/keyboard.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import type { Editor } from '../state/state.ts';

/** Graphemes a line may hold: more than anyone searches for, and a paste of a book stays quick. */
const LONGEST = 500;

export const EMPTY: Editor = { text: '', caret: 0 };

/** An editor on a text, the caret behind it. */
export function editorOn(text: string): Editor {
  return { text, caret: graphemes(text).length };
}

const split = ({ text, caret }: Editor): [before: string[], after: string[]] => {
  const all = graphemes(text);
  return [all.slice(0, caret), all.slice(caret)];
};

/** The caret is counted in what comes of joining: a vowel typed behind a consonant in NFD makes one syllable. */
const joined = (before: string, after: string): Editor => {
  const text = (before + after).normalize('NFC');
  const caret = Math.min(graphemes(before.normalize('NFC')).length, graphemes(text).length);
  return { text, caret };
};

/**
 * Types a text at the caret, or pastes it: line breaks and other white space become single spaces, which are kept
 * at its ends only where they part it from a text beside it.
 */
export function insert(editor: Editor, text: string): Editor {
  const [before, after] = split(editor);
  const line = sanitiseLine(text);
  const lead = /^\s/.test(text) && before.length > 0 ? ' ' : '';
  const trail = /\s$/.test(text) && after.length > 0 ? ' ' : '';
  const clean = /^ +$/.test(text) ? text : line === '' ? '' : `${lead}${line}${trail}`;
  const room = Math.max(0, LONGEST - before.length - after.length);
  return joined(before.join('') + graphemes(clean).slice(0, room).join(''), after.join(''));
}

/** Deletes before the caret: a grapheme or, where `jamo` is set, the last key of a Hangul syllable. */
export function deleteBack(editor: Editor, jamo: boolean): Editor {
  const [before, after] = split(editor);
  const last = before.pop();
  if (last === undefined) return editor;
  const left = jamo && hasHangul(last) ? latinToHangul(keysOfHangul(last).slice(0, -1).join('')) : '';
  return joined(before.join('') + left, after.join(''));
}

export function deleteAhead(editor: Editor): Editor {
  const [before, after] = split(editor);
  return joined(before.join(''), after.slice(1).join(''));
}

/** Deletes the word before the caret and the spaces behind it. */
export function deleteWord(editor: Editor): Editor {
  const [before, after] = split(editor);
  return joined(before.join('').replace(/[^ ]*[ ]*$/, ''), after.join(''));
}

export function deleteToStart(editor: Editor): Editor {
  return joined('', split(editor)[1].join(''));
}

export function deleteToEnd(editor: Editor): Editor {
  return joined(split(editor)[0].join(''), '');
}

/** Moves the caret by graphemes, no further than the ends. */
export function moveCaret(editor: Editor, by: number): Editor {
  const last = graphemes(editor.text).length;
  return { ...editor, caret: Math.min(last, Math.max(0, editor.caret + by)) };
}
