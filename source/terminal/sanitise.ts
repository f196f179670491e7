/**
 * The one door for text from outside: feeds, pages, files, the archive, arguments, the environment.
 *
 * What comes out is stated on what survives, not as a list of attacks: NFC; no C0 or C1 control (but `\n` from
 * `sanitiseText`) and so no escape sequence; no bidi control; no zero-width or invisible character but a ZWJ
 * inside an emoji sequence; no lone surrogate, noncharacter or private-use character; at most four combining
 * marks in a run. Both functions are idempotent and linear.
 */

/** Combining marks allowed in a run; Vietnamese and Hebrew need two or three, an attack uses hundreds. */
const MOST_MARKS = 4;

/** Text that needs nothing: what news prose is written with, all of it NFC (Ω, K, Å, 〈 by their compatibility signs are not). */
const CLEAN_LINE =
  /^(?:[\x21-\x7e¡-¬®-ʯ‐-‧‰-⁞₠-⃀℃-℥℧-℩ℬ-⅏←-⌨⌫-⎿①-⓿─-➿、-〿ぁ-ゖァ-ヺ가-힣ㄱ-ㅣ㈀-㏿一-鿿！-～￠-￦]| (?=[^ ]))*$/u;

/** Control sequences, whole: CSI, and the string kinds (OSC, DCS, APC, PM, SOS) up to their terminator. */
const CSI = /(?:\x1b\[|\x9b)[\x30-\x3f]{0,64}[\x20-\x2f]{0,16}[\x40-\x7e]?/g;
const STRINGS = /(?:\x1b[\]P_^X]|[\x9d\x90\x9f\x9e\x98])[^\x07\x1b\x9c\n\r]{0,4096}(?:\x07|\x1b\\|\x9c)?/g;
const OTHER_ESCAPES = /\x1b[\x20-\x2f]{0,4}[\x30-\x7e]?/g;

const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const INVISIBLE =
  /[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb]|[\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu;
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10ffff}]/gu;
const NONCHARACTERS =
  /[\ufdd0-\ufdef\ufffe\uffff\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{4fffe}\u{4ffff}\u{5fffe}\u{5ffff}\u{6fffe}\u{6ffff}\u{7fffe}\u{7ffff}\u{8fffe}\u{8ffff}\u{9fffe}\u{9ffff}\u{afffe}\u{affff}\u{bfffe}\u{bffff}\u{cfffe}\u{cffff}\u{dfffe}\u{dffff}\u{efffe}\u{effff}]/gu;
/** A ZWJ that does not join two emoji. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;
const MARK_RUN = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/** Space of any kind, line breaks included, becomes one plain space; the ends are trimmed. */
export function sanitiseLine(text: string): string {
  if (CLEAN_LINE.test(text)) return text.trim();
  return purify(text)
    .replace(/[\s\x85]+/g, ' ')
    .trim();
}

/**
 * The same for text of several lines: `\n` alone parts them, none of them begins or ends in a space, and no
 * two empty lines stand together.
 */
export function sanitiseText(text: string): string {
  if (isClean(text)) return text;
  return purify(text)
    .replace(/\r\n?|[\x0b\x0c\x85\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether every line needs nothing. What comes back from the archive was clean when it went in: a hundred thousand leads. */
function isClean(text: string): boolean {
  if (text.includes('\n\n\n')) return false;
  if (!text.includes('\n')) return CLEAN_LINE.test(text) && text === text.trim();
  return (
    text === text.trim() && text.split('\n').every((line) => CLEAN_LINE.test(line) && line === line.trim())
  );
}

/** Everything but the white space. Taking something away may bring a sequence together: repeated until nothing changes. */
function purify(text: string): string {
  let before = text.toWellFormed();
  for (;;) {
    const after = before
      .replace(STRINGS, '')
      .replace(CSI, '')
      .replace(OTHER_ESCAPES, '')
      .replace(CONTROLS, '')
      .replace(BIDI, '')
      .replace(INVISIBLE, '')
      .replace(PRIVATE, '\ufffd')
      .replace(NONCHARACTERS, '\ufffd')
      .replace(STRAY_JOINER, '')
      .normalize('NFC')
      .replace(MARK_RUN, '$1');
    if (after === before) return after;
    before = after;
  }
}
