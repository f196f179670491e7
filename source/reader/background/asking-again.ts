import { DAY } from '../../clock.ts';
import { BOOKMARKS_FOR, isWatchedFor } from '../../corrections/asking-again.ts';
import { readsAlike } from '../../corrections/texts.ts';
import { parseKoreanTime } from '../../korean/times.ts';
import type { Article, Headline } from '../../model.ts';
import { FOLLOWING } from '../../sections.ts';
import type { PageRequest } from '../fetching/fetching.ts';
import type { Opening } from '../opening.ts';
import type { Reader, ReaderParts } from '../types.ts';

type Parts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'words' | 'now'>;

/** The number of newest headlines of followed stories that are looked at. */
const OF_STORIES = 100;

/** Asks for kept pages again, to see whether they were corrected. */
export function createAskingAgain(
  { archive, bookmarks, words, now }: Parts,
  opening: Opening,
): Pick<Reader, 'askAgain' | 'recheck'> {
  /** Whether a page may be asked for again, which is then noted, so that another process asks for another one. */
  function claim(id: string): boolean {
    if (archive.mode !== 'read-write') return false;
    try {
      return archive.askAgain(id, now());
    } catch {
      // An archive that is locked or full is reported when the reader changes something.
      return false;
    }
  }

  async function ask(target: PageRequest, before: Article) {
    const { article, failure } = await opening.open(target, { fresh: true });
    return { article: failure === null && !readsAlike(before, article) ? article : null, failure };
  }

  /** The headlines of the stories that the reader follows. */
  function ofFollowedStories(): Headline[] {
    const follow = (words.all().follow ?? []).filter((entry) => entry.startsWith('story:'));
    if (follow.length === 0) return [];
    const query = { section: FOLLOWING.name, limit: OF_STORIES };
    return archive.headlines(query, { watch: [], mute: [], follow });
  }

  /** The bookmarks among which all of new articles are: none is published more than a day after it was saved. */
  function savedOfLate(): Headline[] {
    const late: Headline[] = [];
    for (const bookmark of bookmarks.newest()) {
      if (now() - parseKoreanTime(bookmark.savedAt) > BOOKMARKS_FOR + DAY) break;
      late.push(bookmark);
    }
    return late;
  }

  return {
    async askAgain(target) {
      const before = opening.whole(target.id);
      if (before === null || !claim(target.id)) return null;
      return (await ask(target, before)).article;
    },

    async recheck() {
      for (const headline of [...savedOfLate(), ...ofFollowedStories()]) {
        const published = headline.publishedAt === null ? null : parseKoreanTime(headline.publishedAt);
        if (!isWatchedFor(published, now())) continue;
        const before = opening.whole(headline.id);
        if (before === null || !claim(headline.id)) continue;
        const { failure } = await ask(headline, before);
        return failure === null || failure.code === 'no-article';
      }
      return false;
    },
  };
}
