import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { bookmark, headline, NOON } from '../storage/samples.ts';
import { readerOn } from '../support/reader.ts';

const COUNT = 2500;
const FOUND = 30;
const ids = Array.from({ length: COUNT }, (_, at) => String(100_000 + at));

/** A reader with 2,500 bookmarks, 30 of them on one subject, that counts how many marks are read at a time. */
async function readerWithBookmarks() {
  const home = newHome();
  const archive = archiveIn(home);
  const bookmarks = openBookmarks(join(home, 'config'));
  const titleOf = (at: number): string => (at < FOUND ? `둘레길 소식 ${at}` : `장터 소식 ${at}`);
  archive.putHeadlines(
    'politics',
    ids.map((id, at) => headline(id, '09:00', { title: titleOf(at) })),
    NOON,
  );
  await bookmarks.merge(ids.map((id, at) => bookmark(id, { title: titleOf(at) })));
  const marked: number[] = [];
  const counted = {
    ...archive,
    marksOf(of: readonly string[]) {
      marked.push(of.length);
      return archive.marksOf(of);
    },
  };
  const reader = readerOn({
    archive: counted,
    bookmarks,
    http: { get: () => Promise.reject(new Error('not asked for')), close: async () => undefined },
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: '',
    now: () => NOON,
  });
  return { reader, archive, marked };
}

test('a key of a search in bookmarks reads the marks of what it finds, however often the archive changes', async () => {
  const { reader, archive, marked } = await readerWithBookmarks();
  const search = await reader.search();
  for (const _ of search.prepareBookmarks());
  for (const [key, query] of ['둘', '둘레', '둘레길'].entries()) {
    archive.setRead([ids[key]!], true, NOON);
    const found = search.bookmarks(query, 200);
    const read = found.filter(({ headline: each }) => each.read).map(({ headline: { id } }) => id);
    expect([found.length, read.sort()]).toEqual([FOUND, ids.slice(0, key + 1)]);
  }
  expect(marked).toEqual([FOUND, FOUND, FOUND]);
});

/** Reads all bookmarks as the screen that lists them does. */
function listed(reader: Awaited<ReturnType<typeof readerWithBookmarks>>['reader']) {
  const steps = reader.bookmarkSteps(0);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

test('no marks are read for the list of bookmarks or a search in it while the archive stays as it is', async () => {
  const { reader, archive, marked } = await readerWithBookmarks();
  archive.setRead([ids[7]!, ids[2000]!], true, NOON);
  listed(reader);
  marked.length = 0;
  const search = await reader.search();
  for (const query of ['둘', '둘레', '장터 소식 2000']) search.bookmarks(query, 200);
  const found = search.bookmarks('장터 소식 2000', 200)[0]!.headline;
  expect(listed(reader).filter(({ read }) => read)).toHaveLength(2);
  expect([found.id, found.read, marked]).toEqual([ids[2000], true, []]);
});

test('the marks that a search read after a change of the archive are not read again at its next key', async () => {
  const { reader, archive, marked } = await readerWithBookmarks();
  const search = await reader.search();
  listed(reader);
  archive.setRead([ids[7]!], true, NOON);
  marked.length = 0;
  for (const query of ['둘레', '둘레길', '둘레길 소식']) search.bookmarks(query, 200);
  expect(marked).toEqual([FOUND]);
});

test('a bookmark that is removed leaves the marks of the others known', async () => {
  const { reader, archive, marked } = await readerWithBookmarks();
  archive.setRead([ids[7]!, ids[8]!], true, NOON);
  listed(reader);
  marked.length = 0;
  await reader.unbookmark(ids[7]!);
  expect(listed(reader).flatMap(({ id, read }) => (read ? id : []))).toEqual([ids[8]]);
  expect(marked).toEqual([]);
});

test('the marks of a long list of bookmarks are read in parts', async () => {
  const { reader, archive, marked } = await readerWithBookmarks();
  archive.setRead([ids[7]!, ids[2000]!], true, NOON);
  const list = listed(reader);
  expect(list).toHaveLength(COUNT);
  expect(list.flatMap(({ id, read }) => (read ? id : [])).sort()).toEqual([ids[7], ids[2000]]);
  expect(Math.max(...marked)).toBeLessThanOrEqual(1000);
  expect(marked.reduce((sum, many) => sum + many)).toBe(COUNT);
});
