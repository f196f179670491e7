import { SETTINGS, type Settings } from '../storage/config/settings-table.ts';
import { homePaths } from '../storage/files/paths.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { type Command, type Context, UsageError } from './context.ts';

/** `donga-tui config [get | set | unset | path]`: settings; without a word, all of them. */
export const config: Command = async (context, words) => {
  const [action, name, ...rest] = words;
  const store = context.settings();
  if (action === undefined) {
    const all = store.all();
    await print(context, all, () =>
      Object.entries(all)
        .map(([key, value]) => `${key}\t${written(value)}`)
        .join('\n'),
    );
    return 0;
  }
  if (action === 'path') {
    const path = sanitiseLine(homePaths(context.env).config);
    await print(context, path, () => path);
    return 0;
  }
  if (action !== 'get' && action !== 'set' && action !== 'unset') {
    throw new UsageError('usage.too-many', { value: action });
  }
  const setting = known(name);
  if (action === 'get') {
    const value = store.all()[setting];
    await print(context, value, () => written(value));
  } else if (action === 'unset') {
    await store.unset(setting);
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
    await store.set(setting, parsed as Settings[typeof setting]);
  }
  return 0;
};

function known(name: string | undefined): keyof Settings {
  if (name === undefined) throw new UsageError('usage.missing', { what: 'name' });
  if (!Object.hasOwn(SETTINGS, name)) {
    throw new UsageError('config.unknown', { name, names: Object.keys(SETTINGS).join(', ') });
  }
  return name as keyof Settings;
}

function written(value: Settings[keyof Settings]): string {
  return typeof value === 'object' ? value.join(',') : String(value);
}

async function print(context: Context, value: unknown, plain: () => string): Promise<void> {
  await context.print(`${context.options.json ? JSON.stringify(value) : plain()}\n`);
}
