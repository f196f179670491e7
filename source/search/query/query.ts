import { hanjaReadings } from '../../korean/hanja/hanja.ts';
import { otherForms } from '../../korean/inflection/endings.ts';
import { withoutParticles } from '../../korean/inflection/particles.ts';
import { jamo } from '../../korean/jamo.ts';
import { hangulToLatin, hasHangul, latinToHangul } from '../../korean/keyboard.ts';
import { surnameHanja } from '../../korean/surnames.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { isBegunFilter, readFilter, sectionsMeant, withMarksApart } from './filters.ts';
import { normalise } from './normalise.ts';

/** A word of a query and the other ways it may have been meant. */
export interface Word {
  /** Normalised as titles are. */
  readonly typed: string;
  readonly jamo: string;
  /** Whether it has initial consonants standing alone: ㅂㄷㅊ, ㅇㅍAI. */
  readonly initials: boolean;
  /** The word's Hanja read in Hangul. */
  readonly readings: readonly string[];
  /** The words that the same keys type in the other layout: several if Shift or CapsLock was on. */
  readonly otherLayouts: readonly Typed[];
  /** The word without the particles, and a suffix, at its end. */
  readonly nouns: readonly string[];
  /** The beginnings of the word's other forms, by jamo. */
  readonly inflected: readonly Typed[];
  /** The Hanja of the surname that it, as a person's name, begins with. */
  readonly surnames: readonly string[];
}

export interface Typed {
  readonly typed: string;
  readonly jamo: string;
}

/** A query, read: all words, within all filters. */
export interface Query {
  readonly words: readonly Word[];
  /** `@정치`: feed names. */
  readonly sections: readonly string[];
  /** `#반도체`. */
  readonly tags: readonly string[];
  /** `>2026-11-20`: from the beginning of that day in Korea, in ms; `<`: to its end. */
  readonly from: number | null;
  readonly to: number | null;
  /** `안읽음:` (false), `읽음:` (true): by their read marks; null for both. */
  readonly read: boolean | null;
  /** `북마크:`: bookmarks only. */
  readonly bookmarked: boolean;
  /** `-스포츠`: texts that must not be there, as typed. */
  readonly without: readonly string[];
  /** True while the last part is an unfinished filter: until it is one, it is no word. */
  readonly begun: boolean;
}

/**
 * Reads a query. A sign before an invalid value (`@없는섹션`, `>2026-02-30`) is part of a word; the last part,
 * which may still be on the way to a filter, is each section that it may mean (`@경`), or nothing yet (`>2026`).
 */
export function parseQuery(text: string, now: number): Query {
  const parts = inBounds(sanitiseLine(withMarksApart(text))).split(' ');
  const filters = parts.map((part) => readFilter(part, now));
  const begun = isBegunFilter(parts.at(-1)!);
  const words = parts.slice(0, begun ? -1 : undefined).filter((_, index) => filters[index] === null);
  const set = filters.filter((filter) => filter !== null);
  return {
    words: parseWords(words.join(' ')),
    sections: [...set.flatMap(({ section }) => section ?? []), ...sectionsMeant(parts.at(-1)!)],
    tags: set.flatMap(({ tag }) => tag ?? []),
    from: set.findLast(({ from }) => from !== undefined)?.from ?? null,
    to: set.findLast(({ to }) => to !== undefined)?.to ?? null,
    read: set.findLast(({ read }) => read !== undefined)?.read ?? null,
    bookmarked: set.some(({ bookmarked }) => bookmarked === true),
    without: set.flatMap(({ without }) => without ?? []),
    begun,
  };
}

/**
 * The longest query, in UTF-16 units: more than a headline or a sentence. The time of a search grows with the
 * square of its words, and an expression of SQLite has at most 1,000 parts.
 */
const LONGEST_QUERY = 200;

/** The whole words at the beginning of a query that is too long, so that a pasted page finds what its beginning does. */
function inBounds(query: string): string {
  if (query.length <= LONGEST_QUERY) return query;
  const end = query.lastIndexOf(' ', LONGEST_QUERY);
  return query.slice(0, end > 0 ? end : LONGEST_QUERY);
}

