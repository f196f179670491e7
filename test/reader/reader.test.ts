import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import type { Headline } from '../../source/model.ts';
import type { Http, HttpRequest } from '../../source/net/http.ts';
import type { Reader } from '../../source/reader/types.ts';
import { sampleHttp } from '../../source/sample-edition.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks.ts';
import { connect } from '../../source/storage/sqlite/connection.ts';
import { readerOn } from '../support/reader.ts';

/** The edition's article on the interest rate, which has a page; and a headline of its feed that has none. */
const WITH_PAGE = '139074720';

let home: string;
let asked: HttpRequest[];
/** What the network does in place of answering. */
let fault: Failure | null;
/** How long it calls an answer fresh, in ms. */
let freshFor: number | null;
let reader: Reader;
let clock: number;
let warned: string[];

function open(): Reader {
  const edition = sampleHttp();
  const http: Http = {
    get: async (request) => {
      asked.push(request);
      if (fault !== null) throw fault;
      return { ...(await edition.get(request)), freshFor };
    },
    close: async () => undefined,
  };
  return readerOn({
    archive: openArchive(join(home, 'archive.db'), () => clock),
    bookmarks: openBookmarks(home),
    http,
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: 'https://rss.donga.com',
    now: () => clock,
    warn: ({ key }) => warned.push(key),
  });
}

const first = (section: string): Headline => reader.headlines({ section, limit: 1 })[0]!;
const withPage = (): Headline => reader.headline(WITH_PAGE)!;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'donga-tui-reader-'));
  asked = [];
  fault = null;
  freshFor = null;
  warned = [];
  clock = Date.parse('2026-11-20T13:00:00+09:00');
  reader = open();
});
afterEach(async () => {
  await reader.close();
  await rm(home, { recursive: true, force: true });
});

