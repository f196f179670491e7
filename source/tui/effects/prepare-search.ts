import { setTimeout as pause } from 'node:timers/promises';
import type { Reader } from '../../reader/types.ts';

/** Sets up the search in the bookmarks in small parts: input that came meanwhile is read first. */
export async function prepareSearch(current: () => Reader | null): Promise<void> {
  const mine = current();
  const engine = await mine?.search();
  for (const _ of engine?.prepareBookmarks() ?? []) {
    await pause(0);
    if (current() !== mine) return;
  }
}