/** The words of a text in which signs mean nothing. */
export function parseWords(text: string): Word[] {
  return sanitiseLine(text)
    .split(' ')
    .flatMap((part) => wordOf(part) ?? []);
}

/** True if there is nothing to look for. */
export function isEmpty(query: Query): boolean {
  return query.words.length === 0 && !isFiltered(query) && !query.begun;
}

/**
 * True if not everything with the words is wanted: only some section, tag, day or mark, or nothing with some
 * other word.
 */
export function isFiltered({ sections, tags, from, to, read, bookmarked, without }: Query): boolean {
  return (
    sections.length + tags.length + without.length > 0 ||
    from !== null ||
    to !== null ||
    read !== null ||
    bookmarked
  );
}

function wordOf(part: string): Word | null {
  const typed = normalise(part).text;
  if (typed === '') return null;
  // 20일 is not 20.
  const particles = withoutParticles(typed).filter((noun) => !/^\d+$/.test(noun));
  return {
    typed,
    jamo: jamo(typed),
    initials: /[ㄱ-ㅎ]/.test(typed),
    readings: readingsOf(typed),
    otherLayouts: otherLayoutsOf(part, typed),
    nouns: [...particles, ...[typed, ...particles].flatMap(withoutSuffix)],
    inflected: otherForms(typed).map((form) => ({ typed: form, jamo: jamo(form) })),
    surnames: surnameHanja(typed),
  };
}

/** A noun without a suffix that other headlines leave out: 하락세, 하락률, 하락폭 → 하락. 세 is a tax in 지방세. */
function withoutSuffix(noun: string): string[] {
  const bare = /^([가-힣]{2,})[률율폭론설세]$/.exec(noun)?.[1];
  return bare === undefined || (noun.endsWith('세') && !/[승락가소화복장합등조]$/.test(bare)) ? [] : [bare];
}

function otherLayoutsOf(part: string, typed: string): Typed[] {
  // A single key, or two keys for one vowel or final, is no word in the other layout.
  if (part.length < 2 && (!/[가-힣]/.test(part) || hangulToLatin(part).length < 2)) return [];
  const others = hasHangul(typed)
    ? [hangulToLatin(part), ...latinBegun(part)]
    : /^[a-z]+$/i.test(part)
      ? casesOf(part)
          .map(latinToHangul)
          .filter((other) => /[가-힣]/.test(other))
      : [];
  return [...new Set(others.map((other) => normalise(other).text))]
    .filter((other) => other !== typed)
    .map((other) => ({ typed: other, jamo: jamo(other) }));
}

/** A word whose Latin beginning was typed with the IME on: ㅣㅎ전자 → lg전자, 나하이닉스 → sk하이닉스. */
function latinBegun(part: string): string[] {
  const [, jamo, syllable, rest = ''] = /^(?:([ㄱ-ㅣ]{2,4})|([가-힣]))([가-힣]{2,})$/.exec(part) ?? [];
  const begun = hangulToLatin(jamo ?? syllable ?? '');
  return /^[a-z]{2,4}$/i.test(begun) ? [begun + rest] : [];
}

/**
 * Shift gives another jamo on seven keys. Capitals may be meant so, or come from CapsLock or the beginning of
 * a sentence.
 */
function casesOf(keys: string): string[] {
  const lower = keys.toLowerCase();
  if (keys === lower) return [keys];
  const swapped = [...keys].map((key) => (key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase()));
  return [keys, lower, swapped.join('')];
}

function readingsOf(typed: string): string[] {
  if (!/[\u3400-\u9fff]/.test(typed)) return [];
  const read = (which: number) =>
    [...typed].map((char) => hanjaReadings(char)[which] ?? hanjaReadings(char)[0] ?? char).join('');
  return [...new Set([read(0), read(1)])].filter((reading) => reading !== typed);
}