describe('refreshing that nobody asked for', () => {
  const MINUTE = 60_000;
  const feeds = () => asked.filter(({ kind }) => kind === 'feed').length;

  test('asks a feed no more than every three minutes, whatever is opened and closed', async () => {
    const begun = clock;
    for (; clock < begun + 60 * MINUTE; clock += 20_000) await reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(20);
  });

  test('asks each feed six times an hour where the reader only looks', async () => {
    const begun = clock;
    for (; clock < begun + 60 * MINUTE; clock += 10 * MINUTE) {
      await reader.refresh(['politics', 'economy'], { asked: false });
    }
    expect(feeds()).toBe(12);
    expect(asked.slice(2).every(({ validators }) => validators !== undefined)).toBe(true);
  });

  test('tells nothing of a feed that was passed over', async () => {
    await reader.refresh(['politics']);
    const told: string[] = [];
    const done = await reader.refresh(['politics', 'economy'], {
      asked: false,
      onRefresh: ({ section }) => told.push(section),
    });
    expect(done.map(({ section }) => section)).toEqual(['economy']);
    expect(told).toEqual(['economy', 'economy']);
  });

  test('lets a failed feed alone for three minutes, and one that says until when, until then', async () => {
    fault = new Failure('timeout');
    await reader.refresh(['politics'], { asked: false });
    await reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(1);
    clock += 3 * MINUTE;
    fault = new Failure('rate-limited', { seconds: 1800 });
    await reader.refresh(['politics'], { asked: false });
    clock += 20 * MINUTE;
    await reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(2);
    fault = null;
    clock += 10 * MINUTE;
    await reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(3);
  });

  test('tries a feed that failed again at once where the reader starts anew', async () => {
    fault = new Failure('unreachable');
    await reader.refresh(['politics'], { asked: false });
    await reader.close();
    reader = open();
    fault = null;
    expect(await reader.refresh(['politics'], { asked: false })).toMatchObject([{ failure: null }]);
  });

  test('lets a feed that the worker got stuck on alone also where the reader starts anew', async () => {
    fault = new Failure('worker-stuck', { seconds: 60 });
    await reader.refresh(['economy', 'science'], { asked: false });
    await reader.close();
    reader = open();
    fault = null;
    expect(await reader.refresh(['economy', 'science'], { asked: false })).toEqual([]);
    expect(reader.feeds().map(({ failure }) => failure?.code)).toEqual(['worker-stuck', 'worker-stuck']);
    expect(await reader.refresh(['science'])).toMatchObject([{ failure: null }]);
    clock += 3 * MINUTE;
    expect(await reader.refresh(['economy'], { asked: false })).toMatchObject([{ failure: null }]);
  });

  test('tries those that failed again as soon as one is reached', async () => {
    fault = new Failure('unreachable');
    await reader.refresh(['total', 'politics'], { asked: false });
    fault = null;
    await reader.refresh(['total']);
    expect(await reader.refresh(['politics'], { asked: false })).toMatchObject([{ failure: null }]);
  });

  test('believes a server also after a new start, but not one that names another century', async () => {
    freshFor = 60 * MINUTE;
    await reader.refresh(['politics'], { asked: false });
    fault = new Failure('rate-limited', { seconds: 251_606_739_500 });
    await reader.refresh(['economy'], { asked: false });
    await reader.close();
    reader = open();
    fault = null;
    clock += 30 * MINUTE;
    expect(await reader.refresh(['politics', 'economy'], { asked: false })).toEqual([]);
    clock += 24 * 60 * MINUTE;
    const done = await reader.refresh(['politics', 'economy'], { asked: false });
    expect(done.map(({ failure }) => failure)).toEqual([null, null]);
  });

  test('believes a server that says how long its feed stays fresh, for an hour', async () => {
    freshFor = 24 * 60 * MINUTE;
    await reader.refresh(['politics'], { asked: false });
    clock += 59 * MINUTE;
    expect(await reader.refresh(['politics'], { asked: false })).toEqual([]);
    clock += MINUTE;
    expect(await reader.refresh(['politics'], { asked: false })).toHaveLength(1);
  });

  test('is no matter to who asks', async () => {
    freshFor = 60 * MINUTE;
    await reader.refresh(['politics']);
    await reader.refresh(['politics']);
    expect(feeds()).toBe(2);
  });

  test('asks again where the clock was set back', async () => {
    await reader.refresh(['politics'], { asked: false });
    clock -= 24 * 60 * MINUTE;
    await reader.refresh(['politics'], { asked: false });
    expect(feeds()).toBe(2);
  });
});

