// Two words of a title typed as one, though they do not stand together in it: key by key, as an IME commits them.

import { describe, expect, test } from 'vitest';
import { jamo } from '../../source/korean/jamo.ts';
import { latinToHangul } from '../../source/korean/keyboard.ts';
import fc from '../support/fast-check.ts';
import { headline, manyHeadlines } from '../support/headlines.ts';
import { createSearched } from '../support/searched.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');

const PLANTED = {
  bank: '한국은행, 기준금리 또 동결',
  korusjap: '韓美日 안보협력 공동성명',
  cars: '현대차 노사, 임금협약 잠정합의',
  chips: 'SK하이닉스, 내년 HBM 증설',
  particle: '정부가 내년 예산안을 확정',
} as const;

const planted = createSearched();
planted.add(Object.entries(PLANTED).map(([id, title]) => headline(id, title)));
const search = (query: string) => planted.search(query, { limit: 10, now: NOW });
const found = (query: string) => search(query).map(({ id }) => id);

/** The contents of a text box after each key of a text. */
function asTyped(text: string): string[] {
  const keys = jamo(text);
  return Array.from(keys, (_, at) => latinToHangul(keys.slice(0, at + 1)));
}

describe('a title stays while two of its words are typed as one', () => {
  test.each([
    ['bank', '한국은행그 한국은행금 한국은행금ㄹ 한국은행금리'],
    ['bank', '한국은행ㄷ 한국은행도 한국은행동 한국은행동ㄱ 한국은행동결'],
    ['korusjap', '한미일ㄱ 한미읽 한미일고 한미일공 한미일공ㄷ 한미일공도 한미일공동'],
    ['cars', '현대창 현대차ㅇ 현대차이 현대차임 현대차임그 현대차임금'],
    ['chips', 'sk하이닉스h sk하이닉스hb sk하이닉스hbm'],
    ['particle', '정붕 정부ㅇ 정부예 정부옛 정부예사 정부예산'],
  ] as const)('%s: %s', (id, queries) => {
    for (const query of queries.split(' ')) expect([query, found(query)]).toEqual([query, [id]]);
  });

  test('any two words', () => {
    const many = manyHeadlines(2000);
    const index = createSearched();
    index.add(many);
    const pairs = fc.constantFrom(...many).chain(({ id, title }) => {
      const words = title.split(/[\s,]+/);
      return fc
        .shuffledSubarray([...words.keys()], { minLength: 2, maxLength: 2 })
        .filter(([one, other]) => Math.abs(one! - other!) > 1 && words[one!]!.length > 1)
        .map(([one, other]) => ({ id, first: words[one!]!, second: words[other!]! }));
    });
    fc.assert(
      fc.property(pairs, ({ id, first, second }) => {
        for (const typed of asTyped(first + second).slice(jamo(first).length)) {
          const ids = index.search(typed, { limit: many.length, now: NOW }).map((result) => result.id);
          expect([typed, ids.includes(id)]).toEqual([typed, true]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a word and the beginning of another', () => {
  test.each([
    ['bank', '한국은행금', ['한국은행', '금']],
    ['korusjap', '한미읽', ['韓美日', '공']],
    ['cars', '현대차임그', ['현대차', '임금']],
  ] as const)('of %s are marked for %s', (id, query, texts) => {
    const [result] = search(query);
    expect(result?.matches.map(([start, end]) => PLANTED[id].slice(start, end))).toEqual(texts);
  });

  test('are worth less than the two words, and those less than the word as it was typed', () => {
    const small = createSearched();
    small.add([
      headline('begun', '한국은행, 기준금융 논의', 0),
      headline('both', '한국은행, 기준금리 또 동결', 1),
      headline('typed', '한국은행 금리', 2),
    ]);
    const ids = (query: string) => small.search(query, { limit: 10, now: NOW }).map(({ id }) => id);
    expect(ids('한국은행금리')).toEqual(['typed', 'both']);
    expect(ids('한국은행금')).toEqual(['typed', 'begun', 'both']);
  });

  test.each([
    ['삼성전자', '삼성전기 자동차 부품 증설'],
    ['이재명', '이재용 회장, 명동 방문'],
    ['반도체', '한반도 평화체제 논의'],
    ['한국은행은', '한국은행 총재 발언'],
    ['20일', '20명 입국 일정 확정'],
    ['한국은행ㅁ', '한국은행 총재 내년 임기'],
  ])('are not what %s is taken for in %s', (query, title) => {
    const small = createSearched();
    small.add([headline('other', title), headline('one', `${query} 소식`)]);
    const results = small.search(query, { limit: 10, now: NOW });
    expect(results[0]?.id).toBe('one');
    expect(results.filter(({ found }) => found === 'spacing')).toEqual([]);
  });
});
