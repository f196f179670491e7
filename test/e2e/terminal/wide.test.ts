import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome, runProgram } from '../../support/program/program.ts';
import { isAmbiguous } from '../../support/terminal/ambiguous.ts';
import { isWhole } from '../../support/terminal/sample.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

// A terminal where East Asian Ambiguous characters take two cells, and one where they take one.

const ASKED = '\x1b[6n';
const COLUMNS = 130;

let home: string;
let terminal: Terminal;

async function start(wide: boolean): Promise<void> {
  terminal = new Terminal(process.execPath, [BIN, '--demo'], {
    columns: COLUMNS,
    rows: 30,
    wide,
    env: { DONGA_TUI_HOME: home },
  });
  await terminal.shows('연준');
}

const set = (value: string) =>
  runProgram(['config', 'set', 'ambiguous-width', value], { env: { DONGA_TUI_HOME: home } });
const ambiguous = (): string[] => [...terminal.text()].filter(isAmbiguous);

/** In which columns a mark stands, the selected row's at the left edge aside. */
function columnsOf(mark: string): Set<number> {
  const found = new Set<number>();
  for (const row of terminal.cells()) {
    let x = 0;
    for (const { chars, width } of row) {
      if (chars === mark && x > 0) found.add(x);
      x += width;
    }
  }
  return found;
}

beforeEach(async () => {
  home = await emptyHome();
});
afterEach(async () => {
  await terminal.end();
  await removeHome(home);
});

describe('a terminal that draws “ … │ in two cells', () => {
  test('is asked at the start, and then every screen is straight and whole', async () => {
    await start(true);
    await terminal.shows((screen) => screen.includes('연준') && ambiguous().length === 0);
    expect(terminal.written).toContain(ASKED);
    // The line between the list and the lead is one line, with the list on its left in every row.
    expect(columnsOf('|').size).toBe(1);
    expect(terminal.rows()[2]).toBe('-'.repeat(COLUMNS));
    for (const [keys, shown] of [
      ['?', 'Ctrl-d'],
      ['\x1b', '연준'],
      ['s', '문화'],
      ['\x1b', '연준'],
      ['\r', '%'],
    ] as const) {
      terminal.press(keys);
      await terminal.shows(shown);
      expect(ambiguous()).toEqual([]);
    }
  });

  test('has its first row as before after the question', async () => {
    await start(false);
    await terminal.shows(isWhole);
    const look = () => terminal.cells()[0]!.slice(0, 12);
    const first = look();
    terminal.press('\x0c');
    await terminal.shows(() => terminal.written.split('전체기사').length > 2);
    expect(look()).toEqual(first);
    expect(terminal.rows()[0]).toContain('전체기사');
    expect(ambiguous()).toContain('│');
    expect(columnsOf('│').size).toBe(1);
  });

  test('is not asked if the reader has chosen a width', async () => {
    await set('narrow');
    await start(false);
    expect(terminal.written).not.toContain(ASKED);
    expect(ambiguous()).toContain('│');
    await terminal.end();
    await set('wide');
    await start(true);
    expect(terminal.written).not.toContain(ASKED);
    expect(ambiguous()).toEqual([]);
    expect(columnsOf('|').size).toBe(1);
  });
});

test('in a pipe no character is replaced unless the reader has chosen it', async () => {
  const read = async () =>
    (
      await runProgram(
        ['read', '-', '--url', 'https://www.donga.com/news/Economy/article/all/20261120/139074720/1'],
        {
          env: { DONGA_TUI_HOME: home },
          input: await readFile('fixtures/edition/articles/139074720.html'),
        },
      )
    ).stdout;
  expect(await read()).toContain('“물가 오름세는');
  await set('wide');
  const swapped = await read();
  expect(swapped).toContain('"물가 오름세는');
  expect([...swapped].filter(isAmbiguous)).toEqual([]);
});
