import { expect, test } from 'vitest';
import { paintRow } from '../../../source/terminal/paint.ts';
import { createScreen } from '../../../source/terminal/screen.ts';
import { looksOf } from '../../../source/terminal/theme.ts';
import { view } from '../../../source/tui/view/view.ts';
import { headline } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

/** Titles as long as those of a paper: 49 to 61 cells. */
const titles = Array.from(
  { length: 60 },
  (_, at) => `[단독] 제목 ${at}, 국회 예산결산특위 새해 심사 재개 합의${' 하기로 다시'.repeat(at % 2)}`,
);

test.each([
  // Scrolling too.
  [100, 30, 45, 0],
  // With a count of folded headlines at the end of every second row.
  [100, 30, 45, 1],
  // Beside a preview rows cannot be moved by the terminal: until the list scrolls.
  [160, 48, 40, 0],
])('a line down in the list writes at most 300 bytes at %i×%i', async (columns, rows, steps, folded) => {
  const list = titles.flatMap((title, at) => {
    const story = folded && at % 2 === 0 ? { story: `s${at}` } : {};
    const one = headline(at, { title, ...story });
    return 'story' in story ? [one, headline(at + 100, { ...one, id: String(at + 100) })] : [one];
  });
  const reader = session(fakeReader(list), {
    size: { columns, rows },
  });
  await reader.settle();
  reader.store.dispatch({ type: 'previewed', id: headline(0).id, article: null });
  let written = '';
  const screen = createScreen((text) => {
    written += text;
  });
  const draw = (): number => {
    written = '';
    const shown = view(reader.state());
    screen.show(
      shown.rows.map((row) =>
        paintRow(row, { looks: looksOf('sky', 'dark'), hyperlinks: true, wide: false }),
      ),
      shown.cursor,
    );
    return Buffer.byteLength(written);
  };
  draw();
  const bytes = Array.from({ length: steps }, () => {
    reader.type('j');
    return draw();
  });
  expect(Math.max(...bytes)).toBeLessThanOrEqual(300);
});
