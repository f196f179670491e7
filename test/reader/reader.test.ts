import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import type { Http } from '../../source/net/http.ts';
import { sampleHttp } from '../../source/sample-edition.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { readerOn } from '../support/reader.ts';
import { bed, open, WITH_PAGE } from './bed.ts';

describe('refreshing without a key', () => {
  const MINUTE = 60_000;
  const feeds = () => bed.asked.filter(({ kind }) => kind === 'feed').length;

  test('asks a feed no more than every three minutes, even if the reader is opened and closed', async () => {
    const begun = bed.clock;
    for (; bed.clock < begun + 60 * MINUTE; bed.clock += 20_000)
      await bed.reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(20);
  });

  test('asks each feed six times an hour where the reader only looks', async () => {
    const begun = bed.clock;
    for (; bed.clock < begun + 60 * MINUTE; bed.clock += 10 * MINUTE) {
      await bed.reader.refresh(['politics', 'economy'], { asked: false });
    }
    expect(feeds()).toBe(12);
    expect(bed.asked.slice(2).every(({ validators }) => validators !== undefined)).toBe(true);
  });

  test('reports nothing about a feed that was passed over', async () => {
    await bed.reader.refresh(['politics']);
    const told: string[] = [];
    const done = await bed.reader.refresh(['politics', 'economy'], {
      asked: false,
      onRefresh: ({ section }) => told.push(section),
    });
    expect(done.map(({ section }) => section)).toEqual(['economy']);
    expect(told).toEqual(['economy', 'economy']);
  });

  test('does not ask a failed feed for three minutes, or until the time that it stated', async () => {
    bed.fault = new Failure('timeout');
    await bed.reader.refresh(['politics'], { asked: false });
    await bed.reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(1);
    bed.clock += 3 * MINUTE;
    bed.fault = new Failure('rate-limited', { seconds: 1800 });
    await bed.reader.refresh(['politics'], { asked: false });
    bed.clock += 20 * MINUTE;
    await bed.reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(2);
    bed.fault = null;
    bed.clock += 10 * MINUTE;
    await bed.reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(3);
  });

  test('tries a failed feed again at once after a new start', async () => {
    bed.fault = new Failure('unreachable');
    await bed.reader.refresh(['politics'], { asked: false });
    await bed.reader.close();
    bed.reader = open();
    bed.fault = null;
    expect(await bed.reader.refresh(['politics'], { asked: false })).toMatchObject([{ failure: null }]);
  });

  test('tries a feed again after a new start if it failed shortly after it had come', async () => {
    bed.freshFor = 60 * MINUTE;
    await bed.reader.refresh(['politics', 'economy']);
    bed.fault = new Failure('unreachable');
    await bed.reader.refresh(['politics']);
    bed.fault = new Failure('rate-limited', { seconds: 600 });
    await bed.reader.refresh(['economy']);
    await bed.reader.close();
    bed.reader = open();
    const asked = await bed.reader.refresh(['politics', 'economy'], { asked: false });
    expect(asked.map(({ section }) => section)).toEqual(['politics']);
    // It failed again, and now it waits.
    expect(await bed.reader.refresh(['politics'], { asked: false })).toEqual([]);
    bed.fault = null;
  });

  test('does not ask a feed that the worker got stuck on, even after a new start', async () => {
    bed.fault = new Failure('worker-stuck', { seconds: 60 });
    await bed.reader.refresh(['economy', 'science'], { asked: false });
    await bed.reader.close();
    bed.reader = open();
    bed.fault = null;
    expect(await bed.reader.refresh(['economy', 'science'], { asked: false })).toEqual([]);
    expect(bed.reader.feeds().map(({ failure }) => failure?.code)).toEqual(['worker-stuck', 'worker-stuck']);
    expect(await bed.reader.refresh(['science'])).toMatchObject([{ failure: null }]);
    bed.clock += 3 * MINUTE;
    expect(await bed.reader.refresh(['economy'], { asked: false })).toMatchObject([{ failure: null }]);
  });

  test('tries failed feeds again as soon as one is reached', async () => {
    bed.fault = new Failure('unreachable');
    await bed.reader.refresh(['total', 'politics'], { asked: false });
    bed.fault = null;
    await bed.reader.refresh(['total']);
    expect(await bed.reader.refresh(['politics'], { asked: false })).toMatchObject([{ failure: null }]);
  });

  test('believes a server also after a new start, but not one that names another century', async () => {
    bed.freshFor = 60 * MINUTE;
    await bed.reader.refresh(['politics'], { asked: false });
    bed.fault = new Failure('rate-limited', { seconds: 251_606_739_500 });
    await bed.reader.refresh(['economy'], { asked: false });
    await bed.reader.close();
    bed.reader = open();
    bed.fault = null;
    bed.clock += 30 * MINUTE;
    expect(await bed.reader.refresh(['politics', 'economy'], { asked: false })).toEqual([]);
    bed.clock += 24 * 60 * MINUTE;
    const done = await bed.reader.refresh(['politics', 'economy'], { asked: false });
    expect(done.map(({ failure }) => failure)).toEqual([null, null]);
  });

  test('believes a server that says how long its feed stays fresh, for an hour', async () => {
    bed.freshFor = 24 * 60 * MINUTE;
    await bed.reader.refresh(['politics'], { asked: false });
    bed.clock += 59 * MINUTE;
    expect(await bed.reader.refresh(['politics'], { asked: false })).toEqual([]);
    bed.clock += MINUTE;
    expect(await bed.reader.refresh(['politics'], { asked: false })).toHaveLength(1);
  });

  test('does not limit refreshes by a key', async () => {
    bed.freshFor = 60 * MINUTE;
    await bed.reader.refresh(['politics']);
    await bed.reader.refresh(['politics']);
    expect(feeds()).toBe(2);
  });

  test('asks again if the clock was set back', async () => {
    await bed.reader.refresh(['politics'], { asked: false });
    bed.clock -= 24 * 60 * MINUTE;
    await bed.reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(2);
  });
});

