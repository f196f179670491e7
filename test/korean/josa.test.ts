import { expect, test } from 'vitest';
import { particle } from '../../source/korean/josa.ts';

test.each([
  ['서울', '을/를', '서울을'],
  ['부산에서', '은/는', '부산에서는'],
  ['정치', '이/가', '정치가'],
  ['Tab', '을/를', 'Tab을'],
  ['Shift-Tab', '을/를', 'Shift-Tab을'],
  ['PgDn', '을/를', 'PgDn을'],
  ['Enter', '을/를', 'Enter를'],
  ['경제', '와/과', '경제와'],
  ['사람', '와/과', '사람과'],
  ['한글'.normalize('NFD'), '이/가', `${'한글'.normalize('NFD')}이`],
])('%s takes the particle of its last syllable', (word, pair, agreed) => {
  expect(particle(word, pair as '을/를')).toBe(agreed);
});

test.each([
  ['서울', '서울로'],
  ['부산', '부산으로'],
  ['제주', '제주로'],
  ['1', '1로'],
  ['3', '3으로'],
  ['URL', 'URL로'],
])('%s goes with 로 after ㄹ and vowels, with 으로 after other finals', (word, agreed) => {
  expect(particle(word, '으로/로')).toBe(agreed);
});

test.each([
  ['0', '을'],
  ['1', '을'],
  ['2', '를'],
  ['3', '을'],
  ['4', '를'],
  ['5', '를'],
  ['6', '을'],
  ['7', '을'],
  ['8', '을'],
  ['9', '를'],
  ['10', '을'],
  ['100', '을'],
  ['2000', '을'],
  ['10,000', '을'],
  ['1000000', '을'],
  ['300000000', '을'],
  ['5000000000000', '를'],
  ['3.5', '를'],
  ['2.10', '을'],
  ['제3', '을'],
  ['4%', '를'],
  ['12℃', '를'],
])('%s is read as a Sino-Korean number', (word, form) => {
  expect(particle(word, '을/를')).toBe(`${word}${form}`);
});

test.each([
  ['SK', '를'],
  ['KBS', '를'],
  ['HBM', '을'],
  ['LLM', '을'],
  ['GDP', '를'],
  ['IMF', '를'],
  ['EU', '를'],
  ['NYT', '를'],
  ['UN', '을'],
  ['Apple', '을'],
  ['Amazon', '을'],
  ['Chrome', '을'],
  ['Samsung', '을'],
  ['Netflix', '를'],
  ['Facebook', '을'],
  ['iPhone', '을'],
  ['Internet', '을'],
  ['donga-tui', '를'],
])('%s is read as Koreans read it', (word, form) => {
  expect(particle(word, '을/를')).toBe(`${word}${form}`);
});

test.each([
  ['5㎏', '을'],
  ['w3m', '을'],
  ['5kg', '을'],
  ['300 g', '을'],
  ['10㎞', '를'],
  ['10km', '를'],
  ['3m', '를'],
  ['84㎡', '를'],
  ['①', '을'],
  ['②', '를'],
  ['⑩', '을'],
  ['Ⅱ', '를'],
  ['Ⅲ', '을'],
  ['３', '을'],
])('%s is read as a number or a unit', (word, form) => {
  expect(particle(word, '을/를')).toBe(`${word}${form}`);
});

test.each([
  ['韓', '을'],
  ['‘韓’', '을'],
  ['日', '을'],
  ['檢', '을'],
  ['與', '을'],
  ['韓美', '를'],
  ['北京', '을'],
  ['서울大', '를'],
  ['龘', '를'],
])('%s is read as its gloss says', (word, form) => {
  expect(particle(word, '을/를')).toBe(`${word}${form}`);
});

test('quotation marks and text in brackets behind a word do not count', () => {
  expect(particle('‘정치’', '을/를')).toBe('‘정치’를');
  expect(particle('한국은행(한은)', '이/가')).toBe('한국은행(한은)이');
  expect(particle('“괜찮다.”', '이라/라')).toBe('“괜찮다.”라');
});

test('a word of signs alone takes a particle too', () => {
  expect(particle('☆', '이/가')).toBe('☆가');
  expect(particle('', '이/가')).toBe('가');
});
