import { beforeAll, describe, expect, test } from 'vitest';
import { latinToHangul } from '../../source/korean/keyboard.ts';
import { headline, manyHeadlines } from '../support/headlines.ts';
import { createSearched, type Searched } from '../support/searched.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');

const PLANTED = {
  chip: '반도체 수출 석 달째 늘어',
  hynix: '한빛 SK하이닉스 HBM 증설 검토',
  bank: '한국은행, 금리 석 달 만에 내려…코스피 반등',
  strike: '삼성전자 파업 사흘째…공장은 정상 가동',
  openai: '오픈AI, 서울에 사무소 연다',
  openaiLatin: 'OpenAI 새 모델 공개',
  altman: '올트먼 “서울에서 개발자 만날 것”',
  us: '美, 관세 협상단 다음주 파견',
  korus: '韓美 정상, 새해 초 만난다',
  ruling: '與, 예산안 단독 처리 미루기로',
  prosecution: '檢, 담합 의혹 건설사 압수수색',
  pension: '국민연금 기금운용위 개편',
  waste: '쓰레기 소각장 착공',
} as const;

let index: Searched;
const search = (query: string) => index.search(query, { limit: 10, now: NOW });
const found = (query: string) => search(query).map(({ id }) => id);

beforeAll(() => {
  index = createSearched();
  index.add(manyHeadlines(10_000));
  index.add(
    Object.entries(PLANTED).map(([id, title], age) =>
      headline(
        id,
        title,
        age * 1000,
        id === 'us' ? { section: 'international', sections: ['international'] } : {},
      ),
    ),
  );
});

describe('unlikely readings of a query', () => {
  const titles = (found: readonly { id: string }[]) => found.map(({ id }) => id);
  const among = (all: Record<string, string>, query: string) => {
    const small = createSearched();
    small.add(Object.entries(all).map(([id, title], age) => headline(id, title, age * 1000)));
    return small.search(query, { limit: 10, now: NOW });
  };

  test('rank below the Hanja if they run from one word into the next', () => {
    const all = {
      dust: '시급한 미세먼지 대책',
      north: '북한 미사일 발사',
      korus: '韓美 정상, 새해 초 만난다',
    };
    expect(titles(among(all, '한미'))).toEqual(['korus', 'dust', 'north']);
  });

  test('are not taken for slips if a title has the typed words; a lead with them hides no title', () => {
    const small = createSearched();
    small.add([
      headline('actor', '개리 올드먼 신작 내달 개봉'),
      headline('altman', '올트먼 “서울에서 개발자 만날 것”', 1000),
      headline('shop', '동네 서점의 가을', 2000, { summary: '주인은 반도채라는 아호를 쓴다.' }),
      headline('chip', '반도체 수출 석 달째 늘어', 3000),
    ]);
    expect(titles(small.search('올드먼', { limit: 10, now: NOW }))).toEqual(['actor']);
    const found = small.search('반도채', { limit: 10, now: NOW });
    expect(titles(found)).toEqual(['shop', 'chip']);
    expect(found.map(({ matches }) => matches)).toEqual([[], [[0, 3]]]);
  });
});

test.each([true, false])(
  'a word with a particle is found in leads with another one, below titles; indexed: %s',
  (indexed) => {
    const small = createSearched();
    small.add(
      [
        headline('lead', '솔숲길 다시 열린다', 0, { summary: '나래군은 둘레길이 넓어졌다고 했다.' }),
        headline('typed', '이음시 새 소식', 1000, { summary: '시민들은 둘레길을 반겼다.' }),
        headline('title', '둘레길 걷는 사람들', 2000),
        headline('other', '나래군 축제', 3000, { summary: '둘레 상인들이 나섰다.' }),
      ],
      indexed,
    );
    const found = (query: string) => small.search(query, { limit: 10, now: NOW });
    expect(found('둘레길을').map(({ id, found: by }) => [id, by])).toEqual([
      ['typed', 'lead'],
      ['title', 'stem'],
      ['lead', 'lead'],
    ]);
    expect(found('나래군은 둘레길을').map(({ id }) => id)).toEqual(['lead']);
  },
);

