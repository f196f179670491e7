/** The two-set (두벌식) keyboard of KS X 5002: which Latin key types which jamo, both ways. */
import { isConsonant, isFinal, isMedial, isVowel, jamo, syllable } from './jamo.ts';

const KEYS =
  'r ㄱ R ㄲ s ㄴ e ㄷ E ㄸ f ㄹ a ㅁ q ㅂ Q ㅃ t ㅅ T ㅆ d ㅇ w ㅈ W ㅉ c ㅊ z ㅋ x ㅌ v ㅍ g ㅎ ' +
  'k ㅏ o ㅐ i ㅑ O ㅒ j ㅓ p ㅔ u ㅕ P ㅖ h ㅗ y ㅛ n ㅜ b ㅠ m ㅡ l ㅣ';

const pairs = KEYS.split(' ');
const JAMO_OF = new Map<string, string>();
const KEY_OF = new Map<string, string>();
for (let at = 0; at < pairs.length; at += 2) {
  JAMO_OF.set(pairs[at]!, pairs[at + 1]!);
  KEY_OF.set(pairs[at + 1]!, pairs[at]!);
}

/** Whether a text has Hangul in it, composed or not. */
export const hasHangul = (text: string): boolean => /[ᄀ-ᇿㄱ-ㅣ가-힣]/.test(text);

/** The Latin keys that were pressed for a text, in order: 거 → r, j. Characters that no Hangul key types are kept. */
export function keysOfHangul(text: string): string[] {
  return [...jamo(text.normalize('NFC'))].map((typed) => KEY_OF.get(typed) ?? typed);
}

/** The Hangul meant by Latin letters typed with the IME off: qksehcp → 반도체. */
export function latinToHangul(text: string): string {
  // Shift on a letter whose key has no shifted jamo types the plain one.
  return compose([...text].map((key) => JAMO_OF.get(key) ?? JAMO_OF.get(key.toLowerCase()) ?? key));
}

/** The Latin meant by Hangul typed with the IME on: ㅐㅔ두먀 → openai. */
export function hangulToLatin(text: string): string {
  return keysOfHangul(text).join('');
}

/** Composes typed jamo as the keyboard's automaton does: a final moves on to a vowel that follows it. */
export function compose(typed: readonly string[]): string {
  let text = '';
  let initial = '';
  let medial = '';
  let final = '';

  const flush = (): void => {
    text += (medial === '' ? null : syllable(initial, medial, final)) ?? initial + medial + final;
    initial = '';
    medial = '';
    final = '';
  };

  for (const key of typed) {
    if (isConsonant(key)) {
      if (medial !== '' && initial !== '' && isFinal(final + key)) final += key;
      else {
        flush();
        initial = key;
      }
    } else if (isVowel(key)) {
      if (final !== '') {
        const moved = final.at(-1)!;
        final = final.slice(0, -1);
        flush();
        initial = moved;
        medial = key;
      } else if (isMedial(medial + key) && (initial !== '' || medial === '')) medial += key;
      else {
        flush();
        medial = key;
      }
    } else {
      flush();
      text += key;
    }
  }
  flush();
  return text;
}

/** English words and abbreviations: at least two letters, perhaps a number behind them. */
const LATIN_KEYS = /^[a-z]{2,}[0-9]*$/i;

/**
 * The English that a Hangul word was typed for with the IME left on, in lower case: ㅎㅅㅌ → gtx, 낫 → skt, ㅁㅑ →
 * ai. One syllable may be a whole abbreviation. Null if other keys than letters were pressed.
 */
export function englishMeant(word: string): string | null {
  if (!hasHangul(word)) return null;
  const typed = hangulToLatin(word);
  return LATIN_KEYS.test(typed) ? typed.toLowerCase() : null;
}
