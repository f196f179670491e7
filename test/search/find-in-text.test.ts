import { expect, test } from 'vitest';
import { findInText } from '../../source/search/find-in-text.ts';

const TEXT = '반도체 수출이 늘었다. “반도체”는 美 수요 덕이다. SK하이닉스와 #1 업체 @정치';
const found = (query: string) => findInText(TEXT, query).map(([start, end]) => TEXT.slice(start, end));

test.each([
  ['반도체', ['반도체', '반도체']],
  ['수출 수요', ['수출', '수요']],
  ['수요 수출', ['수출', '수요']],
  ['sk하이', ['SK하이']],
  ['미국', ['美']],
  ['美', ['美']],
  ['ㅂㄷㅊ', ['반도체']],
  ['반돛', ['반도체']],
  ['tncnf', ['수출']],
  ['수출이늘었', ['수출이 늘었']],
  ['수출덕이다', ['수출', '덕이다']],
  ['@정치', ['정치']],
  ['#1', ['1']],
  ['없는말', []],
  ['', []],
])('in a text %s is at %j', (query, words) => {
  expect(found(query)).toEqual(words);
});
