import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { time } from '../../../source/storage/files/stored-json.ts';
import { newHome } from '../home.ts';
import { bookmark, idsOf } from '../samples.ts';

const IN_KOREA = '2026-11-20T07:05:09+09:00';

test.each([
  ['2026-11-20T07:05:09+09:00', IN_KOREA],
  ['2026-11-19T22:05:09Z', IN_KOREA],
  ['2026-11-19T22:05:09.876Z', IN_KOREA],
  ['2026-11-19t22:05:09z', IN_KOREA],
  ['2026-11-19T17:05:09-05:00', IN_KOREA],
  ['2026-11-20T03:35:09+0530', IN_KOREA],
  ['2026-11-20T07:05:09,5+09', IN_KOREA],
  ['2026-11-20 07:05:09', IN_KOREA],
  ['20261119T220509Z', IN_KOREA],
  ['2026-11-19T22:05Z', '2026-11-20T07:05:00+09:00'],
  ['2026-11-20', '2026-11-20T00:00:00+09:00'],
  ['2026-11-20T24:00:00+09:00', '2026-11-21T00:00:00+09:00'],
  ['2016-12-31T23:59:60Z', '2017-01-01T08:59:59+09:00'],
  ['2024-02-29T00:00:00Z', '2024-02-29T09:00:00+09:00'],
])('%s is %s', (written, korean) => {
  expect(time(written)).toBe(korean);
});

test.each([
  '2026-02-30T00:00:00Z',
  '2026-13-01',
  '2026-11-20T25:00:00Z',
  '2026-11-20T07:61:00Z',
  '2026-11-20T07:05:09+99:00',
  '9999-12-31T23:00:00Z',
  '20 November 2026',
  '1795132800',
  '2026-11-20T07:05:09+09:00 ',
  '',
  null,
  1_795_132_800_000,
])('%j is not a time', (written) => {
  expect(time(written)).toBeNull();
});

test('bookmarks saved by other clocks are listed in the order of their instants', () => {
  const home = newHome();
  const { id: _id, ...entry } = bookmark('1');
  const savedAt = {
    1: '2026-11-20T12:00:00+09:00',
    2: '2026-11-20T04:00:00Z',
    3: '2026-11-19T20:30:00.5-07:00',
    4: '2026-11-20T02:00:00.000Z',
  };
  const bookmarks = Object.fromEntries(
    Object.entries(savedAt).map(([id, at]) => [id, { ...entry, savedAt: at, publishedAt: at }]),
  );
  writeFileSync(join(home, 'bookmarks.json'), JSON.stringify({ version: 1, bookmarks, tombstones: {} }));
  const open = openBookmarks(home);
  expect(idsOf(open.list())).toEqual(['2', '3', '1', '4']);
  expect(open.list()[0]).toMatchObject({
    savedAt: '2026-11-20T13:00:00+09:00',
    publishedAt: '2026-11-20T13:00:00+09:00',
  });
  expect([...open.ids()].sort()).toEqual(['1', '2', '3', '4']);
});

test('unreadable entries are reported once and stay in the file as they are', async () => {
  const home = newHome();
  const { id: _id, ...entry } = bookmark('1');
  const odd = {
    7: { ...entry, savedAt: 'yesterday' },
    8: { ...entry, url: 'javascript:alert(1)', extra: [1, 2] },
    9: 'a line',
  };
  mkdirSync(home, { recursive: true });
  const file = join(home, 'bookmarks.json');
  writeFileSync(file, JSON.stringify({ version: 1, bookmarks: { 1: entry, ...odd }, tombstones: {} }));
  const open = openBookmarks(home);
  const heard: (readonly string[])[] = [];
  open.onUnreadable((ids) => heard.push(ids));
  expect(idsOf(open.list())).toEqual(['1']);
  open.list();
  await open.add(bookmark('2'));
  expect(idsOf(open.list()).sort()).toEqual(['1', '2']);
  expect(heard).toEqual([['7', '8', '9']]);
  expect(JSON.parse(readFileSync(file, 'utf8')).bookmarks).toMatchObject(odd);
});
