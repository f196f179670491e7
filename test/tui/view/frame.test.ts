import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { cellWidth } from '../../../source/korean/cells.ts';
import { type Language, say } from '../../../source/messages/index.ts';
import { SECTIONS } from '../../../source/sections.ts';
import { actionOf, DEFAULT_KEYMAP } from '../../../source/tui/input/keymap.ts';
import { KEYS, type KeyContext, keyName } from '../../../source/tui/input/keys.ts';
import type { SectionTab } from '../../../source/tui/state/state.ts';
import { helpPage } from '../../../source/tui/view/parts/help-rows.ts';
import { LEGEND, MARKS } from '../../../source/tui/view/parts/marks.ts';
import { sectionBar } from '../../../source/tui/view/parts/section-bar.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { NOW, session } from '../session.ts';
import { lines, PAPER, paper } from './paper.ts';

describe('the sections across the top', () => {
  const tab = (name: string, change: Partial<SectionTab> = {}): SectionTab => ({
    name,
    label: SECTIONS.find((each) => each.name === name)!.label,
    unread: 12,
    refreshedAt: null,
    refreshing: false,
    lastFailure: null,
    ...change,
  });
  const tabs = SECTIONS.slice(0, 12).map(({ name }) => tab(name));
  const bar = async (current: string, columns: number, sections: readonly SectionTab[] = tabs) =>
    rowText(sectionBar({ ...(await paper()).state(), sections }, current, columns));

  test('always have the current one whole in sight, with a mark on each side that has more', async () => {
    const { label: first } = tabs[0]!;
    const { label: last } = tabs.at(-1)!;
    for (const { name, label } of tabs) {
      for (let columns = 20; columns <= 200; columns += 9) {
        const shown = await bar(name, columns);
        const told = `${name} at ${columns}: ${shown}`;
        expect(cellWidth(shown), told).toBeLessThanOrEqual(columns);
        expect(shown, told).toContain(` ${label} `);
        expect(shown.startsWith('‹'), told).toBe(!shown.includes(` ${first} `));
        expect(shown.trimEnd().endsWith('›'), told).toBe(!shown.includes(` ${last} `));
      }
    }
  });

  test('show their numbers of unread headlines; with little room, only the current one’s', async () => {
    for (const columns of [60, 80, 120, 200]) {
      const shown = await bar('politics', columns);
      expect(shown, String(columns)).toContain('정치 12');
      expect(shown, String(columns)).toContain('사회 12');
    }
    expect(await bar('politics', 50)).toContain('정치 12');
    expect(await bar('politics', 50)).not.toContain('사회 12');
  });

  test('have a place to press in each mark, which leads to the nearest section beyond it', async () => {
    const row = sectionBar({ ...(await paper()).state(), sections: tabs }, 'international', 80);
    const names = row.flatMap(({ press }) => (press?.on === 'tab' ? [String(press.at)] : []));
    const at = (name: string) => tabs.findIndex((each) => each.name === name);
    const shown = names.filter((name) => rowText(row).includes(` ${tabs[at(name)]!.label} `));
    expect(row[0]).toMatchObject({ text: '‹ ', press: { on: 'tab', at: tabs[at(shown[0]!) - 1]!.name } });
    expect(row.at(-1)).toMatchObject({ text: '›', press: { at: tabs[at(shown.at(-1)!) + 1]!.name } });
  });

  test('mark those that failed', async () => {
    const failed = { at: NOW, why: new Failure('timeout', { host: 'rss.donga.com' }) };
    const shown = await bar('politics', 200, [tab('politics'), tab('economy', { lastFailure: failed })]);
    expect(shown).toContain('경제!');
    expect(shown).not.toContain('정치!');
  });
});

test('the current section stays whole in the bar beside the words for unread only', async () => {
  const reader = await paper(':');
  for (let step = 0; step < reader.state().sections.length; step += 1) {
    for (let columns = 60; columns <= 200; columns += 7) {
      const state = { ...reader.state(), size: { columns, rows: 24 } };
      const [bar = ''] = lines(state, columns);
      const { section } = reader.headlines();
      expect(bar).toContain(` ${state.sections.find(({ name }) => name === section)!.label} `);
      expect(bar).not.toContain('…');
      expect(bar).toMatch(/ 안 읽은 것만$/);
    }
    reader.type('\t');
    await reader.settle();
  }
});

