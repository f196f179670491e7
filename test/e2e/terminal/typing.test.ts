import { afterEach, beforeEach, expect, test } from 'vitest';
import { cellWidth } from '../../../source/korean/cells.ts';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

// The IME draws the syllable being composed at the real cursor: it has to be at the caret, cell for cell.

let home: string;
let terminal: Terminal;
const NAME = '찾기: ';

async function search(columns: number): Promise<void> {
  terminal = new Terminal(process.execPath, [BIN, '--demo'], {
    columns,
    rows: 24,
    env: { DONGA_TUI_HOME: home },
  });
  await terminal.shows('연준');
  terminal.press('/');
  await terminal.shows(NAME.trim());
}

/** The cursor stands behind so much of the box's text. */
async function caretBehind(text: string): Promise<void> {
  const x = cellWidth(NAME + text);
  await terminal.shows(
    () => terminal.cursor().x === x && terminal.rows()[terminal.cursor().y]!.startsWith(NAME.trim()),
  );
}

beforeEach(async () => {
  home = await emptyHome();
});
afterEach(async () => {
  await terminal.end();
  await removeHome(home);
});

test('syllable by syllable the cursor stands where the next one will be composed', async () => {
  await search(80);
  await caretBehind('');
  let typed = '';
  for (const syllable of ['한', '국', '은', '행', ' ', 'a', '금']) {
    terminal.press(syllable);
    typed += syllable;
    await caretBehind(typed);
    expect(terminal.rows()[terminal.cursor().y]).toContain(`${NAME}${typed}`.trimEnd());
  }
});

test('jamo by jamo the cursor stands behind each', async () => {
  await search(80);
  let typed = '';
  for (const jamo of 'ㅎㅏㄴㄱㅜㄱ') {
    terminal.press(jamo);
    typed += jamo;
    await caretBehind(typed);
    expect(terminal.rows()[terminal.cursor().y]).toContain(`${NAME}${typed}`);
  }
});

test('decomposed syllables are put together, and one is taken away at a time', async () => {
  await search(80);
  terminal.press('\u1112\u1161\u11ab\u1100\u116e\u11a8');
  await terminal.shows(`${NAME}한국`);
  await caretBehind('한국');
  terminal.press('\x7f');
  await caretBehind('한');
});

test('the cursor is seen while text is entered, and only then', async () => {
  await search(80);
  await terminal.shows(() => terminal.cursorVisible());
  terminal.press('은');
  await caretBehind('은');
  expect(terminal.cursorVisible()).toBe(true);
  terminal.press('\x1b');
  await terminal.shows(() => !terminal.cursorVisible());
  terminal.press('s');
  await terminal.shows(() => terminal.cursorVisible());
  terminal.press('\x1b');
  await terminal.shows(() => !terminal.cursorVisible());
});

test('the line is edited as in a shell', async () => {
  await search(80);
  terminal.press('한국은행 금리');
  await caretBehind('한국은행 금리');
  terminal.press('\x1b[D');
  await caretBehind('한국은행 금');
  terminal.press('\x01');
  await caretBehind('');
  terminal.press('\x05\x7f');
  await caretBehind('한국은행 금');
  terminal.press('\x17');
  await caretBehind('한국은행 ');
  terminal.press('\x1b[D\x1b[D\x0b');
  await terminal.shows((screen) => /찾기: 한국은(?!행)/.test(screen));
  await caretBehind('한국은');
  terminal.press('\x1b[H\x1b[3~');
  await terminal.shows(/찾기: 국은/);
  await caretBehind('');
  terminal.press('한\x1b[C');
  await terminal.shows(/찾기: 한국은/);
  await caretBehind('한국');
  terminal.press('\x15');
  await terminal.shows(/찾기: 은/);
  await caretBehind('');
});

test('a pasted text becomes one line', async () => {
  await search(80);
  terminal.press('\x1b[200~반도체\n수출\x1b[201~');
  await terminal.shows(`${NAME}반도체 수출`);
  await caretBehind('반도체 수출');
  terminal.press('\x1b[D\x1b[200~\r\n올\x1b[201~');
  await terminal.shows(`${NAME}반도체 수 올출`);
  await caretBehind('반도체 수 올');
});

test('a text longer than its box scrolls, the cursor still in it', async () => {
  await search(34);
  terminal.press('한국은행기준금리동결물가와집값');
  await terminal.shows('집값');
  expect(terminal.cursor().x).toBeLessThan(34);
  const line = terminal.rows()[terminal.cursor().y]!;
  expect(cellWidth(line.slice(0, line.indexOf('집값') + 2))).toBe(terminal.cursor().x);
  terminal.press('\x01');
  await caretBehind('');
  await terminal.shows(`${NAME}한국은행`);
  terminal.press('\x1b[C\x1b[C');
  await caretBehind('한국');
});
