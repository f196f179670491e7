import { describe, expect, test } from 'vitest';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { until } from '../../support/until.ts';
import { session } from '../session.ts';

describe('a search over the headlines', () => {
  const kept = () => fakeReader([headline(1, { title: '반도체 수출' }), ...headlines(40, 2)]);

  test('filters while typing, gives the keys to the results at Enter, and Esc brings back the place', async () => {
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

  test('names the way out in the footer once keys go through the results', async () => {
    const reader = session(kept());
    reader.type('/반도체\r');
    await reader.settle();
    const footer = rowText(view(reader.state()).rows.at(-1)!);
    expect(footer).toContain('Esc 찾기 끝내기');
    expect(footer).toContain('w 눈여겨보기');
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

  test.each([
    ['/금리 @s\r', '@s'],
    ['/@\r', '@'],
    ['/@none\r', '@none'],
    ['/#\r', '#'],
    ['/>2026-1\r', '>2026-1'],
    ['/<어\r', '<어'],
    ['/제목 #\r', '#'],
    ['/제목 >2026-\r', '>2026-'],
    ['/>2026- 제목', '>2026-'],
    ['/@s 제목', '@s'],
    ['/unraed: 제목', 'unraed:'],
  ])('finds nothing by %j, and says what is not understood', async (typed, part) => {
    // Each would be found by its words.
    const title = typed.replace(/[/\r]/g, '');
    const reader = session(fakeReader([headline(1, { title }), ...headlines(40, 2)]));
    await reader.settle();
    reader.type(typed);
    await reader.settle();
    expect(reader.headlines().list.items).toEqual([]);
    const shown = view(reader.state()).rows.map(rowText).join('\n');
    expect(shown).toContain(`‘${part}’`);
    reader.type('\x1b\x1b');
    await reader.settle();
    expect(reader.headlines().list.items.length).toBeGreaterThan(30);
  });

  test.each([
    ['ko', '본문까지 찾기', '한가람 기자'],
    ['en', 'search full texts', '한가람'],
  ] as const)(
    'goes on in full texts by Enter if no title has the words, in %s',
    async (language, offer, query) => {
      for (const keys of [[`/${query}\r`, '\r'], [`/${query}\r\r`]]) {
        const kept = fakeReader(headlines(3));
        // biome-ignore lint/correctness/useYield: all of it is found at once
        kept.searching.stepwise = function* (asked) {
          return asked === `"${query}` ? [{ headline: headline(2), score: 1, matches: [], found: null }] : [];
        };
        const reader = session(kept, { language });
        await reader.settle();
        for (const [at, chunk] of keys.entries()) {
          reader.type(chunk);
          await reader.settle();
          if (at < keys.length - 1)
            expect(view(reader.state()).rows.map(rowText).at(-1)).toContain(`Enter ${offer}`);
        }
        await expect.poll(() => reader.headlines().list.items.length, { timeout: 25_000 }).toBe(1);
        expect(reader.headlines().search).toMatchObject({ typing: false, field: { text: `"${query}` } });
        // The word itself can be watched, without the sign for full texts.
        reader.type('w');
        await reader.settle();
        expect(kept.words().watch).toEqual([query]);
        reader.type('\x1b');
        expect(reader.headlines()).toMatchObject({ search: null });
      }
    },
  );

  test('completes at Enter the section that its beginning can only mean', async () => {
    const reader = session(fakeReader([headline(1, { title: '금리 @Economy' }), ...headlines(9, 2)]));
    await reader.settle();
    reader.type('/금리 @econ\r');
    await reader.settle();
    expect(reader.headlines().search).toMatchObject({ typing: false, field: { text: '금리 @Economy' } });
    expect(reader.headlines().list.items).toHaveLength(1);
  });

  test('shows an unfinished filter as neither', async () => {
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

  test('drops the results of an earlier query', async () => {
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

  test('takes in more results when the slow part of the search ends, with the selection kept', async () => {
    const archive = kept();
    const all = archive.list.map((each) => ({ headline: each, score: 1, matches: [], found: null }));
    archive.searching.stepwise = function* () {
      yield { results: () => all.slice(5, 9), guesses: true };
      yield { results: () => all.slice(4, 10), guesses: false };
      return all.slice(0, 12);
    };
    const reader = session(archive);
    reader.type('/제목');
    await new Promise((resolve) => setImmediate(resolve));
    expect(reader.headlines().list.items.length).toBe(4);
    reader.type('\x1b[B');
    const moved = reader.selected();
    await until(() => expect(reader.headlines().list.items.length).toBe(12));
    expect(reader.selected()).toBe(moved);
  });

  test('is prepared after its key, but not while a query is being looked for', async () => {
    const archive = kept();
    const steps: string[] = [];
    archive.searching.prepareHeadlines = function* () {
      for (const step of ['first', 'second', 'third']) {
        steps.push(step);
        yield;
      }
    };
    archive.searching.stepwise = function* () {
      for (let left = 20; left > 0; left -= 1) {
        steps.push('search');
        const begin = performance.now();
        while (performance.now() < begin + 13);
        yield { results: () => [], guesses: false };
      }
      return [];
    };
    const reader = session(archive);
    reader.type('/제목');
    await until(() => expect(steps.at(-1)).toBe('third'));
    expect(steps.filter((step) => step !== 'search')).toEqual(['first', 'second', 'third']);
    expect(steps).toContain('search');
    expect(steps.lastIndexOf('search')).toBeLessThan(steps.indexOf('second'));
  });

  test('shows the first of many results before the others are made, with the number of all', async () => {
    const archive = fakeReader(headlines(100));
    const all = archive.list.map((each) => ({ headline: each, score: 1, matches: [], found: null }));
    archive.searching.stepwise = function* () {
      yield { results: (most) => all.slice(0, most), guesses: false, count: all.length };
      return all;
    };
    const reader = session(archive);
    const shown = () => view(reader.state()).rows.map(rowText).join('\n');
    reader.type('/제목');
    await new Promise((resolve) => setImmediate(resolve));
    const first = shown();
    expect(first).toContain('100');
    expect(reader.headlines().list.items.length).toBeLessThan(100);
    await until(() => expect(reader.headlines().list.items.length).toBe(100));
    expect(shown()).toBe(first);
  });

  test('shows the first results once no others come between them, and the number when it is known', async () => {
    const archive = fakeReader(headlines(100));
    const all = archive.list.map((each) => ({ headline: each, score: 1, matches: [], found: null }));
    let others = Promise.withResolvers<void>();
    archive.searching.stepwise = function* (query) {
      const found = all.slice(query.length);
      yield { results: (most) => found.slice(0, most), guesses: false, settled: () => 10 };
      yield { results: (most) => found.slice(0, most), guesses: false, settled: () => 50 };
      others.resolve();
      yield { results: (most) => found.slice(0, most), guesses: false, count: found.length };
      return found;
    };
    const reader = session(archive);
    const shown = () => view(reader.state()).rows.map(rowText).join('\n');
    reader.type('/제');
    await until(() => expect(reader.headlines().search?.results).toBe('all'));
    expect(shown()).toContain('99');
    others = Promise.withResolvers();
    reader.type('목');
    await new Promise((resolve) => setImmediate(resolve));
    expect(reader.headlines().list.items.length).toBeLessThan(50);
    expect(reader.headlines().list.items[0]?.headline).toBe(all[2]!.headline);
    expect(shown()).toContain('99');
    await others.promise;
    await until(() => expect(reader.headlines().search?.results).toBe('all'));
    expect(reader.headlines().list.items.length).toBe(98);
    expect(shown()).toContain('98');
  });

  test('shows what is found so far of a long search', async () => {
    const archive = fakeReader(headlines(100));
    const all = archive.list.map((each) => ({ headline: each, score: 1, matches: [], found: null }));
    let shown = -1;
    archive.searching.stepwise = function* () {
      for (const end = performance.now() + 10_000; shown < 0 && performance.now() < end; ) {
        yield { results: () => all.slice(7, 9), guesses: false };
        const { list } = reader.headlines();
        if (list.items.length === 2) shown = list.items.length;
      }
      return all.slice(7, 60);
    };
    const reader = session(archive);
    reader.type('/제목');
    await until(() => expect(reader.headlines().list.items.length).toBe(53));
    expect(shown).toBe(2);
  });

  test('finds headlines that arrive during it, even if at first there were none', async () => {
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
