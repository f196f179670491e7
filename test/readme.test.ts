import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { COMMANDS, OPTIONS } from '../source/commands/line/registry.ts';
import { SETTINGS } from '../source/storage/config/settings-table.ts';
import { KEYS, keyName } from '../source/tui/input/keys.ts';
import { manPage } from './support/generate/man.ts';
import { published, READMES, withTables } from './support/generate/readme.ts';

test.each(READMES)(
  '$file shows all keys, commands and settings (npm run readme)',
  async ({ file, language }) => {
    const readme = await readFile(file, 'utf8');
    expect(readme).toBe(await withTables(readme, language));
  },
);

test('package.json names the publisher of build/publisher.json (npm run readme)', async () => {
  const manifest = await readFile('package.json', 'utf8');
  expect(JSON.parse(published(manifest))).toEqual(JSON.parse(manifest));
});

test('the man page has all commands, options, filters, keys and settings (npm run readme)', async () => {
  expect(await readFile('man/donga-tui.1', 'utf8')).toBe(manPage());
});

// Skipped where mandoc is not installed.
test.runIf(spawnSync('mandoc', ['-h']).error === undefined)(
  'mandoc finds nothing wrong with the man page',
  () => {
    const { stdout, status } = spawnSync('mandoc', ['-Tlint', 'man/donga-tui.1'], { encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  },
);

test.each(['man/donga-tui.1', 'docs/REFERENCE.md', 'docs/REFERENCE.ko.md'])(
  '%s names every command, option, key and setting',
  async (file) => {
    // As roff shows it: its escapes undone.
    const text = (await readFile(file, 'utf8'))
      .replace(/\\\[u([\dA-F]{4,6})\]/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll('\\-', '-')
      .replaceAll('\\&', '')
      .replaceAll('\\e', '\\')
      .replaceAll('\\(dq', '"')
      .replaceAll('\\|', '|');
    const names = [
      ...COMMANDS.flatMap(({ usage, uses }) => uses ?? [usage]),
      ...OPTIONS.map(({ name }) => `--${name}`),
      ...Object.keys(SETTINGS),
      ...KEYS.filter(({ category }) => category !== 'type').flatMap(({ keys }) => keys.map(keyName)),
    ];
    expect(names.filter((name) => !text.includes(name))).toEqual([]);
  },
);
