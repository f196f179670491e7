import type { ReaderEvents, ReaderParts, Refreshed } from '../reader.ts';

type Parts = Pick<ReaderParts, 'archive' | 'fetching' | 'now'>;

/** What nobody asked for is asked of a feed no more often, in ms; nor after a failure. */
const FLOOR = 3 * 60_000;

/** Which feeds are asked for, and who hears of it. */
export function createRefreshing({ archive, fetching, now }: Parts) {
  /** One request a section at a time: who asks meanwhile gets the same answer. */
  const underWay = new Map<string, Promise<Refreshed>>();

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

  async function refreshSection(section: string): Promise<Refreshed> {
    const { added, problems, failure, freshUntil: until } = await fetching.feed(section);
    if (until !== null) freshUntil.set(section, until);
    return { section, added, problems, failure };
  }

  return {
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
