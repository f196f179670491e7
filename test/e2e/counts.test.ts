import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { articleOf, benchHeadlines } from '../bench/headlines.ts';
import { modulesBeforeFirstFrame } from '../support/program/modules.ts';
import { BIN, emptyHome, removeHome } from '../support/program/program.ts';
import { Terminal } from '../support/terminal/terminal.ts';

// Counts that do not depend on the machine are guarded here; times are left to `npm run bench`.

let home: string;

beforeEach(async () => {
  home = await emptyHome();
  const headlines = benchHeadlines(300);
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  archive.putHeadlines('politics', headlines, Date.now());
  archive.putArticle(articleOf(headlines[0]!), Date.now());
  archive.close();
});
afterEach(async () => {
  await removeHome(home);
});

describe('over a slow line, at 100 × 30,', () => {
  let terminal: Terminal;

  beforeEach(async () => {
    terminal = new Terminal(process.execPath, [BIN, '--offline'], {
      columns: 100,
      rows: 30,
      env: { DONGA_TUI_HOME: home },
    });
    await terminal.shows('▌');
  });
  afterEach(() => terminal.end());

  const body = (): string => terminal.rows().slice(1, -2).join('\n');

  /** Presses a key so often, each time until the screen has changed; the bytes each took, fewest first. */
  async function bytesOf(key: string, times: number): Promise<number[]> {
    const all: number[] = [];
    for (let pressed = 0; pressed < times; pressed += 1) {
      const [before, written] = [body(), terminal.written.length];
      terminal.press(key);
      await terminal.shows(() => body() !== before);
      all.push(Buffer.byteLength(terminal.written.slice(written)));
    }
    return all.sort((one, other) => one - other);
  }

  /** Now and then the clock changes an age or a notice goes: nine keys of ten have the line to themselves. */
  const nineOfTen = (all: readonly number[]): number => all[Math.floor(all.length * 0.9) - 1]!;

  test('a `j` in the list costs at most 300 bytes, at its end too, where the list moves', async () => {
    expect(nineOfTen(await bytesOf('j', 50))).toBeLessThanOrEqual(300);
  });

  test('a page down in the list costs at most 4,100 bytes', async () => {
    expect(nineOfTen(await bytesOf(' ', 10))).toBeLessThanOrEqual(4_100);
  });

  test('a `j` in an article costs at most 400 bytes, a page down at most 4,100', async () => {
    terminal.press('\r');
    await terminal.shows('1. ');
    expect(nineOfTen(await bytesOf('j', 20))).toBeLessThanOrEqual(400);
    expect(nineOfTen(await bytesOf(' ', 4))).toBeLessThanOrEqual(4_100);
  });
});

describe('modules and files before the first frame', () => {
  /** Each of them costs a start of 25 to 170 ms. */
  const LATE = [
    'conf',
    'css-select',
    'htmlparser2',
    'ink',
    'linkedom',
    '@mozilla/readability',
    'react',
    'react-reconciler',
    'rss-parser',
    'undici',
    'yoga-layout',
  ];

  test('hold none of the heavy packages', async () => {
    const { chunks, modules, packages } = await modulesBeforeFirstFrame(home);
    expect(chunks).toContain('dist/cli.js');
    expect(modules).toContain('source/tui/view/view.ts');
    expect(packages.filter((name) => LATE.includes(name))).toEqual([]);
  });

  test('holds no network, no feed or page parser and no index of headlines', async () => {
    const { modules } = await modulesBeforeFirstFrame(home);
    const late = /^source\/(?:net\/client|donga\/(?:feed|page)|search\/headlines)\.ts$/;
    expect(modules.filter((path) => late.test(path))).toEqual([]);
  });
});

describe('the package', () => {
  test('is under 1 MB', () => {
    const said = execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [packed] = JSON.parse(said);
    expect(packed.files.map((file: { path: string }) => file.path)).toContain('dist/bin.js');
    expect(packed.size).toBeLessThan(1_000_000);
  });

  test('makes npm install nothing else', async () => {
    const about = JSON.parse(await readFile('package.json', 'utf8'));
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
      expect(about[kind]).toBeUndefined();
  });
});