describe('refreshing', () => {
  test('tells of each section as it begins and ends, and how many are new', async () => {
    const told: string[] = [];
    const done = await reader.refresh(['politics', 'economy'], {
      onRefresh: ({ section, done }) => told.push(`${section} ${done === null ? 'begins' : done.added > 0}`),
    });
    expect(told.toSorted()).toEqual(['economy begins', 'economy true', 'politics begins', 'politics true']);
    expect(done.every(({ failure }) => failure === null)).toBe(true);
    expect((await reader.refresh(['politics']))[0]).toMatchObject({ added: 0, failure: null });
  });

  test('that fails keeps what was there, and remembers why and when', async () => {
    await reader.refresh(['politics']);
    const before = reader.headlines({ section: 'politics', limit: 50 });
    fault = new Failure('timeout', { host: 'rss.donga.com' });
    const [refreshed] = await reader.refresh(['politics']);
    expect(refreshed!.failure).toMatchObject({ code: 'timeout' });
    expect(reader.headlines({ section: 'politics', limit: 50 })).toEqual(before);
    expect(reader.feeds()).toMatchObject([
      { section: 'politics', refreshedAt: clock, failure: { at: clock, code: 'timeout' } },
    ]);
  });

  test('waits as long as the server asked', async () => {
    fault = new Failure('rate-limited', { seconds: 60 });
    await reader.refresh(['politics']);
    fault = null;
    asked = [];
    expect((await reader.refresh(['politics']))[0]!.failure).toMatchObject({ code: 'rate-limited' });
    expect(asked).toEqual([]);
    clock += 61_000;
    expect((await reader.refresh(['politics']))[0]!.failure).toBeNull();
  });

  test('of one section asked for twice at once asks once', async () => {
    await Promise.all([reader.refresh(['politics']), reader.refresh(['politics'])]);
    expect(asked).toHaveLength(1);
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
  await reader.close();
  reader = readerOn({
    archive: openArchive(join(home, 'archive.db'), () => clock),
    bookmarks: openBookmarks(home),
    http: cut,
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: 'https://rss.donga.com',
    now: () => clock,
  });
  const [refreshed] = await reader.refresh(['economy']);
  expect(refreshed!.added).toBeGreaterThan(0);
  expect(refreshed!.problems).toBeGreaterThan(0);
});

describe('an article', () => {
  beforeEach(() => reader.refresh(['total', 'economy', 'politics']));

  test('is not asked of a host that wants to be left alone, nor is another, until then', async () => {
    fault = new Failure('rate-limited', { seconds: 3600 });
    expect((await reader.open(withPage())).failure).toMatchObject({ code: 'rate-limited' });
    asked = [];
    fault = null;
    expect(await reader.fetchText(reader.headlines({ section: 'politics', limit: 1 })[0]!)).toMatchObject({
      code: 'rate-limited',
    });
    await reader.close();
    reader = open();
    expect((await reader.open(withPage())).failure).toMatchObject({
      code: 'rate-limited',
      details: { seconds: 3600 },
    });
    expect(asked).toEqual([]);
    clock += 3_600_001;
    expect((await reader.open(withPage())).failure).toBeNull();
  });

  test('is fetched once, read from then on, and had again with no network', async () => {
    const { article, failure } = await reader.open(withPage());
    expect(failure).toBeNull();
    expect(article).toMatchObject({ id: WITH_PAGE, source: 'page', section: 'economy', url: withPage().url });
    expect(withPage().read).toBe(true);
    fault = new Failure('offline');
    expect((await reader.open(withPage())).article).toEqual(article);
  });

  test('in several feeds is one: read here is read there', async () => {
    await reader.open(withPage());
    for (const section of ['total', 'economy']) {
      expect(reader.headlines({ section, limit: 100 }).find(({ id }) => id === WITH_PAGE)?.read).toBe(true);
    }
  });

  test('whose page cannot be had is its lead, and why', async () => {
    fault = new Failure('http-status', { status: 500 });
    const { article, failure } = await reader.open(withPage());
    expect(failure).toMatchObject({ code: 'http-status' });
    expect(article.source).toBe('feed');
    expect(article.blocks[0]).toMatchObject({ type: 'paragraph' });
  });

  test('never heard of, whose page cannot be had, is an error that names the link', async () => {
    fault = new Failure('http-status', { status: 404 });
    const url = 'https://www.donga.com/news/article/all/20261120/7/1';
    await expect(reader.open({ id: '7', url })).rejects.toMatchObject({
      code: 'http-status',
      details: { link: url },
    });
  });

  test('that is asked for anew and cannot be had is the one that is kept, and stays marked unread', async () => {
    const { article } = await reader.open(withPage());
    fault = new Failure('unreachable');
    reader.setRead([WITH_PAGE], false);
    expect(await reader.open(withPage(), { fresh: true })).toMatchObject({
      article,
      failure: { code: 'unreachable' },
    });
    expect(reader.headline(WITH_PAGE)?.read).toBe(false);
  });

  test('is at the place it was left, also tomorrow', async () => {
    reader.keepPlace(WITH_PAGE, { block: 3, offset: 17 });
    await reader.close();
    clock += 86_400_000;
    reader = open();
    expect(reader.place(WITH_PAGE)).toEqual({ block: 3, offset: 17 });
  });
});

describe('a bookmark', () => {
  beforeEach(() => reader.refresh(['total', 'economy']));

  test('of a headline never opened has its text, and keeps it without the archive', async () => {
    await reader.bookmark(withPage());
    await expect.poll(() => reader.kept(WITH_PAGE)?.source).toBe('page');
    await reader.close();
    await rm(join(home, 'archive.db'));
    reader = open();
    expect(reader.bookmarks()).toMatchObject([
      { id: WITH_PAGE, bookmarked: true, articleTags: expect.arrayContaining(['한국은행']) },
    ]);
    fault = new Failure('offline');
    expect((await reader.open(reader.bookmarks()[0]!)).article.source).toBe('page');
  });

  test('made with no network has its text when next online', async () => {
    fault = new Failure('unreachable');
    await reader.bookmark(withPage());
    expect(await reader.fetchMissingTexts(async () => undefined)).toBe(0);
    fault = null;
    expect(await reader.fetchMissingTexts(async () => undefined)).toBe(1);
    expect(reader.kept(WITH_PAGE)?.source).toBe('page');
  });

  test('that is taken back is there again with its note, its date and its text, though the page is gone', async () => {
    await reader.bookmark(withPage());
    await expect.poll(() => reader.kept(WITH_PAGE)?.source).toBe('page');
    const [before] = reader.bookmarks();
    clock += 60_000;
    const removed = await reader.unbookmark(WITH_PAGE);
    expect(reader.bookmarks()).toEqual([]);
    fault = new Failure('http-status', { status: 404 });
    await reader.restore(removed!);
    expect(reader.bookmarks()).toEqual([before]);
    expect(reader.kept(WITH_PAGE)?.source).toBe('page');
  });

  test('is found by its reporters and tags as well as its title', async () => {
    await reader.open(withPage());
    await reader.bookmark(withPage());
    const search = await reader.search();
    for (const query of ['금리', '한가람', '가계부채', 'ㄱㅈㄱㄹ']) {
      expect(
        search.bookmarks(query, 10).map(({ headline }) => headline.id),
        query,
      ).toEqual([WITH_PAGE]);
    }
    expect(search.bookmarks('배추', 10)).toEqual([]);
  });

  test('survives a damaged archive, and is listed in the new one', async () => {
    await reader.bookmark(withPage());
    await reader.close();
    await writeFile(
      join(home, 'archive.db'),
      'not a database at all, but long enough to be taken for one'.repeat(100),
    );
    reader = open();
    expect(reader.bookmarks()).toHaveLength(1);
    expect(reader.headline(WITH_PAGE)?.bookmarked).toBe(true);
    expect(first('economy').id).toBe(WITH_PAGE);
    expect(warned).toEqual(['archive.set-aside']);
  });

  test('survives an archive whose damage shows while it is read, which is told of once', async () => {
    await reader.bookmark(withPage());
    await reader.close();
    await zeroRoot('headlines');
    reader = open();
    reader.unread();
    expect(warned).toEqual([]);
    expect(reader.headlines({ section: 'total', limit: 50 }).map(({ id }) => id)).toEqual([WITH_PAGE]);
    expect(reader.headline(WITH_PAGE)?.bookmarked).toBe(true);
    await reader.close();
    reader = open();
    expect(first('economy').id).toBe(WITH_PAGE);
    expect(warned).toEqual(['archive.set-aside']);
  });

  test('of a damaged list are told of when they are first looked at', async () => {
    await reader.bookmark(withPage());
    await reader.close();
    await writeFile(join(home, 'bookmarks.json'), '{"bookmarks": {"1": ');
    reader = open();
    expect(warned).toEqual([]);
    reader.headlines({ section: 'total', limit: 1 });
    reader.bookmarks();
    expect(warned).toEqual(['setting.set-aside']);
  });
});

/** Writes over the first page of a table or index. */
async function zeroRoot(name: string): Promise<void> {
  const file = join(home, 'archive.db');
  const db = connect(file, { busyMs: 0 });
  const root = Number(db.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', name)?.rootpage);
  db.close();
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0, (root - 1) * 4096, root * 4096));
}

test('a search finds what came since the last one', async () => {
  const search = await reader.search();
  expect(search.headlines('금리', 10)).toEqual([]);
  await reader.refresh(['economy']);
  const found = search.headlines('기준금리', 10);
  expect(found[0]).toMatchObject({ headline: { id: WITH_PAGE, read: false }, score: expect.any(Number) });
  reader.setRead([WITH_PAGE], true);
  expect(search.headlines('기준금리', 10)[0]!.headline.read).toBe(true);
});
