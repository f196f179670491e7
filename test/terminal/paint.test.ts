import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paintRow } from '../../source/terminal/paint.ts';
import { THEME } from '../../source/terminal/theme.ts';
import { type Row, rowText, type Style, span } from '../../source/typeset/rows.ts';

const painted = (row: Row, colour: boolean) => paintRow(row, { colour, hyperlinks: false, wide: false });
const styles = Object.keys(THEME) as Style[];
/** Styles of marks, rules, edges and a column's name; all others are of text. */
const MARKS: readonly Style[] = [
  'gutter',
  'unread',
  'star',
  'bracket',
  'column',
  'warning',
  'rule',
  'removed-mark',
  'added-mark',
];
const COLOUR = /\b(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)\b/;

describe('how the screen looks', () => {
  test('leaves text in the terminal’s own colour, so that any palette can be read', () => {
    for (const style of styles.filter((each) => !MARKS.includes(each)))
      expect(THEME[style].colour, style).not.toMatch(COLOUR);
  });

  test('has no colour at all where none is wanted, and tells the same things apart', () => {
    for (const style of styles) expect(THEME[style].mono, style).not.toMatch(COLOUR);
    const told = (['plain', 'strong', 'match', 'link', 'current'] as const).map((style) => THEME[style].mono);
    expect(new Set(told).size).toBe(told.length);
  });

  test('has no italics, which Hangul does not know, and sets no background', () => {
    for (const style of styles)
      expect(`${THEME[style].colour};${THEME[style].mono}`).not.toMatch(/\b3\b|\b4\d\b/);
  });
});

describe('a painted row', () => {
  const rows = fc.array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom('가', 'a', ' ', '•', '…'), maxLength: 6 }),
      style: fc.constantFrom(...styles),
    }),
    { maxLength: 8 },
  );

  /** The row as a terminal would show it: each character with its look, that of spaces only where it is seen. */
  function shown(text: string): string[] {
    let look = '';
    const cells: string[] = [];
    for (const [, sequence, character] of text.matchAll(/\x1b\[([\d;]*)m|([^\x1b])/gu)) {
      if (sequence !== undefined)
        look = sequence === '0' ? '' : look === '' ? sequence : `${look};${sequence}`;
      else
        cells.push(
          `${character} ${character === ' ' ? look.replaceAll(/\b(?:[12]|3\d)\b;?/g, '').replace(/;$/, '') : look}`,
        );
    }
    return cells;
  }

  test('shows each character as its span says, and nothing after the row', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (row, colour) => {
        const simple = row
          .map(({ text, style }) => {
            const look = colour ? THEME[style].colour : THEME[style].mono;
            return look === '' ? text : `\x1b[${look}m${text}\x1b[0m`;
          })
          .join('');
        const text = painted(row, colour);
        expect(shown(text)).toEqual(shown(simple));
        expect(text.length).toBeLessThanOrEqual(simple.length);
        expect(text).toMatch(/^[^\x1b]*$|\x1b\[0m[^\x1b]*$/);
      }),
    );
  });

  test('is only its text where it is plain, as a pipe is given it', () => {
    const row = [span('가나 '), span('다', 'section'), span('…', 'plain')];
    expect(painted(row, true)).toBe(rowText(row));
  });

  test('spends nothing on spaces', () => {
    expect(painted([span(' ', 'gutter'), span('•', 'unread'), span('  '), span('제목')], true)).toBe(
      ' \x1b[36m•  \x1b[0m제목',
    );
  });
});
