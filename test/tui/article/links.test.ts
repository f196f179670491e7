import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import type { Article } from '../../../source/model.ts';
import { chosenTarget } from '../../../source/tui/view/layout/article.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';

// An article with 3 links in its text, an embed, 2 entries of 지금 뜨는 뉴스, 2 reporters and 13 tags.

const PAPER = 'https://www.donga.com/news/Culture/article/all/20261119/210000007/1';
const filler = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    type: 'paragraph' as const,
    text: `${index}번째 물결이다.`,
  }));
const LINKED: Partial<Article> = {
  blocks: [
    {
      type: 'paragraph',
      text: '갯벌 지도는 여기에 있고, 원문은 저기에 있다.',
      links: [
        [7, 9, 'https://tidal.example/map'],
        [19, 21, PAPER],
      ],
    },
    { type: 'heading', text: '● 첫째 물때' },
    ...filler(20),
    { type: 'heading', text: '● 둘째 물때' },
    { type: 'quote', text: '바다가 말했다.', links: [[0, 3, 'https://tidal.example/sea']] },
    { type: 'embed', url: 'https://video.example/1', title: '물때 영상' },
    { type: 'heading', text: '● 셋째 물때' },
    ...filler(30),
  ],
  reporters: [
    { name: '한가람', title: '기자', place: '신안', email: 'garam@donga.example' },
    { name: '윤슬아', title: '기자', place: null, email: null },
  ],
  tags: Array.from({ length: 13 }, (_, index) => `꼬리표${index + 1}`),
};

async function opened(change: Partial<Article> = {}): Promise<Session & { reader: FakeReader }> {
  const kept = fakeReader();
  kept.answers = async () => ({ article: articleOf(headline(1), { ...LINKED, ...change }), failure: null });
  const reader = session(kept);
  reader.type('\r');
  await reader.settle();
  return reader;
}

const rows = (reader: Session) => view(reader.state()).rows;
const screen = (reader: Session) => rows(reader).map(rowText).join('\n');
const footer = (reader: Session) => rowText(rows(reader).at(-1)!);
const chosen = (reader: Session) => chosenTarget(reader.state(), reader.article());
const reversed = (reader: Session) =>
  rows(reader).flatMap((row) => row.flatMap(({ text, style }) => (style === 'current' ? [text] : [])));

describe('Tab', () => {
  test('visits every link, those of the text first, and goes round; Shift-Tab goes back', async () => {
    const reader = await opened();
    const titles = ['여기', '저기', '바다가', '물때 영상', '뜨는 기사', '바깥 페이지', '여기'];
    for (const title of titles) {
      reader.type('\t');
      expect(chosen(reader)).toMatchObject({ kind: 'link', title });
      expect(reversed(reader).join('')).toContain(title);
    }
    reader.type('\x1b[Z');
    expect(chosen(reader)).toMatchObject({ title: '바깥 페이지' });
  });

  test('begins at the first link in sight', async () => {
    const reader = await opened();
    reader.type('20j\t');
    expect(chosen(reader)).toMatchObject({ title: '바다가' });
  });

  test('shows a link’s target in the footer, and the effect of Enter', async () => {
    const reader = await opened();
    reader.type('\t');
    expect(footer(reader)).toMatch(/Enter 브라우저로 열기 .*https:\/\/tidal\.example\/map/);
    reader.type('\t');
    expect(footer(reader)).toContain('Enter 링크 따라가기');
    expect(footer(reader)).toContain('donga.com/news/Culture/article/all/20261119/210000007/1');
    reader.type('20j');
    expect(footer(reader)).not.toContain('Enter');
  });

  test('says that links come later while the article is fetched', async () => {
    const kept = fakeReader();
    kept.answers = () => new Promise(() => undefined);
    const reader = session(kept);
    reader.type('\r\t');
    expect(reader.state().notice?.key).toBe('notice.links-later');
  });
});

describe('a link that is chosen', () => {
  test('is followed inside if it is an article of the paper, and Esc comes back to it', async () => {
    const reader = await opened();
    reader.type('\t\t\r');
    await reader.settle();
    expect(reader.article().headline).toMatchObject({ id: '210000007', title: '저기' });
    reader.type('\x1b');
    expect(chosen(reader)).toMatchObject({ title: '저기' });
  });

  test('is opened by o and copied by y', async () => {
    const reader = await opened();
    reader.type('oy\toy\t\to');
    await reader.settle();
    const own = headline(1).url;
    expect(reader.terminal).toEqual([
      `browser ${own}`,
      `copy ${own}`,
      'browser https://tidal.example/map',
      'copy https://tidal.example/map',
      'browser https://tidal.example/sea',
    ]);
  });
});

