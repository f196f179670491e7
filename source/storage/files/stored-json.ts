/**
 * Files read back from the disk are not trusted: a file can be edited, damaged or
 * made to deceive. Each reader here takes anything and gives the shape with its text sanitised, or null.
 */
import { koreanTime } from '../../korean/times.ts';
import type {
  Article,
  ArticleSource,
  Block,
  KoreanTime,
  ListItem,
  NewBookmark,
  Place,
  Reporter,
  TextLink,
} from '../../model.ts';
import { sanitiseLine, sanitiseText, sanitiseVerse } from '../../text/sanitise.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** The value's fields, or null if it is no object. */
export function fields(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

/** JSON that may be none: undefined then. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The value as one sanitised line; '' if it is not a string. */
export const line = (value: unknown): string => (typeof value === 'string' ? sanitiseLine(value) : '');

/** Text that may hold `\n`. */
export const text = (value: unknown): string => (typeof value === 'string' ? sanitiseText(value) : '');

/** A single line, or null if there is no text. */
export const lineOrNull = (value: unknown): string | null => line(value) || null;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** The texts of a list, each one line; those that are empty are left out. */
export const lines = (value: unknown): string[] => list(value).map(line).filter(Boolean);
const present = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);

/** An http(s) URL as URLs are written: ASCII, without spaces; null for anything else. */
export function webLink(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\/[!#-;=?-~]+$/i.test(value) && value.length <= 4096
    ? value
    : null;
}

/** An instant by ISO 8601 in any of its forms with a calendar date; without a zone it is Korean time. */
const ISO_TIME =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[Tt ](\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,]\d{1,12})?)?)?(?:([Zz])|([+-])(\d{2}):?(\d{2})?)?)?$/;

const KOREA = 9 * 60;

/** An instant that a file gives in ISO 8601, in Korean time as `KoreanTime` writes it; null for anything else. */
export function time(value: unknown): KoreanTime | null {
  const parts = typeof value === 'string' ? ISO_TIME.exec(value) : null;
  if (parts === null) return null;
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const [zulu, sign, hours, minutes] = parts.slice(7);
  // Date.UTC takes years below 100 for those of the last century; no date here is that old.
  if (year! < 100 || month! < 1 || month! > 12 || day! < 1 || hour! > 24 || minute! > 59 || second! > 60)
    return null;
  if (day! > new Date(Date.UTC(year!, month!, 0)).getUTCDate()) return null;
  if (hour === 24 && minute! + second! > 0) return null;
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  if (Number(hours ?? 0) > 23 || Number(minutes ?? 0) > 59) return null;
  const east = zulu !== undefined ? 0 : sign === undefined ? KOREA : sign === '-' ? -offset : offset;
  // A leap second counts as the second before it.
  const ms = Date.UTC(year!, month! - 1, day!, hour, minute! - east, Math.min(second!, 59));
  const written = koreanTime(ms);
  return /^\d{4}-/.test(written) ? written : null;
}

const count = (value: unknown): number | null =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;

/** Whether a value kept under an id has the fields to be listed and opened again. */
export function isBookmark(id: string, value: unknown): boolean {
  const given = fields(value);
  return (
    webLink(given?.url) !== null &&
    typeof given?.title === 'string' &&
    time(given.savedAt) !== null &&
    // An id names files and is printed.
    line(id) === id
  );
}

/** A bookmark kept under an id; null if `isBookmark` refuses it. */
export function readBookmark(id: string, value: unknown): NewBookmark | null {
  const given = fields(value);
  if (given === null || !isBookmark(id, given)) return null;
  const url = webLink(given.url)!;
  return {
    id,
    title: line(given.title) || url,
    url,
    section: lineOrNull(given.section),
    sections: lines(given.sections),
    publishedAt: time(given.publishedAt),
    summary: text(given.summary),
    image: webLink(given.image),
    savedAt: time(given.savedAt)!,
    note: text(given.note),
    tags: lines(given.tags),
    articleTags: lines(given.articleTags),
    reporters: lines(given.reporters),
  };
}

const SOURCES: readonly ArticleSource[] = ['page', 'legacy-page', 'sports-page', 'readability', 'feed'];

