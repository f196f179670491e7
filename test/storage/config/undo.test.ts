import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openUndo, type Undo } from '../../../source/storage/config/undo.ts';

const DAY = 24 * 3_600_000;
const folder = (): string => mkdtempSync(join(tmpdir(), 'undo-'));
const read = (...ids: string[]): Undo => ({ kind: 'read', ids, read: false });

const BOOKMARK: Undo = {
  kind: 'unbookmark',
  bookmark: {
    id: '139000020',
    title: '북마크',
    url: 'https://www.donga.com/news/article/all/20261120/139000020/1',
    section: 'politics',
    sections: ['politics'],
    publishedAt: '2026-11-20T03:00:00+09:00',
    summary: '요약',
    image: null,
    savedAt: '2026-11-20T04:00:00+09:00',
    note: '메모',
    tags: ['읽을것'],
    articleTags: [],
    reporters: [],
    read: true,
    bookmarked: false,
  },
};

test('changes come back after a restart, the last one first, each once', () => {
  const home = folder();
  const before = openUndo(home, () => 0);
  for (const change of [read('1', '2'), BOOKMARK, { kind: 'bookmark', id: '3' } as const])
    before.push(change);
  const after = openUndo(home, () => DAY - 1);
  expect(after.pop()).toEqual({ kind: 'bookmark', id: '3' });
  expect(after.pop()).toEqual(BOOKMARK);
  expect(openUndo(home, () => 5).pop()).toEqual(read('1', '2'));
  expect(after.pop()).toBeNull();
});

test('a change a day old is gone', () => {
  const home = folder();
  openUndo(home, () => 0).push(read('1'));
  expect(openUndo(home, () => DAY).pop()).toBeNull();
});

test('a hundred changes and twenty thousand articles are kept, and the last change with any number', () => {
  const home = folder();
  const undo = openUndo(home, () => 0);
  for (let at = 0; at < 130; at += 1) undo.push(read(String(at)));
  expect(JSON.parse(readFileSync(join(home, 'undo.json'), 'utf8')).changes.length).toBe(100);
  undo.push(read(...Array.from({ length: 19_950 }, (_, at) => `x${at}`)));
  expect(JSON.parse(readFileSync(join(home, 'undo.json'), 'utf8')).changes.length).toBe(51);
  undo.push(read(...Array.from({ length: 30_000 }, (_, at) => `y${at}`)));
  expect(JSON.parse(readFileSync(join(home, 'undo.json'), 'utf8')).changes.length).toBe(1);
});

test.each([
  '',
  '{',
  '[]',
  '{"changes": 3}',
  '{"changes": [3, null, {"at": 1}, {"at": 1, "change": {"kind": "format"}}]}',
  '{"changes": [{"at": 1, "change": {"kind": "read", "ids": [1], "read": true}}]}',
  '{"changes": [{"at": 1, "change": {"kind": "unbookmark", "bookmark": {"id": "1", "url": "javascript:1"}}}]}',
])('an invalid change is left out: %s', (written) => {
  const home = folder();
  writeFileSync(join(home, 'undo.json'), written);
  expect(openUndo(home, () => 2).pop()).toBeNull();
});

test('without a folder, and in one that cannot be written, changes last as long as the program', () => {
  for (const home of [null, '/proc/nowhere']) {
    const undo = openUndo(home, () => 0);
    undo.push(read('1'));
    undo.push(read('2'));
    expect([undo.pop(), undo.pop(), undo.pop()]).toEqual([read('2'), read('1'), null]);
  }
});
