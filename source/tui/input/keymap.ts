/** The keys in force: the table's, replaced where the reader's settings choose others. */
import { graphemes } from '../../korean/graphemes.ts';
import { hasHangul, keysOfHangul } from '../../korean/keyboard.ts';
import type { Params } from '../../messages/index.ts';
import type { ChosenKeys } from '../../storage/config/key-settings.ts';
import { suggest } from '../../text/suggest.ts';
import type { Warning } from '../../warnings.ts';
import { type Action, KEYS, type KeyContext, type KeyEntry, keyName } from './keys.ts';

/** The action of each key, and the keys of each action. */
export interface Keymap {
  /** Actions by context and key: `article x`. */
  readonly actions: ReadonlyMap<string, Action>;
  /** The keys of every action, the footer's first; none for an action that lost them. */
  readonly keys: ReadonlyMap<Action, readonly string[]>;
  /** The first key of every action as people read it, by `key.<action>`: for messages that name a key. */
  readonly names: Params;
  /** The chosen capitals that stand in for their small letters with the IME on, as in `actions`. */
  readonly capitals: ReadonlyMap<string, Action>;
  /** Faults in the keys that were chosen. */
  readonly problems: readonly Warning[];
}

/** The action of a key in a context; null for none. */
export function actionOf({ actions }: Keymap, context: KeyContext, key: string): Action | null {
  return actions.get(`${context} ${key}`) ?? null;
}

/** The action of a key on any screen; null for a key that is used on none. */
export function actionAnywhere({ actions }: Keymap, key: string): Action | null {
  const found = [...actions].find(([at]) => at.endsWith(` ${key}`) && !at.startsWith('typing '));
  return found?.[1] ?? null;
}

/** The keys of an action, the footer's first. */
export function keysOf({ keys }: Keymap, action: Action): readonly string[] {
  return keys.get(action) ?? [];
}

/**
 * The action of a Latin key that was pressed with the Hangul IME on. The IME sends the same jamo for most capitals as for
 * their small letters: an action that was given nothing but such capitals is done by the small letter, if that is free.
 */
export function actionBehindIme(keymap: Keymap, context: KeyContext, key: string): Action | null {
  const capital = `${context} ${key.toUpperCase()}`;
  return actionOf(keymap, context, key) ?? keymap.capitals.get(capital) ?? null;
}

/** Whether the IME sends one jamo for a letter and its capital: for all but the seven that have a shifted jamo. */
export const isMerged = (key: string): boolean => /^[a-z]$/.test(key) && !'qwertop'.includes(key);

const ALIASES: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  colon: ':',
  escape: 'esc',
  return: 'enter',
  spacebar: 'space',
  pgup: 'pageup',
  'page-up': 'pageup',
  pgdn: 'pagedown',
  pgdown: 'pagedown',
  'page-down': 'pagedown',
  del: 'delete',
  bs: 'backspace',
  backtab: 'shift-tab',
  '↑': 'up',
  '↓': 'down',
  '←': 'left',
  '→': 'right',
  // Terminals send the same bytes for these as for the keys.
  'ctrl-i': 'tab',
  'ctrl-m': 'enter',
  'ctrl-j': 'enter',
  'ctrl-h': 'backspace',
};

const NAMED: ReadonlySet<string> = new Set([
  ...['up', 'down', 'left', 'right', 'space', 'pageup', 'pagedown', 'home', 'end', 'enter', 'esc', 'tab'],
  ...['shift-tab', 'backspace', 'delete'],
]);

/**
 * A key as the table names it, from any usual way to write it: `Ctrl+X`, `C-x`, `^x`, `PgDn`, or ㅓ for `j`.
 * Null for a key that no terminal can send, and for a digit: digits are counts.
 */
