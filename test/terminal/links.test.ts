import { expect, test } from 'vitest';
import { paintRow } from '../../source/terminal/paint.ts';
import { span } from '../../source/typeset/rows.ts';

const LINK = 'https://www.donga.com/news/article/all/20261120/1/1';

test('a link on the screen is made of a parsed URL only', () => {
  const painted = (href: string) =>
    paintRow([{ ...span('글', 'plain'), href }], { hyperlinks: true, wide: false });
  expect(painted(LINK)).toBe(`\x1b]8;;${LINK}\x1b\\글\x1b]8;;\x1b\\`);
  expect(painted('https://a.example/\x1b]0;evil\x07')).not.toContain('\x1b]0');
  expect(painted('javascript:alert(1)')).toBe('글');
});

test('colour is left out without losing the selection', () => {
  const row = [span('▌', 'gutter'), span('제목', 'strong')];
  expect(paintRow(row, { hyperlinks: false, wide: false })).toBe('\x1b[1m▌제목\x1b[0m');
});
