import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { Failure } from '../../failure.ts';
import { koreanTime } from '../../korean/times.ts';
import type { Article, Bookmark, Headline, NewBookmark } from '../../model.ts';
import { ensureFolder, exists } from '../../storage/files/files.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { writeArticleNote } from './markdown.ts';
import { noteNames } from './note-names.ts';

export interface ArticleToSave {
  readonly headline: Headline;
  readonly article: Article;
  /** The reader's own note and tags go along. */
  readonly bookmark: Bookmark | null;
  /** `~` is the reader's home; it is made if it is not there. */
  readonly folder: string;
  /** When, in ms since the epoch. */
  readonly at: number;
}

/** The most names that are tried while files of those names exist. */
const MOST_NAMES = 1000;

/**
 * Writes an article as a Markdown file with front matter, named by its day and title, and returns its path. A file that is there
 * already stays as it is: the new one has a number behind its name.
 * @throws Failure cannot-write
 */
export async function saveArticle({
  headline,
  article,
  bookmark,
  folder,
  at,
}: ArticleToSave): Promise<string> {
  const { read: _read, bookmarked: _bookmarked, watched: _watched, muted: _muted, ...kept } = headline;
  const saved: NewBookmark = {
    ...kept,
    savedAt: bookmark?.savedAt ?? koreanTime(at),
    note: bookmark?.note ?? '',
    tags: bookmark?.tags ?? [],
    articleTags: article.tags,
    reporters: article.reporters.map(({ name }) => name),
  };
  const text = writeArticleNote(saved, article);
  const place = resolve(folder.replace(/^~(?=$|[\\/])/, () => homedir()));
  const [name = ''] = noteNames([saved]);
  try {
    if (!exists(place)) ensureFolder(place);
    for (let number = 1; number <= MOST_NAMES; number += 1) {
      const path = join(place, number === 1 ? name : name.replace(/\.md$/, ` (${number}).md`));
      if (writeNew(path, text)) return sanitiseLine(path);
    }
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Failure('cannot-write', { path: place, reason: code }, error);
  }
  throw new Failure('cannot-write', { path: join(place, name), reason: 'EEXIST' });
}

/** Returns false if the file exists already. */
function writeNew(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}
