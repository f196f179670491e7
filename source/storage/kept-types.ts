import type { Article, Bookmark, KoreanTime, NewBookmark } from '../model.ts';
import type { WatchWords, WordList } from '../watch-words.ts';
import type { Quarantining } from './types.ts';

/** The reader's words, in a file of their own. Reading is synchronous; a change is as one of the bookmarks. */
export interface WordsStore extends Quarantining {
  all(): WatchWords;
  /** Adds a word to a list, or removes it; resolves to whether that changed anything. */
  set(list: WordList, word: string, listed: boolean): Promise<boolean>;
  /** Changes whenever the words do, by this process or another. */
  version(): string;
}

/** Reading all bookmarks, some ms a step. */
export type BookmarkSteps = Generator<readonly Bookmark[] | null, readonly Bookmark[], void>;

/** The parts of a bookmark that a reader may change. */
export type BookmarkEdit = Partial<Pick<Bookmark, 'note' | 'tags'>>;

/** A note's text at one time. */
export interface NoteVersion {
  /** A hash of the text, the time and the versions that it replaced. */
  readonly id: string;
  readonly at: KoreanTime;
  readonly text: string;
}

/** When a tag was last added and last removed. */
export interface TagDates {
  readonly added: KoreanTime | null;
  readonly removed: KoreanTime | null;
}

/** The article's data, and the time since which the bookmark is kept. */
export type BookmarkFacts = Omit<NewBookmark, 'id' | 'note' | 'tags'>;

/** A bookmark with its history, as machines exchange it: see `config/bookmarks/bookmark-record.ts`. */
export interface BookmarkRecord {
  readonly id: string;
  /** Null if only the removal is known. */
  readonly facts: BookmarkFacts | null;
  /** When it was last added, taken in or edited. */
  readonly keptAt: KoreanTime | null;
  readonly removedAt: KoreanTime | null;
  /** Ordered by time. */
  readonly notes: readonly NoteVersion[];
  /** Sorted ids of versions that other ones have replaced. */
  readonly replaced: readonly string[];
  readonly tags: Readonly<Record<string, TagDates>>;
}

/** The result of taking in a list; `ids` are those under which its bookmarks are kept now, in its order. */
export interface Merged {
  readonly added: number;
  /** The number of bookmarks that were kept before and gained something. */
  readonly merged: number;
  readonly unchanged: number;
  readonly ids: readonly string[];
}

/**
 * The bookmarks: one conf file for the list, one file beside it for each article's text. Reading is
 * synchronous and re-reads the file when it changed; a change re-reads, changes and writes under a lock that
 * holds across processes, and has reached the disk when its promise resolves.
 */
export interface Bookmarks extends Quarantining {
  /** Calls `hear` with the ids of unreadable entries in the file, whenever they change. */
  onUnreadable(hear: (ids: readonly string[]) => void): void;
  /** Newest first. `read` is always false here. */
  list(): Bookmark[];
  /**
   * The same in steps of some ms: unless all are known, the newest `first` of them come at once, and then
   * nothing until the end.
   */
  listing(first: number): BookmarkSteps;
  /** Forgets what was read for the list: 10,000 bookmarks are some 15 MB. */
  release(): void;
  /** The same, each read when it is asked for: for who needs but the first ones. */
  newest(): Generator<Bookmark, void>;
  ids(): ReadonlySet<string>;
  get(id: string): Bookmark | null;
  /**
   * Adds a bookmark; if the id is in the list, keeps the older `savedAt` and the reader's note and tags.
   * Clears a tombstone.
   */
  add(bookmark: NewBookmark): Promise<void>;
  edit(id: string, edit: BookmarkEdit): Promise<void>;
  /**
   * Takes in the bookmarks of another list, in one write. A bookmark that is in the list already (by its id,
   * or by its URL) keeps its data and gains what it lacks: the older `savedAt`, both notes, the tags of both.
   * Clears tombstones: the bookmarks taken in count as added now.
   */
  merge(bookmarks: readonly NewBookmark[]): Promise<Merged>;
  /** Every bookmark with its history, and every removal, by id. */
  records(): ReadonlyMap<string, BookmarkRecord>;
  /**
   * Joins records of other machines with the list, in one write; resolves to the number of entries that
   * changed.
   */
  take(records: readonly BookmarkRecord[]): Promise<number>;
  /**
   * Leaves a dated tombstone; the text's file is removed with it. Resolves to the removed bookmarks, for an
   * undo.
   */
  remove(ids: readonly string[], at: KoreanTime): Promise<Bookmark[]>;
  /** Keeps an article's text and copies its tags and reporters into the bookmark, if the bookmark still exists. */
  putText(id: string, article: Article): Promise<void>;
  text(id: string): Article | null;
  /** Identifies the state of a kept text; '' if none is kept. */
  textState(id: string): string;
  /** Changes whenever the list has changed, by this process or another. */
  version(): string;
  /**
   * Bookmarks whose text has not been had yet (none kept, or only the feed's lead), newest first; null for each of
   * the others. Each is looked at when it is asked for.
   */
  withoutText(): Generator<Bookmark | null, void>;
}
