import { describe, expect, test } from 'vitest';
import { asciiText } from '../../../source/korean/ascii.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

const LIST = [
  headline(1, { title: '국회 본회의' }),
  headline(2, { title: '반도체 수출' }),
  headline(3, { title: '오늘의 운세', muted: true }),
  headline(4, { title: '반도체 공장', section: 'economy', sections: ['economy'] }),
];

const textOf = (screen: ReturnType<typeof session>) => view(screen.state()).rows.map(rowText).join('\n');

describe('watching from a search', () => {
  // ㅈ is w on the Korean keyboard.
  test.each(['w', 'ㅈ'])(
    '%s watches the word searched for, and gathers it in a section of its own',
    async (key) => {
      const screen = session(fakeReader(LIST));
      screen.type('/반도체');
      await screen.settle();
      screen.type('\r');
      screen.type(key);
      await screen.settle();
      expect(screen.reader.words().watch).toEqual(['반도체']);
      expect(textOf(screen)).toContain('‘반도체’: 눈여겨봅니다');
      expect(screen.state().sections.map(({ name }) => name)).toContain('following');
      screen.type('\x1b');
      screen.type('s관심\r');
      await screen.settle();
      expect(screen.headlines().section).toBe('following');
      expect(screen.headlines().list.items.map(({ headline: { title } }) => title)).toEqual([
        '반도체 수출',
        '반도체 공장',
      ]);
    },
  );

  test('is offered by the footer, or its end for a word that is watched or muted, also by another program', async () => {
    const screen = session(fakeReader(LIST), { size: { columns: 120, rows: 24 } });
    const footer = () => view(screen.state()).rows.map(rowText).at(-1)!;
    screen.type('/반도체');
    await screen.settle();
    screen.type('\r');
    expect(footer()).toMatch(/w 눈여겨보기 +M 가리기 /);
    screen.type('w');
    await screen.settle();
    expect(footer()).toMatch(/w 관심 빼기 +M 가리기 /);
    screen.type('w-');
    await screen.settle();
    expect(footer()).toMatch(/w 눈여겨보기 +M 가림 풀기 /);
    await screen.reader.setWord('watch', '반도체', true);
    screen.store.dispatch({ type: 'look-due' });
    await screen.settle();
    expect(footer()).toMatch(/w 관심 빼기 +M 가림 풀기 /);
  });

  test('keeps the numbers of all sections, and has its own, in this run and the next', async () => {
    const reader = fakeReader(LIST);
    const numbers = (screen: ReturnType<typeof session>): string[] => {
      screen.type('s');
      const rows = view(screen.state()).rows.map(rowText);
      screen.type('\x1b');
      return rows.flatMap((row) => /^[▌ ] +(\d+ \S+)/.exec(row)?.[1] ?? []).sort();
    };
    const size = { columns: 80, rows: 60 };
    const screen = session(reader, { size });
    await screen.settle();
    const before = numbers(screen);
    expect(before).toEqual(expect.arrayContaining(['0 관심', '1 전체기사', '2 정치', '14 공연']));
    screen.type('s14\r');
    await screen.settle();
    expect(screen.headlines().section).toBe('show');
    screen.type('/반도체\r');
    await screen.settle();
    screen.type('w');
    await screen.settle();
    const place = () => screen.state().sections.findIndex(({ name }) => name === 'following');
    expect(numbers(screen)).toEqual(before);
    const again = session(reader, { size, section: null });
    await again.settle();
    expect(numbers(again)).toEqual(before);
    expect(again.state().sections.findIndex(({ name }) => name === 'following')).toBe(place());
    again.type('s0\r');
    await again.settle();
    expect(again.headlines().section).toBe('following');
  });

  test('a second w watches it no longer', async () => {
    const screen = session(fakeReader(LIST));
    screen.type('/반도체');
    await screen.settle();
    screen.type('\rw');
    await screen.settle();
    screen.type('w');
    await screen.settle();
    expect(screen.reader.words().watch).toEqual([]);
    expect(textOf(screen)).toContain('이제 눈여겨보지 않습니다');
  });

  test.each([
    ['@정치 반도체 >어제', '반도체'],
    ['반도체  수출', '반도체 수출'],
    ['#부동산', '#부동산'],
    ['#부동산 대책', '대책'],
  ])('of %s watches %s', async (query, word) => {
    const screen = session(fakeReader(LIST));
    screen.type(`/${query}`);
    await screen.settle();
    screen.type('\rw');
    await screen.settle();
    expect(screen.reader.words().watch).toEqual([word]);
  });

  test.each(['ㅂㄷㅊ', '@정치'])('of %s watches nothing, with the reason', async (query) => {
    const screen = session(fakeReader(LIST));
    screen.type(`/${query}`);
    await screen.settle();
    screen.type('\rw');
    await screen.settle();
    expect(screen.reader.words().watch).toEqual([]);
    expect(screen.state().notice?.key).toMatch(/how-to-watch|watch-whole-words/);
  });

  test('too long a query gives a notice', async () => {
    const screen = session(fakeReader(LIST));
    screen.type(`/${'반도체 수출 '.repeat(20)}`);
    await screen.settle();
    screen.type('\rw');
    await screen.settle();
    expect(screen.reader.words().watch).toEqual([]);
    expect(textOf(screen)).toContain('눈여겨보거나 가리기에는 너무 깁니다: 100자까지입니다');
  });

  test('w without a search shows how it is done', () => {
    const screen = session(fakeReader(LIST));
    screen.type('w');
    expect(textOf(screen)).toContain('/로 찾은 뒤 w');
  });

  test('an empty 관심 says what to do, and r there asks for the sections of the bar', async () => {
    const screen = session(fakeReader(LIST));
    screen.type('s관심\r');
    await screen.settle();
    expect(textOf(screen)).toContain('아직 모인 기사가 없습니다');
    screen.reader.asked.length = 0;
    screen.type('r');
    expect(screen.reader.asked[0]).toMatch(/^refresh .*politics/);
  });
});

