import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textQuery } from '../../source/search/query/filters.ts';
import { openSession } from '../../source/storage/config/session.ts';
import { DEFAULTS, type Settings } from '../../source/storage/config/settings-table.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline, headlines } from '../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../support/fake-reader.ts';
import { type Session, session } from './session.ts';

const page = (reader: Session): string =>
  view(reader.state())
    .rows.map((row) => rowText(row).trimEnd())
    .join('\n');

async function started(fake: FakeReader, change: Parameters<typeof session>[1] = {}): Promise<Session> {
  const reader = session(fake, change);
  await reader.settle();
  return reader;
}

/** The state that a run keeps when it ends. */
function keptBy(reader: Session) {
  reader.type('\x03');
  return reader.kept.at(-1)!;
}

describe('a start', () => {
  test('continues where the last run was left: section, headline and its row, unread only', async () => {
    const list = headlines(60).map((each) => ({ ...each, section: 'economy', sections: ['economy'] }));
    const before = await started(fakeReader(list), { section: 'economy' });
    before.type(':30jㅏ');
    const kept = keptBy(before);
    expect(kept).toMatchObject({ section: 'economy', unreadOnly: true });
    const after = await started(fakeReader(list), { section: null, session: kept });
    expect(after.headlines().section).toBe('economy');
    expect(after.headlines().unreadOnly).toBe(true);
    expect(after.selected()).toBe('기사 제목 30');
    expect(after.headlines().list.top).toBe(before.headlines().list.top);
  });

  test('begins at the top if the last run was left there, even with new headlines', async () => {
    const before = await started(fakeReader(headlines(9, 10)));
    const kept = keptBy(before);
    const after = await started(fakeReader(headlines(18)), { section: null, session: kept });
    expect(after.selected()).toBe('기사 제목 1');
  });

  test('begins afresh by the setting, in a section that was asked for, and if the kept one is gone', async () => {
    const kept = {
      section: 'politics',
      id: '100000005',
      row: 3,
      unreadOnly: false,
      searches: ['금리'],
      commands: [],
    };
    const settings: Settings = { ...DEFAULTS, start: 'fresh' };
    const fresh = await started(fakeReader(), { section: null, session: kept, settings });
    expect(fresh.headlines().section).toBe('total');
    expect(fresh.selected()).toBe('기사 제목 1');
    const asked = await started(fakeReader(), { section: 'sports', session: kept });
    expect(asked.headlines().section).toBe('sports');
    const gone = await started(fakeReader(), { section: null, session: { ...kept, section: 'weather' } });
    expect(gone.headlines().section).toBe('total');
  });

  test('takes only valid values from a damaged or hostile file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'donga-session-'));
    const file = join(folder, 'session.json');
    for (const text of ['', '{', '[]', '{"section": 3}']) {
      writeFileSync(file, text);
      expect(openSession(folder).read()).toBeNull();
    }
    writeFileSync(
      file,
      JSON.stringify({
        section: 'po\x1b[2Jlitics',
        row: -1,
        searches: ['가\x07', 3, ''],
        commands: ['cat\x1b', '', 4],
      }),
    );
    expect(openSession(folder).read()).toEqual({
      section: 'politics',
      id: null,
      row: null,
      unreadOnly: false,
      searches: ['가'],
      commands: ['cat'],
    });
    const store = openSession(folder);
    const session = {
      section: 'book',
      id: '7',
      row: 2,
      unreadOnly: true,
      searches: ['책'],
      commands: ['wc'],
    };
    store.write(session);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(session);
    expect(openSession(folder).read()).toEqual(session);
  });

  test('works without a session if it cannot be written', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'donga-session-')), 'a-file');
    writeFileSync(file, '');
    const session = { section: 'book', id: null, row: null, unreadOnly: false, searches: [], commands: [] };
    expect(() => openSession(file).write(session)).not.toThrow();
    expect(openSession(file).read()).toBeNull();
  });
});

describe('unread only', () => {
  test('holds in a search, and shows all results again by the same key', async () => {
    const list = headlines(6).map((each, at) => ({ ...each, read: at % 2 === 0 }));
    const reader = await started(fakeReader(list));
    reader.type(':/제목\r');
    await reader.settle();
    const titles = () => reader.headlines().list.items.map(({ headline: { title } }) => title);
    expect(titles()).toEqual(['기사 제목 2', '기사 제목 4', '기사 제목 6']);
    reader.type(':');
    await reader.settle();
    expect(titles().length).toBe(6);
    expect(reader.headlines().search?.field.text).toBe('제목');
  });
});

