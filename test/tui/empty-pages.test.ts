import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../source/korean/keyboard.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { type Session, session } from './session.ts';

const rows = (reader: Session): string[] => view(reader.state()).rows.map(rowText);
/** The page's text, its rows joined. */
const text = (reader: Session): string => rows(reader).slice(1, -1).join(' ').replace(/\s+/g, ' ');
const footer = (reader: Session): string => rows(reader).at(-1)!;

/** The words of keys that act on a selected headline. */
const ON_SELECTION = /열기|북마크 (?!목록)|메모|브라우저|다음 결과|open|bookmark |note|browser|next result/;

describe.each([
  [80, 24],
  [200, 60],
])('at %i × %i an empty page says what to do next, and its footer offers nothing else', (columns, height) => {
  const opened = async (language: 'ko' | 'en', keys: string, kept = fakeReader([])): Promise<Session> => {
    const reader = session(kept, { language, size: { columns, rows: height } });
    await reader.settle();
    reader.type(keys);
    await reader.settle();
    return reader;
  };

  test.each([
    ['d', /Esc로 돌아가 R을 누르면/, /Go back with Esc; R there fetches/],
    [';', /Esc로 돌아가 기사를 열면/, /Go back with Esc; articles that you open/],
    ['B', /b를 누르면 여기에 모입니다/, /press b on a headline/],
    [':', /:을 누르면 모두 봅니다/, /: shows all/],
    ['/없는말\r', /./, /./],
  ])('%s', async (keys, ko, en) => {
    const sent = keys === 'd' || keys === 'B' ? [keys, latinToHangul(keys)] : [keys];
    for (const each of sent) {
      for (const [language, next] of [['ko', ko] as const, ['en', en] as const]) {
        const reader = await opened(language, each === 'ㅠ' ? '*' : each);
        expect(text(reader)).toMatch(next);
        expect(footer(reader)).not.toMatch(ON_SELECTION);
        expect(footer(reader)).toMatch(/\? (?:도움말|help)/);
      }
    }
  });

  test('with headlines the same footers offer the keys that act on one', async () => {
    for (const keys of ['d', '/제목\r', 'bB']) {
      const reader = await opened('ko', keys, fakeReader(headlines(4)));
      expect(footer(reader)).toContain('열기');
    }
  });

  test('the section chooser offers no choice where nothing is left of it', async () => {
    const reader = await opened('ko', 'sㅋㅋㅋㅋ');
    expect(footer(reader)).not.toContain('고르기');
    expect(footer(reader)).toContain('Esc 그만두기');
  });

  test('an article without links offers none, and one photo has no next one', async () => {
    const photo = { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '사진', alt: null } as const;
    const other = { ...photo, url: 'https://dimg.donga.com/b.jpg' };
    for (const [photos, next] of [
      [[photo], false],
      [[photo, other], true],
    ] as const) {
      const kept = fakeReader(headlines(1));
      const blocks = [{ type: 'paragraph' as const, text: '글' }, ...photos];
      const article = articleOf(headline(1), { blocks, reporters: [], tags: [], trending: [] });
      kept.answers = async () => ({ article, failure: null });
      const reader = await opened('ko', '\r', kept);
      expect(footer(reader)).not.toMatch(/Tab 링크|번호로 가기/);
      reader.type('i');
      expect(footer(reader).includes('다음 사진')).toBe(next);
      reader.type('i');
      expect(rows(reader).join().includes('사진이 한 장뿐인 기사입니다')).toBe(!next);
    }
  });
});

test.each([
  ['본문:', '찾을 말을 입력하세요'],
  ['북마크:', '북마크가 없습니다. 제목이나 기사에서'],
  ['읽음:', '읽음: 없이 찾아 보세요'],
])('a search for %j alone says %j', async (query, told) => {
  const reader = session(fakeReader(headlines(4)));
  await reader.settle();
  reader.type(`/${query}`);
  await reader.settle();
  expect(text(reader)).toContain(told);
});

test('in the sample edition that was asked for, shell commands are named with --demo', async () => {
  for (const [edition, option] of [
    [{ kind: 'sample', why: 'demo' }, ' --demo'],
    [{ kind: 'live' }, ''],
  ] as const) {
    const reader = session(fakeReader([]), { edition, section: 'following' });
    await reader.settle();
    expect(text(reader)).toContain(`donga-tui watch add${option}, follow add${option}`);
  }
});
