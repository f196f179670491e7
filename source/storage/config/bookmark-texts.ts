import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '../../model.ts';
import { ensureFolder, writeWhole } from '../files/files.ts';
import { parseJson, readArticle } from '../files/stored-json.ts';

/** The articles of bookmarks, a file each, so that they can be read after their pages are gone. */
export interface BookmarkTexts {
  get(id: string): Article | null;
  /**
   * On disk, whole, when it returns; a file that was there before is there until then. To be called under the
   * folder's lock. Throws the disk's errors.
   */
  put(id: string, article: Article): void;
  remove(id: string): void;
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
  };
}

/** Under the lock nobody writes: what is unfinished was left by a process that died. */
function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes('.json.tmp-')) rmSync(join(folder, name), { force: true });
  }
}

/** An id that could mean something else to a file system, `..` or `CON`, goes by its hash. */
function fileName(id: string): string {
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
