// The READMEs' tables, from the tables of the program. `node test/support/generate/readme.ts` writes them in.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import publisher from '../../../build/publisher.json' with { type: 'json' };
import { BROWSE, COMMANDS, OPTIONS } from '../../../source/commands/line/registry.ts';
import { usageIn } from '../../../source/messages/commands.ts';
import { type Language, say } from '../../../source/messages/index.ts';
import { examplesIn, FILTERS } from '../../../source/search/query/filters.ts';
import {
  SETTINGS,
  type Settings,
  settingMessage,
  writtenValue,
} from '../../../source/storage/config/settings-table.ts';
import { KEYS, keyName } from '../../../source/tui/input/keys.ts';
import { LEGEND } from '../../../source/tui/view/parts/marks.ts';
import { FLOORS } from '../checks/floors.ts';
import { figures } from './figures.ts';
import { manPage } from './man.ts';
import { readersPage } from './page.ts';

const HEADS = {
  en: {
    key: 'key',
    filter: 'filter',
    mark: 'mark',
    means: 'means',
    does: 'does',
    command: 'command',
    option: 'option',
    setting: 'setting',
    values: 'values',
    first: 'default',
  },
  ko: {
    key: '키',
    filter: '표시',
    mark: '표시',
    means: '뜻',
    does: '하는 일',
    command: '명령',
    option: '옵션',
    setting: '설정',
    values: '값',
    first: '기본',
  },
} as const;

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

const code = (text: string): string => `\`${text}\``;

/** The tables by the name of their marker. */
export function readmeTables(language: Language): Record<string, string> {
  const head = HEADS[language];
  return {
    keys: table(
      [head.key, head.does],
      // The keys of a line of text are the usual ones; the help has them.
      KEYS.filter((entry) => entry.category !== 'type').map((entry) => [
        entry.keys.map((key) => code(keyName(key))).join(' '),
        say(language, entry.description),
      ]),
    ),
    actions: KEYS.map(({ action }) => code(action)).join(' '),
    commands: [
      table(
        [head.command, head.does],
        [BROWSE, ...COMMANDS].map((entry) => [
          (entry.uses ?? [entry.usage])
            .map((use) => code(`donga-tui ${usageIn(language, use)}`))
            .join('<br>'),
          say(language, entry.text),
        ]),
      ),
      table(
        [head.option, head.does],
        OPTIONS.map((option) => [
          `${'short' in option ? `${code(`-${option.short}`)} ` : ''}${code(usageIn(language, `--${option.name}${'value' in option ? ` <${option.value}>` : ''}`))}`,
          say(language, option.text),
        ]),
      ),
    ].join('\n\n'),
    filters: table(
      [head.filter, head.does],
      FILTERS.map(({ examples, description }) => [
        examplesIn(examples, language).map(code).join(' '),
        say(language, description),
      ]),
    ),
    marks: table(
      [head.mark, head.means],
      LEGEND.map(([sign, means]) => [code(sign), say(language, means)]),
    ),
    settings: table(
      [code('donga-tui config'), head.first, head.values, head.does],
      Object.entries(SETTINGS).map(([name, setting]) => [
        code(name),
        writtenValue(setting.fallback) === '' ? '–' : code(writtenValue(setting.fallback)),
        setting.allowed,
        say(language, settingMessage(name as keyof Settings)),
      ]),
    ),
  };
}

/** The floors of the house, from the roof to the ground. */
function floors(): string {
  const rows = FLOORS.map(([rooms, about]) => `${rooms.join(' · ')}${about === '' ? '' : `\n    ${about}`}`);
  return ['```', ...rows, '```'].join('\n');
}

/** A paper with its tables as the program's tables are now, and its page as the program sets it. */
export async function withTables(readme: string, language: Language): Promise<string> {
  const tables = {
    ...readmeTables(language),
    floors: floors(),
    page: await readersPage(),
    figures: await figures(language),
  };
  return Object.entries(tables)
    .reduce(
      (text, [name, content]) =>
        text.replace(
          new RegExp(`(<!-- ${name} -->)[^]*?(<!-- /${name} -->)`),
          (_, open, close) => `${open}\n${content}\n${close}`,
        ),
      readme,
    )
    .replace(/\(\S*fixtures\/screen\.svg\)/, `(${pictureAddress()})`);
}

export const READMES = [
  { file: 'README.md', language: 'en' },
  { file: 'README.ko.md', language: 'ko' },
  { file: 'docs/REFERENCE.md', language: 'en' },
  { file: 'docs/REFERENCE.ko.md', language: 'ko' },
  { file: 'ARCHITECTURE.md', language: 'en' },
] as const;

/** Absolute once there is a publisher: a package page has the README's text and none of its files. */
function pictureAddress(): string {
  return publisher.raw.includes('OWNER') ? 'fixtures/screen.svg' : `${publisher.raw}/fixtures/screen.svg`;
}

/** package.json with the fields of `build/publisher.json`. */
export function published(manifest: string): string {
  const { repository, author } = publisher;
  const { version, description, ...rest } = JSON.parse(manifest) as Record<string, unknown>;
  const own = {
    repository: { type: 'git', url: `git+${repository}.git` },
    bugs: `${repository}/issues`,
    homepage: `${repository}#readme`,
    author,
  };
  const { name, ...others } = rest;
  return `${JSON.stringify({ name, version, description, ...own, ...without(others, own) }, null, 2)}\n`;
}

function without(fields: Record<string, unknown>, others: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in others)));
}

if (process.argv[1] === import.meta.filename) {
  for (const { file, language } of READMES) {
    await writeFile(file, await withTables(await readFile(file, 'utf8'), language));
  }
  await mkdir('man', { recursive: true });
  await writeFile('man/donga-tui.1', manPage());
  await writeFile('package.json', published(await readFile('package.json', 'utf8')));
}
