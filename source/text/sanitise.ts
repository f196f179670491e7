/**
 * The one door for text from outside: feeds, pages, files, the archive, arguments, the environment.
 *
 * The result is defined by the characters that survive, not by a list of attacks: NFC; no control (but `\n`
 * from `sanitiseText`) and so no escape sequence; no format or default-ignorable character, bidi controls
 * among them, but a ZWJ between two emoji; no lone surrogate, noncharacter or private-use character; at most
 * four marks or completing jamo in a run. Both functions are idempotent, linear, and take a string of any
 * length.
 */

/** The characters of news prose, all of them NFC (the compatibility signs of Ω, K, Å and 〈 are not). */
const PROSE =
  '\\x20-\\x7e¡-¬®-ʯ‐-‧‰-⁞₠-⃀℃-℥℧-℩ℬ-⅏←-⌨⌫-⎿①-⓿─-➿、-〩〰-〿ぁ-ゖァ-ヺ가-힣ㄱ-ㅣ㈀-㏿一-鿿！-～￠-￦';
/** Matches a line, or a text of several, that is not clean already. */
const UNCLEAN_LINE = new RegExp(`[^${PROSE}]|^ | $| {2}`, 'u');
const UNCLEAN_TEXT = new RegExp(`[^${PROSE}\\n]|^[ \\n]|[ \\n]$| {2}| \\n|\\n |\\n{3}`, 'u');

/**
 * Escape sequences, whole (ECMA-48, 5.3–5.6): the string kinds (OSC, DCS, APC, PM, SOS) up to their
 * terminator, CSI, and the rest. An unterminated one ends with its line, or at a length that only an attack
 * would have.
 */
const ESCAPES =
  /(?:\x1b[\]P_^X]|[\x9d\x90\x9f\x9e\x98])[^\x07\x1b\x9c\n\r]{0,4096}(?:\x07|\x1b\\|\x9c)?|(?:\x1b\[|\x9b)[\x30-\x3f]{0,64}[\x20-\x2f]{0,16}[\x40-\x7e]?|\x1b[\x20-\x2f]{0,4}[\x30-\x7e]?/g;
/** Controls that are not white space; U+0085 ends a line. */
const CONTROLS = /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/g;
const INVISIBLE = /(?!\u200d)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const NO_CHARACTERS = /[\p{Co}\p{Noncharacter_Code_Point}]/gu;
/** A ZWJ that does not join two emoji. */
const STRAY_JOINER =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}])\u200d|\u200d(?!\p{Extended_Pictographic})/gu;

/**
 * The most characters in a run that may be drawn over the one before them: Vietnamese and Hebrew need two or
 * three marks, an old Korean syllable two jamo and a tone mark; an attack uses hundreds.
 */
const MOST_STACKED = 4;
/** Before composing, which sorts a run of marks in quadratic time (UAX #15 allows 30 in its Stream-Safe format). */
const MOST_TO_SORT = 30;
/**
 * The part of a longer run that is matched at a time: V8 keeps a way back for each character of it, and has
 * room for so many.
 */
const AT_ONCE = 10_000;
const runBeyond = (most: number) =>
  new RegExp(
    `([\\p{M}\\u1161-\\u11ff\\ud7b0-\\ud7fb]{${most}})[\\p{M}\\u1161-\\u11ff\\ud7b0-\\ud7fb]{1,${AT_ONCE}}`,
    'gu',
  );
const UNSORTABLE = runBeyond(MOST_TO_SORT);
const STACKED = runBeyond(MOST_STACKED);

/** Space of any kind, line breaks included, becomes one plain space; the ends are trimmed. */
export function sanitiseLine(text: string): string {
  if (!UNCLEAN_LINE.test(text)) return text;
  return purify(text)
    .replace(/[\s\x85]+/g, ' ')
    .trim();
}

/**
 * The same for text of several lines: `\n` alone parts them, none of them begins or ends in a space, and no
 * two empty lines stand together.
 */
export function sanitiseText(text: string): string {
  if (!UNCLEAN_TEXT.test(text)) return text;
  return purify(text)
    .replace(/\r\n?|[\x0b\x0c\x85\u2028\u2029]/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** In cells; no verse is set further in, and no line can be pushed off the screen. */
export const DEEPEST_INDENT = 24;

/** `sanitiseText` for verse: the spaces (U+0020) that a line begins with stay, 24 of them at most. Idempotent. */
export function sanitiseVerse(text: string): string {
  if (!/^ |\n /.test(text)) return sanitiseText(text);
  return text
    .replace(/\r\n?|[\x0b\x0c\x85\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) => {
      const words = sanitiseLine(line);
      const indent = line.length - line.replace(/^ +/, '').length;
      return words === '' ? '' : ' '.repeat(Math.min(indent, DEEPEST_INDENT)) + words;
    })
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** Until nothing is beyond, however long a run was. */
function shorten(text: string, runs: RegExp): string {
  let before: string;
  let shorter = text;
  do {
    before = shorter;
    shorter = before.replace(runs, '$1');
  } while (shorter.length < before.length);
  return shorter;
}

/** Everything but the white space. */
function purify(text: string): string {
  const composed = shorten(withoutInvisible(text), UNSORTABLE).normalize('NFC');
  return shorten(composed, STACKED);
}

/** Controls are removed first, so that no removal brings a sequence together. */
function withoutInvisible(text: string): string {
  return text
    .toWellFormed()
    .replace(ESCAPES, '')
    .replace(CONTROLS, '')
    .replace(INVISIBLE, '')
    .replace(NO_CHARACTERS, '\ufffd')
    .replace(STRAY_JOINER, '');
}
