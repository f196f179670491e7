import { LONGEST_FRESH, LONGEST_WAIT, rememberFailure } from './fetching.ts';
import type { ReaderEvents, ReaderParts, Refreshed } from './types.ts';

type Parts = Pick<ReaderParts, 'archive' | 'fetching' | 'now'>;

/** What nobody asked for is asked of a feed no more often, in ms; nor after a failure. */
const FLOOR = 3 * 60_000;

/** Which feeds are asked for, and who hears of it. */
export function createRefreshing({ archive, fetching, now }: Parts) {
  /** One request a section at a time: who asks meanwhile gets the same answer. */
  const underWay = new Map<string, Promise<Refreshed>>();

  /** When sections failed in this run, in ms since the epoch: who starts again wants them tried again. */
  const failed = new Map<string, number>();

  /** Whether asking is left for later where nobody asked for it. */
  function canWait(section: string): boolean {
    const state = archive.feed(section);
    // A feed that the worker got stuck on would get the next one stuck too, also after another start.
    const stuckAt = state?.failure?.code === 'worker-stuck' ? state.failure.at : 0;
    const last = Math.max(state?.refreshedAt ?? 0, failed.get(section) ?? 0, stuckAt);
    // A clock that was set back is no reason never to ask again.
    if (last > now()) return false;
    return (
      last + FLOOR > now() ||
      isAhead(state?.freshUntil ?? null, LONGEST_FRESH) ||
      isAhead(state?.notBefore ?? null, LONGEST_WAIT)
    );
  }

  /** Whether a time is still to come, and not further off than it can have been meant. */
  function isAhead(time: number | null, longest: number): boolean {
    return time !== null && time > now() && time <= now() + longest;
  }

  async function refreshSection(section: string): Promise<Refreshed> {
    const fetched = await fetching.feed(section);
    // A worker that was killed remembers nothing itself.
    if (fetched.failure?.code === 'worker-stuck') rememberFailure(archive, section, fetched.failure, now());
    if (fetched.failure !== null) failed.set(section, now());
    // Where one is reached, the others may be too.
    else failed.clear();
    return { section, ...fetched };
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