describe('refreshing', () => {
  test('reports each section as it begins and ends, with the number of new headlines', async () => {
    const told: string[] = [];
    const done = await bed.reader.refresh(['politics', 'economy'], {
      onRefresh: ({ section, done }) => told.push(`${section} ${done === null ? 'begins' : done.added > 0}`),
    });
    expect(told.toSorted()).toEqual(['economy begins', 'economy true', 'politics begins', 'politics true']);
    expect(done.every(({ failure }) => failure === null)).toBe(true);
    expect((await bed.reader.refresh(['politics']))[0]).toMatchObject({ added: 0, failure: null });
  });

  test('a refresh that fails keeps the headlines, and remembers why and when', async () => {
    await bed.reader.refresh(['politics']);
    const before = bed.reader.headlines({ section: 'politics', limit: 50 });
    bed.fault = new Failure('timeout', { host: 'rss.donga.com' });
    const [refreshed] = await bed.reader.refresh(['politics']);
    expect(refreshed!.failure).toMatchObject({ code: 'timeout' });
    expect(bed.reader.headlines({ section: 'politics', limit: 50 })).toEqual(before);
    expect(bed.reader.feeds()).toMatchObject([
      { section: 'politics', refreshedAt: bed.clock, failure: { at: bed.clock, code: 'timeout' } },
    ]);
  });

  test('waits as long as the server asked', async () => {
    bed.fault = new Failure('rate-limited', { seconds: 60 });
    await bed.reader.refresh(['politics']);
    bed.fault = null;
    bed.asked = [];
    expect((await bed.reader.refresh(['politics']))[0]!.failure).toMatchObject({ code: 'rate-limited' });
    expect(bed.asked).toEqual([]);
    bed.clock += 61_000;
    expect((await bed.reader.refresh(['politics']))[0]!.failure).toBeNull();
  });

  test('of one section asked for twice at once asks once', async () => {
    await Promise.all([bed.reader.refresh(['politics']), bed.reader.refresh(['politics'])]);
    expect(bed.asked).toHaveLength(1);
  });
});

test('a feed of which only a part can be read says how much is missing', async () => {
  const edition = sampleHttp();
  const cut: Http = {
    get: async (request) => {
      const answer = await edition.get(request);
      return { ...answer, body: answer.body.slice(0, 6000) };
    },
    close: async () => undefined,
  };
  await bed.reader.close();
  bed.reader = readerOn({
    archive: openArchive(join(bed.home, 'archive.db'), () => bed.clock),
    bookmarks: openBookmarks(bed.home),
    http: cut,
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: 'https://rss.donga.com',
    now: () => bed.clock,
  });
  const [refreshed] = await bed.reader.refresh(['economy']);
  expect(refreshed!.added).toBeGreaterThan(0);
  expect(refreshed!.problems).toBeGreaterThan(0);
});

test('a search finds headlines that came since the last one', async () => {
  const search = await bed.reader.search();
  expect(search.headlines('금리', 10)).toEqual([]);
  await bed.reader.refresh(['economy']);
  const found = search.headlines('기준금리', 10);
  expect(found[0]).toMatchObject({ headline: { id: WITH_PAGE, read: false }, score: expect.any(Number) });
  bed.reader.setRead([WITH_PAGE], true);
  expect(search.headlines('기준금리', 10)[0]!.headline.read).toBe(true);
});
