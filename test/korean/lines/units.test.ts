import { expect, test } from 'vitest';
import { Break, gradeBreaks } from '../../../source/korean/line/breaks.ts';
import { wrap } from '../../../source/korean/line/lines.ts';

/** The grade of the last space of a text as the end of a line. */
const gradeOf = (text: string): number => gradeBreaks(text)[text.lastIndexOf(' ') + 1]!;

test.each([
  '100만 명이',
  '35만여 명',
  '3조5000억 원을',
  '수십만 명이',
  '수천 명의',
  '수백 건',
  '몇 명',
  '백만 달러를',
  '오천만 원짜리',
  '약 십수 년간',
  '“수십 차례”',
  '한 명도',
  '두 달',
  '세 가지를',
  '네 번째로',
  '다섯 마리',
  '열두 시간',
  '스물한 살에',
  '서너 곳',
  '여러 개의',
  '첫 경기에서',
  '3 가지',
  '100만 루블',
  '5000 헥타르',
  '200 리터',
  '30 킬로미터',
  '100 미터',
  '500 그램',
  '70 와트',
  '배 12 척',
  '3 경기',
  '4.2 광년',
  '10 승',
  '2 패',
  '24 마디',
  '12 켤레',
  '20 개월째',
  '190 개국',
  '35 km/h',
  '500 MW급',
])('a number and its unit stay on one line in %s', (text) => {
  expect(gradeOf(text)).toBe(Break.unit);
});

test.each([
  '한 대통령',
  '한 위원장',
  '한 대표',
  '2027 통합',
  '코로나19 대응',
  '3월 2일 정부',
  '두 정상',
  '이 명령',
  '다시 한',
  '한국 명단',
  '구조 대원',
  '99,296 조용히',
  '모두 7 반도체',
  '2026 대중교통',
])('there is no unit in %s', (text) => {
  expect(gradeOf(text)).toBe(Break.word);
});

test('a number in Hangul goes to the next line with its unit if both fit there', () => {
  const text = '지난 주말 광장에 모인 사람들의 수는 모두 수십만 명';
  expect(wrap(text, 48)).toEqual(['지난 주말 광장에 모인 사람들의 수는 모두', '수십만 명']);
});

test.each([
  ['아파트가 12억5000만∼13억8000만 원에 거래됐다', 24, '아파트가 12억5000만∼'],
  ['아파트가 12억5000만∼13억8000만 원에 거래됐다', 34, '아파트가'],
  // A word that goes to the next line whole is not broken.
  ['한 사람이 받은 상금은 3만∼5만 달러라고 했다', 32, '한 사람이 받은 상금은'],
])('a range keeps its unit with its last number: %s', (text, width, first) => {
  expect(wrap(text, width)[0]).toBe(first);
});

test.each([
  // LB25 and what papers write with figures.
  ['가온은 제1야당이', '제1'],
  ['가온법 제Ⅱ부를', '제Ⅱ'],
  ['시속 100km/h로', '100km/h'],
  ['농도는 35㎍/㎥였다', '35㎍/㎥'],
  ['이자는 3%대였다', '3%대'],
  ['잇단 COVID-19에', 'COVID-19'],
  ['북한 화성-17형을', '-17'],
  ['전화 010-1234-5678로', '010-1234-5678'],
  ['코로나19 확산에', '나19'],
  ['오후 3시30분에', '3시30분'],
  ['나란히 1박2일에', '1박2일'],
  ['그의 타율 .323은', '.323'],
  // Signs that stand between words or beside letters.
  ['정부는 한-아세안과', '한-'],
  ['경로는 서울→부산에', '울→'],
  ['비율은 1달러=1340원', '러='],
  ['시민 김○○ 씨가', '김○○'],
  ['가온의 ㈜나래는', '㈜나'],
  ['나래㈜가 밝힌', '래㈜'],
  ['사진은 ⓒ뉴시스에', 'ⓒ뉴'],
  ['기온은 25°C까지', '25°C'],
  ['사람들은 ㅋㅋㅋ', 'ㅋㅋㅋ'],
  ['기사 “▶ 관련” 보기', '▶ 관'],
  ['가온 ｢나래법｣ 개정', '｢나'],
  ['가온 ｢나래법｣ 개정', '법｣'],
  ['영화 <가온>을 본', '<가'],
  ['영화 <가온>을 본', '온>'],
  ['가온의 「君の名は。」를', '。」'],
  ['기자 gildong@donga.com으로', 'gildong@donga.com'],
])('at every width below 30 that it fits, %s is not broken inside %s', (text, whole) => {
  for (let width = 18; width < 30; width += 1) {
    // Before it as many syllables as bring it to the end of a line.
    for (let before = 0; before < 12; before += 1) {
      const lines = wrap(`${'가'.repeat(before)} ${text}`.trim(), width);
      expect(
        lines.some((line) => line.includes(whole)),
        `${width}: ${lines.join(' | ')}`,
      ).toBe(true);
    }
  }
});
