import { homedir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import type { MessageKey } from '../../messages/index.ts';
import { DEFAULT_SECTIONS, findList } from '../../sections.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import type { Quarantining } from '../types.ts';
import { type ChosenKeys, parseChosen, readKeys, writtenChosen } from './key-settings.ts';
import { ARTICLE_FORMATS, commandLines, namedCommandLines } from './named-commands.ts';

/** A setting: its default, the values it may have, and how people write them. */
export interface Setting<Value> {
  readonly fallback: Value;
  /** Returns the value a file holds, or null if it is not valid. */
  readonly read: (value: unknown) => Value | null;
  /** Reads a value that was typed; null if it is not valid. */
  readonly parse: (typed: string) => Value | null;
  /** The allowed values, as a list of words. */
  readonly allowed: string;
  /** Returns the value after this one, or before it; a choice is a ring, a number ends at its limits. Absent if values are only typed. */
  step?(value: Value, by: 1 | -1): Value;
  /** The values there are, if they are a few. */
  readonly values: readonly Value[];
}

/** The most articles an hour that anyone may have fetched ahead. */
const MOST_PREFETCHED = 60;

/** The cells that a column of text may have. */
export const NARROWEST = 40;
const WIDEST = 120;
/** The change of the width by a key, in cells: two syllables. */
const WIDTH_STEP = 4;
const PREFETCH_STEP = 5;

/** Every setting, by its name in the file and on the command line. */
export const SETTINGS = {
  lang: choice(['ko', 'en']),
  sections: setting<readonly string[]>({
    fallback: DEFAULT_SECTIONS,
    read: (value) => (Array.isArray(value) ? sectionNames(value) : null),
    parse: (typed) => {
      const words = typed.split(',').map((word) => word.trim());
      const names = sectionNames(words);
      // A misspelt name is refused rather than dropped.
      return words.every((word) => findList(word) !== null) ? names : null;
    },
    allowed: 'politics,economy,…',
    values: [],
  }),
  hanja: onOff(),
  width: setting<number>({
    fallback: 76,
    read: (value) => (typeof value === 'number' ? columnWidth(value) : null),
    parse: (typed) => (/^\d+$/.test(typed.trim()) ? columnWidth(Number(typed)) : null),
    allowed: `${NARROWEST}–${WIDEST}`,
    step: (value, by) => Math.max(NARROWEST, Math.min(WIDEST, value + by * WIDTH_STEP)),
    values: [],
  }),
  'ambiguous-width': choice(['auto', 'narrow', 'wide']),
  'backspace-jamo': onOff(),
  prefetch: setting<number>({
    fallback: 20,
    read: (value) => (typeof value === 'number' ? wholeUpTo(MOST_PREFETCHED, value) : null),
    parse: (typed) => {
      const word = typed.trim().toLowerCase();
      if (ON_OFF.get(word) === false) return 0;
      return /^\d+$/.test(word) ? wholeUpTo(MOST_PREFETCHED, Number(word)) : null;
    },
    allowed: `0–${MOST_PREFETCHED}, off`,
    step: (value, by) => Math.max(0, Math.min(MOST_PREFETCHED, value + by * PREFETCH_STEP)),
    values: [],
  }),
  metered: onOff(),
  alert: choice(['off', 'bell', 'osc9', 'osc777', 'osc99']),
  start: choice(['left', 'fresh']),
  stories: choice(['fold', 'off']),
  copy: choice(['link', 'title', 'markdown', 'quote']),
  'bookmarks-folder': setting<string>({
    fallback: '',
    read: (value) => (typeof value === 'string' && isAbsolute(value) ? value : null),
    parse: (typed) => (typed.trim() === '' || /[\0\n\r]/.test(typed) ? null : absolutePath(typed.trim())),
    allowed: '~/notes/donga',
    values: [],
  }),
  keys: setting<ChosenKeys>({
    fallback: {},
    read: readKeys,
    parse: parseChosen,
    allowed: 'open: Q, ctrl-x; undo: U; …',
    values: [],
  }),
  theme: choice(['sky', 'pine', 'dusk', 'ink']),
  background: choice(['auto', 'dark', 'light']),
  ascii: onOff(),
  mouse: onOff(true),
  pipe: command('ask', 'ask, less, …'),
  'pipe-format': choice(ARTICLE_FORMATS),
  'save-folder': command('.', '~/Documents, …'),
  commands: setting<readonly string[]>({
    fallback: [],
    read: (value) => (Array.isArray(value) ? commandLines(value) : null),
    parse: (typed) => namedCommandLines(typed.split(';;').filter((line) => line.trim() !== '')),
    allowed: 'X en: trans -b :en ;; …',
    values: [],
  }),
  voice: command('auto', 'auto, espeak-ng -v ko --stdin, …'),
  images: choice(['auto', 'kitty', 'iterm', 'sixel', 'blocks', 'off']),
} satisfies Record<string, Setting<unknown>>;

/** The allowed values for a message. Of what is typed freely there are only examples. */
export const allowedParams = ({ allowed }: Setting<unknown>): { allowed: string; isExample: number } => ({
  allowed,
  isExample: Number(/[~…]/.test(allowed)),
});

type ValueOf<Entry> = Entry extends Setting<infer Value> ? Value : never;

/** The value of every setting. A setting is added in the table above, and its message in `messages/settings.ts`. */
export type Settings = { readonly [Name in keyof typeof SETTINGS]: ValueOf<(typeof SETTINGS)[Name]> };

/** The message about a setting's purpose: in `messages/settings.ts`, by the setting's name. */
export function settingMessage(name: keyof Settings): MessageKey {
  return `setting.${name}`;
}

/** Makes the values of all settings from each one's entry in the table. */
export function settingsBy(make: (name: keyof Settings, entry: Setting<unknown>) => unknown): Settings {
  const entries = Object.entries(SETTINGS) as [keyof Settings, Setting<unknown>][];
  return Object.fromEntries(entries.map(([name, entry]) => [name, make(name, entry)])) as unknown as Settings;
}

/** A value as it is typed. */
export function writtenValue(value: Settings[keyof Settings]): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  if (typeof value !== 'object') return String(value);
  // Command lines have commas of their own.
  if (Array.isArray(value)) return value.join(value.some((each) => each.includes(' ')) ? ' ;; ' : ',');
  return writtenChosen(value as ChosenKeys);
}

