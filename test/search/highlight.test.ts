import { expect, test } from 'vitest';
import { matchRanges } from '../../source/search/match/highlight.ts';
import { parseWords } from '../../source/search/query/query.ts';
import { manyHeadlines } from '../support/headlines.ts';

/** Behind a title: with Hanja in it no word is looked for in the short way. */
const HANJA = ' 龜';

test('a word that is in a title once is highlighted also if all places are compared', () => {
  const titles = [
    ...manyHeadlines(200, 7).map(({ title }) => title),
    '예산안 처리, 예산 안건도',
    '대한민국 대한 민국',
    'AI가 AI를 가르친다',
    '가 나 다가나다',
  ];
  let compared = 0;
  for (const title of titles) {
    const words = title.split(/[^가-힣]+/).filter((word) => word !== '');
    for (const word of words) {
      for (const query of [word, word.slice(0, 2), word.slice(-2), `${word} ${words[0]}`]) {
        const ranges = matchRanges(title, parseWords(query));
        expect(ranges, `${query} in ${title}`).toEqual(matchRanges(title + HANJA, parseWords(query)));
        compared += ranges.length;
      }
    }
  }
  expect(compared).toBeGreaterThan(1000);
});
