import { cleanup, render } from 'ink-testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { paintRow } from '../../../source/terminal/paint.ts';
import { App } from '../../../source/tui/draw/app.tsx';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { type Session, session } from '../session.ts';

const PLAIN = { hyperlinks: false, wide: false };
const WIDTHS = [1, 4, 12, 20, 24, 30, 40, 59, 60, 76, 80, 99, 100];
const HEIGHTS = [1, 2, 3, 5, 9, 16, 24, 40];
/** For a hundred frames, in ms: no measure, but an end to a test that hangs. */
const PATIENCE = 300_000;

afterEach(cleanup);

const painted = (reader: Session) => view(reader.state()).rows.map((row) => paintRow(row, PLAIN));

const shown = (frame: string | undefined) =>
  (frame ?? '')
    .replace(/\x1b\[[\d;]*m/g, '')
    .split('\n')
    .map((line) => line.trimEnd());
const expected = (reader: Session) => view(reader.state()).rows.map((row) => rowText(row).trimEnd());

describe('the screen that Ink draws', () => {
  test('is the view of the state, and follows it', async () => {
    const reader = session();
    const screen = render(<App store={reader.store} paint={() => painted(reader)} />);
    expect(shown(screen.lastFrame())).toEqual(expected(reader));
    for (const keys of ['j', ' ', '\r', '3j', '\x1b', '/제목', '\r', '?', 's', '정치']) {
      reader.type(keys);
      await reader.settle();
      expect(shown(screen.lastFrame())).toEqual(expected(reader));
    }
  });

  test.each([
    ['the headlines', ''],
    ['an article', '\r'],
    ['the help', '?'],
    ['the section chooser', 's'],
    ['the bookmarks', 'B'],
    ['a search', '/제목'],
  ])('is as large as the terminal at every size: %s', { timeout: PATIENCE }, async (_, keys) => {
    const reader = session();
    await reader.settle();
    const screen = render(<App store={reader.store} paint={() => painted(reader)} />);
    reader.type(keys);
    for (const columns of WIDTHS) {
      for (const rows of HEIGHTS) {
        reader.store.dispatch({ type: 'resize', size: { columns, rows } });
        await Promise.resolve();
        expect(shown(screen.lastFrame()), `at ${columns}×${rows}`).toEqual(expected(reader));
      }
    }
  });
});
