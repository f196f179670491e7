import { leadArticle } from '../donga/lead.ts';
import { asFailure, Failure } from '../failure.ts';
import type { Article, Headline } from '../model.ts';
import { decodeText } from '../net/decode.ts';
import type { Opened, ReaderParts } from '../reader.ts';

type Target = Pick<Headline, 'id' | 'url'>;
type Parts = Pick<ReaderParts, 'archive' | 'bookmarks' | 'http' | 'now'>;

export type Opening = ReturnType<typeof createOpening>;

/** Getting an article's text: from what is kept, else from its page, else the feed's lead. */
export function createOpening({ archive, bookmarks, http, now }: Parts) {
  /** A page under way is not asked for twice: who wants it meanwhile waits for the same answer. */
  const underWay = new Map<string, Promise<Article>>();

  const known = (id: string): Headline | null => archive.headline(id) ?? bookmarks.get(id);

  /** The whole article, where one is kept. */
  function whole(id: string): Article | null {
    for (const kept of [archive.article(id), bookmarks.text(id)]) {
      if (kept !== null && kept.source !== 'feed') return kept;
    }
    return null;
  }

  /** Changes the archive; one that cannot be written does not keep the reader from reading. */
  function change(act: () => void): void {
    try {
      act();
    } catch (error) {
      if (asFailure(error).code === 'internal') throw error;
    }
  }

  async function fetchPage(target: Target): Promise<Article> {
    const answer = await http.get({ url: target.url, kind: 'page' });
    const { extractArticle } = await import('../donga/page.ts');
    const extracted = await extractArticle(decodeText(answer.body, answer.contentType), answer.url);
    const headline = known(target.id);
    // A redirect may have changed the address; what the reader knows the article by stays.
    const article = {
      ...extracted,
      id: target.id,
      url: target.url,
      section: headline?.section ?? extracted.section,
      publishedAt: extracted.publishedAt ?? headline?.publishedAt ?? null,
    };
    change(() => archive.putArticle(article, now()));
    if (bookmarks.ids().has(article.id)) await bookmarks.putText(article.id, article).catch(() => undefined);
    return article;
  }

  function page(target: Target): Promise<Article> {
    const other = underWay.get(target.id);
    if (other !== undefined) return other;
    const mine = fetchPage(target).finally(() => underWay.delete(target.id));
    underWay.set(target.id, mine);
    return mine;
  }

  return {
    whole,

    /** Fetches the page and keeps it, unless it is kept already; resolves to why it could not, or null. */
    async fetch(target: Target): Promise<Failure | null> {
      if (whole(target.id) !== null) return null;
      return page(target).then(() => null, asFailure);
    },

    async open(target: Target, { fresh = false }: { fresh?: boolean }): Promise<Opened> {
      const kept = whole(target.id);
      const markRead = () => change(() => archive.setRead([target.id], true, now()));
      if (kept !== null && !fresh) {
        markRead();
        return { article: kept, failure: null };
      }
      try {
        const article = await page(target);
        markRead();
        return { article, failure: null };
      } catch (error) {
        const failure = asFailure(error);
        const headline = known(target.id);
        const lead = kept ?? (headline === null ? null : leadArticle(headline));
        if (lead === null) throw new Failure(failure.code, { ...failure.details, link: target.url }, failure);
        markRead();
        return { article: lead, failure };
      }
    },
  };
}
