import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import type { Article } from '../../source/model.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { type Session, session } from './session.ts';

const PAPER = 'https://www.donga.com/news/Culture/article/all/20261119/210000007/1';
const ARTICLE: Partial<Article> = {
  blocks: [
    {
      type: 'paragraph',
      text: '지도는 여기에, 원문은 저기에 있다.',
      links: [
        [0, 2, 'https://tidal.example/map'],
        [8, 10, PAPER],
      ],
    },
    { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '첫째 사진', alt: null },
    { type: 'photo', url: 'https://dimg.donga.com/b.jpg', caption: '둘째 사진', alt: null },
    ...Array.from({ length: 60 }, (_, index) => ({
      type: 'paragraph' as const,
      text: `${index}번째 물결.`,
    })),
  ],
  reporters: [{ name: '한가람', title: '기자', place: null, email: null }],
  tags: ['갯벌', ...Array.from({ length: 9 }, (_, index) => `말${index}`)],
};

async function opened(keys = '', columns = 80, rows = 30): Promise<Session> {
  const kept = fakeReader(headlines(60, 1));
  kept.answers = async (id) => ({
    article: articleOf(kept.headline(id) ?? headline(1), ARTICLE),
    failure: null,
  });
  kept.kept = (id) => articleOf(kept.headline(id)!, ARTICLE);
  const reader = session(kept, { size: { columns, rows } });
  await reader.settle();
  reader.type(keys);
  await reader.settle();
  return reader;
}

const rows = (reader: Session) => view(reader.state()).rows.map(rowText);

/** The cell of a text on the screen, counted from 1. */
function cellOf(reader: Session, text: string, from = 0): { x: number; y: number } {
  const y = rows(reader).findIndex((row, at) => at >= from && row.includes(text));
  if (y < 0) throw new Error(`${text} is not on the screen:\n${rows(reader).join('\n')}`);
  const row = rows(reader)[y]!;
  return { x: cellWidth(row.slice(0, row.indexOf(text))) + 1, y: y + 1 };
}

function click(reader: Session, text: string, from = 0): void {
  const { x, y } = cellOf(reader, text, from);
  reader.type(`\x1b[<0;${x};${y}M\x1b[<0;${x};${y}m`);
}

const wheel = (reader: Session, down: boolean, { x, y }: { x: number; y: number }): void =>
  reader.type(`\x1b[<${down ? 65 : 64};${x};${y}M`);

describe('a click in an article', () => {
  test('follows the link under it, inside for an article of the paper and outside for others', async () => {
    const reader = await opened('\r');
    click(reader, '지도');
    expect(reader.terminal).toEqual(['browser https://tidal.example/map']);
    click(reader, '원문');
    await reader.settle();
    expect(reader.article().headline.id).toBe('210000007');
  });

  test('opens the headlines of the tag and the reporter under it', async () => {
    const reader = await opened('\rG');
    click(reader, '갯벌');
    expect(topScreen(reader.state())).toMatchObject({ kind: 'gathered', by: { tag: '갯벌' } });
    reader.type('\x1bg');
    click(reader, '한가람');
    expect(topScreen(reader.state())).toMatchObject({ kind: 'gathered', by: { name: '한가람' } });
  });

  test('opens the photo under it, not the first in sight', async () => {
    const reader = await opened('\r');
    click(reader, '둘째 사진');
    expect(topScreen(reader.state())).toMatchObject({ kind: 'photo', at: 1 });
    reader.type('\x1b');
    click(reader, '첫째 사진');
    expect(topScreen(reader.state())).toMatchObject({ kind: 'photo', at: 0 });
  });

  test('presses nothing beside the text, on the search box or on plain words', async () => {
    const reader = await opened('\r/물결');
    const before = reader.article();
    click(reader, '찾기');
    click(reader, '번째');
    expect(reader.article().place).toEqual(before.place);
    expect(reader.terminal).toEqual([]);
  });

  test('on the footer’s hints follows the chosen link, types a number’s Enter and its Esc', async () => {
    const reader = await opened('\r\t');
    click(reader, '브라우저로 열기');
    expect(reader.terminal).toEqual(['browser https://tidal.example/map']);
    reader.type('f');
    click(reader, '그만두기');
    expect(reader.article().follow).toBeNull();
    reader.type('f1');
    click(reader, '가기');
    await reader.settle();
    expect(topScreen(reader.state())).toMatchObject({ kind: 'gathered', by: { name: '한가람' } });
  });
});

