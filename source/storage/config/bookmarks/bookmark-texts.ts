import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../../model.ts';
import { ensureFolder, fileState, writeWhole } from '../../files/files.ts';
import { parseJson, readArticle } from '../../files/stored-json.ts';

/** The articles of bookmarks, a file each, so that they can be read after their pages are gone. */
export interface BookmarkTexts {
  get(id: string): Article | null;
  /**
   * Writes an article's file, replacing an old one in one step; it is on disk on return. To be called under the
   * folder's lock.
   *
   * @throws the disk's errors
   */
  put(id: string, article: Article): void;
  remove(id: string): void;
  /** Identifies the state of an article's file; '' if there is no file. */
  state(id: string): string;
}

export function openBookmarkTexts(folder: string): BookmarkTexts {
  let isSwept = false;
  const fileOf = (id: string): string => join(folder, `${fileName(id)}.json`);
  return {
    get: (id) => {
      const article = readArticle(parseJson(readIfThere(fileOf(id))));
      return article === null || article.id !== id ? null : article;
    },
    put: (id, article) => {
      ensureFolder(folder);
      if (!isSwept) sweep(folder);
      isSwept = true;
      writeWhole(fileOf(id), JSON.stringify(article));
    },
    remove: (id) => rmSync(fileOf(id), { force: true }),
    state: (id) => fileState(fileOf(id)),
  };
}

/** Removes unfinished files of processes that died: under the lock, no other process is writing one. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes('.json.tmp-')) rmSync(join(folder, name), { force: true });
  }
}

/** Returns a file's name for an id; one that a file system could misread, `..` or `CON`, is replaced by its hash. */
export function fileName(id: string): string {
  if (/^(?:\d{1,20}|h[0-9a-f]{12})$/.test(id)) return id;
  return `x${createHash('sha256').update(id).digest('hex').slice(0, 32)}`;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}
