import { expect, test } from 'vitest';
import { createPlainSession } from '../../../source/commands/plain/session.ts';
import { Failure } from '../../../source/failure.ts';
import { failureText } from '../../../source/messages/index.ts';
import { articleOf, headline, headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';

const NOW = Date.UTC(2026, 10, 20, 3);

function plain(reader = fakeReader(headlines(30)), language: 'ko' | 'en' = 'ko') {
  const said: string[] = [];
  const session = createPlainSession({
    reader,
    language,
    sections: ['politics', 'economy'],
    limit: 200,
    offline: true,
    now: () => NOW,
    print: async (line) => void said.push(line),
    reason: (failure) => failureText(language, failure),
  });
  return {
    reader,
    session,
    /** Types a line; resolves to the lines of its answer. */
    async asks(line: string): Promise<string[]> {
      said.length = 0;
      await session.answer(line);
      return said.slice();
    },
    async begins(section = 'politics'): Promise<string[]> {
      said.length = 0;
      await session.begin(section);
      return said.slice();
    },
  };
}

test('the session begins with the section and numbered headlines, and continues where it stopped', async () => {
  const { begins, asks } = plain();
  const first = await begins();
  expect(first[1]).toBe('정치 섹션, 기사 30건, 안 읽음 30건.');
  expect(first[2]).toMatch(/^1\. 기사 제목 1\. /);
  expect(first.filter((line) => /^\d+\. /.test(line))).toHaveLength(20);
  expect(first.at(-1)).toContain('10건이 더 있습니다');
  expect((await asks('더'))[0]).toMatch(/^21\. /);
  expect(await asks('더')).toEqual(['목록의 끝입니다.']);
});

test('opening says the article and marks it read, and next continues from it', async () => {
  const { begins, asks, reader } = plain();
  await begins();
  const third = await asks('열기 3');
  expect(third).toContain('문단 1이다. 한국어로 적은 본문이 화면의 폭에 맞추어 여러 줄로 나뉘어 보인다. 끝.');
  expect(third.at(-1)).toMatch(/^3번 기사 끝/);
  expect(reader.asked).toContain('open 100000003');
  expect(await asks('다음')).toContain('기사 제목 4.');
  expect(await asks('이전')).toContain('기사 제목 3.');
  expect(await asks('링크')).toEqual([headline(3).url]);
});

test('a state is said once: a kept article is not said to be fetched', async () => {
  const reader = fakeReader(headlines(3));
  const first = reader.list[0]!;
  reader.kept_.set(first.id, articleOf(first));
  const { begins, asks } = plain(reader);
  await begins();
  expect((await asks('1')).join('\n')).not.toContain('받는 중');
  expect((await asks('2')).filter((line) => line.includes('받는 중'))).toHaveLength(1);
});

test('a bookmark is made and taken away, by number and for the open article', async () => {
  const { begins, asks, reader } = plain();
  await begins();
  expect(await asks('북마크')).toEqual(['몇 번인지 번호를 함께 쳐 주세요.']);
  expect(await asks('북마크 2')).toEqual(['북마크했습니다: 기사 제목 2']);
  await asks('5');
  await asks('ㅠㅐㅐㅏㅡㅁ가');
  expect(
    reader
      .bookmarks()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['100000002', '100000005']);
  expect((await asks('북마크 목록'))[0]).toBe('북마크 2건.');
  expect(await asks('북마크 1')).toMatchObject([expect.stringContaining('북마크를 지웠습니다')]);
});

test('a search numbers its results, and names an unknown filter', async () => {
  const { begins, asks, reader } = plain();
  reader.searching.headlines = () => [{ headline: headline(7), score: 1, matches: [], found: null }];
  await begins();
  expect((await asks('찾기 금리')).slice(0, 2)).toEqual([
    '‘금리’ 찾기 결과 1건.',
    expect.stringMatching(/^1\. 기사 제목 7\. 정치, /),
  ]);
  expect((await asks('찾기 @없는섹션'))[0]).toContain('@없는섹션');
  expect(await asks('찾기')).toEqual(['찾을 말을 입력하세요']);
});

test('sections are listed, opened by name, number or wrong layout, and a misspelt one is guessed', async () => {
  const { begins, asks } = plain();
  await begins();
  expect((await asks('섹션'))[1]).toBe('2. 경제, 안 읽음 0건.');
  for (const line of ['섹션 경제', 'section economy', '섹션 2', 'tprtus rudwp', '목록 경제'])
    expect((await asks(line))[0], line).toContain('경제 섹션');
  expect((await asks('섹션 경재'))[0]).toContain('경제');
  expect(await asks('섹션 없는섹션')).toEqual([
    '‘없는섹션’ 섹션은 없습니다. 섹션이라고 치면 있는 섹션을 알려 드립니다.',
  ]);
});

test('a failure is one line, and the session goes on', async () => {
  const { begins, asks, reader } = plain();
  await begins();
  reader.answers = () => Promise.reject(new Failure('unreachable'));
  expect((await asks('1')).at(-1)).toBe(failureText('ko', new Failure('unreachable')));
  expect(await asks('99')).toEqual(['99번은 없습니다. 목록에는 30건이 있습니다.']);
  expect((await asks('목록'))[0]).toContain('정치 섹션');
});

test('Hanja and signs of a headline are said in words', async () => {
  const { begins } = plain(fakeReader([headline(1, { title: '[속보] 韓銀 금리 0.5%p 인하' })]));
  expect((await begins())[2]).toMatch(/^1\. 속보, 한은 금리 0\.5퍼센트포인트 인하\./);
});

test('the help names every command in both languages, and quit ends', async () => {
  const { asks, session } = plain(fakeReader(headlines(1)), 'en');
  const help = await asks('help');
  expect(help).toContainEqual(expect.stringContaining('open number, or 열기'));
  expect(help.length).toBeGreaterThan(14);
  expect(await session.answer('quit')).toBe(false);
});
