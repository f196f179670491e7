import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome, runProgram } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

const FULL_DISK = fileURLToPath(new URL('../../support/program/full-disk.ts', import.meta.url));
const FULL = /공간|꽉|가득/;

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

const start = (): void => {
  terminal = new Terminal(process.execPath, ['--import', FULL_DISK, BIN, 'economy'], {
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, FULL_DISK: join(home, 'full') },
  });
};
const fill = () => writeFile(join(home, 'full'), '');
const empty = () => rm(join(home, 'full'));
const list = async (what: string) =>
  JSON.parse((await runProgram(['bookmarks', what, '--json'], { env: { DONGA_TUI_HOME: home } })).stdout);

test('reading on a full disk reports what cannot be kept, and loses nothing kept before', async () => {
  start();
  await terminal.shows(/▌.*금리/);
  terminal.press('b');
  await terminal.shows('북마크했습니다');
  // The text comes in the background, and its reporters with it.
  await expect.poll(async () => (await list('list'))[0].reporters.length).toBeGreaterThan(0);
  const [kept] = await list('list');

  await fill();
  terminal.press('j');
  await terminal.shows(/▌(?!.*금리)/);
  terminal.press('b');
  await terminal.shows(FULL);
  terminal.press('\r');
  await terminal.shows(/입력|요약만/);
  terminal.press('\x1b');
  await terminal.shows('▌');
  terminal.press('m');
  await terminal.shows(FULL);
  terminal.press('r');
  await terminal.shows(FULL);
  terminal.press('kkk');
  await terminal.shows(/▌.*금리/);
  terminal.press('\r');
  await terminal.shows('금융통화위원회');
  terminal.press('   ');
  terminal.press('\x1b');
  await terminal.shows(/▌.*금리/);

  await empty();
  terminal.press('jjb');
  // The notice may give way at once to that of the refresh.
  await terminal.shows(/▌.*★/);
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
  const bookmarks = await list('list');
  expect(bookmarks.length).toBe(2);
  expect(bookmarks).toContainEqual(kept);
});

test('a disk that is full from the start is no reason not to read', async () => {
  start();
  await terminal.shows(/▌.*금리/);
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);

  await fill();
  start();
  await terminal.shows(/▌.*금리/);
  terminal.press('\r');
  await terminal.shows('금융통화위원회');
  terminal.press('q');
  await terminal.shows('▌');
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
});