/** An article from the contract's JSON; null for anything else. */
export function readArticle(value: unknown): Article | null {
  const given = fields(value);
  const url = webLink(given?.url);
  const source = SOURCES.find((each) => each === given?.source);
  if (given === null || url === null || source === undefined) return null;
  return {
    id: line(given.id),
    url,
    source,
    section: lineOrNull(given.section),
    kicker: lineOrNull(given.kicker),
    title: line(given.title),
    deck: list(given.deck).map(text).filter(Boolean),
    publishedAt: time(given.publishedAt),
    updatedAt: time(given.updatedAt),
    reporters: present(list(given.reporters).map(readReporter)),
    wire: lineOrNull(given.wire),
    blocks: present(list(given.blocks).map(readBlock)),
    tags: lines(given.tags),
    reactions: Object.fromEntries(
      Object.entries(fields(given.reactions) ?? {}).flatMap(([name, value]) => {
        const times = count(value);
        return times === null || line(name) === '' ? [] : [[line(name), times]];
      }),
    ),
    comments: count(given.comments),
    trending: present(list(given.trending).map(readTrending)),
    copyright: lineOrNull(given.copyright),
    ...readExtractor(given.extractor),
  };
}

function readExtractor(value: unknown): Pick<Article, 'extractor'> {
  const extractor = count(value);
  return extractor === null || extractor === 0 ? {} : { extractor };
}

function readReporter(value: unknown): Reporter | null {
  const given = fields(value);
  const name = line(given?.name);
  if (given === null || name === '') return null;
  return {
    name,
    title: lineOrNull(given.title),
    place: lineOrNull(given.place),
    email: lineOrNull(given.email),
  };
}

function readTrending(value: unknown): Article['trending'][number] | null {
  const given = fields(value);
  const title = line(given?.title);
  const url = webLink(given?.url);
  return title === '' || url === null ? null : { title, url };
}

function readBlock(value: unknown): Block | null {
  const given = fields(value);
  if (given === null) return null;
  const read = Object.hasOwn(BLOCKS, String(given.type)) ? BLOCKS[String(given.type)] : undefined;
  return read?.(given) ?? null;
}

const textBlock = (given: Fields): Block | null => {
  const words = typeof given.text === 'string' ? sanitiseVerse(given.text) : '';
  if (words === '') return null;
  const type = given.type as 'paragraph' | 'heading' | 'quote';
  const links = present(list(given.links).map((link) => readTextLink(link, words.length)));
  return links.length === 0 ? { type, text: words } : { type, text: words, links };
};

const BLOCKS: Readonly<Record<string, (given: Fields) => Block | null>> = {
  paragraph: textBlock,
  heading: textBlock,
  quote: textBlock,
  photo: (given) => {
    const url = webLink(given.url);
    if (url === null) return null;
    return { type: 'photo', url, caption: text(given.caption) || null, alt: text(given.alt) || null };
  },
  table: (given) => ({ type: 'table', rows: list(given.rows).map((row) => list(row).map(text)) }),
  list: (given) => ({ type: 'list', items: present(list(given.items).map(readItem)) }),
  embed: (given) => {
    const url = webLink(given.url);
    return url === null ? null : { type: 'embed', url, title: lineOrNull(given.title) };
  },
};

/** No marker is longer than the longest Roman numeral, 3,888. */
const MARKER = /^(?:\p{L}{1,15}|\d{1,7})$/u;

function readItem(value: unknown): string | ListItem | null {
  const given = fields(value);
  if (given === null) return text(value) || null;
  const words = text(given.text);
  const number = typeof given.number === 'number' && Number.isSafeInteger(given.number) ? given.number : null;
  if (words === '') return null;
  const marker = number === null ? '' : line(given.marker);
  const item = { text: words, level: count(given.level) ?? 0, number };
  return MARKER.test(marker) ? { ...item, marker } : item;
}

function readTextLink(value: unknown, length: number): TextLink | null {
  const [start, end, url] = list(value).map((part, at) => (at === 2 ? webLink(part) : count(part)));
  if (typeof start !== 'number' || typeof end !== 'number' || typeof url !== 'string') return null;
  return start < end && end <= length ? [start, end, url] : null;
}

/** A place in an article: block −1 or more, offset 0 or more. */
export function readPlace(value: unknown): Place | null {
  const given = fields(value);
  const offset = count(given?.offset);
  const block = given?.block;
  return offset !== null && typeof block === 'number' && Number.isSafeInteger(block) && block >= -1
    ? { block, offset }
    : null;
}
