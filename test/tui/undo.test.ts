import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import type { Language } from '../../source/messages/index.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { openUndo } from '../../source/storage/config/undo.ts';
import { type Action, KEYS } from '../../source/tui/input/keys.ts';
import { contextOf } from '../../source/tui/update/update.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { bed, open as openBed, WITH_PAGE, withPage } from '../reader/bed.ts';
import { headline } from '../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../support/fake-reader.ts';
import { sentFor } from '../support/terminal/keys.ts';
import { NOW, session } from './session.ts';

const LONG = '아주 긴 제목이라서 화면의 오른쪽 끝을 넘어 말줄임표로 잘릴 수밖에 없는 반도체 수출 기사의 제목';
const LIST = [
  headline(1, { title: LONG, story: 's100000002' }),
  headline(2, { title: '반도체 공장', story: 's100000002' }),
  headline(3, { title: '봄비 소식' }),
  headline(4, { title: '[횡설수설/한가람]새벽 배송' }),
];

/** Everything that the reader keeps and that keys can change. */
const keptBy = (reader: FakeReader) => ({
  list: reader.list,
  bookmarks: reader.bookmarks(),
  words: { follow: [], ...reader.words() },
});

type Session = ReturnType<typeof session>;
const rowsOf = (screen: Session): string[] => view(screen.state()).rows.map(rowText);
const noticeOf = (screen: Session): string => rowsOf(screen).at(-2)!.trim();

interface Options {
  readonly reader?: FakeReader;
  readonly folder?: string | null;
  readonly language?: Language;
}

async function open({ reader = fakeReader(LIST), folder = null, language = 'ko' }: Options = {}) {
  let time = NOW;
  const clock = (): number => {
    time += 1;
    return time;
  };
  const undo = openUndo(folder, clock);
  const screen = session(reader, { language }, undefined, undefined, undefined, undo);
  await screen.settle();
  return Object.assign(screen, {
    /** Types, and lets everything end. */
    async press(chunk: string): Promise<string> {
      screen.type(chunk);
      await screen.settle();
      return noticeOf(screen);
    },
  });
}

describe('every act of a key that lasts', () => {
  /** Opening an article marks it read; the reader did read it, and `u` goes on to what a key was pressed for. */
  const READING: readonly Action[] = ['open', 'next', 'previous', 'next-unread'];

  test.each([
    ['a list', '', ['follow-this', 'apart', 'bookmark', 'toggle-read', 'mark-all']],
    ['the results of a search', '/반도체\r', ['show-muted', 'watch', 'follow-this', 'apart', 'bookmark']],
    ['the bookmarks', 'B', ['follow-this', 'apart', 'bookmark', 'toggle-read', 'mark-all']],
    ['an article', '\r', ['follow-this', 'apart', 'bookmark', 'toggle-read']],
  ])('in %s is taken back by u, which names it', async (_where, way, lasting) => {
    const undoable: string[] = [];
    for (const { action, keys, contexts } of KEYS) {
      const reader = fakeReader(LIST);
      await reader.bookmark(LIST[0]!);
      const screen = await open({ reader });
      await screen.press(way);
      const isHere = contexts.some((context) => context === contextOf(screen.state()));
      if (READING.includes(action) || !isHere) continue;
      const before = keptBy(screen.reader);
      await screen.press(sentFor(keys[0]));
      const changed = keptBy(screen.reader);
      if (JSON.stringify(changed) === JSON.stringify(before)) continue;
      undoable.push(action);
      expect(await screen.press('u'), action).toMatch(/^되돌림\([^)]+\): ./);
      expect(keptBy(screen.reader), action).toEqual(before);
      expect(await screen.press('u'), action).toBe('되돌릴 것이 없습니다');
    }
    expect(undoable).toEqual(expect.arrayContaining(lasting));
  });
});

