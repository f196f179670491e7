import type { Failure } from './failure.ts';
import type { Article, Bookmark, Headline, Place, Scored } from './model.ts';
import type { FeedState, HeadlineQuery } from './storage/types.ts';

/** What a refresh of a section came to. */
export interface Refreshed {
  readonly section: string;
  /** How many headlines were new; 0 where the server said nothing changed. */
  readonly added: number;
  readonly failure: Failure | null;
}

/** An article as far as it could be had: `failure` says why it is only the feed's lead. */
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

/** Tells of what goes on in the background. */
export interface ReaderEvents {
  /** A section's refresh began, or ended. */
  onRefresh?(event: { readonly section: string; readonly done: Refreshed | null }): void;
}

/**
 * What a person can do, for both faces. Reading what is kept is synchronous and quick; whatever asks the
 * network or writes a bookmark is a promise. Rejections are `Failure`s.
 */
export interface Reader {
  /** Newest first; `bookmarked` laid over. */
  headlines(query: HeadlineQuery): Headline[];
  count(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  unread(): ReadonlyMap<string, number>;
  feeds(): readonly FeedState[];
  /** A number that changes when anything kept has changed, by this process or another. */
  version(): string;

  /** Asks for the sections' feeds, at most four at once. Never rejects for a section: each tells its failure. */
  refresh(sections: readonly string[], options?: { signal?: AbortSignal } & ReaderEvents): Promise<Refreshed[]>;

  /** What is kept of an article without asking the network: the whole one, or the feed's lead; null for neither. */
  kept(id: string): Article | null;
  /**
   * The whole article: what is kept, else its page. Where the page cannot be had or is none, the lead, and why.
   * Rejects with Failure only where not even a lead is known. Marks it read.
   */
  open(headline: Pick<Headline, 'id' | 'url'>, options?: { signal?: AbortSignal }): Promise<Opened>;
  place(id: string): Place | null;
  keepPlace(id: string, place: Place): void;

  /** Returns the ids whose mark changed. */
  setRead(ids: readonly string[], read: boolean): string[];
  markAllRead(section: string): string[];

  bookmarks(): Bookmark[];
  /** Adds it at once; its text comes in the background, or when next online. */
  bookmark(headline: Headline): Promise<void>;
  unbookmark(id: string): Promise<Bookmark | null>;
  /** Puts back what `unbookmark` took away. */
  restore(bookmark: Bookmark): Promise<void>;
  /** Fetches the texts of bookmarks that have none yet; resolves to how many were had. */
  fetchMissingTexts(signal?: AbortSignal): Promise<number>;

  /** Best first; over every archived headline. An empty query finds nothing. */
  search(query: string, limit: number): Found[];
  searchBookmarks(query: string, limit: number): FoundBookmark[];

  close(): Promise<void>;
}
