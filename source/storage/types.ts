import type { CandidateSource } from '../candidates.ts';
import type { Extracted } from '../corrections/texts.ts';
import type { FailureCode, FailureDetails } from '../failure.ts';
import type { Article, FeedHeadline, Headline, Place, Shared, Validators } from '../model.ts';
import type { WatchWords } from '../watch-words.ts';

/** Puts a damaged file of its own aside, under another name, instead of losing it. */
export interface Quarantining {
  /** Calls the listener with the new name each time; at once if it has happened already. */
  onSetAside(listener: (name: string) => void): void;
}

/** A query for headlines of a section (`total` is all of them), `publishedAt` descending, ties by the feed's order. */
export interface HeadlineQuery {
  readonly section: string;
  readonly limit: number;
  readonly offset?: number;
  readonly unreadOnly?: boolean;
  /** Shows muted headlines too, and marks them as such. */
  readonly withMuted?: boolean;
}

/** A long list: up to `limit` headlines of a section. */
export type PageQuery = Pick<HeadlineQuery, 'section' | 'limit'>;

/** The number of muted headlines, and of those watched and not muted, among the newest ten thousand. */
export interface WordCounts {
  /** By section, `total` included. */
  readonly muted: ReadonlyMap<string, number>;
  readonly followed: number;
}

/** A feed's state, and the headlines that came with it. */
export interface FeedAnswer {
  readonly state: FeedState;
  readonly headlines: readonly FeedHeadline[];
}

/** The kept facts about a section's feed. Times are ms since the epoch. */
export interface FeedState {
  readonly section: string;
  /** When it was last fetched with success (a 304 counts); null for never. */
  readonly refreshedAt: number | null;
  /** The time until which its server calls it fresh; null if it does not say. */
  readonly freshUntil: number | null;
  readonly validators: Validators;
  /** Until when the server asked not to be asked again. */
  readonly notBefore: number | null;
  /** The time and the cause of the last try, if it failed. Null after a success. */
  readonly failure: {
    readonly at: number;
    readonly code: FailureCode;
    readonly details: FailureDetails;
  } | null;
}

/** Makes the search index's tokens of a text, parted by spaces. */
export interface Tokens {
  ofTitle(title: string): string;
  /** Of a headline's title and lead or, if its article is kept, of that. */
  ofText(headline: Pick<Headline, 'title' | 'summary'>, article: Article | null): string;
}

/** The most entries that are indexed at a time, of the first kind that has some. */
export interface SliceLimits {
  /** Headlines that came or changed since they were indexed: titles, and leads with them. */
  readonly changed: number;
  /** Titles of headlines that are older than the index. */
  readonly titles: number;
  /** Texts of articles, and leads of headlines older than the index. */
  readonly texts: number;
}

/** The search index of an archive, kept up by each process that changes the archive. Throws Failures only. */
export interface SearchIndex extends CandidateSource {
  /** Indexes some of what is not indexed, of one kind, in one transaction; returns the number of entries. */
  indexSome(limits: SliceLimits, tokens: Tokens): number;
  /** Makes the small parts that the index grew by fewer, for some 10 ms; false when that is done. */
  merge(): boolean;
  /** Calls the listener when a damaged index has been made again; at once if that has happened already. */
  onDamage(listener: () => void): void;
  /** How often the index proved damaged while it was read, and was made again: what was read before may lack some. */
  remakes(): number;
  close(): void;
}

/** Limits past which headlines may be pruned: older than `before` (ms since the epoch), or more than `count`. */
export interface PruneLimits {
  readonly before: number;
  readonly count: number;
}

/** The reader's marks on a headline, beside its feed's data; `story` is left out if it is in none. */
export type HeadlineMarks = Pick<Headline, 'read' | 'story'>;

/**
 * A headline and its coming: `row` grows with each new one; `publishedAt` in ms, without a date the time it
 * was first seen.
 */
export interface Arrived {
  readonly row: number;
  readonly id: string;
  readonly publishedAt: number;
}

/** A headline as it came. */
export interface Arrival extends Arrived {
  readonly title: string;
  readonly lead: string;
}

