import { describe, expect, test } from 'vitest';
import type { Headline } from '../../../source/model.ts';
import { DEFAULTS } from '../../../source/storage/config/settings-table.ts';
import { changeSetting } from '../../../source/tui/update/settings/change.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

const LONG = '다리가 다시 열렸다. '.repeat(20);
const piece = (number: number, title: string, change: Partial<Headline> = {}): Headline =>
  headline(number, { title, story: 's100000009', ...change });

/** Newest first: four accounts of a closed bridge, between three headlines that stand alone. */
const LIST = [
  headline(1, { title: '봄비 소식' }),
  piece(2, '[속보] 가람대교 통행 재개'),
  piece(3, '가람대교 사흘 만에 다시 열려', { summary: LONG }),
  headline(4, { title: '도서관 새 단장' }),
  piece(5, '가람대교 통제 이틀째'),
  headline(6, { title: '김장 물가' }),
  piece(9, '[속보] 가람대교 통제', { publishedAt: '2026-11-19T23:00:00+09:00' }),
];

const open = (list: Headline[] = LIST, stories: 'fold' | 'off' = 'fold', columns = 80) =>
  session(fakeReader(list), {
    size: { columns, rows: 24 },
    settings: { ...DEFAULTS, prefetch: 0, stories },
  });
type Screen = ReturnType<typeof open>;
const shown = (screen: Screen): string[] =>
  screen.headlines().list.items.map(({ headline: { title } }) => title);
const rowsOf = (screen: Screen): string[] => view(screen.state()).rows.map((row) => rowText(row).trimEnd());
const FOLDED = ['봄비 소식', '가람대교 사흘 만에 다시 열려', '도서관 새 단장', '김장 물가'];

