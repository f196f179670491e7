import { expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { cellWidth } from '../../source/korean/cells.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headline } from '../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../support/fake-reader.ts';
import { type Session, session } from './session.ts';

const screen = (reader: Session): string[] => view(reader.state()).rows.map(rowText);
/** The title that the mark of the selection stands before. */
const marked = (reader: Session): string | undefined =>
  screen(reader)
    .find((row) => row.startsWith('▌'))
    ?.slice(2);

function edition(): FakeReader {
  const story = { story: 's1' };
  return fakeReader([
    headline(1, story),
    headline(2, { ...story, section: 'economy', sections: ['economy'] }),
    ...Array.from({ length: 12 }, (_, at) => headline(at + 3)),
    headline(30, { section: 'sports', sections: ['sports'] }),
  ]);
}

test('d opens the day: stories, then sections with leads; every entry opens from there, and Esc leads back', async () => {
  const reader = session(edition());
  await reader.settle();
  for (const key of ['d', 'ㅇ']) {
    reader.type(key);
    await reader.settle();
    expect(topScreen(reader.state()).kind).toBe('day');
    expect(screen(reader).join('\n')).toContain('많이 다룬 소식');
    expect(marked(reader)).toBe('기사 제목 1 +1');
    reader.type('j');
    expect(marked(reader)).toBe('기사 제목 3');
    reader.type('\r');
    await reader.settle();
    expect(reader.article().headline.title).toBe('기사 제목 3');
    reader.type('\x1b');
    expect(marked(reader)).toBe('기사 제목 3');
    reader.type('\x1b');
    expect(topScreen(reader.state()).kind).toBe('headlines');
  }
});

test('the selected headline of the day is in sight after every movement, at every size', async () => {
  for (const size of [
    { columns: 80, rows: 24 },
    { columns: 200, rows: 60 },
    { columns: 24, rows: 6 },
    { columns: 7, rows: 3 },
  ]) {
    const reader = session(edition(), { size });
    await reader.settle();
    reader.type('d');
    await reader.settle();
    for (const key of ['j', 'j', ' ', 'G', 'k', '\x15', 'g', '5j', '\x04', 'G', '\x1b[5~']) {
      reader.type(key);
      const rows = screen(reader);
      expect(rows.filter((row) => row.startsWith('▌')).length, `${size.columns} ${key}`).toBeGreaterThan(0);
      expect(Math.max(...rows.map(cellWidth))).toBeLessThanOrEqual(size.columns);
    }
    reader.type('G');
    const page = topScreen(reader.state());
    expect(page.kind === 'day' ? [page.day?.sections.length, page.selected] : null).toEqual([2, 13]);
  }
});

test('marks show on the day’s page at once, and r gathers it again with the selection kept', async () => {
  const kept = edition();
  const reader = session(kept);
  await reader.settle();
  reader.type('d');
  await reader.settle();
  reader.type('jjb');
  await reader.settle();
  expect(reader.state().notice?.key).toBe('notice.bookmarked');
  expect(kept.bookmarks().map(({ title }) => title)).toEqual(['기사 제목 4']);
  reader.type('r');
  await reader.settle();
  expect(marked(reader)).toBe('기사 제목 4');
});

test('keys typed while the day is gathered wait for it, also jamo; keys that leave the page do not wait', async () => {
  for (const keys of ['djj\r', 'ㅇㅓㅓ\r']) {
    const reader = session(edition());
    await reader.settle();
    reader.type(keys);
    expect(topScreen(reader.state())).toMatchObject({ kind: 'day', day: null });
    await reader.settle();
    expect(reader.article().headline.title).toBe('기사 제목 4');
    expect(reader.state().held).toEqual([]);
    reader.type('\x1b');
    expect(marked(reader)).toBe('기사 제목 4');
  }
  for (const key of ['\x1b', 'q', 'ㅂ', 'h', 'ㅗ']) {
    const reader = session(edition());
    await reader.settle();
    reader.type(`d${key}`);
    expect(topScreen(reader.state()).kind, key).toBe('headlines');
    await reader.settle();
    expect(topScreen(reader.state()).kind, key).toBe('headlines');
    // Behind a key that waits, it waits too: the mark comes first, then the way back.
    reader.type(`djb${key}`);
    await reader.settle();
    expect(topScreen(reader.state()).kind, key).toBe('headlines');
    expect(reader.state().notice?.key).toBe('notice.bookmarked');
  }
});

test('a day that cannot be read goes back to the list and says why, and drops the keys that waited for it', async () => {
  const kept = edition();
  kept.day = () => Promise.reject(new Failure('locked'));
  const reader = session(kept);
  await reader.settle();
  reader.type('djjb');
  await reader.settle();
  expect(topScreen(reader.state()).kind).toBe('headlines');
  expect(reader.state().notice?.key).toBe('failure.locked');
  expect(reader.state().held).toEqual([]);
  expect(kept.bookmarks()).toEqual([]);
});

test.each([60, 40, 80])(
  'at %i columns the name of the page is whole, and what does not fit of the rest is cut',
  async (columns) => {
    for (const language of ['en', 'ko'] as const) {
      const reader = session(edition(), { size: { columns, rows: 24 }, language });
      await reader.settle();
      reader.type('d');
      await reader.settle();
      const [bar = ''] = screen(reader);
      expect(bar.trimStart()).toMatch(language === 'en' ? /^The news +\S/ : /^그동안의 소식 +\S/);
      expect(cellWidth(bar)).toBeLessThanOrEqual(columns);
    }
  },
);
