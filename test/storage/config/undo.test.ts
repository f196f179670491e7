import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openUndo, type Undo, type UndoStore } from '../../../source/storage/config/undo.ts';

const DAY = 24 * 3_600_000;
const folder = (): string => mkdtempSync(join(tmpdir(), 'undo-'));
const read = (...ids: string[]): Undo => ({ kind: 'read', ids, read: false });

const push = (store: UndoStore, change: Undo): void => store.push(change, store.stamp());
const pop = (store: UndoStore): Undo | null => store.pop()?.change ?? null;

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

const CHANGES: readonly Undo[] = [
  read('1', '2'),
  BOOKMARK,
  { kind: 'bookmark', id: '3', savedAt: '2026-11-20T04:00:00+09:00' },
  {
    kind: 'edit',
    id: '3',
    before: { note: '첫 줄\n둘째 줄', tags: ['가'] },
    after: { note: '', tags: ['나', '다'] },
  },
  { kind: 'word', list: 'watch', word: '반도체', listed: true },
  { kind: 'word', list: 'mute', word: '#운세', listed: false },
  { kind: 'word', list: 'follow', word: 'story:s139000020', listed: true },
  { kind: 'apart', id: '4', apart: true },
];

test('changes of every kind come back after a restart, the last one first, each once', () => {
  const home = folder();
  const before = openUndo(home, () => 0);
  for (const change of CHANGES) push(before, change);
  const after = openUndo(home, () => DAY - 1);
  for (const change of CHANGES.toReversed()) expect(pop(after)).toEqual(change);
  expect(pop(openUndo(home, () => 5))).toBeNull();
});

test('an act that was begun earlier but ended later is taken back later', () => {
  const undo = openUndo(folder(), () => 0);
  const [slow, quick] = [undo.stamp(), undo.stamp()];
  undo.push(read('quick'), quick);
  undo.push(read('slow'), slow);
  expect([pop(undo), pop(undo)]).toEqual([read('quick'), read('slow')]);
});

test('of two open programs each takes back its own acts first, and then those of the other', () => {
  const home = folder();
  let time = 0;
  const now = (): number => {
    time += 1;
    return time;
  };
  const [one, other] = [openUndo(home, now), openUndo(home, now)];
  push(one, read('1'));
  push(other, read('2'));
  push(one, read('3'));
  push(other, read('4'));
  expect([pop(one), pop(one), pop(one), pop(other), pop(other)]).toEqual([
    read('3'),
    read('1'),
    read('4'),
    read('2'),
    null,
  ]);
});

test('a change a day old is gone', () => {
  const home = folder();
  push(
    openUndo(home, () => 0),
    read('1'),
  );
  expect(pop(openUndo(home, () => DAY))).toBeNull();
});

test('a hundred changes and twenty thousand articles are kept, and the last change with any number', () => {
  const home = folder();
  const undo = openUndo(home, () => 0);
  for (let at = 0; at < 130; at += 1) push(undo, read(String(at)));
  expect(JSON.parse(readFileSync(join(home, 'undo.json'), 'utf8')).changes.length).toBe(100);
  push(undo, read(...Array.from({ length: 19_950 }, (_, at) => `x${at}`)));
  expect(JSON.parse(readFileSync(join(home, 'undo.json'), 'utf8')).changes.length).toBe(51);
  push(undo, read(...Array.from({ length: 30_000 }, (_, at) => `y${at}`)));
  expect(JSON.parse(readFileSync(join(home, 'undo.json'), 'utf8')).changes.length).toBe(1);
});

test.each([
  '',
  '{',
  '[]',
  '{"changes": 3}',
  '{"changes": [3, null, {"at": 1}, {"at": 1, "change": {"kind": "format"}}]}',
  '{"changes": [{"at": 1, "change": {"kind": "read", "ids": [1], "read": true}}]}',
  '{"changes": [{"at": 1, "change": {"kind": "edit", "id": "1", "before": {"note": "", "tags": []}}}]}',
  '{"changes": [{"at": 1, "change": {"kind": "word", "list": "deny", "word": "말", "listed": true}}]}',
  '{"changes": [{"at": 1, "change": {"kind": "unbookmark", "bookmark": {"id": "1", "url": "javascript:1"}}}]}',
])('an invalid change is left out: %s', (written) => {
  const home = folder();
  writeFileSync(join(home, 'undo.json'), written);
  expect(pop(openUndo(home, () => 2))).toBeNull();
});

test('without a folder, and in one that cannot be written, changes last as long as the program', () => {
  for (const home of [null, '/proc/nowhere']) {
    const undo = openUndo(home, () => 0);
    push(undo, read('1'));
    push(undo, read('2'));
    expect([pop(undo), pop(undo), pop(undo)]).toEqual([read('2'), read('1'), null]);
  }
});
