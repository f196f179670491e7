import { DAY } from '../../clock.ts';
import { jamo } from '../../korean/jamo.ts';
import { KOREA_OFFSET } from '../../korean/times.ts';
import type { Language, MessageKey } from '../../messages/index.ts';
import { allSections, findSection, sectionLabel, sectionsBegun, suggestSection } from '../../sections.ts';
import { suggest } from '../../text/suggest.ts';
import { normalise } from './normalise.ts';

/**
 * The filters of a query for the help and, as far as there is room, under the prompt: examples and meaning, the most useful
 * first. Each has examples with Hangul and without.
 */
export const FILTERS = [
  { examples: ['@정치', '@politics'], description: 'filter.section' },
  { examples: ['#반도체', '#AI'], description: 'filter.tag' },
  { examples: ['>어제', '>2026-11-20', '>yesterday'], description: 'filter.since' },
  { examples: ['<오늘', '<11-20', '<today'], description: 'filter.until' },
  { examples: ['본문:금리', '"금리', 'text:AI', '"AI'], description: 'filter.text' },
  { examples: ['-스포츠', '-AI'], description: 'filter.without' },
  { examples: ['안읽음:', 'unread:'], description: 'filter.unread' },
  { examples: ['북마크:', 'bookmarked:'], description: 'filter.bookmarked' },
  { examples: ['읽음:', 'read:'], description: 'filter.read' },
] as const satisfies readonly { examples: readonly string[]; description: MessageKey }[];

const HANGUL = /[ㄱ-ㅎ가-힣]/;

/** A filter's examples as a reader of the interface's language types them: in English without Hangul. */
export const examplesIn = (examples: readonly string[], language: Language): readonly string[] =>
  language === 'ko' ? examples : examples.filter((example) => !HANGUL.test(example));

/** The mark of a query for full texts too: `본문:` or `text:` before a word, or a quotation mark at the beginning. */
const IN_TEXTS = /(?<=^|\s)(?:본문:|text:)/iu;
const EVERY_IN_TEXTS = /(?<=^|\s)(?:본문:|text:)/giu;

/** The part of a query that full texts are searched for; null for a query of titles and leads. */
export function textQuery(query: string): string | null {
  const whole = query.normalize('NFC').trim();
  if (/^["“]/.test(whole)) return whole.replace(/["“”]/g, ' ').trim();
  return IN_TEXTS.test(whole) ? whole.replace(EVERY_IN_TEXTS, '').trim() : null;
}

/** The condition of a filter. */
export interface Filter {
  /** A feed's name. */
  readonly section?: string;
  /** Normalised. */
  readonly tag?: string;
  /** The beginning of the first day and the end of the last, in ms. */
  readonly from?: number;
  readonly to?: number;
  readonly read?: boolean;
  readonly bookmarked?: true;
  /** A word that is not to be there. */
  readonly without?: string;
}

/** Filters by a headline's marks, by their names. */
const MARKS: ReadonlyMap<string, Filter> = new Map<string, Filter>([
  ['안읽음', { read: false }],
  ['unread', { read: false }],
  ['읽음', { read: true }],
  ['read', { read: true }],
  ['북마크', { bookmarked: true }],
  ['bookmarked', { bookmarked: true }],
]);
const MARK = new RegExp(`^(${[...MARKS.keys()].join('|')}):`, 'iu');
const EVERY_MARK = new RegExp(`(?<=^|\\s)(?:${[...MARKS.keys()].join('|')}):`, 'giu');

/** A query with a space behind each filter by a mark: `안읽음:금리` is a filter and a word. */
export const withMarksApart = (query: string): string => query.normalize('NFC').replace(EVERY_MARK, '$& ');

