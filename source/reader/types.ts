import type { History } from '../corrections/compare.ts';
import type { Corrections } from '../corrections/history.ts';
import type { Failure } from '../failure.ts';
import type { Article, Bookmark, Headline, NewBookmark, Place, Scored, Shared } from '../model.ts';
import type { Rendered } from '../photos/render.ts';
import type { SearchSteps } from '../search/steps.ts';
import type { SharedFolder } from '../storage/config/folder/share.ts';
import type { BookmarkEdit, Bookmarks, Merged, WordsStore } from '../storage/kept-types.ts';
import type { Archive, FeedState, HeadlineQuery, PageQuery, Reading } from '../storage/types.ts';
import type { Day } from '../today/day.ts';
import type { Warning } from '../warnings.ts';
import type { WatchWords, WordList } from '../watch-words.ts';
import type { Fetching, PageRequest } from './fetching/fetching.ts';
import type { PhotoJob } from './photos/photos.ts';
import type { Stories } from './stories.ts';

/** The result of refreshing a section. */
export interface Refreshed {
  readonly section: string;
  /** How many headlines were new; 0 where the server said nothing changed. */
  readonly added: number;
  /** How many parts of the feed could not be read; 0 where it came whole. */
  readonly problems: number;
  readonly failure: Failure | null;
}

/** An article, and why it is only the feed's lead, if it is: `failure`. */
export interface Opened {
  readonly article: Article;
  readonly failure: Failure | null;
}

export interface Found extends Scored {
  readonly headline: Headline;
}

export interface FoundBookmark extends Scored {
  readonly headline: Bookmark;
}

/** A bookmark on its way from or to a file, with its article if that goes along. */
export interface Exchanged {
  readonly bookmark: NewBookmark;
  readonly article: Article | null;
}

/** The result of fetching an article's photos. */
export interface KeptPhotos {
  readonly had: number;
  readonly failed: number;
  /** Why the last one failed; null where none did. */
  readonly failure: Failure | null;
}

/** Headlines that are the same news again. The id is `s` and that of its first headline. */
export interface Story {
  readonly id: string;
  readonly headlines: readonly Headline[];
}

/** Reports on work in the background. */
export interface ReaderEvents {
  /**
   * False for a request that no key made: sections that are fresh, or that their server asked to leave alone,
   * are then passed over.
   */
  readonly asked?: boolean;
  /** A section's refresh began (`done` null), or ended. */
  onRefresh?(event: { readonly section: string; readonly done: Refreshed | null }): void;
}

/**
 * The acts of a person, for both faces. Reading the archive is synchronous and quick; an act that asks the
 * network or writes a bookmark is a promise. Rejections are `Failure`s.
 */
