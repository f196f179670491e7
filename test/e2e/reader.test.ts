import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome, runProgram } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';
import { Terminal } from '../support/terminal/terminal.ts';

const NO_TICKS = new URL('../support/program/no-ticks.ts', import.meta.url).href;

let site: Site;
let home: string;
let terminal: Terminal;

const start = (size: { columns?: number; rows?: number } = {}, args: readonly string[] = []): Terminal => {
  terminal = new Terminal(process.execPath, [BIN, ...args], {
    ...size,
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
  });
  return terminal;
};

const quit = async (): Promise<void> => {
  terminal.press('\x03');
  expect(await terminal.exits()).toBe(0);
};

beforeEach(async () => {
  site = await startSite();
  home = await emptyHome();
});
afterEach(async () => {
  await terminal.end();
  await site.close();
  await removeHome(home);
});

describe('a reader on a terminal', () => {
  test('opens an article whole, bookmarks it, is killed, and finds all of it again with no server', async () => {
    start({ columns: 100, rows: 40 }, ['politics']);
    await terminal.shows('정치');
    expect(terminal.alternate()).toBe(true);
    // The first headline, selected as soon as the feed has come.
    await terminal.shows('▌');
    const title = terminal
      .rows()
      .find((row) => row.startsWith('▌'))!
      .slice(16);
    terminal.press('\r');
    await terminal.shows(/무단 전재|입력/);
    terminal.press('b');
    await terminal.shows('북마크했습니다');
    terminal.press('\x1b');
    await terminal.shows('▌');
    terminal.kill('SIGKILL');
    await terminal.exits();
    await site.close();

    start({ columns: 100, rows: 40 }, ['politics']);
    await terminal.shows(title.slice(0, 10));
    terminal.press('*');
    await terminal.shows('북마크 1');
    terminal.press('\r');
    await terminal.shows(/무단 전재|입력/);
    await quit();
    site = await startSite();
  });

  test('is given the terminal back as it was', async () => {
    start();
    await terminal.shows('정치');
    await quit();
    expect(terminal.alternate()).toBe(false);
    expect(terminal.written).toContain('\x1b[?25h');
  });

  test('sees at the next key what another one bookmarks meanwhile', async () => {
    terminal = new Terminal(process.execPath, ['--import', NO_TICKS, BIN, 'economy'], {
      columns: 100,
      env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
    });
    await terminal.shows((screen) => /▌.*금리/.test(screen) && !screen.includes('받는 중'));
    const env = { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin };
    const listed = await runProgram(['headlines', 'economy', '--json', '--limit', '5'], { env });
    const ids: string[] = JSON.parse(listed.stdout).map(({ id }: { id: string }) => id);
    const stars = () => terminal.text().split('★').length - 1;
    for (const [at, id] of ids.slice(1, 4).entries()) {
      expect((await runProgram(['bookmarks', 'add', id], { env })).status).toBe(0);
      terminal.press('j');
      await expect.poll(stars).toBe(at + 1);
    }
    await quit();
  });
});
