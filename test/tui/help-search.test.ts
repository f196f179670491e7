import { describe, expect, test } from 'vitest';
import { latinToHangul } from '../../source/korean/keyboard.ts';
import type { HelpScreen } from '../../source/tui/state/screens.ts';
import { topScreen } from '../../source/tui/state/state.ts';
import { view } from '../../source/tui/view/view.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { type Session, session } from './session.ts';

const rows = (reader: Session) => view(reader.state()).rows;
const shown = (reader: Session) => rows(reader).map(rowText).join('\n');
const footer = (reader: Session) => rowText(rows(reader).at(-1)!);
const help = (reader: Session) => topScreen(reader.state()) as HelpScreen;
/** The texts of the current match. */
const reversed = (reader: Session) =>
  rows(reader)
    .slice(1, -1)
    .flatMap((row) => row.flatMap(({ text, style }) => (style === 'current' ? [text] : [])));
/** The row of the current match on screen. */
const current = (reader: Session) =>
  rows(reader)
    .slice(1, -1)
    .filter((row) => row.some(({ style }) => style === 'current'))
    .map(rowText)
    .join('\n');

function opened(change: Parameters<typeof session>[1] = {}): Session {
  const reader = session(undefined, change);
  reader.type('?');
  return reader;
}

describe('searching the help', () => {
  test('says above the keys that it can be searched, and that keys work with the Hangul IME on', () => {
    expect(shown(opened())).toMatch(/한글 입력 상태에서도[\s\S]*\/: 이 도움말에서 찾기/);
    expect(shown(opened({ language: 'en' }))).toMatch(/Hangul IME[\s\S]*\/ searches this help/);
  });

  test('brings a match into sight while typing, marks it and counts it', () => {
    const reader = opened();
    expect(shown(reader)).not.toContain('북마크의 메모와 태그');
    reader.type('/메모');
    expect(reversed(reader)).toEqual(['메모']);
    expect(current(reader)).toMatch(/^ +e +북마크의 메모와 태그/);
    expect(footer(reader)).toMatch(/1\/\d+\s*$/);
  });

  test('begins at the first match from the top of the screen on, each time that / is pressed', () => {
    const reader = opened();
    const number = () => Number(/ (\d+)\/\d+ /.exec(footer(reader))?.[1]);
    reader.type('/섹션\rN/\x15섹션');
    expect(number()).toBeGreaterThan(1);
    reader.type('\rg/\x15섹션');
    expect(number()).toBe(1);
  });

  test.each([
    ['as it is written', '소리 내어'],
    ['by choseong', 'ㅅㄹㄴㅇㅇㄱ'],
    ['in the letters of the Latin layout', 'thfl'],
  ])('finds a Korean word %s', (_, query) => {
    const reader = opened();
    reader.type(`/${query}`);
    expect(current(reader)).toMatch(/^ +P +소리 내어/);
  });

  test.each([
    ['as it is written', 'aloud'],
    ['in the letters that the Hangul IME makes of it', latinToHangul('aloud')],
  ])('finds an English word %s', (_, query) => {
    const reader = opened({ language: 'en' });
    reader.type(`/${query}`);
    expect(current(reader)).toMatch(/^ +P +read aloud/);
  });

  test('finds a key by its name', () => {
    const reader = opened();
    reader.type('/ctrl-z');
    expect(current(reader)).toContain('잠시 멈추고 셸로');
  });

  test('goes through the matches by n and N, also with the Hangul IME, and around the ends', () => {
    const reader = opened();
    reader.type('/북마크\r');
    const [, all] = footer(reader).match(/1\/(\d+)/)!;
    expect(Number(all)).toBeGreaterThan(3);
    expect(footer(reader)).toMatch(/n 다음 찾은 곳 .*N 이전 찾은 곳/);
    reader.type('n');
    expect(footer(reader)).toContain(`2/${all}`);
    reader.type(latinToHangul('n'));
    expect(footer(reader)).toContain(`3/${all}`);
    reader.type('#');
    expect(footer(reader)).toContain(`2/${all}`);
    reader.type('2N');
    expect(footer(reader)).toContain(`${all}/${all}`);
    reader.type('n');
    expect(footer(reader)).toContain(`1/${all}`);
    expect(reversed(reader)).toEqual(['북마크']);
  });

  test('keeps the place at the first Esc, is dropped at the second, and the third leaves the help', () => {
    const reader = opened();
    reader.type('/낱말');
    const { top } = help(reader);
    expect(top).toBeGreaterThan(0);
    reader.type('\x1b');
    expect(help(reader)).toMatchObject({ top, search: { typing: false } });
    reader.type('\x1b');
    expect(help(reader)).toMatchObject({ top, search: null });
    expect(reversed(reader)).toEqual([]);
    reader.type('\x1b');
    expect(topScreen(reader.state()).kind).toBe('headlines');
  });

  test('has a notice without matches, and goes back to its beginning when the query is deleted', () => {
    const reader = opened();
    reader.type('/zzzz');
    expect(footer(reader)).toContain('0/0');
    reader.type('\r');
    expect(reader.state().notice?.key).toBe('notice.no-match');
    reader.type('/\x15낱말');
    expect(help(reader).top).toBeGreaterThan(0);
    reader.type('\x15\r');
    expect(help(reader)).toMatchObject({ top: 0, search: null });
  });

  test('marks what it finds in either column of a wide screen', () => {
    const reader = opened({ size: { columns: 140, rows: 60 } });
    for (const query of ['아래로', '본문']) {
      reader.type(`/\x15${query}`);
      expect(reversed(reader)).toEqual([query]);
      const marked = rows(reader)
        .slice(3)
        .flatMap((row) => row.filter(({ style }) => style === 'match' || style === 'current'));
      expect(marked.every(({ text }) => text === query)).toBe(true);
      const told = rows(reader).slice(3, -1).map(rowText).join('\n');
      expect(marked).toHaveLength(told.split(query).length - 1);
    }
  });

  test('is left by ? at once', () => {
    const reader = opened();
    reader.type('/북마크\r?');
    expect(topScreen(reader.state()).kind).toBe('headlines');
  });
});
