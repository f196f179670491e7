import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { SETTINGS, type Settings } from '../storage/config/settings-table.ts';
import { homePaths } from '../storage/files/paths.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { suggest } from '../text/suggest.ts';
import { type Command, type Context, UsageError, unknownWord } from './shared/context.ts';
import { shareFirst } from './shared/share-bookmarks.ts';
import { tableLines } from './shared/table.ts';

/** `donga-tui config [get | set | unset | path]`: settings; without a word, all of them. */
export const config: Command = async (context, words) => {
  const [action, name, ...rest] = words;
  const store = context.settings();
  if (action === undefined) {
    const all = store.all();
    const rows = Object.entries(all).map(([key, value]) => [key, written(value)]);
    const { isTTY, columns } = context.stdout;
    await print(context, all, () =>
      (isTTY ? tableLines(rows, columns, 1) : rows.map((row) => row.join('\t'))).join('\n'),
    );
    return 0;
  }
  if (action === 'path') {
    const path = sanitiseLine(homePaths(context.env).config);
    await print(context, path, () => path);
    return 0;
  }
  if (action !== 'get' && action !== 'set' && action !== 'unset') {
    throw unknownWord(action, ACTIONS);
  }
  const setting = known(name);
  if (action === 'get') {
    const value = store.all()[setting];
    await print(context, value, () => written(value));
  } else if (action === 'unset') {
    await store.unset(setting);
    await answer(context, setting);
  } else {
    const value = rest.join(' ');
    const parsed = SETTINGS[setting].parse(value);
    if (parsed === null) {
      throw new UsageError('usage.option-value', {
        option: setting,
        value,
        allowed: SETTINGS[setting].allowed,
      });
    }
    if (setting === 'bookmarks-folder') makeFolder(parsed as string);
    await store.set(setting, parsed as Settings[typeof setting]);
    await answer(context, setting);
    if (setting === 'bookmarks-folder') await shareFirst(context, await context.reader());
  }
  return 0;
};

/** @throws Failure bookmarks-folder */
function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    readdirSync(path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Failure('bookmarks-folder', { path, reason: code }, error);
  }
}

const ACTIONS = ['get', 'set', 'unset', 'path'];

/** With `--json`, what a setting has become; else a change that worked says nothing. */
async function answer(context: Context, setting: keyof Settings): Promise<void> {
  if (context.options.json) await context.print(`${JSON.stringify(context.settings().all()[setting])}\n`);
}

function known(name: string | undefined): keyof Settings {
  if (name === undefined) throw new UsageError('usage.missing', { what: 'name' });
  if (!Object.hasOwn(SETTINGS, name)) {
    const names = Object.keys(SETTINGS);
    throw new UsageError('config.unknown', {
      name,
      names: names.join(', '),
      suggestion: suggest(name, names),
    });
  }
  return name as keyof Settings;
}

function written(value: Settings[keyof Settings]): string {
  return typeof value === 'object' ? value.join(',') : String(value);
}

async function print(context: Context, value: unknown, plain: () => string): Promise<void> {
  await context.print(`${context.options.json ? JSON.stringify(value) : plain()}\n`);
}
