import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../failure.ts';
import type { Bookmark, NewBookmark } from '../../model.ts';
import { writeBookmarks } from '../../reader/exchange/exchange.ts';
import { type Format, formatOfName } from '../../reader/exchange/formats.ts';
import { writeArticleNote } from '../../reader/exchange/markdown.ts';
import { noteNames } from '../../reader/exchange/note-names.ts';
import type { Exchanged, Reader } from '../../reader/types.ts';
import { writeWhole } from '../../storage/files/files.ts';
import { type Command, type Context, UsageError } from '../shared/context.ts';

/** `donga-tui bookmarks export [file]`: to standard output without a file, or for `-`. */
export const exportBookmarks: Command = async (context, [file = '-']) => {
  const { options, now, print } = context;
  const format: Format = options.format ?? formatOfName(file) ?? (options.articles ? 'markdown' : 'json');
  if (options.json && file === '-' && format !== 'json') {
    throw new UsageError('usage.option-not-here', { option: '--json', command: `--format ${format}` });
  }
  const reader = await context.reader();
  const list = reader.bookmarks();
  if (options.articles && format === 'markdown') return exportNotes(context, reader, list, file);
  if (options.articles && format !== 'json') {
    throw new UsageError('usage.option-not-here', { option: '--articles', command: `--format ${format}` });
  }
  const entries: Exchanged[] = list.map((bookmark) => ({
    bookmark: keptOf(bookmark),
    article: options.articles ? reader.kept(bookmark.id) : null,
  }));
  const text = writeBookmarks(format, entries, { now: now() });
  if (file === '-') {
    await print(text);
    return 0;
  }
  write(file, () => (isDevice(file) ? writeFileSync(file, text) : writeWhole(file, text)));
  await answer(context, { path: file, format, count: entries.length, left: 0 });
  return 0;
};

/** A bookmark without the marks that are this machine's own. */
function keptOf({ read: _read, bookmarked: _bookmarked, ...kept }: Bookmark): NewBookmark {
  return kept;
}

/** Another file is replaced in one step, but a pipe or a device must stay. */
const isDevice = (file: string): boolean => {
  const stat = statSync(file, { throwIfNoEntry: false });
  return stat !== undefined && !stat.isFile() && !stat.isDirectory();
};

/** Writes a file for each article. A file of that name may hold notes by now: it is left alone. */
async function exportNotes(
  context: Context,
  reader: Reader,
  list: readonly Bookmark[],
  folder: string,
): Promise<number> {
  if (folder === '-') throw new UsageError('usage.missing', { what: 'folder' });
  write(folder, () => mkdirSync(folder, { recursive: true }));
  let left = 0;
  const names = noteNames(list);
  for (const [at, bookmark] of list.entries()) {
    const path = join(folder, names[at]!);
    const article = reader.kept(bookmark.id);
    if (article === null) continue;
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) left += 1;
    else write(path, () => writeWhole(path, writeArticleNote(keptOf(bookmark), article)));
  }
  await answer(context, { path: folder, format: 'markdown', count: list.length - left, left });
  return 0;
}

/** @throws Failure cannot-write */
function write(path: string, act: () => void): void {
  try {
    act();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Failure('cannot-write', { path, reason: code }, error);
  }
}

async function answer(
  { options, print, warn }: Context,
  written: { path: string; format: Format; count: number; left: number },
): Promise<void> {
  if (options.json) await print(`${JSON.stringify(written)}\n`);
  else warn('bookmarks.exported', written);
}
