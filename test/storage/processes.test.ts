import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { openSettings } from '../../source/storage/config/settings.ts';
import { openUndo } from '../../source/storage/config/undo.ts';
import { locked, lockedSync } from '../../source/storage/files/lock.ts';
import { connect } from '../../source/storage/sqlite/connection.ts';
import { tell, thorough } from '../support/fuzz.ts';
import { archiveIn, newHome, setAsideBy } from './home.ts';
import { bookmark } from './samples.ts';

const ADDITIONS = thorough(100, 20);
const KILLS = thorough(200, 12);

const start = (script: string, ...words: string[]): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'children', script), ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

describe('eight processes on one home', () => {
  it('adding bookmarks at once lose none', async () => {
    const home = newHome();
    const processes = Array.from({ length: 8 }, (_, at) =>
      start('adding.ts', home, `${at + 1}00`, `${ADDITIONS}`),
    );
    const codes = await Promise.all(processes.map(async (each) => (await once(each, 'exit'))[0]));
    expect(codes).toEqual(Array(8).fill(0));
    expect(openBookmarks(home).ids().size).toBe(8 * ADDITIONS);
    tell(`8 processes adding ${ADDITIONS} bookmarks each: ${openBookmarks(home).ids().size} kept`);
  });
});

it('acts of two readers at the same time can all be taken back', async () => {
  const home = newHome();
  const from = `${Date.now() + 2000}`;
  const processes = ['1', '2'].map((prefix) => start('undoing.ts', home, `${prefix}00`, '40', from));
  const codes = await Promise.all(processes.map(async (each) => (await once(each, 'exit'))[0]));
  expect(codes).toEqual([0, 0]);
  const undo = openUndo(home, Date.now);
  const taken = new Set<string>();
  for (let last = undo.pop(); last !== null; last = undo.pop())
    if (last.change.kind === 'read') taken.add(last.change.ids[0]!);
  expect(taken.size).toBe(80);
});

describe('a process killed while it writes', () => {
  it('loses nothing that it reported as kept, and leaves nothing half written', async () => {
    const home = newHome();
    const said = new Map<string, Set<string>>();
    for (let run = 0; run < KILLS; run++) {
      const child = start('writing.ts', home, `${(run + 1) * 10_000}`);
      const lines = createInterface({ input: child.stdout! });
      const ended = once(lines, 'close');
      // Some lines later, and at any moment of what follows: a time alone would be over before the first one.
      let left = 1 + Math.floor(Math.random() * 40);
      lines.on('line', (line) => {
        const [what, id] = line.split(' ');
        said.set(what!, (said.get(what!) ?? new Set()).add(id!));
        left -= 1;
        if (left === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * 10);
      });
      await ended;
    }

    const archive = archiveIn(home);
    const bookmarks = openBookmarks(home);
    expect([setAsideBy(archive), bookmarks.list() && setAsideBy(bookmarks)]).toEqual([null, null]);
    const removed = said.get('removed') ?? new Set();
    const lost = {
      bookmark: (id: string) => !removed.has(id) && bookmarks.get(id) === null && !mayBeRemoved(id),
      removed: (id: string) => bookmarks.get(id) !== null,
      text: (id: string) => !removed.has(id) && bookmarks.text(id) === null && !mayBeRemoved(id),
      headline: (id: string) => archive.headline(id) === null,
      read: (id: string) => archive.headline(id)?.read !== true,
      article: (id: string) => archive.article(id) === null,
    };
    for (const [what, isLost] of Object.entries(lost)) {
      expect({ what, lost: [...(said.get(what) ?? [])].filter(isLost) }).toEqual({ what, lost: [] });
    }
    expect(said.get('read')!.size).toBeGreaterThan(KILLS);

    for (const file of [...jsonIn(home), ...jsonIn(join(home, 'bookmarks'))]) {
      expect(() => JSON.parse(readFileSync(file, 'utf8')), file).not.toThrow();
    }
    const db = connect(join(home, 'archive.db'), { busyMs: 1000 });
    expect(db.get('PRAGMA integrity_check')?.integrity_check).toBe('ok');
    db.close();
    const acknowledged = [...said].map(([what, ids]) => `${ids.size} ${what}`).join(', ');
    tell(`${KILLS} kills amid writing; acknowledged and found again: ${acknowledged}`);
  });

  /** A removal may be on disk before the process could say so. */
  const mayBeRemoved = (id: string): boolean => Number(id) % 5 === 0;

  const jsonIn = (folder: string): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name));

  it('does not keep the lock', async () => {
    const home = newHome();
    const child = start('writing.ts', home, '1');
    await once(child.stdout!, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await openBookmarks(home).add(bookmark('7'));
    expect(openBookmarks(home).get('7')).not.toBeNull();
  });
});

