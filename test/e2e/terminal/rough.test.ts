import { afterEach, beforeEach, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { isWhole } from '../../support/terminal/sample.ts';
import { Terminal, type TerminalOptions } from '../../support/terminal/terminal.ts';

const FIRST = '연준';
/** A frame of 80 × 24 whole, with its colours, is some 3 kB. */
const FRAME = 4000;

let home: string;
let terminal: Terminal;

function start(options: TerminalOptions = {}): void {
  terminal = new Terminal(process.execPath, [BIN, '--demo'], {
    ...options,
    env: { DONGA_TUI_HOME: home, ...options.env },
  });
}

beforeEach(async () => {
  home = await emptyHome();
});
afterEach(async () => {
  await terminal.end();
  await removeHome(home);
});

const quits = async (): Promise<void> => {
  terminal.press('\x03');
  expect(await terminal.exits()).toBe(0);
};

test('two hundred resizes within a second, down to one cell and back, leave the screen as it was', async () => {
  start();
  await terminal.shows(isWhole);
  const list = () => terminal.rows().slice(3, -2);
  const before = list();
  const sizes = [
    [1, 1],
    [300, 100],
    [20, 5],
    [2, 40],
    [120, 1],
    [80, 24],
  ] as const;
  for (let at = 0; at < 200; at += 1) {
    const [columns, rows] = sizes[at % sizes.length]!;
    terminal.resize(columns, rows);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  terminal.resize(80, 24);
  await expect.poll(list).toEqual(before);
  terminal.press('j');
  await terminal.shows(/▌.*하수관/);
  await quits();
});

test('a terminal that reads slowly gets few frames, and ends with the right screen', async () => {
  start();
  await terminal.shows(FIRST);
  terminal.press('\r');
  await terminal.shows('%');
  terminal.press('\x1b');
  await terminal.shows(/▌.*연준/);
  const before = terminal.written.length;
  terminal.hold(true);
  for (let at = 0; at < 300; at += 1) {
    terminal.press(at % 2 === 0 ? ' ' : 'g');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  terminal.press('g?');
  terminal.hold(false);
  await terminal.shows('도움말');
  await terminal.shows('움직이기');
  expect(terminal.written.length - before).toBeLessThan(40 * FRAME);
  await quits();
});

test('a terminal that says it has no columns is taken for one of 80 × 24', async () => {
  const script = `stty cols 0 rows 0; exec "${process.execPath}" "${BIN}" --demo`;
  terminal = new Terminal('/bin/sh', ['-c', script], { env: { DONGA_TUI_HOME: home } });
  await terminal.shows(FIRST);
  terminal.press('j');
  await terminal.shows(/▌.*하수관/);
  await quits();
});

test('a dumb terminal is given the headlines and not one control sequence', async () => {
  start({ env: { TERM: 'dumb' } });
  await terminal.shows('명령:');
  terminal.press('끝\r');
  expect(await terminal.exits()).toBe(0);
  expect(terminal.written).toContain(FIRST);
  expect(terminal.written).not.toContain('\x1b');
});

test('the reader on a terminal opens although CI is set', async () => {
  start({ env: { CI: 'true' } });
  await terminal.shows(FIRST);
  terminal.press('j');
  await terminal.shows(/▌.*하수관/);
  terminal.press('\r');
  await terminal.shows('하수관');
  await quits();
});
