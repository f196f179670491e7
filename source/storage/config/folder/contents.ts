/**
 * Reads and writes the contents of a bookmarks folder's files. Nothing in them is trusted: anyone who may
 * change the folder may write anything. Pure: text in, records out.
 */
import type { Article } from '../../../model.ts';
import { type Fields, fields, line, parseJson, readArticle } from '../../files/stored-json.ts';
import type { BookmarkRecord } from '../../kept-types.ts';
import { readRecord, writtenRecord } from '../bookmarks/bookmark-entry.ts';
import { join, tombstone } from '../bookmarks/bookmark-record.ts';

/** The format of the files; one with a greater `version` was written by a newer program. */
const VERSION = 1;

export type FileContents =
  | { readonly kind: 'bookmark'; readonly record: BookmarkRecord }
  | { readonly kind: 'text'; readonly article: Article }
  /** `foreign`: JSON of another kind. `broken`: a damaged file of this program. `newer`: by a newer program. */
  | { readonly kind: 'foreign' | 'broken' | 'newer' };

/**
 * Reads a file's text. If git has left both sides of a conflict, the two are joined; an unreadable side does
 * not count.
 */
export function readContents(text: string): FileContents {
  const read = sidesOf(text.replace(/^\uFEFF/, '')).map(readSide);
  const newer = read.find(({ kind }) => kind === 'newer');
  if (newer !== undefined) return newer;
  const records = read.flatMap((each) => (each.kind === 'bookmark' ? [each.record] : []));
  const [first, ...others] = records;
  if (first !== undefined) {
    return others.every(({ id }) => id === first.id)
      ? { kind: 'bookmark', record: others.reduce(join, first) }
      : { kind: 'broken' };
  }
  const texts = read.flatMap((each) => (each.kind === 'text' ? [each.article] : []));
  if (texts.length > 0) return { kind: 'text', article: texts.reduce(fullerText) };
  return read[0]!;
}

/**
 * The text of a bookmark's file: a field a line, so that git can merge two machines' changes of different
 * fields.
 */
export function writeBookmark(record: BookmarkRecord): string {
  const entry = writtenRecord(record) ?? { removedAt: record.removedAt };
  const lines = Object.entries({ version: VERSION, id: record.id, ...entry }).map(
    ([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** An article's file: a block a line. */
export function writeText(article: Article): string {
  const lines = Object.entries(article).map(([name, value]) => {
    const written =
      name === 'blocks' && Array.isArray(value) && value.length > 0
        ? `[\n    ${value.map((block) => JSON.stringify(block)).join(',\n    ')}\n  ]`
        : JSON.stringify(value);
    return `  ${JSON.stringify(name)}: ${written}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** The one of two texts of an article that says more: not the feed's lead, then the later, then by a fixed order. */
export function fullerText(one: Article, other: Article): Article {
  const rank = (of: Article) => [of.source === 'feed' ? '0' : '1', of.updatedAt ?? '', JSON.stringify(of)];
  const [left, right] = [rank(one), rank(other)];
  const at = left.findIndex((part, index) => part !== right[index]);
  return at >= 0 && left[at]! < right[at]! ? other : one;
}

function readSide(text: string): FileContents {
  const given = fields(parseJson(text));
  if (given === null) return { kind: 'broken' };
  if (Number(given.version ?? VERSION) > VERSION) return { kind: 'newer' };
  const id = line(given.id);
  if (id === '' || id !== given.id) return { kind: 'foreign' };
  if ('source' in given) {
    const article = readArticle(given);
    return article === null ? { kind: 'broken' } : { kind: 'text', article };
  }
  const record = readBookmarkFile(id, given);
  return record === null ? { kind: 'broken' } : { kind: 'bookmark', record };
}

function readBookmarkFile(id: string, given: Fields): BookmarkRecord | null {
  const record = readRecord(id, given);
  if (record !== null) return record;
  // Only a removal is known of a bookmark that another machine never had a file of.
  const removed = readRecord(id, {
    url: 'https://www.donga.com/',
    title: '',
    savedAt: '2000-01-01T00:00:00+09:00',
    history: { removedAt: given.removedAt },
  });
  return 'url' in given || removed?.removedAt == null ? null : tombstone(id, removed.removedAt);
}

const OURS = /^<{7}(?: |$)/;
const BASE = /^\|{7}(?: |$)/;
const THEIRS = /^={7}$/;
const END = /^>{7}(?: |$)/;

/** Conflicts inside of conflicts are looked into so often: a file that was committed with its markers and merged again. */
const DEEPEST = 4;

/**
 * The texts that git's conflict markers part. The common ancestor between (`merge.conflictStyle`) is in both sides' history
 * already.
 */
function sidesOf(text: string, depth = 0): string[] {
  if (depth === DEEPEST || !/^<{7}/m.test(text)) return [text];
  const sides: [ours: string[], theirs: string[]] = [[], []];
  const both = (rows: readonly string[]) => {
    for (const side of sides) side.push(...rows);
  };
  // Rows since the last beginning of a conflict.
  let open: string[] = [];
  let found = false;
  for (const row of text.split(/\r?\n/)) {
    if (OURS.test(row)) {
      both(open);
      open = [row];
    } else if (open.length === 0) both([row]);
    else if (END.test(row)) {
      const middle = open.findIndex((each) => THEIRS.test(each));
      const base = open.findIndex((each) => BASE.test(each));
      if (middle < 0) both([...open, row]);
      else {
        sides[0].push(...open.slice(1, base > 0 && base < middle ? base : middle));
        sides[1].push(...open.slice(middle + 1));
        found = true;
      }
      open = [];
    } else open.push(row);
  }
  both(open);
  if (!found) return [text];
  return sides.flatMap((side) => sidesOf(side.join('\n'), depth + 1));
}
