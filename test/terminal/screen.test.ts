import { stripVTControlCharacters } from 'node:util';
import unicode11 from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { createScreen } from '../../source/terminal/screen.ts';
import fc from '../support/fast-check.ts';

const COLUMNS = 30;
const ROWS = 8;

type Xterm = InstanceType<typeof headless.Terminal>;

function terminal(): Xterm {
  const xterm = new headless.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true, scrollback: 0 });
  xterm.loadAddon(new unicode11.Unicode11Addon());
  xterm.unicode.activeVersion = '11';
  return xterm;
}

const write = (xterm: Xterm, text: string) => new Promise<void>((done) => xterm.write(text, done));

/** Every cell with its whole look. */
function looks(xterm: Xterm): string[] {
  return Array.from({ length: ROWS }, (_, y) => {
    const line = xterm.buffer.active.getLine(y)!;
    return Array.from({ length: COLUMNS }, (_, x) => {
      const cell = line.getCell(x)!;
      const shown = cell.getChars() || (cell.getWidth() === 0 ? '' : ' ');
      const onSpaces = `${cell.isInverse()}${cell.isUnderline()}${cell.getBgColor()}`;
      return shown === ' '
        ? ` ${onSpaces}`
        : `${shown}${onSpaces}${cell.isBold()}${cell.isDim()}${cell.getFgColor()}`;
    }).join('|');
  });
}

/** The screen of a terminal after a frame that is written to it plainly, row by row. */
async function plainly(rows: readonly string[]): Promise<string[]> {
  const xterm = terminal();
  await write(xterm, rows.map((row, y) => `\x1b[${y + 1}H${row}\x1b[m`).join(''));
  return looks(xterm);
}

function started() {
  const xterm = terminal();
  let written = '';
  const screen = createScreen((text) => {
    written += text;
  });
  return {
    xterm,
    screen,
    /** Shows a frame; resolves to the output for it. */
    async show(rows: readonly string[], cursor: { x: number; y: number } | null = null) {
      written = '';
      screen.show(rows, cursor);
      await write(xterm, written);
      return written;
    },
  };
}

const look = fc.constantFrom('', '1', '2', '4', '7', '1;36', '33', '38;5;9', '48;2;1;2;3', '1;4');
const words = fc.constantFrom(
  '가나',
  '한국은행',
  'a',
  'bc ',
  ' ',
  '   ',
  '美',
  '…',
  '─',
  '👍',
  '각',
  '12.5%',
);
const row = fc
  .array(fc.tuple(look, words), { maxLength: 7 })
  .map((spans) => spans.map(([sgr, text]) => (sgr === '' ? text : `\x1b[${sgr}m${text}\x1b[0m`)).join(''))
  .filter((text) => cellWidth(stripVTControlCharacters(text)) <= COLUMNS);
const frame = fc.array(row, { minLength: ROWS, maxLength: ROWS });

/** A frame after another: some rows moved, some changed, some as they were. */
const follow = fc.tuple(
  fc.integer({ min: -4, max: 4 }),
  fc.nat(ROWS - 1),
  fc.array(fc.tuple(fc.nat(ROWS - 1), row), { maxLength: 3 }),
);

describe('a frame', () => {
  test('is on the screen as if it had been written whole, after any other frame', async () => {
    await fc.assert(
      fc.asyncProperty(frame, fc.array(fc.oneof(frame, follow), { maxLength: 5 }), async (first, others) => {
        const { xterm, show } = started();
        let current: readonly string[] = first;
        await show(current);
        for (const other of others) {
          if (typeof other[0] === 'string') current = other as string[];
          else {
            const [by, from, changes] = other as [number, number, [number, string][]];
            const before = current;
            const next = before.map((each, y) => (y < from ? each : (before[y + by] ?? '')));
            for (const [y, changed] of changes) next[y] = changed;
            current = next;
          }
          await show(current);
          expect(looks(xterm)).toEqual(await plainly(current));
        }
      }),
      { numRuns: 150 },
    );
  });

  test('a frame that is already on the screen writes nothing', async () => {
    const { show } = started();
    const rows = ['가나다', '', '\x1b[1m라\x1b[0m마', '', '', '', '', ''];
    await show(rows);
    expect(await show(rows)).toBe('');
    expect(await show(['가나다', ' ', '\x1b[1m라\x1b[22m마', '', '', '', '', ''])).toBe('');
  });

  test('costs only its changes', async () => {
    const { show } = started();
    const rows = ['첫째 줄은 그대로', '둘째 줄의 값 12', '', '', '', '', '', '끝'];
    await show(rows);
    expect(await show(rows.with(1, '둘째 줄의 값 13'))).toBe('\x1b[2;15H3');
  });

  test('a frame whose rows moved is scrolled by the terminal', async () => {
    const { xterm, show } = started();
    const lines = Array.from({ length: 20 }, (_, at) => `${at}번째 문단의 한 줄이다`);
    const at = (first: number) => ['머리', ...lines.slice(first, first + 6), `${first}%`];
    await show(at(0));
    const down = await show(at(1));
    expect(down.length).toBeLessThan(70);
    expect(looks(xterm)).toEqual(await plainly(at(1)));
    const up = await show(at(0));
    expect(up.length).toBeLessThan(70);
    expect(looks(xterm)).toEqual(await plainly(at(0)));
  });

  test('is written whole if the screen is no longer known', async () => {
    const { xterm, screen, show } = started();
    const rows = ['가나다', '', '마바사', '', '', '', '', '한 줄이 온 너비를 다 채우고 있다'];
    await show(rows);
    await write(xterm, '\x1b[2;3H다른 것\x1b[8;1H어지럽힌 것');
    screen.forget();
    await show(rows);
    expect(looks(xterm)).toEqual(await plainly(rows));
  });
});

test('the cursor is shown where text is entered, and nowhere else', async () => {
  const { xterm, show } = started();
  const rows = ['/', '', '', '', '', '', '', ''];
  expect(await show(rows)).toContain('\x1b[?25l');
  expect(await show(rows, { x: 1, y: 0 })).toContain('\x1b[?25h');
  await show(rows.with(0, '/가').with(5, '찾은 것'), { x: 3, y: 0 });
  expect([xterm.buffer.active.cursorX, xterm.buffer.active.cursorY]).toEqual([3, 0]);
  expect(await show(rows.with(0, '/가').with(5, '찾은 것'), { x: 3, y: 0 })).toBe('');
  expect(await show(rows)).toContain('\x1b[?25l');
});

test('a link is closed where it ends', async () => {
  const { show } = started();
  const link = '\x1b]8;;https://www.donga.com/\x1b\\원문\x1b]8;;\x1b\\ 보기';
  const written = await show([link, '', '', '', '', '', '', '']);
  expect(written).toContain('\x1b]8;;https://www.donga.com/\x1b\\원문\x1b]8;;\x1b\\ 보기');
});
