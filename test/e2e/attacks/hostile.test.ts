import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { faultOf } from '../../support/checks/clean.ts';
import { BIN, emptyHome, removeHome, runProgram } from '../../support/program/program.ts';
import { ATTACK, foreignIn, LEFT } from '../../support/site/attacks.ts';
import { attackFrom, linkOf } from '../../support/site/hostile-site.ts';
import { type Site, startSite } from '../../support/site/site.ts';
import { Terminal } from '../../support/terminal/terminal.ts';

let site: Site;
let home: string;
let articles: number;

const donga = (args: readonly string[], more: { input?: string; env?: Record<string, string> } = {}) =>
  runProgram(args, {
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin, ...more.env },
    ...(more.input === undefined ? {} : { input: more.input }),
  });

beforeAll(async () => {
  site = await startSite();
  home = await emptyHome();
  articles = attackFrom(site);
});
afterAll(async () => {
  await site.close();
  await removeHome(home);
});

/** Goes through every screen; the output must hold no foreign sequence, and the rest of the attacks. */
async function lookAtEverything(columns: number, rows: number): Promise<void> {
  const asked = site.requests.length;
  const terminal = new Terminal(process.execPath, [BIN, 'politics'], {
    columns,
    rows,
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
  });
  try {
    await terminal.shows(/제목 \d+ .*속글/);
    // The failures of the start are shown when all feeds have answered, in place of any other notice.
    await expect
      .poll(() => site.requests.slice(asked).some(({ path }) => path === '/national.xml'))
      .toBe(true);
    await terminal.shows((screen) => !screen.includes('받는 중'));
    for (let down = 0; down < articles; down += 1) terminal.press('j');
    terminal.press('g');
    terminal.press('/속글');
    await terminal.shows(/찾기: 속글|\/ ?속글/);
    terminal.press('\r');
    await terminal.shows(/▌.*제목/);
    terminal.press('\r');
    // The page itself, whose first row shows how far it is read: its title also stands beside a list.
    await terminal.shows((screen) => /%\s*$/.test(screen.split('\n')[0] ?? '') && /기사 \d+ /.test(screen));
    for (let page = 0; page < 12; page += 1) terminal.press(' ');
    await terminal.shows('©');
    terminal.press('\t\t');
    terminal.press('b');
    // If the look before this one bookmarked it, it is taken away and put back.
    if (/지웠/.test(await terminal.shows(/북마크했습니다|북마크를 지웠습니다/))) terminal.press('b');
    await terminal.shows('북마크했습니다');
    for (let next = 0; next < articles; next += 1) {
      terminal.press('n');
      terminal.press(' ');
    }
    terminal.press('\x1b');
    await terminal.shows('▌');
    terminal.press('\x1b');
    terminal.press('s');
    await terminal.shows('스포츠동아');
    terminal.press('사회\r');
    await terminal.shows(/503|오류/);
    terminal.press('*');
    await terminal.shows(/북마크 \d/);
    terminal.press('/속글\r');
    await terminal.shows(/▌.*제목/);
    terminal.press('\r');
    await terminal.shows(/기사 \d+ |제목 \d+ /);
    terminal.press('?');
    await terminal.shows('도움말');
    terminal.press('\x03');
    expect(await terminal.exits()).toBe(0);
    const question = terminal.written.split('\x1b[6n').length - 1;
    // The one question is the program's own, at the start: how wide a character is.
    expect(question).toBe(1);
    expect(foreignIn(withoutOwn(terminal.written), true)).toEqual([]);
  } finally {
    await terminal.end();
  }
}

/** The program's own questions, its mouse mode and the title's stack. */
const OWN = ['\x1b[6n', '\x1b]11;?\x1b\\', '\x1b[22;2t', '\x1b[23;2t', '\x1b[?1000h', '\x1b[?1006h'];

/** Output without the program's own sequences; the terminal's title is one of them if its text is clean. */
function withoutOwn(written: string): string {
  return OWN.reduce((left, own) => left.replace(own, ''), written)
    .replaceAll(/\x1b\]2;([^\x1b\x07]*)\x1b\\/g, (whole, title: string) =>
      faultOf(title) === null ? '' : whole,
    )
    .replaceAll(/\x1b[78]/g, '');
}

const COMMANDS: readonly (readonly string[])[] = [
  ['headlines', 'politics'],
  ['headlines', 'economy'],
  ['search', '속글'],
  ['search', '속글', '--in', 'bookmarks'],
  ['search', '속글', '--in', 'archive'],
  ['bookmarks', 'list'],
  ['sections'],
  ['config'],
];

