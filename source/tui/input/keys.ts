/**
 * The one table of keys. The keys' effects, the help, the footer and the README all come from it.
 *
 * A key is named by the text it types (`j`, `G`, `/`) or by its name (`up`, `ctrl-d`, `shift-tab`). The IME
 * lets no capital through that Hangul has no key for, so such a key has a twin that it does let through: `G`,
 * End.
 */
import type { MessageKey } from '../../messages/index.ts';

/** The context in which a key has a meaning: the screen on top, or `typing` while text is entered on any screen. */
export type KeyContext =
  | 'headlines'
  | 'bookmarks'
  | 'article'
  | 'changes'
  | 'day'
  | 'photo'
  | 'settings'
  | 'pick'
  | 'help'
  | 'typing';

export type Category = 'move' | 'read' | 'find' | 'keep' | 'screen' | 'settings' | 'type';

export interface KeyEntry {
  readonly action: string;
  /** The first is the one the footer shows. */
  readonly keys: readonly string[];
  readonly category: Category;
  readonly contexts: readonly KeyContext[];
  readonly description: MessageKey;
}

const LISTS = ['headlines', 'bookmarks'] as const;
const PAGES = ['headlines', 'bookmarks', 'article'] as const;
const SCREENS = [
  'headlines',
  'bookmarks',
  'article',
  'changes',
  'day',
  'photo',
  'settings',
  'pick',
  'help',
] as const;
const ANYWHERE = [
  'headlines',
  'bookmarks',
  'article',
  'changes',
  'day',
  'photo',
  'settings',
  'pick',
  'help',
  'typing',
] as const;
const SETTINGS = ['settings'] as const;
const TYPING = ['typing'] as const;

