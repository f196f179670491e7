import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { newestPlausible } from '../../../source/clock.ts';
import { Failure } from '../../../source/failure.ts';
import type { Http } from '../../../source/net/http.ts';
import type { Reader } from '../../../source/reader/types.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { newHome } from '../../storage/home.ts';
import { readerOn } from '../../support/reader.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const TODAY = Date.parse('2026-11-20T13:00:00+09:00');

let home: string;
let clock: number;
/** The answer of each feed: ids and their times of publication. */
let feeds: Map<string, readonly (readonly [id: number, published: number | null])[]>;
let fault: Failure | null;
let asked: string[];

const http: Http = {
  get: async ({ url }) => {
    asked.push(url);
    if (fault !== null) throw fault;
    const items = feeds.get(/([a-z]+)\.xml$/.exec(url)?.[1] ?? '') ?? [];
    const body = `<rss version="2.0"><channel><title>t</title>${items
      .map(
        ([id, at]) =>
          `<item><title>기사 ${id}</title><link>https://www.donga.com/news/article/all/20261120/${id}/1</link>${
            at === null ? '' : `<pubDate>${new Date(at).toUTCString()}</pubDate>`
          }</item>`,
      )
      .join('')}</channel></rss>`;
    return {
      notModified: false,
      url,
      body: new TextEncoder().encode(body),
      contentType: 'application/xml; charset=utf-8',
      validators: { etag: null, lastModified: null },
      freshFor: null,
    };
  },
  close: async () => undefined,
};

/** Runs the program once, with the clock as it is. */
async function run<T>(act: (reader: Reader) => Promise<T> | T): Promise<T> {
  const reader = readerOn({
    archive: openArchive(join(home, 'archive.db'), () => clock),
    bookmarks: openBookmarks(home),
    http,
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: 'https://rss.donga.com',
    now: () => clock,
  });
  try {
    return await act(reader);
  } finally {
    await reader.close();
  }
}

const sync = (...sections: string[]) =>
  run(async (reader) => {
    const done = await reader.refresh(sections);
    while (reader.prune());
    return done.map(({ added }) => added);
  });
const ids = () =>
  run((reader) =>
    reader
      .headlines({ section: 'total', limit: 500 })
      .map(({ id }) => id)
      .sort(),
  );
/** Headlines an hour apart, the newest of them published at a time. */
const hourly = (first: number, count: number, newest: number) =>
  Array.from({ length: count }, (_, at) => [first + at, newest - at * HOUR] as const);

beforeEach(() => {
  home = newHome();
  clock = TODAY;
  fault = null;
  asked = [];
  feeds = new Map([
    ['politics', hourly(100_000_100, 30, TODAY - HOUR)],
    ['culture', hourly(100_000_200, 5, TODAY - 3 * DAY)],
  ]);
});

describe('with the clock ahead', () => {
  test.each([400 * DAY, 3 * 365 * DAY, 80 * 365 * DAY])('by %i ms, a run removes nothing', async (ahead) => {
    await sync('politics', 'culture');
    feeds.set('politics', hourly(100_000_120, 20, TODAY));
    const before = await ids();
    clock += ahead;
    await sync('politics');
    fault = new Failure('unreachable');
    await sync('politics', 'culture');
    await run((reader) => {
      while (reader.prune());
    });
    const after = await ids();
    expect(after).toEqual(expect.arrayContaining(before));
    clock = TODAY + HOUR;
    fault = null;
    await sync('culture');
    expect(await ids()).toEqual(after);
  });

  test('a few items dated 2099 do not make all others old', async () => {
    await sync('politics', 'culture');
    const before = await ids();
    const wrong = Date.parse('2099-01-01T00:00:00Z');
    for (const section of ['politics', 'culture']) {
      feeds.set(section, [[100_000_901, wrong], [100_000_902, wrong], ...hourly(100_000_300, 6, TODAY)]);
    }
    clock = Date.parse('2099-02-01T00:00:00Z');
    await sync('politics', 'culture');
    expect(await ids()).toEqual(expect.arrayContaining(before));
  });

  test('for one run, a headline first seen then and without a date is dated when it is seen again', async () => {
    feeds.set('politics', [[100_000_400, null]]);
    clock += 365 * DAY;
    await sync('politics');
    clock = TODAY;
    feeds.set('politics', [[100_000_400, null]]);
    await sync('politics');
    feeds.set('politics', hourly(100_000_500, 2, TODAY + DAY));
    clock = TODAY + DAY;
    await sync('politics');
    expect(await run((reader) => reader.headlines({ section: 'politics', limit: 1 })[0]?.id)).toBe(
      '100000500',
    );
  });

  test('for one run, sections are asked for again without a key after it', async () => {
    clock += 9 * HOUR;
    await sync('politics');
    clock = TODAY;
    asked = [];
    await run((reader) => reader.refresh(['politics'], { asked: false }));
    expect(asked.length).toBe(1);
    await run((reader) => reader.refresh(['politics'], { asked: false }));
    expect(asked.length).toBe(1);
  });

  test('for one run, a Retry-After of that run no longer counts after it', async () => {
    clock += 9 * HOUR;
    fault = new Failure('rate-limited', { seconds: 60 });
    await sync('politics');
    await run((reader) =>
      reader.fetchText({
        id: '100000100',
        url: 'https://www.donga.com/news/article/all/20261120/100000100/1',
      }),
    );
    clock = TODAY;
    asked = [];
    fault = new Failure('http-status', { status: 500 });
    await sync('politics');
    await sync('politics');
    await run((reader) =>
      reader.fetchText({
        id: '100000100',
        url: 'https://www.donga.com/news/article/all/20261120/100000100/1',
      }),
    );
    expect(asked.length).toBe(3);
  });
});

