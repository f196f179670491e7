import type { Exchanged } from '../types.ts';
import type { Now, ReadFile } from './entry.ts';
import { type Format, formatOfName, formatOfText } from './formats.ts';
import { readJson, writeJson } from './json.ts';
import { readMarkdown, writeMarkdown } from './markdown.ts';
import { readNetscape, writeNetscape } from './netscape.ts';

const WRITERS: Readonly<Record<Format, (entries: readonly Exchanged[], now: Now) => string>> = {
  json: writeJson,
  markdown: writeMarkdown,
  html: writeNetscape,
};

const READERS: Readonly<Record<Format, (text: string, now: Now) => ReadFile>> = {
  json: readJson,
  markdown: readMarkdown,
  html: readNetscape,
};

/** Bookmarks as a file of a format. */
export const writeBookmarks = (format: Format, entries: readonly Exchanged[], now: Now): string =>
  WRITERS[format](entries, now);

/**
 * The bookmarks of a file, in the format that its name says or else its text begins like.
 * @throws BrokenFile, NewerFile
 */
export function readBookmarks(text: string, name: string, now: Now): ReadFile {
  const whole = text.replace(/^\ufeff/, '');
  return READERS[formatOfName(name) ?? formatOfText(whole)](whole, now);
}