describe('among 10,000 headlines a reader finds', () => {
  test.each([
    ['반도체', 'chip'],
    ['sk하이닉스', 'hynix'],
    ['코스피 금리', 'bank'],
    ['금리 코스피', 'bank'],
    ['한국은행금리', 'bank'],
    ['ㅂㄷㅊ', 'chip'],
    ['ㅅㅅㅈㅈ ㅍㅇ', 'strike'],
    ['ㅇㅍAI', 'openai'],
    ['올ㅌ', 'altman'],
    ['옱', 'altman'],
    ['올트', 'altman'],
    ['반돛', 'chip'],
    ['qksehcp', 'chip'],
    ['tkatjdwjswk', 'strike'],
    ['RNRALSDUSRMA', 'pension'],
    ['QKSEHCP', 'chip'],
    ['Tmfprl', 'waste'],
    ['tMFPRL', 'waste'],
    ['Rnralsdusrma', 'pension'],
    ['ㅐㅔ두먀', 'openaiLatin'],
    ['미국', 'us'],
    ['한미', 'korus'],
    ['여당', 'ruling'],
    ['검찰', 'prosecution'],
    ['美', 'us'],
    ['반도채', 'chip'],
    ['올드먼', 'altman'],
    ['삼셩전자', 'strike'],
    ['하이닉스 hmb', 'hynix'],
    ['@국제 관세', 'us'],
    ['>2026-11-20 반도체', 'chip'],
  ])('by %s: %s', (query, id) => {
    expect(found(query)).toContain(id);
    expect(found(query.normalize('NFD'))).toEqual(found(query));
    expect(found(`  ${query.replaceAll(' ', '   ')} `)).toEqual(found(query));
  });

  test('quoted words whichever the quotes, and full-width letters', () => {
    expect(found('"반도체"')).toEqual(found('반도체'));
    expect(found('“반도체”')).toEqual(found('반도체'));
    expect(found('ＳＫ하이닉스')).toEqual(found('sk하이닉스'));
  });

  test('nothing by nonsense', () => {
    for (const nonsense of ['뚫긃쫩퀡횺뱕', '겷룛쇍 쮜뽊', 'zxqvjk', '뭬뭬뭬뭬뭬뭬'])
      expect(found(nonsense)).toEqual([]);
  });

  test('nothing in another section or day', () => {
    expect(found('@정치 관세')).not.toContain('us');
    expect(found('<어제 반도체')).not.toContain('chip');
  });
});