/** An article that was read on a day in Korea, YYYY-MM-DD. */
export interface Reading {
  readonly id: string;
  readonly day: string;
  readonly section: string | null;
  readonly reporters: readonly string[];
  /** The minutes it takes to read. */
  readonly minutes: number;
}

/** A headline that joins a story, and the id of the story's first one. */
export interface Joined {
  readonly id: string;
  readonly story: string;
}

/** Headlines published after a time and, with `seenAfter`, first seen after that; in ms since the epoch. */
export interface CameSince {
  readonly publishedAfter: number;
  readonly seenAfter: number | null;
}

/** How an article came. */
export interface PutArticle {
  /** The version of the extractor that read it from its page; 0 if unknown. */
  readonly extractor?: number;
  /** Keeps every former text, not the last ten only. */
  readonly keepAll?: boolean;
}

/** An article's text from a time on, in ms since the epoch. */
export interface TextVersion extends Extracted {
  readonly seenAt: number;
}

/** A title that a feed gave before; when it was first seen and when it was gone, in ms since the epoch. */
export interface FormerTitle {
  readonly title: string;
  readonly seenAt: number;
  readonly goneAt: number;
}

export interface KeptVersions {
  /** The texts read from its page, oldest first, the present one last; none if only a feed's lead is kept. */
  readonly texts: readonly TextVersion[];
  /** The number of corrections of its page, of texts no longer kept too. */
  readonly corrected: number;
  /** Oldest first, without the present title. */
  readonly titles: readonly FormerTitle[];
  /** The number of times that a feed changed its title. */
  readonly retitled: number;
}

/** The archive: every headline ever seen, read marks, opened articles, places, the feeds' states. Synchronous. */
export interface Archive extends Quarantining {
  /**
   * `read-only` if the home cannot be written: reading works, every change throws Failure `read-only`. `full`
   * where the disk had no room when the archive was opened: the same with Failure `disk-full`, until there is
   * room.
   */
  readonly mode: 'read-write' | 'read-only' | 'full';
  readonly index: SearchIndex;