/** The value of every setting until the reader chooses another. */
export const DEFAULTS: Settings = settingsBy((_name, { fallback }) => fallback);

/** Keeps the settings. */
export interface SettingsStore extends Quarantining {
  all(): Settings;
  set<Name extends keyof Settings>(name: Name, value: Settings[Name]): Promise<void>;
  unset(name: keyof Settings): Promise<void>;
  /** Gives an action other keys; null gives it the table's again. */
  setKeys(action: string, keys: readonly string[] | null): Promise<void>;
}

/** A path as a shell would make it: `~` stands for the home folder even if no shell has seen it. */
const absolutePath = (typed: string): string => resolve(typed.replace(/^~(?=[\\/]|$)/, homedir()));

/** The part of a list as it was typed that keeps it from being valid; all of it if no part does alone. */
export function misfitIn({ parse }: Setting<unknown>, typed: string): string {
  const [first] = ['; ', ';;', ';', ',']
    .map((between) => typed.split(between))
    .filter((parts) => parts.length > 1 && parts.some((part) => parse(part) !== null))
    .map((parts) => parts.filter((part) => parse(part) === null).map((part) => part.trim()));
  return first?.join(', ') || typed;
}

function setting<Value>(entry: Setting<Value>): Setting<Value> {
  return entry;
}

function choice<const Value extends string>(values: readonly [Value, ...Value[]]): Setting<Value> {
  const find = (given: unknown) => values.find((value) => value === given) ?? null;
  return {
    fallback: values[0],
    read: find,
    parse: (typed) => find(typed.trim().toLowerCase()),
    allowed: values.join(', '),
    step: (value, by) => values[(values.indexOf(value) + by + values.length) % values.length]!,
    values,
  };
}

/** A command line for the shell, by the reader; the first word given stands for the program's own way. */
function command(fallback: string, allowed: string): Setting<string> {
  const read = (value: unknown) => {
    const line = typeof value === 'string' ? sanitiseLine(value) : '';
    return line === '' ? null : line;
  };
  return { fallback, read, parse: read, allowed, values: [] };
}

const ON_OFF: ReadonlyMap<string, boolean> = new Map([
  ...['on', 'true', 'yes', '1'].map((word) => [word, true] as const),
  ...['off', 'false', 'no', '0'].map((word) => [word, false] as const),
]);

function onOff(fallback = false): Setting<boolean> {
  return {
    fallback,
    read: (value) => (typeof value === 'boolean' ? value : null),
    parse: (typed) => ON_OFF.get(typed.trim().toLowerCase()) ?? null,
    allowed: 'on, off',
    step: (value) => !value,
    values: [true, false],
  };
}

const wholeUpTo = (most: number, value: number): number | null =>
  Number.isInteger(value) && value >= 0 && value <= most ? value : null;

const columnWidth = (value: number): number | null => (value < NARROWEST ? null : wholeUpTo(WIDEST, value));

/** The names of known sections, each once; null if none is left. */
function sectionNames(words: readonly unknown[]): readonly string[] | null {
  const names = words.flatMap((word) => (typeof word === 'string' ? (findList(word)?.name ?? []) : []));
  return names.length === 0 ? null : [...new Set(names)];
}