describe('results of a search', () => {
  test('begin with the word itself, then its beginning, then its inside, then guesses', () => {
    const small = createSearched();
    small.add([
      headline('guess', '바다채 전시회', 0),
      headline('inside', '신반도체 공정', 1),
      headline('start', '반도체주 강세', 2),
      headline('whole', '반도체 강세', 3),
      headline('lead', '수출 강세', 4, { summary: '반도체가 이끌었다.' }),
    ]);
    expect(small.search('반도체', { limit: 10, now: NOW }).map(({ id }) => id)).toEqual([
      'whole',
      'start',
      'inside',
      'lead',
    ]);
  });

  test('are newer before older among equals', () => {
    const small = createSearched();
    small.add([headline('old', '반도체 강세', 100), headline('new', '반도체 약세', 1)]);
    expect(small.search('반도체', { limit: 10, now: NOW }).map(({ id }) => id)).toEqual(['new', 'old']);
  });

  test.each([
    ['ㅂㄷㅊ', 'chip', ['반도체']],
    ['한미', 'korus', ['韓美']],
    ['미국', 'us', ['美']],
    ['코스피 금리', 'bank', ['금리', '코스피']],
    ['qksehcp', 'chip', ['반도체']],
    ['올ㅌ', 'altman', ['올트']],
    ['sk하이닉스', 'hynix', ['SK하이닉스']],
    ['삼셩전자', 'strike', ['삼성전자']],
    ['반도채', 'chip', ['반도체']],
    ['openai', 'openaiLatin', ['OpenAI']],
    ['operai', 'openaiLatin', ['OpenAI']],
    ['하이닉스 hmb', 'hynix', ['하이닉스', 'HBM']],
  ] as const)('for %s shows where: %s', (query, id, texts) => {
    const { matches } = search(query).find((result) => result.id === id)!;
    expect(matches.map(([start, end]) => PLANTED[id].slice(start, end))).toEqual(texts);
  });

  test.each([
    ['1㎏', '달걀 1kg 값', '1kg'],
    ['1kg', '달걀 1㎏ 값', '1㎏'],
    ['(주)한화', '㈜한화, 증설', '㈜한화'],
    ['㈜한화', '(주)한화, 증설', '주)한화'],
    ['II', '갤럭시 Ⅱ 공개', 'Ⅱ'],
    ['84m2', '서울 84㎡ 값', '84㎡'],
    ['84㎡', '서울 84m² 값', '84m²'],
    ['5℃', '기온 5℃ 아래로', '5℃'],
    ['㎏', '달걀 1kg 값', 'kg'],
    ['m', '빗물 3㎜', '㎜'],
    ['ㅎㅎ', '㈜한화, 증설', '한화'],
    ['값', '달걀 1㎏ 값', '값'],
    ['미국', '1㎏에 美 관세', '美'],
  ])('for %s in %s is %s', (query, title, text) => {
    const small = createSearched();
    small.add([headline('one', title)]);
    const [result] = small.search(query, { limit: 10, now: NOW });
    expect(result?.matches.map(([start, end]) => title.slice(start, end))).toEqual([text]);
  });

  test('have a word also behind a sign of several characters', () => {
    const small = createSearched();
    small.add([headline('inside', '신한화 증설', 0), headline('whole', '㈜한화 증설', 1)]);
    expect(small.search('한화', { limit: 10, now: NOW }).map(({ id, score }) => [id, score])).toEqual([
      ['whole', 1],
      ['inside', 0.94],
    ]);
  });

  test('do not depend on an accent typed for an apostrophe', () => {
    const small = createSearched();
    small.add([headline('one', '´국민평형´ 84㎡')]);
    expect(small.search('국민평형 84', { limit: 10, now: NOW })[0]?.score).toBeGreaterThan(0.95);
    expect(small.search('국민평형84', { limit: 10, now: NOW })[0]?.score).toBeGreaterThan(0.9);
  });

  test('are marked no further than the word that was meant', () => {
    const small = createSearched();
    const title = '몰래카메라, 콧구멍 기습…ChatGPT에 물어보니';
    small.add([headline('camera', title)]);
    for (const [query, word] of [
      ['카매라', '카메라'],
      ['chatgt', 'ChatGPT'],
    ] as const) {
      const [found] = small.search(query, { limit: 10, now: NOW });
      expect(found?.matches.map(([start, end]) => title.slice(start, end))).toEqual([word]);
    }
  });

  test('have no guess for letters that make no syllables in the other layout', () => {
    const small = createSearched();
    small.add([headline('eager', '“소개팅서 적극적으로 나서라”')]);
    expect(small.search('jrrmir', { limit: 10, now: NOW })).toEqual([]);
    expect(small.search('wjrrmrwjrdjfh', { limit: 10, now: NOW })).toHaveLength(1);
  });

  test('are those that a word of capitals means in the other layout', () => {
    const keys = 'qkqwk Qkdwlq wkwjs Wkwmd ektl Ekfrl rkrn Rkclfl tkstod Tkdldn dPtks Ocjfja'.split(' ');
    const capsLock = (text: string): string =>
      text.replace(/./g, (key) => (key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase()));
    for (const typed of keys) {
      const small = createSearched();
      const word = latinToHangul(typed);
      small.add([headline('one', `${word} 소식`)]);
      for (const query of [typed, capsLock(typed)])
        expect([word, small.search(query, { limit: 10, now: NOW }).length]).toEqual([word, 1]);
    }
  });

  test('do not disappear between two keystrokes of a word', () => {
    const small = createSearched();
    small.add(Object.entries(PLANTED).map(([id, title]) => headline(id, title)));
    for (const typed of ['ㅂ', '바', '반', '반ㄷ', '반도', '반돛', '반도체'])
      expect(small.search(typed, { limit: 10, now: NOW }).map(({ id }) => id)).toContain('chip');
  });

  test('are the same for a query typed at once or letter by letter', () => {
    const fresh = createSearched();
    fresh.add(Object.entries(PLANTED).map(([id, title]) => headline(id, title)));
    const letterByLetter = createSearched();
    letterByLetter.add(Object.entries(PLANTED).map(([id, title]) => headline(id, title)));
    for (const query of ['삼성전자 파업', '한국은행금리', '반도채', '하이닉스 hmb', 'ㅅㅅ 파업 ㄱㅈ']) {
      for (let end = 1; end < query.length; end += 1)
        letterByLetter.search(query.slice(0, end), { limit: 10, now: NOW });
      expect(letterByLetter.search(query, { limit: 10, now: NOW })).toEqual(
        fresh.search(query, { limit: 10, now: NOW }),
      );
    }
  });
});
