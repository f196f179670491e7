import { beforeEach, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { leadArticle } from '../../../source/lead.ts';
import { createPrefetching } from '../../../source/reader/background/prefetching.ts';
import type { Opening } from '../../../source/reader/opening.ts';
import type { Archive } from '../../../source/storage/types.ts';
import { archiveIn, newHome } from '../../storage/home.ts';
import { headlines } from '../../support/fake-headlines.ts';

const HOUR = 3_600_000;

let archive: Archive;
let clock: number;
let asked: string[];
/** The faults of pages, by their ids. */
let faults: Map<string, Failure>;

/** A reader that was started: its own memory, the home's archive. */
const start = () =>
  createPrefetching({ archive, now: () => clock }, {
    whole: (id: string) => archive.article(id),
    fetch: async ({ id }: { id: string }) => {
      asked.push(id);
      const fault = faults.get(id);
      if (fault !== undefined) return fault;
      archive.putArticle({ ...leadArticle(archive.headline(id)!), source: 'page' }, clock);
      return null;
    },
  } as unknown as Opening);

async function all(prefetch: ReturnType<typeof start>, hourly: number, sections = ['politics']) {
  asked = [];
  while (await prefetch(sections, hourly)) clock += 2000;
  return asked;
}

beforeEach(() => {
  clock = Date.parse('2026-11-20T13:00:00+09:00');
  archive = archiveIn(newHome());
  archive.putHeadlines('politics', headlines(30), clock);
  faults = new Map();
});

const id = (number: number) => String(100_000_000 + number);

test('the newest unread articles of the sections are fetched before they are opened', async () => {
  archive.setRead([id(2)], true, clock);
  archive.putArticle({ ...leadArticle(archive.headline(id(3))!), source: 'page' }, clock - HOUR);
  expect(await all(start(), 4)).toEqual([id(1), id(4), id(5), id(6)]);
  expect(archive.article(id(5))).not.toBeNull();
});

test('no more than the budget in an hour, however often the program is started', async () => {
  expect((await all(start(), 5)).length).toBe(5);
  expect(await all(start(), 5)).toEqual([]);
  clock += HOUR;
  expect((await all(start(), 5)).length).toBe(5);
});

test('headlines far down the list are not fetched ahead', async () => {
  expect((await all(start(), 60)).length).toBe(20);
});

test('pages that are not articles use the budget up too, and are asked for once', async () => {
  for (let number = 1; number <= 20; number += 1)
    faults.set(id(number), new Failure('no-article', { kind: 'login' }));
  const prefetch = start();
  expect(await all(prefetch, 5)).toEqual([1, 2, 3, 4, 5].map(id));
  clock += HOUR;
  expect(await all(prefetch, 5)).toEqual([6, 7, 8, 9, 10].map(id));
});

test('after a failure of the network nothing is fetched for ten minutes', async () => {
  faults.set(id(1), new Failure('rate-limited', { seconds: 30 }));
  const prefetch = start();
  expect(await all(prefetch, 5)).toEqual([id(1)]);
  clock += 9 * 60_000;
  expect(await all(prefetch, 5)).toEqual([]);
  clock += 60_000;
  expect(await all(prefetch, 5)).toEqual([id(2), id(3), id(4), id(5)]);
});
