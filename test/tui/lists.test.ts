import { describe, expect, test, vi } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { SECTIONS } from '../../source/sections.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { fakeReader, headline, headlines } from '../support/fake-reader.ts';
import { NOW, type Session, session } from './session.ts';

describe('moving in a list', () => {
  test.each([
    ['j', '기사 제목 2'],
    ['jjj', '기사 제목 4'],
    ['5j', '기사 제목 6'],
    ['5jk', '기사 제목 5'],
    ['\x1b[B\x1b[B\x1b[A', '기사 제목 2'],
    ['G', '기사 제목 50'],
    ['Gg', '기사 제목 1'],
    ['10G', '기사 제목 10'],
    ['10g', '기사 제목 10'],
    ['\x1b[F', '기사 제목 50'],
    ['12j\x1b[H', '기사 제목 1'],
    ['999j', '기사 제목 50'],
    ['k', '기사 제목 1'],
    ['ggjj', '기사 제목 3'],
    ['0j', '기사 제목 2'],
    ['10j', '기사 제목 11'],
    // With the IME on.
    ['ㅓㅓㅓ', '기사 제목 4'],
    ['ㅎㅎㅓㅓ', '기사 제목 3'],
    ['허', '기사 제목 2'],
    ['5ㅓ', '기사 제목 6'],
  ])('%s leads to %s', (keys, title) => {
    const reader = session();
    reader.type(keys);
    expect(reader.selected()).toBe(title);
  });

  test('goes by pages and half pages, and back to where it began', () => {
    const reader = session();
    const page = reader.headlines().list;
    reader.type(' ');
    const below = reader.headlines().list;
    expect(below.top).toBeGreaterThan(10);
    expect(below.selected - below.top).toBe(page.selected - page.top);
    reader.type('\x1b[5~');
    expect(reader.headlines().list.selected).toBe(0);
    reader.type('\x04\x04\x15\x15');
    expect(reader.headlines().list.selected).toBe(0);
  });

  test('loads on as the end comes near, and all of it for G', () => {
    const reader = session(fakeReader(headlines(1000)));
    expect(reader.headlines().list).toMatchObject({ complete: false });
    expect(reader.headlines().list.items.length).toBe(200);
    reader.type('190j');
    expect(reader.headlines().list.items.length).toBe(400);
    reader.type('700G');
    expect(reader.selected()).toBe('기사 제목 700');
    reader.type('G');
    expect(reader.selected()).toBe('기사 제목 1000');
    expect(reader.headlines().list.complete).toBe(true);
    expect(new Set(reader.headlines().list.items.map(({ headline }) => headline.id)).size).toBe(1000);
  });

  test('lets go of what is far below once the reader is back, and finds it again', () => {
    const reader = session(fakeReader(headlines(5000)));
    reader.type('G');
    expect(reader.selected()).toBe('기사 제목 5000');
    reader.type('g');
    expect(reader.headlines().list.items.length).toBe(600);
    reader.type('700j');
    expect(reader.selected()).toBe('기사 제목 701');
    reader.type('G');
    expect(reader.selected()).toBe('기사 제목 5000');
  });

  test('finds the next unread, beyond what is loaded too, and says where there is none', () => {
    const list = headlines(600).map((each, index) => ({ ...each, read: index !== 3 && index !== 550 }));
    const reader = session(fakeReader(list));
    reader.type('.');
    expect(reader.selected()).toBe('기사 제목 4');
    reader.type('.');
    expect(reader.selected()).toBe('기사 제목 551');
    reader.type('.');
    expect(reader.selected()).toBe('기사 제목 551');
    expect(reader.state().notice?.key).toBe('notice.no-unread');
  });
});

