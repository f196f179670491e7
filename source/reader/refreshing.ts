import { parseFeed } from '../donga/feed.ts';
import { asFailure, Failure } from '../failure.ts';
import { decodeText } from '../net/decode.ts';
import type { ReaderEvents, ReaderParts, Refreshed } from '../reader.ts';
import type { FeedState } from '../storage/types.ts';

type Parts = Pick<ReaderParts, 'archive' | 'http' | 'feedsOrigin' | 'now'>;

const NO_VALIDATORS = { etag: null, lastModified: null };

/** Asking for feeds and keeping what they give. */
export function createRefreshing({ archive, http, feedsOrigin, now }: Parts) {
  /** One request a section at a time: who asks meanwhile gets the same answer. */
  const underWay = new Map<string, Promise<Refreshed>>();

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
    const feed = await parseFeed(decodeText(answer.body, answer.contentType), section);
    const added = archive.putHeadlines(section, feed.headlines, now());
    archive.putFeed(state);
    return { added, problems: feed.problems };
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
    refresh: (sections: readonly string[], { onRefresh }: ReaderEvents): Promise<Refreshed[]> =>
      Promise.all(
        sections.map(async (section) => {
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