export const KEYS = [
  { action: 'down', keys: ['j', 'down'], category: 'move', contexts: SCREENS, description: 'key.down' },
  { action: 'up', keys: ['k', 'up'], category: 'move', contexts: SCREENS, description: 'key.up' },
  {
    action: 'half-down',
    keys: ['ctrl-d'],
    category: 'move',
    contexts: SCREENS,
    description: 'key.half-down',
  },
  { action: 'half-up', keys: ['ctrl-u'], category: 'move', contexts: SCREENS, description: 'key.half-up' },
  {
    action: 'page-down',
    keys: ['space', 'pagedown'],
    category: 'move',
    contexts: SCREENS,
    description: 'key.page-down',
  },
  { action: 'page-up', keys: ['pageup'], category: 'move', contexts: SCREENS, description: 'key.page-up' },
  { action: 'first', keys: ['g', 'home'], category: 'move', contexts: SCREENS, description: 'key.first' },
  { action: 'last', keys: ['G', 'end'], category: 'move', contexts: SCREENS, description: 'key.last' },
  { action: 'next-unread', keys: ['.'], category: 'move', contexts: PAGES, description: 'key.next-unread' },

  {
    action: 'open',
    keys: ['enter', 'l', 'right'],
    category: 'read',
    contexts: [...PAGES, 'day'],
    description: 'key.open',
  },
  {
    action: 'back',
    keys: ['esc', 'h', 'left'],
    category: 'read',
    contexts: ['headlines', 'bookmarks', 'article', 'changes', 'day', 'photo', 'pick', 'help'],
    description: 'key.back',
  },
  { action: 'leave', keys: ['q'], category: 'read', contexts: SCREENS, description: 'key.leave' },
  {
    action: 'next-section',
    keys: ['tab', ']'],
    category: 'read',
    contexts: LISTS,
    description: 'key.next-section',
  },
  {
    action: 'previous-section',
    keys: ['shift-tab', '['],
    category: 'read',
    contexts: LISTS,
    description: 'key.previous-section',
  },
  {
    action: 'next-link',
    keys: ['tab'],
    category: 'read',
    contexts: ['article'],
    description: 'key.next-link',
  },
  {
    action: 'previous-link',
    keys: ['shift-tab'],
    category: 'read',
    contexts: ['article'],
    description: 'key.previous-link',
  },
  {
    action: 'follow',
    keys: ['f'],
    category: 'read',
    contexts: ['article'],
    description: 'key.follow',
  },
  {
    action: 'next-subhead',
    keys: ['t'],
    category: 'read',
    contexts: ['article'],
    description: 'key.next-subhead',
  },
  {
    action: 'previous-subhead',
    keys: ['T'],
    category: 'read',
    contexts: ['article'],
    description: 'key.previous-subhead',
  },
  {
    action: 'changes',
    keys: ['c'],
    category: 'read',
    contexts: [...PAGES, 'changes', 'day'],
    description: 'key.changes',
  },
  {
    action: 'day',
    keys: ['d'],
    category: 'read',
    contexts: [...PAGES, 'day'],
    description: 'key.day',
  },
  { action: 'sections', keys: ['s'], category: 'read', contexts: PAGES, description: 'key.sections' },
  {
    action: 'refresh',
    keys: ['r'],
    category: 'read',
    contexts: [...PAGES, 'day'],
    description: 'key.refresh',
  },
  { action: 'refresh-all', keys: ['R'], category: 'read', contexts: PAGES, description: 'key.refresh-all' },

  {
    action: 'search',
    keys: ['/'],
    category: 'find',
    contexts: [...PAGES, 'help'],
    description: 'key.search',
  },
  { action: 'next', keys: ['n'], category: 'find', contexts: [...PAGES, 'help'], description: 'key.next' },
  {
    action: 'previous',
    keys: ['N', '#'],
    category: 'find',
    contexts: [...PAGES, 'help'],
    description: 'key.previous',
  },
  {
    action: 'unread-only',
    keys: [':'],
    category: 'find',
    contexts: ['headlines'],
    description: 'key.unread-only',
  },

  {
    action: 'show-muted',
    keys: ['M', '-'],
    category: 'find',
    contexts: PAGES,
    description: 'key.show-muted',
  },
  { action: 'unfold', keys: ['x'], category: 'read', contexts: PAGES, description: 'key.unfold' },
  { action: 'follow-this', keys: ['a'], category: 'keep', contexts: PAGES, description: 'key.follow-this' },
  {
    action: 'pick',
    keys: ['enter', 'l', 'right', 'a'],
    category: 'keep',
    contexts: ['pick'],
    description: 'key.pick',
  },
  { action: 'apart', keys: ['W'], category: 'keep', contexts: PAGES, description: 'key.apart' },
  { action: 'watch', keys: ['w'], category: 'find', contexts: PAGES, description: 'key.watch' },

  {
    action: 'bookmark',
    keys: ['b'],
    category: 'keep',
    contexts: [...PAGES, 'day'],
    description: 'key.bookmark',
  },
  { action: 'edit', keys: ['e'], category: 'keep', contexts: PAGES, description: 'key.edit' },
  {
    action: 'sort',
    keys: ['S', '^'],
    category: 'keep',
    contexts: ['bookmarks'],
    description: 'key.sort',
  },
  { action: 'bookmarks', keys: ['B', '*'], category: 'keep', contexts: PAGES, description: 'key.bookmarks' },
  {
    action: 'toggle-read',
    keys: ['m'],
    category: 'keep',
    contexts: [...PAGES, 'day'],
    description: 'key.toggle-read',
  },
  { action: 'mark-all', keys: ['A', '!'], category: 'keep', contexts: LISTS, description: 'key.mark-all' },
  { action: 'undo', keys: ['u'], category: 'keep', contexts: [...PAGES, 'day'], description: 'key.undo' },
  {
    action: 'last-read',
    keys: [';'],
    category: 'read',
    contexts: PAGES,
    description: 'key.last-read',
  },
  {
    action: 'browser',
    keys: ['o'],
    category: 'keep',
    contexts: [...PAGES, 'day'],
    description: 'key.browser',
  },
  { action: 'copy', keys: ['y'], category: 'keep', contexts: [...PAGES, 'day'], description: 'key.copy' },
  { action: 'pipe', keys: ['p'], category: 'keep', contexts: [...PAGES, 'day'], description: 'key.pipe' },
  { action: 'save', keys: ['E'], category: 'keep', contexts: [...PAGES, 'day'], description: 'key.save' },
  { action: 'speak', keys: ['P'], category: 'keep', contexts: [...PAGES, 'day'], description: 'key.speak' },

  {
    action: 'photos',
    keys: ['i'],
    category: 'read',
    contexts: ['article', 'photo'],
    description: 'key.photos',
  },
  {
    action: 'photos-in-text',
    keys: ['I', '%'],
    category: 'screen',
    contexts: PAGES,
    description: 'key.photos-in-text',
  },
  { action: 'beside', keys: ['v'], category: 'screen', contexts: PAGES, description: 'key.beside' },
  { action: 'bare', keys: ['z'], category: 'screen', contexts: ['article'], description: 'key.bare' },
  { action: 'narrower', keys: ['<'], category: 'screen', contexts: PAGES, description: 'key.narrower' },
  { action: 'wider', keys: ['>'], category: 'screen', contexts: PAGES, description: 'key.wider' },
  { action: 'hanja', keys: ['H', '='], category: 'screen', contexts: PAGES, description: 'key.hanja' },
  {
    action: 'settings',
    keys: [','],
    category: 'screen',
    contexts: ['headlines', 'bookmarks', 'article', 'settings'],
    description: 'key.settings',
  },
  {
    action: 'next-value',
    keys: ['l', 'right', '+'],
    category: 'settings',
    contexts: SETTINGS,
    description: 'key.next-value',
  },
  {
    action: 'previous-value',
    keys: ['h', 'left', '-'],
    category: 'settings',
    contexts: SETTINGS,
    description: 'key.previous-value',
  },
  {
    action: 'enter-value',
    keys: ['enter', 'e'],
    category: 'settings',
    contexts: SETTINGS,
    description: 'key.enter-value',
  },
  {
    action: 'default-value',
    keys: ['backspace', 'delete'],
    category: 'settings',
    contexts: SETTINGS,
    description: 'key.default-value',
  },
  { action: 'close', keys: ['esc'], category: 'settings', contexts: SETTINGS, description: 'key.back' },
  { action: 'help', keys: ['?'], category: 'screen', contexts: SCREENS, description: 'key.help' },
  { action: 'repaint', keys: ['ctrl-l'], category: 'screen', contexts: ANYWHERE, description: 'key.repaint' },
  { action: 'suspend', keys: ['ctrl-z'], category: 'screen', contexts: ANYWHERE, description: 'key.suspend' },
  { action: 'quit', keys: ['ctrl-c'], category: 'screen', contexts: ANYWHERE, description: 'key.quit' },

  { action: 'accept', keys: ['enter'], category: 'type', contexts: TYPING, description: 'key.accept' },
  { action: 'cancel', keys: ['esc'], category: 'type', contexts: TYPING, description: 'key.cancel' },
  {
    action: 'choice-down',
    keys: ['down', 'tab'],
    category: 'type',
    contexts: TYPING,
    description: 'key.choice-down',
  },
  {
    action: 'choice-up',
    keys: ['up', 'shift-tab'],
    category: 'type',
    contexts: TYPING,
    description: 'key.choice-up',
  },
  {
    action: 'earlier-search',
    keys: ['ctrl-p'],
    category: 'type',
    contexts: TYPING,
    description: 'key.earlier-search',
  },
  {
    action: 'later-search',
    keys: ['ctrl-n'],
    category: 'type',
    contexts: TYPING,
    description: 'key.later-search',
  },
  { action: 'caret-left', keys: ['left'], category: 'type', contexts: TYPING, description: 'key.caret-left' },
  {
    action: 'caret-right',
    keys: ['right'],
    category: 'type',
    contexts: TYPING,
    description: 'key.caret-right',
  },
  {
    action: 'caret-start',
    keys: ['ctrl-a', 'home'],
    category: 'type',
    contexts: TYPING,
    description: 'key.caret-start',
  },
  {
    action: 'caret-end',
    keys: ['ctrl-e', 'end'],
    category: 'type',
    contexts: TYPING,
    description: 'key.caret-end',
  },
  {
    action: 'delete-back',
    keys: ['backspace'],
    category: 'type',
    contexts: TYPING,
    description: 'key.delete-back',
  },
  {
    action: 'delete-ahead',
    keys: ['delete'],
    category: 'type',
    contexts: TYPING,
    description: 'key.delete-ahead',
  },
  {
    action: 'delete-word',
    keys: ['ctrl-w'],
    category: 'type',
    contexts: TYPING,
    description: 'key.delete-word',
  },
  {
    action: 'delete-to-start',
    keys: ['ctrl-u'],
    category: 'type',
    contexts: TYPING,
    description: 'key.delete-to-start',
  },
  {
    action: 'delete-to-end',
    keys: ['ctrl-k'],
    category: 'type',
    contexts: TYPING,
    description: 'key.delete-to-end',
  },
] as const satisfies readonly KeyEntry[];