describe('earlier searches', () => {
  test('come back by Ctrl-p and Ctrl-n, with the text being typed behind the newest, also after a restart', async () => {
    const before = await started(fakeReader());
    for (const query of ['제목', '기사', '제목 3']) before.type(`/${query}\r\x1b`);
    const reader = await started(fakeReader(), { session: keptBy(before) });
    reader.type('/요');
    const typed = () => reader.headlines().search?.field.text;
    const seen = ['\x10', '\x10', '\x10', '\x10', '\x0e', '\x0e', '\x0e', '\x0e'].map((key) => {
      reader.type(key);
      return typed();
    });
    expect(seen).toEqual(['제목 3', '기사', '제목', '제목', '기사', '제목 3', '요', '요']);
    reader.type('\x10');
    reader.type('0');
    reader.type('\x10');
    expect(typed()).toBe('제목 3');
    reader.type('\x0e');
    expect(typed()).toBe('제목 30');
  });

  test('serve the search in an article too', async () => {
    const reader = await started(fakeReader());
    reader.type('\r');
    await reader.settle();
    reader.type('/문단 2\r\x1b/\x10');
    expect(reader.article().search?.field.text).toBe('문단 2');
  });
});

describe('the prompt of a search', () => {
  test('explains the filters below it, in the language of the interface, while a query is typed', async () => {
    const korean = await started(fakeReader());
    korean.type('/');
    expect(page(korean)).toContain('@정치  #반도체  >어제  <오늘  본문:금리');
    korean.type('제목\r');
    expect(page(korean)).not.toContain('@정치');
    const english = await started(fakeReader(), { language: 'en' });
    english.type('/');
    expect(page(english)).toContain('@politics  #AI  >2026-11-20  <11-20  "금리'.slice(0, 15));
    expect(page(english)).toContain('text:AI');
  });

  test.each([
    ['본문:금리 인하', '금리 인하'],
    ['@경제 본문:금리', '@경제 금리'],
    ['text:AI', 'AI'],
    ['"금리 인하"', '금리 인하'],
    ['“금리', '금리'],
    ['"', ''],
    ['금리', null],
    ['금리 "인하"', null],
    ['기사본문:금리', null],
    ['본문:금리'.normalize('NFD'), '금리'],
  ])('%s looks in full texts for %j', (query, words) => {
    expect(textQuery(query)).toBe(words);
  });
});

describe('the headlines read last', () => {
  test.each([';', ';'])(
    'are listed by %s, the newest first, and an article opened there leads back',
    async (key) => {
      const reader = await started(fakeReader());
      for (const at of [3, 1, 5]) {
        reader.type(`${at}g\r`);
        await reader.settle();
        reader.type('\x1b');
      }
      reader.type(key);
      const top = topScreen(reader.state());
      expect('list' in top && top.list.items.map((item) => item.headline.title)).toEqual([
        '기사 제목 5',
        '기사 제목 1',
        '기사 제목 3',
      ]);
      expect(page(reader)).toContain('최근에 읽은 기사');
      reader.type('ㅓ\r');
      await reader.settle();
      expect(reader.article().headline.title).toBe('기사 제목 1');
      reader.type(';');
      expect(topScreen(reader.state()).kind).toBe('gathered');
      reader.type('\x1b');
      expect(topScreen(reader.state()).kind).toBe('headlines');
    },
  );

  test('have a notice if nothing was read', async () => {
    const reader = await started(fakeReader());
    reader.type(';');
    expect(page(reader)).toContain('아직 읽은 기사가 없습니다. Esc로 돌아가');
  });
});

describe('y', () => {
  const title = '[단독] 물가 (종합) \\ 오름';
  const of = headline(1, { title, publishedAt: '2026-11-19T08:05:00+09:00' });
  test.each([
    ['link', of.url],
    ['title', `${title}\n${of.url}`],
    ['markdown', `[\\[단독\\] 물가 (종합) \\\\ 오름](${of.url})`],
    ['quote', `“${title}”, 동아일보, 2026년 11월 19일 08:05\n${of.url}`],
  ] as const)(
    'copies as the setting %s says, from the list and the article, with the IME on too',
    async (copy, text) => {
      const reader = await started(fakeReader([of]), { settings: { ...DEFAULTS, copy } });
      reader.type('ㅛ\r');
      await reader.settle();
      reader.type('y');
      await reader.settle();
      expect(reader.terminal.filter((each) => each.startsWith('copy '))).toEqual([
        `copy ${text}`,
        `copy ${text}`,
      ]);
    },
  );
});
