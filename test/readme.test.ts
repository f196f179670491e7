import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { COMMANDS, OPTIONS } from '../source/commands/line/registry.ts';
import { usageIn } from '../source/messages/commands.ts';
import { examplesIn, FILTERS } from '../source/search/query/filters.ts';
import { namedCommandLines } from '../source/storage/config/named-commands.ts';
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
    const language = file.endsWith('.ko.md') ? 'ko' : 'en';
    const names = [
      ...COMMANDS.flatMap(({ usage, uses }) => uses ?? [usage]).map((use) => usageIn(language, use)),
      ...OPTIONS.map(({ name }) => `--${name}`),
      ...Object.keys(SETTINGS),
      ...KEYS.filter(({ category }) => category !== 'type').flatMap(({ keys }) => keys.map(keyName)),
      ...FILTERS.flatMap(({ examples }) => examplesIn(examples, language)),
      ...OPTIONS.flatMap((option) => ('short' in option ? [`-${option.short}`] : [])),
    ];
    // In the papers a name stands as code, alone or with what follows it.
    const isNamed = (name: string): boolean =>
      file.endsWith('.1')
        ? text.includes(name)
        : [`\`${name}\``, `\`${name} `, `\`donga-tui ${name}\``].some((each) => text.includes(each));
    expect(names.filter((name) => !isNamed(name))).toEqual([]);
  },
);

test.each(['README.md', 'README.ko.md'])('%s is one screen', async (file) => {
  expect((await readFile(file, 'utf8')).split('\n').length).toBeLessThanOrEqual(64);
});

describe.each(['docs/GUIDE.md', 'docs/GUIDE.ko.md'])('%s', (file) => {
  const block = async (language: string): Promise<string[]> =>
    [...(await readFile(file, 'utf8')).matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, kind, text]) =>
      kind === language ? [text!] : [],
    );

  test('shows named commands that the program can read', async () => {
    const shown = (await block('text'))[0]!.trimEnd().split('\n');
    expect(shown).toHaveLength(4);
    expect(namedCommandLines(shown.map((line) => line.split(/ {3,}/)[0]!))).toHaveLength(4);
    const [typed] = /(?<=config set commands ')[^\n]+(?='\n)/.exec((await block('sh')).join('\n'))!;
    expect(SETTINGS.commands.parse(typed)).toHaveLength(2);
  });

  test('shows the launchd job that is in build/packaging', async () => {
    const job = await readFile('build/packaging/launchd/donga-tui.sync.plist', 'utf8');
    expect(await block('xml')).toEqual([job]);
  });
});
