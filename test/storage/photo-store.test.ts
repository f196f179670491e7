import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPhotoStore } from '../../source/storage/files/photo-store.ts';
import { newHome } from './home.ts';

const url = (number: number): string => `https://dimg.donga.com/wps/NEWS/${number}.jpg`;
const HOUR = 60 * 60_000;

test('photos are kept for their owner alone and found again by another process', () => {
  const folder = join(newHome(), 'photos');
  const store = openPhotoStore({ folder, now: Date.now, kept: () => [] });
  expect(store.get(url(1))).toBeNull();
  store.put(url(1), Buffer.from('one'));
  const again = openPhotoStore({ folder, now: Date.now, kept: () => [] });
  expect([again.has(url(1)), Buffer.from(again.get(url(1))!).toString()]).toEqual([true, 'one']);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('above the limit the photos shown least recently are removed, but never those of bookmarks', () => {
  const folder = join(newHome(), 'photos');
  let now = Date.UTC(2026, 10, 20);
  const store = openPhotoStore({ folder, now: () => now, kept: () => [url(2)], most: 1000 });
  for (let number = 1; number <= 9; number += 1) {
    store.put(url(number), Buffer.alloc(100));
    now += 2 * HOUR;
  }
  // The first one is looked at again, so that the third is the oldest that may go.
  expect(store.get(url(1))).not.toBeNull();
  now += 2 * HOUR;
  store.put(url(10), Buffer.alloc(150));
  const left = Array.from({ length: 10 }, (_, at) => at + 1).filter((number) => store.has(url(number)));
  expect(left).toEqual([1, 2, 5, 6, 7, 8, 9, 10]);
});

test('a folder that another process filled is cut down too', () => {
  const folder = join(newHome(), 'photos');
  const one = openPhotoStore({ folder, now: Date.now, kept: () => [], most: 1000 });
  for (let number = 1; number <= 9; number += 1) one.put(url(number), Buffer.alloc(100));
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), 1, 1);
  const other = openPhotoStore({ folder, now: Date.now, kept: () => [], most: 1000 });
  other.put(url(10), Buffer.alloc(500));
  const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(size).toBeLessThanOrEqual(1000);
  expect(other.has(url(10))).toBe(true);
});

test('a photo store that cannot be written keeps nothing and throws nothing', () => {
  const store = openPhotoStore({ folder: '/dev/null/photos', now: Date.now, kept: () => [] });
  store.put(url(1), Buffer.from('one'));
  expect([store.has(url(1)), store.get(url(1))]).toEqual([false, null]);
});
