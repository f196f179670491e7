import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { cellWidth } from '../../../source/korean/cells.ts';
import { type Language, say } from '../../../source/messages/index.ts';
import type { Article, Headline } from '../../../source/model.ts';
import { SECTIONS } from '../../../source/sections.ts';
import { actionOf, KEYS, type KeyContext, keyName } from '../../../source/tui/input/keys.ts';
import type { SectionTab, State } from '../../../source/tui/state/state.ts';
import { sectionBar } from '../../../source/tui/view/parts/section-bar.ts';
import { helpPage } from '../../../source/tui/view/screens/help.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, fakeReader, headline } from '../../support/fake-reader.ts';
import { NOW, type Session, session } from '../session.ts';

const at = (minutesAgo: number): string =>
  new Date(NOW - minutesAgo * 60_000 + 9 * 3_600_000).toISOString().replace(/\.000Z$/, '+09:00');

const PAPER: Headline[] = [
  headline(1, {
    title: '[속보] 국회 예산결산특위, 새해 예산안 심사 재개 합의',
    publishedAt: at(1),
    summary: '여야가 멈췄던 심사를 다시 시작하기로 했다.',
  }),
  headline(2, {
    title: '[단독] 韓美 통상장관, 내달 초 서울서 만난다…“반도체 관세 유예” 다시 논의하기로',
    publishedAt: at(125),
    bookmarked: true,
  }),
  headline(3, {
    title: '지방의회 해외연수 보고서, 절반이 베껴 쓰기였다',
    publishedAt: at(20 * 60),
    read: true,
  }),
  headline(4, { title: '국무회의, 공공데이터 ‘원본 공개’ 원칙 의결', publishedAt: at(3 * 24 * 60) }),
];

const STORY: Partial<Article> = {
  kicker: '예산 정국',
  deck: ['사흘 만에 다시 한자리에'],
  reporters: [{ name: '한가람', title: '기자', place: null, email: 'garam@donga.example' }],
  blocks: [
    { type: 'paragraph', text: '국회 예산결산특별위원회가 20일 새해 예산안 심사를 다시 시작하기로 했다.' },
    { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '20일 회의장. 사진공동취재단', alt: null },
    { type: 'heading', text: '● 사흘 만에' },
    { type: 'quote', text: '시한은 지킨다.' },
  ],
  tags: ['국회', '예산안'],
  reactions: { 좋아요: 2 },
  comments: 1,
  trending: [
    { title: '겨울 무릎 통증, 허벅지 힘부터', url: 'https://www.donga.com/news/article/all/20261120/9/1' },
  ],
  copyright: '© 무단 전재 금지',
};

async function paper(keys = '', list: Headline[] = PAPER): Promise<Session> {
  const fake = fakeReader(list);
  fake.answers = async (id) => ({ article: articleOf(fake.headline(id)!, STORY), failure: null });
  const reader = session(fake);
  await reader.settle();
  reader.type(keys);
  await reader.settle();
  return reader;
}

const lines = (state: State, columns = 80, rows = 24): string[] =>
  view({ ...state, size: { columns, rows }, notice: null }).rows.map((row) => rowText(row).trimEnd());
const page = (state: State, columns: number, rows: number): string =>
  `\n${lines(state, columns, rows).join('\n')}\n`;

