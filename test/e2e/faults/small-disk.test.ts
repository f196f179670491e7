import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, type Outcome, runProgram } from '../../support/program/program.ts';
import {
  canMount,
  type FileSystem,
  mountSmallDisk,
  type SmallDisk,
} from '../../support/program/small-disk.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

const KILLED = fileURLToPath(new URL('../../storage/children/killed.ts', import.meta.url));
const FULL = /디스크가 가득/g;

let site: Site;
let disk: SmallDisk;
let home: string;
let terminal: Terminal | null = null;

beforeEach(async () => {
  site = await startSite();
});
afterEach(async () => {
  await terminal?.end();
  terminal = null;
  await site.close();
  disk.unmount();
});

const run = (...args: string[]): Promise<Outcome> =>
  runProgram(args, { env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin } });
const json = async (...args: string[]) => JSON.parse((await run(...args, '--json')).stdout);
const titles = async (...args: string[]): Promise<string[]> =>
  (await json(...args)).map(({ title }: { title: string }) => title);

/** A home on a small disk, with an edition, a bookmark and an article kept in it. */
async function furnish(kind: FileSystem): Promise<void> {
  disk = mountSmallDisk(kind, 5);
  home = join(disk.folder, 'home');
  expect((await run('sync', 'economy', 'national')).status).toBe(0);
  const [first] = await json('headlines', 'economy', '--offline');
  expect((await run('bookmarks', 'add', first.id)).status).toBe(0);
}

/** Leaves fifty headlines in the archive's log, as a process does that is killed. */
function killWhileWriting(): void {
  spawnSync(process.execPath, [KILLED, join(home, 'archive.db'), '50']);
  expect(statSync(join(home, 'archive.db-wal')).size).toBeGreaterThan(4096);
}

/** Every output of the reading commands; each must succeed and name the full disk so many times. */
async function readAll(mentions: 0 | 1): Promise<unknown> {
  const kept: unknown[] = [];
  for (const args of [
    ['headlines', 'economy', '--offline', '--limit', '500'],
    ['search', '금리'],
    ['search', '금리', '--in', 'archive'],
    ['bookmarks', 'list'],
    ['sections'],
  ]) {
    const { status, stdout, stderr } = await run(...args, '--json');
    expect([args, status, stderr.match(FULL)?.length ?? 0]).toEqual([args, 0, mentions]);
    kept.push(JSON.parse(stdout));
  }
  return kept;
}

for (const kind of ['tmpfs', 'ext4'] as const) {
  describe.skipIf(!canMount(kind))(`on a ${kind} of 5 MB that is really full`, () => {
    for (const what of ['bytes', 'inodes'] as const) {
      test(`of ${what}, every command reads everything kept, and commands that change it name the disk once`, async () => {
        await furnish(kind);
        const before = await readAll(0);
        disk.fill(what);
        expect(await readAll(1)).toEqual(before);
        for (const args of [
          ['sync', 'national'],
          ['config', 'set', 'hanja', 'on'],
          ['watch', 'add', '갯벌'],
          ['mute', 'add', '#광고'],
          ['bookmarks', 'note', (await json('bookmarks'))[0].id, '다시 읽기'],
          ['bookmarks', 'tag', (await json('bookmarks'))[0].id, '+바다'],
          ['bookmarks', 'add', (await json('headlines', 'national', '--offline'))[3].id],
        ]) {
          const { status, stderr } = await run(...args);
          expect([args, status, stderr.match(FULL)?.length]).toEqual([args, 1, 1]);
        }
        expect((await titles('headlines', '--demo')).length).toBeGreaterThan(10);
        const asked = await run('sync', 'culture', '--json');
        expect(JSON.parse(asked.stdout).error.code).toBe('disk-full');

        disk.makeRoom();
        expect((await run('sync', 'culture')).stderr).toBe('');
        expect((await titles('headlines', 'culture', '--offline')).length).toBeGreaterThan(0);
      });

      test(`of ${what}, rows that are only in the log of a killed process are read too`, async () => {
        await furnish(kind);
        killWhileWriting();
        // The next process to open the archive makes its -shm file again: there is no room for that here.
        rmSync(join(home, 'archive.db-shm'));
        disk.fill(what);
        const shown = await titles('headlines', 'culture', '--offline', '--limit', '500');
        expect(shown).toContain('제목 700000000');
        expect(shown).toContain('제목 700000049');
        expect((await run('search', '700000033')).stdout).toContain('700000033');
        // Reading took nothing away.
        expect(existsSync(join(home, 'archive.db'))).toBe(true);
        expect(await titles('headlines', 'culture', '--offline', '--limit', '500')).toEqual(shown);

        if (what === 'inodes') return;
        // Another process may have the whole file to itself.
        const other = new DatabaseSync(join(home, 'archive.db'));
        other.exec('PRAGMA locking_mode = EXCLUSIVE');
        other.prepare('SELECT count(*) FROM headlines').get();
        expect(await titles('headlines', 'culture', '--offline', '--limit', '500')).toEqual(shown);
        other.close();
      });
    }

    test('the full screen reads everything kept, names the disk, and keeps changes once there is room', async () => {
      await furnish(kind);
      killWhileWriting();
      rmSync(join(home, 'archive.db-shm'));
      disk.fill('bytes');
      terminal = new Terminal(process.execPath, [BIN, 'culture'], {
        env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
      });
      await terminal.shows('제목 7000000');
      await terminal.shows('디스크가 가득');
      // Two processes of the program read at once.
      expect(await titles('headlines', 'culture', '--offline')).toContain('제목 700000000');
      terminal.press('\r');
      await terminal.shows('요약 7000000');
      terminal.press('q');
      await terminal.shows('▌');
      terminal.press('m');
      await terminal.shows('디스크가 가득');
      disk.makeRoom();
      terminal.press('jm');
      await terminal.shows('제목 7000000');
      terminal.press('b');
      // The notice may give way at once to that of a refresh that ends now.
      await terminal.shows('★');
      terminal.press('q');
      expect(await terminal.exits()).toBe(0);
      expect((await titles('bookmarks', 'list')).length).toBe(2);
    });
  });
}

describe.skipIf(!canMount('tmpfs'))('on a file system that is mounted read-only', () => {
  test('rows that are only in the log of a killed process are read too', async () => {
    await furnish('tmpfs');
    killWhileWriting();
    rmSync(join(home, 'archive.db-shm'));
    disk.makeReadOnly();
    for (const tmp of ['/tmp', '/nonexistent']) {
      const { status, stdout } = await runProgram(['headlines', 'culture', '--offline'], {
        env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, TMPDIR: tmp },
      });
      expect([tmp, status]).toEqual([tmp, 0]);
      expect(stdout).toContain('제목 700000049');
    }
  });
});
