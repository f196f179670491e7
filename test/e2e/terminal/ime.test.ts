import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Action, KEYS } from '../../../source/tui/input/keys.ts';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

// Every command as the Hangul IME delivers it: jamo and syllables, one or many in a chunk, composed or not,
// and the keys that it lets through. One run of the reader for all tables.

let site: Site;
let home: string;
let terminal: Terminal;

const HINT = '한글 입력 상태';
const row = (): string => terminal.rows().find((each) => each.startsWith('▌')) ?? '';
const top = (): string => terminal.rows()[0] ?? '';
/** The row of the selected headline on screen; the rules between days do not count. */
const at = (): number =>
  terminal
    .rows()
    .filter((each) => !/^─ .+ ─+$/.test(each.trimEnd()))
    .findIndex((each) => each.startsWith('▌'));
/** The headlines on screen that are marked read. */
const read = (): string[] => terminal.rows().filter((each) => /^[▌ ] {3} ?\d\d:\d\d/.test(each));
const shows = (text: string): boolean => terminal.text().includes(text);
/** The link of an article that is selected. */
const link = (): string => /▌ (.*)/.exec(terminal.text())?.[1] ?? '';

interface Before {
  readonly at: number;
  readonly asked: number;
  readonly written: number;
  readonly screen: string;
}

interface Press {
  readonly chunk: string;
  /** The commands that this proves. */
  readonly does: readonly Action[];
  readonly shows: (before: Before) => boolean;
}

const press = (chunk: string, does: readonly Action[], effect: Press['shows']): Press => ({
  chunk,
  does,
  shows: effect,
});
const moves = (chunk: string, does: readonly Action[], by: number): Press =>
  press(chunk, does, (before) => at() === before.at + by);
const selects = (chunk: string, does: readonly Action[], wanted: number): Press =>
  press(chunk, does, () => at() === wanted);
const writes =
  (...sequences: string[]): Press['shows'] =>
  ({ written }) =>
    sequences.every((each) => terminal.written.slice(written).includes(each)) && at() > 0;

