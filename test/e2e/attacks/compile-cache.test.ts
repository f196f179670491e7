import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Forged, forgeCache } from '../../support/program/forged-cache.ts';
import { startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const IS_ROOT = process.getuid?.() === 0;
if (!IS_ROOT) console.warn('The compile cache is not tried with a second user: only root can become one.');

let folder: string;
let forged: Forged;
let home: string;
let temporary: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'donga-tui-cache-'));
  forged = forgeCache(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  home = mkdtempSync(join(folder, 'home-'));
  temporary = mkdtempSync(join(folder, 'tmp-'));
  chmodSync(temporary, 0o1777);
});
afterEach(() => rmSync(forged.mark, { force: true }));

const shared = (): string => join(temporary, 'node-compile-cache');
const own = (): string => join(home, 'cache', 'compile-cache', version);

/** Gives a path to the user `nobody`, with everything in it. */
const giveAway = (path: string): unknown => execFileSync('chown', ['-R', 'nobody', path]);

function environment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, DONGA_TUI_HOME: home, TMPDIR: temporary };
  delete env.NODE_COMPILE_CACHE;
  return { ...env, ...more };
}

/** Runs the program; it must do its work with any cache. */
function run(more: Readonly<Record<string, string>> = {}): void {
  const { stdout } = spawnSync(process.execPath, [forged.bin, 'sections'], { env: environment(more) });
  if (!existsSync(forged.mark)) expect(stdout.toString()).toContain('정치');
}

const ran = (): boolean => existsSync(forged.mark);

test('the forged cache does run where the user names it, so the tests below could fail', () => {
  forged.put(join(folder, 'chosen'));
  run({ NODE_COMPILE_CACHE: join(folder, 'chosen') });
  expect(ran()).toBe(true);
});

test('compiled code is kept in a folder of the program’s own, closed to others', () => {
  run();
  for (const path of [own(), join(own(), '..')]) expect(statSync(path).mode & 0o777).toBe(0o700);
  const [entries] = readdirSync(own());
  expect(readdirSync(join(own(), entries!)).length).toBeGreaterThan(0);
  expect(readdirSync(temporary)).toEqual([]);
});

test('code of another version is removed when the first of this one is kept', () => {
  mkdirSync(join(own(), '..', '0.0.1'), { recursive: true, mode: 0o700 });
  chmodSync(join(own(), '..'), 0o700);
  run();
  expect(readdirSync(join(own(), '..'))).toEqual([version]);
});

describe('forged code does not run', () => {
  test('from the shared temporary folder', () => {
    forged.put(shared());
    run();
    expect(ran()).toBe(false);
  });

  test.each(['755', '770', '777', '1777'])('from a folder that others may enter (mode %s)', (mode) => {
    forged.put(own());
    chmodSync(own(), Number.parseInt(mode, 8));
    run();
    expect(ran()).toBe(false);
  });

  test('from a folder inside one that others may write to', () => {
    forged.put(own());
    chmodSync(own(), 0o700);
    chmodSync(join(home, 'cache'), 0o777);
    run();
    expect(ran()).toBe(false);
  });

  test('through a link in place of the folder, of the one above, of the cache', () => {
    const elsewhere = join(temporary, 'elsewhere');
    forged.put(elsewhere);
    chmodSync(elsewhere, 0o700);
    mkdirSync(join(own(), '..'), { recursive: true, mode: 0o700 });
    symlinkSync(elsewhere, own());
    run();
    expect(ran()).toBe(false);

    rmSync(join(own(), '..'), { recursive: true });
    forged.put(join(temporary, 'above', version));
    chmodSync(join(temporary, 'above'), 0o700);
    chmodSync(join(temporary, 'above', version), 0o700);
    symlinkSync(join(temporary, 'above'), join(own(), '..'));
    run();
    expect(ran()).toBe(false);
  });

  test.each([
    ['a link in place of Node’s own folder within', false],
    ['a link in place of an entry', true],
  ])('through %s', (_, isEntry) => {
    const elsewhere = join(temporary, 'elsewhere');
    forged.put(elsewhere);
    const [name = ''] = readdirSync(elsewhere);
    mkdirSync(own(), { recursive: true, mode: 0o700 });
    if (!isEntry) symlinkSync(join(elsewhere, name), join(own(), name));
    else {
      mkdirSync(join(own(), name));
      for (const entry of readdirSync(join(elsewhere, name))) {
        symlinkSync(join(elsewhere, name, entry), join(own(), name, entry));
      }
    }
    run();
    expect(ran()).toBe(false);
  });
});

describe.runIf(IS_ROOT)('code forged by a second user does not run', () => {
  test('from the temporary folder’s cache that this user made first', () => {
    forged.put(shared());
    giveAway(shared());
    run();
    expect(ran()).toBe(false);
  });

  test('from a link that this user put there', () => {
    forged.put(join(temporary, 'theirs'));
    symlinkSync(join(temporary, 'theirs'), shared());
    giveAway(join(temporary, 'theirs'));
    run();
    expect(ran()).toBe(false);
  });

  test.each([
    ['the version’s folder', ''],
    ['the folder above it', '..'],
    ['the cache folder', '../..'],
  ])('from %s, where it is this user’s', (_, above) => {
    forged.put(own());
    chmodSync(own(), 0o700);
    giveAway(join(own(), above));
    run();
    expect(ran()).toBe(false);
  });

  test('from what this user put into the version’s folder while it stood open', () => {
    forged.put(own());
    chmodSync(own(), 0o700);
    const [name = ''] = readdirSync(own());
    for (const entry of readdirSync(join(own(), name))) giveAway(join(own(), name, entry));
    run();
    expect(ran()).toBe(false);
  });

  test('from a cache folder that is a link to one of this user’s', () => {
    forged.put(join(temporary, 'compile-cache', version));
    giveAway(join(temporary, 'compile-cache'));
    symlinkSync(temporary, join(home, 'cache'));
    run();
    expect(ran()).toBe(false);
  });

  test('in the worker process', async () => {
    forged.put(shared());
    giveAway(shared());
    forged.put(own());
    giveAway(own());
    const site = await startSite();
    const terminal = new Terminal(process.execPath, [forged.bin], {
      env: { ...environment({ DONGA_TUI_FEEDS: site.origin }), NODE_COMPILE_CACHE: '' },
    });
    await terminal.shows('하수관');
    terminal.press('q');
    await terminal.exits();
    await site.close();
    expect(ran()).toBe(false);
  });

  test('while this user has a cache of their own', () => {
    const theirs = mkdtempSync(join(temporary, 'nobody-'));
    giveAway(theirs);
    chmodSync(folder, 0o755);
    const { stdout, stderr } = spawnSync(
      'setpriv',
      ['--reuid=65534', '--regid=65534', '--clear-groups', process.execPath, forged.bin, 'sections'],
      { env: { ...environment(), DONGA_TUI_HOME: theirs } },
    );
    expect(`${stdout}${stderr}`).toContain('정치');
    expect(readdirSync(join(theirs, 'cache', 'compile-cache', version))).toHaveLength(1);
  });
});
