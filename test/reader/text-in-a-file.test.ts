import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { readJson, writeJson } from '../../source/reader/exchange/json.ts';
import { bed, open, WITH_PAGE, withPage } from './bed.ts';

/** Everything but the bookmarks is lost, as on another machine. */
async function forgetArchive(): Promise<void> {
  await bed.reader.close();
  for (const end of ['', '-wal', '-shm']) await rm(join(bed.home, `archive.db${end}`), { force: true });
  bed.reader = open();
}
const headingOf = async (): Promise<(string | undefined)[]> =>
  (await bed.reader.history(WITH_PAGE))!.versions.map(({ title }) => title);

describe('the text of a bookmark that the archive lacks', () => {
  let title = '';

  beforeEach(async () => {
    await bed.reader.refresh(['economy']);
    await bed.reader.bookmark(withPage());
    ({ title } = (await bed.reader.open(withPage())).article);
    await bed.reader.close();
    bed.reader = open();
  });

  test('is its history until its page is asked for, and is compared with the page then', async () => {
    await forgetArchive();
    expect(await headingOf()).toEqual([title]);
    const bookmark = bed.reader.bookmarkOf(WITH_PAGE)!;
    bed.clock += 3_600_001;
    bed.edit = (page) => page.replaceAll(title, '고친 제목');
    const article = await bed.reader.askAgain(bookmark);
    expect(article?.title).toBe('고친 제목');
    const history = (await bed.reader.history(WITH_PAGE))!;
    expect(history.versions.map((version) => version.title)).toEqual([title, '고친 제목']);
    expect(history.changes).toHaveLength(1);
    expect(bed.reader.corrections(WITH_PAGE)?.count).toBe(1);
  });

  test('that reads the same is no correction', async () => {
    await forgetArchive();
    bed.clock += 3_600_001;
    expect(await bed.reader.askAgain(bed.reader.bookmarkOf(WITH_PAGE)!)).toBeNull();
    expect((await bed.reader.history(WITH_PAGE))!.changes).toEqual([]);
    expect(bed.reader.corrections(WITH_PAGE)).toBeNull();
  });

  test('is compared if it came from another machine, and is no correction if its extractor is unknown', async () => {
    const bookmark = bed.reader.bookmarkOf(WITH_PAGE)!;
    const exported = writeJson([{ bookmark, article: bed.reader.kept(WITH_PAGE) }], { now: bed.clock });
    bed.edit = (page) => page.replaceAll(title, '고친 제목');
    for (const [text, changes] of [
      [exported, 1],
      [exported.replace(/,\s*"extractor": \d+/, ''), 0],
    ] as const) {
      await bed.reader.unbookmark(WITH_PAGE);
      await forgetArchive();
      await bed.reader.importBookmarks(
        readJson(text, { now: bed.clock }).entries.map(({ bookmark: each, article }) => ({
          bookmark: each,
          article,
        })),
      );
      expect(bed.reader.kept(WITH_PAGE)?.title).toBe(title);
      bed.clock += 3_600_001;
      await bed.reader.open(bed.reader.bookmarkOf(WITH_PAGE)!, { fresh: true });
      expect((await bed.reader.history(WITH_PAGE))!.changes).toHaveLength(changes);
    }
  });
});
