/** The history of an article: its versions, and the pairs of texts that are compared. */
import { bare, comparable, type Extracted } from './texts.ts';

/**
 * An article's text from a time on, in ms since the epoch; only the title, if the article is known from a
 * feed alone.
 */
export interface Version extends Omit<Extracted, 'extractor'> {
  readonly seenAt: number;
}

/**
 * The kept texts and titles of an article, with times in ms since the epoch; see `KeptVersions` of the
 * archive.
 */
export interface KeptWordings {
  readonly texts: readonly (Extracted & { readonly seenAt: number })[];
  readonly titles: readonly { readonly title: string; readonly seenAt: number; readonly goneAt: number }[];
  readonly corrected: number;
  readonly retitled: number;
}

/** The number of an article's corrections, and the time of the last, in ms since the epoch. */
export interface Corrections {
  readonly count: number;
  readonly at: number;
}

/** A version in a history, and which other one it is compared with. */
export interface HistoryEntry {
  readonly version: Version;
  /** Null if no change is known: for a first version, and behind another extractor's. */
  readonly before: HistoryEntry | null;
}

/**
 * The versions of an article, oldest first. A feed's title and a page's text are each compared with their own
 * earlier ones; a title that both changed alike is one change, the page's.
 * @param title the feed's present title; null where no feed has it
 */
export function entriesOf({ texts, titles }: KeptWordings, title: string | null): HistoryEntry[] {
  const pages: HistoryEntry[] = [];
  for (const [at, text] of texts.entries()) {
    const { extractor: _extractor, ...version } = text;
    const before = texts[at - 1];
    const isNext = before !== undefined && comparable(before, text);
    pages.push({ version, before: isNext ? pages[at - 1]! : null });
  }
  const feeds: HistoryEntry[] = [];
  for (const [at, given] of [...titles, ...(title === null ? [] : [{ title, seenAt: null }])].entries()) {
    const last = titles[at - 1];
    const isPages = last !== undefined && pages.some((page) => retitles(page, last.title, given.title));
    const version = titled(given.title, given.seenAt ?? last?.goneAt ?? 0);
    feeds.push({ version, before: last === undefined || isPages ? null : feeds[at - 1]! });
  }
  const changed = new Set(feeds.flatMap((each) => (each.before === null ? [] : [each.before, each])));
  return [...pages, ...feeds.filter((each) => changed.has(each))].sort(
    (one, other) => one.version.seenAt - other.version.seenAt,
  );
}

/** The number of an article's corrections and the time of the last; null for none. */
export function correctionsOf(kept: KeptWordings, title: string | null): Corrections | null {
  const changed = entriesOf(kept, title).filter(({ before }) => before !== null);
  const last = changed.at(-1);
  if (last === undefined) return null;
  // Texts that are no longer kept count too.
  const texts = kept.texts.slice(1).filter((text, at) => comparable(kept.texts[at]!, text)).length;
  const gone = Math.max(0, kept.corrected - texts) + Math.max(0, kept.retitled - kept.titles.length);
  return { count: changed.length + gone, at: timeOf(last) };
}

/** The time of a change: by the page, where it gives one, else when it was first seen. */
export function timeOf({ version, before }: HistoryEntry): number {
  const told = version.updatedAt === null ? Number.NaN : Date.parse(version.updatedAt);
  const isNew = version.updatedAt !== before?.version.updatedAt && told <= version.seenAt;
  return isNew ? told : version.seenAt;
}

const retitles = ({ version, before }: HistoryEntry, from: string, to: string): boolean =>
  before !== null && bare(before.version.title) === bare(from) && bare(version.title) === bare(to);

const titled = (title: string, seenAt: number): Version => ({
  source: 'feed',
  updatedAt: null,
  title,
  deck: [],
  blocks: [],
  seenAt,
});
