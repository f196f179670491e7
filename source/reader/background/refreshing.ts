import { isRecent, MINUTE } from '../../clock.ts';
import { heldOff, isFresh, rememberFailure } from '../fetching/fetching.ts';
import type { ReaderEvents, ReaderParts, Refreshed } from '../types.ts';

type RefreshingParts = Pick<ReaderParts, 'archive' | 'fetching' | 'now'>;

/** The shortest time between two requests for a feed that no key asked for, in ms; also after a failure. */
const FLOOR = 3 * MINUTE;

/** Decides which feeds are asked for, and notifies the callers. */
export function createRefreshing({ archive, fetching, now }: RefreshingParts) {
  /** Requests under way, one a section: further callers get the same answer. */
  const underWay = new Map<string, Promise<Refreshed>>();

  /** When sections failed in this run, in ms since the epoch: a new start tries them again. */
  const failed = new Map<string, number>();

  /** Sections asked for in this run. */
  const tried = new Set<string>();

  let answered = false;

  /** Whether a request that no key asked for can wait. */
  function canWait(section: string): boolean {
    const state = archive.feed(section);
    // A feed that the worker got stuck on would get the next one stuck too, also after another start.
    const stuckAt = state?.failure?.code === 'worker-stuck' ? state.failure.at : null;
    const at = now();
    if (state !== null && heldOff(state, at) > 0) return true;
    if (isRecent(stuckAt, at, FLOOR)) return true;
    // The last request before this start failed, so news that came shortly before it is no reason to wait.
    if (state !== null && state.failure !== null && !tried.has(section)) return false;
    const tries = [state?.refreshedAt ?? null, failed.get(section) ?? null];
    return tries.some((time) => isRecent(time, at, FLOOR)) || (state !== null && isFresh(state, at));
  }

  async function refreshSection(section: string): Promise<Refreshed> {
    tried.add(section);
    const fetched = await fetching.feed(section);
    // A worker that was killed remembers nothing itself.
    if (fetched.failure?.code === 'worker-stuck') rememberFailure(archive, section, fetched.failure, now());
    if (fetched.failure !== null) failed.set(section, now());
    else {
      // A server that answers one section may answer the others too.
      failed.clear();
      answered = true;
    }
    return { section, ...fetched };
  }

  return {
    /** Whether any feed was had in this run. */
    isAnswered: () => answered,

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
