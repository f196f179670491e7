import { describe, expect, test } from 'vitest';
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
    expect(textOf(screen)).toContain('너무 길어 눈여겨볼 수 없습니다: 100자까지입니다');
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

  test('give a notice if there are none', () => {
    const screen = session(fakeReader([headline(1)]));
    screen.type('-');
    expect(textOf(screen)).toContain('가린 제목이 없습니다');
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