describe('a refresh', () => {
  test('shows what is archived at once, asks behind it, and keeps the selection on its headline and row', async () => {
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

    test('shows what is new above the headline that stays selected', async () => {
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

    test('shows it also in a section that was left and is come back to', async () => {
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

  test('tells that it is under way', async () => {
    const reader = session();
    expect(reader.state().sections.some(({ refreshing }) => refreshing)).toBe(true);
    await reader.settle();
    expect(reader.state().sections.some(({ refreshing }) => refreshing)).toBe(false);
  });

  test('that fails keeps what was there and says why in a line', async () => {
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

describe('sections', () => {
  const kept = () =>
    fakeReader([
      ...headlines(30),
      ...headlines(30, 500).map((each) => ({ ...each, section: 'national', sections: ['national'] })),
    ]);

  test('are gone through by Tab, ], Shift-Tab and [, round the ends', () => {
    const reader = session(kept());
    reader.type('\t');
    expect(reader.headlines().section).toBe('national');
    reader.type('[');
    expect(reader.headlines().section).toBe('politics');
    reader.type('[[');
    expect(reader.headlines().section).toBe('travel');
    reader.type(']]');
    expect(reader.headlines().section).toBe('politics');
  });

  test('are found again as they were left', () => {
    const reader = session(kept());
    reader.type('25j');
    const before = reader.headlines().list;
    reader.type('\t3j\x1b[Z');
    expect(reader.selected()).toBe('기사 제목 26');
    expect(reader.headlines().list.top).toBe(before.top);
    reader.type('\t');
    expect(reader.selected()).toBe('기사 제목 503');
  });

  test.each([
    ['사회', 'national'],
    ['national', 'national'],
    ['3', 'national'],
    ['tkghl', 'national'],
    ['골프', 'sportsdonga/golf'],
  ])('are chosen by typing %s', (typed, section) => {
    const reader = session(kept());
    reader.type(`s${typed}\r`);
    expect(reader.headlines().section).toBe(section);
    expect(reader.state().screens.length).toBe(1);
    expect(reader.state().sections.some(({ name }) => name === section)).toBe(true);
  });

  test('are left alone by Esc, and by an Enter on nothing', () => {
    const reader = session(kept());
    reader.type('s없는섹션이름\r\r');
    expect(reader.state().screens.length).toBe(2);
    reader.type('\x1b');
    expect(reader.headlines().section).toBe('politics');
    expect(reader.state().screens.length).toBe(1);
  });

  test('not asked for lately are asked for when gone to', async () => {
    const each = kept();
    const reader = session(each);
    await reader.settle();
    each.asked.length = 0;
    reader.type('s골프\r');
    await reader.settle();
    expect(each.asked).toEqual(['refresh sportsdonga/golf']);
  });
});

describe('a search over the headlines', () => {
  const kept = () => fakeReader([headline(1, { title: '반도체 수출' }), ...headlines(40, 2)]);

  test('filters as one types, gives the keys to the results at Enter, and Esc brings back the place', async () => {
    const reader = session(kept());
    await reader.settle();
    reader.type('20j');
    const before = reader.headlines().list;
    reader.type('/반도체');
    await reader.settle();
    expect(reader.headlines().list.items.map((item) => item.headline.title)).toEqual(['반도체 수출']);
    reader.type('\r');
    expect(reader.headlines().search?.typing).toBe(false);
    reader.type('j');
    expect(reader.headlines().search?.field.text).toBe('반도체');
    reader.type('\x1b');
    const after = reader.headlines().list;
    expect([after.selected, after.top]).toEqual([before.selected, before.top]);
    expect(reader.selected()).toBe('기사 제목 21');
    reader.type('\x1b\x1b');
    expect(reader.selected()).toBe('기사 제목 21');
  });

  test('shows the filters of a query apart from its words', async () => {
    const reader = session(kept());
    reader.type('/반도체 @정치 >어제 @없음');
    await reader.settle();
    const row = view(reader.state()).rows.find((each) => rowText(each).includes('@정치'))!;
    const parts = row.filter(({ text }) => /[^ ]/.test(text)).slice(1, 5);
    expect(parts.map(({ text, style }) => [text, style])).toEqual([
      ['반도체', 'strong'],
      ['@정치', 'current'],
      ['>어제', 'current'],
      ['@없음', 'strong'],
    ]);
  });

  test('shows what may still become a filter as neither', async () => {
    const reader = session(kept());
    reader.type('/반도체 @정 @겨');
    await reader.settle();
    const row = view(reader.state()).rows.find((each) => rowText(each).includes('@겨'))!;
    expect(row.find(({ text }) => text === '@정')?.style).toBe('strong');
    expect(row.find(({ text }) => text.includes('@겨'))?.style).toBe('plain');
  });

  test('takes letters as text, not as commands', async () => {
    const reader = session(kept());
    reader.type('/jkq b한글');
    await reader.settle();
    expect(reader.headlines().search?.field.text).toBe('jkq b한글');
    expect(reader.terminal).toEqual([]);
  });

  test('drops the results of a query that is no longer the one', async () => {
    const reader = session(kept());
    reader.type('/반도체');
    reader.store.dispatch({
      type: 'found',
      where: 'headlines',
      query: '반도',
      items: [{ headline: headline(9), score: 1, matches: [], found: null }],
      more: false,
    });
    expect(reader.headlines().list.items.length).toBe(41);
  });

  test('takes in more of what it finds when the slow part of the search ends, the selected headline staying', async () => {
    const archive = kept();
    const all = archive.list.map((each) => ({ headline: each, score: 1, matches: [], found: null }));
    archive.searching.stepwise = function* () {
      yield all.slice(5, 9);
      yield all.slice(4, 10);
      return all.slice(0, 12);
    };
    const reader = session(archive);
    reader.type('/제목');
    await new Promise((resolve) => setImmediate(resolve));
    expect(reader.headlines().list.items.length).toBe(4);
    reader.type('\x1b[B');
    const moved = reader.selected();
    await vi.waitFor(() => expect(reader.headlines().list.items.length).toBe(12));
    expect(reader.selected()).toBe(moved);
  });

  test('finds what arrives while it is on, where at first there was nothing', async () => {
    const archive = fakeReader([]);
    const reader = session(archive);
    await reader.settle();
    reader.type('/반도체');
    await reader.settle();
    expect(reader.headlines().list.items).toEqual([]);

    archive.list = [headline(1, { title: '반도체 수출' }), ...headlines(5, 2)];
    reader.store.dispatch({ type: 'changed' });
    await reader.settle();
    expect(reader.headlines().list.items.map((item) => item.headline.title)).toEqual(['반도체 수출']);

    archive.list = [headline(9, { title: '반도체' }), ...archive.list];
    reader.store.dispatch({ type: 'changed' });
    await reader.settle();
    expect(reader.headlines().list.items.length).toBe(2);

    // With nothing typed the list itself follows too.
    reader.type('\x15');
    archive.list = [...headlines(20, 30), ...archive.list];
    reader.store.dispatch({ type: 'changed' });
    await reader.settle();
    expect(reader.headlines().list.items.length).toBe(27);
    reader.type('\x1b');
    expect(reader.headlines().list.items.length).toBe(27);
  });

  test('shows the whole list again when all is deleted', async () => {
    const reader = session(kept());
    reader.type('/반도체');
    await reader.settle();
    expect(reader.headlines().list.items.length).toBe(1);
    reader.type('\x15');
    expect(reader.headlines().list.items.length).toBe(41);
    reader.type('\r');
    expect(reader.headlines().search).toBeNull();
  });

  test('takes a paste as one line', async () => {
    const reader = session(kept());
    reader.type('/\x1b[200~반도체\n수출\x1b[201~');
    await reader.settle();
    expect(reader.headlines().search?.field.text).toBe('반도체 수출');
    expect(reader.headlines().list.items.length).toBe(1);
  });

  test('goes through its results with n and N, and with the arrows while typing', async () => {
    const reader = session(kept());
    reader.type('/제목');
    await reader.settle();
    reader.type('\x1b[B\x1b[B\rnN#n');
    expect(reader.headlines().list.selected).toBe(2);
  });

  test('opens a result, and comes back to the results', async () => {
    const reader = session(kept());
    reader.type('/제목');
    await reader.settle();
    reader.type('\r2j\r');
    expect(reader.article().headline.title).toBe('기사 제목 4');
    reader.type('\x1b');
    expect(reader.headlines().search?.field.text).toBe('제목');
    expect(reader.selected()).toBe('기사 제목 4');
  });
});

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

  test('stand as rules above their headlines, each once, with the clock beside them', async () => {
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

  test('are told of the first headline in sight too, also where it has no date of its own', async () => {
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
    'never hide the selected headline, at %i rows, whichever key moves',
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

  test('has its whole title beside the list where there is a preview', async () => {
    const reader = session(fakeReader([headline(1, { title: long })]), { size: { columns: 120, rows: 30 } });
    await reader.settle();
    const beside = view(reader.state()).rows.map((row) => rowText(row).split(' │ ')[1]?.trim() ?? '');
    expect(beside.join('').replaceAll(' ', '')).toContain(long.replaceAll(' ', ''));
  });
});

describe('what was read', () => {
  test('has a quieter title than what was not, and the position is told', async () => {
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
    expect(styleOf('기사 제목 3')).toBe('plain');
    expect(rowText(view(reader.state()).rows.at(-1)!)).toContain('1/3');
    reader.type('jㅓ');
    expect(rowText(view(reader.state()).rows.at(-1)!)).toContain('3/3');
  });
});

describe('unread only', () => {
  test('shows what is unread, and all again, the selection kept', () => {
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
  test('comes once, with the first Hangul key that means something', () => {
    const reader = session();
    reader.type('ㅋ');
    expect(reader.state().notice).toBeNull();
    reader.type('ㅓ');
    expect(reader.state().notice?.key).toBe('notice.ime');
    // It stays while the key is held down, until its time is over.
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

test('a section with nothing archived says why it has nothing, and promises nothing', async () => {
  const fake = fakeReader([]);
  fake.list = [headline(1, { section: 'economy', sections: ['economy'] })];
  fake.arrives = () => new Failure('bad-feed');
  const reader = session(fake);
  await reader.settle();
  expect(reader.state().notice).toMatchObject({ key: 'notice.section-empty', tone: 'alert' });
});

test('texts that bookmarks lack are fetched once the network is there again', async () => {
  const fake = fakeReader();
  let asked = 0;
  fake.fetchMissingTexts = async () => {
    asked += 1;
    return 0;
  };
  const reader = session(fake);
  await reader.settle();
  expect(asked).toBe(1);
  expect(reader.state().notice).toBeNull();
});
