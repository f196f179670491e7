import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Reader } from '../../source/reader/types.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { headline, NOON } from '../storage/samples.ts';
import { readerOn } from '../support/reader.ts';

let reader: Reader;
const COUNT = 600;

beforeEach(async () => {
  const home = newHome();
  const archive = archiveIn(home);
  archive.putHeadlines(
    'politics',
    Array.from({ length: COUNT }, (_, index) =>
      headline(String(100_000 + index), '09:00', {
        title: `금리 소식 ${index}${index % 10 === 0 ? ' 야구' : ''}`,
      }),
    ),
    NOON,
  );
  reader = readerOn({
    archive,
    bookmarks: openBookmarks(join(home, 'bookmarks')),
    http: { get: () => Promise.reject(new Error('not asked for')), close: async () => undefined },
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: '',
    now: () => NOON,
  });
  // The oldest in the feed's order, at the end of a search.
  reader.setRead([idAt(COUNT - 1), idAt(COUNT - 2)], true);
  await reader.bookmark(reader.headline(idAt(300))!);
});

const idAt = (index: number) => String(100_000 + index);

async function found(query: string, limit = 20, where: 'headlines' | 'texts' | 'bookmarks' = 'headlines') {
  const search = await reader.search();
  return search[where](query, limit).map(({ headline: { id } }) => id);
}

test.each([['as it is'], ['indexed']])(
  'read headlines are found even far down the list (%s)',
  async (state) => {
    const search = await reader.search();
    if (state === 'indexed') while (search.index());
    expect((await found('금리 읽음:')).sort()).toEqual([idAt(COUNT - 2), idAt(COUNT - 1)]);
    expect((await found('읽음:')).sort()).toEqual([idAt(COUNT - 2), idAt(COUNT - 1)]);
    expect(await found('금리 안읽음:', 1000)).toHaveLength(COUNT - 2);
    expect(await found('unread:', 30)).toHaveLength(30);
  },
);

test('excluded words leave a full list', async () => {
  const ids = await found('금리 -야구', 200);
  expect(ids).toHaveLength(200);
  for (const id of ids) expect(reader.headline(id)!.title).not.toContain('야구');
  expect(await found('야구 -소식')).toEqual([]);
  expect(await found('본문:금리 -야구', 200)).toHaveLength(200);
});

test('bookmarks are found from every place', async () => {
  for (const where of ['headlines', 'texts', 'bookmarks'] as const) {
    expect(await found('금리 북마크:', 20, where), where).toEqual([idAt(300)]);
  }
  expect(await found('북마크:')).toEqual([idAt(300)]);
  expect(await found('북마크: 읽음:')).toEqual([]);
  expect(await found('북마크: -야구')).toEqual([]);
});

test('the full screen’s steps end with the same', async () => {
  const search = await reader.search();
  for (const query of ['금리 읽음:', '금리 -야구', '북마크:', '안읽음: 야구']) {
    const steps = search.stepwise(query, 50);
    let step = steps.next();
    while (!step.done) step = steps.next();
    expect(
      step.value.map(({ headline: { id } }) => id),
      query,
    ).toEqual(await found(query, 50));
  }
});

test('a search among some headlines finds none but those, in every way and by every filter', async () => {
  const search = await reader.search();
  const some = [5, 10, 300, COUNT - 1].map((index) => reader.headline(idAt(index))!);
  const among = (query: string) =>
    search
      .among(some, query, 20)
      .map(({ headline: { id } }) => id)
      .sort();
  expect(among('금리')).toEqual([5, 10, 300, COUNT - 1].map(idAt));
  expect(among('ㄱㄹ')).toEqual([5, 10, 300, COUNT - 1].map(idAt));
  expect(among('dirn')).toEqual([10, 300].map(idAt));
  expect(among('읽음:')).toEqual([idAt(COUNT - 1)]);
  expect(among('금리 -야구')).toEqual([5, COUNT - 1].map(idAt));
  expect(among('@경제')).toEqual([]);
  expect(among('@정치')).toHaveLength(4);
  expect(among('')).toEqual([]);
  expect(search.among([some[0]!], '금리', 20)).toHaveLength(1);
});

test('a search that is prepared finds the same as before, and is prepared once', async () => {
  const search = await reader.search();
  const before = search.headlines('금리 소', 50);
  while (search.index());
  expect([...search.prepareHeadlines()].length).toBeGreaterThan(3);
  expect([...search.prepareHeadlines()]).toEqual([]);
  const ids = (results: typeof before) => results.map((result) => result.headline.id).sort();
  expect(ids(search.headlines('금리 소', 50)).length).toBe(ids(before).length);
  expect(search.headlines('야구', 100).length).toBe(COUNT / 10);
});
