import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BIN, emptyHome, runProgram } from '../support/program/program.ts';
import { Terminal } from '../support/terminal/terminal.ts';
import { until } from '../support/until.ts';

/** Any control sequence or control character but the ends of lines: nothing is moved, coloured or erased. */
const CONTROLS = /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

test.each([
  ['--plain', { TERM: 'xterm-256color' }, ['--plain']],
  ['a terminal that only prints', { TERM: 'dumb' }, []],
  ['a screen reader', { ACCESSIBLE: '1' }, []],
])('%s is driven by words from list to quit, and nothing moves the cursor', async (_, env, args) => {
  const home = await emptyHome();
  const terminal = new Terminal(process.execPath, [BIN, '--demo', 'politics', ...args], {
    rows: 400,
    columns: 120,
    env: { DONGA_TUI_HOME: home, ...env },
  });
  const answered = async (line: string, what: string | RegExp): Promise<void> => {
    terminal.press(`${line}\r`);
    await terminal.shows(what);
  };
  await terminal.shows(/정치 섹션, 기사 \d+건/);
  await terminal.shows('명령:');
  await answered('열기 2', '2번 기사 끝');
  await answered('북마크', '북마크했습니다');
  await answered('찾기 금리', /‘금리’ 찾기 결과 \d+건/);
  await answered('ahrfhr', /1\. /);
  await answered('북마크 목록', '북마크 1건.');
  terminal.press('끝\r');
  expect(await terminal.exits()).toBe(0);
  expect(terminal.written).not.toMatch(CONTROLS);
  expect(terminal.alternate()).toBe(false);
});

test('it reads its commands from a pipe too, and ends with it', async () => {
  const { status, stdout, stderr } = await runProgram(['--plain', '--demo', '--lang', 'en'], {
    env: { DONGA_TUI_HOME: await emptyHome() },
    input: 'open 1\nsearch 금리\nserch\n',
  });
  expect(status).toBe(0);
  expect(stderr).toBe('');
  expect(stdout).toContain('End of article 1.');
  expect(stdout).toMatch(/\d+ found for 금리/);
  expect(stdout).toContain('Did you mean search?');
  expect(stdout).not.toMatch(CONTROLS);
});

test('headlines are numbered sentences, and an article is the text for a voice', async () => {
  const env = { DONGA_TUI_HOME: await emptyHome() };
  const list = await runProgram(['headlines', '--demo', '--plain', '--limit', '3'], { env });
  expect(list.stdout.trimEnd().split('\n')).toEqual(
    [1, 2, 3].map((n) => expect.stringMatching(new RegExp(`^${n}\\. .+\\.$`))),
  );
  const read = await runProgram(['read', '139074720', '--demo', '--plain'], { env });
  expect(read.stdout).toContain('사진 설명, ');
  expect(read.stdout).not.toMatch(/https?:|[%℃㎡│─┃●[\]\u3400-\u9fff]/);
});

test('P makes the system’s voice read an article in the full screen, and the voice ends with the program', async () => {
  const home = await emptyHome();
  const env = { DONGA_TUI_HOME: home, SAID: join(home, 'said.txt'), VOICE_PID: join(home, 'pid') };
  const voice = 'cat > "$SAID"; sleep 600 & echo $! > "$VOICE_PID"; wait';
  expect((await runProgram(['config', 'set', 'voice', voice], { env })).status).toBe(0);
  const terminal = new Terminal(process.execPath, [BIN, '--demo', 'politics'], { env });
  await terminal.shows(/▌\s*•/);
  terminal.press('P');
  await terminal.shows('소리 내어 읽습니다');
  const pid = await until(() => {
    const written = Number(readFileSync(env.VOICE_PID, 'utf8'));
    expect(written).toBeGreaterThan(0);
    return written;
  });
  expect(readFileSync(env.SAID, 'utf8')).toMatch(/^정치/);
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
  await until(() => expect(() => process.kill(pid, 0)).toThrow());
});

test('p lends the terminal to a command, which gets the article without any of it in the shell’s text', async () => {
  const home = await emptyHome();
  const env = { DONGA_TUI_HOME: home, SAID: join(home, 'said.txt') };
  const terminal = new Terminal(process.execPath, [BIN, '--demo', 'politics'], { env });
  await terminal.shows(/▌\s*•/);
  terminal.press('p');
  await terminal.shows('명령:');
  terminal.press('cat > "$SAID"; echo "<$DONGA_LINK>"; test -t 1 && exit 3\r');
  await terminal.shows('Enter를 누르면');
  expect(terminal.alternate()).toBe(false);
  expect(terminal.text()).toMatch(/<https?:\/\/[^>]+>/);
  terminal.press('\r');
  await terminal.shows(() => terminal.alternate() && terminal.text().includes('오류로 끝났습니다'));
  expect(readFileSync(env.SAID, 'utf8')).toMatch(/^정치/);
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
});
