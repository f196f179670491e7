import { readHanja } from '../korean/hanja/hanja.ts';
import { normalise } from './query/normalise.ts';
import type { Query } from './query/query.ts';

/** The properties of a headline or article by which a search keeps it or not. */
export interface Sieved {
  readonly read: boolean;
  readonly bookmarked: boolean;
  /** The title and the other texts that were looked through. */
  readonly texts: readonly string[];
}

/** Whether a result stays; null for a query that keeps all of them. */
export function sieveOf({ read, bookmarked, without }: Query): ((item: Sieved) => boolean) | null {
  if (read === null && !bookmarked && without.length === 0) return null;
  const unwanted = without.map(wordTest);
  return (item) =>
    (read === null || item.read === read) &&
    (!bookmarked || item.bookmarked) &&
    !item.texts.some((text) => {
      const forms = formsOf(text);
      return unwanted.some((has) => forms.some(has));
    });
}

/** A text as it is compared, its words apart; also with its Hanja read: -한미 leaves 韓美 out too. */
function formsOf(text: string): string[] {
  const plain = wordsApart(text);
  return /[\u3400-\u9fff]/.test(text) ? [plain, wordsApart(readHanja(text))] : [plain];
}

const wordsApart = (text: string): string =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => normalise(word).text)
    .join(' ');

/**
 * Whether a normalised text has a word: Latin letters and figures alone (AI is not in Taiwan), Hangul also
 * within a word (e스포츠) or with other spaces (한미 훈련), but a single syllable only alone or with a particle.
 */
function wordTest(typed: string): (text: string) => boolean {
  const word = normalise(typed).text;
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const syllables = [...word].length;
  if (/[a-z\d]/.test(word)) {
    const whole = new RegExp(`(?<![a-z\\d])${escaped}(?![a-z\\d])`, 'u');
    return (text) => whole.test(text);
  }
  if (syllables > 2) return (text) => text.replaceAll(' ', '').includes(word);
  if (syllables === 2) return (text) => text.includes(word);
  const alone = new RegExp(`(?:^| )${escaped}(?:[은는이가을를의도만와과에]|$| )`, 'u');
  return (text) => alone.test(text);
}
