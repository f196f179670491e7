import { describe, expect, test, vi } from 'vitest';
import type { Failure } from '../../source/failure.ts';
import type { Fetching } from '../../source/reader/fetching/fetching.ts';
import { headline } from '../support/fake-headlines.ts';
import { ARTICLE, FEED, fetching } from './fake-worker.ts';
import { DEADLINES, here, inWorker, never, silent, started } from './worker-bed.ts';

describe('a worker that does not answer', () => {
  test.each([
    ['a feed', 'feed', (reader: Fetching) => reader.feed('culture').then(({ failure }) => failure)],
    ['a page', 'page', (reader: Fetching) => reader.page(headline(7)).catch((error: Failure) => error)],
  ] as const)(
    'is killed when the time for %s is over, and the job is not tried again',
    async (_, kind, ask) => {
      const reader = inWorker(silent);
      const asked = ask(reader);
      await vi.advanceTimersByTimeAsync(DEADLINES[kind] - 1);
      expect(started[0]!.killed).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(started[0]!.killed).toBe(true);
      expect(await asked).toMatchObject({
        code: 'worker-stuck',
        details: { seconds: DEADLINES[kind] / 1000 },
      });
      await vi.advanceTimersByTimeAsync(1000);
      expect(started).toHaveLength(1);
      expect(here.asked).toEqual([]);
    },
  );

  test('on one job is replaced, and its other jobs are done by the next worker', async () => {
    const reader = inWorker(
      fetching({
        feed: (section) => (section === 'show' ? never : Promise.resolve(FEED)),
        page: () => (started.length === 1 ? never : Promise.resolve(ARTICLE)),
      }),
    );
    const stuck = reader.feed('show');
    const page = reader.page(headline(3));
    await vi.advanceTimersByTimeAsync(DEADLINES.feed);
    expect((await stuck).failure?.code).toBe('worker-stuck');
    expect(await page).toEqual(ARTICLE);
    expect(started.map(({ killed }) => killed)).toEqual([true, false]);
    expect(await reader.feed('travel')).toEqual(FEED);
  });

  test('has its time measured from when it got a feed, not from when the feed was asked for', async () => {
    const given: string[] = [];
    const reader = inWorker(
      fetching({
        feed: async (section) => {
          given.push(section);
          await new Promise((resolve) => setTimeout(resolve, DEADLINES.feed - 1000));
          return FEED;
        },
      }),
    );
    const names = [
      'total',
      'politics',
      'national',
      'economy',
      'science',
      'culture',
      'sports',
      'inmul',
      'book',
    ];
    const all = Promise.all(names.map((name) => reader.feed(name)));
    await vi.advanceTimersByTimeAsync(10);
    expect(given).toEqual(names.slice(0, 4));
    await vi.advanceTimersByTimeAsync(3 * DEADLINES.feed);
    expect(await all).toEqual(names.map(() => FEED));
    expect(started.every(({ killed }) => !killed)).toBe(true);
  });

  test('is not killed if it was this process that stood still', async () => {
    const slow = Promise.withResolvers<typeof FEED>();
    const reader = inWorker(fetching({ feed: () => slow.promise }));
    const asked = reader.feed('health');
    await vi.advanceTimersByTimeAsync(1000);
    // As after Ctrl-z and fg: the clock went on, the timers did not.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now() + 3_600_000);
    await vi.advanceTimersByTimeAsync(DEADLINES.feed);
    clock.mockRestore();
    expect(started[0]!.killed).toBe(false);
    slow.resolve(FEED);
    expect(await asked).toEqual(FEED);
  });

  test('and does not end when asked to is killed', async () => {
    const reader = inWorker(fetching());
    await reader.feed('editorials');
    await vi.advanceTimersByTimeAsync(1000);
    expect(started[0]).toMatchObject({ left: true, killed: false });
    await vi.advanceTimersByTimeAsync(5000);
    expect(started[0]!.killed).toBe(true);
  });

  test('and does not end when asked to is killed when the reader leaves before that', async () => {
    const reader = inWorker(fetching());
    await reader.feed('editorials');
    await vi.advanceTimersByTimeAsync(1500);
    await reader.close();
    expect(started[0]!.killed).toBe(true);
  });
});