describe('headlines that are the same news', () => {
  test('are one line in a section: the longer one hardly older than the newest, with the number behind it', () => {
    const screen = open();
    expect(shown(screen)).toEqual(FOLDED);
    expect(rowsOf(screen).find((row) => row.includes('사흘'))).toMatch(/ \+3$/);
    expect(rowsOf(open(LIST, 'fold', 118)).find((row) => row.includes('사흘'))).toMatch(/ 같은 소식 \+3$/);
  });

  test('are shown one by one by the setting, at once when it changes', () => {
    const screen = open(LIST, 'off');
    expect(shown(screen)).toHaveLength(7);
    expect(rowsOf(screen).join('\n')).not.toContain('+3');
    const [on] = changeSetting(screen.state(), 'stories', 'fold');
    expect(on.screens[0].list.items).toHaveLength(4);
    expect(changeSetting(on, 'stories', 'off')[0].screens[0].list.items).toHaveLength(7);
  });

  test('stand behind the newest if none is longer, or the longer one is hours older', () => {
    const older = piece(3, '가람대교 사흘 만에', { summary: LONG, publishedAt: '2026-11-20T00:30:00+09:00' });
    expect(shown(open([LIST[1]!, older]))).toEqual(['[속보] 가람대교 통행 재개']);
    expect(shown(open([piece(2, '가람대교 재개'), piece(3, '가람대교 열려')]))).toEqual(['가람대교 재개']);
  });

  test.each(['x', 'ㅌ'])(
    '%s unfolds them below the one that stands, and folds them from any of them',
    (key) => {
      const screen = open();
      screen.type(`j${key}`);
      expect(shown(screen)).toEqual([
        '봄비 소식',
        '가람대교 사흘 만에 다시 열려',
        '[속보] 가람대교 통행 재개',
        '가람대교 통제 이틀째',
        '[속보] 가람대교 통제',
        '도서관 새 단장',
        '김장 물가',
      ]);
      const rows = rowsOf(screen);
      expect(rows.find((row) => row.includes('재개'))).toContain('└ [속보]');
      // Yesterday's headline stands below today's under its own date; it begins no new day.
      expect(rows.find((row) => row.includes('[속보] 가람대교 통제'))).toContain('11/19');
      expect(rows.filter((row) => row.startsWith('─ ')).length).toBe(1);
      screen.type(`jj${key}`);
      expect(shown(screen)).toEqual(FOLDED);
      expect(screen.selected()).toBe('가람대교 사흘 만에 다시 열려');
    },
  );

  test('give a notice for x on a headline that stands alone', () => {
    const screen = open();
    screen.type('x');
    expect(rowsOf(screen).join('\n')).toContain('다른 기사가 없습니다');
  });

  test('stay unfolded when the list is loaded again, and fold with new ones', async () => {
    const screen = open();
    screen.type('jx');
    await screen.settle();
    screen.reader.list.unshift(piece(0, '가람대교 첫 출근길'));
    screen.store.dispatch({ type: 'changed' });
    expect(shown(screen)[1]).toBe('가람대교 사흘 만에 다시 열려');
    expect(shown(screen)).toHaveLength(8);
    screen.type('x');
    expect(shown(screen)).toHaveLength(4);
    expect(rowsOf(screen).join('\n')).toMatch(/ \+4$/m);
  });

  test('are all counted and unfolded, also those of other sections and those far below that no list has loaded', async () => {
    const far = piece(400, '먼 옛 소식', { publishedAt: '2026-11-18T09:00:00+09:00' });
    const other = piece(3, '다른 지면의 같은 소식', { section: 'sports', sections: ['sports'] });
    const screen = open([piece(2, '이 지면의 소식'), other, ...headlines(290, 10), far]);
    await screen.settle();
    screen.type('s정치\r');
    await screen.settle();
    expect(screen.headlines().section).toBe('politics');
    expect(shown(screen)).not.toContain('다른 지면의 같은 소식');
    expect(rowsOf(screen).find((row) => row.includes('이 지면의 소식'))).toMatch(/ \+2$/);
    screen.type('x');
    expect(shown(screen).slice(0, 3)).toEqual(['이 지면의 소식', '다른 지면의 같은 소식', '먼 옛 소식']);
    // A mark shows on a headline that the list itself lacks.
    screen.type('jm');
    await screen.settle();
    expect(screen.headlines().list.items[1]?.headline.read).toBe(true);
    screen.type('kx');
    expect(shown(screen)[1]).toBe('기사 제목 10');
    screen.type('m');
    await screen.settle();
    expect(screen.reader.list.filter(({ story }) => story).map(({ read }) => read)).toEqual([
      true,
      true,
      true,
    ]);
    // All are read; the far one is counted once when the list has it too.
    screen.type('G');
    await screen.settle();
    screen.type('gx');
    expect(shown(screen).filter((title) => title === '먼 옛 소식')).toHaveLength(1);
  });

  test('are folded also as more of the list is loaded', () => {
    const screen = open([piece(0, '맨 앞의 소식'), ...headlines(290, 10), piece(400, '먼 소식')]);
    expect(shown(screen)).toHaveLength(200);
    screen.type('G');
    expect(shown(screen)).toHaveLength(291);
    expect(screen.selected()).toBe('기사 제목 299');
    screen.type('gx');
    expect(shown(screen).slice(0, 2)).toEqual(['맨 앞의 소식', '먼 소식']);
  });

  test('are each found by a search, and each a bookmark of its own', async () => {
    const screen = open();
    screen.type('/가람대교');
    await screen.settle();
    expect(shown(screen)).toHaveLength(4);
    screen.type('\x1b');
    await screen.settle();
    expect(shown(screen)).toEqual(FOLDED);
    screen.type('jxbjb');
    await screen.settle();
    screen.type('B');
    expect(screen.bookmarks().list.items).toHaveLength(2);
  });
});

describe('the position in a list that folds', () => {
  const footer = (screen: Screen): string => rowsOf(screen).at(-1)!;

  test('counts headlines, also folded ones, and stays when stories are folded and unfolded', async () => {
    const screen = open();
    await screen.settle();
    const numbers = (keys: string): string[] =>
      [...keys].map((key) => {
        screen.type(key);
        return /(\d+)\/7$/.exec(footer(screen))?.[1] ?? footer(screen);
      });
    expect(numbers('gjjj')).toEqual(['1', '2', '6', '7']);
    screen.type('gjx');
    expect(numbers('gjjjjjj')).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    screen.type('5Gx');
    expect(numbers('kj')).toEqual(['1', '2']);
    const [unfolded] = changeSetting(screen.state(), 'stories', 'off');
    expect(view(unfolded).rows.map(rowText).at(-1)).toMatch(/\/7 *$/);
  });

  test('takes a typed number to the headline, or to the one that it is folded behind', () => {
    const screen = open();
    const at = (keys: string): string | undefined => {
      screen.type(keys);
      return screen.selected();
    };
    expect([at('4G'), at('6g'), at('7G'), at('99G'), at('1g')]).toEqual([
      '가람대교 사흘 만에 다시 열려',
      '도서관 새 단장',
      '김장 물가',
      '김장 물가',
      '봄비 소식',
    ]);
  });

  test('is apart from a number that is being typed', async () => {
    const screen = open();
    await screen.settle();
    screen.type('25');
    expect(footer(screen)).toMatch(/ 1\/7 {2}25_$/);
  });
});