async function readEverything(): Promise<void> {
  // The third is escaped twice, the last has no end: nothing of either has to be left.
  const reads = [0, 1, 2, articles - 1].map((at) => ['read', linkOf(site, at)]);
  const whole = new Set(reads.slice(0, 2).map(([, link]) => link));
  for (const words of [...COMMANDS, ...reads]) {
    for (const args of [words, [...words, '--json']]) {
      const { stdout, stderr, status } = await donga(args);
      expect({ args, status, foreign: foreignIn(stdout + stderr, false) }).toEqual({
        args,
        status: 0,
        foreign: [],
      });
      if (args[0] === 'search' || whole.has(args[1])) expect(stdout).toContain(LEFT);
      // JSON hides a control in an escape, but its reader gets the control.
      if (args.includes('--json'))
        expect(
          foreignIn(
            JSON.stringify(JSON.parse(stdout), null, 1).replaceAll(/\\u(....)/g, (_, code) =>
              String.fromCharCode(Number.parseInt(code, 16)),
            ),
            false,
          ),
        ).toEqual([]);
    }
  }
}

describe('a site whose every field is an attack', () => {
  test('sends none of it to a terminal, on any screen', async () => {
    await lookAtEverything(100, 30);
  });

  test('sends none of it to a wide terminal', async () => {
    await lookAtEverything(200, 60);
  });

  test('sends none of it through any command, in plain text or as JSON', async () => {
    await donga(['bookmarks', 'add', linkOf(site, 0)]);
    await donga(['sync', 'politics', 'economy', '--articles'].slice(0, 3));
    await readEverything();
  });
});

describe('kept files changed by another program', () => {
  test('send no control sequence to a terminal', async () => {
    const db = connect(join(home, 'archive.db'), { busyMs: 1000 });
    db.run('UPDATE headlines SET title = title || ?, summary = ?', ` ${ATTACK}`, ATTACK);
    const row = db.get('SELECT id, json FROM articles LIMIT 1')!;
    const article = JSON.parse(String(row.json));
    db.run(
      'UPDATE articles SET json = ?',
      JSON.stringify({
        ...article,
        title: ATTACK,
        deck: [ATTACK],
        tags: [ATTACK],
        wire: ATTACK,
        copyright: `© ${ATTACK}`,
        blocks: [{ type: 'paragraph', text: `기사 1 ${ATTACK}` }],
      }),
    );
    db.close();
    const file = join(home, 'bookmarks.json');
    const spoilt = readFileSync(file, 'utf8').replaceAll(
      /"(title|note|summary)": "/g,
      (key) => key + JSON.stringify(ATTACK).slice(1, -1),
    );
    writeFileSync(file, spoilt);
    await readEverything();
    await lookAtEverything(100, 30);
  });
});

describe('arguments and the environment', () => {
  test.each([
    ['a section', ['headlines', ATTACK]],
    ['a link', ['read', `https://www.donga.com/${ATTACK}`]],
    ['a file', ['read', `/tmp/${ATTACK}`]],
    ['a command', [ATTACK]],
    ['an option', [`--${ATTACK}`]],
    ['a value', ['headlines', '--limit', ATTACK]],
    ['a language', ['--lang', ATTACK]],
    ['a setting', ['config', 'set', ATTACK, ATTACK]],
    ['a bookmark', ['bookmarks', 'remove', ATTACK]],
  ] as const)('are plain text when an error message quotes them: %s', async (_, args) => {
    for (const more of [[], ['--json']]) {
      const { stdout, stderr, status } = await donga([...args, ...more]);
      expect(status).toBeGreaterThan(0);
      expect(foreignIn(stdout + stderr, false)).toEqual([]);
    }
  });

  test.each(['DONGA_TUI_FEEDS', 'HTTP_PROXY', 'DONGA_TUI_HOME'])(
    'send no control sequence to a terminal: %s',
    async (name) => {
      const value = name === 'DONGA_TUI_HOME' ? join(home, `x\x1b]0;훔침\x07\u202e`) : `http://${ATTACK}/`;
      for (const args of [
        ['sync', 'politics'],
        ['config', 'path'],
        ['headlines', 'culture', '--json'],
      ]) {
        const { stdout, stderr } = await donga(args, { env: { [name]: value } });
        expect(foreignIn(stdout + stderr, false)).toEqual([]);
      }
    },
  );
});