function readKey(written: string): string | null {
  const lower = written.toLowerCase();
  const control = /^(?:ctrl|control|c)[-+]([a-z])$|^\^([a-z])$/.exec(lower);
  const name = control === null ? lower : `ctrl-${control[1] ?? control[2]}`;
  const known = ALIASES[name] ?? name;
  if (NAMED.has(known) || /^ctrl-[a-z]$/.test(known)) return known;
  const typed = hasHangul(written) ? keysOfHangul(written).join('') : written.normalize('NFC');
  if (ALIASES[typed] !== undefined) return ALIASES[typed];
  const isOne = graphemes(typed).length === 1 && !/[\s\p{Cc}\p{Nd}]/u.test(typed);
  return isOne ? typed : null;
}

const TABLE: readonly KeyEntry[] = KEYS;
const ACTIONS = KEYS.map(({ action }) => action);
/** The key that always ends the program, however the keys are chosen. */
const ALWAYS_QUITS = 'ctrl-c';

/** Keys that mean the same in every program, and the actions that may have them. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  [ALWAYS_QUITS]: ['quit'],
  'ctrl-z': ['suspend'],
  esc: ['back', 'close', 'cancel', 'leave', 'quit'],
};

/** Actions without which a reader would be stuck: they keep the first of the table's keys if they lose all. */
const NEEDED: ReadonlySet<string> = new Set([
  ...['open', 'pick', 'enter-value', 'accept', 'back', 'close', 'cancel', 'help', 'settings'],
]);

/** Whether a key types text while text is entered, and so cannot be a command there. */
const typesText = (key: string): boolean => key === 'space' || (!NAMED.has(key) && !/^ctrl-/.test(key));

/** The keys that the settings choose for actions, and those among them that cannot be understood. */
function chosenFor(chosen: ChosenKeys): { keys: Map<string, readonly string[]>; problems: Warning[] } {
  const problems: Warning[] = [];
  const keys = new Map<string, readonly string[]>();
  for (const [action, written] of Object.entries(chosen)) {
    const entry = TABLE.find((each) => each.action === action);
    if (entry === undefined) {
      problems.push({ key: 'keys.no-action', params: { action, suggestion: suggest(action, ACTIONS) } });
      continue;
    }
    const read = written.flatMap((each) => {
      const key = readKey(each);
      if (key === null) problems.push({ key: 'keys.no-key', params: { action, name: each } });
      else if (RESERVED[key]?.includes(action) === false) {
        problems.push({ key: 'keys.reserved', params: { action, name: keyName(key) } });
      } else if (entry.contexts.includes('typing') && typesText(key)) {
        problems.push({ key: 'keys.types', params: { action, name: keyName(key) } });
      } else return [key];
      return [];
    });
    // If none of the chosen keys can be understood, the action keeps its own.
    if (read.length > 0 || written.length === 0) keys.set(action, [...new Set(read)]);
  }
  return { keys, problems };
}

/**
 * The keymap with the chosen keys; an action that is not named keeps its keys, except those given to another
 * one.
 */
export function keymapOf(chosen: ChosenKeys): Keymap {
  const { keys: own, problems } = chosenFor(chosen);
  const actions = new Map<string, Action>();
  const lost = new Map<string, Warning>();
  const take = (entry: KeyEntry, key: string): void => {
    for (const context of entry.contexts) {
      const at = `${context} ${key}`;
      const holder = actions.get(at);
      if (holder === undefined) actions.set(at, entry.action as Action);
      else if (holder !== entry.action) {
        const params = { name: keyName(key), action: holder, other: entry.action };
        lost.set(`${key} ${holder} ${entry.action}`, { key: 'keys.clash', params });
      }
    }
  };
  const quit = TABLE.find(({ action }) => action === 'quit')!;
  take(quit, ALWAYS_QUITS);
  // Chosen keys go before the table's own.
  for (const entry of TABLE) for (const key of own.get(entry.action) ?? []) take(entry, key);
  for (const entry of TABLE) if (!own.has(entry.action)) for (const key of entry.keys) take(entry, key);

  const kept = keepNeeded(actions);
  for (const { action, key } of kept)
    for (const at of lost.keys()) if (at.startsWith(`${key} `) && at.endsWith(` ${action}`)) lost.delete(at);
  const keys = new Map(
    TABLE.map((entry) => {
      const { action, contexts } = entry;
      const always =
        entry === quit ? [ALWAYS_QUITS] : kept.flatMap((each) => (each.action === action ? each.key : []));
      const all = [...new Set([...(own.get(action) ?? entry.keys), ...always])];
      const has = (key: string) => (context: KeyContext) => actions.get(`${context} ${key}`) === action;
      // A key that another action took on some screens is not shown, unless there is no other.
      const whole = all.filter((key) => contexts.every(has(key)));
      return [
        action as Action,
        whole.length > 0 ? whole : all.filter((key) => contexts.some(has(key))),
      ] as const;
    }),
  );
  const { capitals, hidden } = capitalsOf(own, keys, actions);
  const stuck = kept.map(
    ({ action, key }): Warning => ({ key: 'keys.needed', params: { action, name: keyName(key) } }),
  );
  const all = [...problems, ...stuck, ...lost.values(), ...hidden];
  return { actions, keys, names: namesOf(keys), capitals, problems: all };
}

