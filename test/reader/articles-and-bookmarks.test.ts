import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { connect } from '../../source/storage/sqlite/connection.ts';
import { bed, first, open, WITH_PAGE, withPage } from './bed.ts';

describe('an article', () => {
  beforeEach(() => bed.reader.refresh(['total', 'economy', 'politics']));

  test('is not requested from a host that asked for a pause until that is over, nor is another', async () => {
    bed.fault = new Failure('rate-limited', { seconds: 3600 });
    expect((await bed.reader.open(withPage())).failure).toMatchObject({ code: 'rate-limited' });
    bed.asked = [];
    bed.fault = null;
    expect(
      await bed.reader.fetchText(bed.reader.headlines({ section: 'politics', limit: 1 })[0]!),
    ).toMatchObject({
      code: 'rate-limited',
    });
    await bed.reader.close();
    bed.reader = open();
    expect((await bed.reader.open(withPage())).failure).toMatchObject({
      code: 'rate-limited',
      details: { seconds: 3600 },
    });
    expect(bed.asked).toEqual([]);
    bed.clock += 3_600_001;
    expect((await bed.reader.open(withPage())).failure).toBeNull();
  });

  test('is fetched once, marked read from then on, and shown again without a network', async () => {
    const { article, failure } = await bed.reader.open(withPage());
    expect(failure).toBeNull();
    expect(article).toMatchObject({ id: WITH_PAGE, source: 'page', section: 'economy', url: withPage().url });
    expect(withPage().read).toBe(true);
    bed.fault = new Failure('offline');
    expect((await bed.reader.open(withPage())).article).toEqual(article);
  });

  test('in several feeds is one: read here is read there', async () => {
    await bed.reader.open(withPage());
    for (const section of ['total', 'economy']) {
      expect(bed.reader.headlines({ section, limit: 100 }).find(({ id }) => id === WITH_PAGE)?.read).toBe(
        true,
      );
    }
  });

  test('an article whose page cannot be fetched gives its lead and the reason', async () => {
    bed.fault = new Failure('http-status', { status: 500 });
    const { article, failure } = await bed.reader.open(withPage());
    expect(failure).toMatchObject({ code: 'http-status' });
    expect(article.source).toBe('feed');
    expect(article.blocks[0]).toMatchObject({ type: 'paragraph' });
  });

  test('that is unknown and cannot be fetched is an error that names the link', async () => {
    bed.fault = new Failure('http-status', { status: 404 });
    const url = 'https://www.donga.com/news/article/all/20261120/7/1';
    await expect(bed.reader.open({ id: '7', url })).rejects.toMatchObject({
      code: 'http-status',
      details: { link: url },
    });
  });

  test('an article asked for again in vain gives the kept text, and stays marked unread', async () => {
    const { article } = await bed.reader.open(withPage());
    bed.fault = new Failure('unreachable');
    bed.reader.setRead([WITH_PAGE], false);
    expect(await bed.reader.open(withPage(), { fresh: true })).toMatchObject({
      article,
      failure: { code: 'unreachable' },
    });
    expect(bed.reader.headline(WITH_PAGE)?.read).toBe(false);
  });

  test('is at the place it was left, also tomorrow', async () => {
    bed.reader.keepPlace(WITH_PAGE, { block: 3, offset: 17 });
    await bed.reader.close();
    bed.clock += 86_400_000;
    bed.reader = open();
    expect(bed.reader.place(WITH_PAGE)).toEqual({ block: 3, offset: 17 });
  });
});

