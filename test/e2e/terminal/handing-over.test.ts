import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { isWhole, unfolded } from '../../support/terminal/sample.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

// The terminal given to the shell, to a browser and to tmux's clipboard, and taken back.

const FIRST = '연준';
const LINK = 'https://www.donga.com/news/Inter/article/all/20261120/139087420/1';

let home: string;
let programs: string;
let terminal: Terminal;

/** Neither display, tmux nor ssh, so that the test does not depend on where it runs. */
const BARE = {
  DISPLAY: undefined,
  WAYLAND_DISPLAY: undefined,
  TMUX: undefined,
  SSH_CONNECTION: undefined,
  SSH_CLIENT: undefined,
  SSH_TTY: undefined,
  WSL_DISTRO_NAME: undefined,
  BROWSER: undefined,
};

async function start(env: Readonly<Record<string, string>> = {}, columns = 80, rows = 24): Promise<void> {
  terminal = new Terminal(process.execPath, [BIN, '--demo'], {
    columns,
    rows,
    env: { ...BARE, DONGA_TUI_HOME: home, PATH: `${programs}:${process.env.PATH}`, ...env },
  });
  await terminal.shows(FIRST);
}

/** A program on the PATH. */
async function program(name: string, script: string): Promise<void> {
  await writeFile(join(programs, name), `#!/bin/sh\n${script}\n`);
  await chmod(join(programs, name), 0o755);
}

beforeEach(async () => {
  home = await emptyHome();
  programs = join(home, 'programs');
  await mkdir(programs);
});
afterEach(async () => {
  await terminal.end();
  await removeHome(home);
});

/** The screen as it is drawn on a fresh terminal: after a resize there and back. */
async function freshScreen(columns: number, rows: number): Promise<string> {
  const fresh = new Terminal(process.execPath, [BIN, '--demo'], {
    columns,
    rows,
    env: { ...BARE, DONGA_TUI_HOME: home },
  });
  const screen = await fresh.shows(isWhole);
  await fresh.end();
  return unfolded(screen);
}

describe('a browser that draws on the terminal', () => {
  test.each(['w3m', 'elinks'])('gets the terminal: %s', async (name) => {
    await program(
      name,
      `stty -a > "${home}/stty"
test -t 0 && test -t 1 && test -t 2 && printf 'reading %s' "$1"
read -r line
printf '%s' "$line" > "${home}/line"`,
    );
    await start({ BROWSER: `${name}:never` });
    const before = unfolded(await terminal.shows(isWhole));
    terminal.press('o');
    await terminal.shows(`reading ${LINK.slice(0, 60)}`);
    expect(terminal.modes()).toMatchObject({ alternate: false, cursorVisible: true, wraparoundMode: true });
    expect(readFileSync(join(home, 'stty'), 'utf8')).toMatch(/ icanon /);
    // Keys are the browser's, Ctrl-c too, and news does not draw over it.
    terminal.press('qj한글\r');
    await terminal.shows('브라우저에서 열었습니다');
    expect(readFileSync(join(home, 'line'), 'utf8')).toBe('qj한글');
    expect(terminal.modes()).toMatchObject({ alternate: true, bracketedPasteMode: true });
    expect(unfolded(terminal.text().replace(/ 브라우저에서 열었습니다/, ''))).toBe(before);
    terminal.press('j');
    await terminal.shows((screen) => !/▌.*연준/.test(screen));
  });

  test('ends by Ctrl-c alone, and the next browser is tried', async () => {
    // `tail` itself prints and waits: a shell that is just starting `sleep` swallows a Ctrl-c (dash, vfork).
    await writeFile(join(home, 'page'), 'ready');
    await program('lynx', `exec tail -f "${home}/page"`);
    await program('links', `printf '%s' "$*" > "${home}/opened"`);
    await start({ BROWSER: 'lynx -nopause %s:links -x' });
    terminal.press('o');
    await terminal.shows('ready');
    terminal.press('\x03');
    await terminal.shows('links로 열었습니다');
    expect(readFileSync(join(home, 'opened'), 'utf8')).toBe(`-x ${LINK}`);
    expect(terminal.alive).toBe(true);
  });
});

describe('a browser of its own window', () => {
  test('a browser that fails some time after its start is reported, and xdg-open is tried without BROWSER', async () => {
    await program('surfing', `while test ! -e "${home}/fail"; do sleep 0.05; done; exit 7`);
    await program('xdg-open', `printf '%s' "$BROWSER|$*" > "${home}/opened"`);
    await start({ BROWSER: "surfing '--app=%s'", DISPLAY: ':77' });
    terminal.press('ㅐ');
    await terminal.shows('브라우저에서 열었습니다');
    await writeFile(join(home, 'fail'), '');
    await terminal.shows('surfing이 오류로 끝났습니다');
    // xdg-open counts as running from 300 ms on, with its work done or not.
    await expect.poll(() => readFileSync(join(home, 'opened'), 'utf8')).toBe(`|${LINK}`);
  });
});

