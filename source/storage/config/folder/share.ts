/**
 * Keeps the bookmarks and a folder of files alike, which git, Syncthing or Dropbox carry to other machines.
 * The list in `bookmarks.json` is shown and is the one that counts; the folder is a copy that is joined with
 * it from time to time. Machines that do so, in whatever order, end with the same bookmarks: see
 * `bookmark-record.ts`.
 */
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import { Failure } from '../../../failure.ts';
import type { Article } from '../../../model.ts';
import { sanitiseLine } from '../../../text/sanitise.ts';
import { exists } from '../../files/files.ts';
import type { BookmarkRecord, Bookmarks } from '../../kept-types.ts';
import { isKept, join } from '../bookmarks/bookmark-record.ts';
import { type FileContents, fullerText, readContents, writeBookmark, writeText } from './contents.ts';
import {
  bookmarkFile,
  each,
  isCopyOf,
  isNamedAsOurs,
  readSmall,
  removeFile,
  scanFolder,
  textFile,
  writeFile,
} from './files.ts';
import { readSeen, type Seen, writeSeen } from './seen.ts';

export interface ShareParts {
  readonly bookmarks: Bookmarks;
  /** An absolute path. */
  readonly folder: string;
  /** The file that notes the folder's state when it was last read. */
  readonly seenFile: string;
  /** ms since the epoch. */
  readonly now: number;
}

/** The result of sharing. */
export interface SharedFolder {
  /** The number of bookmarks that the folder changed here. */
  readonly taken: number;
  /** Files that were written. */
  readonly written: number;
  /** Conflicting copies that were taken in, and removed. */
  readonly copies: number;
  /** Files that look like ours and cannot be read: they stay as they are. */
  readonly unread: readonly string[];
}

const NOTHING: SharedFolder = { taken: 0, written: 0, copies: 0, unread: [] };

/** Rejects with a Failure: `bookmarks-folder`, or one of writing the list. */
export async function shareBookmarks({
  bookmarks,
  folder,
  seenFile,
  now,
}: ShareParts): Promise<SharedFolder> {
  const seen = readSeen(seenFile, folder);
  const states = await scan(folder, now);
  const changed = [...states].filter(([name, state]) => seen.files.get(name) !== state).map(([name]) => name);
  const isGone = [...seen.files.keys()].some((name) => !states.has(name));
  if (changed.length === 0 && !isGone && seen.version === versionOf(bookmarks)) return NOTHING;

  const read = new Map<string, FileContents | null>();
  await each(changed, async (name) => {
    const text = await readSmall(folder, name);
    if (text !== undefined) read.set(name, text === null ? null : readContents(text));
  });
  const taken = await takeIn(bookmarks, read);
  const written = await writeOut(bookmarks, { folder, seen, states, read });

  const copies = [...read].filter(([name, contents]) => isTakenCopy(name, contents)).map(([name]) => name);
  for (const name of copies) await removeFile(folder, name);
  const unread = [...read].filter(([name, contents]) => isUnread(name, contents)).map(([name]) => name);
  const files = await scan(folder, now);
  for (const [name, state] of files) {
    // A file that came meanwhile is read the next time; so is an unreadable one, to be shown again.
    const isKnown = written.names.has(name) || states.get(name) === state;
    if (!isKnown || unread.includes(name)) files.delete(name);
  }
  const { records, texts } = written;
  writeSeen(seenFile, folder, { files, version: versionOf(bookmarks), records, texts });
  return { taken, written: written.count, copies: copies.length, unread: unread.map(sanitiseLine) };
}

/** The texts are files of their own: the list's version does not change with them. */
function versionOf(bookmarks: Bookmarks): string {
  const hash = createHash('sha256').update(bookmarks.version());
  for (const id of [...bookmarks.ids()].sort()) hash.update(`${id}${bookmarks.textState(id)}`);
  return hash.digest('hex').slice(0, 32);
}

async function scan(folder: string, now: number): Promise<Map<string, string>> {
  try {
    return await scanFolder(folder, now);
  } catch (error) {
    // Only the folder itself is made again: if its drive is missing, sharing waits for it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' && exists(dirname(folder))) return new Map();
    throw folderFailure(folder, error);
  }
}

const folderFailure = (path: string, error: unknown): Failure =>
  new Failure('bookmarks-folder', { path, reason: (error as NodeJS.ErrnoException).code ?? null }, error);

const idOf = (contents: FileContents): string | null =>
  contents.kind === 'bookmark' ? contents.record.id : contents.kind === 'text' ? contents.article.id : null;

