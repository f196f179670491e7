import { describe, expect, test } from 'vitest';
import { openInBrowser } from '../../source/terminal/browser.ts';
import { clipboardSequence } from '../../source/terminal/clipboard.ts';
import { paintRow } from '../../source/terminal/paint.ts';
import { span } from '../../source/typeset/rows.ts';

async function started(link: string, env: NodeJS.ProcessEnv, platform: NodeJS.Platform = 'linux') {
  const calls: string[][] = [];
  const opened = await openInBrowser(link, {
    env,
    platform,
    start: async (command, args) => {
      calls.push([command, ...args]);
      return command !== 'missing';
    },
  });
  return { opened, calls };
}

const LINK = 'https://www.donga.com/news/article/all/20261120/1/1';

describe('a link is opened', () => {
  test.each([
    ['by the platform', { DISPLAY: ':0' }, 'linux', [['xdg-open', LINK]]],
    ['on a Mac', {}, 'darwin', [['open', LINK]]],
    ['by BROWSER', { BROWSER: 'w3m -o x=%s' }, 'linux', [['w3m', '-o', 'x=%s', LINK]]],
    ['where BROWSER says', { BROWSER: 'lynx %s --' }, 'linux', [['lynx', LINK, '--']]],
    [
      'by the next of BROWSER',
      { BROWSER: 'missing:lynx' },
      'linux',
      [
        ['missing', LINK],
        ['lynx', LINK],
      ],
    ],
  ] as const)('%s', async (_, env, platform, calls) => {
    expect(await started(LINK, env, platform)).toEqual({ opened: true, calls });
  });

  test('nowhere without a display, and the reader is told so', async () => {
    expect(await started(LINK, {})).toEqual({ opened: false, calls: [] });
  });

  test.each(['javascript:alert(1)', 'file:///etc/passwd', '--version', ''])(
    'never where it is %j',
    async (link) => {
      expect((await started(link, { DISPLAY: ':0' })).calls).toEqual([]);
    },
  );
});

test('a copied link reaches the clipboard through tmux', () => {
  expect(clipboardSequence('a', {})).toBe('\x1b]52;c;YQ==\x07');
  expect(clipboardSequence('a', { TMUX: '1' })).toBe('\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\');
});

test('a link on the screen is made of a parsed URL only', () => {
  const painted = (href: string) =>
    paintRow([{ ...span('글', 'plain'), href }], { colour: true, hyperlinks: true, wide: false });
  expect(painted(LINK)).toBe(`\x1b]8;;${LINK}\x1b\\글\x1b]8;;\x1b\\`);
  expect(painted('https://a.example/\x1b]0;evil\x07')).not.toContain('\x1b]0');
  expect(painted('javascript:alert(1)')).toBe('글');
});

test('colour is left out without losing the selection', () => {
  const row = [span('▌', 'gutter'), span('제목', 'strong')];
  expect(paintRow(row, { colour: false, hyperlinks: false, wide: false })).toBe('\x1b[1m▌제목\x1b[0m');
});
