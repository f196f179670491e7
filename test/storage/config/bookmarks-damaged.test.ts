import { appendFileSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { newHome, setAsideBy } from '../home.ts';
import { article, bookmark, idsOf } from '../samples.ts';

const LATER = '2026-11-21T08:00:00+09:00';
const written = (home: string) => JSON.parse(readFileSync(join(home, 'bookmarks.json'), 'utf8'));

describe('a bookmarks file that another program changed', () => {
  const full = async (home: string, count: number) => {
    const bookmarks = openBookmarks(home);
    await Promise.all(Array.from({ length: count }, (_, at) => bookmarks.add(bookmark(String(at + 1)))));
    await bookmarks.remove(['1'], LATER);
    return join(home, 'bookmarks.json');
  };

  it('keeps entries that are not bookmarks and unknown fields, and does not show them', async () => {
    const home = newHome();
    const file = await full(home, 2);
    const before = written(home);
    const junk = {
      ...before.bookmarks,
      x: 'junk',
      y: { url: 'javascript:alert(1)', title: 'y', savedAt: LATER },
    };
    junk['2'].colour = 'red';
    writeFileSync(file, JSON.stringify({ ...before, bookmarks: junk, later: [1] }));
    const bookmarks = openBookmarks(home);
    expect(idsOf(bookmarks.list())).toEqual(['2']);
    await bookmarks.edit('2', { note: '읽음' });
    expect(written(home)).toMatchObject({
      later: [1],
      bookmarks: { x: 'junk', y: junk.y, 2: { colour: 'red', note: '읽음' } },
    });
  });

  it('is shown without control sequences', async () => {
    const home = newHome();
    const file = await full(home, 2);
    const hostile = bookmark('2', {
      title: '\u001b[2J제목\n둘째',
      note: '\u009b31m메모',
      tags: ['\u202e태그'],
    });
    writeFileSync(file, JSON.stringify({ version: 1, bookmarks: { 2: hostile } }));
    expect(openBookmarks(home).get('2')).toMatchObject({ title: '제목 둘째', note: '메모', tags: ['태그'] });
  });

  it('of a newer version is shown, and never written', async () => {
    const home = newHome();
    const file = await full(home, 2);
    writeFileSync(file, JSON.stringify({ ...written(home), version: 2 }));
    const before = readFileSync(file, 'utf8');
    const bookmarks = openBookmarks(home);
    expect(idsOf(bookmarks.list())).toEqual(['2']);
    await expect(bookmarks.add(bookmark('3'))).rejects.toMatchObject({ code: 'newer-config' });
    await expect(bookmarks.remove(['2'], LATER)).rejects.toMatchObject({ code: 'newer-config' });
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length * 0.6)],
    ['zeroed in the middle', (text: string) => `${text.slice(0, 700)}${'\0'.repeat(500)}${text.slice(1200)}`],
    ['followed by the end of an older one', (text: string) => `${text}${text.slice(-300)}`],
  ])('a bookmarks file that is %s is set aside once, and its readable part is kept', async (_how, damage) => {
    const home = newHome();
    const file = await full(home, 20);
    const damaged = damage(readFileSync(file, 'utf8'));
    writeFileSync(file, damaged);
    utimesSync(file, 1_795_143_600, 1_795_143_600);

    const bookmarks = openBookmarks(home);
    const readable = idsOf(bookmarks.list());
    expect(readable.length).toBeGreaterThan(8);
    expect(setAsideBy(bookmarks)).toBe('bookmarks.damaged-20261120-120000.json');
    expect(readFileSync(join(home, setAsideBy(bookmarks)!), 'utf8')).toBe(damaged);
    expect(readFileSync(file, 'utf8')).toBe(damaged);
    const second = openBookmarks(home);
    expect(idsOf(second.list())).toEqual(readable);
    expect(setAsideBy(second)).toBeNull();

    await second.add(bookmark('99', { savedAt: LATER }));
    expect(idsOf(openBookmarks(home).list())).toEqual(['99', ...readable]);
    expect(Object.keys(written(home).bookmarks)).toHaveLength(readable.length + 1);
  });

  it.each(['', 'not JSON at all', '[]', '"text"', 'null', '{"bookmarks": []}'])(
    'that holds just ‘%s’ is set aside before it is written over',
    async (contents) => {
      const home = newHome();
      writeFileSync(join(home, 'bookmarks.json'), contents);
      const bookmarks = openBookmarks(home);
      expect(bookmarks.list()).toEqual([]);
      await bookmarks.add(bookmark('1'));
      expect(readFileSync(join(home, setAsideBy(bookmarks)!), 'utf8')).toBe(contents);
      expect(idsOf(openBookmarks(home).list())).toEqual(['1']);
    },
  );

  it('with a byte order mark is read as usual', async () => {
    const home = newHome();
    const file = await full(home, 3);
    writeFileSync(file, `\uFEFF${readFileSync(file, 'utf8')}`);
    const bookmarks = openBookmarks(home);
    expect(bookmarks.list()).toHaveLength(2);
    expect(setAsideBy(bookmarks)).toBeNull();
  });

  it('may have unfinished files of a dead process beside it, which are removed', async () => {
    const home = newHome();
    const file = await full(home, 2);
    appendFileSync(`${file}.tmp-1795143600abc`, '{"half');
    mkdirSync(join(home, 'bookmarks'));
    writeFileSync(join(home, 'bookmarks', '2.json.tmp-7-abc'), '{"half');
    await openBookmarks(home).add(bookmark('3'));
    await openBookmarks(home).putText('3', article('3'));
    expect(readdirSync(home).toSorted()).toEqual(['bookmarks', 'bookmarks.json', 'lock.db']);
    expect(readdirSync(join(home, 'bookmarks'))).toEqual(['3.json']);
  });
});