const SESSION: Readonly<Record<string, readonly Press[]>> = {
  'ㅓ goes down, and a hint says that the IME is on': [
    press('ㅓ', ['down'], () => at() === 3 && shows(HINT)),
  ],
  'many at once are as many': [moves('ㅏ', ['up'], -1), moves('ㅓㅓㅓ', ['down'], 3)],
  'a syllable is the keys it was typed with: ㅎ허 is g, g, j; decomposed too': [
    selects('ㅎ허', ['first', 'down'], 3),
    moves('ㅓ', ['down'], 1),
    selects('\u1112\u1165', ['first', 'down'], 3),
    moves('3ㅓ', ['down'], 3),
    moves('ㅁㅏ', ['up'], -1),
  ],
  'a key that means nothing does nothing: ㅃ is Q': [moves('ㅃㅓ', ['down'], 1)],
  'all other ways to move are let through': [
    selects('ㅎ', ['first'], 2),
    press('\x04', ['half-down'], (before) => at() > before.at),
    selects('\x15', ['half-up'], 2),
    press(' ', ['page-down'], (before) => terminal.text() !== before.screen),
    selects('\x1b[5~', ['page-up'], 2),
    press('\x1b[F', ['last'], (before) => terminal.text() !== before.screen && at() > 2),
    selects('\x1b[H', ['first'], 2),
    moves('.', ['next-unread'], 1),
  ],
  '거 refreshes (r) and goes down (j); ㄲ refreshes all': [
    press('거', ['refresh', 'down'], (before) => site.requests.length > before.asked && at() === 4),
    press('ㄲ', ['refresh-all'], (before) => site.requests.length > before.asked + 5 && !shows('받는 중')),
  ],
  'ㅠ bookmarks, ㅕ undoes': [
    press('ㅠ', ['bookmark'], () => row().includes('★')),
    press('ㅕ', ['undo'], () => !row().includes('★')),
  ],
  'the hint was shown once': [
    press('ㅏ', ['up'], ({ written }) => at() === 3 && !terminal.written.slice(written).includes(HINT)),
  ],
  'ㅡ marks read and unread': [
    press('ㅡ', ['toggle-read'], () => !row().includes('•')),
    press('ㅡ', ['toggle-read'], () => row().includes('•')),
  ],
  'ㅣ opens, ㅗ goes back to the same row': [
    press('ㅓㅣ', ['down', 'open'], () => top().includes('%')),
    selects('ㅗ', ['back'], 4),
  ],
  'in an article ㅜ is the next one, # the previous; Tab walks its links': [
    press('ㅎㅣ', ['first', 'open'], () => shows('네 번째 멈춤')),
    press('ㅜ', ['next'], () => top().includes('%') && !shows('금융통화위원회')),
    press('#', ['previous'], () => shows('네 번째 멈춤')),
    // The link in the text comes before related articles and those of 지금 뜨는 뉴스.
    press('\t', ['next-link'], () => link().includes('점포')),
    press('\t', [], () => link() !== '' && !link().includes('점포')),
    press('\x1b[Z', ['previous-link'], () => link().includes('점포')),
    selects('ㅗ', ['back'], 2),
  ],
  'in an article ㅅ and ㅆ walk the subheads, ㄹ numbers what can be gone to': [
    press('ㅎㅣ', ['open'], () => top().includes('%')),
    press('ㅎ', ['first'], () => shows('네 번째 멈춤') && top().includes(' 0%')),
    press('ㅅ', ['next-subhead'], () => terminal.rows()[2]!.includes('●')),
    press('ㅅ', ['next-subhead'], (before) => terminal.text() !== before.screen),
    press('ㅆ', ['previous-subhead'], (before) => terminal.text() !== before.screen),
    press('ㅎ', ['first'], () => top().includes(' 0%')),
    press('ㄹ', ['follow'], () => shows('[1]')),
    press('\x1b', [], () => !shows('[1]')),
    selects('ㅗ', ['back'], 2),
  ],
  'ㅛ copies the link, ㅐ opens it in the browser': [
    press(
      'ㅛ',
      ['copy'],
      ({ written }) => shows('보냈습니다') && terminal.written.slice(written).includes('\x1b]52;c;'),
    ),
    press('ㅐ', ['browser'], () => shows('브라우저에서 열었습니다')),
  ],
  'ㄴ chooses a section by its name, typed as it is; Tab and brackets walk them': [
    press('ㄴ', ['sections'], () => shows('섹션 고르기')),
    press('문화\r', [], () => shows('국립극장')),
    press('\t', ['next-section'], () => at() > 0 && !shows('국립극장')),
    press('\x1b[Z', ['previous-section'], () => shows('국립극장')),
    press(']', ['next-section'], () => at() > 0 && !shows('국립극장')),
    press('[', ['previous-section'], () => shows('국립극장')),
  ],
  'twins stand in for capitals: End for G, * for B, ! for A, = for H': [
    press('\x1b[F', ['last'], () => shows('나전칠기')),
    selects('ㅎ', ['first'], 2),
    press('*', ['bookmarks'], () => shows('북마크가 없습니다')),
    press('\x1b', ['back'], () => shows('국립극장')),
    press('!', ['mark-all'], () => shows('읽음으로 표시했습니다') && !shows('•')),
    press('ㅕ', ['undo'], () => shows('•')),
    press('=', ['hanja'], () => shows('한자를 풀어')),
    press('=', ['hanja'], () => shows('한자를 그대로')),
  ],
  ': shows the unread only, or all': [
    press('ㅡㅓ', ['toggle-read', 'down'], (before) => at() === before.at + 1 && read().length === 1),
    press(':', ['unread-only'], () => top().includes('안 읽은 것만') && read().length === 0),
    press(':', ['unread-only'], () => !top().includes('안 읽은 것만') && read().length === 1),
  ],
  '/ searches, ㅜ and # walk what was found, ㅂ leaves it': [
    press('/', ['search'], () => shows('찾기:')),
    press('ㅊㅈ\r', [], () => shows('겨울 축제') && !shows('국립극장') && at() > 0),
    moves('ㅜ', ['next'], 1),
    moves('#', ['previous'], -1),
    press('ㅂ', ['leave'], () => shows('국립극장')),
  ],
  'ㅈ watches what was searched for, and no longer; - shows what is muted': [
    press('/축제\r', [], () => shows('겨울 축제') && !shows('국립극장') && at() > 0),
    press('ㅈ', ['watch'], () => shows('‘축제’: 눈여겨봅니다')),
    press('ㅈ', ['watch'], () => shows('이제 눈여겨보지 않습니다')),
    press('ㅂ', [], () => shows('국립극장')),
    press('-', ['show-muted'], () => shows('가린 제목이 없습니다')),
  ],
  'ㄷ opens a bookmark’s note and tags, ^ sorts bookmarks': [
    press('ㅠ', [], () => row().includes('★')),
    press('ㄷ', ['edit'], () => shows('메모와 태그')),
    press('\x1b', [], () => shows('국립극장')),
    press('*', [], () => at() > 0 && top().includes('북마크 1')),
    press('^', ['sort'], () => shows('나온 순서로')),
    press('\x1b', [], () => shows('국립극장')),
    press('ㅠ', [], () => !row().includes('★')),
  ],
  'ㅍ sets articles beside the list, ㅋ shows the text alone, < and > its width': [
    press('ㅍ', ['beside'], () => shows('이제 기사를 목록 옆에 보여 드립니다')),
    press('ㅍ', [], () => shows('이제 기사를 열면 화면에 가득 찹니다')),
    press('ㅎㅣ', [], () => top().includes('%')),
    press('ㅋ', ['bare'], () => shows('글만 보입니다')),
    press('ㅋ', [], () => top().includes('%') && !shows('글만 보입니다')),
    press('<', ['narrower'], () => shows('글줄 너비 72칸')),
    press('>', ['wider'], () => shows('글줄 너비 76칸')),
    press('ㅗ', [], () => shows('국립극장') && at() > 0),
  ],
  'ㅑ asks for the photos, % for those in the text': [
    press('ㅎㅣ', [], () => top().includes('%')),
    // Photos do not stand in this terminal's text.
    press('%', ['photos-in-text'], () => shows('본문에 사진 설명만 보입니다')),
    // The article has none.
    press('ㅑ', ['photos'], () => shows('이 기사에는 사진이 없습니다')),
    press('ㅗ', [], () => shows('국립극장') && at() > 0),
  ],
  '; lists what was read last': [
    press(';', ['last-read'], () => shows('최근에 읽은 기사') && at() > 0),
    press('\x1b', [], () => shows('국립극장')),
  ],
  'ㅌ and ㅉ look for others of the same news, ㅁ follows': [
    press('ㅌ', ['unfold'], () => shows('다른 기사가 없습니다')),
    press('ㅉ', ['apart'], () => shows('다른 기사가 없습니다')),
    press('ㅁ', ['follow-this'], () => shows('따라 읽습니다')),
    press('ㅁ', [], () => shows('이제 따라 읽지 않습니다')),
    press('ㅎㅣ', [], () => top().includes('%')),
    press('ㅁ', [], () => shows('무엇을 따라 읽을까요')),
    press('ㅣ', ['pick'], () => shows('따라 읽습니다')),
    press('ㅗ', [], () => shows('국립극장') && at() > 0),
  ],
  ', opens the settings: ㅣ and ㅗ change one, ㄷ types its value, Backspace brings the default': [
    press(',', ['settings'], () => top().includes('설정')),
    press('ㅓㅓㅣ', ['next-value'], () => /▌ 한자.* 켬$/.test(row())),
    press('ㅗ', ['previous-value'], () => /▌ 한자.* 끔$/.test(row())),
    press('ㅓㄷ', ['enter-value'], () => shows('값:')),
    press('\x1b', [], () => !shows('값:')),
    press('\x7f', ['default-value'], () => shows('기본값으로 되돌렸습니다')),
    press('\x1b', ['close'], () => shows('국립극장') && at() > 0),
  ],
  'ㅊ shows what was corrected, ㅇ the day': [
    press('ㅊ', ['changes'], () => shows('고친 데가 없')),
    press('ㅇ', ['day'], () => top().includes('오늘')),
    press('\x1b', [], () => shows('국립극장') && top().includes('국제')),
  ],
  'ㅔ pipes an article to a command, ㄸ saves it, ㅖ reads it aloud and stops': [
    press('ㅔ', ['pipe'], () => shows('Tab')),
    press('\x1b', [], () => shows('국립극장') && at() > 0),
    press('ㄸ', ['save'], () => shows('저장했습니다')),
    press('ㅖ', ['speak'], () => shows('소리 내어')),
    press('ㅖ', [], () => shows('멈췄습니다')),
  ],
  '? helps, and ㅂ leaves the help': [
    press('?', ['help'], () => !shows('국립극장')),
    press('ㅂ', ['leave'], () => shows('국립극장')),
  ],
  'Ctrl-l draws all anew, Ctrl-z hands the terminal over and takes it back': [
    press('\x0c', ['repaint'], writes('국립극장')),
    press('\x1a', ['suspend'], writes('\x1b[?1049l', '\x1b[?1049h', '국립극장')),
  ],
};

