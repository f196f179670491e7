import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Language, type MessageKey, say } from '../../source/messages/index.ts';
import { BIN, emptyHome } from '../support/program/program.ts';
import { startSite } from '../support/site/site.ts';
import { Terminal } from '../support/terminal/terminal.ts';

test('headlines take one line each on a terminal of 80 columns', async () => {
  const home = await emptyHome();
  const terminal = new Terminal(process.execPath, [BIN, 'headlines', '--demo', '--limit', '6'], {
    env: { DONGA_TUI_HOME: home },
  });
  expect(await terminal.exits()).toBe(0);
  const lines = terminal.written.trimEnd().split('\r\n');
  expect(lines).toHaveLength(6);
  for (const line of lines) expect(line).toMatch(/ \d{9}$/);
});

test('an article longer than the screen goes through the pager that PAGER names', async () => {
  const home = await emptyHome();
  const file = join(home, 'paged');
  const terminal = new Terminal(process.execPath, [BIN, 'read', '139074720', '--demo'], {
    rows: 10,
    env: { DONGA_TUI_HOME: home, PAGER: `cat > ${file}` },
  });
  expect(await terminal.exits()).toBe(0);
  expect(terminal.written).toBe('');
  expect(readFileSync(file, 'utf8').split('\n').length).toBeGreaterThan(10);
});

test('an article is printed if the pager cannot be started', async () => {
  const home = await emptyHome();
  const terminal = new Terminal(process.execPath, [BIN, 'read', '139074720', '--demo'], {
    rows: 10,
    env: { DONGA_TUI_HOME: home, PAGER: 'no-such-pager-here' },
  });
  expect(await terminal.exits()).toBe(0);
  expect(terminal.written.split('\r\n').length).toBeGreaterThan(10);
});

test('doctor prints the terminal’s answers, and waits only a moment for a silent one', async () => {
  const home = await emptyHome();
  const env = { DONGA_TUI_HOME: home, LANG: 'ko_KR.UTF-8' };
  const says = { version: 'foot(1.18.1)', attributes: '62;4;52', cell: [10, 20] } as const;
  const answering = new Terminal(process.execPath, [BIN, 'doctor'], { env, says, columns: 120, rows: 50 });
  expect(await answering.exits()).toBe(0);
  const told = answering.text();
  expect(told).toMatch(/terminalVersion +foot\(1\.18\.1\)/);
  expect(told).toMatch(/ambiguousWidth +1/);
  expect(told).toMatch(/images +sixel/);
  expect(told).toMatch(/osc52 +yes/);
  expect(told).toMatch(/integrity +ok/);
  const silent = new Terminal(process.execPath, [BIN, 'doctor'], {
    env,
    says: 'silent',
    columns: 120,
    rows: 50,
  });
  expect(await silent.exits()).toBe(0);
  expect(silent.text()).toContain('터미널이 물음에 답하지 않았습니다');
});

test.each([
  ['SIGINT', (terminal: Terminal) => terminal.press('\x03')],
  ['SIGTERM', (terminal: Terminal) => terminal.kill('SIGTERM')],
])('one %s ends a sync that waits for a server, and gives the cursor back', async (_, send) => {
  const site = await startSite();
  site.set('/economy.xml', () => undefined);
  const terminal = new Terminal(process.execPath, [BIN, 'sync', 'economy', 'politics'], {
    env: { DONGA_TUI_HOME: await emptyHome(), DONGA_TUI_FEEDS: site.origin },
  });
  await terminal.shows('1/2');
  send(terminal);
  await terminal.exits();
  expect(terminal.written.lastIndexOf('\x1b[?25h')).toBeGreaterThan(
    terminal.written.lastIndexOf('\x1b[?25l'),
  );
  expect(terminal.written.lastIndexOf('\x1b[?7h')).toBeGreaterThan(terminal.written.lastIndexOf('\x1b[?7l'));
  await site.close();
});

test('an empty list says on a terminal how to add to it, and nothing in a pipe', async () => {
  const home = await emptyHome();
  const env = { DONGA_TUI_HOME: home, NODE: process.execPath, BIN };
  const all = ['watch', 'mute --demo', 'follow', 'bookmarks --lang en', 'search 없는말 --demo'];
  const line = all.map((command) => `"$NODE" "$BIN" ${command}; "$NODE" "$BIN" ${command} | cat`).join('; ');
  const terminal = new Terminal('sh', ['-c', `${line}; "$NODE" "$BIN" stats`], {
    env,
    columns: 120,
    rows: 30,
  });
  expect(await terminal.exits()).toBe(0);
  const told = (key: MessageKey, command: string, language: Language = 'ko') =>
    `donga-tui: ${say(language, key, { command })}`;
  expect(terminal.rows().filter((row) => row !== '')).toEqual([
    told('list.empty', 'watch add 금리'),
    told('list.empty', 'mute add 금리 --demo'),
    told('list.empty', 'follow add reporter:이름'),
    told('list.empty', 'bookmarks add https://…', 'en'),
    told('search.none', ''),
    say('ko', 'stats.nothing'),
  ]);
});