describe('a bookmark', () => {
  beforeEach(() => bed.reader.refresh(['total', 'economy']));

  test('of a headline never opened has its text, and keeps it without the archive', async () => {
    await bed.reader.bookmark(withPage());
    await expect.poll(() => bed.reader.kept(WITH_PAGE)?.source).toBe('page');
    await bed.reader.close();
    await rm(join(bed.home, 'archive.db'));
    bed.reader = open();
    expect(bed.reader.bookmarks()).toMatchObject([
      { id: WITH_PAGE, bookmarked: true, articleTags: expect.arrayContaining(['한국은행']) },
    ]);
    bed.fault = new Failure('offline');
    expect((await bed.reader.open(bed.reader.bookmarks()[0]!)).article.source).toBe('page');
  });

  test('made with no network has its text when next online', async () => {
    bed.fault = new Failure('unreachable');
    await bed.reader.bookmark(withPage());
    expect(await bed.reader.fetchMissingTexts(async () => undefined)).toBe(0);
    bed.fault = null;
    expect(await bed.reader.fetchMissingTexts(async () => undefined)).toBe(1);
    expect(bed.reader.kept(WITH_PAGE)?.source).toBe('page');
  });

  test('a restored bookmark has its note, date and text again, though the page is gone', async () => {
    await bed.reader.bookmark(withPage());
    await expect.poll(() => bed.reader.kept(WITH_PAGE)?.source).toBe('page');
    const [before] = bed.reader.bookmarks();
    bed.clock += 60_000;
    const removed = await bed.reader.unbookmark(WITH_PAGE);
    expect(bed.reader.bookmarks()).toEqual([]);
    bed.fault = new Failure('http-status', { status: 404 });
    await bed.reader.restore(removed!);
    expect(bed.reader.bookmarks()).toEqual([before]);
    expect(bed.reader.kept(WITH_PAGE)?.source).toBe('page');
  });

  test('is found by its reporters and tags as well as its title', async () => {
    await bed.reader.open(withPage());
    await bed.reader.bookmark(withPage());
    const search = await bed.reader.search();
    for (const query of ['금리', '한가람', '가계부채', 'ㄱㅈㄱㄹ']) {
      expect(
        search.bookmarks(query, 10).map(({ headline }) => headline.id),
        query,
      ).toEqual([WITH_PAGE]);
    }
    expect(search.bookmarks('배추', 10)).toEqual([]);
  });

  test('survives a damaged archive, and is listed in the new one', async () => {
    await bed.reader.bookmark(withPage());
    await bed.reader.close();
    await writeFile(
      join(bed.home, 'archive.db'),
      'not a database at all, but long enough to be taken for one'.repeat(100),
    );
    bed.reader = open();
    expect(bed.reader.bookmarks()).toHaveLength(1);
    expect(bed.reader.headline(WITH_PAGE)?.bookmarked).toBe(true);
    expect(first('economy').id).toBe(WITH_PAGE);
    expect(bed.warned).toEqual(['archive.set-aside']);
  });

  test('survives an archive whose damage shows while it is read, and is reported once', async () => {
    await bed.reader.bookmark(withPage());
    await bed.reader.close();
    await zeroRoot('headlines');
    bed.reader = open();
    bed.reader.unread();
    expect(bed.warned).toEqual([]);
    expect(bed.reader.headlines({ section: 'total', limit: 50 }).map(({ id }) => id)).toEqual([WITH_PAGE]);
    expect(bed.reader.headline(WITH_PAGE)?.bookmarked).toBe(true);
    await bed.reader.close();
    bed.reader = open();
    expect(first('economy').id).toBe(WITH_PAGE);
    expect(bed.warned).toEqual(['archive.set-aside']);
  });

  test('of a damaged list are reported when they are first read', async () => {
    await bed.reader.bookmark(withPage());
    await bed.reader.close();
    await writeFile(join(bed.home, 'bookmarks.json'), '{"bookmarks": {"1": ');
    bed.reader = open();
    expect(bed.warned).toEqual([]);
    bed.reader.headlines({ section: 'total', limit: 1 });
    bed.reader.bookmarks();
    expect(bed.warned).toEqual(['setting.set-aside']);
  });
});

/** Writes over the first page of a table or index. */
async function zeroRoot(name: string): Promise<void> {
  const file = join(bed.home, 'archive.db');
  const db = connect(file, { busyMs: 0 });
  const root = Number(db.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', name)?.rootpage);
  db.close();
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0, (root - 1) * 4096, root * 4096));
}