/** Reads a part of a query (NFC, no spaces) as a filter; null if it is a word. */
export function readFilter(part: string, now: number): Filter | null {
  const rest = part.slice(1);
  switch (part[0]) {
    case '@': {
      const section = findSection(rest);
      return section === null ? null : { section: section.name };
    }
    case '#': {
      const tag = normalise(rest).text;
      return tag === '' ? null : { tag };
    }
    case '>': {
      const day = dayOf(rest, now);
      return day === null ? null : { from: day };
    }
    case '<': {
      const day = dayOf(rest, now);
      return day === null ? null : { to: day + DAY };
    }
    case '-':
      // 1-0 and a dash alone are no exclusions, and -- is written between words.
      return /^-[^-\s]/u.test(part) && normalise(rest).text !== '' ? { without: rest } : null;
    default:
      return MARKS.get(MARK.exec(part)?.[1]?.toLowerCase() ?? '') ?? null;
  }
}

/**
 * Whether a part is an unfinished filter: a sign alone, `@경ㅈ`, `>2026-1`. A tag is complete from its first
 * letter on.
 */
export function isBegunFilter(part: string): boolean {
  const rest = part.slice(1);
  switch (part[0]) {
    case '@':
      return findSection(rest) === null && sectionsBegun(rest).length > 0;
    case '#':
      return rest === '';
    case '>':
    case '<':
      return BEGUN_DAY.test(rest) || [...BACK.keys()].some((day) => isBeginning(rest, day));
    default:
      return false;
  }
}

/** The sections, by feed names, that an unfinished filter may mean (`@econ`); none for a sign alone and for any other part. */
export const sectionsMeant = (part: string): readonly string[] =>
  part.startsWith('@') && part.length > 1 && isBegunFilter(part) ? sectionsBegun(part.slice(1)) : [];

/** A query whose last part is the beginning of one section's name only, with the whole name: `금리 @econ`, `금리 @Economy`. */
export function completedQuery(query: string): string {
  return query.replace(/(?<!\S)@\S+$/u, (part) => {
    const [name, another] = sectionsMeant(part);
    if (name === undefined || another !== undefined) return part;
    return filterOf(name, HANGUL.test(part) ? 'ko' : 'en');
  });
}

const filterOf = (section: string, language: Language): string =>
  `@${sectionLabel(section, language).replaceAll(' ', '')}`;

/** A part of a query that looks like a filter but is not one, and what may be written there instead. */
export interface Misread {
  readonly filter: string;
  readonly possible: readonly string[];
}

/**
 * The first part of a query that begins with a filter's sign but is not a filter; null if there is none.
 * Headlines begin with `<` and `>` too, or have words in angle brackets (`<상>`, `<한낮 산책>`): those are words.
 *
 * @param typing whether the query is still being typed on the screen: its last part may then be on the way to a
 * filter; null for one that came whole, from a command: a sign with anything but a day, and nothing else, is then a slip
 */
