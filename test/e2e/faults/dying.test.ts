import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

const BROKEN = fileURLToPath(new URL('../../support/program/broken.ts', import.meta.url));
/** A word of the first headline, and the path of its page. */
const FIRST = '연준';
const PAGE = '/news/Inter/article/all/20261120/139087420/1';

let site: Site;
let home: string;
let terminal: Terminal;

beforeEach(async () => {
  site = await startSite();
  home = await emptyHome();
});
afterEach(async () => {
  await terminal.end();
  await site.close();
  await removeHome(home);
});

const env = (how: string) => ({
  DONGA_TUI_HOME: home,
  DONGA_TUI_FEEDS: site.origin,
  BROKEN: how,
  BROKEN_PID: join(home, 'pid'),
});
const pid = () => Number(readFileSync(join(home, 'pid'), 'utf8'));
/** The state letter of a Linux process: `T` stopped, null for none. */
const stateOf = (process: number): string | null =>
  existsSync(`/proc/${process}/stat`)
    ? readFileSync(`/proc/${process}/stat`, 'utf8').replace(/.*\) /s, '')[0]!
    : null;

/** Starts the program from a shell that looks at the terminal before and after. */
async function start(how = '', words = ''): Promise<void> {
  const script = join(home, 'script.sh');
  await writeFile(
    script,
    `stty -a > "${home}/before"
printf 'the shell’s own line\\n'
"${process.execPath}" --import "${BROKEN}" "${BIN}" ${words}
printf 'status %s.\\n' $?
stty -a > "${home}/after"
read -r wait
`,
  );
  terminal = new Terminal('/bin/sh', [script], { env: env(how) });
  await terminal.shows(FIRST);
  expect(terminal.modes()).toMatchObject({
    alternate: true,
    bracketedPasteMode: true,
    wraparoundMode: false,
  });
}

const stty = (when: 'before' | 'after') => readFileSync(join(home, when), 'utf8');

async function isGivenBack(status: number): Promise<void> {
  await terminal.shows(`status ${status}.`);
  expect(terminal.modes()).toEqual({
    alternate: false,
    cursorVisible: true,
    bracketedPasteMode: false,
    mouseTrackingMode: 'none',
    wraparoundMode: true,
    applicationCursorKeysMode: false,
  });
  // The keyboard protocols that xterm does not know are undone by the same sequence.
  const last = terminal.written.slice(terminal.written.lastIndexOf('\x1b[0m'));
  expect(last).toContain('\x1b[<u\x1b[>4;0m');
  const line = terminal.cells().find((row) => row.some(({ chars }) => chars === '.'));
  expect(line?.every(({ bold, dim, inverse, colour }) => !bold && !dim && !inverse && colour === null)).toBe(
    true,
  );
  await expect.poll(() => existsSync(join(home, 'after')) && stty('after')).toBe(stty('before'));
  expect(terminal.text()).toContain('the shell’s own line');
  expect(terminal.text()).not.toContain(FIRST);
}

/** Leads the reader to each place where the program may die. */
const PLACES: Readonly<Record<string, () => Promise<unknown>>> = {
  'while searching': async () => {
    terminal.press('/');
    terminal.press('연');
    await terminal.shows('찾기: 연');
  },
  'while an article loads': async () => {
    terminal.press('\r');
    await expect.poll(() => site.requests.some(({ path }) => path === PAGE)).toBe(true);
  },
};

/** The status it ends with, and how it is done. */
const WAYS: readonly (readonly [what: string, how: string, status: number, act: () => unknown])[] = [
  ['q', '', 0, () => terminal.press('q')],
  ['Ctrl-c', '', 0, () => terminal.press('\x03')],
  ['SIGTERM', '', 143, () => process.kill(pid(), 'SIGTERM')],
  ['SIGHUP', '', 129, () => process.kill(pid(), 'SIGHUP')],
  ['SIGINT', '', 130, () => process.kill(pid(), 'SIGINT')],
  ['an exception', 'exception', 1, () => process.kill(pid(), 'SIGUSR2')],
  ['a rejected promise', 'rejection', 1, () => process.kill(pid(), 'SIGUSR2')],
  [
    'an exception in a component',
    'component',
    1,
    async () => {
      process.kill(pid(), 'SIGUSR2');
      // Until Ink has been loaded and draws.
      await expect.poll(() => terminal.press('?') ?? stateOf(pid())).toBeNull();
    },
  ],
  ['EPIPE', 'lost terminal', 0, () => process.kill(pid(), 'SIGUSR2')],
];

describe('the terminal is given back as it was', () => {
  test.each(WAYS)('after %s', async (_, how, status, act) => {
    await start(how);
    await act();
    await isGivenBack(status);
  });

  test.each(
    Object.keys(PLACES).flatMap((place) =>
      ['SIGTERM', 'an exception', 'Ctrl-c'].map((what) => [what, place] as const),
    ),
  )('after %s %s', async (what, place) => {
    const [, how, status, act] = WAYS.find(([name]) => name === what)!;
    site.set(PAGE, () => undefined);
    await start(how);
    await PLACES[place]!();
    await act();
    await isGivenBack(status);
  });
});

describe('a reader whose program broke', () => {
  test.each([
    ['an exception', '', '저장한 것은 그대로입니다'],
    ['a rejected promise', '--lang en', 'nothing that was saved is lost'],
    ['an exception in a component', '', '저장한 것은 그대로입니다'],
  ])('by %s sees a line about it, and the log holds no word of the articles', async (what, words, told) => {
    const [, how, status, act] = WAYS.find(([name]) => name === what)!;
    await start(how, words);
    await act();
    await isGivenBack(status);
    const lines = terminal.rows().join('');
    expect(lines).toContain(told);
    const log = join(home, 'donga-tui.log');
    expect(lines).toContain(log);
    const kept = readFileSync(log, 'utf8');
    expect(kept).toMatch(/Error\n\s+at .*broken\.ts/);
    expect(kept).not.toContain('문장');
    expect(terminal.text()).not.toContain('broken.ts');
  });
});

describe('a terminal that is closed', () => {
  test('ends the program', async () => {
    await start();
    const program = pid();
    terminal.close();
    await expect.poll(() => stateOf(program)).toBeNull();
  });
});

describe('Ctrl-z', () => {
  test('gives the terminal to the shell, and fg brings the screen back as it was', async () => {
    terminal = new Terminal('bash', ['--norc', '--noprofile', '-i'], { env: { ...env(''), PS1: 'shell> ' } });
    await terminal.shows('shell>');
    terminal.press(`"${process.execPath}" --import "${BROKEN}" "${BIN}"\r`);
    await terminal.shows(FIRST);
    terminal.press('j');
    await terminal.shows(/▌.*하수관/);
    const program = pid();
    terminal.press('\x1a');
    await terminal.shows(/Stopped|정지/);
    expect(stateOf(program)).toBe('T');
    expect(terminal.modes()).toMatchObject({ alternate: false, wraparoundMode: true });
    terminal.press('echo $((6*7))\r');
    await terminal.shows('42');
    terminal.press('fg\r');
    await terminal.shows(/▌.*하수관/);
    expect(terminal.modes()).toMatchObject({ alternate: true, bracketedPasteMode: true });
    terminal.press('k');
    await terminal.shows(/▌.*연준/);
    terminal.press('q');
    await terminal.shows(/shell>\n*$/);
    terminal.press('exit\r');
    await terminal.exits();
  });
});
