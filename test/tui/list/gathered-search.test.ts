import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import type { GatheredScreen } from '../../../source/tui/state/screens.ts';
import { topScreen } from '../../../source/tui/state/state.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../../support/fake-reader.ts';
import { NOW, type Session, session } from '../session.ts';

/** A session with the list of a tag open, whose headlines are those with its name in the title. */
async function opened(): Promise<Session & { reader: FakeReader }> {
  const kept = fakeReader(
    headlines(30, 1).map((each, index) =>
      index % 3 === 0
        ? { ...each, title: `갯벌 ${index}${index % 2 === 0 ? ' 짝수' : ' 홀수'}` }
        : { ...each, title: `섬 ${index} 짝수` },
    ),
  );
  kept.answers = async () => ({ article: articleOf(headline(1), { tags: ['갯벌'] }), failure: null });
  const reader = session(kept);
  await reader.settle();
  reader.type('\r');
  await reader.settle();
  reader.type('f1');
  await reader.settle();
  return reader;
}

const gathered = (reader: Session) => topScreen(reader.state()) as GatheredScreen;
const titles = (reader: Session) => gathered(reader).list.items.map(({ headline: { title } }) => title);
const rows = (reader: Session) => view(reader.state()).rows.map(rowText);

describe('a search in the list of a tag', () => {
  test('finds headlines of that list alone, and Esc brings the list and the place back', async () => {
    const reader = await opened();
    const all = titles(reader);
    expect(all).toHaveLength(10);
    reader.type('jjjj/짝수');
    await reader.settle();
    expect(titles(reader).sort()).toEqual(all.filter((title) => title.includes('짝수')).sort());
    expect(rows(reader).join('\n')).toContain('5건');
    reader.type('\rj');
    expect(gathered(reader).search?.typing).toBe(false);
    reader.type('\x1b');
    await reader.settle();
    expect(titles(reader)).toEqual(all);
    expect(gathered(reader)).toMatchObject({ search: null, list: { selected: 4 } });
    reader.type('\x1b');
    expect(reader.article().headline.title).toContain('갯벌');
  });

  test('shows the list as it was while nothing is typed, and drops the search at Enter', async () => {
    const reader = await opened();
    const all = titles(reader);
    reader.type('/');
    expect(titles(reader)).toEqual(all);
    reader.type('홀\x7f');
    await reader.settle();
    expect(titles(reader)).toEqual(all);
    reader.type('\r');
    expect(gathered(reader).search).toBeNull();
  });

  test('takes keys with the Hangul IME, and those that come before its results', async () => {
    const reader = await opened();
    const odd = titles(reader).filter((title) => title.includes('홀수'));
    reader.type(`/홀수\r${latinToHangul('j')}\r`);
    await reader.settle();
    expect(reader.article().headline.title).toBe(odd[1]);
    reader.type('\x1b');
    expect(titles(reader)).toEqual(odd);
  });

  test('finds headlines that came meanwhile, and keeps marks in both lists', async () => {
    const reader = await opened();
    reader.type('/홀수\r');
    await reader.settle();
    reader.reader.list = [headline(99, { title: '갯벌 99 홀수' }), ...reader.reader.list];
    reader.store.dispatch({ type: 'changed' });
    await reader.settle();
    expect(titles(reader)).toContain('갯벌 99 홀수');
    reader.type('b');
    await reader.settle();
    const marked = gathered(reader).list.items.find(({ headline: each }) => each.bookmarked);
    reader.type('\x1b');
    await reader.settle();
    const kept = gathered(reader).list.items.filter(({ headline: each }) => each.bookmarked);
    expect(kept.map(({ headline: { id } }) => id)).toEqual([marked!.headline.id]);
  });

  test('works in the list of those read last, too', async () => {
    const reader = await opened();
    reader.reader.lastRead = () => reader.reader.list.slice(0, 6);
    reader.type(';');
    await reader.settle();
    reader.type('/섬');
    await reader.settle();
    expect(titles(reader)).toHaveLength(4);
    reader.type('\x15갯벌');
    await reader.settle();
    expect(titles(reader)).toHaveLength(2);
  });

  test('shows in the list of those read last when they were read, not when they came', async () => {
    const reader = await opened();
    const [first, second] = reader.reader.list;
    reader.reader.lastRead = () => [
      { ...first!, publishedAt: '2026-11-18T09:00:00+09:00', openedAt: NOW - 5 * 60_000 },
      { ...second!, openedAt: NOW - 3 * 3_600_000 },
    ];
    reader.type(';');
    await reader.settle();
    const rows = view(reader.state()).rows.map(rowText);
    expect(rows.find((row) => row.includes(first!.title))).toMatch(/5분 전/);
    expect(rows.find((row) => row.includes(second!.title))).toMatch(/3시간 전/);
  });
});

test('the list of a tag or a reporter says that only archived texts are gathered, except in a search', async () => {
  const note = '본문을 받아 둔 기사에서만 모았습니다';
  const reader = await opened();
  expect(rows(reader).join()).toContain(note);
  reader.type('/짝수');
  await reader.settle();
  expect(rows(reader).join()).not.toContain(note);
});
