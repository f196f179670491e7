/** Latin letters that Unicode does not take apart into a letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ð: 'd',
  ø: 'o',
  þ: 'th',
  đ: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  œ: 'oe',
  ß: 'ss',
  ŧ: 't',
};

const MARKS = /(?<=[a-z])\p{M}+/gu;

/**
 * The text in lower case with the accents of Latin letters left out, as people type it: Café → cafe, Łódź → lodz.
 * Hangul and every other script keep their marks. Some letters become two (ß → ss), so offsets may move.
 */
export function foldAccents(text: string): string {
  return text
    .toLowerCase()
    .replace(/[æðøþđħıłŋœßŧ]/g, (letter) => LETTERS[letter]!)
    .normalize('NFD')
    .replace(MARKS, '')
    .normalize('NFC');
}
