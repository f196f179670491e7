import { isWatchedFor } from '../corrections/asking-again.ts';
import { readsAlike } from '../corrections/texts.ts';
import { parseKoreanTime } from '../korean/times.ts';
import type { Article } from '../model.ts';
import type { PageRequest } from './fetching.ts';
import type { Opening } from './opening.ts';
import type { Reader, ReaderParts } from './types.ts';

type Parts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'now'>;

/** What asks for kept pages again, to see whether they read otherwise now. */
export function createAskingAgain(
  { archive, bookmarks, now }: Parts,
  opening: Opening,
): Pick<Reader, 'askAgain' | 'recheck'> {
  /** Whether a page may be asked for again, which is then noted: another process asks for another one. */
  function claim(id: string): boolean {
    if (archive.mode !== 'read-write') return false;
    try {
      return archive.askAgain(id, now());
    } catch {
      // An archive that is locked or full is reported where the reader changes something.
      return false;
    }
  }

  async function ask(target: PageRequest, before: Article) {
    const { article, failure } = await opening.open(target, { fresh: true });
    return { article: failure === null && !readsAlike(before, article) ? article : null, failure };
  }

  return {
    async askAgain(target) {
      const before = opening.whole(target.id);
      if (before === null || !claim(target.id)) return null;
      return (await ask(target, before)).article;
    },

    async recheck() {
      for (const bookmark of bookmarks.list()) {
        const published = bookmark.publishedAt === null ? null : parseKoreanTime(bookmark.publishedAt);
        if (!isWatchedFor(published, now())) continue;
        const before = opening.whole(bookmark.id);
        if (before === null || !claim(bookmark.id)) continue;
        const { failure } = await ask(bookmark, before);
        return failure === null || failure.code === 'no-article';
      }
      return false;
    },
  };
}
