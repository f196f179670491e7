import { expect, test } from 'vitest';
import { swapAmbiguous } from '../../source/korean/ambiguous.ts';
import { cellWidth, ranges } from '../../source/korean/cells.ts';
import { AMBIGUOUS } from '../../source/korean/width-data.ts';
import { isAmbiguous } from '../support/terminal/ambiguous.ts';

test('a replaced ambiguous character takes as many cells as before, and none is left', () => {
  for (const [first, last] of ranges(AMBIGUOUS)) {
    for (let code = first; code <= Math.min(last, first + 500); code += 1) {
      const char = String.fromCodePoint(code);
      const swapped = swapAmbiguous(char);
      expect(cellWidth(swapped), code.toString(16)).toBe(cellWidth(char));
      expect([...swapped].some(isAmbiguous), code.toString(16)).toBe(false);
    }
  }
});

test.each([
  ['“한·미 정상”… ‘환영’', '"한⋅미 정상"⋯ \'환영\''],
  ['△반도체 ▲자동차 ①조선 ● 철강', '▵반도체 ▴자동차 ➀조선 ∙ 철강'],
  ['┌──┐│가│└──┘', '+--+|가|+--+'],
  ['±3.1%포인트, 3×4÷2', '∓3.1%포인트, 3x4/2'],
  ['café Αθηνα Москва', 'cafe Athna Moskva'],
  ['한국은행 SK 100㎡ ㈜', '한국은행 SK 100㎡ ㈜'],
])('%s becomes %s', (text, swapped) => {
  expect(swapAmbiguous(text)).toBe(swapped);
});

test.each([
  ['a bound with its equality', '3 ≥ 2 ≤ 4, 5≦6≧1', '3 ⩾ 2 ⩽ 4, 5⩽6⩾1'],
  ['what is unequal or about equal', 'a≠b ≈3 ≒4', 'a≢b ≅3 ≅4'],
  ['what is much less', 'a ≪ b', 'a ⋘ b'],
  ['infinity', '∞', 'ꝏ'],
  ['the euro', '€100', 'Є100'],
  ['a trade mark', '갤럭시™ ®', '갤럭시ᵀ ᴿ'],
  ['which way a price goes', '코스피 ↗ 환율 ↘', '코스피 ⇗ 환율 ⇘'],
  ['that an arrow goes both ways', '한↔미 ⇔ ↕', '한⇄미 ⇄ ⇅'],
  ['small Roman numbers', 'ⅱ ⅳ', '2 4'],
  ['a pause', '가‥나', '가⋯나'],
])('a reader still sees %s', (_, text, swapped) => {
  expect(swapAmbiguous(text)).toBe(swapped);
});

test('a missing number is shown as missing rather than as another number', () => {
  expect(swapAmbiguous('5‰ 1½컵 ⑪ ⑳ Ⅻ ⑿')).toBe('5▯ 1▯컵 ▯ ▯ ▯ ▯');
  expect(swapAmbiguous('10² 10⁴ 84m² CO₂')).toBe('10▯ 10▯ 84m2 CO2');
});

test('only the Spanish question mark becomes a question mark', () => {
  for (const [first, last] of ranges(AMBIGUOUS)) {
    for (let code = first; code <= Math.min(last, first + 500); code += 1) {
      if (code !== 0xbf) expect(swapAmbiguous(String.fromCodePoint(code)), code.toString(16)).not.toBe('?');
    }
  }
});
