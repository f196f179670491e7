import { describe, expect, test } from 'vitest';
import { FILTERS } from '../../../source/search/query/filters.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';

const screenOf = (reader: Session): string[] =>
  view(reader.state()).rows.map((row) => rowText(row).trimEnd());
const footerOf = (reader: Session): string => screenOf(reader).at(-1)!;

async function opened(keys: string, columns: number, language: 'ko' | 'en'): Promise<Session> {
  const fake = fakeReader(headlines(40));
  fake.answers = async (id) => ({
    article: articleOf(fake.headline(id)!, { tags: ['가람', '나루', '다솜'] }),
    failure: null,
  });
  const reader = session(fake, { size: { columns, rows: 12 }, language });
  await reader.settle();
  for (const key of keys) {
    reader.type(key);
    await reader.settle();
  }
  return reader;
}

describe('every list shows the selected place and its length, so that one sees that it goes on below', () => {
  test.each([
    ['headlines', ''],
    ['bookmarks', 'bjb*'],
    ['headlines read last', '\r\x1bj\r\x1b;'],
    ['settings', ','],
    ['the section chooser', 's'],
    ['the day', 'd'],
    ['what to follow', '\ra'],
  ])('%s', async (_, keys) => {
    for (const [columns, language] of [
      [60, 'ko'],
      [80, 'en'],
      [200, 'ko'],
    ] as const) {
      const reader = await opened(keys, columns, language);
      const [, at = '', count] = / (\d+)\/(\d+)$/.exec(footerOf(reader)) ?? [];
      expect(Number(at), footerOf(reader)).toBeGreaterThan(0);
      reader.type('\x1b[B');
      await reader.settle();
      expect(footerOf(reader)).toMatch(new RegExp(` ${Number(at) + 1}/${count}$`));
    }
  });
});

describe('a search without results says what would help', () => {
  test.each([
    ['/없는말', 'ko', 'Enter를 두 번 누르면 본문과 기자 이름까지'],
    ['/없는말', 'en', 'Enter twice searches full texts and reporters too'],
    ['/본문:없는말', 'ko', '더 짧은 말이나 다른 말'],
    ['/@경제 없는말', 'ko', '@경제 없이'],
    ['/없는말 >yesterday', 'en', 'try without >yesterday'],
    ['/없는말 -스포츠', 'ko', '-스포츠 없이'],
    ['*/없는말', 'en', 'try fewer or other words'],
    [':/없는말', 'ko', 'Enter 뒤에 :을 누르면 모두 찾습니다'],
    [':/없는말', 'en', 'Enter, then : searches all'],
    [':/없는말\r', 'en', 'found; : searches all'],
    ['s없는말', 'ko', '그런 섹션이 없습니다'],
    ['s없는말', 'en', 'No such section'],
  ] as const)('%s, in %s', async (keys, language, hint) => {
    for (const columns of [60, 80, 200]) {
      const reader = await opened(keys, columns, language);
      expect(screenOf(reader).join(' ').replace(/ +/g, ' ')).toContain(hint);
    }
  });

  test(': after such a search finds the headlines that were read', async () => {
    const reader = session(fakeReader([headline(1, { read: true, title: '읽은 예산 기사' }), headline(2)]));
    await reader.settle();
    reader.type(':/예산');
    await reader.settle();
    expect(screenOf(reader).join('\n')).toContain('안 읽은 기사에는 없습니다');
    reader.type('\r:');
    await reader.settle();
    expect(reader.selected()).toBe('읽은 예산 기사');
  });
});

test.each(['ko', 'en'] as const)(
  'under the prompt of a search, filters are whole or not there, in %s',
  async (language) => {
    const whole = FILTERS.flatMap(({ examples }): readonly string[] => examples);
    for (let columns = 40; columns <= 200; columns += 1) {
      const reader = session(fakeReader(headlines(3)), { size: { columns, rows: 24 }, language });
      reader.type('/');
      const hint = screenOf(reader).find((row) => /좁히기:|Narrow:/.test(row))!;
      const shown = hint.split('│')[0]!.trim().replace(/^\S+ /, '').split('  ');
      expect(shown.length).toBeGreaterThan(2);
      for (const example of shown) expect(whole).toContain(example);
      if (columns >= 100 && columns < 120) expect(shown).toHaveLength(FILTERS.length);
    }
  },
);
