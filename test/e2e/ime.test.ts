import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KEYS } from '../../source/tui/keys.ts';
import { BIN, emptyHome } from '../support/program.ts';
import { type Site, startSite } from '../support/site.ts';
import { Terminal } from '../support/terminal.ts';

// The keys as the Hangul IME delivers them: jamo and syllables, one or many in a chunk, composed or not.

let site: Site;
let home: string;
let terminal: Terminal;

const row = (): string => terminal.rows().find((each) => each.startsWith('▌')) ?? '';
const top = (): string => terminal.rows()[0] ?? '';
/** The number of the selected row among the list's. */
const at = (): number => terminal.rows().findIndex((each) => each.startsWith('▌'));
const selects = (wanted: number) => terminal.shows(() => at() === wanted);

beforeAll(async () => {
  site = await startSite();
  home = await emptyHome();
  terminal = new Terminal(process.execPath, [BIN, 'economy'], {
    columns: 100,
    rows: 30,
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, BROWSER: 'true' },
  });
  await terminal.shows('한국은행');
  await terminal.shows((screen) => !screen.includes('받는 중'));
});
afterAll(async () => {
  terminal.kill();
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe('with the Hangul IME on', () => {
  test('ㅓ goes down, and a hint says once that the IME is on', async () => {
    terminal.press('ㅓ');
    await selects(3);
    await terminal.shows('한글 입력 상태');
  });

  test('ㅏ goes up; ㅓㅓㅓ, three at once, goes down three', async () => {
    terminal.press('ㅏ');
    await selects(2);
    terminal.press('ㅓㅓㅓ');
    await selects(5);
  });

  test('syllables are the keys they were typed with: ㅎ허 is g, g, j; decomposed too', async () => {
    terminal.press('ㅎ허');
    await selects(3);
    terminal.press('\u1112\u1165'); // 허, decomposed: g, j
    await selects(3);
    terminal.press('3ㅓ');
    await selects(6);
  });

  test('거 refreshes (r) and goes down (j)', async () => {
    const before = site.requests.length;
    terminal.press('거');
    await selects(7);
    await expect.poll(() => site.requests.length).toBeGreaterThan(before);
    terminal.press('ㅎ');
    await selects(2);
  });

  test('ㅠ bookmarks, ㅕ undoes', async () => {
    terminal.press('ㅠ');
    await terminal.shows(() => row().includes('★'));
    terminal.press('ㅕ');
    await terminal.shows(() => !row().includes('★'));
  });

  test('ㅡ marks read and unread', async () => {
    terminal.press('ㅡ');
    await terminal.shows(() => !row().includes('•'));
    terminal.press('ㅡ');
    await terminal.shows(() => row().includes('•'));
  });

  test('ㅣ opens, ㅗ goes back to the same row', async () => {
    terminal.press('ㅓㅓ');
    await selects(4);
    terminal.press('ㅣ');
    await terminal.shows(() => top().includes('%'));
    terminal.press('ㅗ');
    await selects(4);
  });

  test('in an article ㅜ is the next one, and # the previous', async () => {
    terminal.press('ㅎㅣ');
    await terminal.shows('금융통화위원회');
    terminal.press('ㅜ');
    await terminal.shows((screen) => !screen.includes('금융통화위원회'));
    terminal.press('#');
    await terminal.shows('금융통화위원회');
    terminal.press('ㅗ');
    await selects(2);
  });

  test('ㅛ copies the link, ㅐ opens it in the browser', async () => {
    terminal.press('ㅛ');
    await terminal.shows('링크를 복사했습니다');
    expect(terminal.written).toContain('\x1b]52;c;');
    terminal.press('ㅐ');
    await terminal.shows('브라우저에서 열었습니다');
  });

  test('ㄴ chooses a section by its name, typed as it is', async () => {
    terminal.press('ㄴ');
    await terminal.shows('섹션 고르기');
    terminal.press('문화\r');
    await terminal.shows('국립극장');
  });

  test('ㄲ refreshes all sections', async () => {
    const before = site.requests.length;
    terminal.press('ㄲ');
    await expect.poll(() => site.requests.length).toBeGreaterThan(before + 5);
    await terminal.shows((screen) => !screen.includes('받는 중'));
  });

  test('the twins stand in for capitals: End for G, * for B, ! for A, = for H', async () => {
    terminal.press('\x1b[F');
    await terminal.shows('나전칠기');
    terminal.press('ㅎ');
    await selects(2);
    terminal.press('*');
    await terminal.shows('북마크가 없습니다');
    terminal.press('\x1b');
    await terminal.shows('국립극장');
    terminal.press('!');
    await terminal.shows('읽음으로 표시했습니다');
    await terminal.shows((screen) => !screen.includes('•'));
    terminal.press('ㅕ');
    await terminal.shows('•');
    terminal.press('=');
    await terminal.shows('한자를 풀어');
    terminal.press('=');
    await terminal.shows('한자를 그대로');
  });

  test('/ searches, and ㅂ leaves', async () => {
    terminal.press('/');
    await terminal.shows('찾기:');
    terminal.press('ㄱㅈㄱㄹ\r');
    await terminal.shows('기준금리');
    terminal.press('ㅂ');
    await terminal.shows('국립극장');
    terminal.press('ㅂ');
    expect(await terminal.exits()).toBe(0);
  });
});

test('every command has a key that the IME lets through', () => {
  const jamo = new Set('qwertyuiopasdfghjklzxcvbnmQWERTOP');
  for (const { action, keys, contexts } of KEYS) {
    if ((contexts as readonly string[]).includes('typing')) continue;
    expect(
      keys.some((key: string) => jamo.has(key) || !/^[A-Z]$/.test(key)),
      action,
    ).toBe(true);
  }
});