/** Keys for acts of every kind, the notice of `u` in both languages: the first are for the third headline. */
const ACTS: readonly (readonly [keys: string, ko: string, en: string])[] = [
  ['gjb', '되돌림(북마크하기): 봄비 소식', 'undone (bookmarking): 봄비 소식'],
  ['e메모\r', '되돌림(메모와 태그 고치기): 봄비 소식', 'undone (changing note and tags): 봄비 소식'],
  ['b', '되돌림(북마크 지우기): 봄비 소식', 'undone (removing the bookmark): 봄비 소식'],
  ['m', '되돌림(읽음 표시): 봄비 소식', 'undone (marking read): 봄비 소식'],
  ['m', '되돌림(안 읽음 표시): 봄비 소식', 'undone (marking unread): 봄비 소식'],
  ['A', '되돌림(읽음 표시): 4건', 'undone (marking read): 4 articles'],
  ['a', '되돌림(따라 읽기): ‘봄비 소식’ 소식', 'undone (following): the story of “봄비 소식”'],
  ['a', '되돌림(그만 따라 읽기): ‘봄비 소식’', 'undone (no longer following): the story of “봄비'],
  ['ja1', '되돌림(따라 읽기): 연재 [횡설수설]', 'undone (following): the column [횡설수설]'],
  ['/반도체\rw', '되돌림(눈여겨보기): 반도체', 'undone (watching): 반도체'],
  ['w', '되돌림(그만 눈여겨보기): 반도체', 'undone (no longer watching): 반도체'],
  ['M', '되돌림(가리기): 반도체', 'undone (muting): 반도체'],
  ['-\x1b', '되돌림(그만 가리기): 반도체', 'undone (no longer muting): 반도체'],
  ['gW', '되돌림(같은 소식에서 빼기): 아주 긴 제목이라서', 'undone (taking out of its story): 아주 긴'],
];

describe('acts of every kind', () => {
  test.each(['ko', 'en'] as const)(
    'are taken back in reverse order, also by a program that starts again (%s)',
    async (language) => {
      const folder = mkdtempSync(join(tmpdir(), 'undo-'));
      let screen = await open({ folder, language });
      const { reader } = screen;
      const states: ReturnType<typeof keptBy>[] = [];
      for (const [keys] of ACTS) {
        states.push(keptBy(reader));
        for (const key of keys) await screen.press(key);
      }
      for (const [at, [, ko, en]] of [...ACTS.entries()].reverse()) {
        if (at % 3 === 0) screen = await open({ reader, folder, language });
        const told = await screen.press(language === 'ko' ? 'ㅕ' : 'u');
        if (told.includes('IME') || told.includes('한글 입력')) throw new Error('the hint hides the notice');
        expect(told).toContain(language === 'ko' ? ko : en);
        expect(told.length, told).toBeLessThanOrEqual(80);
        expect(keptBy(reader), told).toEqual(states[at]);
      }
    },
  );

  test('pressed faster than they are kept, none is passed over for an older one', async () => {
    const screen = await open();
    await screen.press('b');
    const before = keptBy(screen.reader);
    for (const keys of ['jbu', 'bu', 'jau', 'mu', 'Au', 'bmuu']) await screen.press(`g${keys}`);
    await screen.press('\x1b/반도체\r');
    await screen.press('wuMu-uㅈㅕ');
    expect(keptBy(screen.reader).bookmarks).toEqual(before.bookmarks);
    expect(keptBy(screen.reader).list).toEqual(before.list);
    expect(screen.reader.words()).toMatchObject({ watch: [], mute: [] });
  });

  test('a removed bookmark is selected again when it comes back', async () => {
    const reader = fakeReader(LIST);
    for (const each of LIST) await reader.bookmark(each);
    const screen = await open({ reader });
    await screen.press('*');
    await screen.press('j');
    const removed = screen.selected();
    await screen.press('b');
    await screen.press('G');
    expect(screen.selected()).not.toBe(removed);
    await screen.press('u');
    expect(reader.bookmarks()).toHaveLength(LIST.length);
    expect(screen.selected()).toBe(removed);
  });

  test('a bookmark removed among the results of a search is selected again below them', async () => {
    const reader = fakeReader(LIST);
    for (const each of LIST) await reader.bookmark(each);
    const screen = await open({ reader });
    await screen.press('*');
    await screen.press('j');
    const removed = screen.selected()!;
    await screen.press(`/${removed}\r`);
    await screen.press('b');
    await screen.press('u');
    await screen.press('\x1b');
    expect(screen.bookmarks().search).toBeNull();
    expect(screen.selected()).toBe(removed);
  });

  test('a long headline is cut at the edge of the screen', async () => {
    const screen = await open();
    await screen.press('b');
    expect(await screen.press('u')).toMatch(/^되돌림\(북마크하기\): 아주 긴 제목.*…$/);
  });

  test('in the sample edition are taken back there, and never reach the real one', async () => {
    const sample = fakeReader([headline(9, { title: '견본' })]);
    const undo = openUndo(null, () => NOW);
    const real = fakeReader(LIST);
    const screen = session(real, {}, async () => sample, undefined, undefined, undo);
    await screen.settle();
    screen.type('b');
    await screen.settle();
    screen.effects.run({ type: 'open-sample', why: new Failure('offline') });
    await screen.settle();
    screen.type('mu');
    await screen.settle();
    expect(noticeOf(screen)).toBe('되돌림(읽음 표시): 견본');
    screen.type('u');
    await screen.settle();
    expect(noticeOf(screen)).toBe('되돌릴 것이 없습니다');
    expect(real.bookmarks()).toHaveLength(1);
  });
});