export function misreadFilter(query: string, now: number, typing: boolean | null = null): Misread | null {
  const parts = query.split(/\s+/).filter((part) => part !== '');
  const isAlone = parts.length === 1;
  const isHeadline = (part: string, at: number): boolean =>
    (at === 0 && !isNearlyDay(part.slice(1)) && (!isAlone || (typing !== null && !isBegunFilter(part)))) ||
    (part.length === 1 && at < parts.length - 1) ||
    (part.startsWith('<') && parts.slice(at).some((each) => /[^>]>/u.test(each)));
  const filter = parts.find(
    (part, at) =>
      (/^[@#]/u.test(part) || (/^[<>]/u.test(part) && !isHeadline(part, at)) || namedNearly(part) !== null) &&
      readFilter(part, now) === null &&
      !(typing === true && at === parts.length - 1 && isBegunFilter(part)),
  );
  return filter === undefined ? null : { filter, possible: possibleFor(filter) };
}

/** Days in numbers, and words for days that no filter knows. */
const LIKE_DAY =
  /^[\d./년월일-]+$|^(?:내일|모레|글피|[월화수목금토일]요일|(?:지난|이번|다음)[주달])$|^[a-z]*(?:day|week|month)s?$/iu;

/** Whether a text behind `>` or `<` is meant as a day, which it is not: `2026-02-30`, `내일`, `yesteday`. */
function isNearlyDay(text: string): boolean {
  // Of two syllables, a slip is a word of its own: 거제, a town, for 그제.
  const days = [...BACK.keys()].filter((day) => !HANGUL.test(day));
  return LIKE_DAY.test(text) || suggest(text.toLowerCase(), [...days, 'tomorrow']) !== null;
}

/** Filters that are a name and a colon. */
const NAMED: readonly string[] = [...MARKS.keys(), '본문', 'text'];
/** The fewest letters a Latin name has that may be a slip of a filter's: `real:` stands in headlines. */
const LEAST_LATIN = 5;

/** The filter that `안읽은:` or `unred:` is a slip of; null for a word before a colon, as in headlines (`인터뷰:`). */
function namedNearly(part: string): string | null {
  const [, name = ''] = /^(\p{L}+):/u.exec(part) ?? [];
  if (name === '' || NAMED.includes(name.toLowerCase())) return null;
  if (/^[a-z]+$/i.test(name) && name.length < LEAST_LATIN) return null;
  return suggest(name.toLowerCase(), NAMED);
}

function possibleFor(filter: string): string[] {
  const meant = namedNearly(filter);
  if (meant !== null) return [...new Set([meant, ...NAMED])].map((name) => `${name}:`);
  const sign = filter[0]!;
  if (sign === '@') {
    const begun = sectionsMeant(filter);
    const meant = begun.length > 0 ? begun : [suggestSection(filter.slice(1)) ?? []].flat();
    const names = [...meant, ...allSections().map(({ name }) => name)];
    const labels = (['ko', 'en'] as const).map((language) => names.map((name) => filterOf(name, language)));
    return [...new Set(labels.flat())];
  }
  if (sign === '#') return ['#반도체', '#AI'];
  return ['2026-11-20', '11-20', '어제', '오늘', 'yesterday', 'today'].map((day) => `${sign}${day}`);
}

/** What may be written there, the likeliest first: in the interface's language, or a name in that of the slip. */
export function possibleIn({ filter, possible }: Misread, language: Language): readonly string[] {
  const korean = /^\p{L}/u.test(filter) ? /[가-힣]/.test(filter) : language === 'ko';
  const own = possible.filter((each) => /[가-힣]/.test(each) === korean || !/\p{L}/u.test(each));
  return own.length === 0 ? possible : own;
}

/** Less than a day's month and day: `2026`, `2026-`, `2026-11-0`, `11-`. */
const BEGUN_DAY = /^(?:\d{0,4}|(?:\d{4}[-.])?(?:0|(?:0?[1-9]|1[0-2])[-.]0?)|\d{4}[-.](?:0?[1-9]|1[0-2])?)$/;

const isBeginning = (begun: string, word: string): boolean =>
  begun !== word && jamo(word).startsWith(jamo(begun));

/** The beginning of a day in Korea, in ms: 2026-11-20, 11-20, 오늘, 어제, 그제. Null for anything else: 2026-02-30. */
function dayOf(word: string, now: number): number | null {
  const today = Math.floor((now + KOREA_OFFSET) / DAY) * DAY - KOREA_OFFSET;
  const back = BACK.get(word);
  if (back !== undefined) return today - back * DAY;
  const [, year, month, day] = /^(?:(\d{4})[-.])?(\d{1,2})[-.](\d{1,2})$/.exec(word) ?? [];
  if (month === undefined || day === undefined) return null;
  const inYear = year ?? String(new Date(now + KOREA_OFFSET).getUTCFullYear());
  const ms = Date.parse(`${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00+09:00`);
  // Date reads a day that its month lacks as one of the next month.
  return new Date(ms + KOREA_OFFSET).getUTCDate() === Number(day) ? ms : null;
}

const BACK = new Map([
  ['오늘', 0],
  ['today', 0],
  ['어제', 1],
  ['yesterday', 1],
  ['그제', 2],
  ['그저께', 2],
]);
