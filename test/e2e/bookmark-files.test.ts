import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { emptyHome, type Outcome, runProgram } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';

let site: Site;
const run = (home: string, args: readonly string[], input?: string): Promise<Outcome> =>
  runProgram(args, {
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
    ...(input === undefined ? {} : { input }),
  });

const LINK = 'https://www.donga.com/news/Economy/article/all/20251103/132700001/1';
const FILE = JSON.stringify([
  { url: LINK, title: '한은, 금리 동결', savedAt: '2025-11-03T10:00:00+09:00', note: '먼저 적은 메모' },
]);
const listed = async (home: string) => JSON.parse((await run(home, ['bookmarks', '--json'])).stdout);

beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

describe('bookmarks in files', () => {
  test.each(['json', 'html', 'markdown'])(
    'go out as %s and come in again on another machine',
    async (format) => {
      const [home, other] = [await emptyHome(), await emptyHome()];
      await run(home, ['bookmarks', 'import', '-'], FILE);
      await run(home, ['bookmarks', 'tag', '132700001', '+경제', '금리']);
      const file = join(home, 'bookmarks.out');
      const exported = await run(home, ['bookmarks', 'export', '--format', format, file]);
      expect(exported).toMatchObject({ status: 0, stdout: '' });
      expect((await run(home, ['bookmarks', 'export', '--format', format])).stdout.length).toBe(
        readFileSync(file, 'utf8').length,
      );
      const imported = await run(other, ['bookmarks', 'import', file, '--json']);
      expect(JSON.parse(imported.stdout)).toEqual({ added: 1, merged: 0, unchanged: 0, skipped: 0 });
      const own = ({ id, url, title, savedAt, note, tags }: Record<string, unknown>) => ({
        id,
        url,
        title,
        savedAt,
        note,
        tags,
      });
      expect((await listed(other)).map(own)).toEqual((await listed(home)).map(own));
      const again = await run(other, ['bookmarks', 'import', file, '--json']);
      expect(JSON.parse(again.stdout)).toEqual({ added: 0, merged: 0, unchanged: 1, skipped: 0 });
    },
  );

  test('a broken file changes nothing, and the line where it breaks is named', async () => {
    const home = await emptyHome();
    await run(home, ['bookmarks', 'import', '-'], FILE);
    const before = await listed(home);
    const file = join(home, 'broken.json');
    writeFileSync(file, `[\n{"url": "${LINK}", "title": "x", "note": "새 메모"},\n{"title": "링크 없음"}]`);
    const { status, stdout, stderr } = await run(home, [
      'bookmarks',
      'import',
      file,
      '--lang',
      'en',
      '--json',
    ]);
    expect(status).toBe(1);
    expect(stderr).toContain('line 3');
    expect(JSON.parse(stdout).error.code).toBe('broken-import');
    expect(await listed(home)).toEqual(before);
  });

  test('are exported as one note an article, and text written into a note since stays', async () => {
    const home = await emptyHome();
    await run(home, ['bookmarks', 'import', '-'], FILE);
    const folder = join(home, 'notes');
    expect((await run(home, ['bookmarks', 'export', '--articles', folder])).status).toBe(0);
    const [name] = readdirSync(folder);
    const note = readFileSync(join(folder, name!), 'utf8');
    expect(note).toContain(`link: ${LINK}`);
    writeFileSync(join(folder, name!), `${note}\n내가 덧붙인 글\n`);
    await run(home, ['bookmarks', 'export', '--articles', folder]);
    expect(readFileSync(join(folder, name!), 'utf8')).toContain('내가 덧붙인 글');
    const other = await emptyHome();
    expect((await run(other, ['bookmarks', 'import', folder])).status).toBe(0);
    expect(await listed(other)).toMatchObject([{ id: '132700001', note: '먼저 적은 메모' }]);
  });

  test('a file that cannot be written or read is named, and nothing is left half written', async () => {
    const home = await emptyHome();
    const out = await run(home, ['bookmarks', 'export', join(home, 'no', 'such', 'folder.json')]);
    expect(out).toMatchObject({ status: 1, stdout: '' });
    expect(out.stderr).toContain('folder.json');
    expect((await run(home, ['bookmarks', 'import', join(home, 'none.json')])).status).toBe(1);
    expect((await run(home, ['bookmarks', 'import'])).status).toBe(2);
    expect((await run(home, ['bookmarks', 'export', '--format', 'csv'])).status).toBe(2);
    expect((await run(home, ['bookmarks', 'export', '--format', 'html', '--articles', '-'])).status).toBe(2);
    expect((await run(home, ['bookmarks', 'list', '--format', 'html'])).status).toBe(2);
  });
});

describe('a bookmark’s own note and tags', () => {
  test('are set, shown and removed by commands', async () => {
    const home = await emptyHome();
    await run(home, ['bookmarks', 'import', '-'], FILE);
    expect((await run(home, ['bookmarks', 'note', '132700001'])).stdout).toBe('먼저 적은 메모\n');
    expect((await run(home, ['bookmarks', 'note', LINK, '다시', '읽기'])).status).toBe(0);
    expect((await run(home, ['bookmarks', 'note', '132700001'])).stdout).toBe('다시 읽기\n');
    await run(home, ['bookmarks', 'note', '132700001', '']);
    expect((await run(home, ['bookmarks', 'note', '132700001'])).stdout).toBe('');
    await run(home, ['bookmarks', 'tag', '132700001', '+경제', '+read-later', '#금리']);
    const { stdout } = await run(home, ['bookmarks', 'tag', '132700001', '-경제', '-read-later', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({ id: '132700001', tags: ['금리'] });
    expect((await run(home, ['bookmarks', 'tag', '132700001'])).stdout).toBe('금리\n');
    expect((await run(home, ['bookmarks', 'tag', '999'])).status).toBe(1);
    expect((await run(home, ['bookmarks', 'note', '999', '말'])).status).toBe(1);
  });
});
