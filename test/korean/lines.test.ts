import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { graphemes } from '../../source/korean/graphemes.ts';
import { setLines, wrap } from '../../source/korean/lines.ts';
import { mayBegin } from '../../source/korean/prohibited.ts';
import { sanitiseText } from '../../source/terminal/sanitise.ts';

const word = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: fc.constantFrom(...'한국은행기준금리를내렸다시장과반도체'), minLength: 1, maxLength: 8 }) },
  { weight: 2, arbitrary: fc.constantFrom('韓美', '3.5%', '100만', '명', '₩1,000', '“물가와', '살폈다”며', '△반도체', '(자료:', '…', '‘인하’를', '강조했다…시장은', 'AI·로봇', '20∼30대', 'S&P500', '한\u0301') },
  { weight: 1, arbitrary: fc.constantFrom('https://www.example.com/news/a?b=1&c=2', 'hong@example.com', 'e\u0301tude', '👍', '漢字長文組版試驗') },
);
const prose = fc.array(fc.array(word, { maxLength: 24 }).map((words) => words.join(' ')), { minLength: 1, maxLength: 3 })
  .map((paragraphs) => sanitiseText(paragraphs.join('\n')));
const columns = fc.integer({ min: 4, max: 200 });

describe('a text set in lines', () => {
  test('is never wider than its column, and nothing of it is lost but the spaces at the breaks', () => {
    fc.assert(
      fc.property(prose, columns, (text, width) => {
        const lines = setLines(text, width);
        let end = 0;
        for (const line of lines) {
          expect(text.slice(end, line.start).trim()).toBe('');
          const shown = text.slice(line.start, line.end);
          expect(cellWidth(shown)).toBeLessThanOrEqual(width);
          expect(shown).toBe(shown.trim());
          end = line.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  test('breaks no word that fits on a line, and keeps what may not begin or end a line from doing so', () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 40, max: 120 }), (text, width) => {
        const words = text.split(/\s+/);
        fc.pre(words.every((each) => cellWidth(each) <= width / 2));
        for (const paragraph of text.split('\n')) {
          for (const [index, line] of wrap(paragraph, width).entries()) {
            const clusters = graphemes(line);
            if (index > 0) expect(mayBegin(clusters[0]!)).toBe(true);
          }
        }
        const lines = wrap(text, width);
        const pieces = lines.flatMap((line) => line.split(' ')).filter((piece) => piece !== '');
        for (const piece of pieces) {
          const whole = words.includes(piece) || words.some((each) => /[…”’]/.test(each) && each.includes(piece)) ||
            words.some((each) => /[一-鿿]{5}/.test(each));
          expect(whole, piece).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('splits no grapheme at any width', () => {
    fc.assert(
      fc.property(prose, columns, (text, width) => {
        expect(wrap(text, width).flatMap(graphemes).filter((each) => each !== ' ')).toEqual(
          graphemes(text).filter((each) => each !== ' ' && each !== '\n'),
        );
      }),
    );
  });

  test.each([
    ['a number with its sign and unit', '기준금리를 연 3.5% 올렸다', 14, '3.5%'],
    ['a bullet with what it introduces', '업종은 △ 반도체 △ 조선 등이다', 12, '△ 반도체'],
    ['a particle with its word', '그는 ‘인하’를 강조했다', 12, '‘인하’를'],
  ])('keeps %s', (_, text, width, kept) => {
    expect(wrap(text, width + 20).concat(wrap(text, 30)).some((line) => line.includes(kept))).toBe(true);
  });

  test('leaves no line of a lone syllable where the line before can give a word', () => {
    const lines = wrap('가나다라 마바사아 자차카타 파하가나 다라마바 사아자차 카타파하 명', 62);
    expect(lines.at(-1)!.length).toBeGreaterThan(1);
  });

  test('breaks an address only at its joints', () => {
    for (const line of wrap('https://www.example.com/news/article/all/20261120/123456789/1', 40).slice(0, -1)) {
      expect(line).toMatch(/[/?&.\-_@]$/);
    }
  });

  test('breaks at syllables below 30 cells', () => {
    expect(wrap('금융통화위원회를 열었다', 20)).toEqual(['금융통화위원회를 열', '었다']);
  });
});
