import { Parser } from 'htmlparser2';
import { parseKoreanTime } from '../../korean/times.ts';
import { sanitiseLine, sanitiseText } from '../../text/sanitise.ts';
import type { Exchanged } from '../types.ts';
import { bookmarkFrom, type Now, type ReadFile, unixTime } from './entry.ts';
import { BrokenFile, lastLine } from './formats.ts';

const FOLDER = '동아일보';

/**
 * Bookmarks as browsers write and read them, in one folder: the Netscape Bookmark File Format, as Microsoft's "Netscape
 * Bookmark File Format" describes it, with Firefox's TAGS and its DD for notes.
 */
export function writeNetscape(entries: readonly Exchanged[]): string {
  const items = entries.map(({ bookmark }) => {
    const { url, title, savedAt, tags, note } = bookmark;
    const tagged = tags.length === 0 ? '' : ` TAGS="${escaped(tags.join(','))}"`;
    const link = `        <DT><A HREF="${escaped(url)}" ADD_DATE="${seconds(savedAt)}"${tagged}>${escaped(title)}</A>\n`;
    return note === '' ? link : `${link}        <DD>${escaped(note)}\n`;
  });
  const dates = entries.map(({ bookmark }) => seconds(bookmark.savedAt));
  return [
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n',
    '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">\n',
    '<TITLE>Bookmarks</TITLE>\n',
    '<H1>Bookmarks</H1>\n',
    '<DL><p>\n',
    `    <DT><H3 ADD_DATE="${dates.at(-1) ?? 0}" LAST_MODIFIED="${dates[0] ?? 0}">${FOLDER}</H3>\n`,
    '    <DL><p>\n',
    ...items,
    '    </DL><p>\n',
    '</DL><p>\n',
  ].join('');
}

const seconds = (time: string): number => Math.floor(parseKoreanTime(time) / 1000);

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (char) => ENTITIES[char]!);

/** A link with its attributes, as the file states them. */
interface Link {
  readonly attributes: Readonly<Record<string, string>>;
  title: string;
  note: string;
}

/** The lists that must be closed: a file that was cut off has one open. */
const LISTS = ['dl', 'ul', 'ol'];

/** Elements in whose place a note ends. */
const ENDS_NOTE = new Set(['a', 'dt', 'dl', 'h1', 'h3', 'hr']);

/**
 * Reads every link of a bookmark file, in whatever folder; links that lead to no article are skipped.
 * @throws BrokenFile for a file that was cut off, or without any link
 */
export function readNetscape(html: string, now: Now): ReadFile {
  const links: Link[] = [];
  const open: string[] = [];
  let into: 'title' | 'note' | null = null;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'a') links.push({ attributes, title: '', note: '' });
      if (LISTS.includes(name)) open.push(name);
      if (name === 'br' && into === 'note') links.at(-1)!.note += '\n';
      if (ENDS_NOTE.has(name)) into = null;
      if (name === 'a') into = 'title';
      if (name === 'dd' && links.length > 0) into = 'note';
    },
    ontext(text) {
      const link = links.at(-1);
      if (link !== undefined && into !== null) link[into] += text;
    },
    onclosetag(name, isImplied) {
      if (LISTS.includes(name) && !isImplied) open.pop();
      if (name === 'a' || ENDS_NOTE.has(name)) into = null;
    },
  });
  parser.end(html);
  if (open.length > 0) throw new BrokenFile(lastLine(html), 'cut-off');
  if (links.length === 0 && !/<!doctype\s+netscape-bookmark-file-1/i.test(html)) {
    throw new BrokenFile(1, 'no-bookmarks');
  }
  const entries = links.flatMap(({ attributes, title, note }) => {
    const bookmark = bookmarkFrom(
      {
        url: attributes.href ?? '',
        title: sanitiseLine(title),
        note: sanitiseText(note),
        tags: (attributes.tags ?? '').split(',').map(sanitiseLine),
        ...dated(attributes.add_date),
      },
      now,
    );
    return bookmark === null ? [] : [{ bookmark, article: null }];
  });
  return { entries, skipped: links.length - entries.length };
}

function dated(date: string | undefined): { savedAt?: string } {
  const savedAt = unixTime(date?.trim());
  return savedAt === null ? {} : { savedAt };
}
