import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { cellWidth } from '../../../source/korean/cells.ts';
import { FILTERS } from '../../../source/search/query/filters.ts';
import { paintRow } from '../../../source/terminal/paint.ts';
import { KEYS, keyName } from '../../../source/tui/input/keys.ts';
import type { HeadlinesScreen } from '../../../source/tui/state/screens.ts';
import type { State } from '../../../source/tui/state/state.ts';
import { layoutOf } from '../../../source/tui/view/layout/screen.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { isAmbiguous } from '../../support/terminal/ambiguous.ts';
import { type Session, session } from '../session.ts';

const WIDTHS = [1, 2, 3, 7, 12, 20, 29, 30, 44, 60, 80, 100, 119, 120, 200, 250];
const HEIGHTS = [1, 2, 3, 5, 6, 15, 16, 24, 60];

const LONG =
  '[단독] 韓美 정상 “반도체 관세 유예” 합의…내년 3월까지 △장비 △소재 100만 건 면제, 총 2조3000억 원 규모라고 밝혀';

function reader(): Session {
  const fake = fakeReader();
  fake.list = [
    headline(0, { title: LONG, bookmarked: true }),
    headline(1, { title: '', summary: '' }),
    headline(2, {
      publishedAt: null,
      read: true,
      title: 'https://example.com/a/very/long/address/without/any/space/in/it/at/all',
    }),
    headline(3, { publishedAt: '2019-01-02T03:00:00+09:00' }),
    ...Array.from({ length: 60 }, (_, index) => headline(index + 4)),
  ];
  return session(fake);
}

const lines = (state: State) => view(state).rows.map(rowText);
const resized = (state: State, columns: number, rows: number): State => ({
  ...state,
  size: { columns, rows },
});

/** Every screen a reader can be on, and the odd states of each. */
async function screens(): Promise<[name: string, state: State][]> {
  const given: [string, State][] = [];
  for (const keys of [
    '',
    'G',
    '\r',
    '?',
    's',
    's정',
    'B',
    '/',
    '/기사',
    '/기사\r',
    '/없는말',
    '\r/문단',
    ':',
    '5',
  ]) {
    const at = reader();
    await at.settle();
    at.type(keys);
    await at.settle();
    given.push([keys, at.state()]);
    const sample = {
      ...at.state(),
      edition: { kind: 'sample', why: new Failure('unreachable', { host: 'rss.donga.com' }) },
    } as const;
    given.push([`${keys} in the sample`, sample]);
    given.push([
      `${keys} in English, offline, Hanja glossed`,
      { ...at.state(), language: 'en', offline: true, settings: { ...at.state().settings, hanja: true } },
    ]);
  }
  const empty = session(fakeReader());
  given.push([
    'empty',
    {
      ...empty.state(),
      screens: [
        {
          ...(empty.state().screens[0] as HeadlinesScreen),
          list: { items: [], complete: true, selected: 0, top: 0 },
        },
      ],
    },
  ]);
  return given;
}