const start = (): Terminal =>
  new Terminal(process.execPath, [BIN, 'economy'], {
    columns: 100,
    rows: 30,
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, BROWSER: 'true' },
  });

async function perform({ chunk, shows: effect }: Press): Promise<void> {
  const before: Before = {
    at: at(),
    asked: site.requests.length,
    written: terminal.written.length,
    screen: terminal.text(),
  };
  terminal.press(chunk);
  await terminal.shows(() => effect(before));
}

beforeAll(async () => {
  site = await startSite();
  home = await emptyHome();
  // The voice speaks until it is stopped.
  writeFileSync(join(home, 'config.json'), JSON.stringify({ 'save-folder': home, voice: 'sleep 60' }));
  terminal = start();
  await terminal.shows('한국은행');
  await terminal.shows((screen) => !screen.includes('받는 중'));
});
afterAll(async () => {
  await terminal.end();
  await site.close();
  await removeHome(home);
});

describe('with the Hangul IME on', () => {
  test.each(Object.entries(SESSION))('%s', async (_, presses) => {
    for (const each of presses) await perform(each);
  });

  test('ㅂ on the first screen leaves the program, Ctrl-c leaves it anywhere', async () => {
    terminal.press('ㅂ');
    expect(await terminal.exits()).toBe(0);
    terminal = start();
    await terminal.shows('한국은행');
    terminal.press('?\x03');
    expect(await terminal.exits()).toBe(0);
  });

  test('no command is left out', () => {
    const proved = new Set([
      'quit',
      ...Object.values(SESSION).flatMap((presses) => presses.flatMap(({ does }) => does)),
    ]);
    const commands = KEYS.filter(
      ({ contexts }) => !(contexts as readonly string[]).every((each) => each === 'typing'),
    );
    expect(commands.map(({ action }) => action).filter((action) => !proved.has(action))).toEqual([]);
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
