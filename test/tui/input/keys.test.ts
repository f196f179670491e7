import { describe, expect, test } from 'vitest';
import { say } from '../../../source/messages/index.ts';
import { actionOf, DEFAULT_KEYMAP, keysOf } from '../../../source/tui/input/keymap.ts';
import { CATEGORIES, KEYS, type KeyContext, keyName } from '../../../source/tui/input/keys.ts';

const CONTEXTS: readonly KeyContext[] = ['headlines', 'bookmarks', 'article', 'help', 'typing'];

describe('the table of keys', () => {
  test.each(KEYS)('has a text for $action in both languages, under a heading', (entry) => {
    expect(entry.keys.length).toBeGreaterThan(0);
    for (const language of ['ko', 'en'] as const) {
      expect(say(language, entry.description)).not.toBe('');
      expect(say(language, CATEGORIES[entry.category])).not.toBe('');
    }
    expect(say('ko', entry.description)).toMatch(/[가-힣]/);
    expect(say('en', entry.description)).not.toMatch(/[가-힣]/);
  });

  test.each(CONTEXTS)('gives no key two meanings in %s', (context) => {
    const keys = KEYS.filter((entry) => (entry.contexts as readonly KeyContext[]).includes(context)).flatMap(
      (entry) => entry.keys as readonly string[],
    );
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has no action twice', () => {
    const actions = KEYS.map(({ action }) => action);
    expect(new Set(actions).size).toBe(actions.length);
  });

  test('gives every capital that Hangul has no key for a twin that the IME lets through', () => {
    for (const { action, keys } of KEYS) {
      const capitals = keys.filter((key) => /^[A-Z]$/.test(key) && !/[QWERTOP]/.test(key));
      if (capitals.length === 0) continue;
      const twins = keys.filter((key) => !/^[A-Za-z]$/.test(key));
      expect(twins, action).not.toEqual([]);
    }
  });

  test.each([
    ['last', 'G', 'end'],
    ['previous', 'N', '#'],
    ['bookmarks', 'B', '*'],
    ['mark-all', 'A', '!'],
    ['hanja', 'H', '='],
  ] as const)('has the promised twin of %s: %s is %s', (action, key, twin) => {
    expect(keysOf(DEFAULT_KEYMAP, action)).toContain(key);
    expect(keysOf(DEFAULT_KEYMAP, action)).toContain(twin);
  });

  test('keeps a way to move, open, go back and search that the IME never holds back', () => {
    for (const action of ['down', 'up', 'page-down', 'page-up', 'open', 'back', 'search', 'help'] as const) {
      expect(keysOf(DEFAULT_KEYMAP, action).some((key) => !/^[A-Za-z]$/.test(key))).toBe(true);
    }
  });

  test('knows a key only in the contexts of its action', () => {
    expect(actionOf(DEFAULT_KEYMAP, 'headlines', 'tab')).toBe('next-section');
    expect(actionOf(DEFAULT_KEYMAP, 'article', 'tab')).toBe('next-link');
    expect(actionOf(DEFAULT_KEYMAP, 'typing', 'j')).toBeNull();
    expect(actionOf(DEFAULT_KEYMAP, 'headlines', 'Q')).toBeNull();
  });

  test('has keys in the form that people read', () => {
    expect(['down', 'ctrl-d', 'pagedown', 'j', 'shift-tab'].map(keyName)).toEqual([
      '↓',
      'Ctrl-d',
      'PgDn',
      'j',
      'Shift-Tab',
    ]);
  });
});
