/** Text in which every code unit is a grapheme of its own: ASCII, Hangul syllables, unified Hanja, common signs. */
const SIMPLE = /^[\x20-\x7e가-힣ㄱ-ㅣ一-鿿‐-‧、-〿！-～]*$/;

let segmenter: Intl.Segmenter | null = null;

/** The extended grapheme clusters of a text (UAX #29), as Node's own segmenter finds them. */
export function graphemes(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('ko', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
