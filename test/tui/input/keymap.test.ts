import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../../source/korean/cells.ts';
import { latinToHangul } from '../../../source/korean/keyboard.ts';
import { say } from '../../../source/messages/index.ts';
import { DEFAULTS } from '../../../source/storage/config/settings-table.ts';
import { actionOf, DEFAULT_KEYMAP, keymapOf, keysOf } from '../../../source/tui/input/keymap.ts';
import { KEYS } from '../../../source/tui/input/keys.ts';
import { topScreen } from '../../../source/tui/state/state.ts';
import { view } from '../../../source/tui/view/view.ts';
import { rowText } from '../../../source/typeset/rows.ts';
import { headlines } from '../../support/fake-headlines.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { type Session, session } from '../session.ts';

const problemsOf = (keys: Record<string, string[]>) =>
  keymapOf(keys).problems.map(({ key, params }) => [key, params.action, params.name]);

describe('keys that the reader chose', () => {
  test('are several to an action, and take the place of the table’s', () => {
    const map = keymapOf({ open: ['Q', 'ctrl-x'] });
    for (const key of ['Q', 'ctrl-x']) expect(actionOf(map, 'headlines', key)).toBe('open');
    for (const key of ['enter', 'l', 'right']) expect(actionOf(map, 'headlines', key)).toBeNull();
    expect(keysOf(map, 'open')).toEqual(['Q', 'ctrl-x']);
    expect(map.problems).toEqual([]);
  });

  test('are none by default: the table’s are in force', () => {
    for (const { action, keys } of KEYS) expect(keysOf(DEFAULT_KEYMAP, action)).toEqual(keys);
    expect(DEFAULT_KEYMAP.problems).toEqual([]);
  });

  test.each([
    ['Ctrl+X', 'ctrl-x'],
    ['C-x', 'ctrl-x'],
    ['^X', 'ctrl-x'],
    ['PgDn', 'pagedown'],
    ['Page-Up', 'pageup'],
    ['Return', 'enter'],
    ['ctrl-i', 'tab'],
    ['ㅌ', 'x'],
    ['ㄲ', 'R'],
    ['é', 'é'],
  ])('may be written %s for %s', (written, key) => {
    expect(keysOf(keymapOf({ 'show-muted': [written] }), 'show-muted')).toEqual([key]);
  });

  test('may be a comma, by its name', () => {
    expect(keysOf(keymapOf({ settings: ['comma', 'S'] }), 'settings')).toEqual([',', 'S']);
  });

  test.each(['', 'xx', 'F5', 'alt-x', 'ctrl-1', '5', 'ctrl-é', '가', 'super-k'])(
    'cannot be %j: a warning names it, and the action keeps its own',
    (written) => {
      const map = keymapOf({ watch: [written] });
      expect(map.problems).toMatchObject([{ key: 'keys.no-key', params: { action: 'watch' } }]);
      expect(keysOf(map, 'watch')).toEqual(['w']);
    },
  );

  test('may be those of two actions swapped, without a clash', () => {
    const map = keymapOf({ down: ['k'], up: ['j'] });
    expect(map.problems).toEqual([]);
    expect(actionOf(map, 'article', 'k')).toBe('down');
  });

  test('that another action has by the table are taken from it, with a warning', () => {
    expect(problemsOf({ open: ['o', 'enter'] })).toEqual([['keys.clash', 'open', 'o']]);
    const map = keymapOf({ open: ['o'] });
    expect(actionOf(map, 'article', 'o')).toBe('open');
    expect(keysOf(map, 'browser')).toEqual([]);
  });

  test('that two actions were given belong to the first of the table, with a warning', () => {
    expect(problemsOf({ copy: ['X'], browser: ['X'] })).toContainEqual(['keys.clash', 'browser', 'X']);
  });

  test('clash only in contexts of both actions', () => {
    expect(problemsOf({ sort: ['i'] })).toEqual([]);
    expect(problemsOf({ sort: ['/'] })).toEqual([['keys.clash', 'sort', '/']]);
  });

  test('never replace the key that ends the program', () => {
    for (const map of [keymapOf({ quit: ['X'] }), keymapOf({ quit: [] }), keymapOf({ open: ['ctrl-c'] })])
      for (const context of ['headlines', 'article', 'settings', 'typing'] as const)
        expect(actionOf(map, context, 'ctrl-c')).toBe('quit');
    expect(problemsOf({ open: ['ctrl-c', 'enter'] })).toEqual([['keys.reserved', 'open', 'Ctrl-c']]);
  });

  test.each([
    ['bookmark', 'ctrl-c'],
    ['bookmark', 'esc'],
    ['accept', '^['],
    ['watch', 'C-z'],
    ['delete-word', 'ctrl-c'],
  ])('cannot be those reserved for the way out: %s keeps its own instead of %s', (action, written) => {
    const map = keymapOf({ [action]: [written] });
    expect(map.problems).toHaveLength(1);
    expect(keysOf(map, action as 'open')).toEqual(keysOf(DEFAULT_KEYMAP, action as 'open'));
  });

  test.each([
    [{ open: [] }, 'open', 'enter', 'headlines'],
    [{ bookmark: ['enter', 'l', 'right'] }, 'open', 'enter', 'article'],
    [{ watch: ['?'] }, 'help', '?', 'bookmarks'],
    [{ copy: [','] }, 'settings', ',', 'headlines'],
    [{ cancel: [] }, 'cancel', 'esc', 'typing'],
    [{ settings: [] }, 'settings', ',', 'settings'],
  ] as const)(
    'never leave an action without a key that a reader would be stuck without: %j',
    (chosen, action, key, context) => {
      const map = keymapOf(chosen);
      expect(actionOf(map, context, key)).toBe(action);
      expect(keysOf(map, action)).toContain(key);
      expect(map.problems).toContainEqual(
        expect.objectContaining({ key: 'keys.needed', params: expect.objectContaining({ action }) }),
      );
      // What another action could not take from it is no clash.
      expect(
        map.problems.filter(({ key, params }) => key === 'keys.clash' && params.name === 'Enter'),
      ).toEqual([]);
    },
  );

  test('are shown where they are in force: one that another action has is not in the row of the former', () => {
    expect(keysOf(keymapOf({ bookmark: ['j', 'ctrl-x'] }), 'down')).toEqual(['down']);
    expect(keysOf(keymapOf({ copy: ['g'] }), 'first')).toEqual(['home']);
    // In the settings it still goes down.
    const only = keymapOf({ down: ['j'], bookmark: ['X'], sort: ['j'] });
    expect(actionOf(only, 'settings', 'j')).toBe('down');
    expect(keysOf(only, 'down')).toEqual(['j']);
  });

  test.each(['ko', 'en'] as const)(
    'have warnings in %s that a screen of 80 columns shows whole',
    (language) => {
      for (const { action } of KEYS)
        for (const key of ['keys.no-ime', 'keys.needed', 'keys.reserved', 'keys.types'] as const) {
          const text = say(language, key, { action, name: 'Ctrl-x' });
          expect(cellWidth(text), text).toBeLessThanOrEqual(77);
        }
    },
  );

  test('cannot be letters for actions while text is entered', () => {
    expect(problemsOf({ accept: ['x'] })).toEqual([['keys.types', 'accept', 'x']]);
    expect(problemsOf({ accept: ['enter', 'ctrl-o'] })).toEqual([]);
  });

  test('of an unknown action get a warning with the action that was meant', () => {
    expect(keymapOf({ opne: ['x'] }).problems).toMatchObject([
      { key: 'keys.no-action', params: { action: 'opne', suggestion: 'open' } },
    ]);
  });

  test('that the IME cannot send get a warning, unless the action has another key', () => {
    // `d` alone has no action: with the IME on it does what `D` does.
    expect(problemsOf({ undo: ['D'], day: [] })).toEqual([]);
    expect(problemsOf({ undo: ['J'] })).toEqual([['keys.no-ime', 'undo', 'J']]);
    expect(problemsOf({ undo: ['J', '~'] })).toEqual([]);
  });

  test('never make a capital of the table’s own out of a jamo: ㅁ does not mark all read', async () => {
    const reader = session(fakeReader(headlines(3)), { settings: { ...DEFAULTS, keys: { copy: ['Y'] } } });
    await reader.settle();
    reader.type('ㅁ');
    expect(reader.headlines().list.items.every(({ headline }) => !headline.read)).toBe(true);
  });

  test.each(['ko', 'en'] as const)('have a complete message for every problem in %s', (language) => {
    const all = keymapOf({ opne: ['x'], open: ['o'], watch: ['F5'], accept: ['x'], undo: ['J'] }).problems;
    expect(new Set(all.map(({ key }) => key)).size).toBe(5);
    for (const { key, params } of all) expect(say(language, key, params)).not.toMatch(/undefined|null/);
  });
});

