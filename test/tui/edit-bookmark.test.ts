import { describe, expect, test } from 'vitest';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { session } from './session.ts';

const textOf = (screen: ReturnType<typeof session>) => view(screen.state()).rows.map(rowText).join('\n');

async function bookmarked() {
  const reader = fakeReader([
    headline(1, { title: '첫 기사' }),
    headline(2, { title: '둘째 기사' }),
    headline(3, { title: '셋째 기사' }),
  ]);
  // Saved in another order than published.
  for (const number of [3, 1, 2]) await reader.bookmark(reader.list[number - 1]!);
  const screen = session(reader);
  await screen.settle();
  return screen;
}

describe('the note and tags of a bookmark', () => {
  // ㄷ is e on the Korean keyboard.
  test.each(['e', 'ㄷ'])('are entered by %s, a line each, and kept by Enter', async (key) => {
    const screen = await bookmarked();
    screen.type(`*${key}`);
    expect(textOf(screen)).toContain('메모와 태그');
    screen.type('나중에 인용');
    screen.type('\t');
    screen.type('#경제, 수출  경제');
    screen.type('\r');
    await screen.settle();
    const [first] = screen.reader.bookmarks();
    expect(first).toMatchObject({ note: '나중에 인용', tags: ['경제', '수출'] });
    expect(screen.bookmarks().list.items[0]?.headline).toMatchObject({ note: '나중에 인용' });
    expect(textOf(screen)).toContain('메모와 태그를 적었습니다');
  });

  test('are in the lines when they are edited again, and Esc leaves them as they were', async () => {
    const screen = await bookmarked();
    const { id } = screen.reader.bookmarks()[0]!;
    await screen.reader.editBookmark(id, { note: '첫 줄\n둘째 줄', tags: ['가', '나'] });
    screen.type('*e');
    expect(textOf(screen)).toMatch(/태그: #가 #나/);
    screen.type('고침');
    screen.type('\x1b');
    await screen.settle();
    expect(screen.reader.bookmarks()[0]?.note).toBe('첫 줄\n둘째 줄');
    // A note of several lines that is not touched stays as it is.
    screen.type('e\t');
    screen.type(' 다\r');
    await screen.settle();
    expect(screen.reader.bookmarks()[0]).toMatchObject({ note: '첫 줄\n둘째 줄', tags: ['가', '나', '다'] });
  });

  test.each([
    ['ko', /내 태그가 있는 북마크/],
    ['en', /a bookmark with tags of yours/],
  ] as const)(
    'have a mark in the list if there are tags alone, which the help explains, in %s',
    async (language, means) => {
      const kept = fakeReader(headlines(3));
      for (const [at, tags] of [
        [1, []],
        [2, ['경제']],
      ] as const) {
        await kept.bookmark(headline(at));
        await kept.editBookmark(headline(at).id, { tags });
      }
      const screen = session(kept, { language, size: { columns: 80, rows: 150 } });
      await screen.settle();
      screen.type('*');
      await screen.settle();
      expect(textOf(screen)).toMatch(/기사 제목 2 +#/);
      expect(textOf(screen)).not.toMatch(/기사 제목 1 +#/);
      screen.type('?');
      expect(textOf(screen)).toMatch(new RegExp(`^ *# +${means.source}`, 'm'));
    },
  );

  test('are marked in the list and stand above the text of the article, from whatever list it is opened', async () => {
    const screen = await bookmarked();
    const [first] = screen.reader.bookmarks();
    await screen.reader.editBookmark(first!.id, { note: '나중에 인용', tags: ['수출'] });
    screen.type('*');
    await screen.settle();
    expect(textOf(screen)).toMatch(/둘째 기사 +메모 #/);
    expect(textOf(screen).match(/메모 #\s*$/gm)).toHaveLength(1);
    screen.type('\r');
    await screen.settle();
    expect(textOf(screen)).toContain('메모: 나중에 인용');
    expect(textOf(screen)).toContain('#수출');
    // Changed while the article is open.
    screen.type('e\x15번역할 것\r');
    await screen.settle();
    expect(textOf(screen)).toContain('메모: 번역할 것');
    // Opened from the headlines, which know no notes.
    screen.type('\x1b\x1bj\r');
    await screen.settle();
    expect(screen.article().headline.title).toBe('둘째 기사');
    expect(textOf(screen)).toContain('메모: 번역할 것');
    screen.type('\x1bj\r');
    await screen.settle();
    expect(textOf(screen)).not.toContain('메모:');
  });

  test('belong to bookmarks: for other headlines e gives a notice', async () => {
    const screen = session(fakeReader([headline(1)]));
    screen.type('e');
    expect(textOf(screen)).toContain('눌러 북마크하세요');
  });

  test.each([
    { columns: 80, rows: 24 },
    { columns: 20, rows: 5 },
    { columns: 3, rows: 2 },
    { columns: 1, rows: 1 },
  ])('fit a screen of $columns × $rows', async (size) => {
    const screen = await bookmarked();
    screen.type('*e');
    screen.store.dispatch({ type: 'resize', size });
    const { rows, cursor } = view(screen.state());
    expect(rows).toHaveLength(size.rows);
    if (cursor !== null) expect(cursor.y).toBeLessThan(size.rows);
  });
});

test.each(['S', '^'])(
  '%s sorts bookmarks by when they were published, and again by when they were saved',
  async (key) => {
    const screen = await bookmarked();
    screen.type('*');
    const titles = () => screen.bookmarks().list.items.map((item) => item.headline.title);
    const saved = titles();
    screen.type(key);
    expect(titles()).toEqual(['첫 기사', '둘째 기사', '셋째 기사']);
    expect(titles()).not.toEqual(saved);
    screen.type(key);
    expect(titles()).toEqual(saved);
  },
);
