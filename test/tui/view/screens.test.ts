import { describe, expect, test } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { say } from '../../../source/messages/index.ts';
import { DEFAULT_KEYMAP } from '../../../source/tui/input/keymap.ts';
import type { State } from '../../../source/tui/state/state.ts';
import { view } from '../../../source/tui/view/view.ts';
import { headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';
import { lines, PAPER, page, paper } from './paper.ts';

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

  test('have the whole lead beside them, with a mark where the feed cut it', async () => {
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

  test('have an ellipsis if the lead is longer than the screen', async () => {
    const reader = await paper('', [headline(1, { summary: '문장이 하나 있다. '.repeat(50).trim() })]);
    const beside = lines(reader.state(), 130, 12).map((line) => line.split(' │ ')[1] ?? '');
    expect(beside.filter((line) => line !== '').at(-1)).toBe('…');
  });

  test('show the syllables that a search found also if Hanja are glossed', async () => {
    const reader = await paper();
    const { screens, ...rest } = reader.state();
    const [first] = screens;
    const title = PAPER[1]!.title;
    const found = title.indexOf('통상장관');
    const items = [{ headline: PAPER[1]!, matches: [[found, found + 4] as const] }];
    for (const hanja of [false, true]) {
      const settings = { ...rest.settings, hanja };
      const state: State = { ...rest, settings, screens: [{ ...first, list: { ...first.list, items } }] };
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


       ? 도움말  Esc 뒤로  n 다음 기사  b 북마크  o 브라우저  / 찾기  Tab 다음 링크
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

describe('screens with nothing to show', () => {
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

  test('shows the failure and the remedy, whenever it is opened', async () => {
    const wanted = say('ko', 'notice.section-empty', {
      ...DEFAULT_KEYMAP.names,
      label: '사회',
      reason: say('ko', 'failure.http-status', { status: 503 }),
    });
    for (const keys of ['\t', 's사회\r', '\t:', '\tyk'])
      for (const columns of [30, 80, 140])
        expect(body(await failing(keys), columns).replace(/[ │]/g, ''), keys).toContain(
          wanted.replaceAll(' ', ''),
        );
  });

  test('shows that it is being fetched if it never was and the network may be used', async () => {
    const fake = fakeReader([]);
    fake.refresh = () => new Promise(() => undefined);
    const reader = session(fake);
    expect(body(reader)).toContain(say('ko', 'empty.refreshing'));
    expect(body(session(fake, { edition: { kind: 'sample', why: 'demo' } }))).toContain(
      say('ko', 'empty.refreshing'),
    );
  });

  test('names r for a refresh if it was fetched and is empty, and offline', async () => {
    expect(body(await paper('', []))).toContain(say('ko', 'empty.headlines', DEFAULT_KEYMAP.names));
    expect(body(session(fakeReader([]), { offline: true }))).toContain(
      say('ko', 'empty.headlines', DEFAULT_KEYMAP.names),
    );
  });
});
