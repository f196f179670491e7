import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { SECTIONS } from '../../../source/sections.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

describe('a refresh', () => {
  test('shows archived headlines at once, refreshes in the background, and keeps the selection on its headline and row', async () => {
    const kept = fakeReader(headlines(50, 100));
    kept.arrives = (section) => (section === 'politics' ? headlines(7) : []);
    const reader = session(kept);
    expect(reader.selected()).toBe('기사 제목 100');
    reader.type('25j');
    const { selected, top } = reader.headlines().list;
    expect(top).toBeGreaterThan(0);
    await reader.settle();
    expect(reader.selected()).toBe('기사 제목 125');
    const after = reader.headlines().list;
    expect(after.selected - after.top).toBe(selected - top);
    expect(after.items.length).toBe(57);
    expect(reader.state().notice).toMatchObject({ key: 'notice.refreshed', params: { added: 7 } });
  });

  describe('of a list that is at its very top', () => {
    const inSight = (reader: ReturnType<typeof session>): string[] =>
      view(reader.state()).rows.flatMap((row) => /기사 제목 \d+/.exec(rowText(row)) ?? []);
    const refreshed = async (keys: string, news: number) => {
      const kept = fakeReader(headlines(50, 100));
      const reader = session(kept);
      await reader.settle();
      reader.type(keys);
      kept.arrives = (section) => (section === 'politics' ? headlines(news) : []);
      reader.type('r');
      await reader.settle();
      return reader;
    };

    test('shows new headlines above the one that stays selected', async () => {
      for (const [keys, selected] of [
        ['', 100],
        ['5j', 105],
        ['10j3k', 107],
      ] as const) {
        const reader = await refreshed(keys, 7);
        expect(reader.selected(), keys).toBe(`기사 제목 ${selected}`);
        expect(inSight(reader)[0], keys).toBe('기사 제목 1');
        expect(inSight(reader), keys).toContain(`기사 제목 ${selected}`);
      }
    });

    test('scrolls no further than the selected headline needs', async () => {
      const reader = await refreshed('5j', 40);
      expect(reader.selected()).toBe('기사 제목 105');
      expect(inSight(reader).at(-1)).toBe('기사 제목 105');
      expect(inSight(reader).length).toBe(18);
    });

    test('shows new headlines also in a section that was left and opened again', async () => {
      const kept = fakeReader(headlines(50, 100));
      const reader = session(kept);
      await reader.settle();
      reader.type('3j\t');
      kept.list = [...headlines(4), ...kept.list];
      reader.type('\x1b[Z');
      expect(reader.selected()).toBe('기사 제목 103');
      expect(inSight(reader)[0]).toBe('기사 제목 1');
    });
  });

  describe('of an empty archive, its feeds arriving one by one', () => {
    const arriving = async (before: string) => {
      const kept = fakeReader([]);
      const reader = session(kept, { section: 'total' });
      reader.type(before);
      const titles: (string | undefined)[] = [];
      for (const first of [90, 60, 30, 1]) {
        kept.list = [...headlines(25, first), ...kept.list];
        reader.store.dispatch({ type: 'changed' });
        titles.push(reader.selected());
        if (titles.length === 2) await reader.settle();
      }
      return { titles, reader };
    };

    test('leaves the first row selected while no key was pressed', async () => {
      const { titles, reader } = await arriving('');
      expect(titles).toEqual(['기사 제목 90', '기사 제목 60', '기사 제목 30', '기사 제목 1']);
      expect(reader.headlines().list).toMatchObject({ selected: 0, top: 0 });
    });

    test('keeps to the headline once a key was pressed', async () => {
      expect((await arriving('j')).titles.at(-1)).toBe('기사 제목 90');
      const { reader } = await arriving('');
      reader.type('k');
      reader.reader.list = [headline(0), ...reader.reader.list];
      reader.store.dispatch({ type: 'changed' });
      expect(reader.selected()).toBe('기사 제목 1');
    });
  });

  test('asks for the section on screen first, then for the rest of the bar', () => {
    const kept = fakeReader();
    session(kept);
    expect(kept.asked[0]).toMatch(/^refresh politics total national /);
  });

  test('is shown while it is under way', async () => {
    const reader = session();
    expect(reader.state().sections.some(({ refreshing }) => refreshing)).toBe(true);
    await reader.settle();
    expect(reader.state().sections.some(({ refreshing }) => refreshing)).toBe(false);
  });

  test('that fails keeps the list and shows the reason in a line', async () => {
    const kept = fakeReader();
    kept.arrives = (section) => (section === 'politics' ? new Failure('http-status', { status: 503 }) : []);
    const reader = session(kept);
    await reader.settle();
    expect(reader.headlines().list.items.length).toBe(50);
    expect(reader.state().notice).toMatchObject({
      key: 'notice.section-failed',
      tone: 'alert',
      params: { label: '정치', reason: '서버가 503 오류로 답했습니다' },
    });
  });

  test('asked for by r and R asks for this section and for all of them', async () => {
    const kept = fakeReader();
    const reader = session(kept);
    await reader.settle();
    kept.asked.length = 0;
    reader.type('r');
    await reader.settle();
    expect(kept.asked).toEqual(['refresh politics']);
    expect(reader.state().notice?.key).toBe('notice.refreshed');
    kept.asked.length = 0;
    reader.type('R');
    expect(kept.asked[0]?.split(' ').length).toBe(1 + SECTIONS.length);
  });

  test('that failed for an empty section is tried again whenever the reader comes to it', async () => {
    const kept = fakeReader();
    kept.arrives = (section) => (section === 'show' ? new Failure('unreachable', { host: 'rss' }) : []);
    const reader = session(kept);
    await reader.settle();
    const toSection = async (name: string) => {
      kept.asked.length = 0;
      reader.type(`s${name}\r`);
      await reader.settle();
    };
    await toSection('show');
    expect(kept.asked).toContain('refresh show');
    await toSection('economy');
    kept.arrives = (section) => (section === 'show' ? headlines(3, 900) : []);
    await toSection('show');
    expect(kept.asked).toContain('refresh show');
    expect(reader.headlines().section).toBe('show');
    expect(reader.state().notice?.tone).not.toBe('alert');
    await toSection('economy');
    await toSection('show');
    expect(kept.asked).not.toContain('refresh show');
  });

  test('offline is not tried, but r says why not', async () => {
    const kept = fakeReader();
    kept.arrives = () => new Failure('offline');
    const reader = session(kept, { offline: true });
    await reader.settle();
    expect(kept.asked).toEqual([]);
    reader.type('r');
    await reader.settle();
    expect(reader.state().notice?.key).toBe('notice.section-failed');
  });
});