describe('an act whose result was changed elsewhere', () => {
  const ID = LIST[0]!.id;

  test('a bookmark with a newer note stays, and is named', async () => {
    const screen = await open();
    await screen.press('b');
    await screen.reader.editBookmark(ID, { note: '새 메모' });
    expect(await screen.press('u')).toMatch(/^되돌리지 않음\(그사이 북마크가 바뀜\): 아주 긴/);
    expect(screen.reader.bookmarks()).toMatchObject([{ id: ID, note: '새 메모' }]);
    expect(await screen.press('u')).toBe('되돌릴 것이 없습니다');
  });

  test('a bookmark that was removed and made again stays', async () => {
    const screen = await open();
    await screen.press('b');
    const [bookmark] = screen.reader.bookmarks();
    await screen.reader.unbookmark(ID);
    await screen.reader.restore({ ...bookmark!, savedAt: '2026-11-20T11:00:00+09:00' });
    expect(await screen.press('u')).toContain('되돌리지 않음(그사이 북마크가 바뀜)');
    expect(screen.reader.bookmarks()).toHaveLength(1);
  });

  test('a bookmark that another program made first is not taken away', async () => {
    const screen = await open();
    await screen.reader.bookmark(LIST[0]!);
    screen.type('b');
    await screen.settle();
    expect(await screen.press('u')).toBe('되돌릴 것이 없습니다');
    expect(screen.reader.bookmarks().length).toBeGreaterThan(0);
  });

  test('of an edit the newer note stays; tags that the edit added and removed go back', async () => {
    const screen = await open();
    await screen.press('b');
    await screen.reader.editBookmark(ID, { note: '옛 메모', tags: ['가', '나'] });
    await screen.press('e고침\t\x15나 다\r');
    expect(screen.reader.bookmarks()).toMatchObject([{ note: '옛 메모고침', tags: ['나', '다'] }]);
    await screen.reader.editBookmark(ID, { note: '다른 데서', tags: ['나', '다', '라'] });
    expect(await screen.press('u')).toContain('되돌리지 않음(그사이 메모가 바뀜)');
    expect(screen.reader.bookmarks()).toMatchObject([{ note: '다른 데서', tags: ['가', '나', '라'] }]);
  });

  test('an edit of a bookmark that is gone makes no bookmark again', async () => {
    const screen = await open();
    await screen.press('b');
    await screen.press('e메모\r');
    await screen.reader.unbookmark(ID);
    expect(await screen.press('u')).toContain('되돌리지 않음(그사이 북마크가 지워짐)');
    expect(await screen.press('u')).toContain('되돌리지 않음(그사이 북마크가 지워짐)');
    expect(screen.reader.bookmarks()).toEqual([]);
  });

  test.each([
    [
      'a word',
      '/반도체\rw',
      async (reader: FakeReader) => reader.setWord('watch', '반도체', false),
      '반도체',
    ],
    [
      'something followed',
      'jja1',
      async (reader: FakeReader) => reader.setWord('follow', 'column:횡설수설', false),
      '연재',
    ],
    [
      'a read mark',
      'm',
      async (reader: FakeReader) =>
        reader.setRead(
          LIST.map(({ id }) => id),
          false,
        ),
      '아주',
    ],
  ])('%s that was changed back is told so', async (_what, keys, elsewhere, name) => {
    const screen = await open();
    for (const key of keys) await screen.press(key);
    await elsewhere(screen.reader);
    const before = keptBy(screen.reader);
    const told = await screen.press('u');
    expect(told).toContain('되돌리지 않음(그사이 이미 바뀜)');
    if (name !== '아주') expect(told).toContain(name);
    expect(keptBy(screen.reader)).toEqual(before);
  });

  test('a headline that is back in its story is not taken out again', async () => {
    const screen = await open();
    await screen.press('W');
    screen.reader.setApart(ID, false);
    expect(await screen.press('u')).toContain('되돌리지 않음(그사이 이미 바뀜)');
    expect(screen.reader.list.find(({ id }) => id === ID)?.story).toBe('s100000002');
  });

  test('articles that were opened since all were marked read stay read', async () => {
    const screen = await open();
    await screen.press('A');
    screen.reader.keepPlace(LIST[2]!.id, { block: 0, offset: 0 });
    expect(await screen.press('u')).toBe('되돌림(읽음 표시): 3건');
    expect(screen.reader.list.filter(({ read }) => read).map(({ id }) => id)).toEqual([LIST[2]!.id]);
  });
});

