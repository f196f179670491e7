import type { History } from '../corrections/compare.ts';
import type { Corrections } from '../corrections/history.ts';
import type { Failure } from '../failure.ts';
import type { Article, Bookmark, Headline, NewBookmark, Place, Scored, Shared } from '../model.ts';
import type { Rendered } from '../photos/render.ts';
import type { SearchSteps } from '../search/steps.ts';
import type { SharedFolder } from '../storage/config/folder/share.ts';
import type { BookmarkEdit, BookmarkSteps, Bookmarks, Merged, WordsStore } from '../storage/kept-types.ts';
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
  /** The number of new headlines; 0 if the server said that nothing changed. */
  readonly added: number;
  /** The number of parts of the feed that could not be read; 0 if it came whole. */
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
  /** The failure of the last one; null if none failed. */
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
  /** Newest first; with the mark `bookmarked`, and muted ones left out unless asked for. */
  headlines(query: HeadlineQuery): Headline[];
  /** The same in parts, each read when needed: a long list is never in memory as a whole. */
  pages(query: PageQuery): Iterable<Headline[]>;
  /** A headline the archive or the bookmarks know. */
  headline(id: string): Headline | null;
  count(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  /** Unread counts by section, without muted headlines; `following` has a count if words are watched. */
  unread(): ReadonlyMap<string, number>;
  /** The number of a section's newest headlines that are muted. */
  muted(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  words(): WatchWords;
  /** Adds a word to a list, or removes it; resolves to whether that changed anything. */
  setWord(list: WordList, word: string, listed: boolean): Promise<boolean>;
  /** The number of newest headlines that belong to one followed thing. */
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
   * Fetches one of the sections' newest unread articles before it is opened; false when there is nothing to
   * fetch, or `hourly` articles were fetched in the last hour.
   */
  prefetch(sections: readonly string[], hourly: number): Promise<boolean>;
  /**
   * Asks for a kept article's page again if that is allowed (`mayAskAgain`); resolves to the article if it
   * was corrected, else null.
   */
  askAgain(target: PageRequest): Promise<Article | null>;
  /**
   * Asks again for the page of the next bookmark, or piece of a followed story, that is new enough; false if
   * none is left, or the network fails.
   */
  recheck(): Promise<boolean>;
  /** The number of corrections of an article, and the time of the last; null for none. */
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
   * Fetches a kept article's photos that are not kept yet, for reading later; resolves to the number of
   * photos that came and to the last failure of the others. `pause` is awaited after each one fetched.
   */
  keepPhotos(id: string, pause: () => Promise<unknown>): Promise<KeptPhotos>;
  /** The headlines of kept articles with a tag (or with its word in the title) or by a reporter, newest first. */
  sharing(by: Shared): Headline[];
  /** The headlines of the articles that were opened last, the newest first; only those after a time in ms, if given. */
  lastRead(limit: number, since?: number): Headline[];
  place(id: string): Place | null;
  keepPlace(id: string, place: Place): void;

  /** Articles read, oldest first; those marked read by hand do not count. */
  readings(): Reading[];
  forgetReadings(): void;
  /** Returns the ids whose mark changed. */
  setRead(ids: readonly string[], read: boolean): string[];
  markAllRead(section: string): string[];

  bookmarks(): Bookmark[];
  /** The same in steps of some ms: see `listing` of the store's bookmarks. */
  bookmarkSteps(first: number): BookmarkSteps;
  /** Forgets what was read of the bookmarks, and set up for searching in them: they are not shown any more. */
  releaseBookmarks(): void;
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
   * Makes the bookmarks and the folder that shares them alike, if the settings name one; null if they do not.
   * Rejects with a Failure.
   */
  shareBookmarks(): Promise<SharedFolder | null>;
  /** Puts back a bookmark that `unbookmark` removed. */
  restore(bookmark: Bookmark): Promise<void>;
  /**
   * Fetches the texts of bookmarks that have none yet; resolves to the number of texts that came.
   * `beforePage` sets the pace.
   */
  fetchMissingTexts(beforePage: () => Promise<void>): Promise<number>;

  /** Loads the network's code, so that the first refresh need not wait for it. */
  prepare(): void;

  /**
   * A story, oldest first, by its id or any of its headlines'; a single headline if it is in none; null for
   * an unknown id.
   */
  story(id: string): Story | null;
  /**
   * Up to five kept headlines related to an article, best first, without those of its story. Sends no
   * request.
   */
  related(article: Article): Promise<Headline[]>;
  /** The other headlines of the stories that some headlines are in, newest first; muted ones are left out. */
  mates(headlines: readonly Headline[]): Headline[];
  /** Takes a headline out of its story, or puts it back; returns whether that changed anything. */
  setApart(id: string, apart: boolean): boolean;
  /** Groups headlines into stories; loaded at its first use. */
  stories(): Promise<Stories>;
  /** Groups the headlines that are new since the last time, and leaves older ones for later. */
  groupNew(): Promise<void>;
  /** The search; loaded at its first use, since no first list needs it. */
  search(): Promise<Search>;
  /** Takes old unread headlines away, for some 20 ms. False when none is left. */
  prune(): boolean;
  /** Removes the headlines of a feed that was removed; bookmarks stay. */
  forgetSection(section: string): void;

  close(): Promise<void>;
}

/** Searching kept articles. */
export interface Search {
  /** Best first, over every archived headline. An empty query finds nothing. */
  headlines(query: string, limit: number): Found[];
  /** The same in small parts, so that keys come between; in full texts too if the query says so. */
  stepwise(query: string, limit: number): SearchSteps<Found>;
  bookmarks(query: string, limit: number): FoundBookmark[];
  /** The same bit by bit. */
  bookmarksStepwise(query: string, limit: number): SearchSteps<FoundBookmark>;
  /** Forgets what was set up for searching in the bookmarks; searches under way in them end without results. */
  releaseBookmarks(): void;
  /** Searches once, in steps, for what the newest title says: V8 has compiled the code then. Changes nothing. */
  prepareHeadlines(): Generator<void, void>;
  /** Sets up the search in the bookmarks, some 10 ms at a time. */
  prepareBookmarks(): Generator<void, void>;
  /** Among these headlines alone, best first. */
  among(headlines: readonly Headline[], query: string, limit: number): Found[];
  /** In the titles and texts of all that is kept, best first. */
  texts(query: string, limit: number): Found[];
  /** Indexes some unindexed headlines, for some 20 ms. False when all are indexed. */
  index(): boolean;
}

/** The edges a reader works with. */
export interface ReaderParts {
  readonly archive: Archive;
  readonly bookmarks: Bookmarks;
  readonly words: WordsStore;
  readonly fetching: Fetching;
  /** Makes the bookmarks and their folder alike; absent if there can be none, null if none is chosen. */
  readonly share?: () => Promise<SharedFolder | null>;
  /** The file of the archive's stories. */
  readonly storiesFile: string;
  /** ms since the epoch. */
  readonly now: () => number;
  /** Called for each fault in the files that are kept, when it is found. */
  warn?(warning: Warning): void;
}
