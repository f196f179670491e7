import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';
import { Terminal } from '../support/terminal/terminal.ts';
import { until } from '../support/until.ts';

const LOADED = pathToFileURL(join(import.meta.dirname, '../support/program/loaded.ts')).href;

const SPINNING = pathToFileURL(join(import.meta.dirname, '../support/program/spinning.ts')).href;

const PAGES = [
  '/news/Inter/article/all/20261120/139087420/1',
  '/news/Society/article/all/20261120/139093820/1',
];

let site: Site;
let home: string;
let terminal: Terminal;

beforeEach(async () => {
  site = await startSite();
  home = await emptyHome();
  const file = join(home, 'loaded');
  terminal = new Terminal(process.execPath, ['--import', LOADED, BIN], {
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, LOADED_MODULES: file },
  });
});
afterEach(async () => {
  await terminal.end();
  await site.close();
  await removeHome(home);
});

/** Process ids of the reader's children. */
function children(of: number): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(of)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

/** The modules that a process has loaded, by its id. */
const loadedBy = (process: number): string[] =>
  readFileSync(join(home, 'loaded'), 'utf8')
    .split('\n')
    .flatMap((line) => (line.startsWith(`${process} `) ? [line.slice(line.indexOf(' ') + 1)] : []));

const NETWORK = /chunks\/(?:undici|rss-parser|feed|page)-/;

test('a worker process fetches and parses, and is gone after its work', async () => {
  await terminal.shows('하수관');
  terminal.press('\r');
  await terminal.shows('100%');
  const { pid } = terminal;
  await expect.poll(() => children(pid)).toEqual([]);
  expect(loadedBy(pid).filter((url) => NETWORK.test(url))).toEqual([]);
  expect(readFileSync(join(home, 'loaded'), 'utf8')).toMatch(NETWORK);
});

test('quitting while texts are fetched waits for no page', async () => {
  await terminal.shows('연준');
  // Pages that are not had: both bookmarks stay without a text, and each fetch waits two seconds for the one before.
  for (const path of PAGES) site.set(path, (_, response) => response.writeHead(403).end());
  terminal.press('b');
  await terminal.shows('★');
  terminal.press('jb');
  await terminal.shows(() => terminal.text().split('★').length === 3);
  await expect.poll(() => site.requests.filter(({ path }) => PAGES.includes(path)).length).toBeGreaterThan(1);
  const before = site.requests.length;
  // From now on these are never answered; only after 45 s does the program give them up.
  for (const path of PAGES) site.set(path, () => undefined);
  terminal.press('B');
  await terminal.shows('북마크 2');
  terminal.press('r');
  await expect.poll(() => site.requests.slice(before).some(({ path }) => PAGES.includes(path))).toBe(true);
  terminal.press('\x03');
  expect(await terminal.exits()).toBe(0);
  expect(existsSync(join(home, 'donga-tui.log'))).toBe(false);
});

test('the worker dies with the reader, however the reader dies', async () => {
  site.set('/news/Inter/article/all/20261120/139087420/1', () => undefined);
  await terminal.shows('연준');
  terminal.press('g\r');
  await expect.poll(() => site.requests.some(({ path }) => path.includes('139087420'))).toBe(true);
  const [worker] = children(terminal.pid);
  expect(worker).toBeGreaterThan(0);
  terminal.kill('SIGKILL');
  // Sooner than the worker would give the page up, and end by itself.
  await expect
    .poll(
      () => {
        try {
          return process.kill(worker!, 0);
        } catch {
          return false;
        }
      },
      { timeout: 40_000 },
    )
    .toBe(false);
});

test('a busy worker dies with the reader too', async () => {
  await terminal.end();
  const spinning = join(home, 'spinning');
  terminal = new Terminal(process.execPath, ['--import', SPINNING, BIN], {
    env: {
      DONGA_TUI_HOME: home,
      DONGA_TUI_FEEDS: site.origin,
      SPIN_ON: 'international',
      SPIN_PID: spinning,
    },
  });
  // The file is there before its content is.
  const worker = await until(() => {
    const written = Number(readFileSync(spinning, 'utf8'));
    expect(written).toBeGreaterThan(0);
    return written;
  });
  expect(children(terminal.pid)).toContain(worker);
  terminal.kill('SIGKILL');
  await expect.poll(() => existsSync(`/proc/${worker}`)).toBe(false);
});
