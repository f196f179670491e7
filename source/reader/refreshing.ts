import { setImmediate as turn } from 'node:timers/promises';
import { asFailure, Failure } from '../failure.ts';
import { decodeText } from '../net/decode.ts';
import { createQueue } from '../net/queue.ts';
import type { ReaderEvents, ReaderParts, Refreshed } from '../reader.ts';
import type { FeedState } from '../storage/types.ts';

type Parts = Pick<ReaderParts, 'archive' | 'http' | 'feedsOrigin' | 'now'>;

/** What nobody asked for is asked of a feed no more often, in ms; nor after a failure. */
const FLOOR = 3 * 60_000;
/** The longest that a server's word on how long its feed stays fresh is taken, in ms: news is old after an hour. */
const LONGEST_FRESH = 60 * 60_000;

const NO_VALIDATORS = { etag: null, lastModified: null };

/** Asking for feeds and keeping what they give. */
export function createRefreshing({ archive, http, feedsOrigin, now }: Parts) {
  /** One request a section at a time: who asks meanwhile gets the same answer. */
  const underWay = new Map<string, Promise<Refreshed>>();

  /** One feed is taken in at a time, and what else is waiting, a key above all, comes before the next. */
  const inTurn = createQueue(1);

  /** Until when a feed is fresh by its server's own word. */
  const freshUntil = new Map<string, number>();

  /** Whether asking is left for later where nobody asked for it. */
  function canWait(section: string): boolean {
    const state = archive.feed(section);
    const last = Math.max(state?.refreshedAt ?? 0, state?.failure?.at ?? 0);
    const until = Math.max(last + FLOOR, freshUntil.get(section) ?? 0, state?.notBefore ?? 0);
    // A clock that was set back is no reason never to ask again.
    return until > now() && last <= now();
  }

  async function fetchSection(section: string): Promise<Pick<Refreshed, 'added' | 'problems'>> {
    const before = archive.feed(section);
    if (before?.notBefore != null && before.notBefore > now()) {
      throw new Failure('rate-limited', { seconds: Math.ceil((before.notBefore - now()) / 1000) });
    }
    const answer = await http.get({
      url: `${feedsOrigin}/${section}.xml`,
      kind: 'feed',
      validators: before?.validators ?? NO_VALIDATORS,
    });
    freshUntil.set(section, now() + Math.min(answer.freshFor ?? 0, LONGEST_FRESH));
    const state: FeedState = {
      section,
      refreshedAt: now(),
      validators: answer.notModified ? (before?.validators ?? NO_VALIDATORS) : answer.validators,
      notBefore: null,
      failure: null,
    };
    if (answer.notModified) {
      archive.putFeed(state);
      return { added: 0, problems: 0 };
    }
    return inTurn(async () => {
      await turn();
      const { parseFeed } = await import('../donga/feed.ts');
      const feed = await parseFeed(decodeText(answer.body, answer.contentType), section);
      return { added: archive.putFeed(state, feed.headlines), problems: feed.problems };
    });
  }

  /** What failed is remembered, so that the section chooser can tell of it tomorrow. */
  function rememberFailure(section: string, failure: Failure): void {
    // Asking not to use the network is no fault of the section's.
    if (failure.code === 'offline') return;
    const before = archive.feed(section);
    const seconds = failure.code === 'rate-limited' ? Number(failure.details.seconds ?? 0) : 0;
    try {
      archive.putFeed({
        section,
        refreshedAt: before?.refreshedAt ?? null,
        validators: before?.validators ?? NO_VALIDATORS,
        notBefore: seconds > 0 ? now() + seconds * 1000 : (before?.notBefore ?? null),
        failure: { at: now(), code: failure.code, details: failure.details },
      });
    } catch {
      // An archive that cannot be written is told of where the reader changes something; this is only a memo.
    }
  }

  async function refreshSection(section: string): Promise<Refreshed> {
    try {
      return { section, ...(await fetchSection(section)), failure: null };
    } catch (error) {
      const failure = asFailure(error);
      rememberFailure(section, failure);
      return { section, added: 0, problems: 0, failure };
    }
  }

  return {
    /** Loads what refreshing needs, so that the first one is not kept waiting for it. */
    async prepare(): Promise<void> {
      await http.prepare?.();
      const { parsers } = await import('../donga/feed.ts');
      await parsers();
    },

    refresh: (sections: readonly string[], { onRefresh, asked = true }: ReaderEvents): Promise<Refreshed[]> =>
      Promise.all(
        sections
          .filter((section) => asked || !canWait(section))
          .map(async (section) => {
            onRefresh?.({ section, done: null });
            let refreshing = underWay.get(section);
            if (refreshing === undefined) {
              refreshing = refreshSection(section).finally(() => underWay.delete(section));
              underWay.set(section, refreshing);
            }
            const done = await refreshing;
            onRefresh?.({ section, done });
            return done;
          }),
      ),
  };
}
