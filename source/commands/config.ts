import { makeFolder } from '../storage/config/folder/usable.ts';
import { keysIn, writtenKeys } from '../storage/config/key-settings.ts';
import {
  allowedParams,
  misfitIn,
  SETTINGS,
  type Setting,
  type Settings,
  type SettingsStore,
  writtenValue,
} from '../storage/config/settings-table.ts';
import { homePaths } from '../storage/files/paths.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { suggest } from '../text/suggest.ts';
import type { Warning } from '../warnings.ts';
import { type Command, type Context, UsageError, unknownAction } from './shared/context.ts';
import { shareFirst } from './shared/share-bookmarks.ts';
import { tableLines } from './shared/table.ts';

/** `donga-tui config [get | set | unset | path]`: settings; without a word, all of them. */
export const config: Command = async (context, words) => {
  const [action, name, ...rest] = words;
  const store = context.settings();
  if (action === undefined) {
    const all = store.all();
    const rows = Object.entries(all).map(([key, value]) => [key, writtenValue(value)]);
    const { isTTY, columns } = context.stdout;
    await print(context, all, () =>
      (isTTY ? tableLines(rows, columns, 1) : rows.map((row) => row.join('\t'))).join('\n'),
    );
    return 0;
  }
  if (action === 'path') {
    if (name !== undefined) throw new UsageError('usage.too-many', { value: name });
    const path = sanitiseLine(homePaths(context.env).config);
    await print(context, path, () => path);
    return 0;
  }
  if (action !== 'get' && action !== 'set' && action !== 'unset') {
    throw unknownAction(context, 'config', words, ACTIONS, meant(words));
  }
  if (action !== 'set' && rest[0] !== undefined) throw new UsageError('usage.too-many', { value: rest[0] });
  const ofAction = /^keys\.(.+)$/.exec(name ?? '')?.[1];
  if (ofAction !== undefined) return keysOfAction(context, store, action, ofAction, rest.join(' '));
  const setting = known(name);
  if (action === 'get') {
    const value = store.all()[setting];
    await print(context, value, () => writtenValue(value));
  } else if (action === 'unset') {
    await store.unset(setting);
    await answer(context, setting);
  } else {
    if (rest.length === 0) throw new UsageError('usage.missing', { what: 'value' });
    const value = rest.join(' ');
    const parsed = SETTINGS[setting].parse(value);
    if (parsed === null) {
      throw new UsageError('usage.setting-value', {
        setting,
        value: misfitIn(SETTINGS[setting] as Setting<unknown>, value),
        ...allowedParams(SETTINGS[setting]),
      });
    }
    const faults = setting === 'keys' ? await faultsOf(parsed as Settings['keys']) : [];
    if (setting === 'bookmarks-folder') makeFolder(parsed as string);
    await store.set(setting, parsed as Settings[typeof setting]);
    await answer(context, setting);
    for (const { key, params } of faults) context.warn(key, params);
    if (setting === 'commands') await warnOfCommands(context);
    if (setting === 'bookmarks-folder') await shareFirst(context, await context.reader());
  }
  return 0;
};

/**
 * `config set keys.<action> "x, ctrl-x"`: an action's keys. If they had other meanings, a warning says so,
 * but they are accepted.
 */
async function keysOfAction(
  context: Context,
  store: SettingsStore,
  does: 'get' | 'set' | 'unset',
  action: string,
  typed: string,
): Promise<number> {
  const { DEFAULT_KEYMAP, keymapOf, keysOf } = await import('../tui/input/keymap.ts');
  const known = [...DEFAULT_KEYMAP.keys.keys()].find((each) => each === action);
  if (known === undefined) {
    const names = [...DEFAULT_KEYMAP.keys.keys()].map((each) => `keys.${each}`);
    throw new UsageError('config.unknown', {
      name: `keys.${action}`,
      names: names.join(', '),
      suggestion: suggest(`keys.${action}`, names),
    });
  }
  if (does !== 'get') {
    if (does === 'set' && typed.trim() === '') throw new UsageError('usage.missing', { what: 'key' });
    const keys = does === 'set' ? keysIn(typed) : null;
    const before = store.all().keys;
    const old = new Set(keymapOf(before).problems.map((each) => JSON.stringify(each)));
    const chosen = { ...before };
    if (keys === null) delete chosen[action];
    else chosen[action] = keys;
    const { problems } = keymapOf(chosen);
    const refused = problems.find(({ key, params }) => params.action === action && REFUSED.has(key));
    if (refused !== undefined) throw new UsageError(refused.key, refused.params);
    await store.setKeys(action, keys);
    // Faults in the keys of other actions were named when those were set.
    for (const { key, params } of problems)
      if (params.action === action || params.other === action || !old.has(JSON.stringify({ key, params })))
        context.warn(key, params);
    if (!context.options.json) return 0;
  }
  const keys = keysOf(keymapOf(store.all().keys), known);
  await print(context, keys, () => writtenKeys(keys));
  return 0;
}

/** What is wrong with keys, if they can be kept. @throws UsageError for an action or a key that there is none of. */
async function faultsOf(chosen: Settings['keys']): Promise<readonly Warning[]> {
  const { keymapOf } = await import('../tui/input/keymap.ts');
  const { problems } = keymapOf(chosen);
  const refused = problems.find(({ key }) => key === 'keys.no-action' || REFUSED.has(key));
  if (refused !== undefined) throw new UsageError(refused.key, refused.params);
  return problems;
}

/** Says which keys of commands something else had. */
async function warnOfCommands(context: Context): Promise<void> {
  const { keymapOf } = await import('../tui/input/keymap.ts');
  const { commandProblems } = await import('../tui/input/own-commands.ts');
  const { commands, keys } = context.settings().all();
  for (const { key, params } of commandProblems(commands, keymapOf(keys))) context.warn(key, params);
}

/** Faults of keys that are refused, and not only named. */
const REFUSED: ReadonlySet<string> = new Set(['keys.no-key', 'keys.types', 'keys.reserved', 'keys.needed']);

const ACTIONS = ['get', 'set', 'unset', 'path'];

/** The action that a setting without one is for: `theme`, `theme dark` or `theme=dark`. */
function meant(words: readonly string[]): readonly string[] | null {
  const [name = '', ...value] = words.join(' ').split(/[\s=]+/);
  if (!Object.hasOwn(SETTINGS, name) && !name.startsWith('keys.')) return null;
  return value.length === 0 ? ['get', name] : ['set', name, ...value];
}

/** With `--json`, prints the setting's new value; otherwise a change that worked prints nothing. */
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

async function print(context: Context, value: unknown, plain: () => string): Promise<void> {
  await context.print(`${context.options.json ? JSON.stringify(value) : plain()}\n`);
}