describe('the section chooser', () => {
  const failing = async (columns: number, typed = ''): Promise<string[]> => {
    const reader = await paper(`s${typed}`);
    const state = reader.state();
    const lastFailure = {
      at: NOW - 5 * 60_000,
      why: new Failure('http-status', { status: 503, host: 'rss.donga.com' }),
    };
    const sections = state.sections.map((tab) =>
      tab.name === 'economy' ? { ...tab, lastFailure } : { ...tab, refreshedAt: NOW - 3_600_000 },
    );
    return lines({ ...state, sections }, columns, 30);
  };
  const reason = say('ko', 'failure.http-status', { status: 503, host: 'rss.donga.com' });

  test.each([24, 40, 80, 120])(
    'shows at %i columns the failed sections, with time and reason',
    async (columns) => {
      const shown = (await failing(columns, '경제')).join('').replaceAll(' ', '');
      expect(shown).toContain('5분전실패');
      expect(shown).toContain(reason.replaceAll(' ', ''));
    },
  );

  test('never says of a section whose refresh failed that it was just fetched', async () => {
    const state = (await paper('s경제\x15')).state();
    const lastFailure = { at: NOW, why: new Failure('timeout', { host: 'rss.donga.com' }) };
    const sections = state.sections.map((tab) => ({ ...tab, lastFailure, refreshedAt: NOW }));
    const shown = lines({ ...state, sections }, 80, 30).filter((line) => line.includes('!'));
    expect(shown.length).toBeGreaterThan(8);
    for (const line of shown) expect(line).toMatch(/! 방금 실패/);
  });

  const refused = async (typed: string, columns: number, rows: number, count = 8): Promise<string[]> => {
    const { sections, ...state } = (await paper(`s${typed}`)).state();
    const at = NOW - 4 * 3_600_000 - 60_000;
    const lastFailure = { at, why: new Failure('rate-limited', { seconds: 3600 }) };
    const failed = sections.map((tab, index) => (index < count ? { ...tab, lastFailure, unread: 12 } : tab));
    return lines({ ...state, sections: failed }, columns, rows).slice(1, -2);
  };
  const told = '! 4시간 전 실패: 서버가 잠시 뒤에 다시 오라고 했습니다 (60분 뒤)'.replaceAll(' ', '');
  /** The chosen one's rows, its number first. */
  const chosenOf = (shown: readonly string[]): string => {
    const from = shown.findIndex((line) => line.startsWith('▌'));
    const more = shown.slice(from + 1).findIndex((line) => /^ {2,3}\d/.test(line));
    return together(more < 0 ? shown.slice(from) : shown.slice(from, from + 1 + more));
  };
  const together = (shown: readonly string[]) => shown.join('').replace(/[ ▌]/g, '');

  test.each([24, 40, 80])(
    'shows at %i columns the chosen one’s failure right below its name',
    async (columns) => {
      for (const moves of [0, 3, 7]) {
        const shown = await refused('\x1b[A'.repeat(5) + '\x1b[B'.repeat(moves), columns, 24);
        expect(chosenOf(shown), String(moves)).toContain(told);
        expect(shown.filter((line) => line.includes('!')).length, String(moves)).toBeGreaterThanOrEqual(8);
      }
    },
  );

  test('marks all failed sections and keeps their unread counts, with the reason once', async () => {
    for (const [columns, rows, count] of [
      [40, 60, 8],
      [80, 60, 12],
      [110, 24, 8],
    ] as const) {
      const rowsShown = await refused('', columns, rows, count);
      expect(together(rowsShown).split(told).length - 1, `${columns}×${rows}`).toBe(1);
      expect(rowsShown.filter((row) => row.includes('!')).length).toBe(count);
      // In 40 columns the mark and the time have the room of the count.
      const counted = rowsShown.filter((row) => row.includes('안 읽음 12')).length;
      expect(counted, `${columns}×${rows}`).toBeGreaterThanOrEqual(columns === 40 ? 0 : count - 1);
    }
  });

  test('keeps the chosen one in sight with its whole text, however far down and on any screen', async () => {
    for (const columns of [24, 40, 80]) {
      for (const rows of [10, 12, 24, 40]) {
        for (let moves = 0; moves < 22; moves += 1) {
          const shown = await refused('\x1b[A'.repeat(5) + '\x1b[B'.repeat(moves), columns, rows, 12);
          const chosen = chosenOf(shown);
          expect(chosen, `${columns}×${rows}, ${moves} down`).toMatch(new RegExp(`^${moves + 1}\\D`));
          if (moves < 12) expect(chosen, `${columns}×${rows}, ${moves} down`).toContain(told);
        }
      }
    }
  });

  test('shows unread counts and times of fetching, each label whole at 80 columns', async () => {
    const shown = await failing(80);
    expect(shown.find((line) => line.includes(' 정치 '))).toMatch(/2 정치 +안 읽음 \d+ +1시간 전 받음$/);
    for (const { label } of SECTIONS.slice(0, 20))
      expect(
        shown.some((line) => line.includes(`${label} `)),
        label,
      ).toBe(true);
  });

  test('shows the sections being fetched', async () => {
    const reader = await paper('s');
    const sections = reader.state().sections.map((tab) => ({ ...tab, refreshing: true }));
    expect(
      lines({ ...reader.state(), sections }).filter((line) => line.endsWith('받는 중…')),
    ).not.toHaveLength(0);
  });

  test('says that Enter chooses', async () => {
    expect((await failing(80)).at(-1)).toContain('Enter 고르기');
  });
});

