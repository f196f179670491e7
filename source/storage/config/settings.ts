import type { MessageKey } from '../../messages/index.ts';
import { DEFAULT_SECTIONS, findSection } from '../../sections.ts';
import type { Settings, SettingsStore } from '../types.ts';
import { openConfFile } from './conf-file.ts';

/** A setting: what it is when nobody chose, what it may be, and how people write it. */
export interface Setting<Value> {
  readonly fallback: Value;
  /** The value in a file, or null where it is none. */
  readonly read: (value: unknown) => Value | null;
  /** The value somebody typed, or null where it is none. */
  readonly parse: (typed: string) => Value | null;
  /** What may be typed, as a list of words. */
  readonly allowed: string;
  /** What it is for. */
  readonly message: MessageKey;
}

/** The most articles an hour that anyone may have fetched ahead. */
const MOST_PREFETCHED = 60;

/** Every setting, by its name in the file and on the command line. */
export const SETTINGS: { readonly [Name in keyof Settings]: Setting<Settings[Name]> } = {
  lang: choice(['ko', 'en'], 'setting.lang'),
  sections: {
    fallback: DEFAULT_SECTIONS,
    read: (value) => (Array.isArray(value) ? sectionNames(value) : null),
    parse: (typed) => {
      const words = typed.split(',').map((word) => word.trim());
      const names = sectionNames(words);
      // One that is misspelt is told, not dropped.
      return words.every((word) => findSection(word) !== null) ? names : null;
    },
    allowed: 'politics,economy,…',
    message: 'setting.sections',
  },
  hanja: onOff('setting.hanja'),
  'ambiguous-width': choice(['auto', 'narrow', 'wide'], 'setting.ambiguous-width'),
  'backspace-jamo': onOff('setting.backspace-jamo'),
  prefetch: {
    fallback: 20,
    read: (value) => (typeof value === 'number' ? wholeUpTo(MOST_PREFETCHED, value) : null),
    parse: (typed) => {
      const word = typed.trim().toLowerCase();
      if (ON_OFF.get(word) === false) return 0;
      return /^\d+$/.test(word) ? wholeUpTo(MOST_PREFETCHED, Number(word)) : null;
    },
    allowed: `0–${MOST_PREFETCHED}, off`,
    message: 'setting.prefetch',
  },
  metered: onOff('setting.metered'),
};

function choice<const Value extends string>(
  values: readonly [Value, ...Value[]],
  message: MessageKey,
): Setting<Value> {
  const find = (given: unknown) => values.find((value) => value === given) ?? null;
  return {
    fallback: values[0],
    read: find,
    parse: (typed) => find(typed.trim().toLowerCase()),
    allowed: values.join(', '),
    message,
  };
}

const ON_OFF: ReadonlyMap<string, boolean> = new Map([
  ...['on', 'true', 'yes', '1'].map((word) => [word, true] as const),
  ...['off', 'false', 'no', '0'].map((word) => [word, false] as const),
]);

function onOff(message: MessageKey): Setting<boolean> {
  return {
    fallback: false,
    read: (value) => (typeof value === 'boolean' ? value : null),
    parse: (typed) => ON_OFF.get(typed.trim().toLowerCase()) ?? null,
    allowed: 'on, off',
    message,
  };
}

const wholeUpTo = (most: number, value: number): number | null =>
  Number.isInteger(value) && value >= 0 && value <= most ? value : null;

/** The names of known sections, each once; null where none is left. */
function sectionNames(words: readonly unknown[]): readonly string[] | null {
  const names = words.flatMap((word) => (typeof word === 'string' ? (findSection(word)?.name ?? []) : []));
  return names.length === 0 ? null : [...new Set(names)];
}

/**
 * Opens the settings in a folder's `config.json`. What the file says wrongly counts as not said; what it says
 * that this version does not know stays in it.
 *
 * Its promises reject with Failures, as those of the bookmarks do.
 */
export function openSettings(folder: string): SettingsStore {
  const file = openConfFile({
    folder,
    name: 'config',
    isWhole: () => true,
    rebuild: (pairs) => Object.fromEntries(pairs),
  });
  return {
    onSetAside: file.onSetAside,
    all: () => {
      const store = file.read();
      const values = Object.entries(SETTINGS).map(([name, setting]) => [
        name,
        setting.read(store[name]) ?? setting.fallback,
      ]);
      return Object.fromEntries(values) as unknown as Settings;
    },
    set: (name, value) =>
      file.change((draft) => {
        draft[name] = value;
        return { result: undefined, isNew: true };
      }),
    unset: (name) =>
      file.change((draft) => {
        const isNew = name in draft;
        delete draft[name];
        return { result: undefined, isNew };
      }),
  };
}
