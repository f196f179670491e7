import { setTimeout as sleep } from 'node:timers/promises';

/** Between two pages of one host, in ms: the interval of the one client of the site that published its own. */
export const BETWEEN_PAGES = 2000;

/** Returns the wait before each page that no key asked for: it resolves two seconds after the one before. */
export function pacedPages(wait: (ms: number) => Promise<unknown> = sleep): () => Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  return async () => {
    const mine = turn;
    turn = mine.then(() => wait(BETWEEN_PAGES));
    await mine;
  };
}