const ownName = (contents: FileContents): string | null => {
  const id = idOf(contents);
  if (id === null) return null;
  return contents.kind === 'bookmark' ? bookmarkFile(id) : textFile(id);
};

function isTakenCopy(name: string, contents: FileContents | null): boolean {
  const own = contents === null ? null : ownName(contents);
  return own !== null && isCopyOf(name, own);
}

/** A file with another name, or with JSON of another kind, belongs to somebody else. */
const isUnread = (name: string, contents: FileContents | null): boolean =>
  isNamedAsOurs(name) && (contents === null || contents.kind === 'broken' || contents.kind === 'newer');

/** Joins the files with the list; resolves to the number of bookmarks that changed. */
async function takeIn(bookmarks: Bookmarks, read: ReadonlyMap<string, FileContents | null>): Promise<number> {
  const records = new Map<string, BookmarkRecord>();
  const texts = new Map<string, Article>();
  for (const contents of read.values()) {
    if (contents?.kind === 'bookmark') {
      const { record } = contents;
      const other = records.get(record.id);
      records.set(record.id, other === undefined ? record : join(other, record));
    } else if (contents?.kind === 'text') {
      const { article } = contents;
      const other = texts.get(article.id);
      texts.set(article.id, other === undefined ? article : fullerText(other, article));
    }
  }
  const taken = records.size === 0 ? 0 : await bookmarks.take([...records.values()]);
  const ids = bookmarks.ids();
  const writes: Promise<void>[] = [];
  for (const [id, article] of texts) {
    if (!ids.has(id)) continue;
    const own = bookmarks.text(id);
    if (own === null || fullerText(own, article) !== own) writes.push(bookmarks.putText(id, article));
  }
  await Promise.all(writes);
  return taken;
}

interface Work {
  readonly folder: string;
  readonly seen: Seen;
  readonly states: ReadonlyMap<string, string>;
  readonly read: ReadonlyMap<string, FileContents | null>;
}

interface Written {
  /** Names of files that now agree with the list. */
  readonly names: ReadonlySet<string>;
  readonly count: number;
  readonly records: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
}

/** Writes the files that the folder lacks. An unreadable file is left alone, as is one of a newer program. */
async function writeOut(bookmarks: Bookmarks, { folder, seen, states, read }: Work): Promise<Written> {
  const names = new Set<string>();
  const records = new Map<string, string>();
  const texts = new Map<string, string>();
  const touched = new Set([...read.values()].flatMap((contents) => (contents && idOf(contents)) ?? []));
  const isAsSeen = (name: string) => states.has(name) && states.get(name) === seen.files.get(name);
  let count = 0;

  /**
   * Replaces a file by the text that `make` makes of its contents now; nothing may be awaited between reading
   * and writing.
   */
  async function update(name: string, make: (there: FileContents | null) => string | null): Promise<void> {
    const before = await readSmall(folder, name);
    if (before === null) return;
    const text = make(before === undefined ? null : readContents(before));
    if (text === null || text === before) return;
    try {
      writeFile(folder, name, text);
    } catch (error) {
      throw folderFailure(folder, error);
    }
    count += 1;
  }

  const all = bookmarks.records();
  await each([...all], async ([id, record]) => {
    const own = writeBookmark(record);
    const name = bookmarkFile(id);
    records.set(id, hashOf(own));
    if (isAsSeen(name) && seen.records.get(id) === hashOf(own) && !touched.has(id)) return;
    await update(name, (there) => {
      if (there !== null && (there.kind !== 'bookmark' || there.record.id !== id)) return null;
      const joined = there === null ? record : join(there.record, record);
      const text = writeBookmark(joined);
      // A bookmark that came since the folder was read is not in the list yet.
      if (isKept(record) ? text === own : !isKept(joined)) names.add(name);
      return text;
    });
  });

  await each([...all.values()], async (record) => {
    const { id } = record;
    const name = textFile(id);
    if (!isKept(record)) {
      if (states.has(name)) await removeFile(folder, name);
      return;
    }
    const state = bookmarks.textState(id);
    texts.set(id, state);
    if (state === '' || (isAsSeen(name) && seen.texts.get(id) === state && !touched.has(id))) return;
    const own = bookmarks.text(id);
    if (own === null) return;
    await update(name, (there) => {
      if (there !== null && (there.kind !== 'text' || there.article.id !== id)) return null;
      const fuller = there === null ? own : fullerText(there.article, own);
      if (fuller === own) names.add(name);
      return writeText(fuller);
    });
  });
  return { names, count, records, texts };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);
