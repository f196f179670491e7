import { describe, expect, test } from 'vitest';
import {
  type BrowserEnding,
  type BrowserOutcome,
  openInBrowser,
  type Started,
} from '../../../source/terminal/programs/browser.ts';
import {
  type BrowserCommand,
  browserCommands,
  wantsTerminal,
  withLink,
} from '../../../source/terminal/programs/browser-commands.ts';

const LINK = 'https://www.donga.com/news/article/all/20261120/139061220/1?a=%20&b=$(id)';

describe('BROWSER', () => {
  const commands = (
    BROWSER: string,
    { files = [], platform = 'linux' }: { files?: string[]; platform?: NodeJS.Platform } = {},
  ) => browserCommands({ env: { BROWSER }, platform, isFile: (path) => files.includes(path) }).slice(0, -1);

  test.each([
    ['qutebrowser', [['qutebrowser']]],
    ['midori --private %s', [['midori', '--private', '%s']]],
    ["chrome '--app=%s' --new", [['chrome', '--app=%s', '--new']]],
    ['"/opt/A B/browse" -x "two words"', [['/opt/A B/browse', '-x', 'two words']]],
    ['/opt/A\\ B/browse', [['/opt/A B/browse']]],
    ['"a\\"b\\c" \'d\\e\'', [['a"b\\c', 'd\\e']]],
    ["x ''", [['x', '']]],
    ["'/srv/a:b/run' -p:epiphany", [['/srv/a:b/run', '-p'], ['epiphany']]],
    ['dillo::netsurf:', [['dillo'], ['netsurf']]],
    ["never 'closed %s", [['never', 'closed %s']]],
    [' \t ', []],
  ])('of %j names these commands', (given, expected) => {
    expect(commands(given)).toEqual(expected);
  });

  test('BROWSER that names a file is taken whole, with blanks, colons and quotes', () => {
    const files = ["/opt/It's a/browser", '/opt/a:b/x', '/usr/bin/surf -w'];
    for (const file of files) expect(commands(file, { files })).toEqual([[file]]);
    expect(commands(`falkon:${files[0]}:x y`, { files })).toEqual([['falkon'], [files[0]], ['x', 'y']]);
  });

  test('on Windows is a list by semicolons, with backslashes as they are', () => {
    const files = ['C:\\Program Files\\Vivaldi\\vivaldi.exe'];
    expect(commands(`${files[0]};"C:\\My Apps\\b.exe" --tab %s`, { files, platform: 'win32' })).toEqual([
      files,
      ['C:\\My Apps\\b.exe', '--tab', '%s'],
    ]);
  });
});

const FILLED: [BrowserCommand, string[]][] = [
  [['surf'], ['surf', LINK]],
  [
    ['a', '%s', 'b'],
    ['a', LINK, 'b'],
  ],
  [
    ['a', '--u=%s', '%s'],
    ['a', `--u=${LINK}`, LINK],
  ],
];

test.each(FILLED)('the link is filled into %j', (command, expected) => {
  expect(withLink(command, LINK)).toEqual(expected);
});

