import { describe, expect, test } from 'vitest';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

const LIST = [
  headline(1, { title: '가람대교 통제', story: 's100000005' }),
  headline(2, { title: '[횡설수설/한가람]새벽 배송' }),
  headline(3, { title: '섬마을의 문장[책의 향기]' }),
  headline(4, { title: '[횡설수설/이나래]겨울 바다' }),
];

function open() {
  const reader = fakeReader(LIST);
  reader.answers = async (id) => ({
    article: articleOf(LIST.find((each) => each.id === id)!, {
      reporters: [{ name: '한가람', title: '논설위원', place: null, email: null }],
      tags: ['배송', '새벽'],
    }),
    failure: null,
  });
  return session(reader);
}
type Screen = ReturnType<typeof open>;
const textOf = (screen: Screen) => view(screen.state()).rows.map(rowText).join('\n');

describe('following', () => {
  // ㅁ is a on the Korean keyboard.
  test.each(['a', 'ㅁ'])('%s follows a story at once, if there is nothing else to follow', async (key) => {
    const screen = open();
    screen.type(key);
    await screen.settle();
    expect(screen.reader.words().follow).toEqual(['story:s100000005']);
    expect(textOf(screen)).toContain('‘가람대교 통제’ 소식: 따라 읽습니다. 관심에 모입니다 (u: 되돌리기)');
    expect(screen.state().sections.map(({ name }) => name)).toContain('following');
    screen.type(key);
    await screen.settle();
    expect(screen.reader.words().follow).toEqual([]);
  });

  test('asks for one of several, and takes the number or Enter', async () => {
    const screen = open();
    screen.type('ja');
    await screen.settle();
    expect(textOf(screen)).toMatch(/무엇을 따라 읽을까요[\s\S]*▌ 1 {2}연재 \[횡설수설\]\n {2}2 {2}이 소식/);
    screen.type('1');
    await screen.settle();
    expect(screen.reader.words().follow).toEqual(['column:횡설수설']);
    screen.type('ㅁ');
    await screen.settle();
    expect(textOf(screen)).toContain('연재 [횡설수설]  (따라 읽는 중)');
    screen.type('j\r');
    await screen.settle();
    expect(screen.reader.words().follow).toEqual(['column:횡설수설', 'story:s100000002']);
    expect(screen.state().screens).toHaveLength(1);
  });

  test('knows the reporters and tags of an open article, and goes back by Esc', async () => {
    const screen = open();
    screen.type('j\r');
    await screen.settle();
    screen.type('a');
    await screen.settle();
    const text = textOf(screen);
    for (const each of ['연재 [횡설수설]', '한가람 기자', '이 소식', '#배송', '#새벽'])
      expect(text).toContain(each);
    screen.type('\x1b');
    expect(screen.article().headline.id).toBe(LIST[1]!.id);
    screen.type('a');
    await screen.settle();
    screen.type('2');
    await screen.settle();
    expect(screen.reader.words().follow).toEqual(['reporter:한가람']);
  });

  test('offers a column that is named behind a title', async () => {
    const screen = open();
    screen.type('jja');
    await screen.settle();
    expect(textOf(screen)).toContain('연재 [책의 향기]');
  });
});

describe('a column', () => {
  test('is a series in the order it came, from each of its articles, with next and previous', async () => {
    const screen = open();
    screen.type('j\r');
    await screen.settle();
    expect(textOf(screen)).toContain('연재 횡설수설');
    screen.type('f1');
    await screen.settle();
    expect(textOf(screen)).toContain('[횡설수설] 2');
    expect(textOf(screen)).toMatch(/겨울 바다[\s\S]*새벽 배송/);
    screen.type('g\r');
    await screen.settle();
    expect(screen.article().headline.title).toBe('[횡설수설/이나래]겨울 바다');
    screen.type('n');
    await screen.settle();
    expect(screen.article().headline.title).toBe('[횡설수설/한가람]새벽 배송');
    screen.type('N');
    await screen.settle();
    expect(screen.article().headline.title).toBe('[횡설수설/이나래]겨울 바다');
  });
});
