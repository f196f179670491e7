import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { parseKoreanTime } from '../../../source/korean/times.ts';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { bed, open, WITH_PAGE, withPage } from '../bed.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const pages = (): number => bed.asked.filter(({ kind }) => kind === 'page').length;
const later = (ms: number): void => {
  bed.clock += ms;
};
/** The page with every other thing on it changed that is not its text. */
const around = (page: string): string =>
  page
    .replace(/<\/body>/, '<div class="view_ad06 ad box"><b>광고 문구</b></div></body>')
    .replace(/>\s+</g, '>\n  <');

beforeEach(async () => {
  await bed.reader.refresh(['economy']);
  await bed.reader.open(withPage());
});

describe('a page that is kept', () => {
  test('is asked for again at most once an hour, and its former text is kept with its times', async () => {
    const begun = bed.clock;
    bed.edit = (page) => page.replaceAll('동결', '인하');
    later(59 * MINUTE);
    expect(await bed.reader.askAgain(withPage())).toBeNull();
    expect(pages()).toBe(1);
    later(MINUTE);
    const article = await bed.reader.askAgain(withPage());
    expect(article?.title).toContain('인하');
    expect(pages()).toBe(2);
    expect(bed.reader.corrections(WITH_PAGE)).toEqual({ count: 1, at: begun + HOUR });
    const history = (await bed.reader.history(WITH_PAGE))!;
    expect(history.versions.map(({ seenAt, title }) => [seenAt, title.includes('동결')])).toEqual([
      [begun, true],
      [begun + HOUR, false],
    ]);
    expect(history.changes).toHaveLength(1);
    expect(history.changes[0]).toMatchObject({ from: 0, to: 1 });
    expect(history.changes[0]!.title!.words.some(([kind]) => kind === 'removed')).toBe(true);
  });

  test('that has the same text among other advertisements and spaces is no correction', async () => {
    bed.edit = around;
    later(2 * HOUR);
    expect(await bed.reader.askAgain(withPage())).toBeNull();
    expect(pages()).toBe(2);
    expect(bed.reader.corrections(WITH_PAGE)).toBeNull();
    expect((await bed.reader.history(WITH_PAGE))?.versions).toHaveLength(1);
  });

  test('that cannot be fetched stays as it is, and is not asked for again for an hour all the same', async () => {
    later(2 * HOUR);
    bed.fault = new Failure('unreachable');
    expect(await bed.reader.askAgain(withPage())).toBeNull();
    bed.fault = null;
    expect(await bed.reader.askAgain(withPage())).toBeNull();
    expect(pages()).toBe(2);
    expect(bed.reader.kept(WITH_PAGE)?.source).not.toBe('feed');
  });
});

describe('a bookmark', () => {
  test('is asked for again without a key for 48 hours from its publication, by the first process to look', async () => {
    await bed.reader.bookmark(withPage());
    const published = parseKoreanTime(withPage().publishedAt!);
    later(2 * HOUR);
    const other = open();
    expect(await other.recheck()).toBe(true);
    expect(await bed.reader.recheck()).toBe(false);
    expect(pages()).toBe(2);
    bed.clock = published + 48 * HOUR;
    expect(await bed.reader.recheck()).toBe(false);
    bed.clock = published - HOUR;
    expect(await bed.reader.recheck()).toBe(false);
    expect(pages()).toBe(2);
    await other.close();
  });

  test('keeps all its former texts, and its text is the page’s present one', async () => {
    await bed.reader.bookmark(withPage());
    for (let at = 1; at <= 12; at += 1) {
      bed.edit = (page) => page.replaceAll('2.50', `2.${50 + at}`);
      later(HOUR);
      await bed.reader.recheck();
    }
    expect((await bed.reader.history(WITH_PAGE))?.versions).toHaveLength(13);
    expect(JSON.stringify(bed.reader.kept(WITH_PAGE))).toContain('2.62');
  });
});

test('a piece of a followed story is asked for again without a key like a bookmark, others are not', async () => {
  const [, other] = bed.reader.headlines({ section: 'economy', limit: 2 });
  const archive = openArchive(join(bed.home, 'archive.db'), () => bed.clock);
  archive.joinStories([{ id: other!.id, story: WITH_PAGE }]);
  archive.close();
  later(2 * HOUR);
  const before = pages();
  expect(await bed.reader.recheck()).toBe(false);
  await bed.reader.setWord('follow', `story:${WITH_PAGE}`, true);
  expect(await bed.reader.recheck()).toBe(true);
  expect(await bed.reader.recheck()).toBe(false);
  expect(pages()).toBe(before + 1);
});

test('an unknown article has no history, and a headline that was never opened has its lead', async () => {
  expect(await bed.reader.history('9')).toBeNull();
  const [, unread] = bed.reader.headlines({ section: 'economy', limit: 2 });
  const history = await bed.reader.history(unread!.id);
  expect(history?.changes).toEqual([]);
  expect(history?.versions.map(({ source, title }) => [source, title])).toEqual([['feed', unread!.title]]);
});
