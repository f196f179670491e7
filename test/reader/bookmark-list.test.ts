import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createBookmarking } from '../../source/reader/bookmarking.ts';
import type { Opening } from '../../source/reader/opening.ts';
import type { ReaderParts } from '../../source/reader/types.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { bookmark, headline, NOON } from '../storage/samples.ts';

it('reads the bookmarks’ marks in one statement for a version, not at every key of a search in them', async () => {
  const home = newHome();
  const archive = archiveIn(home);
  const bookmarks = openBookmarks(join(home, 'config'));
  const ids = Array.from({ length: 50 }, (_, at) => String(1000 + at));
  archive.putHeadlines(
    'politics',
    ids.map((id) => headline(id, '09:00')),
    NOON,
  );
  await bookmarks.merge(ids.map((id) => bookmark(id)));
  let reads = 0;
  const counted = {
    ...archive,
    marksOf(of: readonly string[]) {
      reads += 1;
      return archive.marksOf(of);
    },
  };
  const parts = { archive: counted, bookmarks, now: () => NOON } as unknown as ReaderParts;
  const bookmarking = createBookmarking(parts, {} as Opening);

  for (let key = 0; key < 10; key += 1) expect(bookmarking.list()).toHaveLength(50);
  expect(reads).toBe(1);

  archive.setRead(['1007'], true, NOON);
  const read = bookmarking.list().filter((each) => each.read);
  expect([read.map(({ id }) => id), reads]).toEqual([['1007'], 2]);

  await bookmarks.remove(['1007'], '2026-11-20T12:00:00+09:00');
  expect([bookmarking.list().length, reads]).toEqual([49, 3]);
});
