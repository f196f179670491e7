// The reader's side of the worker, with fake workers and fake timers, for each test of a file.
import { afterEach, beforeEach, vi } from 'vitest';
import type { Fetching } from '../../source/reader/fetching/fetching.ts';
import { createRemoteFetching, type WorkerChild } from '../../source/worker/client.ts';
import { FakeWorker, fetching } from './fake-worker.ts';

/** In ms. */
export const DEADLINES = { feed: 30_000, page: 50_000 };

/** An answer that never comes, and a worker that gives no other. */
export const never = new Promise<never>(() => undefined);
export const silent = fetching({ feed: () => never, page: () => never });

/** The workers that were started, and the fetching of this process; both made anew for each test. */
export let started: FakeWorker[];
export let here: ReturnType<typeof fetching>;

/** The reader's side, with workers that do this work. */
export function inWorker(work: Fetching, starts = true): Fetching {
  return createRemoteFetching({
    start: () => {
      const worker = new FakeWorker(work, starts);
      started.push(worker);
      return worker as unknown as WorkerChild;
    },
    instead: () => here,
    rests: { worked: 1000, unused: 60_000 },
    deadlines: DEADLINES,
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  started = [];
  here = fetching();
});
afterEach(() => {
  vi.useRealTimers();
});
