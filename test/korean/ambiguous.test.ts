import { expect, test } from 'vitest';
import { swapAmbiguous } from '../../source/korean/ambiguous.ts';
import { cellWidth, ranges } from '../../source/korean/cells.ts';
import { AMBIGUOUS } from '../../source/korean/width-data.ts';
import { isAmbiguous } from '../support/ambiguous.ts';

test('what is swapped takes the cells it took, and nothing ambiguous is left', () => {
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
