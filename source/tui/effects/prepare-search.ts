import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { Reader } from '../../reader/types.ts';

/** The pause between two parts for headlines, in ms: they only make later keys quicker. */
const BETWEEN = 15;

/** The time that parts for bookmarks take together before keys are looked at, in ms; the last one may take longer. */
const SLICE = 8;

/**
 * Sets up the search in the headlines or the bookmarks in small parts: input that came meanwhile is read first. A search
 * that is asked for meanwhile goes before; in bookmarks it sets up what it needs itself, and sooner alone.
 */
export async function prepareSearch(
  where: 'headlines' | 'bookmarks',
  current: () => Reader | null,
  isSearching: () => boolean,
): Promise<void> {
  const mine = current();
  const engine = await mine?.search();
  const parts = where === 'bookmarks' ? engine?.prepareBookmarks() : engine?.prepareHeadlines();
  let end = 0;
  for (const _ of parts ?? []) {
    if (performance.now() < end) continue;
    do {
      await (where === 'bookmarks' ? turn() : pause(BETWEEN));
      if (current() !== mine || (where === 'bookmarks' && isSearching())) return;
    } while (isSearching());
    if (where === 'bookmarks') end = performance.now() + SLICE;
  }
}