describe('a reader with keys of their own', () => {
  const shown = (reader: Session): string =>
    view(reader.state())
      .rows.map((row) => rowText(row))
      .join('\n');

  async function started(keys: Record<string, string[]>): Promise<Session> {
    const reader = session(fakeReader(headlines(5)), { settings: { ...DEFAULTS, keys } });
    await reader.settle();
    return reader;
  }

  test('presses them, with the Hangul IME on too', async () => {
    const reader = await started({ open: ['Q'], bookmark: ['D'], day: [], down: ['J', 'down', 'n'] });
    reader.type('Q');
    await reader.settle();
    expect(topScreen(reader.state()).kind).toBe('article');
    reader.type(latinToHangul('h'));
    reader.type(latinToHangul('Q'));
    await reader.settle();
    expect(topScreen(reader.state()).kind).toBe('article');
    reader.type('h');
    // The IME sends ㅇ for D too.
    reader.type('ㅇ');
    await reader.settle();
    expect(reader.headlines().list.items[0]?.headline.bookmarked).toBe(true);
  });

  test('sees no key in the help that a command of their own has', async () => {
    const settings = { ...DEFAULTS, commands: ['j bad: cat', 'o other: cat'] };
    const reader = session(fakeReader(headlines(5)), { settings, size: { columns: 80, rows: 300 } });
    await reader.settle();
    reader.type('\x1b\x1b\x1b?');
    const rows = shown(reader).split('\n');
    expect(rows.filter((row) => /^ +j(?: |$)/.test(row))).toEqual([expect.stringContaining('bad')]);
    expect(rows.filter((row) => /^ +o(?: |$)/.test(row))).toEqual([expect.stringContaining('other')]);
  });

  test('sees them in the footer, the help and the notices', async () => {
    const reader = await started({ open: ['Q'], undo: ['U', '~'], browser: [] });
    expect(shown(reader)).toContain(' Q 열기');
    reader.type('b');
    await reader.settle();
    expect(shown(reader)).toContain('(U: 되돌리기)');
    reader.type('?');
    const help = view({ ...reader.state(), size: { columns: 200, rows: 90 } })
      .rows.map((row) => rowText(row))
      .join('\n');
    expect(help).toMatch(/ Q +열기/);
    expect(help).toMatch(/ U ~ +되돌리기/);
    expect(help).toMatch(/ – +브라우저로 열기/);
  });

  test('sees a warning of a clash at the start, and the next one at the next key', async () => {
    const reader = await started({ open: ['o'], undo: ['m'] });
    expect(shown(reader)).toContain('m은 이제 ‘되돌리기’ 키라 ‘읽음’에는');
    reader.type('j');
    expect(shown(reader)).toContain('o는 이제 ‘열기’ 키라 ‘브라우저로 열기’에는');
    reader.type('j');
    expect(reader.state().notice).toBeNull();
  });

  test('changes them in the settings, in force at once', async () => {
    const reader = await started({});
    reader.type(',G');
    const names = Object.keys(DEFAULTS);
    reader.type(`g${'j'.repeat(names.indexOf('keys'))}\r`);
    reader.type('open: Q, ctrl-x; undo: U\r');
    expect(reader.state().settings.keys).toEqual({ open: ['Q', 'ctrl-x'], undo: ['U'] });
    reader.type('q');
    reader.type('\x18');
    expect(topScreen(reader.state()).kind).toBe('article');
  });
});
