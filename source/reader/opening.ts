import { asFailure, Failure } from '../failure.ts';
import { koreanTime } from '../korean/times.ts';
import { leadArticle } from '../lead.ts';
import type { Article, Headline } from '../model.ts';
import { minutesToRead } from '../reading-time.ts';
import { changeIfWritable, type PageRequest } from './fetching/fetching.ts';
import type { Opened, ReaderParts } from './types.ts';

type OpeningParts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'fetching' | 'now'>;

export interface Opening {
  /** The whole article, if the archive or the bookmarks keep it. */
  whole(id: string): Article | null;
  /** Fetches the page and keeps it, unless it is kept already; resolves to why it could not, or null. */
  fetch(target: PageRequest): Promise<Failure | null>;
  /**
   * Gets the article, in full if possible, and marks it read; `fresh` asks for the page even if it is kept,
   * and marks nothing.
   *
   * @throws the page's `Failure`, with its link, if neither a text nor a headline of it is kept
   */
  open(target: PageRequest, options: { fresh?: boolean }): Promise<Opened>;
}

/** Getting an article's text: the kept one, else from its page, else the feed's lead. */
export function createOpening({ archive, bookmarks, fetching, now }: OpeningParts): Opening {
  /** Pages under way: another caller for the same page waits for the same answer. */
  const underWay = new Map<string, Promise<Article>>();

  const known = (id: string): Headline | null => archive.headline(id) ?? bookmarks.get(id);

  function whole(id: string): Article | null {
    for (const kept of [archive.article(id), bookmarks.text(id)]) {
      if (kept !== null && kept.source !== 'feed') return kept;
    }
    return null;
  }

  function page(target: PageRequest): Promise<Article> {
    const other = underWay.get(target.id);
    if (other !== undefined) return other;
    const mine = fetching.page(target).finally(() => underWay.delete(target.id));
    underWay.set(target.id, mine);
    return mine;
  }

  return {
    whole,

    async fetch(target) {
      if (whole(target.id) !== null) return null;
      return page(target).then(() => null, asFailure);
    },

    async open(target, { fresh = false }) {
      const kept = whole(target.id);
      // Asking again is not reading: an article marked unread stays unread.
      const markRead = (article: Article) => {
        if (fresh) return;
        const day = koreanTime(now()).slice(0, 'YYYY-MM-DD'.length);
        const { section } = known(target.id) ?? article;
        const reporters = article.reporters.flatMap(({ name }) => name || []);
        changeIfWritable(() => {
          archive.setRead([target.id], true, now());
          archive.noteReading({ id: target.id, day, section, reporters, minutes: minutesToRead(article) });
        });
      };
      if (kept !== null && !fresh) {
        markRead(kept);
        return { article: kept, failure: null };
      }
      try {
        const article = await page(target);
        markRead(article);
        return { article, failure: null };
      } catch (error) {
        const failure = asFailure(error);
        const headline = known(target.id);
        const lead = kept ?? (headline === null ? null : leadArticle(headline));
        if (lead === null) throw new Failure(failure.code, { ...failure.details, link: target.url }, failure);
        markRead(lead);
        return { article: lead, failure };
      }
    },
  };
}
