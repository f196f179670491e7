import { findNodeAtLocation, type ParseError, parseTree } from 'jsonc-parser';
import { koreanTime } from '../../korean/times.ts';
import type { NewBookmark } from '../../model.ts';
import {
  type Fields,
  fields,
  line,
  readArticle,
  readBookmark,
  time,
} from '../../storage/files/stored-json.ts';
import type { Exchanged } from '../types.ts';
import { bookmarkFrom, type Now, type ReadFile } from './entry.ts';
import { type Broken, BrokenFile, lastLine, lineAt, NewerFile } from './formats.ts';

const FORMAT = 'donga-tui-bookmarks';
/** A file with a greater `version` was written by a newer program. */
const VERSION = 1;

/** Bookmarks as JSON with all their data; `article` stands beside those whose article goes along. */
export function writeJson(entries: readonly Exchanged[], { now }: Now): string {
  const bookmarks = entries.map(({ bookmark, article }) =>
    article === null ? bookmark : { ...bookmark, article },
  );
  return `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: koreanTime(now), bookmarks }, null, 2)}\n`;
}

/**
 * Reads what `writeJson` writes; also an array of bookmarks or headlines as `--json` prints them, and `bookmarks.json`
 * itself, which has them by id.
 *
 * @throws BrokenFile, NewerFile
 */
export function readJson(text: string, now: Now): ReadFile {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    throw new BrokenFile(lineOfError(text), 'syntax');
  }
  const given = fields(root);
  if (Number(given?.version ?? VERSION) > VERSION) throw new NewerFile();
  const list = given === null ? root : given.bookmarks;
  const byId = fields(list);
  if (!Array.isArray(list) && byId === null) throw new BrokenFile(1, 'shape');
  const values: [string | number, unknown][] =
    byId === null ? (list as unknown[]).map((value, at) => [at, value]) : Object.entries(byId);
  const entries = values.map(([key, value]) => {
    const own = fields(value);
    const read = readEntry(own !== null && typeof key === 'string' ? { id: key, ...own } : own, now);
    if (typeof read === 'string') throw new BrokenFile(lineOfEntry(text, key, given !== null), read);
    return read;
  });
  return { entries, skipped: 0 };
}

function readEntry(given: Fields | null, now: Now): Exchanged | Broken {
  if (given === null) return 'shape';
  if (typeof given.url !== 'string') return 'link';
  for (const name of ['savedAt', 'publishedAt']) {
    const value = given[name] ?? null;
    if (value !== null && time(value) === null) return 'time';
  }
  const bookmark = withId(given, now) ?? bookmarkFrom({ ...withoutNulls(given), url: given.url }, now);
  return bookmark === null ? 'link' : { bookmark, article: readArticle(given.article) };
}

/** Drops fields that a file has as null, so that the link may give them. */
const withoutNulls = (given: Fields): Fields =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));

function withId(given: Fields, { now }: Now): NewBookmark | null {
  const id = line(given.id);
  if (id === '' || id !== given.id) return null;
  return readBookmark(id, { ...given, savedAt: given.savedAt ?? koreanTime(now) });
}

/** The line on which JSON breaks; V8's own errors name a place for some faults only. */
function lineOfError(text: string): number {
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  return first === undefined ? lastLine(text) : Math.min(lineAt(text, first.offset), lastLine(text));
}

/** The line on which an entry begins, by its place in the list or by its id. */
function lineOfEntry(text: string, key: string | number, isWrapped: boolean): number {
  const tree = parseTree(text);
  const entry = tree && findNodeAtLocation(tree, isWrapped ? ['bookmarks', key] : [key]);
  return entry === undefined ? 1 : lineAt(text, entry.offset);
}
