import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KoreanTime } from '../../../source/model.ts';
import { openBookmarks } from '../../../source/storage/config/bookmarks/bookmarks.ts';
import { shareBookmarks } from '../../../source/storage/config/folder/share.ts';
import { thorough } from '../../support/fuzz.ts';
import { newHome } from '../home.ts';
import { article, bookmark, idsOf, NOON } from '../samples.ts';

const LATER: KoreanTime = '2026-11-21T08:00:00+09:00';

/** A machine with a home of its own, and a clock that the test sets. */
function machine(folder: string) {
  const home = newHome();
  const clock = { now: NOON };
  const bookmarks = openBookmarks(home, { now: () => clock.now, isShared: () => true });
  const seenFile = join(home, 'seen.json');
  const share = () => shareBookmarks({ bookmarks, folder, seenFile, now: clock.now });
  return { bookmarks, clock, share, seenFile };
}

/** 10,000 in full. */
const MANY = thorough(10_000, 1000);

const filesIn = (folder: string): string[] => readdirSync(folder).sort();
const textOf = (folder: string, name: string): string => readFileSync(join(folder, name), 'utf8');

describe('a bookmarks folder', () => {
  it('has a small file a bookmark and the text beside it, and gives another machine both', async () => {
    const folder = newHome();
    const [one, other] = [machine(folder), machine(folder)];
    await one.bookmarks.add(bookmark('139000020', { note: '다시 읽기', tags: ['다리'] }));
    await one.bookmarks.putText('139000020', article('139000020'));
    expect(await one.share()).toEqual({ taken: 0, written: 2, copies: 0, unread: [] });
    expect(filesIn(folder)).toEqual(['139000020.json', '139000020.text.json']);
    expect(JSON.parse(textOf(folder, '139000020.json'))).toMatchObject({
      version: 1,
      id: '139000020',
      note: '다시 읽기',
      tags: ['다리'],
    });
    expect(statSync(join(folder, '139000020.json')).size).toBeLessThan(1000);

    expect(await other.share()).toEqual({ taken: 1, written: 0, copies: 0, unread: [] });
    expect(other.bookmarks.get('139000020')).toEqual(one.bookmarks.get('139000020'));
    expect(other.bookmarks.text('139000020')).toEqual(article('139000020'));
    expect(await one.share()).toEqual({ taken: 0, written: 0, copies: 0, unread: [] });
  });

  it('carries a removal: the text is removed and the date stays', async () => {
    const folder = newHome();
    const [one, other] = [machine(folder), machine(folder)];
    await one.bookmarks.add(bookmark('1'));
    await one.bookmarks.putText('1', article('1'));
    await one.share();
    await other.share();
    await other.bookmarks.remove(['1'], LATER);
    await other.share();
    expect(filesIn(folder)).toEqual(['1.json']);
    expect(await one.share()).toMatchObject({ taken: 1 });
    expect(one.bookmarks.list()).toEqual([]);
    expect(one.bookmarks.text('1')).toBeNull();
    // Sharing has settled: neither writes again.
    expect(await other.share()).toMatchObject({ taken: 0, written: 0 });
    expect(await one.share()).toMatchObject({ taken: 0, written: 0 });
  });

  it.each([
    '1 (conflicted copy 2026-11-21).json',
    '1 (민수의 충돌된 사본 2026-11-21).json',
    '1.sync-conflict-20261121-080000-ABCDEFG.json',
    '1 (1).json',
    '1-DESKTOP-7.json',
    '1 2.json',
  ])('takes in %s and removes it', async (name) => {
    const folder = newHome();
    const one = machine(folder);
    await one.bookmarks.add(bookmark('1', { note: '처음' }));
    await one.share();
    const elsewhere = newHome();
    const other = machine(elsewhere);
    writeFileSync(join(elsewhere, '1.json'), textOf(folder, '1.json'));
    await other.share();
    other.clock.now += 60_000;
    await other.bookmarks.edit('1', { note: '저쪽' });
    await other.share();
    await one.bookmarks.edit('1', { note: '이쪽' });
    await one.share();
    writeFileSync(join(folder, name), textOf(elsewhere, '1.json'));
    expect(await one.share()).toMatchObject({ taken: 1, copies: 1 });
    expect(filesIn(folder)).toEqual(['1.json']);
    expect(one.bookmarks.get('1')?.note).toBe('이쪽\n\n저쪽');
    expect(JSON.parse(textOf(folder, '1.json')).note).toBe('이쪽\n\n저쪽');
  });

  it.each([
    ['two sides', '<<<<<<< HEAD\n{이쪽}=======\n{저쪽}>>>>>>> other\n'],
    ['the ancestor between', '<<<<<<< HEAD\n{이쪽}||||||| 1a2b3c\n{처음}=======\n{저쪽}>>>>>>> other\n'],
    [
      'markers within markers',
      '<<<<<<< HEAD\n{이쪽}=======\n<<<<<<< HEAD\n{저쪽}=======\n{처음}>>>>>>> a\n>>>>>>> b\n',
    ],
    ['the ends of lines of Windows', '<<<<<<< HEAD\r\n{이쪽}=======\r\n{저쪽}>>>>>>> other\r\n'],
  ])('takes both sides of a conflict that git left, with %s', async (_, form) => {
    const folder = newHome();
    const versions: Record<string, string> = {};
    for (const note of ['처음', '이쪽', '저쪽']) {
      const own = newHome();
      const one = machine(own);
      if (note !== '처음') writeFileSync(join(own, '1.json'), versions.처음!);
      else await one.bookmarks.add(bookmark('1', { note }));
      await one.share();
      if (note !== '처음') await one.bookmarks.edit('1', { note });
      await one.share();
      versions[note] = textOf(own, '1.json');
    }
    writeFileSync(
      join(folder, '1.json'),
      form.replace(/\{(.*?)\}/g, (_whole, note: string) => versions[note]!),
    );
    const one = machine(folder);
    expect(await one.share()).toMatchObject({ taken: 1, unread: [] });
    expect(one.bookmarks.get('1')?.note.split('\n\n').sort()).toEqual(['이쪽', '저쪽']);
    expect(textOf(folder, '1.json')).not.toContain('<<<');
  });

  it('reads a note that was written into the file by hand', async () => {
    const folder = newHome();
    const one = machine(folder);
    await one.bookmarks.add(bookmark('1', { note: '처음' }));
    await one.share();
    writeFileSync(join(folder, '1.json'), textOf(folder, '1.json').replace('"처음"', '"손으로 고침"'));
    expect(await one.share()).toMatchObject({ taken: 1 });
    expect(one.bookmarks.get('1')?.note).toBe('손으로 고침');
  });

  it('leaves alone other programs’ files, and broken, too large or newer ones, links and pipes', async () => {
    const folder = newHome();
    const secret = join(newHome(), '9.json');
    const one = machine(folder);
    await one.bookmarks.add(bookmark('1'));
    await one.share();
    writeFileSync(secret, textOf(folder, '1.json').replaceAll('"1"', '"9"'));
    symlinkSync(secret, join(folder, '9.json'));
    mkdirSync(join(folder, '8.json'));
    const others = {
      'package.json': '{"name":"메모"}',
      '할 일.json': '{',
      '2.json': '{"id":"2","title":',
      '3.json': JSON.stringify({ version: 2, id: '3' }),
      '4.json': 'x'.repeat(2_000_001),
      '5.json': JSON.stringify({
        id: '../../etc/passwd',
        url: 'javascript:alert(1)',
        savedAt: 'gestern',
        title: '',
      }),
      'README.md': '메모',
    };
    for (const [name, text] of Object.entries(others)) writeFileSync(join(folder, name), text);
    const shared = await one.share();
    expect(shared).toMatchObject({ taken: 0, written: 0 });
    expect([...shared.unread].sort()).toEqual(['2.json', '3.json', '4.json', '5.json']);
    expect(idsOf(one.bookmarks.list())).toEqual(['1']);
    for (const [name, text] of Object.entries(others)) expect(textOf(folder, name)).toBe(text);
    // Unreadable files are reported each time until they are mended.
    expect((await one.share()).unread).toHaveLength(4);
  });

  it('keeps no control character, huge list or impossible date of a file', async () => {
    const folder = newHome();
    const one = machine(folder);
    writeFileSync(
      join(folder, '1.json'),
      JSON.stringify({
        version: 1,
        ...bookmark('1', {
          title: '제목\u001b[31m',
          note: '메모\u202e\u0007',
          tags: ['태그\u001b]0;x\u0007'],
        }),
        history: {
          keptAt: '9999-12-31T23:59:59+09:00',
          replaced: ['x', 1, null],
          tags: { '\u001b[2J': ['?'] },
        },
      }),
    );
    await one.share();
    expect(one.bookmarks.get('1')).toMatchObject({ title: '제목', note: '메모', tags: ['태그'] });
    await one.bookmarks.remove(['1'], LATER);
    await one.share();
    expect(one.bookmarks.list()).toEqual([]);
    expect(textOf(folder, '1.json')).not.toContain('\\u001b');
  });

  it('writes a file again that a power cut left empty', async () => {
    const folder = newHome();
    const one = machine(folder);
    await one.bookmarks.add(bookmark('1'));
    await one.share();
    writeFileSync(join(folder, '1.json'), '\0'.repeat(100));
    expect(await one.share()).toMatchObject({ written: 1, unread: [] });
    expect(JSON.parse(textOf(folder, '1.json')).id).toBe('1');
  });

  it('is made again by the next sharing if it was emptied, and waited for if its drive is away', async () => {
    const folder = join(newHome(), 'notes');
    const one = machine(folder);
    await one.bookmarks.add(bookmark('1'));
    await one.share();
    rmSync(folder, { recursive: true });
    expect(await one.share()).toMatchObject({ written: 1 });
    expect(filesIn(folder)).toEqual(['1.json']);
    const away = machine(join(newHome(), 'usb', 'notes'));
    await away.bookmarks.add(bookmark('1'));
    await expect(away.share()).rejects.toMatchObject({
      code: 'bookmarks-folder',
      details: { reason: 'ENOENT' },
    });
    expect(idsOf(away.bookmarks.list())).toEqual(['1']);
  });

  it('of many bookmarks is read and written once: then each sharing writes and reads no file', async () => {
    const folder = newHome();
    const [one, other] = [machine(folder), machine(folder)];
    const many = Array.from({ length: MANY }, (_, at) => bookmark(String(139_000_000 + at)));
    await one.bookmarks.merge(many);
    expect(await one.share()).toMatchObject({ written: MANY });
    expect(await other.share()).toMatchObject({ taken: MANY, written: 0 });
    expect(other.bookmarks.list()).toEqual(one.bookmarks.list());
    const before = statSync(other.seenFile).mtimeMs;
    expect(await other.share()).toEqual({ taken: 0, written: 0, copies: 0, unread: [] });
    expect(statSync(other.seenFile).mtimeMs).toBe(before);
    await one.bookmarks.edit('139000007', { note: '하나' });
    expect(await one.share()).toMatchObject({ written: 1 });
    expect(await other.share()).toMatchObject({ taken: 1, written: 0 });
  });
});