describe('the headlines', () => {
  test('look so at 80×24', async () => {
    const reader = await paper('j');
    expect(page(reader.state(), 80, 24)).toMatchInlineSnapshot(`
      "
         전체기사   정치 3   사회   경제   국제   사설칼럼   의학과학   문화연예     ›
      ────────────────────────────────────────────────────────────────────────────────
      ─ 오늘 ─────────────────────────────────────────────────────────────────────────
       •  11:59 [속보] 국회 예산결산특위, 새해 예산안 심사 재개 합의
      ▌•★ 09:55 [단독] 韓美 통상장관, 내달 초 서울서 만난다…“반도체 관세 유예” 다시…
      ─ 어제 ─────────────────────────────────────────────────────────────────────────
          16:00 지방의회 해외연수 보고서, 절반이 베껴 쓰기였다
      ─ 11월 17일 화 ─────────────────────────────────────────────────────────────────
       •  12:00 국무회의, 공공데이터 ‘원본 공개’ 원칙 의결












       [단독] 韓美 통상장관, 내달 초 서울서 만난다…“반도체 관세 유예” 다시 논의하기로

       ? 도움말  Enter 열기  / 찾기  b 북마크  Tab 다음 섹션  s 섹션              2/4
      "
    `);
  });

  test('look so at 40×12', async () => {
    const reader = await paper('j');
    expect(page(reader.state(), 40, 12)).toMatchInlineSnapshot(`
      "
         전체기사   정치 3   사회   경제     ›
       •  [속보] 국회 예산결산특위, 새해 예…
      ▌•★ [단독] 韓美 통상장관, 내달 초 서울…
          지방의회 해외연수 보고서, 절반이…
       •  국무회의, 공공데이터 ‘원본 공개’…





       [단독] 韓美 통상장관, 내달 초 서울서…
       ? 도움말  Enter 열기  / 찾기       2/4
      "
    `);
  });

  test('have the whole lead beside them, and say where the feed cut it', async () => {
    const whole = `${'문장이 하나 있다. '.repeat(50)}끝이다.`;
    for (const [summary, cut] of [
      [whole, false],
      [`${whole} 그리고 다음 문장은 여기서 끊`, true],
    ] as const) {
      const reader = await paper('', [headline(1, { summary })]);
      const shown = lines(reader.state(), 160, 40)
        .map((line) => line.split(' │ ')[1] ?? '')
        .join('')
        .replaceAll(' ', '');
      expect(shown.endsWith(`${summary}${cut ? '…' : ''}`.replaceAll(' ', ''))).toBe(true);
    }
  });

  test('say that there is more of a lead than the screen has room for', async () => {
    const reader = await paper('', [headline(1, { summary: '문장이 하나 있다. '.repeat(50).trim() })]);
    const beside = lines(reader.state(), 130, 12).map((line) => line.split(' │ ')[1] ?? '');
    expect(beside.filter((line) => line !== '').at(-1)).toBe('…');
  });

  test('show the syllables that a search found also where Hanja are glossed', async () => {
    const reader = await paper();
    const { screens, ...rest } = reader.state();
    const [first] = screens;
    const title = PAPER[1]!.title;
    const found = title.indexOf('통상장관');
    const items = [{ headline: PAPER[1]!, matches: [[found, found + 4] as const] }];
    for (const hanja of [false, true]) {
      const state: State = { ...rest, hanja, screens: [{ ...first, list: { ...first.list, items } }] };
      const marked = view(state)
        .rows.flat()
        .filter(({ style }) => style === 'match');
      expect(marked.map(({ text }) => text).join('')).toBe('통상장관');
    }
  });
});

