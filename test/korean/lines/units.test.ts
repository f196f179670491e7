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

test('a number in Hangul goes to the next line with its unit while that costs less than a quarter of the line', () => {
  const text = '지난 주말 광장에 모인 사람들의 수는 모두 수십만 명';
  expect(wrap(text, 48)).toEqual(['지난 주말 광장에 모인 사람들의 수는 모두', '수십만 명']);
});

test.each([
  ['아파트가 12억5000만∼13억8000만 원에 거래됐다', 34, '아파트가 12억5000만∼'],
  ['한 사람이 1억2000만~3억4000만 달러를 받는다', 34, '한 사람이 1억2000만~'],
  // A word that goes to the next line whole is not broken.
  ['한 사람이 받은 상금은 3만∼5만 달러라고 했다', 32, '한 사람이 받은 상금은'],
])('a range keeps its unit with its last number: %s', (text, width, first) => {
  expect(wrap(text, width)[0]).toBe(first);
});
