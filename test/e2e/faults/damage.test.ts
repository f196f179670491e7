import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { BIN, emptyHome, type Outcome, removeHome, runProgram } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

/** The edition's article on the interest rate. */
const ID = '139074720';
const ARCHIVE = /보관함이 손상되어 옮겨 두고\(archive\.damaged-/;
const FILE = /파일이 손상되어 사본을 (?:config|bookmarks)\.damaged-/;

let site: Site;
let home: string;
let env: Record<string, string>;
let terminal: Terminal | null = null;

const donga = (...args: string[]): Promise<Outcome> => runProgram(args, { env });

/** Writes over the first page of a table or index. */
async function zeroRoot(name: string): Promise<void> {
  const file = join(home, 'archive.db');
  const db = connect(file, { busyMs: 0 });
  const root = Number(db.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', name)?.rootpage);
  db.close();
  const bytes = await readFile(file);
  await writeFile(file, bytes.fill(0, (root - 1) * 4096, root * 4096));
}

beforeEach(async () => {
  site = await startSite();
  home = await emptyHome();
  env = { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin };
  await donga('headlines', 'economy');
  await donga('bookmarks', 'add', ID);
});
afterEach(async () => {
  await terminal?.end();
  terminal = null;
  await site.close();
  await removeHome(home);
});

test.each([
  ['articles', ['read', ID, '--offline']],
  ['sqlite_autoindex_headlines_1', ['headlines', 'economy', '--offline']],
  ['reads', ['read', ID, '--offline']],
])(
  'an archive whose %s prove damaged is told of once, and the next knows the bookmarks',
  async (table, words) => {
    await zeroRoot(table);
    const first = await donga(...words);
    expect(first.stderr).toMatch(ARCHIVE);
    expect(first.status).toBe(0);
    const second = await donga('headlines', 'economy', '--offline');
    expect(second.stderr).not.toMatch(ARCHIVE);
    expect(second.stdout).toContain(ID);
  },
);

test('a file in the archive’s place that is no archive is reported also by a command that fails', async () => {
  await writeFile(join(home, 'archive.db'), 'no database at all '.repeat(500));
  const { status, stderr } = await donga('read', '139000020', '--offline');
  expect(status).toBe(1);
  expect(stderr).toMatch(ARCHIVE);
  expect(stderr).toContain('본 적이 없는 번호');
  expect((await donga('headlines', 'economy', '--offline')).stdout).toContain(ID);
});

test.each(['config', 'bookmarks'])(
  'a damaged %s.json is reported once, by the first command that reads it',
  async (name) => {
    await writeFile(join(home, `${name}.json`), '{"lang": "ko", "half');
    const words = name === 'config' ? ['--help'] : ['headlines', 'economy', '--offline'];
    const first = await donga(...words);
    expect(first.stderr).toMatch(FILE);
    expect(first.status).toBe(0);
    expect((await donga(...words)).stderr).not.toMatch(FILE);
    const [copy = ''] = (await readdir(home)).filter((each) => each.startsWith(`${name}.damaged-`));
    expect((await stat(join(home, copy))).mode & 0o777).toBe(0o600);
  },
);

test('folders where files should be stop no command', async () => {
  for (const name of ['archive.db', 'config.json', 'bookmarks.json', 'lock.db']) {
    await rm(join(home, name), { force: true });
    await mkdir(join(home, name, 'in it'), { recursive: true });
  }
  expect((await donga('--help')).status).toBe(0);
  expect((await donga('config', 'set', 'lang', 'en')).status).toBe(0);
  expect((await donga('headlines', 'economy')).status).toBe(0);
  expect((await donga('bookmarks', 'add', ID)).status).toBe(0);
  expect((await donga('bookmarks', 'list')).stdout).toContain(ID);
});

test('a worker that meets a new archive puts the bookmarks into it too', async () => {
  await writeFile(join(home, 'archive.db'), 'no database at all '.repeat(500));
  const worker = fork(join(BIN, '../worker.js'), [], { env: { ...process.env, ...env } });
  await once(worker, 'message');
  worker.disconnect();
  await once(worker, 'exit');
  const { stdout, stderr } = await donga('headlines', 'economy', '--offline');
  expect(stdout).toContain(ID);
  expect(stderr).not.toMatch(ARCHIVE);
});

test('the full screen shows a warning when it meets damage, and goes on with the bookmarks', async () => {
  terminal = new Terminal(process.execPath, [BIN, 'economy', '--offline'], { env });
  await terminal.shows(/▌.*금리/);
  await zeroRoot('reads');
  terminal.press('\r');
  await terminal.shows(/보관함이 손상되어/);
  await terminal.shows('금융통화위원회');
  terminal.press('\x1b');
  await terminal.shows('▌');
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
  expect(await readdir(home)).not.toContain('sample');
});

test('the full screen shows warnings for both a damaged archive and damaged settings', async () => {
  await writeFile(join(home, 'archive.db'), 'no database at all '.repeat(500));
  await writeFile(join(home, 'config.json'), '{"half');
  terminal = new Terminal(process.execPath, [BIN, 'economy', '--offline'], { env });
  await terminal.shows('파일이 손상되어');
  terminal.press('j');
  await terminal.shows('보관함이 손상되어');
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
});