describe('f', () => {
  test('labels reporters, links, tags and trending entries, in the order of the page', async () => {
    const reader = await opened();
    reader.type('f');
    expect(screen(reader)).toContain('신안=[1]한가람 기자');
    expect(screen(reader)).toContain('[2]윤슬아 기자');
    expect(screen(reader)).toContain('[3]여기에 있고, 원문은 [4]저기에');
    reader.type('\x1b');
    expect(screen(reader)).toContain('여기에 있고, 원문은 저기에');
    reader.type('fG');
    expect(reader.article().follow).toBeNull();
    reader.type('f');
    expect(screen(reader)).toMatch(/\[7\]#꼬리표1 \[8\]#꼬리표2/);
    expect(screen(reader)).toContain('[20]뜨는 기사');
  });

  test('goes to a number at once if no digit could follow, else at Enter', async () => {
    const reader = await opened();
    reader.type('f3');
    await reader.settle();
    expect(reader.terminal).toEqual(['browser https://tidal.example/map']);
    reader.type('f2');
    expect(reader.article().follow).toBe('2');
    expect(footer(reader)).toContain('2');
    reader.type('\r');
    await reader.settle();
    expect(reader.state().screens.at(-1)).toMatchObject({ kind: 'gathered', by: { name: '윤슬아' } });
    reader.type('\x1bf20');
    await reader.settle();
    expect(reader.article().headline.title).toBe('뜨는 기사');
  });

  test('takes digits behind a number that went by itself for the number’s, not for a count', async () => {
    const reader = await opened();
    expect(footer(reader)).not.toContain('번호를 누르세요');
    reader.type('f');
    expect(footer(reader)).toContain('번호를 누르세요');
    expect(footer(reader)).not.toContain('Enter');
    reader.type('3700');
    await reader.settle();
    expect(reader.terminal).toEqual(['browser https://tidal.example/map']);
    expect(reader.state().count).toBeNull();
    reader.type('j12');
    expect(reader.state().count).toBe(12);
    reader.type('jf2');
    expect(footer(reader)).toContain('Enter 가기');
    // After Enter the number is over.
    reader.type('\r4');
    expect(reader.state().count).toBe(4);
  });

  test('names an unknown number, takes digits back, and lets any other key do its work', async () => {
    const reader = await opened();
    reader.type('f9');
    await reader.settle();
    expect(reader.state().screens.at(-1)).toMatchObject({ kind: 'gathered', by: { tag: '꼬리표3' } });
    reader.type('\x1bf2\x7f');
    expect(reader.article().follow).toBe('');
    reader.type('29');
    expect(reader.state().notice).toMatchObject({ key: 'notice.no-target', params: { number: '29' } });
    reader.type('b');
    await reader.settle();
    expect(reader.article().follow).toBeNull();
    expect(reader.article().headline.bookmarked).toBe(true);
  });

  test('works with the Hangul IME on, as do t and T', async () => {
    const reader = await opened();
    reader.type(`${latinToHangul('f')}3`);
    await reader.settle();
    expect(reader.terminal).toEqual(['browser https://tidal.example/map']);
    const { place } = reader.article();
    reader.type(latinToHangul('tt'));
    expect(reader.article().place.block).toBe(22);
    reader.type('ㅆ');
    expect(reader.article().place.block).toBe(1);
    expect(place.block).toBe(-1);
  });
});

describe('a tag or a reporter', () => {
  test('opens the headlines that share it, each of which opens, and Esc comes back to the article', async () => {
    const reader = await opened();
    reader.reader.list = reader.reader.list.map((each, index) =>
      [4, 9, 30].includes(index) ? { ...each, title: `${each.title} 꼬리표1` } : each,
    );
    reader.type('f7');
    expect(rowText(rows(reader)[0]!)).toContain('#꼬리표1 3');
    reader.type('j\r');
    await reader.settle();
    expect(reader.article().headline.title).toBe('기사 제목 10 꼬리표1');
    reader.type('n');
    expect(reader.article().headline.title).toBe('기사 제목 31 꼬리표1');
    reader.type('\x1b\x1b');
    expect(reader.article().headline.title).toBe('기사 제목 1');
  });

  test('that is in no other headline has a notice about that', async () => {
    const reader = await opened();
    reader.type('f1\r');
    expect(screen(reader)).toContain('한가람 기자의 기사');
    expect(screen(reader)).toContain('받아 둔 기사 가운데');
  });
});

describe('t and T', () => {
  test('go to the next and previous subhead, with a notice if there is none', async () => {
    const reader = await opened();
    const blocks: number[] = [];
    for (const key of ['t', 't', 't', 'T', 'T']) {
      reader.type(key);
      blocks.push(reader.article().place.block);
    }
    expect(blocks).toEqual([1, 22, 25, 22, 1]);
    reader.type('T');
    expect(reader.state().notice?.key).toBe('notice.first-subhead');
    reader.type('3t');
    expect(reader.article().place.block).toBe(25);
    reader.type('t');
    expect(reader.state().notice?.key).toBe('notice.last-subhead');
    const plain = await opened({ blocks: filler(40) });
    plain.type('t');
    expect(plain.state().notice?.key).toBe('notice.no-subheads');
  });
});
