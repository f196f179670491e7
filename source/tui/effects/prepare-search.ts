import { setTimeout as pause } from 'node:timers/promises';
import type { Reader } from '../../reader/types.ts';

/**
 * Sets up the search in the bookmarks in small parts: input that came meanwhile is read first. A search that is asked
 * for meanwhile sets up what it needs itself, and sooner alone.
 */
export async function prepareSearch(current: () => Reader | null, searches: () => number): Promise<void> {
  const mine = current();
  const before = searches();
  const engine = await mine?.search();
  for (const _ of engine?.prepareBookmarks() ?? []) {
    await pause(0);
    if (current() !== mine || searches() !== before) return;
  }
}
