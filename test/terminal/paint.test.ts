import { describe, expect, test } from 'vitest';
import { paintRow } from '../../source/terminal/paint.ts';
import { looksOf, PLAIN_LOOKS } from '../../source/terminal/theme.ts';
import { type Row, rowText, type Style, span } from '../../source/typeset/rows.ts';
import fc from '../support/fast-check.ts';

const LOOKS = { plain: PLAIN_LOOKS, themed: looksOf('sky', 'dark') };
const painted = (row: Row, colour: boolean) =>
  paintRow(row, { looks: colour ? LOOKS.themed : LOOKS.plain, hyperlinks: false, wide: false });
const styles = Object.keys(PLAIN_LOOKS) as Style[];

describe('a painted row', () => {
  const rows = fc.array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom('가', 'a', ' ', '•', '…'), maxLength: 6 }),
      style: fc.constantFrom(...styles),
    }),
    { maxLength: 8 },
  );

  /** The row as a terminal would show it: each character with its look, that of spaces only if it is visible. */
  function shown(text: string): string[] {
    let look = '';
    const cells: string[] = [];
    for (const [, sequence, character] of text.matchAll(/\x1b\[([\d;]*)m|([^\x1b])/gu)) {
      if (sequence !== undefined)
        look = sequence === '0' ? '' : look === '' ? sequence : `${look};${sequence}`;
      else
        cells.push(
          `${character} ${character === ' ' ? look.replaceAll(/\b(?:38;5;\d+|[12])\b;?/g, '').replace(/;$/, '') : look}`,
        );
    }
    return cells;
  }

  test('shows each character as its span says, and nothing after the row', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (row, colour) => {
        const simple = row
          .map(({ text, style }) => {
            const look = (colour ? LOOKS.themed : LOOKS.plain)[style];
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

  test('is only its text if it is plain, as in a pipe', () => {
    const row = [span('가나 '), span('다', 'section'), span('…', 'plain')];
    expect(painted(row, true)).toBe(rowText(row));
  });

  test('spends nothing on spaces', () => {
    expect(painted([span(' ', 'gutter'), span('•', 'unread'), span('  '), span('제목')], true)).toBe(
      ' \x1b[38;5;80m•  \x1b[0m제목',
    );
  });
});
