/** Reading lists for the state. */
import { Failure } from '../../failure.ts';
import type { Headline } from '../../model.ts';
import type { Reader } from '../../reader/types.ts';
import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';

/** A list is loaded in steps of this size until the wanted headline is in it, up to so many headlines. */
const STEP = 500;
const DEEPEST = 5000;

/** The headlines of a list, as the event that brings them. */
export function loadList(reader: Reader, effect: Extract<Effect, { type: 'load' }>): Event {
  const { section, unreadOnly, withMuted, offset, until, goOn } = effect;
  let { limit } = effect;
  let headlines: Headline[];
  for (;;) {
    headlines = reader.headlines({ section, unreadOnly, withMuted, offset, limit });
    const there = until === null || headlines.some(({ id }) => id === until);
    if (there || headlines.length < limit || limit >= DEEPEST) break;
    limit += STEP;
  }
  const complete = headlines.length < limit;
  const muted = reader.muted({ section, unreadOnly });
  // In a list of unread headlines, the others of a story are unread ones too.
  const mates = reader.mates(headlines).filter(({ read }) => !unreadOnly || !read);
  return { type: 'loaded', section, unreadOnly, withMuted, muted, offset, headlines, mates, complete, goOn };
}

/** The facts about every section, as the event that brings them. */
export function loadSections(reader: Reader): Event {
  const unread = reader.unread();
  const feeds = new Map(reader.feeds().map((feed) => [feed.section, feed]));
  const names = new Set([...unread.keys(), ...feeds.keys()]);
  return {
    type: 'sections',
    words: reader.words(),
    facts: [...names].map((name) => {
      const feed = feeds.get(name);
      const failure = feed?.failure ?? null;
      return {
        name,
        unread: unread.get(name) ?? 0,
        refreshedAt: feed?.refreshedAt ?? null,
        lastFailure:
          failure === null ? null : { at: failure.at, why: new Failure(failure.code, failure.details) },
      };
    }),
  };
}
