import type { FailureCode, FailureDetails } from '../failure.ts';
import type {
  Article,
  Bookmark,
  FeedHeadline,
  Headline,
  KoreanTime,
  NewBookmark,
  Place,
  Validators,
} from '../model.ts';

/** Puts a damaged file of its own aside, under another name, instead of losing it. */
export interface Quarantining {
  /** Calls the listener with the new name each time; at once if it has happened already. */
  onSetAside(listener: (name: string) => void): void;
}

/** Which headlines: of a section (`total` is all of them), `publishedAt` descending, ties by the feed's order. */
export interface HeadlineQuery {
  readonly section: string;
  readonly limit: number;
  readonly offset?: number;
  readonly unreadOnly?: boolean;
}

/** What is remembered of a section's feed. Times are ms since the epoch. */
export interface FeedState {
  readonly section: string;
  /** When it was last fetched with success (a 304 counts); null for never. */
  readonly refreshedAt: number | null;
  /** Until when its server calls it fresh; null where it does not say. */
  readonly freshUntil: number | null;
  readonly validators: Validators;
  /** Until when the server asked not to be asked again. */
  readonly notBefore: number | null;
  /** The last try, where it failed: when and why. Null after a success. */
  readonly failure: {
    readonly at: number;
    readonly code: FailureCode;
    readonly details: FailureDetails;
  } | null;
}

/** What the index is given of a text. */
export interface TextToIndex {
  readonly title: string;
  readonly body: string;
  readonly short: string;
}

/** Makes what is indexed of a headline and, where one is kept, its article. */
export type TextMaker = (
  headline: Pick<Headline, 'title' | 'summary'>,
  article: Article | null,
) => TextToIndex;

/** All terms are wanted, within all filters. */
export interface TextQuery {
  /** Each as ways it may stand in title or body, three characters or more. */
  readonly long: readonly (readonly string[])[];
  /** Each a token of `short`. */
  readonly short: readonly string[];
  readonly sections: readonly string[];
  readonly tags: readonly string[];
  /** When it was published, in ms: from the one, before the other. */
  readonly from: number | null;
  readonly to: number | null;
}

/** An article's id; `rank` falls from 1. */
export interface FoundText {
  readonly id: string;
  readonly rank: number;
}

/** Past which headlines may go: older than `before` (ms since the epoch), or more than `count`. */
export interface PruneLimits {
  readonly before: number;
  readonly count: number;
}

/** The archive: every headline ever seen, read marks, opened articles, places, the feeds' states. Synchronous. */
export interface Archive extends Quarantining {
  /**
   * `read-only` where the home cannot be written: reading works, every change throws Failure `read-only`. `full`
   * where the disk had no room when the archive was opened: the same with Failure `disk-full`, until there is room.
   */
  readonly mode: 'read-write' | 'read-only' | 'full';

  /** Takes a feed's headlines in the feed's order; known ones are updated. Returns how many were new. */
  putHeadlines(section: string, headlines: readonly FeedHeadline[], at: number): number;
  /** `bookmarked` is always false here: the reader lays the bookmarks over. */
  headlines(query: HeadlineQuery): Headline[];
  count(query: Pick<HeadlineQuery, 'section' | 'unreadOnly'>): number;
  headline(id: string): Headline | null;
  /**
   * All headlines, a page at a time, so that nothing waits for them: those with the highest ids below `before` (null at
   * first), and the next `before`, null at the end.
   */
  headlinesBefore(
    before: string | null,
    limit: number,
  ): { readonly headlines: Headline[]; readonly next: string | null };
  /** The headlines that are new or whose text changed since `mark` (0 at first), newest first, and the next mark. */
  headlinesSince(mark: number): { readonly headlines: Headline[]; readonly mark: number };
  /** Unread counts by section, `total` included; a section with none may be absent. */
  unread(): ReadonlyMap<string, number>;
  /** Sets read marks; returns the ids whose mark changed. */
  setRead(ids: readonly string[], read: boolean, at: number): string[];
  /** Marks a section's headlines read; returns the ids whose mark changed. */
  markAllRead(section: string, at: number): string[];

  /** Keeps an article; a `feed` one never replaces a fuller one. */
  putArticle(article: Article, at: number): void;
  article(id: string): Article | null;
  /** How many articles were kept after the one time and up to the other, in ms since the epoch. */
  articlesBetween(after: number, until: number): number;
  /** Brings the full-text index up to date for at most `limit` articles; returns for how many. */
  indexTexts(limit: number, textOf: TextMaker): number;
  /** Full text, best first, of what is indexed. */
  findTexts(query: TextQuery, limit: number): FoundText[];
  place(id: string): Place | null;
  putPlace(id: string, place: Place, at: number): void;

  /** Until when a host of pages asked not to be asked again, in ms since the epoch; null where it did not. */
  wait(host: string, at: number): number | null;
  putWait(host: string, until: number, at: number): void;

  feed(section: string): FeedState | null;
  feeds(): FeedState[];
  /** Keeps a feed's state and, in one step, the headlines that came with it; returns how many were new. */
  putFeed(state: FeedState, headlines?: readonly FeedHeadline[]): number;
  /**
   * The newest plausible time of publication in what the feeds answered last, in ms since the epoch, whatever the
   * clock says; null where no feed has told of any.
   */
  newestPublished(): number | null;

  /**
   * Takes away old headlines that are unread and not bookmarked, with what was fetched of them: at most 500, so
   * that the screen never waits for it. Returns how many; fewer than 500 means that all is done.
   */
  prune(limits: PruneLimits, bookmarked: ReadonlySet<string>): number;

  /** Grows with every change by whatever process; equal numbers mean nothing has to be read again. */
  version(): number;
  close(): void;
}

/** What a reader may change of a bookmark. */
export type BookmarkEdit = Partial<Pick<Bookmark, 'note' | 'tags'>>;

/**
 * The bookmarks: one conf file for the list, one file beside it for each article's text. Reading is
 * synchronous and re-reads the file when it changed; a change re-reads, changes and writes under a lock that
 * holds across processes, and has reached the disk when its promise resolves.
 */
export interface Bookmarks extends Quarantining {
  /** Newest first. `read` is always false here. */
  list(): Bookmark[];
  ids(): ReadonlySet<string>;
  get(id: string): Bookmark | null;
  /** Adds or, where the id is there, keeps the older `savedAt` and the reader's note and tags. Clears a tombstone. */
  add(bookmark: NewBookmark): Promise<void>;
  edit(id: string, edit: BookmarkEdit): Promise<void>;
  /** Leaves a dated tombstone; the text's file is removed with it. Resolves to what was removed, for an undo. */
  remove(ids: readonly string[], at: KoreanTime): Promise<Bookmark[]>;
  /** Fills in what an opened article tells (articleTags, reporters), where the bookmark still exists. */
  putText(id: string, article: Article): Promise<void>;
  text(id: string): Article | null;
  /** Changes whenever the list has changed, by this process or another. */
  version(): string;
  /** Bookmarks whose text has not been had yet (none kept, or only the feed's lead), newest first. */
  withoutText(): Bookmark[];
}