type Entry = (typeof KEYS)[number];

export type Action = Entry['action'];

type ContextsOf = { readonly [Each in Entry as Each['action']]: Each['contexts'][number] };

/** The actions that have a key in a context: `update/actions.ts` must have a handler for each. */
export type ActionIn<Context extends KeyContext> = {
  [Each in Action]: Context extends ContextsOf[Each] ? Each : never;
}[Action];

/** The actions that move by lines and pages, the same on every screen. */
export type Movement = Extract<Entry, { category: 'move'; contexts: typeof SCREENS }>['action'];

/** The heading of each category in the help, in the help's order. */
export const CATEGORIES: Readonly<Record<Category, MessageKey>> = {
  move: 'keys.move',
  read: 'keys.read',
  find: 'keys.find',
  keep: 'keys.keep',
  screen: 'keys.screen',
  settings: 'keys.settings',
  type: 'keys.type',
};

const NAMES: Readonly<Record<string, string>> = {
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  space: 'Space',
  pageup: 'PgUp',
  pagedown: 'PgDn',
  home: 'Home',
  end: 'End',
  enter: 'Enter',
  esc: 'Esc',
  tab: 'Tab',
  'shift-tab': 'Shift-Tab',
  backspace: 'Backspace',
  delete: 'Delete',
};

/** A key as people read it: `Ctrl-d`, `PgDn`, `j`. */
export function keyName(key: string): string {
  return NAMES[key] ?? key.replace(/^ctrl-/, 'Ctrl-');
}