test('a feed with only old headlines is kept whole, and is new only once', async () => {
  feeds.set('politics', hourly(100_000_600, 50, TODAY - 3 * 365 * DAY));
  expect(await sync('politics', 'culture')).toEqual([50, 5]);
  expect(await sync('politics', 'culture')).toEqual([0, 0]);
  expect((await ids()).length).toBe(55);
});

test('old headlines are pruned once no feed holds them, but never offline', async () => {
  feeds.set('politics', hourly(100_000_700, 3, TODAY - 400 * DAY));
  await sync('politics');
  clock += HOUR;
  feeds.set('politics', hourly(100_000_800, 3, TODAY));
  await run((reader) => reader.refresh(['politics']));
  await run((reader) => {
    expect(reader.prune()).toBe(false);
  });
  fault = new Failure('unreachable');
  await sync('politics');
  expect((await ids()).length).toBe(6);
  fault = null;
  await sync('politics');
  expect(await ids()).toEqual(['100000800', '100000801', '100000802']);
});

test('a server that asks for a pause of months gets one of a day, and the message says a day', async () => {
  for (const seconds of [9_999_999, 86_401, 1e300]) {
    home = newHome();
    fault = new Failure('rate-limited', { seconds });
    const [done] = await run((reader) => reader.refresh(['politics']));
    expect(done?.failure?.details.seconds).toBe(86_400);
    clock += HOUR;
    const [again] = await run((reader) => reader.refresh(['politics']));
    expect(again?.failure?.details.seconds).toBe(82_800);
  }
});

test.each([
  [[], null],
  [[5], 5],
  [[TODAY, TODAY + 60 * 365 * DAY], TODAY],
  [[TODAY - DAY, TODAY, TODAY + 29 * DAY, TODAY + 60 * DAY], TODAY + 29 * DAY],
  [[TODAY, 0, 0], 0],
])('of %j the newest plausible time is %j', (times, newest) => {
  expect(newestPlausible(times)).toBe(newest);
});

test('a headline dated decades ahead is listed at the time it was first seen, also once no feed holds it', async () => {
  const order = () => run((reader) => reader.headlines({ section: 'total', limit: 500 }).map(({ id }) => id));
  feeds = new Map([
    ['politics', [[100_000_900, Date.parse('2099-01-01')], ...hourly(100_000_100, 5, TODAY - HOUR)]],
  ]);
  await sync('politics');
  clock += DAY;
  feeds.set('politics', hourly(100_000_200, 5, TODAY + DAY - HOUR));
  await sync('politics');
  expect((await order()).indexOf('100000900')).toBe(5);
  clock += 400 * DAY;
  feeds.set('politics', hourly(100_000_300, 5, TODAY + 400 * DAY));
  await sync('politics');
  expect(await order()).not.toContain('100000900');
});

describe('a headline dated decades ahead does not lead search results', () => {
  const wrong = Date.parse('2099-01-01');
  const order = (where: 'headlines' | 'texts') =>
    run(async (reader) => (await reader.search())[where]('기사', 500).map(({ headline }) => headline.id));
  const listed = () =>
    run((reader) => reader.headlines({ section: 'total', limit: 500 }).map(({ id }) => id));

  test.each([
    ['as soon as it is there', wrong, 0],
    ['a century further on', wrong + 100 * 365 * DAY, 0],
    ['where the clock was there too when it came', wrong, wrong - TODAY],
  ])('%s', async (_, dated, ahead) => {
    feeds = new Map([['politics', [[100_000_900, dated], ...hourly(100_000_100, 5, TODAY - HOUR)]]]);
    clock = TODAY + ahead;
    await sync('politics');
    clock = TODAY + DAY;
    feeds.set('politics', hourly(100_000_200, 5, TODAY + DAY - HOUR));
    await sync('politics');
    clock += DAY;
    feeds.set('politics', hourly(100_000_300, 5, TODAY + 2 * DAY - HOUR));
    await sync('politics');
    const inTheList = await listed();
    expect(inTheList[0]).toBe('100000300');
    expect(await order('headlines')).toEqual(inTheList);
    expect(await order('texts')).toEqual(inTheList);
  });
});
