import { expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { fitMiddle, fit as fitted, pad } from '../../source/korean/fit.ts';
import { graphemes } from '../../source/korean/graphemes.ts';
import fc from '../support/fast-check.ts';
import { prose } from './prose.ts';

const line = prose.map((text) => text.replaceAll('\n', ' '));
const columns = fc.integer({ min: 0, max: 90 });

test('a fitted line is no wider than its column, and whole where there is room', () => {
  fc.assert(
    fc.property(line, columns, (text, width) => {
      const cut = fitted(text, width);
      expect(cellWidth(cut)).toBeLessThanOrEqual(width);
      if (cellWidth(text) <= width) expect(cut).toBe(text);
    }),
  );
});

test('a cut line ends in an ellipsis and is cut between graphemes', () => {
  fc.assert(
    fc.property(line, columns, (text, width) => {
      const cut = fitted(text, width);
      fc.pre(cut !== text && width > 0);
      expect(cut.endsWith('…')).toBe(true);
      const kept = graphemes(cut.slice(0, -1));
      expect(graphemes(text).slice(0, kept.length)).toEqual(kept);
    }),
  );
});

test('a path cut in its middle is no wider than its column, and keeps its beginning and more of its end', () => {
  fc.assert(
    fc.property(line, columns, (text, width) => {
      const cut = fitMiddle(text, width);
      expect(cellWidth(cut)).toBeLessThanOrEqual(width);
      if (cellWidth(text) <= width) expect(cut).toBe(text);
      else if (width >= 6) {
        expect(cut).toContain('…');
        expect(cut.endsWith(graphemes(text).at(-1)!)).toBe(true);
      }
    }),
  );
  expect(fitMiddle('~/기사/2026-11-20 국회 예산결산특위.md', 24)).toBe('~/기사/… 예산결산특위.md');
  expect(fitMiddle('https://www.donga.com/news/article/all/20261120/139000020/1', 30)).toBe(
    'https://w…20261120/139000020/1',
  );
});

test('a padded line takes exactly its column', () => {
  fc.assert(
    fc.property(line, columns, (text, width) => {
      expect(cellWidth(pad(text, width))).toBe(width);
      expect(cellWidth(pad(text, width, 'right'))).toBe(width);
    }),
  );
});

test.each([
  ['기준금리 인하', 20, '기준금리 인하'],
  ['기준금리 인하', 12, '기준금리 인…'],
  ['기준금리 인하', 11, '기준금리…'],
  ['기준금리 인하', 10, '기준금리…'],
  ['기준금리 인하', 1, '…'],
  ['기준금리 인하', 0, ''],
])('%s in %i cells is %s', (text, width, cut) => {
  expect(fitted(text, width)).toBe(cut);
});

test.each([
  ['코스피 3,900 회복……시장 환호', 15, '코스피 3,900…'],
  ['코스피 3,900 회복……시장 환호', 19, '코스피 3,900 회복…'],
  ['코스피 3,900 회복……시장 환호', 20, '코스피 3,900 회복…'],
  ['금리 동결…“시장 환호”', 12, '금리 동결…'],
  ['금리 동결…"시장 환호"', 12, '금리 동결…'],
  ['금리 “동결”', 8, '금리…'],
  ["금리 '동결'", 7, '금리…'],
  ['"동결"한 금리', 8, '"동결"…'],
  ['가나(다라)', 6, '가나…'],
  ['다·라마바', 4, '다…'],
  ['가, 나다라', 5, '가…'],
  ['1,234,567', 3, '1…'],
  ['· · · · ·', 4, '…'],
])('%s in %i cells has no mark doubled or left hanging: %s', (text, width, cut) => {
  expect(fitted(text, width)).toBe(cut);
});
