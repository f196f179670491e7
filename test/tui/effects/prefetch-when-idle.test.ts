import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prefetchWhenIdle } from '../../../source/tui/effects/idle/prefetch-when-idle.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function idling(articles: number, hourly = 20) {
  const fetched: number[] = [];
  const begun = Date.now();
  const prefetcher = prefetchWhenIdle({
    reader: {
      prefetch: async () => {
        if (articles === 0) return false;
        articles -= 1;
        fetched.push(Date.now() - begun);
        return true;
      },
    },
    sections: () => ['politics'],
    hourly: () => hourly,
    onError: (error) => expect.unreachable(String(error)),
  });
  return { prefetcher, fetched };
}

test('articles are fetched ahead after 20 s without a key, two seconds apart', async () => {
  const { prefetcher, fetched } = idling(3);
  await vi.advanceTimersByTimeAsync(15_000);
  prefetcher.disturb();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(fetched).toEqual([35_000, 37_000, 39_000]);
  prefetcher.end();
});

test('a key stops fetching ahead until the terminal is idle again', async () => {
  const { prefetcher, fetched } = idling(100);
  await vi.advanceTimersByTimeAsync(21_000);
  prefetcher.disturb();
  await vi.advanceTimersByTimeAsync(19_000);
  expect(fetched).toEqual([20_000]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(fetched).toEqual([20_000, 41_000]);
  prefetcher.end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(fetched.length).toBe(2);
});

test('nothing is fetched ahead without a budget', async () => {
  const { fetched } = idling(100, 0);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(fetched).toEqual([]);
});

test('a page that is slow to come is waited for before the next is asked for', async () => {
  let asked = 0;
  const answers: (() => void)[] = [];
  const prefetcher = prefetchWhenIdle({
    reader: {
      prefetch: () => {
        asked += 1;
        return new Promise((resolve) => answers.push(() => resolve(true)));
      },
    },
    sections: () => ['politics'],
    hourly: () => 20,
    onError: () => {},
  });
  await vi.advanceTimersByTimeAsync(20_000);
  prefetcher.disturb();
  await vi.advanceTimersByTimeAsync(30_000);
  expect(asked).toBe(1);
  answers[0]!();
  await vi.advanceTimersByTimeAsync(2000);
  expect(asked).toBe(2);
  prefetcher.end();
});
