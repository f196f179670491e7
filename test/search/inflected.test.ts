import { beforeAll, describe, expect, test } from 'vitest';
import { headline, manyHeadlines } from '../support/headlines.ts';
import { createSearched, type Searched } from '../support/searched.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');

const PLANTED = {
  heater: '한울난방기 가격 석 달째 올라',
  ferry: '달빛여객선 새 항로 연다',
  // Each is found by a nearer guess at the words below.
  ferryNear: '달밤여객선 운항 중단',
  orchard: '솔향과수원 사과 첫 수확',
  stadium: '별내경기장 지붕 고친다',
  stadiumNear: '별내의경기장 이야기',
  aquarium: '물결수족관 내년 개장',
  minister: '鄭장관, 물가 대책 내놓아',
  letters: 'QVZ 새 요금제 공개',
  letterPair: 'QY 신인 투수 영입',
  accent: '카페 ‘Délice’ 문 닫는다',
  quoted: '丁 “솔숲 지키겠다”… 간담회',
  apart: '文 기념관 첫 삽',
  paired: '裵·秋 단독 회동',
  lift: '솔개동 승강기 고장에 발 묶여',
  crowd: '은하거리 인파로 북적',
  mixed: 'QK하루텔 매각 무산',
  spelling: '솜다리 축제 취소',
} as const;

let index: Searched;
beforeAll(() => {
  index = createSearched();
  index.add(manyHeadlines(1_000));
  index.add(Object.entries(PLANTED).map(([id, title], age) => headline(id, title, age * 1000)));
});

describe('a headline is found in spite of', () => {
  test.each([
    ['a particle', '과수원에서는', 'orchard'],
    ['another particle', '수족관부터', 'aquarium'],
    ['a contracted particle', '과수원에선', 'orchard'],
    ['another ending', '난방기 올랐다', 'heater'],
    ['two syllables swapped', '결물수족관', 'aquarium'],
    ['two syllables swapped at the end', '물결수관족', 'aquarium'],
    ['a syllable left out', '솔향수원', 'orchard'],
    ['a syllable left out of four', '달여객', 'ferry'],
    ['a wrong vowel', '달빗여객선', 'ferry'],
    ['a wrong vowel in the first syllable', '덜빛여객선', 'ferry'],
    ['a wrong vowel beside a nearer guess', '별나경기장', 'stadium'],
    ['a vowel that the keyboard leaves apart inside a word', '솔향가ㅏ수원', 'orchard'],
    ['a vowel that the keyboard leaves apart at the end', '물결수족가ㅏㄴ', 'aquarium'],
    ['a full name for the surname in Hanja', '정하늘', 'minister'],
    ['English typed with the IME on', 'ㅂㅍㅋ', 'letters'],
    ['two letters typed as one syllable', '뵤', 'letterPair'],
    ['an accent left out', 'delice', 'accent'],
    ['a full name for the surname before a quotation', '정가람', 'quoted'],
    ['a full name for the surname before a noun apart', '문솔비', 'apart'],
    ['a full name for the first surname of two', '배나래', 'paired'],
    ['a light verb behind a noun', '승강기 고장나', 'lift'],
    ['a light verb in another form', '승강기 고장났다', 'lift'],
    ['a verb made of a mimetic word', '은하거리 북적였다', 'crowd'],
    ['a verb made of it in another way', '은하거리 북적거리는', 'crowd'],
    ['a Latin beginning typed with the IME on', '바하루텔', 'mixed'],
    ['two of three syllables swapped', '다솜리', 'spelling'],
  ])('%s: %s', (_, typed, id) => {
    const found = index.search(typed, { limit: 10, now: NOW }).map((result) => result.id);
    expect(found).toContain(id);
  });
});

test('three syllables that stand on two sides of a space are no guess', () => {
  const small = createSearched();
  small.add([headline('apart', '새봄 큰장터 연다'), headline('one', '고래박물관 연다', 1000)]);
  const find = (typed: string) => small.search(typed, { limit: 10, now: NOW }).map(({ id }) => id);
  expect(find('봄장터')).toEqual([]);
  expect(find('고박물')).toEqual(['one']);
});

test('three syllables with two swapped are a guess only at a word that begins so', () => {
  const small = createSearched();
  small.add([headline('inside', '큰솜다리꽃 피다'), headline('across', '솜 다리미 판다', 1000)]);
  expect(small.search('다솜리', { limit: 10, now: NOW })).toEqual([]);
});

test('a country before a noun apart is no person', () => {
  const small = createSearched();
  small.add([headline('country', '韓 수출 늘어'), headline('person', '韓총리 귀국', 1000)]);
  const found = small.search('한가람', { limit: 10, now: NOW }).map(({ id }) => id);
  expect(found).toEqual(['person']);
});

test('a noun without its particle is not found from inside one word into the next', () => {
  const small = createSearched();
  small.add([
    headline('apart', '간척지 유통업계 반발'),
    headline('words', '부산항 축제 연다', 1000),
    headline('one', '지유 회장 귀국', 2000),
  ]);
  const find = (typed: string) => small.search(typed, { limit: 10, now: NOW }).map(({ id }) => id);
  expect(find('지유나')).toEqual(['one']);
  expect(find('부산항축제를')).toEqual(['words']);
});

test('a noun is found without a suffix that headlines leave out, below the words typed', () => {
  const small = createSearched();
  small.add([
    headline('typed', '배추값 하락세 뚜렷', 3000),
    headline('bare', '배추값 하락 지속', 2000),
    headline('region', '지방 축제 취소', 1000),
  ]);
  const find = (typed: string) => small.search(typed, { limit: 10, now: NOW }).map(({ id }) => id);
  expect(find('배추값 하락세')).toEqual(['typed', 'bare']);
  expect(find('배추값 하락세가').sort()).toEqual(['bare', 'typed']);
  expect(find('하락률')).toEqual(['bare', 'typed']);
  // 세 is a tax here.
  expect(find('지방세')).toEqual([]);
});