describe('the whole screen', () => {
  test('has as many rows as the terminal and none wider, with anything on it and at any size', async () => {
    for (const [name, state] of await screens()) {
      for (const columns of WIDTHS) {
        for (const rows of HEIGHTS) {
          const shown = lines(resized(state, columns, rows));
          expect(shown, name).toHaveLength(rows);
          for (const line of shown)
            expect(cellWidth(line), `${name} at ${columns}×${rows}: ${line}`).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  test('has nothing ambiguous left on a wide terminal, its borders and marks included, and stays straight', async () => {
    const looks = { hyperlinks: false };
    const marked = new Set<string>();
    for (const [name, state] of await screens()) {
      for (const columns of [20, 80, 140]) {
        for (const row of view(resized(state, columns, 30)).rows) {
          const plain = stripVTControlCharacters(paintRow(row, { ...looks, wide: true }));
          expect([...plain].filter(isAmbiguous), `${name} at ${columns}: ${plain}`).toEqual([]);
          expect(cellWidth(plain), `${name} at ${columns}: ${plain}`).toBe(cellWidth(rowText(row)));
          for (const char of rowText(row)) if (isAmbiguous(char)) marked.add(char);
        }
      }
    }
    // The examples held characters to swap, so the test can fail.
    expect([...'▌•★─│…“”△']).toEqual([...'▌•★─│…“”△'].filter((char) => marked.has(char)));
  });

  test('shows the selected headline in full at any width that has room for it', async () => {
    const at = reader();
    await at.settle();
    at.type('g');
    for (const columns of [20, 30, 40, 60, 80, 119, 120, 200]) {
      const shown = lines(resized(at.state(), columns, 30))
        .map((line) => (columns < 120 ? line : (line.split(' │ ')[1] ?? '')))
        .join('');
      expect(shown.replace(/\s/g, ''), String(columns)).toContain(LONG.replaceAll(' ', ''));
    }
  });

  test.each([80, 120])(
    'lists in the help every key and every filter of a search at %i columns',
    async (columns) => {
      const at = reader();
      at.type('?');
      const help = lines(resized(at.state(), columns, 200)).join('\n');
      for (const { keys } of KEYS) expect(help).toContain(keys.map(keyName).join(' '));
      for (const { examples } of FILTERS) expect(help).toContain(examples.join(' '));
    },
  );

  test('always shows the key of the help', async () => {
    for (const [name, state] of await screens()) {
      const footer = lines(resized({ ...state, notice: null, count: null }, 40, 10)).at(-1)!;
      const typing = /[/s]/.test(name) && !name.includes('\r ');
      if (!typing) expect(footer, name).toMatch(/\?|Enter/);
    }
  });

  test('shows the key of the help beside a notice too, if that has no row of its own', async () => {
    const at = reader();
    await at.settle();
    at.type('H');
    const last = lines(resized(at.state(), 20, 5)).at(-1);
    expect(last).toMatch(/^ \? 한자/);
  });

  test('says on every screen that the sample edition is not today’s news, and why', async () => {
    for (const [name, state] of await screens()) {
      if (!name.endsWith('sample')) continue;
      const shown = lines(resized(state, 100, 20)).join('\n');
      expect(shown, name).toContain('견본 지면');
      expect(shown, name).toContain('rss.donga.com');
    }
  });

  test('puts the caret where the next letter will be, in cells', async () => {
    const at = reader();
    await at.settle();
    at.type('/반도체 a');
    const { cursor, rows } = view(at.state());
    expect(cursor).not.toBeNull();
    expect(cursor!.x).toBe(cellWidth('찾기: 반도체 a'));
    expect(rowText(rows[cursor!.y]!)).toContain('찾기: 반도체 a');
    expect(view(resized(at.state(), 12, 10)).cursor!.x).toBeLessThan(12);
  });

  test('shows the lead beside the list from 120 columns', async () => {
    const at = reader();
    await at.settle();
    at.type('5j');
    const lead = (columns: number) =>
      lines(resized(at.state(), columns, 30)).some((line) => line.includes('의 요약이다'));
    expect(lead(119)).toBe(false);
    expect(lead(120)).toBe(true);
  });
});

describe('an article on the screen', () => {
  test('has a column of 76 cells in the middle', async () => {
    const at = reader();
    await at.settle();
    at.type('\r');
    await at.settle();
    const shown = lines(resized({ ...at.state(), beside: false }, 200, 40))
      .slice(2, -2)
      .filter((line) => line.trim() !== '');
    for (const line of shown) {
      expect(line.startsWith(' '.repeat(62))).toBe(true);
      expect(cellWidth(line.trim())).toBeLessThanOrEqual(76);
    }
  });

  test('is at 100 % when its end is in sight', async () => {
    const fake = fakeReader();
    const of = headline(1);
    fake.list = [of];
    fake.answers = async () => ({ article: articleOf(of), failure: null });
    const at = session(fake);
    await at.settle();
    at.type('\r');
    await at.settle();
    expect(lines(at.state())[0]).toContain('0%');
    at.type('G');
    expect(lines(at.state())[0]).toContain('100%');
  });
});

test('the screen is parted without gap or overlap at every size', () => {
  for (let columns = 1; columns <= 250; columns += 1) {
    for (let rows = 1; rows <= 60; rows += 1) {
      for (const sample of [false, true]) {
        for (const split of ['none', 'list', 'beside'] as const) {
          if (split === 'beside' && columns < 100) continue;
          const { bar, banner, rule, body, preview, title, notice, footer } = layoutOf(
            { columns, rows },
            sample,
            split,
          );
          const used = [bar, banner, rule, notice, footer].filter((row) => row !== null);
          // The whole title's last row is the notice's too.
          if (title !== null) {
            expect(title.y + title.rows - 1).toBe(notice);
            for (let y = title.y; y < notice!; y += 1) used.push(y);
          }
          for (let y = body.y; y < body.y + body.rows; y += 1) used.push(y);
          if (used.length !== rows || new Set(used).size !== rows || Math.max(...used) !== rows - 1) {
            throw new Error(`${columns}×${rows}: rows ${used}`);
          }
          const right = preview === null ? body.columns : preview.x + preview.columns;
          if (right > columns || body.columns < 1) throw new Error(`${columns}×${rows}: ${right} columns`);
        }
      }
    }
  }
});