/** Gives needed actions that have no key on some screen the first of the table's keys there; returns which. */
function keepNeeded(actions: Map<string, Action>): readonly { action: string; key: string }[] {
  return TABLE.filter(({ action }) => NEEDED.has(action)).flatMap(
    ({ action, keys: [key = ''], contexts }) => {
      const without = contexts.filter(
        (context) => ![...actions].some(([at, does]) => does === action && at.startsWith(`${context} `)),
      );
      for (const context of without) actions.set(`${context} ${key}`, action as Action);
      return without.length > 0 ? [{ action, key }] : [];
    },
  );
}

const namesOf = (keys: Keymap['keys']): Params =>
  Object.fromEntries(
    [...keys].map(([action, all]) => [`key.${action}`, all[0] === undefined ? '–' : keyName(all[0])]),
  );

/** The contexts in which there is an article for a command of the reader's own. */
export const WITH_ARTICLES: readonly KeyContext[] = ['headlines', 'bookmarks', 'article', 'day'];

/** The keymap as it is shown: without the keys that commands of the reader's own have. */
export function withoutKeys(keymap: Keymap, taken: ReadonlySet<string>): Keymap {
  if (taken.size === 0) return keymap;
  const keys = new Map(
    TABLE.map(({ action, contexts }) => {
      const all = keysOf(keymap, action as Action);
      const isHit = contexts.some((context) => WITH_ARTICLES.includes(context));
      return [action as Action, isHit ? all.filter((key) => !taken.has(key)) : all];
    }),
  );
  return { ...keymap, keys, names: namesOf(keys) };
}

/**
 * Chosen capitals with the IME on: an action without another key is reached by the small letter if that is
 * free; otherwise a warning says that it cannot be reached.
 */
function capitalsOf(
  own: ReadonlyMap<string, readonly string[]>,
  keys: ReadonlyMap<Action, readonly string[]>,
  actions: ReadonlyMap<string, Action>,
): { capitals: Map<string, Action>; hidden: Warning[] } {
  const capitals = new Map<string, Action>();
  const hidden: Warning[] = [];
  for (const { action, contexts } of TABLE.filter((entry) => own.has(entry.action))) {
    const all = keys.get(action as Action) ?? [];
    if (all.length === 0 || !all.every((key) => /^[A-Z]$/.test(key) && isMerged(key.toLowerCase()))) continue;
    const isFree = (key: string): boolean =>
      contexts.every((context) => !actions.has(`${context} ${key.toLowerCase()}`));
    const free = all.filter(isFree);
    for (const key of free)
      for (const context of contexts) capitals.set(`${context} ${key}`, action as Action);
    if (free.length === 0) hidden.push({ key: 'keys.no-ime', params: { action, name: all[0]! } });
  }
  return { capitals, hidden };
}

/** The table's own keys. */
export const DEFAULT_KEYMAP: Keymap = keymapOf({});
