import { expect, test } from 'vitest';
import { asciiText } from '../../source/korean/ascii.ts';
import { cellWidth } from '../../source/korean/cells.ts';
import fc from '../support/fast-check.ts';
import { PARAGRAPHS } from './prose.ts';

test.each([
  ['─ 11월 20일 금 ────', '- 11월 20일 금 ----'],
  ['▌•★+ 한국은행, “동결”…“물가·집값 살필 것”…', '>*#+ 한국은행, "동결"~"물가-집값 살필 것"~'],
  ['‘값’ ㈜온누리 ㎡ ↑2% → 3%', null],
  ['● 소제목 ◆ ▲ │ ┃', '* 소제목 * ^ | |'],
  ['美 “관세” 유예', '美 "관세" 유예'],
])('ASCII for %j', (text, wanted) => {
  const shown = asciiText(text);
  if (wanted !== null) expect(shown).toBe(wanted);
  expect(cellWidth(shown)).toBe(cellWidth(text));
  expect(shown).not.toMatch(/[─│┃▌•★…“”‘’●→↑]/);
});

test('a text in ASCII is as wide as before, and its signs of one cell are all ASCII', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const shown = asciiText(text);
      for (const char of shown)
        if (!/[\p{L}\p{M}]/u.test(char)) expect(char <= '~' || cellWidth(char) !== 1, char).toBe(true);
    }),
  );
});

test('whole paragraphs of a paper in ASCII are as wide as before', () => {
  for (const text of PARAGRAPHS.map((each) => each.replace(/\p{Extended_Pictographic}.*/u, '')))
    expect(cellWidth(asciiText(text))).toBe(cellWidth(text));
});
