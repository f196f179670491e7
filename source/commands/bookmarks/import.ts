import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Failure } from '../../failure.ts';
import { readLimited } from '../../net/body.ts';
import { decodeText } from '../../net/decode.ts';
import type { ReadFile } from '../../reader/exchange/entry.ts';
import { readBookmarks } from '../../reader/exchange/exchange.ts';
import { BrokenFile, NewerFile } from '../../reader/exchange/formats.ts';
import type { Command, Context } from '../shared/context.ts';

/** In bytes: 10,000 bookmarks with their articles have some 80 million. */
const LARGEST = 400_000_000;

/** `donga-tui bookmarks import <file, folder of notes or ->`: takes in nothing unless all of it can be read. */
export const importBookmarks: Command = async (context, [path = '']) => {
  const { options, print, warn } = context;
  const files = isFolder(path)
    ? readdirSync(path)
        .filter((name) => /\.(?:md|markdown)$/i.test(name))
        .sort()
        .map((name) => join(path, name))
    : [path];
  const read: ReadFile[] = [];
  for (const file of files) read.push(await readFile(context, file));
  const skipped = read.reduce((sum, each) => sum + each.skipped, 0);
  const reader = await context.reader();
  const { added, merged, unchanged } = await reader.importBookmarks(read.flatMap(({ entries }) => entries));
  const counts = { added, merged, unchanged, skipped };
  if (options.json) await print(`${JSON.stringify(counts)}\n`);
  else warn('bookmarks.imported', counts);
  return 0;
};

const isFolder = (path: string): boolean =>
  path !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

async function readFile(context: Context, path: string): Promise<ReadFile> {
  const stream: Readable = path === '-' ? context.stdin : createReadStream(path);
  const bytes = await readLimited(stream, LARGEST).catch((error: unknown) => {
    throw error instanceof Failure ? error : new Failure('bad-file', { path }, error);
  });
  try {
    return readBookmarks(decodeText(bytes, null), path, { now: context.now() });
  } catch (error) {
    if (error instanceof BrokenFile) throw error.failure(path);
    if (error instanceof NewerFile) throw new Failure('newer-export', { path }, error);
    throw error;
  }
}
