import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { createRemoteFetching, type WorkerChild } from '../../source/worker/client.ts';
import { headline } from '../support/fake-headlines.ts';
import { ARTICLE, FakeWorker, FEED, fetching } from './fake-worker.ts';
import { DEADLINES, here, inWorker, silent, started } from './worker-bed.ts';

describe('a worker', () => {
  test('asks for feeds and pages, several at once, and each answer goes to its caller', async () => {
    const slow = Promise.withResolvers<typeof FEED>();
    const work = fetching({
      feed: async (section) => (section === 'politics' ? slow.promise : { ...FEED, added: 9 }),
    });
    const reader = inWorker(work);
    const politics = reader.feed('politics');
    expect(await reader.feed('economy')).toEqual({ ...FEED, added: 9 });
    expect(await reader.page(headline(1))).toEqual(ARTICLE);
    slow.resolve(FEED);
    expect(await politics).toEqual(FEED);
    expect(started).toHaveLength(1);
    expect(here.asked).toEqual([]);
  });

  test('that was made ready gets the first job, and is ended after a minute without one', async () => {
    const work = fetching();
    const reader = inWorker(work);
    reader.prepare();
    reader.prepare();
    expect(started).toHaveLength(1);
    await reader.feed('politics');
    expect(started).toHaveLength(1);
    vi.advanceTimersByTime(1500);
    expect(started[0]!.left).toBe(true);

    reader.prepare();
    expect(started).toHaveLength(2);
    vi.advanceTimersByTime(59_000);
    expect(started[1]!.left).toBe(false);
    vi.advanceTimersByTime(2000);
    expect(started[1]!.left).toBe(true);
  });

  test('that cannot be made ready causes no failure', async () => {
    const reader = createRemoteFetching({
      start: () => {
        throw new Error('EAGAIN');
      },
      instead: () => here,
      rests: { worked: 1000, unused: 60_000 },
      deadlines: DEADLINES,
    });
    reader.prepare();
    expect(await reader.feed('politics')).toEqual(FEED);
    expect(here.asked).toEqual(['feed politics']);
  });

  test('passes failures on unchanged', async () => {
    const reader = inWorker(
      fetching({
        feed: async () => ({ ...FEED, failure: new Failure('http-status', { status: 503, host: 'h' }) }),
        page: () => Promise.reject(new Failure('no-article', { kind: 'login' })),
      }),
    );
    const { failure } = await reader.feed('politics');
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'http-status', details: { status: 503, host: 'h' } });
    await expect(reader.page(headline(1))).rejects.toMatchObject({
      code: 'no-article',
      details: { kind: 'login' },
    });
  });

  test('passes the stack of an unforeseen error on to the log', async () => {
    const reader = inWorker(fetching({ page: () => Promise.reject(new TypeError('of undefined')) }));
    const failure: Failure = await reader.page(headline(1)).catch((error) => error);
    expect(failure.code).toBe('internal');
    expect((failure.cause as Error).stack).toMatch(/TypeError: of undefined\n\s+at /);
  });

  test('without work ends after a second, and another is started for the next', async () => {
    const reader = inWorker(fetching());
    await reader.feed('politics');
    await vi.advanceTimersByTimeAsync(900);
    await reader.feed('economy');
    await vi.advanceTimersByTimeAsync(900);
    expect(started.map(({ left }) => left)).toEqual([false]);
    await vi.advanceTimersByTimeAsync(100);
    expect(started.map(({ left }) => left)).toEqual([true]);
    expect(await reader.feed('politics')).toEqual(FEED);
    expect(started).toHaveLength(2);
  });

  test('with work is waited for', async () => {
    const reader = inWorker(silent);
    void reader.feed('politics');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(started[0]!.left).toBe(false);
  });
});

describe('a worker that cannot be started', () => {
  test('leaves the work to this process', async () => {
    const reader = createRemoteFetching({
      start: () => {
        throw new Error('EAGAIN');
      },
      instead: () => here,
      rests: { worked: 1000, unused: 60_000 },
      deadlines: DEADLINES,
    });
    expect(await reader.feed('politics')).toEqual(FEED);
    expect(await reader.page(headline(1))).toEqual(ARTICLE);
    expect(here.asked).toEqual(['feed politics', `page ${headline(1).id}`]);
    await reader.close();
    expect(here.asked.at(-1)).toBe('close');
  });

  test('leaves the work to this process also if it ends before its first message', async () => {
    const reader = inWorker(silent, false);
    const asked = reader.feed('politics');
    await vi.advanceTimersByTimeAsync(10);
    started[0]!.emit('exit', 1);
    expect(await asked).toEqual(FEED);
  });
});

test('a job whose worker was killed is done by another', async () => {
  const works = [silent, fetching()];
  const reader = createRemoteFetching({
    start: () => {
      const worker = new FakeWorker(works[started.length]!);
      started.push(worker);
      return worker as unknown as WorkerChild;
    },
    instead: () => here,
    rests: { worked: 1000, unused: 60_000 },
    deadlines: DEADLINES,
  });
  const [feed, page] = [reader.feed('politics'), reader.page(headline(1))];
  await vi.advanceTimersByTimeAsync(10);
  started[0]!.emit('exit', null, 'SIGKILL');
  expect(await feed).toEqual(FEED);
  expect(await page).toEqual(ARTICLE);
  expect(started).toHaveLength(2);
  expect(here.asked).toEqual([]);
});

test('a job that two workers died of is not tried in the reader’s own process', async () => {
  const reader = inWorker(silent);
  const [feed, page] = [reader.feed('politics'), reader.page(headline(1)).catch((error) => error)];
  for (const each of [0, 1]) {
    await vi.advanceTimersByTimeAsync(10);
    started[each]!.emit('exit', null, 'SIGSEGV');
  }
  expect((await feed).failure?.code).toBe('internal');
  expect((await page).code).toBe('internal');
  expect(here.asked).toEqual([]);
  void reader.feed('politics');
  await vi.advanceTimersByTimeAsync(10);
  expect(started).toHaveLength(3);
});

test('closing the client does not wait for jobs under way', async () => {
  const reader = inWorker(silent);
  const [feed, page] = [reader.feed('politics'), reader.page(headline(1)).catch((error) => error)];
  await vi.advanceTimersByTimeAsync(10);
  await reader.close();
  expect((await feed).failure?.code).toBe('cut-off');
  expect((await page).code).toBe('cut-off');
  expect(started[0]!.killed).toBe(true);
  expect((await reader.feed('economy')).failure?.code).toBe('cut-off');
  expect(started).toHaveLength(1);
  expect(here.asked).toEqual([]);
});