describe('a click elsewhere', () => {
  test('presses each hint of the footer, also while a query is typed', async () => {
    const reader = await opened('/제목');
    click(reader, '? 도움말(');
    expect(topScreen(reader.state()).kind).toBe('help');
    click(reader, '뒤로', 28);
    expect(topScreen(reader.state()).kind).toBe('headlines');
    click(reader, '찾기', 28);
    expect(reader.headlines().search?.typing).toBe(true);
    reader.type('제목');
    await reader.settle();
    click(reader, '결과로');
    expect(reader.headlines().search?.typing).toBe(false);
  });

  test('selects a section in the chooser, and goes there by the second', async () => {
    const reader = await opened('s');
    click(reader, '경제');
    expect(topScreen(reader.state()).kind).toBe('sections');
    click(reader, '경제');
    expect(reader.headlines().section).toBe('economy');
    expect(topScreen(reader.state()).kind).toBe('headlines');
  });

  test('selects what to follow, and follows it by the second', async () => {
    const reader = await opened('\ra');
    click(reader, '갯벌');
    expect(topScreen(reader.state())).toMatchObject({ kind: 'pick' });
    click(reader, '갯벌');
    await reader.settle();
    expect(reader.reader.words().follow).toEqual(['tag:갯벌']);
  });
});

describe('the wheel', () => {
  test('over the preview scrolls the preview and leaves the list, and another selection begins at its top', async () => {
    const reader = await opened('', 130, 30);
    reader.type('j');
    // The preview waits until the selection stays.
    reader.store.dispatch({
      type: 'previewed',
      id: headline(2).id,
      article: articleOf(headline(2), ARTICLE),
    });
    const first = cellOf(reader, '0번째 물결.');
    const { list } = reader.headlines();
    expect(first.x).toBeGreaterThan(70);
    wheel(reader, true, first);
    expect(cellOf(reader, '0번째 물결.').y).toBe(first.y - 3);
    expect(reader.headlines().list).toBe(list);
    wheel(reader, false, first);
    wheel(reader, false, first);
    expect(cellOf(reader, '0번째 물결.').y).toBe(first.y);
    for (let notch = 0; notch < 60; notch += 1) wheel(reader, true, first);
    expect(rows(reader).join('\n')).toContain('59번째 물결.');
    expect(rows(reader).join('\n')).toContain('갯벌');
    // The kept text comes once more, and its scrolled place stays.
    reader.store.dispatch({
      type: 'previewed',
      id: headline(2).id,
      article: articleOf(headline(2), ARTICLE),
    });
    expect(rows(reader).join('\n')).toContain('59번째 물결.');
    reader.type('j');
    reader.store.dispatch({
      type: 'previewed',
      id: headline(3).id,
      article: articleOf(headline(3), ARTICLE),
    });
    expect(cellOf(reader, '0번째 물결.').y).toBe(first.y);
  });

  test('over the list beside it scrolls the list and leaves the preview', async () => {
    const reader = await opened('j', 130, 30);
    reader.store.dispatch({
      type: 'previewed',
      id: headline(2).id,
      article: articleOf(headline(2), ARTICLE),
    });
    const { y } = cellOf(reader, '0번째 물결.');
    wheel(reader, true, { x: 10, y: 12 });
    expect(reader.headlines().list.top).toBeGreaterThan(0);
    expect(cellOf(reader, '0번째 물결.').y).toBe(y);
  });

  test('over the bar and the footer of a list does nothing', async () => {
    const reader = await opened('j', 130, 30);
    const { list } = reader.headlines();
    wheel(reader, true, { x: 20, y: 1 });
    wheel(reader, true, { x: 20, y: 30 });
    expect(reader.headlines().list).toBe(list);
  });

  test('scrolls an article and the help also while a search in them is typed', async () => {
    const reader = await opened('\r/없는말');
    for (const _ of '123') wheel(reader, true, { x: 20, y: 12 });
    expect(rows(reader).join('\n')).not.toContain('지도는 여기에');
    expect(reader.article().search?.typing).toBe(true);
    reader.type('\x1b\x1b\x1b?/');
    const [, , , first] = rows(reader);
    wheel(reader, true, { x: 20, y: 12 });
    expect(rows(reader)[3]).not.toBe(first);
  });
});
