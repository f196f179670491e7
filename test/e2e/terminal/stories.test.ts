import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIN, emptyHome, removeHome, runProgram } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

let site: Site;
let home: string;
let terminal: Terminal;

beforeAll(async () => {
  site = await startSite();
  home = await emptyHome();
  const env = { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin };
  await runProgram(['sync'], { env });
  await runProgram(['story', '139073020'], { env });
  terminal = new Terminal(process.execPath, [BIN, 'total'], { columns: 80, rows: 24, env });
});
afterAll(async () => {
  await terminal.end();
  await site.close();
  await removeHome(home);
});

const FOLDED = / \+1\s*$/m;
const lines = (): string[] => terminal.rows().filter((row) => /^[▌ ][• ]/.test(row) && /\d\d:\d\d/.test(row));

async function press(keys: string, shown: string | RegExp): Promise<void> {
  terminal.press(keys);
  await terminal.shows((screen) => (typeof shown === 'string' ? screen.includes(shown) : shown.test(screen)));
}

/** Selects the first folded headline, on whichever page it is. */
async function selectFolded(): Promise<void> {
  // The place in the list is drawn last, below the rows.
  const place = (): string | undefined => /\d+\/\d+ *$/.exec(terminal.rows().at(-1)!)?.[0];
  for (let page = 0; page < 20 && !FOLDED.test(terminal.text()); page += 1) {
    const before = place();
    terminal.press(' ');
    await terminal.shows(() => place() !== undefined && place() !== before);
  }
  const selected = lines().findIndex((row) => row.startsWith('▌'));
  const wanted = lines().findIndex((row) => FOLDED.test(row));
  const by = wanted - selected;
  if (by !== 0) terminal.press(`${Math.abs(by)}${by > 0 ? 'ㅓ' : 'ㅏ'}`);
  await terminal.shows(() => lines().some((row) => row.startsWith('▌') && FOLDED.test(row)));
}

test('a story is unfolded, taken apart, followed and opened as a timeline, with the Hangul IME on', async () => {
  await terminal.shows('전체기사');
  await terminal.shows((screen) => lines().length > 3 && !screen.includes('받는 중'));
  await selectFolded();
  await press('ㅌ', '└ ');
  await press('ㅌ', FOLDED);
  expect(terminal.text()).not.toContain('└ ');
  await press('ㅉ', '같은 소식에서 뺐습니다');
  expect(terminal.text()).not.toMatch(FOLDED);
  await press('ㅕ', FOLDED);
  await press('W', '같은 소식에서 뺐습니다');
  await press('u', FOLDED);
  await press('x', '└ ');
  await press('x', FOLDED);
  await press('ㅁ', /’ 소식: 따라 읽습니다|무엇을 따라 읽을까요/);
  if (terminal.text().includes('무엇을')) await press('1', '따라 읽습니다');
  // The reporters are known once the page has come.
  await press('ㅣ', ' 기자 ');
  await press('ㅌ', '같은 보도를 모은 것으로');
  expect(lines()).toHaveLength(2);
  await press('ㅌ', /\d% *$/m);
  await press('ㅁ', '무엇을 따라 읽을까요');
  await press('ㅂ', /\d% *$/m);
  await press('ㅗ', FOLDED);
  await press('s관심\r', / 관심 /);
  await terminal.shows(() => lines().length > 0);
});
