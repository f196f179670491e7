/**
 * The state of a bookmarks folder when it was last read, so that only changed files are read again: a cache,
 * which may be lost.
 */
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ensureFolder, writeWhole } from '../../files/files.ts';
import { fields, parseJson } from '../../files/stored-json.ts';

export interface Seen {
  /** The state of each file of the folder that was taken in, by its name. */
  readonly files: ReadonlyMap<string, string>;
  /** The version of the list, and by id the hash of each bookmark as written and the state of its kept text. */
  readonly version: string;
  readonly records: ReadonlyMap<string, string>;
  readonly texts: ReadonlyMap<string, string>;
}

const NOTHING: Seen = { files: new Map(), version: '', records: new Map(), texts: new Map() };

/** Reads the noted state of a folder; nothing if the file is about another folder. */
export function readSeen(file: string, folder: string): Seen {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return NOTHING;
  }
  const given = fields(parseJson(text));
  if (given?.folder !== folder || typeof given.version !== 'string') return NOTHING;
  return {
    files: strings(given.files),
    version: given.version,
    records: strings(given.records),
    texts: strings(given.texts),
  };
}

/** Writes it; without it everything is read again. */
export function writeSeen(file: string, folder: string, { files, version, records, texts }: Seen): void {
  try {
    ensureFolder(dirname(file));
    writeWhole(
      file,
      JSON.stringify({
        folder,
        version,
        files: Object.fromEntries(files),
        records: Object.fromEntries(records),
        texts: Object.fromEntries(texts),
      }),
    );
  } catch {
    // A full disk is shown when the reader changes something; this is only a cache.
  }
}

const strings = (value: unknown): Map<string, string> =>
  new Map(
    Object.entries(fields(value) ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