test('an act that could not be taken back for a full disk can be taken back later', async () => {
  const screen = await open();
  await screen.press('b');
  const { unbookmark } = screen.reader;
  screen.reader.unbookmark = async () => {
    throw new Failure('disk-full');
  };
  await screen.press('u');
  expect(screen.state().notice).toMatchObject({ key: 'failure.disk-full', tone: 'alert' });
  expect(screen.headlines().list.items[0]?.headline.bookmarked).toBe(true);
  screen.reader.unbookmark = unbookmark;
  expect(await screen.press('u')).toMatch(/^되돌림\(북마크하기\)/);
  expect(screen.headlines().list.items[0]?.headline.bookmarked).toBe(false);
});

test('a removed bookmark comes back with its date, note, tags and the file of its text, after a restart too', async () => {
  await bed.reader.refresh(['economy']);
  await bed.reader.bookmark(withPage());
  await expect.poll(() => bed.reader.kept(WITH_PAGE)?.source, { timeout: 30_000 }).toBe('page');
  await bed.reader.editBookmark(WITH_PAGE, { note: '첫 줄\n둘째 줄', tags: ['경제'] });
  const before = bed.reader.bookmarks();
  const run = () => {
    const reader = bed.reader as FakeReader;
    return session(
      reader,
      { section: 'economy' },
      undefined,
      undefined,
      undefined,
      openUndo(bed.home, () => bed.clock),
    );
  };
  const first = run();
  first.type('B');
  await first.settle();
  first.type('b');
  await expect.poll(() => bed.reader.bookmarks(), { timeout: 30_000 }).toEqual([]);
  await first.effects.close();
  await bed.reader.close();
  bed.fault = new Failure('http-status', { status: 404 });
  bed.clock += 3_600_000;
  bed.reader = openBed();
  const second = run();
  second.type('u');
  await expect.poll(() => bed.reader.bookmarks(), { timeout: 30_000 }).toEqual(before);
  await second.effects.close();
  expect(bed.reader.kept(WITH_PAGE)?.source).toBe('page');
  const texts = openBookmarks(bed.home);
  expect(texts.text(WITH_PAGE)?.source).toBe('page');
});