describe('the lock', () => {
  it('lets one act run at a time, and fails when the wait is too long', async () => {
    const home = newHome();
    await locked(home, () => undefined);
    const holder = connect(join(home, 'lock.db'), { busyMs: 0 });
    holder.exec('BEGIN IMMEDIATE');
    await expect(locked(home, () => undefined, 50)).rejects.toMatchObject({ code: 'locked' });
    const waiting = locked(home, () => 'had it');
    await wait(30);
    holder.close();
    expect(await waiting).toBe('had it');
  });

  it.each<[string, (file: string) => void]>([
    ['words', (file) => writeFileSync(file, 'no database at all '.repeat(500))],
    ['a few bytes', (file) => writeFileSync(file, 'no')],
    ['zeros', (file) => writeFileSync(file, new Uint8Array(9000))],
    ['a folder', (file) => mkdirSync(join(file, 'in it'), { recursive: true })],
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
  ])('a lock file that is %s becomes a lock, and lets one act run at a time', async (_what, make) => {
    const home = newHome();
    make(join(home, 'lock.db'));
    let inside = 0;
    const results = await Promise.all(
      Array.from({ length: 8 }, () =>
        locked(home, () => {
          const other = connect(join(home, 'lock.db'), { busyMs: 0 });
          expect(() => other.exec('BEGIN IMMEDIATE')).toThrow('locked');
          other.close();
          inside += 1;
          return inside;
        }),
      ),
    );
    expect(results.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    await openBookmarks(home).add(bookmark('7'));
    expect(openBookmarks(home).get('7')).not.toBeNull();
  });

  it('is held while an act waits, also if another act of the same process comes meanwhile', async () => {
    const home = newHome();
    const { promise, resolve } = Promise.withResolvers<void>();
    const order: string[] = [];
    const first = locked(home, async () => {
      await promise;
      order.push('first');
    });
    const second = locked(home, () => void order.push('second'));
    expect(lockedSync(home, () => 'within')).toBe('within');
    // An act of the same process that is done must not have given the lock to another process.
    const script = `
      const { DatabaseSync } = require('node:sqlite');
      try {
        new DatabaseSync(process.argv[1]).exec('BEGIN IMMEDIATE');
        process.stdout.write('free');
      } catch (error) {
        process.stdout.write(error.message);
      }`;
    expect(
      execFileSync(process.execPath, ['-e', script, join(home, 'lock.db')], { encoding: 'utf8' }),
    ).toContain('locked');
    expect(order).toEqual([]);
    resolve();
    await Promise.all([first, second]);
    expect(order).toEqual(['first', 'second']);
  });

  it('is given back when the act throws', async () => {
    const home = newHome();
    await expect(
      locked(home, () => {
        throw new Error('no');
      }),
    ).rejects.toMatchObject({ code: 'internal' });
    expect(await locked(home, () => 1, 50)).toBe(1);
  });
});

describe('a home in a Snap’s environment', () => {
  it('is written as safely as any, without a change to the environment', async () => {
    const home = newHome();
    const inode = () => statSync(join(home, 'config.json')).ino;
    process.env.SNAP = '/snap/editor/1';
    try {
      const settings = openSettings(home);
      await settings.set('lang', 'en');
      const before = inode();
      await settings.set('hanja', true);
      // A file written in place, which a death would leave half written, is the same file after.
      expect(inode()).not.toBe(before);
      expect(process.env.SNAP).toBe('/snap/editor/1');
    } finally {
      delete process.env.SNAP;
    }
  });
});