describe('read marks in a story', () => {
  test('m marks all of a folded story read, and u takes that back', async () => {
    const screen = open();
    screen.type('jm');
    expect(screen.reader.list.filter(({ read }) => read).map(({ id }) => id)).toHaveLength(4);
    expect(rowsOf(screen).join('\n')).toContain('4');
    screen.type('u');
    await screen.settle();
    expect(screen.reader.list.filter(({ read }) => read)).toEqual([]);
    screen.type('jxm'.slice(1));
    expect(screen.reader.list.filter(({ read }) => read)).toHaveLength(1);
  });

  test('. goes to unread headlines behind a headline, from the list and from an article', async () => {
    const screen = open(LIST.map((each) => ({ ...each, read: each.id !== LIST[6]!.id })));
    screen.type('.');
    expect(screen.selected()).toBe('가람대교 사흘 만에 다시 열려');
    screen.type('g\r.');
    await screen.settle();
    expect(screen.article().headline.title).toBe('[속보] 가람대교 통제');
  });

  test('a list of unread headlines folds these alone, and keeps the selection in sight', () => {
    const screen = open();
    screen.type(':');
    expect(shown(screen)).toEqual(FOLDED);
    screen.type('jxjm');
    screen.store.dispatch({ type: 'changed' });
    expect(screen.selected()).toBe('[속보] 가람대교 통행 재개');
    screen.type('g');
    screen.store.dispatch({ type: 'changed' });
    expect(shown(screen).filter((title) => title.includes('가람'))).toHaveLength(3);
  });
});

describe('a headline taken out of its story', () => {
  test.each(['W', 'ㅉ'])('by %s stands alone, and u puts it back', async (key) => {
    const screen = open();
    screen.type(`j${key}`);
    expect(screen.reader.asked).toContain('apart 100000003');
    expect(shown(screen)).toContain('가람대교 통제 이틀째');
    expect(shown(screen)).toContain('가람대교 사흘 만에 다시 열려');
    expect(rowsOf(screen).join('\n')).toContain('같은 소식에서 뺐습니다');
    screen.type('u');
    await screen.settle();
    expect(shown(screen)).toEqual(FOLDED);
    screen.type(`${key}${key}`);
    expect(shown(screen)).toEqual(FOLDED);
    expect(rowsOf(screen).join('\n')).toContain('다시 넣었습니다');
  });

  test('has a notice if it stands alone already', () => {
    const screen = open();
    screen.type('W');
    expect(rowsOf(screen).join('\n')).toContain('다른 기사가 없습니다');
  });
});

describe('a story as a timeline', () => {
  test.each(['x', 'ㅌ'])(
    'is opened by %s in an article, oldest first, with a line that explains it',
    async (key) => {
      const screen = open();
      screen.type('j\r');
      await screen.settle();
      screen.type(key);
      const rows = rowsOf(screen);
      expect(rows.join('\n')).toContain('같은 보도를 모은 것으로');
      const titles = ['[속보] 가람대교 통제', '이틀째', '사흘 만에', '재개'];
      const at = titles.map((title) => rows.findIndex((row) => row.includes(title)));
      expect(at).toEqual(at.toSorted((one, other) => one - other));
      expect(at[0]).toBeGreaterThan(0);
      expect(rows[at[0]!]).toContain('•');
      expect(rows[at[2]!]).not.toContain('•');
      screen.type('\r');
      await screen.settle();
      expect(screen.article().headline.title).toBe('[속보] 가람대교 통제');
      screen.type('\x1b');
      screen.type(key);
      expect(screen.article().headline.title).toBe('가람대교 사흘 만에 다시 열려');
    },
  );

  test.each(['W', 'ㅉ'])('keeps its place when a headline is taken out by %s and put back', async (key) => {
    const screen = open();
    screen.type('j\r');
    await screen.settle();
    screen.type('x');
    screen.type('gj');
    expect(screen.selected()).toBe('가람대교 통제 이틀째');
    screen.type(key);
    await screen.settle();
    expect(screen.selected()).not.toBe('가람대교 통제 이틀째');
    screen.type('Gu');
    await screen.settle();
    expect(screen.selected()).toBe('가람대교 통제 이틀째');
  });

  test('is not opened for a headline that stands alone', async () => {
    const screen = open();
    screen.type('\rx');
    await screen.settle();
    expect(screen.article().headline.title).toBe('봄비 소식');
    expect(rowsOf(screen).join('\n')).toContain('다른 기사가 없습니다');
  });
});
