import { findSection } from '../donga/sections.ts';
import { hanjaReadings } from '../korean/hanja.ts';
import { jamo } from '../korean/jamo.ts';
import { hangulToLatin, hasHangul, latinToHangul } from '../korean/keyboard.ts';
import { sanitiseLine } from '../terminal/sanitise.ts';
import { normalise } from './normalise.ts';

/** A word of a query and the other ways it may have been meant. */
export interface Word {
  /** Normalised as titles are. */
  readonly typed: string;
  readonly jamo: string;
  /** It has initial consonants standing alone: ㅂㄷㅊ, ㅇㅍAI. */
  readonly initials: boolean;
  /** Its Hanja read in Hangul. */
  readonly readings: readonly string[];
  /** What the same keys type in the other layout, and its jamo. */
  readonly otherLayout: { readonly typed: string; readonly jamo: string } | null;
}

/** What was asked for: all words, within all filters. */
export interface Query {
  readonly words: readonly Word[];
  /** `@정치`: feed names. */
  readonly sections: readonly string[];
  /** `#반도체`. */
  readonly tags: readonly string[];
  /** `>2026-11-20`: from the beginning of that day in Korea, in ms; `<`: to its end. */
  readonly from: number | null;
  readonly to: number | null;
}

const DAY = 24 * 3_600_000;
const KOREA = 9 * 3_600_000;

/** Reads a query. A sign before what it does not go with is just part of a word. */
export function parseQuery(text: string, now: number): Query {
  const words: Word[] = [];
  const sections: string[] = [];
  const tags: string[] = [];
  let from: number | null = null;
  let to: number | null = null;
  for (const part of sanitiseLine(text).split(' ')) {
    const rest = part.slice(1);
    const section = part.startsWith('@') ? findSection(rest) : null;
    const day = part.startsWith('>') || part.startsWith('<') ? dayOf(rest, now) : null;
    if (section !== null) sections.push(section.name);
    else if (part.startsWith('#') && rest !== '') tags.push(normalise(rest).text);
    else if (day !== null && part.startsWith('>')) from = day;
    else if (day !== null) to = day + DAY;
    else {
      const word = wordOf(part);
      if (word !== null) words.push(word);
    }
  }
  return { words, sections, tags, from, to };
}

/** True where there is nothing to look for. */
export function isEmpty(query: Query): boolean {
  return query.words.length === 0 && !isFiltered(query);
}

/** True where what is found is to be of some section, tag or day. */
export function isFiltered({ sections, tags, from, to }: Query): boolean {
  return sections.length + tags.length > 0 || from !== null || to !== null;
}

function wordOf(part: string): Word | null {
  const typed = normalise(part).text;
  if (typed === '') return null;
  const other = hasHangul(typed) ? hangulToLatin(part) : /^[a-z]+$/i.test(part) ? latinToHangul(part) : '';
  const otherTyped = normalise(other).text;
  // Two letters type something in either layout; a guess wants more to stand on.
  const plausible =
    otherTyped !== typed && part.length >= 2 && (hasHangul(typed) || /[가-힣]/.test(otherTyped));
  return {
    typed,
    jamo: jamo(typed),
    initials: /[ㄱ-ㅎ]/.test(typed),
    readings: readingsOf(typed),
    otherLayout: plausible ? { typed: otherTyped, jamo: jamo(otherTyped) } : null,
  };
}

function readingsOf(typed: string): string[] {
  if (!/[\u3400-\u9fff]/.test(typed)) return [];
  const read = (which: number) =>
    [...typed].map((char) => hanjaReadings(char)[which] ?? hanjaReadings(char)[0] ?? char).join('');
  return [...new Set([read(0), read(1)])].filter((reading) => reading !== typed);
}

/** The beginning of a day in Korea, in ms: 2026-11-20, 11-20, 오늘, 어제, 그제. */
function dayOf(word: string, now: number): number | null {
  const today = Math.floor((now + KOREA) / DAY) * DAY - KOREA;
  const back = { 오늘: 0, today: 0, 어제: 1, yesterday: 1, 그제: 2, 그저께: 2 }[word];
  if (back !== undefined) return today - back * DAY;
  const [, year, month, day] = /^(?:(\d{4})[-.])?(\d{1,2})[-.](\d{1,2})$/.exec(word) ?? [];
  if (month === undefined || day === undefined) return null;
  const inYear = year ?? String(new Date(now + KOREA).getUTCFullYear());
  const ms = Date.parse(`${inYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00+09:00`);
  return Number.isNaN(ms) ? null : ms;
}
