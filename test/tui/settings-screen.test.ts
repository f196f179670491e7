import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../source/korean/keyboard.ts';
import { say, sayIfAny } from '../../source/messages/index.ts';
import {
  DEFAULTS,
  SETTINGS,
  type Setting,
  settingMessage,
  writtenValue,
} from '../../source/storage/config/settings-table.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { settingNames } from '../../source/tui/view/layout/settings.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { headlines } from '../support/fake-headlines.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { type Session, session } from './session.ts';

const screenOf = (reader: Session): string[] =>
  view(reader.state()).rows.map((row) => rowText(row).trimEnd());

async function opened(columns = 80, rows = 24, language: 'ko' | 'en' = 'ko'): Promise<Session> {
  const reader = session(fakeReader(headlines(3)), { size: { columns, rows }, language });
  await reader.settle();
  reader.type(',');
  return reader;
}

/** Presses `j` until a setting is selected. */
function goTo(reader: Session, name: keyof typeof SETTINGS): void {
  reader.type(`g${'j'.repeat(settingNames().indexOf(name))}`);
}

describe('the settings screen', () => {
  test.each([
    ['ko', 'Enter 저장', /결과|찾은|다음/],
    ['en', 'Enter save', /results|next/],
  ] as const)('offers to save a value that is typed, in %s', async (language, save, others) => {
    const reader = await opened(80, 24, language);
    goTo(reader, 'width');
    reader.type('\r');
    const footer = screenOf(reader).at(-1);
    expect(footer).toContain(save);
    expect(footer).toContain('Esc');
    expect(footer).not.toMatch(others);
  });

  test('names the language in force, and where it comes from if it is not the one that is kept', async () => {
    const english = screenOf(await opened(80, 24, 'en')).join('\n');
    expect(english).toMatch(/▌ language +English \(--lang\)$/m);
    expect(screenOf(await opened()).join('\n')).not.toContain('--lang');
  });

  test.each(['ko', 'en'] as const)(
    'shows the bookmarks folder in force after another was refused, in %s',
    async (language) => {
      const reader = await opened(80, 24, language);
      goTo(reader, 'bookmarks-folder');
      const clear = '\x15';
      reader.type(`\r${clear}/kept\r`);
      await reader.settle();
      reader.type(`\r${clear}/refused/here\r`);
      await reader.settle();
      const screen = screenOf(reader).join('\n');
      expect(screen).toMatch(/▌.* \/kept/);
      expect(reader.state().notice).toMatchObject({ key: 'failure.bookmarks-folder', tone: 'alert' });
      expect(reader.state().settings['bookmarks-folder']).toBe('/kept');
    },
  );

  test('names the part of a list that is not understood', async () => {
    const reader = await opened();
    goTo(reader, 'sections');
    reader.type('\r,없는섹션\r');
    expect(reader.state().notice).toMatchObject({ params: { value: '없는섹션' } });
  });

  test.each(['ko', 'en'] as const)('has a line for every setting, in %s', async (language) => {
    const reader = await opened(140, 60, language);
    const shown = screenOf(reader).join('\n');
    for (const name of settingNames()) expect(shown, name).toContain(say(language, settingMessage(name)));
    expect(shown).toContain(language === 'ko' ? '그만둔 자리' : 'where I left off');
  });

  test.each([
    ['ko', 60, 24],
    ['en', 60, 24],
    ['ko', 80, 24],
    ['en', 80, 24],
    ['ko', 120, 40],
    ['en', 120, 40],
    ['en', 200, 60],
  ] as const)('cuts no name, value or list of values, in %s at %i×%i', async (language, columns, rows) => {
    const reader = await opened(columns, rows, language);
    for (const name of settingNames()) {
      const entry = SETTINGS[name] as Setting<unknown>;
      // Through all its values, and back to the first.
      for (let step = 0; step < Math.max(1, entry.values.length); step += 1) {
        const shown = screenOf(reader);
        const line = shown.find((row) => row.startsWith('▌'))!;
        expect(line).toContain(`▌ ${say(reader.state().language, settingMessage(name))}  `);
        const allowed = entry.allowed.replaceAll('…', '');
        expect(line.replaceAll('“ … ●', ''), name).not.toContain('…');
        // A row's end is not a space that was cut off with it.
        const details = shown.slice(shown.indexOf(line)).join(' ').replace(/ +/g, ' ');
        expect(details.replaceAll('…', '').replaceAll('› ', '›')).toContain(
          `donga-tui config set ${name} ‹${allowed}›`,
        );
        if (entry.values.length > 0) reader.type('l');
      }
      reader.type('j');
    }
  });

  test('has words for every value of a choice, in both languages', () => {
    const NAMES = ['kitty', 'iterm', 'sixel', 'json'];
    for (const name of settingNames())
      for (const value of (SETTINGS[name] as Setting<unknown>).values) {
        const written = writtenValue(value as never);
        for (const language of ['ko', 'en'] as const)
          expect(sayIfAny(language, `value.${written}`)).not.toBeNull();
        if (!NAMES.includes(written)) expect(sayIfAny('ko', `value.${written}`), name).toMatch(/[가-힣]/);
      }
  });

  test('shows the values of the selected setting below the list, and all values where there is room', async () => {
    const reader = await opened();
    goTo(reader, 'backspace-jamo');
    expect(screenOf(reader).find((row) => row.startsWith('▌'))).toMatch(/백스페이스.* 끔$/);
    expect(screenOf(reader).join('\n')).toContain('고를 값: 켬 · 끔');
    const wide = await opened(140);
    expect(screenOf(wide).find((row) => row.includes('백스페이스'))).toMatch(/끔 +켬 · 끔$/);
  });

  test('shows lists by their length, and the selected one whole', async () => {
    const reader = await opened();
    goTo(reader, 'sections');
    expect(screenOf(reader).find((row) => row.startsWith('▌'))).toMatch(/ 12개$/);
    expect(screenOf(reader).join(' ').replace(/ +/g, ' ')).toContain('사람속으로, 건강, 여행');
  });

  test('shows the place in the list, which goes on below the screen', async () => {
    const reader = await opened();
    const count = settingNames().length;
    expect(screenOf(reader).at(-1)).toMatch(new RegExp(` 1/${count}$`));
    reader.type('G');
    expect(screenOf(reader).at(-1)).toMatch(new RegExp(` ${count}/${count}$`));
  });

  test.each([
    ['l', 'hanja', true],
    ['+', 'hanja', true],
    ['\x1b[C', 'hanja', true],
    ['\r', 'hanja', true],
    ['l', 'width', 80],
    ['h', 'width', 72],
    ['l', 'copy', 'title'],
    ['h', 'copy', 'quote'],
    ['hh', 'copy', 'markdown'],
    ['l', 'prefetch', 5],
  ] as const)('changes by %j the setting %s to %j, in force at once and kept', async (keys, name, value) => {
    const reader = await opened();
    goTo(reader, name);
    reader.type(keys);
    expect(reader.state().settings[name]).toBe(value);
    expect(reader.terminal.at(-1)).toBe(`keep ${JSON.stringify({ [name]: value })}`);
  });

  test('answers the keys of the Hangul IME', async () => {
    const reader = await opened();
    goTo(reader, 'hanja');
    reader.type(latinToHangul('l'));
    expect(reader.state().settings.hanja).toBe(true);
    reader.type(latinToHangul('j'));
    expect(topScreen(reader.state())).toMatchObject({ selected: settingNames().indexOf('hanja') + 1 });
  });

  test('takes a typed value, and lists the valid ones for an invalid one', async () => {
    const reader = await opened();
    goTo(reader, 'width');
    reader.type('\r');
    reader.type('\x15seven\r');
    expect(reader.state().notice).toMatchObject({ key: 'notice.bad-value' });
    reader.type('\x1564\r');
    expect(reader.state().settings.width).toBe(64);
    reader.type('\r\x1590\x1b');
    expect(reader.state().settings.width).toBe(64);
  });

  test('puts the sections that were typed in the bar, by either name', async () => {
    const reader = await opened();
    goTo(reader, 'sections');
    reader.type('\r');
    reader.type('\x15스포츠, economy\r');
    // The section being read stays in the bar.
    expect(reader.state().sections.map(({ name }) => name)).toEqual(['sports', 'economy', 'politics']);
    expect(reader.state().moreSections.map(({ name }) => name)).toContain('culture');
  });

  test('turns the whole screen into the other language', async () => {
    const reader = await opened();
    goTo(reader, 'lang');
    reader.type('l');
    expect(screenOf(reader)[0]).toContain('Settings');
    reader.type('q');
    expect(screenOf(reader)[0]).toContain('Politics');
    expect(screenOf(reader).join('\n')).not.toMatch(/열기|찾기/);
  });

  test('turns photos off and on, with a notice when they are off', async () => {
    const reader = await opened();
    goTo(reader, 'images');
    reader.type('h');
    expect(reader.state().photos.none).toBe('off');
    reader.type('l');
    expect(reader.state().photos.none).toBeNull();
  });

  test('goes back to a default by Backspace', async () => {
    const reader = await opened();
    goTo(reader, 'start');
    reader.type('l\x7f');
    expect(reader.state().settings.start).toBe(DEFAULTS.start);
  });

  test('is left by Esc, q and its own key, for the reader’s place before', async () => {
    for (const key of ['\x1b', 'q', ',']) {
      const reader = await opened();
      reader.type(key);
      expect(topScreen(reader.state()).kind).toBe('headlines');
    }
    const reader = await opened();
    reader.type('?,');
    expect(topScreen(reader.state()).kind).toBe('help');
  });

  test.each([
    [1, 1],
    [20, 6],
    [40, 10],
    [80, 12],
    [200, 60],
  ])('fits %i×%i with every line selected in turn', async (columns, rows) => {
    const reader = await opened(columns, rows);
    for (const _ of settingNames()) {
      const shown = view(reader.state());
      expect(shown.rows.length).toBe(rows);
      reader.type('j');
    }
    if (rows >= 6) expect(screenOf(reader).join('\n')).toContain('▌');
  });
});
