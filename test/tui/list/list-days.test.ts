import { describe, expect, test } from 'vitest';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { NOW, type Session, session } from '../session.ts';

describe('the days of a list', () => {
  const on = (number: number, publishedAt: string | null) => headline(number, { publishedAt });
  const days = [
    on(1, '2026-11-20T09:30:00+09:00'),
    on(2, null),
    on(3, '2026-11-20T00:01:00+09:00'),
    on(4, '2026-11-19T23:59:00+09:00'),
    on(5, '2026-11-13T08:00:00+09:00'),
    on(6, '2025-12-31T08:00:00+09:00'),
  ];
  const page = (reader: Session) => view(reader.state()).rows.map((row) => rowText(row).trimEnd());
  const isRule = (row: string) => row.startsWith('─ ');

  test('are rules above their headlines, each once, with the clock beside headlines', async () => {
    const reader = session(fakeReader(days));
    await reader.settle();
    expect(
      page(reader)
        .filter(isRule)
        .map((row) => row.replace(/^─ | ─+$/g, '')),
    ).toEqual(['오늘', '어제', '11월 13일 금', '2025년 12월 31일 수']);
    expect(page(reader).find((row) => row.endsWith('기사 제목 4'))).toContain('23:59');
    expect(page(reader).join('\n')).not.toMatch(/시간 전|분 전/);
  });

  test('are shown for the first headline in sight too, even if it has no date of its own', async () => {
    const list = Array.from({ length: 60 }, (_, at) => on(at, at < 50 ? null : '2026-11-18T08:00:00+09:00'));
    const reader = session(fakeReader([on(99, '2026-11-19T08:00:00+09:00'), ...list]));
    await reader.settle();
    reader.type('30j');
    expect(page(reader).find(isRule)).toContain('어제');
    reader.type('G');
    expect(
      page(reader)
        .filter(isRule)
        .map((row) => row.replace(/^─ | ─+$/g, '')),
    ).toEqual(['어제', '11월 18일 수']);
    expect(reader.selected()).toBe('기사 제목 59');
    expect(page(reader).some((row) => row.endsWith('기사 제목 59'))).toBe(true);
  });

  test.each([16, 24, 60])(
    'never hide the selected headline, at %i rows, after any movement',
    async (rows) => {
      const list = Array.from({ length: 80 }, (_, at) =>
        on(at, new Date(NOW - at * 7 * 3_600_000).toISOString().replace('.000Z', '+09:00')),
      );
      const reader = session(fakeReader(list), { size: { columns: 80, rows } });
      await reader.settle();
      for (const key of [...'jjj \x04\x04  ㅓㅓGkkk\x15\x15gG', '\x1b[5~', '\x1b[5~', '\x1b[6~']) {
        reader.type(key);
        const title = reader.selected()!;
        expect(
          page(reader).some((row) => row.startsWith('▌') && row.endsWith(title)),
          key,
        ).toBe(true);
      }
    },
  );

  test('of search results and in few rows give way to ages', async () => {
    const low = session(fakeReader(headlines(50)), { size: { columns: 60, rows: 15 } });
    await low.settle();
    expect(page(low).filter((row) => row.includes('기사 제목')).length).toBeGreaterThanOrEqual(10);
    expect(page(low).some(isRule)).toBe(false);
    const found = session(fakeReader(days));
    await found.settle();
    found.type('/제목\r');
    await found.settle();
    expect(page(found).some(isRule)).toBe(false);
    expect(page(found).join('\n')).toContain('어제 23:59');
  });
});

describe('the selected row', () => {
  const long = '긴 제목이 한 줄을 넘어서 아래로 이어질 만큼 길게 쓰였다 '.repeat(2).trim();

  test('leaves the rows below it where they were, its whole title standing below the list', async () => {
    const reader = session(fakeReader([headline(1), headline(2, { title: long }), ...headlines(20, 3)]));
    await reader.settle();
    const page = () => view(reader.state()).rows.map((row) => rowText(row).replace('▌', ' ').trimEnd());
    const before = page();
    reader.type('j');
    const changed = page().flatMap((row, y) => (row === before[y] ? [] : [y]));
    // The title below the list, and the position in the footer.
    expect(changed).toEqual([21, 22, 23]);
    expect(page().slice(21, 23).join('').replaceAll(' ', '')).toBe(long.replaceAll(' ', ''));
    reader.type('j');
    expect(page()[21]).toBe('');
  });

  test('has its whole title beside the list if there is a preview', async () => {
    const reader = session(fakeReader([headline(1, { title: long })]), { size: { columns: 120, rows: 30 } });
    await reader.settle();
    const beside = view(reader.state()).rows.map((row) => rowText(row).split(' │ ')[1]?.trim() ?? '');
    expect(beside.join('').replaceAll(' ', '')).toContain(long.replaceAll(' ', ''));
  });
});

describe('read headlines', () => {
  test('have quieter titles than unread ones, and the position is shown', async () => {
    const reader = session(
      fakeReader([headline(1), headline(2, { read: true, title: '[단독] 읽은 것 [만화경]' }), headline(3)]),
    );
    await reader.settle();
    const styleOf = (text: string) =>
      view(reader.state())
        .rows.flat()
        .find((piece) => piece.text.includes(text))?.style;
    expect(styleOf('읽은 것')).toBe('read');
    expect(styleOf('단독')).toBe('read');
    expect(styleOf('만화경')).toBe('column');
    expect(styleOf('기사 제목 3')).toBe('strong');
    expect(rowText(view(reader.state()).rows.at(-1)!)).toContain('1/3');
    reader.type('jㅓ');
    expect(rowText(view(reader.state()).rows.at(-1)!)).toContain('3/3');
  });
});

describe('unread only', () => {
  test('shows unread headlines, and all again, the selection kept', () => {
    const list = headlines(20).map((each, index) => ({ ...each, read: index % 2 === 1 }));
    const reader = session(fakeReader(list));
    reader.type('4j:');
    expect(reader.selected()).toBe('기사 제목 5');
    expect(reader.headlines().list.items.length).toBe(10);
    reader.type(':');
    expect(reader.selected()).toBe('기사 제목 5');
    expect(reader.headlines().list.items.length).toBe(20);
  });

  test('does not take the headline away that was just read', async () => {
    const kept = fakeReader(headlines(10));
    const reader = session(kept);
    await reader.settle();
    reader.type(':2j\r\x1b');
    expect(reader.selected()).toBe('기사 제목 3');
    reader.type('r');
    await reader.settle();
    expect(reader.selected()).toBe('기사 제목 3');
  });
});

describe('the hint that the IME is on', () => {
  test('comes once, with the first Hangul key that is a command', () => {
    const reader = session();
    reader.type('ㅋ');
    expect(reader.state().notice?.key).toBe('notice.nothing-here');
    reader.type('ㅓ');
    expect(reader.state().notice?.key).toBe('notice.ime');
    // The notice stays while the key is held down, until its time is over.
    reader.type('ㅓㅓㅓ');
    expect(reader.state().notice?.key).toBe('notice.ime');
    reader.store.dispatch({ type: 'tick', now: NOW + 10_000 });
    expect(reader.state().notice).toBeNull();
    reader.type('ㅓ');
    expect(reader.state().notice).toBeNull();
    reader.type('s');
    reader.type('정치');
    expect(reader.state().screens.at(-1)).toMatchObject({ kind: 'sections', field: { text: '정치' } });
  });
});