/** The help as it is opened. */
const HELP = { kind: 'help', top: 0, search: null, match: null } as const;

describe('the help', () => {
  test.each(['ko', 'en'] as const)(
    'has every key and its effect, whole at every width (%s)',
    async (language: Language) => {
      const state = (await paper('?')).state();
      for (const columns of [20, 24, 40, 60, 80, 110, 140, 300]) {
        const rows = helpPage({ ...state, language, size: { columns, rows: 24 } }, HELP).rows.map(rowText);
        for (const row of rows) expect(cellWidth(row), row).toBeLessThanOrEqual(columns);
        if (columns >= 110) continue;
        const told = rows.join('').replaceAll(' ', '');
        for (const { keys, description } of KEYS) {
          const wanted = `${keys.map(keyName).join('')}${say(language, description)}`.replaceAll(' ', '');
          expect(told, `at ${columns}`).toContain(wanted);
        }
        for (const [sign, means] of LEGEND)
          expect(told, `at ${columns}`).toContain(`${sign}${say(language, means)}`.replaceAll(' ', ''));
      }
      const wide = helpPage({ ...state, language, size: { columns: 200, rows: 24 } }, HELP).rows.map(rowText);
      for (const { description } of KEYS)
        expect(wide.some((row) => row.includes(say(language, description)))).toBe(true);
    },
  );

  test('can be scrolled to its last line, also under the banner of the sample', async () => {
    const reader = await paper('?');
    const sample = session(fakeReader(PAPER), { edition: { kind: 'sample', why: 'demo' } });
    sample.type('?');
    for (const { type, state } of [reader, sample]) {
      type('G');
      const last = rowText(helpPage(state(), HELP).rows.at(-1)!).trimEnd();
      expect(last).not.toBe('');
      expect(lines(state()).at(-3)).toBe(last);
    }
  });

  test('explains that a number repeats a key, and shows the position on the page', async () => {
    const reader = await paper('?');
    expect(lines(reader.state()).join('\n')).toContain(say('ko', 'key.count'));
    expect(lines(reader.state())[0]).toMatch(/ 0%$/);
    reader.type('G');
    expect(lines(reader.state())[0]).toMatch(/ 100%$/);
    expect(lines(reader.state(), 140, 100)[0]).not.toContain('%');
  });
});

test('the help explains each mark before a headline', () => {
  expect(LEGEND.map(([sign]) => sign)).toEqual(expect.arrayContaining(Object.values(MARKS)));
});

describe('the footer', () => {
  test.each<[KeyContext, string]>([
    ['headlines', ''],
    ['bookmarks', 'B'],
    ['article', '\r'],
    ['help', '?'],
    ['typing', '/'],
    ['typing', 's'],
  ])('of %s (after %j) names the help, and no key that does nothing there', async (context, keys) => {
    const reader = await paper(keys);
    const footer = view({ ...reader.state(), notice: null, size: { columns: 300, rows: 24 } }).rows.at(-1)!;
    const named = footer.filter(({ style }) => style === 'key').map(({ text }) => text);
    expect(named.some((name) => name.includes('?'))).toBe(true);
    // While text is entered, `?` is text: its label says when it helps.
    if (context === 'typing') expect(rowText(footer)).toContain('? 도움말(Esc로 나간 뒤)');
    for (const name of named.filter((each) => context !== 'typing' || each !== '?')) {
      expect(name.split(' '), 'a label of its own').toHaveLength(1);
      const key = KEYS.flatMap((entry) => entry.keys).find((each) => keyName(each) === name)!;
      expect(actionOf(DEFAULT_KEYMAP, context, key), name).not.toBeNull();
    }
  });

  test('shows the progress of a refresh, or that the reader is offline', async () => {
    const { sections, ...state } = (await paper()).state();
    const some = sections.map((tab, index) => ({ ...tab, refreshing: index > 2 }));
    expect(lines({ ...state, sections: some }).at(-1)).toMatch(/받는 중 3\/12$/);
    expect(lines({ ...state, sections: some, offline: true }).at(-1)).toMatch(/오프라인$/);
  });
});

test('the footer offers the photos of an article only if it has some', async () => {
  for (const [blocks, offered] of [
    [[{ type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: null, alt: null }], true],
    [[{ type: 'paragraph', text: '사진 없는 기사.' }], false],
  ] as const) {
    const fake = fakeReader([headline(1)]);
    fake.answers = async (id) => ({
      article: articleOf(fake.headline(id)!, { blocks }),
      failure: null,
      corrections: null,
    });
    const reader = session(fake, { size: { columns: 160, rows: 24 } });
    await reader.settle();
    reader.type('\r');
    await reader.settle();
    expect(rowText(view(reader.state()).rows.at(-1)!).includes('i 사진')).toBe(offered);
  }
});