describe('muted headlines', () => {
  test.each(['M', '-'])('are hidden, counted, and shown by %s', async (key) => {
    const screen = session(fakeReader(LIST));
    await screen.settle();
    expect(textOf(screen)).not.toContain('운세');
    expect(textOf(screen)).toContain('가림 1');
    screen.type(key);
    expect(textOf(screen)).toContain('운세');
    expect(textOf(screen)).toContain('가린 제목 1건도 보입니다');
    screen.type(key);
    expect(textOf(screen)).not.toContain('운세');
  });

  test('give a notice if there are none, with the way to mute', () => {
    const screen = session(fakeReader([headline(1)]));
    screen.type('-');
    expect(textOf(screen)).toContain('가린 제목이 없습니다. /로 찾은 뒤 M을 누르면');
  });

  test.each(['M', '-'])('%s after a search mutes the word, and again no longer', async (key) => {
    const screen = session(fakeReader(LIST));
    screen.type('/@정치 운세');
    await screen.settle();
    screen.type(`\r${key}`);
    await screen.settle();
    expect(screen.reader.words().mute).toEqual(['운세']);
    expect(textOf(screen)).toContain('‘운세’: 섹션에서 그 말이 든 제목을 가립니다 (u: 되돌리기)');
    screen.type(key);
    await screen.settle();
    expect(screen.reader.words().mute).toEqual([]);
    expect(textOf(screen)).toContain('‘운세’: 이제 가리지 않습니다');
  });

  test('in an article M says how words are muted', async () => {
    const screen = session(fakeReader(LIST));
    screen.type('\rM');
    await screen.settle();
    expect(textOf(screen)).toContain('/로 찾은 뒤 M을 누르면 그 말이 든 제목을 가립니다');
  });

  test('watched, muted and folded ones have each a sign of its own, beside the time and in ASCII too', async () => {
    const screen = session(
      fakeReader([
        headline(1, { title: '반도체 수출', watched: [[0, 3]] }),
        headline(2, { title: '오늘의 운세', muted: true }),
        headline(3, { title: '다리 통제', story: 's100000004' }),
        headline(4, { title: '다리 통제 풀려', story: 's100000004' }),
      ]),
    );
    await screen.settle();
    screen.type('M');
    const rows = view(screen.state()).rows.map(rowText);
    const row = (title: string) => rows.find((each) => each.includes(title))!.trimEnd();
    expect(row('반도체')).toMatch(/^▌• ◎\d\d:\d\d 반도체 수출$/);
    expect(asciiText(row('반도체'))).toMatch(/^>\* @\d\d:\d\d 반도체 수출$/);
    expect(row('운세')).toMatch(/^ • {2}\d\d:\d\d 오늘의 운세 +가림$/);
    expect(row('다리')).toMatch(/^ • {2}\d\d:\d\d 다리 통제 +\+1$/);
    screen.type('?');
    const help = view({ ...screen.state(), size: { columns: 80, rows: 200 } }).rows.map(rowText);
    for (const mark of ['•', '★', '◎', '+3', '가림', '3/50', '25_'])
      expect(
        help.filter((each) => each.startsWith(`  ${mark} `)),
        mark,
      ).toHaveLength(1);
  });
});

describe('an alert', () => {
  test('shows watched headlines of a refresh, once', async () => {
    const reader = fakeReader(LIST);
    await reader.setWord('watch', '반도체', true);
    const screen = session(reader);
    await screen.settle();
    expect(screen.terminal.filter((line) => line.startsWith('alert'))).toEqual([]);
    reader.arrives = (section) =>
      section === 'politics'
        ? [headline(-1, { title: '반도체 속보' }), headline(-2, { title: '다른 속보' })]
        : [];
    screen.type('r');
    await screen.settle();
    reader.arrives = () => [];
    screen.type('r');
    await screen.settle();
    expect(screen.terminal.filter((line) => line.startsWith('alert'))).toEqual(['alert 반도체 속보']);
  });
});

describe('a section whose headlines are all muted', () => {
  const muted = [
    headline(1, { title: '갯벌 복원', muted: true }),
    headline(2, { title: '갯벌 축제', muted: true }),
  ];

  test.each([
    ['ko', '제목 2건을 모두 가렸습니다. M을 누르면 보입니다'],
    ['en', '2 headlines here, all muted; M shows them'],
  ] as const)('says so in place of “nothing here yet” in %s, and M shows them', async (language, told) => {
    const kept = fakeReader(muted);
    kept.setWord('watch', '갯벌', true);
    for (const section of ['following', 'politics']) {
      const screen = session(kept, { section, language });
      await screen.settle();
      expect(textOf(screen)).toContain(told);
      expect(textOf(screen)).not.toMatch(/아직|yet/);
      screen.type('M');
      await screen.settle();
      expect(screen.headlines().list.items).toHaveLength(2);
    }
  });
});