export interface Reader {
  /** Newest first; `bookmarked` laid over, muted ones left out unless asked for. */
  headlines(query: HeadlineQuery): Headline[];
  /** The same in parts, each read when it is asked for: a long list is never in memory as a whole. */
  pages(query: PageQuery): Iterable<Headline[]>;
  /** A headline the archive or the bookmarks know. */
  headline(id: string): Headline | null;
  count(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  /** Unread counts by section, without what is muted; `following` has a count where something is watched. */
  unread(): ReadonlyMap<string, number>;
  /** How many of a section's newest headlines are muted. */
  muted(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  words(): WatchWords;
  /** Adds a word to a list, or removes it; resolves to whether that changed anything. */
  setWord(list: WordList, word: string, listed: boolean): Promise<boolean>;
  /** How many of the newest headlines come of one thing that is followed. */
  followedCount(entry: string): number;
  feeds(): readonly FeedState[];
  /** Whether the archive can be written; see `Archive.mode`. */
  mode(): Archive['mode'];
  /** Changes when anything kept has changed, by this process or another. */
  version(): string;

  /**
   * Asks for the sections' feeds, at most four at once. Never rejects for a section: each result has its
   * failure.
   */
  refresh(sections: readonly string[], events?: ReaderEvents): Promise<Refreshed[]>;

  /** The kept text of an article, without asking the network: the whole one, or the feed's lead; null for neither. */
  kept(id: string): Article | null;
  /**
   * The whole article: the kept text, else its page (`fresh`: its page, else the kept text). If there is no
   * page, or no article in it, the lead, and why. Rejects with a Failure only if not even a lead is known.
   * Marks it read.
   */
  open(target: PageRequest, options?: { fresh?: boolean }): Promise<Opened>;
  /** Fetches an article's page for reading later, without marking it read; resolves to why it could not, or null. */
  fetchText(target: PageRequest): Promise<Failure | null>;
  /**
   * Fetches one of the sections' newest unread articles before it is asked for; false when there is nothing to
   * fetch, or `hourly` articles were fetched in the last hour.
   */
  prefetch(sections: readonly string[], hourly: number): Promise<boolean>;
  /** Asks for a kept article's page again where it may be (`mayAskAgain`); the article if it reads otherwise, else null. */
  askAgain(target: PageRequest): Promise<Article | null>;
  /**
   * Asks again for the page of the next bookmark, or piece of a followed story, that is new enough; false if
   * none is left, or the network fails.
   */
  recheck(): Promise<boolean>;
  /** How often an article was corrected, and when last; null for never. */
  corrections(id: string): Corrections | null;
  /** The texts of an article over time, and the changes; null if none is kept. */
  history(id: string): Promise<History | null>;
  /**
   * Headlines that came since a time in ms since the epoch, or in the last 24 hours (`last-day`); `null`:
   * since the day was shown last, or in the last 24 hours.
   */
  day(since: number | 'last-day' | null): Promise<Day>;
  /** Notes until when the day was shown, in ms since the epoch. */
  keepDayShown(until: number): void;
  /** A photo as the terminal takes it. Rejects with a Failure. */
  photo(job: PhotoJob): Promise<Rendered>;
  /**
   * Fetches the photos of a kept article for reading later, those that are not kept yet; resolves to how many were had
   * and why the last of the others could not. `pause` is awaited after each that was fetched.
   */
  keepPhotos(id: string, pause: () => Promise<unknown>): Promise<KeptPhotos>;
  /** The headlines of kept articles with a tag (or with its word in the title) or by a reporter, newest first. */
  sharing(by: Shared): Headline[];
  /** The headlines of the articles that were opened last, the newest first. */
  lastRead(limit: number): Headline[];
  place(id: string): Place | null;
  keepPlace(id: string, place: Place): void;

  /** Articles read, oldest first; those marked read by hand do not count. */
  readings(): Reading[];
  forgetReadings(): void;
  /** Returns the ids whose mark changed. */
  setRead(ids: readonly string[], read: boolean): string[];
  markAllRead(section: string): string[];

  bookmarks(): Bookmark[];
  /** A bookmark by its id, without going through all. */
  bookmarkOf(id: string): Bookmark | null;
  /** Adds it, on disk when the promise resolves; its text comes in the background, or when next online. */
  bookmark(headline: Headline): Promise<void>;
  unbookmark(id: string): Promise<Bookmark | null>;
  /**
   * Changes a bookmark's note or tags; resolves to the bookmark as it is then, or to null if it is not in the
   * list.
   */
  editBookmark(id: string, edit: BookmarkEdit): Promise<Bookmark | null>;
  /** Takes in the bookmarks of another list, with the articles that came along; see `Bookmarks.merge`. */
  importBookmarks(list: readonly Exchanged[]): Promise<Merged>;
  /**
   * Makes the bookmarks and the folder that shares them alike, where the settings name one; null if they do not. Rejects
   * with a Failure.
   */
  shareBookmarks(): Promise<SharedFolder | null>;
  /** Puts back what `unbookmark` took away. */
  restore(bookmark: Bookmark): Promise<void>;
  /** Fetches the texts of bookmarks that have none yet; resolves to how many were had. `beforePage` sets the pace. */
  fetchMissingTexts(beforePage: () => Promise<void>): Promise<number>;

  /** Makes ready what asks the network, so that the first refresh need not wait for it. */
  prepare(): void;

  /** A story, oldest first, by its id or any of its headlines'; one headline where it is in none; null for an unknown one. */
  story(id: string): Story | null;
  /** Up to five kept headlines that bear on an article, best first, without those of its story. Asks no network. */
  related(article: Article): Promise<Headline[]>;
  /** The other headlines of the stories that some headlines are in, newest first; muted ones are left out. */
  mates(headlines: readonly Headline[]): Headline[];
  /** Takes a headline out of its story, or puts it back; returns whether that changed anything. */
  setApart(id: string, apart: boolean): boolean;
  /** Groups headlines into stories; loaded at its first use. */
  stories(): Promise<Stories>;
  /** Groups what has come since that was done last, and leaves what is older for later. */
  groupNew(): Promise<void>;
  /** The search; loaded at its first use, since no first list needs it. */
  search(): Promise<Search>;
  /** Takes old unread headlines away, for some 20 ms. False when none is left. */
  prune(): boolean;
  /** Removes the headlines of a feed that was removed; bookmarks stay. */
  forgetSection(section: string): void;

  close(): Promise<void>;
}

/** Searching what is kept. */
export interface Search {
  /** Best first, over every archived headline. An empty query finds nothing. */
  headlines(query: string, limit: number): Found[];
  /** The same bit by bit, so that keys come between; in full texts too where the query says so. */
  stepwise(query: string, limit: number): SearchSteps<Found>;
  bookmarks(query: string, limit: number): FoundBookmark[];
  /** Among these headlines alone, best first. */
  among(headlines: readonly Headline[], query: string, limit: number): Found[];
  /** In the titles and texts of all that is kept, best first. */
  texts(query: string, limit: number): Found[];
  /** Indexes some of what is not indexed, for some 20 ms. False when all of it is. */
  index(): boolean;
}

/** The edges a reader works with. */
export interface ReaderParts {
  readonly archive: Archive;
  readonly bookmarks: Bookmarks;
  readonly words: WordsStore;
  readonly fetching: Fetching;
  /** Makes the bookmarks and their folder alike; absent where there can be none, null if none is chosen. */
  readonly share?: () => Promise<SharedFolder | null>;
  /** The file of the archive's stories. */
  readonly storiesFile: string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Called for each fault in the files that are kept, when it is found. */
  warn?(warning: Warning): void;
}