  /** Takes a feed's headlines in the feed's order; known ones are updated. Returns how many were new. */
  putHeadlines(section: string, headlines: readonly FeedHeadline[], at: number): number;
  /** `bookmarked` is always false here: the reader lays the bookmarks over. */
  /** The words hide muted headlines and mark watched ones; the section `following` holds all watched ones. */
  headlines(query: HeadlineQuery, words?: WatchWords): Headline[];
  /** The same headlines in parts, each read when needed, so that no more than one is in memory. */
  pages(query: PageQuery, words?: WatchWords): Iterable<Headline[]>;
  wordCounts(words: WatchWords, unreadOnly: boolean): WordCounts;
  count(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  headline(id: string): Headline | null;
  /** The kept ones among some headlines, by their ids, in one statement: half the time of one statement each. */
  headlinesBy(ids: readonly string[]): ReadonlyMap<string, Headline>;
  /** The marks of the kept ones among some headlines, by their ids. */
  marksOf(ids: readonly string[]): ReadonlyMap<string, HeadlineMarks>;
  /** Distinguishes one archive from another. */
  identity(): string;
  /** The row of the headline that came last; 0 for none. */
  newestRow(): number;
  /** The headlines of the rows after the one up to the other, at most `limit`, in the order they came. */
  arrivals(after: number, until: number, limit: number): Arrival[];
  /** Headlines by their ids, in any order; unknown ones are left out. */
  arrivalsOf(ids: readonly string[]): Arrival[];
  /** When the headlines of a span of time came (ms since the epoch, ends included), oldest first; of more than `limit` the newest. */
  arrivedBetween(from: number, until: number, limit: number): Arrived[];
  /**
   * The stories of headlines, by the id of the first; null for one that was taken out. Headlines without a
   * story are left out.
   */
  storiesOf(ids: Iterable<string>): Map<string, string | null>;
  /**
   * Puts headlines in stories; a headline that is in a story already, or was taken out of one, stays as it
   * is.
   */
  joinStories(joined: readonly Joined[]): void;
  /** Forgets the stories, which can be found again; headlines that were taken out stay out. */
  dissolveStories(): void;
  /** The headlines of a story, by the id of its first, oldest first. */
  story(first: string): Headline[];
  /** The other headlines of the stories that some headlines are in, newest first; muted ones are left out. */
  mates(headlines: readonly Headline[], words?: WatchWords): Headline[];
  /** Takes a headline out of its story, or puts it back; returns whether that changed anything. */
  setApart(id: string, apart: boolean): boolean;
  /** Unread counts by section, `total` included; a section with none may be absent. */
  unread(): ReadonlyMap<string, number>;
  /** Sets read marks; returns the ids whose mark changed. */
  setRead(ids: readonly string[], read: boolean, at: number): string[];
  /** Marks a section's headlines read; returns the ids whose mark changed. */
  markAllRead(section: string, at: number): string[];

  /**
   * Keeps an article; a `feed` one never replaces a fuller one, and an older copy than is kept never a newer
   * one. If it was corrected, the text kept before is kept as a version.
   */
  putArticle(article: Article, at: number, how?: PutArticle): void;
  /** The kept versions of an article's text and title. */
  versions(id: string): KeptVersions;
  /** Whether there is anything in its history, without reading that. */
  isCorrected(id: string): boolean;
  /** The lengths (`readingLength`) of the whole ones among some articles, by their ids. */
  readingLengths(ids: readonly string[]): ReadonlyMap<string, number>;
  /** Headlines that came since a time, newest first: at most 3,000, muted ones left out, watched ones marked. */
  cameSince(since: CameSince, words: WatchWords): Headline[];
  /** The time until which the reader was shown the day, in ms since the epoch; null for never. */
  dayShown(): number | null;
  putDayShown(at: number): void;
  /** Notes that a page is asked for again now, if that is allowed (`mayAskAgain`); returns whether it is. */
  askAgain(id: string, at: number): boolean;
  article(id: string): Article | null;
  /** The number of articles kept after the one time and up to the other, in ms since the epoch. */
  articlesBetween(after: number, until: number): number;
  /** The headlines of kept articles with a tag (or with its word in the title) or by a reporter, newest first. */
  headlinesSharing(by: Shared): Headline[];
  /** Notes that an article was read; once a day. */
  noteReading(reading: Reading): void;
  readings(): Reading[];
  forgetReadings(): void;
  /** The articles that were opened last and after a time, the newest first; times in ms since the epoch. */
  lastOpened(limit: number, since: number): { id: string; at: number }[];
  place(id: string): Place | null;
  putPlace(id: string, place: Place, at: number): void;

  /**
   * The time until which a host of pages wants no requests, in ms since the epoch; null if it asked for
   * nothing, or only after `at`, by a clock that was ahead.
   */
  wait(host: string, at: number): number | null;
  putWait(host: string, until: number, at: number): void;

  feed(section: string): FeedState | null;
  feeds(): FeedState[];
  /** Keeps a feed's state and, in one step, the headlines that came with it; returns the number of new ones. */
  putFeed(state: FeedState, headlines?: readonly FeedHeadline[]): number;
  /** The same for several feeds, in one transaction: all are kept or none is. */
  putFeeds(answers: readonly FeedAnswer[]): number[];
  /**
   * The newest plausible time of publication in the feeds' last answers, in ms since the epoch, independent
   * of the clock; null if no feed has given any.
   */
  newestPublished(): number | null;

  /**
   * Removes old headlines that are unread and not bookmarked, with their articles: at most 100, so that the
   * screen never waits for it. Returns their number; fewer than 100 means that all is done.
   */
  /** Removes a section that no longer exists, with the headlines that are in no other one. */
  forgetSection(section: string): void;
  prune(limits: PruneLimits, bookmarked: ReadonlySet<string>): number;
  /** Drops a table that an earlier version left, which takes a moment if it is large; false if none is left. */
  dropRetired(): boolean;

  /** Grows with every change by any process; equal numbers mean that nothing has to be read again. */
  version(): number;
  close(): void;
}
