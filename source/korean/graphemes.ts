/**
 * Text in which every UTF-16 unit is a grapheme of its own: ASCII, Hangul syllables, Hanja, kana and the signs of
 * newspapers, none of which is joined to another without a mark or joiner that is not in here.
 */
const SIMPLE =
  /^[\x20-\x7e\xa0-\xa8\xaa-\xac\xae-\u02ff‐-‧‰-⁞₠-⃀℀-⅏←-⏿①-◿、-〩〰-〼ぁ-ゖァ-ヿㄱ-ㅣㆍ㈀-㏿一-鿿가-힣！-～￠-￦]*$/;

let segmenter: Intl.Segmenter | null = null;

/** Whether each UTF-16 unit of the text is a grapheme. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** The extended grapheme clusters of a text (UAX #29), by Node's own segmenter if the table is not enough. */
export function graphemes(text: string): string[] {
  if (isSimple(text)) return text.split('');
  segmenter ??= new Intl.Segmenter('ko', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