describe('an address stands whole, from the first column', () => {
  test.each([
    [80, 24],
    [200, 60],
    [31, 18],
  ])('without a browser the address stands until a key is pressed, at %i × %i', async (columns, rows) => {
    await start({}, columns, rows);
    terminal.press('o');
    await terminal.shows('브라우저');
    const lines = terminal.rows();
    const at = lines.findIndex((line) => line.startsWith('https://'));
    const length = Math.ceil(LINK.length / columns);
    expect(lines.slice(at, at + length).join('')).toBe(LINK);
    expect(lines[at - 1]).toBe('');
    terminal.press('j');
    await terminal.shows((screen) => !screen.includes('https://'));
  });

  test('an address sent to a terminal that confirms nothing stands too', async () => {
    await start({ SSH_TTY: '/dev/pts/9' }, 60);
    terminal.press('y');
    await terminal.shows('보냈습니다');
    const lines = terminal.rows();
    const at = lines.findIndex((line) => line.startsWith('https://'));
    expect(lines[at]! + lines[at + 1]!).toBe(LINK);
    expect(terminal.written).toContain(`\x1b]52;c;${Buffer.from(LINK).toString('base64')}\x07`);
  });
});

describe('a size that changed while the program was stopped', () => {
  test.each([
    [80, 24, 57, 17],
    [64, 20, 120, 40],
  ])(
    '%i × %i to %i × %i is asked for, and the whole screen drawn',
    async (columns, rows, newColumns, newRows) => {
      terminal = new Terminal('bash', ['--norc', '--noprofile', '-i'], {
        columns,
        rows,
        env: { ...BARE, DONGA_TUI_HOME: home, PS1: 'shell> ' },
      });
      await terminal.shows('shell>');
      terminal.press(`"${process.execPath}" "${BIN}" --demo\r`);
      await terminal.shows(isWhole);
      terminal.press('\x1a');
      await terminal.shows(/Stopped|정지/);
      terminal.resize(newColumns, newRows);
      terminal.press('fg\r');
      const fresh = await freshScreen(newColumns, newRows);
      await terminal.shows((screen) => unfolded(screen) === fresh);
      terminal.press('j');
      await terminal.shows((screen) => unfolded(screen) !== fresh);
      terminal.press('k');
      await terminal.shows((screen) => unfolded(screen) === fresh);
    },
  );
});

test('Ctrl-l redraws a screen that another program wrote on', async () => {
  await start({}, 72, 20);
  const before = unfolded(await terminal.shows(isWhole));
  const tty = execFileSync('readlink', [`/proc/${terminal.pid}/fd/1`], { encoding: 'utf8' }).trim();
  // Text, a scrolling region with its own origin, the line-drawing characters, red on blue.
  await writeFile(tty, '\x1b[5;9r\x1b[?6h\x1b(0\x1b[31;44m\x1b[?7hqqqqlkjx\n\n\n쓰레기');
  await terminal.shows('쓰레기');
  terminal.press('\x0c');
  await terminal.shows((screen) => unfolded(screen) === before);
  expect(
    terminal
      .cells()
      .flat()
      .every(({ colour }) => colour === null || colour < 8),
  ).toBe(true);
  terminal.press('j');
  await terminal.shows((screen) => unfolded(screen) !== before);
  terminal.press('k');
  await terminal.shows((screen) => unfolded(screen) === before);
});

const TMUX = spawnSync('tmux', ['-V']).status === 0;

describe.skipIf(!TMUX)('y in a real tmux with its own settings', () => {
  // A server of its own for each test: one that is about to end still takes a new session.
  let servers = 0;
  let socket = '';
  beforeEach(() => {
    servers += 1;
    socket = `donga-tui-${process.pid}-${servers}`;
  });
  const tmux = (...args: string[]) =>
    execFileSync('tmux', ['-L', socket, '-f', '/dev/null', ...args], { encoding: 'utf8' });

  afterEach(() => {
    spawnSync('tmux', ['-L', socket, 'kill-server']);
  });

  test.each(['y', 'ㅛ'])('puts the link where tmux pastes from: %s', async (key) => {
    terminal = new Terminal(
      'tmux',
      ['-L', socket, '-f', '/dev/null', 'new-session', process.execPath, BIN, '--demo'],
      { env: { ...BARE, DONGA_TUI_HOME: home, LC_ALL: 'C.UTF-8' } },
    );
    await terminal.shows(FIRST);
    terminal.press(key);
    await terminal.shows('tmux에 복사하고');
    expect(tmux('show-buffer')).toBe(LINK);
    expect(terminal.rows().join('')).toContain(LINK);
  });
});