test('browsers that draw on a terminal are recognised by name, in any folder', () => {
  for (const name of ['w3m', '/usr/bin/lynx', 'elinks', 'links2', 'C:\\bin\\w3m.exe']) {
    expect(wantsTerminal(name, { DISPLAY: ':0' })).toBe(true);
  }
  expect(wantsTerminal('firefox', {})).toBe(false);
  expect(wantsTerminal('xdg-open', {})).toBe(true);
  expect(wantsTerminal('xdg-open', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
});

interface Call {
  readonly how: 'start' | 'lend';
  readonly command: readonly string[];
  readonly browser: string | undefined;
}

/** Opens the link where each program ends as given: `late` only after it counted as running. */
async function opened(
  env: NodeJS.ProcessEnv,
  endings: Readonly<Record<string, BrowserEnding | { readonly late: BrowserEnding }>>,
  { platform = 'linux', link = LINK }: { platform?: NodeJS.Platform; link?: string } = {},
) {
  const calls: Call[] = [];
  const outcomes: BrowserOutcome[] = [];
  const endingOf = (name: string) => (name in endings ? endings[name]! : 'ENOENT');
  await openInBrowser(
    link,
    {
      env,
      platform,
      isFile: () => false,
      start: (command, { BROWSER }): Started => {
        calls.push({ how: 'start', command, browser: BROWSER });
        const ending = endingOf(command[0]);
        return ending !== null && typeof ending === 'object'
          ? { settled: Promise.resolve(null), ended: Promise.resolve(ending.late) }
          : { settled: Promise.resolve(ending), ended: Promise.resolve(ending) };
      },
      lend: async (command, { BROWSER }) => {
        calls.push({ how: 'lend', command, browser: BROWSER });
        return endingOf(command[0]) as BrowserEnding;
      },
    },
    (outcome) => outcomes.push(outcome),
  );
  return { calls, outcomes };
}

const ran = ({ calls }: { calls: readonly Call[] }) => calls.map(({ how, command }) => [how, command[0]]);

describe('a link is opened', () => {
  test.each([
    ['by the platform', { DISPLAY: ':0' }, 'linux', 'start', 'xdg-open'],
    ['on a Mac', {}, 'darwin', 'start', 'open'],
    ['on Windows', {}, 'win32', 'start', 'rundll32'],
    ['from WSL', { WSL_DISTRO_NAME: 'Debian' }, 'linux', 'start', 'wslview'],
    ['by BROWSER', { BROWSER: 'konqueror', DISPLAY: ':0' }, 'linux', 'start', 'konqueror'],
    ['on this terminal by a text browser', { BROWSER: 'elinks' }, 'linux', 'lend', 'elinks'],
  ] as const)('%s', async (_, env, platform, how, name) => {
    const { calls, outcomes } = await opened(env, { [name]: null }, { platform });
    expect(calls).toMatchObject([{ how, command: expect.arrayContaining([name, LINK]) }]);
    expect(outcomes).toEqual([{ opened: name, failed: [] }]);
  });

  test('by the next of BROWSER if one fails at once, on the terminal, or a little later', async () => {
    const env = { BROWSER: 'nowhere:w3m:surf:netsurf', DISPLAY: ':0' };
    const { calls, outcomes } = await opened(env, { w3m: 2, surf: { late: 3 }, netsurf: null });
    expect(ran({ calls })).toEqual([
      ['start', 'nowhere'],
      ['lend', 'w3m'],
      ['start', 'surf'],
      ['start', 'netsurf'],
    ]);
    const failed = [
      { name: 'nowhere', ending: 'ENOENT' },
      { name: 'w3m', ending: 2 },
    ];
    expect(outcomes).toEqual([
      { opened: 'surf', failed },
      { opened: 'netsurf', failed: [...failed, { name: 'surf', ending: 3 }] },
    ]);
  });

  test('by xdg-open without BROWSER if all of BROWSER fail', async () => {
    const { calls } = await opened({ BROWSER: 'lynx', DISPLAY: ':1' }, { lynx: 'SIGSEGV', 'xdg-open': null });
    expect(calls.map(({ command, browser }) => [command[0], browser])).toEqual([
      ['lynx', 'lynx'],
      ['xdg-open', undefined],
    ]);
    expect(ran(await opened({ BROWSER: 'lynx' }, { 'xdg-open': null }))).toEqual([
      ['lend', 'lynx'],
      ['lend', 'xdg-open'],
    ]);
  });

  test('by no browser without a display, and a notice says that none was found', async () => {
    expect(await opened({}, {})).toEqual({ calls: [], outcomes: [{ opened: null, failed: [] }] });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', '--version', ''])(
    'never if it is %j',
    async (link) => {
      expect((await opened({ DISPLAY: ':0' }, { 'xdg-open': null }, { link })).calls).toEqual([]);
    },
  );
});
