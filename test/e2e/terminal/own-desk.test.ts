import { execFileSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../../source/storage/archive/archive.ts';
import { benchHeadlines } from '../../bench/headlines.ts';
import { BIN, emptyHome, removeHome } from '../../support/program/program.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

// The reader's own settings, keys and commands, in a real pseudo-terminal: one program run for each group,
// many keys in it.

let home: string;
let terminal: Terminal;

const open = (
  args: readonly string[] = ['--demo'],
  options: ConstructorParameters<typeof Terminal>[2] = {},
) =>
  new Terminal(process.execPath, [BIN, ...args], {
    columns: 100,
    rows: 30,
    ...options,
    env: { DONGA_TUI_HOME: home, ...options.env },
  });

const config = (...words: string[]): string =>
  execFileSync(process.execPath, [BIN, 'config', ...words], {
    encoding: 'utf8',
    env: { ...process.env, DONGA_TUI_HOME: home },
    stdio: ['ignore', 'pipe', 'ignore'],
  });

const top = (): string => terminal.rows()[0]!;
const row = (): string => terminal.rows().find((each) => each.startsWith('▌')) ?? '';

beforeAll(async () => {
  home = await emptyHome();
});
afterAll(async () => {
  await terminal.end();
  await removeHome(home);
});

describe('keys that the reader chose', () => {
  test('are set by a command, warn of a clash at the start, and work with the Hangul IME too', async () => {
    config('set', 'keys.open', 'Q, ctrl-x');
    const kept = JSON.parse(await readFile(join(home, 'config.json'), 'utf8'));
    expect(kept.keys).toEqual({ open: ['Q', 'ctrl-x'] });
    const keys = { ...kept.keys, undo: ['o'], opne: ['y'] };
    await writeFile(join(home, 'config.json'), JSON.stringify({ ...kept, keys }));
    terminal = open();
    await terminal.shows('한국은행');
    await terminal.shows('‘opne’ 동작은 없습니다. 혹시 ‘open’인가요?');
    terminal.press('j');
    await terminal.shows(/o는 이제 ‘.*되돌리기.*’ 키라 ‘브라우저로 열기’에는/);
    expect(terminal.rows().at(-1)).toContain('Q 열기');
    for (const key of ['Q', 'ㅃ', '\x18']) {
      terminal.press(key);
      await terminal.shows(() => top().includes('%'));
      terminal.press('h');
      await terminal.shows(() => row() !== '');
    }
    terminal.press('b');
    await terminal.shows('(o: 되돌리기)');
    terminal.press('ㅐ');
    await terminal.shows(() => !row().includes('★'));
    terminal.press('?');
    await terminal.shows(/ Q Ctrl-x +열기/);
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
  });

  test('are shown and unset by the command, which refuses unknown keys and actions', async () => {
    expect(config('get', 'keys.open')).toBe('Q, ctrl-x\n');
    expect(() => config('set', 'keys.opne', 'x')).toThrow();
    expect(() => config('set', 'keys.open', 'F5')).toThrow();
    config('unset', 'keys.open');
    expect(config('get', 'keys.open')).toBe('enter, l, right\n');
    expect(JSON.parse(await readFile(join(home, 'config.json'), 'utf8'))).toMatchObject({
      keys: { undo: ['o'] },
    });
  });
});

describe('themes', () => {
  const look = (): string => terminal.written.slice(terminal.written.lastIndexOf('\x1b[?2026h'));

  test('follow the terminal’s answer about its background, late and in pieces too, and no answer is taken for a key', async () => {
    config('unset', 'keys');
    terminal = open();
    await terminal.shows('한국은행');
    await terminal.shows(() => terminal.written.includes('\x1b]11;?\x1b\\'));
    expect(terminal.written).not.toContain('38;5;');
    const before = [top(), row()];
    terminal.press('/');
    await terminal.shows('찾기:');
    // The first part is taken for Esc before the others come, as the search shows.
    terminal.press('\x1b');
    await terminal.shows((screen) => !screen.includes('찾기:'));
    for (const part of [']1', '1;rgb:fdfd/f6', 'f6/e3e3', '\x1b\\']) terminal.press(part);
    await terminal.shows(() => look().includes('38;5;24'));
    // No key of it moved or opened anything.
    expect([top(), row()]).toEqual(before);
  });

  test('are chosen in the settings, and ASCII stands for rules and marks, at once', async () => {
    terminal.press(',');
    await terminal.shows(() => top().includes('설정'));
    const at = Object.keys(JSON.parse(config('--json'))).indexOf('theme');
    terminal.press(`g${'ㅓ'.repeat(at)}`);
    await terminal.shows(() => /^▌ 테마/.test(row()));
    terminal.press('ㅣ');
    await terminal.shows(() => terminal.written.includes('38;5;22'));
    terminal.press('jjㅣ');
    await terminal.shows((screen) => screen.includes('> 표시와 줄을 ASCII로') && !/[─▌•…]/.test(screen));
    terminal.press('q');
    await terminal.shows(
      (screen) =>
        screen.includes('한국은행') && /^- (?:오늘|어제)/m.test(screen) && !/[─▌•…│“”]/.test(screen),
    );
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
  });
});

describe('after a restart', () => {
  beforeAll(async () => {
    const archive = openArchive(join(home, 'archive.db'), Date.now);
    archive.putHeadlines('politics', benchHeadlines(40), Date.now());
    archive.putHeadlines('economy', benchHeadlines(20), Date.now());
    archive.close();
    for (const folder of [home, join(home, 'sample')]) await rm(join(folder, 'config.json'), { force: true });
  });

  const start = async (args: readonly string[] = []): Promise<void> => {
    terminal = open(['--offline', ...args]);
    await terminal.shows(() => row() !== '');
  };
  const quit = async (): Promise<void> => {
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
  };
  const unread = (): number => terminal.rows().filter((each) => /^.•/.test(each)).length;

  test('section and headline are where they were, and ㅕ takes back earlier marks and removals', async () => {
    terminal = open(['politics', '--offline']);
    await terminal.shows(() => row() !== '');
    terminal.press('5j');
    await terminal.shows(() => / 6\/40/.test(terminal.rows().at(-1)!));
    const left = row();
    terminal.press('b');
    await terminal.shows(() => row().includes('★'));
    terminal.press('b');
    await terminal.shows('북마크를 지웠습니다');
    const before = unread();
    terminal.press('A');
    await terminal.shows(() => unread() === 0);
    await quit();

    await start();
    expect(row().slice(2)).toBe(left.slice(2).replace('•', ' '));
    expect(top()).toMatch(/정치/);
    terminal.press('ㅕ');
    await terminal.shows(() => unread() === before);
    await quit();

    await start();
    terminal.press('u');
    await terminal.shows(() => row().includes('★'));
    terminal.press('u');
    await terminal.shows(() => !row().includes('★'));
    terminal.press('u');
    await terminal.shows('되돌릴 것이 없습니다');
    await quit();
  });

  test.each([
    ['ko', 'ㅕ', ['따라 읽기', '그만 눈여겨보기', '눈여겨보기', '메모와 태그 고치기', '북마크하기']],
    ['en', 'u', ['following', 'no longer watching', 'watching', 'changing note and tags', 'bookmarking']],
  ] as const)(
    'notes, watched words and followed stories are taken back too, each by its name (%s)',
    async (lang, undo, names) => {
      terminal = open(['politics', '--offline', '--lang', lang]);
      await terminal.shows(() => row() !== '');
      terminal.press('ㅠ');
      await terminal.shows(() => row().includes('★'));
      terminal.press('ㄷ');
      await terminal.shows(lang === 'ko' ? '태그:' : 'Tags:');
      terminal.press('메모\r');
      await terminal.shows(lang === 'ko' ? '메모와 태그를 적었습니다' : 'note and tags saved');
      terminal.press('/대통령\r');
      await terminal.shows(lang === 'ko' ? 'w 눈여겨보기' : 'w watch');
      terminal.press('ㅈ');
      await terminal.shows(lang === 'ko' ? 'w 관심 빼기' : 'w unwatch');
      terminal.press('w');
      await terminal.shows(lang === 'ko' ? 'w 눈여겨보기' : 'w watch');
      terminal.press('\x1ba');
      await terminal.shows(lang === 'ko' ? '따라 읽습니다' : 'see Following');
      expect(terminal.rows().at(-2)).not.toMatch(/story:|s\d{5}/);
      await quit();

      await start(['--lang', lang]);
      const done = lang === 'ko' ? '되돌림' : 'undone ';
      for (const name of names) {
        terminal.press(undo);
        await terminal.shows(`${done}(${name}):`);
      }
      terminal.press(undo);
      await terminal.shows(lang === 'ko' ? '되돌릴 것이 없습니다' : 'nothing to undo');
      expect(row()).not.toContain('★');
      await quit();
    },
  );
});

describe('the mouse and the terminal’s title', () => {
  const click = (x: number, y: number): void => terminal.press(`\x1b[<0;${x};${y}M\x1b[<0;${x};${y}m`);
  const wheel = (down: boolean, y: number): void => terminal.press(`\x1b[<${down ? 65 : 64};10;${y}M`);
  const selectedAt = (): number => terminal.rows().findIndex((each) => each.startsWith('▌'));
  const title = (): string => /.*\x1b\]2;([^\x1b]*)\x1b\\/s.exec(terminal.written)?.[1] ?? '';

  test('the wheel scrolls, a click selects, the second opens, tabs and hints are pressed', async () => {
    terminal = open(['politics', '--offline']);
    await terminal.shows(() => row() !== '');
    expect(terminal.modes().mouseTrackingMode).toBe('vt200');
    expect(terminal.written).toContain('\x1b[22;2t');
    await terminal.shows(() => title() === '정치 · 동아일보');
    const first = terminal.rows()[3];
    wheel(true, 10);
    await terminal.shows(() => terminal.rows()[3] !== first);
    wheel(false, 10);
    await terminal.shows(
      () => terminal.rows()[3] === first || terminal.rows()[3]!.slice(2) === first!.slice(2),
    );
    click(30, 9);
    await terminal.shows(() => selectedAt() === 8);
    click(30, 9);
    await terminal.shows(() => top().includes('%'));
    await terminal.shows(() => title() !== '정치 · 동아일보' && title().endsWith(' · 동아일보'));
    const hints = terminal.rows().at(-1)!;
    // Esc or its first key, by its hint in the footer.
    const at = [...hints]
      .slice(0, hints.indexOf('뒤로'))
      .reduce((cells, char) => cells + (char > '\u1100' ? 2 : 1), 0);
    click(at + 1, 30);
    await terminal.shows(() => selectedAt() === 8);
    const tab = top().indexOf('경제');
    const cells = [...top().slice(0, tab)].reduce((sum, char) => sum + (char > '\u1100' ? 2 : 1), 0);
    click(cells + 1, 1);
    await terminal.shows(() => title() === '경제 · 동아일보');
  });

  test('a click presses the link, photo, choice or hint under it, and the wheel scrolls the preview', async () => {
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
    terminal = open(['--demo', 'science'], { columns: 130, rows: 20 });
    const press = (text: string): void => {
      const y = terminal.rows().findIndex((each) => each.includes(text));
      const before = terminal.rows()[y]!.slice(0, terminal.rows()[y]!.indexOf(text));
      click([...before].reduce((cells, char) => cells + (char > '\u1100' ? 2 : 1), 0) + 1, y + 1);
    };
    const preview = (): string[] => terminal.rows().map((each) => each.split('│')[1] ?? '');
    const list = (): string[] => terminal.rows().map((each) => each.split('│')[0]!);
    await terminal.shows(() => row() !== '' && preview().some((each) => each.includes('…')));
    const [seen, beside] = [preview(), list()];
    await terminal.shows(() => {
      terminal.press('\x1b[<65;100;10M');
      return preview().join() !== seen.join();
    });
    expect(list().slice(3, -2)).toEqual(beside.slice(3, -2));
    // The text, then a photo of it by its caption, and back by the hint.
    terminal.press('\r');
    await terminal.shows('┃ [사진');
    press('┃ [사진');
    await terminal.shows(() => /사진 1\/\d/.test(top()));
    press('뒤로');
    await terminal.shows(() => top().includes('%'));
    // A tag and a link at the end of the article, and back to the list.
    terminal.press('G');
    await terminal.shows('지금 뜨는 뉴스');
    press('#');
    await terminal.shows(() => /^ +#/.test(top()));
    terminal.press('\x1b');
    await terminal.shows('지금 뜨는 뉴스');
    const read = title();
    press('연준');
    await terminal.shows(() => title() !== read && title().includes('연준'));
    terminal.press('\x1b');
    await terminal.shows(() => title() === read);
    terminal.press('\x1b');
    await terminal.shows(() => row() !== '');
    press('s 섹션');
    await terminal.shows('섹션 고르기');
    press('문화연예');
    await terminal.shows(() => row().includes('문화연예'));
    press('문화연예');
    await terminal.shows(() => title() === '문화연예 · 동아일보');
  });

  test('the setting turns the mouse off, and the terminal’s title is restored at the end', async () => {
    terminal.press(',');
    await terminal.shows(() => top().includes('설정'));
    const at = Object.keys(JSON.parse(config('--json'))).indexOf('mouse');
    terminal.press(`${at}jㅣ`);
    await terminal.shows(() => terminal.modes().mouseTrackingMode === 'none');
    terminal.press('ㅣ');
    await terminal.shows(() => terminal.modes().mouseTrackingMode === 'vt200');
    terminal.press('q');
    await terminal.shows(() => row() !== '');
    // A link that was sent to the terminal stands to be selected: the mouse is the terminal's meanwhile.
    terminal.press('y');
    await terminal.shows(() => terminal.modes().mouseTrackingMode === 'none');
    terminal.press('j');
    await terminal.shows(() => terminal.modes().mouseTrackingMode === 'vt200');
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
    expect(terminal.modes().mouseTrackingMode).toBe('none');
    expect(terminal.written.split('\x1b[23;2t').length).toBe(2);
  });
});
