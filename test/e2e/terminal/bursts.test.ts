import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { isWhole } from '../../support/terminal/sample.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

// Keys that come in one piece: in one packet, and over a line that delays by 400 ms and joins everything that
// comes meanwhile.

const RELAY = join(import.meta.dirname, '../../support/terminal/relay.ts');

let home: string;
let terminal: Terminal;

async function start(slow: boolean): Promise<void> {
  const program = [process.execPath, BIN, '--demo'];
  const [command = '', ...args] = slow ? [process.execPath, RELAY, '400', ...program] : program;
  terminal = new Terminal(command, args, { columns: 90, rows: 24, env: { DONGA_TUI_HOME: home } });
  await terminal.shows(isWhole);
}

beforeEach(async () => {
  home = await emptyHome();
});
afterEach(async () => {
  await terminal.end();
  await removeHome(home);
});

/** Presses the keys one after the other; the relay makes one packet of them. */
const typeQuickly = (keys: readonly string[]): void => {
  for (const key of keys) terminal.press(key);
};

/** The titles that a search finds, in their order. */
async function found(query: string): Promise<string[]> {
  terminal.press(`/${query}`);
  await terminal.shows(/찾기: .*\d건/);
  await terminal.quiet(900);
  const titles = terminal
    .rows()
    .flatMap(
      (row) =>
        /^[▌ ][• ][\s◎]+(?:\S+ (?:전|\d+일)|방금|(?:어제|오늘)(?: \S+)?|\d\d:\d\d)\s+(?:\S+\s{2,})?(.+)/.exec(
          row,
        )?.[1] ?? [],
    );
  terminal.press('\x1b');
  await terminal.shows((screen) => !screen.includes('찾기:'));
  await terminal.quiet(900);
  return titles;
}

describe.each([
  ['in one packet', false],
  ['over a slow line that joins packets', true],
])('%s', (_, slow) => {
  test.each(['전세', '금리'])('keys behind /%s and Enter act on the results', async (query) => {
    await start(slow);
    const titles = await found(query);
    expect(titles.length).toBeGreaterThan(1);
    typeQuickly(slow ? ['/', query, '\r', 'j', '\r'] : [`/${query}\rj\r`]);
    await terminal.shows(/\d+%/);
    await terminal.quiet(900);
    expect(terminal.rows().slice(2, 8).join('')).toContain(titles[1]!.slice(0, 12));
  });
});
