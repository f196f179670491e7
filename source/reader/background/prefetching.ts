import { HOUR, isRecent, MINUTE } from '../../clock.ts';
import type { Headline } from '../../model.ts';
import type { Opening } from '../opening.ts';
import type { ReaderParts } from '../types.ts';

/** The number of a section's newest headlines that are worth fetching before they are opened. */
const NEWEST = 20;
/** The time without tries after the network failed, in ms. */
const AFTER_FAILURE = 10 * MINUTE;

/**
 * Fetching the articles that will probably be read, for times without a network: one page at a time, within a
 * budget.
 */
export function createPrefetching({ archive, now }: Pick<ReaderParts, 'archive' | 'now'>, opening: Opening) {
  /** When each was tried, in ms since the epoch: a page without an article is not tried again. */
  const tried = new Map<string, number>();
  let failedAt: number | null = null;

  function spent(): number {
    const at = now();
    const tries = [...tried.values()].filter((time) => isRecent(time, at, HOUR)).length;
    return Math.max(tries, archive.articlesBetween(at - HOUR, at));
  }

  function next(sections: readonly string[]): Headline | undefined {
    return sections
      .flatMap((section) => archive.headlines({ section, limit: NEWEST }))
      .sort((a, b) => (b.publishedAt ?? '').localeCompare(a.publishedAt ?? ''))
      .find(({ id, read }) => !read && !tried.has(id) && opening.whole(id) === null);
  }

  /**
   * Fetches the newest unread article of the sections whose text is not kept. False when all are kept, or the
   * budget is used up: `hourly` articles in the last hour, those opened or synced by any process included,
   * since the archive knows of them.
   */
  return async function prefetch(sections: readonly string[], hourly: number): Promise<boolean> {
    if (archive.mode !== 'read-write' || isRecent(failedAt, now(), AFTER_FAILURE)) return false;
    if (spent() >= hourly) return false;
    const headline = next(sections);
    if (headline === undefined) return false;
    tried.set(headline.id, now());
    const failure = await opening.fetch(headline);
    if (failure === null || failure.code === 'no-article') return true;
    failedAt = now();
    return false;
  };
}