describe('an article', () => {
  test('looks so at 80×24', async () => {
    const reader = await paper('\r');
    expect(page(reader.state(), 80, 24)).toMatchInlineSnapshot(`
      "
        정치 · 1분 읽기                                                            0%
      ────────────────────────────────────────────────────────────────────────────────
        정치 · 예산 정국
        [속보] 국회 예산결산특위, 새해 예산안 심사 재개 합의

        │ 사흘 만에 다시 한자리에

        입력 2026년 11월 20일 11:59
        한가람 기자 garam@donga.example

        국회 예산결산특별위원회가 20일 새해 예산안 심사를 다시 시작하기로 했다.

        ┃ [사진 i] 20일 회의장. 사진공동취재단

        ● 사흘 만에

        │ 시한은 지킨다.

        ────────────────────────────────────────────────────────────────────────────
        #국회 #예산안
        좋아요 2 · 댓글 1


       ? 도움말  Esc 뒤로  n 다음 기사  b 북마크  o 브라우저  / 찾기  Tab 링크
      "
    `);
  });

  test('marks the chosen entry of the trending ones', async () => {
    const reader = await paper('\r');
    reader.type('G\t');
    const chosen = lines(reader.state(), 80, 24).filter((line) => line.includes('▌'));
    expect(chosen).toEqual(['▌ 1. 겨울 무릎 통증, 허벅지 힘부터']);
  });
});

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

  test('always have the current one whole in sight, and say on which side there are more', async () => {
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

  test('tell what is unread in them; where there is little room, of the current one only', async () => {
    for (const columns of [60, 80, 120, 200]) {
      const shown = await bar('politics', columns);
      expect(shown, String(columns)).toContain('정치 12');
      expect(shown, String(columns)).toContain('사회 12');
    }
    expect(await bar('politics', 50)).toContain('정치 12');
    expect(await bar('politics', 50)).not.toContain('사회 12');
  });

  test('mark those that failed', async () => {
    const failed = { at: NOW, why: new Failure('timeout', { host: 'rss.donga.com' }) };
    const shown = await bar('politics', 200, [tab('politics'), tab('economy', { lastFailure: failed })]);
    expect(shown).toContain('경제!');
    expect(shown).not.toContain('정치!');
  });
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

  test.each([24, 40, 80, 120])('tells at %i columns which section failed, when and why', async (columns) => {
    const shown = (await failing(columns, '경제')).join('').replaceAll(' ', '');
    expect(shown).toContain('5분전실패');
    expect(shown).toContain(reason.replaceAll(' ', ''));
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

  test.each([24, 40, 80])('tells at %i columns of the chosen one right below its name', async (columns) => {
    for (const moves of [0, 3, 7]) {
      const shown = await refused('\x1b[A'.repeat(5) + '\x1b[B'.repeat(moves), columns, 24);
      expect(chosenOf(shown), String(moves)).toContain(told);
      expect(shown.filter((line) => line.includes('!')).length, String(moves)).toBeGreaterThanOrEqual(8);
    }
  });

  test('tells when and why of all that failed where there is room for it', async () => {
    for (const [columns, rows, count] of [
      [40, 60, 8],
      [80, 60, 12],
      [110, 24, 8],
    ] as const) {
      const shown = together(await refused('', columns, rows, count));
      expect(shown.split(told).length - 1, `${columns}×${rows}`).toBe(count);
    }
  });

  test('keeps the chosen one in sight with all that is told of it, however far down and however low the screen', async () => {
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

  test('tells what is unread and when a section was fetched, each label whole at 80 columns', async () => {
    const shown = await failing(80);
    expect(shown.find((line) => line.includes(' 정치 '))).toMatch(/2 정치 +안 읽음 \d+ +1시간 전 받음$/);
    for (const { label } of SECTIONS.slice(0, 20))
      expect(
        shown.some((line) => line.includes(`${label} `)),
        label,
      ).toBe(true);
  });

  test('says what is being fetched', async () => {
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

describe('the help', () => {
  test.each(['ko', 'en'] as const)(
    'tells every key and what it does, whole at every width (%s)',
    async (language: Language) => {
      const state = (await paper('?')).state();
      for (const columns of [20, 24, 40, 60, 80, 110, 140, 300]) {
        const rows = helpPage({ ...state, language, size: { columns, rows: 24 } }).all.map(rowText);
        for (const row of rows) expect(cellWidth(row), row).toBeLessThanOrEqual(columns);
        if (columns >= 110) continue;
        const told = rows.join('').replaceAll(' ', '');
        for (const { keys, description } of KEYS) {
          const wanted = `${keys.map(keyName).join('')}${say(language, description)}`.replaceAll(' ', '');
          expect(told, `at ${columns}`).toContain(wanted);
        }
      }
      const wide = helpPage({ ...state, language, size: { columns: 200, rows: 24 } }).all.map(rowText);
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
      const last = rowText(helpPage(state()).all.at(-1)!).trimEnd();
      expect(last).not.toBe('');
      expect(lines(state()).at(-3)).toBe(last);
    }
  });

  test('tells that a number repeats, and how far down the page is', async () => {
    const reader = await paper('?');
    expect(lines(reader.state()).join('\n')).toContain(say('ko', 'key.count'));
    expect(lines(reader.state())[0]).toMatch(/ 0%$/);
    reader.type('G');
    expect(lines(reader.state())[0]).toMatch(/ 100%$/);
    expect(lines(reader.state(), 140, 100)[0]).not.toContain('%');
  });
});

describe('the footer', () => {
  test.each<[KeyContext, string]>([
    ['headlines', ''],
    ['bookmarks', 'B'],
    ['article', '\r'],
    ['help', '?'],
    ['typing', '/'],
    ['typing', 's'],
  ])('of %s (after %j) has the help, and no key that does nothing there', async (context, keys) => {
    const reader = await paper(keys);
    const footer = view({ ...reader.state(), notice: null, size: { columns: 300, rows: 24 } }).rows.at(-1)!;
    const named = footer.filter(({ style }) => style === 'key').map(({ text }) => text);
    expect(named.some((name) => name.includes('?'))).toBe(true);
    for (const name of named.filter((each) => each !== 'Esc ?')) {
      const key = KEYS.flatMap((entry) => entry.keys).find((each) => keyName(each) === name)!;
      expect(actionOf(context, key), name).not.toBeNull();
    }
  });

  test('tells how far a refresh is, or that the network is not asked', async () => {
    const { sections, ...state } = (await paper()).state();
    const some = sections.map((tab, index) => ({ ...tab, refreshing: index > 2 }));
    expect(lines({ ...state, sections: some }).at(-1)).toMatch(/받는 중 3\/12$/);
    expect(lines({ ...state, sections: some, offline: true }).at(-1)).toMatch(/오프라인$/);
  });
});

describe('where there is nothing', () => {
  test.each([
    ['no headlines', '', [], 'r을 누르면'],
    ['no bookmarks', 'B', PAPER.map((each) => ({ ...each, bookmarked: false })), 'b를 누르면'],
    ['nothing unread', ':', [], ':을 누르면'],
    ['nothing found', '/없는말', PAPER, '찾은 것이 없습니다'],
    ['a section that is misspelt', '/@국재 선거', PAPER, '@국제'],
    ['a day that is none', '/금리 >모레', PAPER, '>어제'],
    ['nothing typed', '/', PAPER, null],
  ] as const)('%s: the screen says what to do', async (_, keys, list, words) => {
    const reader = await paper(keys, [...list]);
    const body = lines(reader.state()).slice(1, -2).join('\n');
    if (words === null) expect(body.trim()).not.toBe('');
    else expect(body).toContain(words);
  });
});

describe('a section with nothing archived', () => {
  const body = ({ state }: Session, columns = 80): string => lines(state(), columns).slice(2, -2).join(' ');
  const failing = async (keys: string): Promise<Session> => {
    const fake = fakeReader(PAPER);
    fake.arrives = (section) =>
      section === 'national' ? new Failure('http-status', { status: 503, host: 'rss.donga.com' }) : [];
    const reader = session(fake);
    await reader.settle();
    reader.type(keys);
    await reader.settle();
    return reader;
  };

  test('says why it failed and what to do, whenever it is gone to', async () => {
    const wanted = say('ko', 'notice.section-empty', {
      label: '사회',
      reason: say('ko', 'failure.http-status', { status: 503 }),
    });
    for (const keys of ['\t', 's사회\r', '\t:', '\tyk'])
      for (const columns of [30, 80, 140])
        expect(body(await failing(keys), columns).replace(/[ │]/g, ''), keys).toContain(
          wanted.replaceAll(' ', ''),
        );
  });

  test('says that it is being fetched where it was never asked for and the network may be', async () => {
    const fake = fakeReader([]);
    fake.refresh = () => new Promise(() => undefined);
    const reader = session(fake);
    expect(body(reader)).toContain(say('ko', 'empty.refreshing'));
    expect(body(session(fake, { edition: { kind: 'sample', why: 'demo' } }))).toContain(
      say('ko', 'empty.refreshing'),
    );
  });

  test('says that r fetches where it was fetched and is empty, and offline', async () => {
    expect(body(await paper('', []))).toContain(say('ko', 'empty.headlines'));
    expect(body(session(fakeReader([]), { offline: true }))).toContain(say('ko', 'empty.headlines'));
  });
});
