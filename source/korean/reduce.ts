/** Characters of emoji that some terminals draw as one picture, others as several or a cell narrower. */
const DISPUTED = /[\u200d\ufe0e\ufe0f\u20e3]|\ud83c[\udde6-\uddff\udffb-\udfff]/;

const KEYCAP = /([0-9#*])\ufe0f?\u20e3/g;
const VARIATION = /[\ufe0e\ufe0f]/g;
const SKIN = /(\p{Extended_Pictographic})\p{Emoji_Modifier}/gu;
const JOINED = /(\p{Extended_Pictographic})(?:\u200d\p{Extended_Pictographic})+/gu;
const FLAG_LETTER = /\p{RI}/gu;

const FIRST_FLAG_LETTER = 0x1f1e6;

/**
 * The text with the emoji that terminals measure differently replaced by forms that all of them draw alike: a
 * joined sequence to its first emoji, a skin tone and a variation selector dropped, a keycap to its digit, a
 * flag to its country's letters. For drawing only: `cellWidth` measures a text as it is after this, so lines
 * may be set before.
 */
export function reduce(text: string): string {
  if (!DISPUTED.test(text)) return text;
  return text
    .replace(KEYCAP, '$1')
    .replace(VARIATION, '')
    .replace(SKIN, '$1')
    .replace(JOINED, '$1')
    .replace(FLAG_LETTER, (letter) => String.fromCharCode(65 + letter.codePointAt(0)! - FIRST_FLAG_LETTER));
}
