/**
 * Hangul taken apart into the jamo that are typed for it on a two-set keyboard: ㅘ is ㅗ and ㅏ, ㄳ is ㄱ and ㅅ.
 * Composition is that of Unicode's chapter 3.12: syllable = 0xAC00 + (choseong × 21 + jungseong) × 28 + jongseong.
 */

const FIRST = 0xac00;
const LAST = 0xd7a3;

const CHOSEONG = [...'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'] as const;
const JUNGSEONG = [
  'ㅏ',
  'ㅐ',
  'ㅑ',
  'ㅒ',
  'ㅓ',
  'ㅔ',
  'ㅕ',
  'ㅖ',
  'ㅗ',
  'ㅗㅏ',
  'ㅗㅐ',
  'ㅗㅣ',
  'ㅛ',
  'ㅜ',
  'ㅜㅓ',
  'ㅜㅔ',
  'ㅜㅣ',
  'ㅠ',
  'ㅡ',
  'ㅡㅣ',
  'ㅣ',
] as const;
const JONGSEONG = [
  '',
  'ㄱ',
  'ㄲ',
  'ㄱㅅ',
  'ㄴ',
  'ㄴㅈ',
  'ㄴㅎ',
  'ㄷ',
  'ㄹ',
  'ㄹㄱ',
  'ㄹㅁ',
  'ㄹㅂ',
  'ㄹㅅ',
  'ㄹㅌ',
  'ㄹㅍ',
  'ㄹㅎ',
  'ㅁ',
  'ㅂ',
  'ㅂㅅ',
  'ㅅ',
  'ㅆ',
  'ㅇ',
  'ㅈ',
  'ㅊ',
  'ㅋ',
  'ㅌ',
  'ㅍ',
  'ㅎ',
] as const;

/** Compatibility jamo that stand alone and are typed with two keys. */
const COMPOUND: Readonly<Record<string, string>> = {
  ㅘ: 'ㅗㅏ',
  ㅙ: 'ㅗㅐ',
  ㅚ: 'ㅗㅣ',
  ㅝ: 'ㅜㅓ',
  ㅞ: 'ㅜㅔ',
  ㅟ: 'ㅜㅣ',
  ㅢ: 'ㅡㅣ',
  ㄳ: 'ㄱㅅ',
  ㄵ: 'ㄴㅈ',
  ㄶ: 'ㄴㅎ',
  ㄺ: 'ㄹㄱ',
  ㄻ: 'ㄹㅁ',
  ㄼ: 'ㄹㅂ',
  ㄽ: 'ㄹㅅ',
  ㄾ: 'ㄹㅌ',
  ㄿ: 'ㄹㅍ',
  ㅀ: 'ㄹㅎ',
  ㅄ: 'ㅂㅅ',
};

/** A syllable's jamo as they are typed; null for any character but a Hangul syllable. */
function syllableJamo(code: number): string | null {
  if (code < FIRST || code > LAST) return null;
  const index = code - FIRST;
  return (
    CHOSEONG[Math.floor(index / 588)]! + JUNGSEONG[Math.floor((index % 588) / 28)]! + JONGSEONG[index % 28]!
  );
}

/** Every Hangul syllable and compound jamo of an NFC text taken apart; everything else stays as it is. */
export function jamo(text: string): string {
  let apart = '';
  for (let at = 0; at < text.length; at += 1) {
    apart += syllableJamo(text.charCodeAt(at)) ?? COMPOUND[text[at]!] ?? text[at]!;
  }
  return apart;
}

/** The initial consonant of each Hangul syllable; everything else stays: 삼성 AI → ㅅㅅ AI. One unit for one unit. */
export function choseong(text: string): string {
  let initials = '';
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    initials += code < FIRST || code > LAST ? text[at]! : CHOSEONG[Math.floor((code - FIRST) / 588)]!;
  }
  return initials;
}

/** The syllable of a choseong, jungseong and jongseong given as typed jamo (`''` for no final), or null. */
export function syllable(initial: string, medial: string, final = ''): string | null {
  const one = CHOSEONG.indexOf(initial as (typeof CHOSEONG)[number]);
  const two = JUNGSEONG.indexOf(medial as (typeof JUNGSEONG)[number]);
  const three = JONGSEONG.indexOf(final as (typeof JONGSEONG)[number]);
  return one < 0 || two < 0 || three < 0 ? null : String.fromCharCode(FIRST + (one * 21 + two) * 28 + three);
}

/** A Hangul syllable's choseong, jungseong and jongseong as typed jamo; the final is `''` if there is none. */
export interface SyllableParts {
  readonly initial: string;
  readonly medial: string;
  readonly final: string;
}

/** Takes a Hangul syllable apart (해 → ㅎ, ㅐ, `''`); null for any other character. The inverse of `syllable`. */
export function syllableParts(char: string): SyllableParts | null {
  const code = char.charCodeAt(0);
  if (!(code >= FIRST && code <= LAST)) return null;
  const index = code - FIRST;
  return {
    initial: CHOSEONG[Math.floor(index / 588)]!,
    medial: JUNGSEONG[Math.floor((index % 588) / 28)]!,
    final: JONGSEONG[index % 28]!,
  };
}

const FINAL_INDEX: ReadonlyMap<string, number> = new Map(JONGSEONG.map((final, index) => [final, index]));

/** A character with another final (typed jamo, `''` for none) if it is a Hangul syllable; else as it is. */
export function withFinal(char: string, final: string): string {
  const code = char.charCodeAt(0);
  const index = FINAL_INDEX.get(final);
  if (!(code >= FIRST && code <= LAST) || index === undefined) return char;
  return String.fromCharCode(code - ((code - FIRST) % 28) + index);
}

/** The final of a Hangul syllable as typed jamo, `''` if there is none; undefined for any other character. */
export function finalOf(char: string): string | undefined {
  const code = char.charCodeAt(0);
  return code >= FIRST && code <= LAST ? JONGSEONG[(code - FIRST) % 28] : undefined;
}

export const isVowel = (typed: string): boolean => typed >= 'ㅏ' && typed <= 'ㅣ';
export const isConsonant = (typed: string): boolean => typed >= 'ㄱ' && typed <= 'ㅎ';
/** Typed jamo that can be a final. */
export const isFinal = (typed: string): boolean =>
  JONGSEONG.includes(typed as (typeof JONGSEONG)[number]) && typed !== '';
/** Typed jamo that can be a medial. */
export const isMedial = (typed: string): boolean => JUNGSEONG.includes(typed as (typeof JUNGSEONG)[number]);
