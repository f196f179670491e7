import { describe, expect, test } from 'vitest';
import { clipboardSequence, copyText } from '../../../source/terminal/programs/clipboard.ts';

const TEXT = 'https://www.donga.com/news/Culture/article/all/20261120/139049218/1';

/** The programs run and the bytes written when only these programs can copy. */
async function copied(
  env: NodeJS.ProcessEnv,
  takers: readonly string[],
  platform: NodeJS.Platform = 'linux',
) {
  const ran: string[] = [];
  let written = '';
  const result = await copyText(TEXT, {
    env,
    platform,
    run: async (command, args, input) => {
      ran.push([command, ...args].join(' '));
      expect(Buffer.from(input).toString()).toBe(TEXT);
      return takers.includes(command);
    },
    write: (sequence) => {
      written += sequence;
    },
  });
  return { result, ran, written };
}

const OSC52 = `\x1b]52;c;${Buffer.from(TEXT).toString('base64')}\x07`;

describe('a text is copied', () => {
  test.each([
    ['on a Mac', {}, 'darwin', 'pbcopy'],
    ['on Windows', {}, 'win32', 'clip.exe'],
    ['from WSL', { WSL_DISTRO_NAME: 'Ubuntu', DISPLAY: ':0' }, 'linux', 'clip.exe'],
    ['on Wayland', { WAYLAND_DISPLAY: 'wayland-1', DISPLAY: ':0' }, 'linux', 'wl-copy'],
    ['on X11', { DISPLAY: ':1' }, 'linux', 'xclip'],
    ['on X11 without xclip', { DISPLAY: ':1' }, 'linux', 'xsel'],
  ] as const)(
    '%s by the desktop’s own program, and the terminal is not asked',
    async (_, env, platform, name) => {
      const { result, ran, written } = await copied(env, [name], platform);
      expect(result).toBe('copied');
      expect(ran.at(-1)).toMatch(new RegExp(`^${name}`));
      expect(written).toBe('');
    },
  );

  test('over ssh by the terminal, with any programs on the other machine', async () => {
    for (const over of ['SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT']) {
      expect(await copied({ [over]: 'x', DISPLAY: 'localhost:10.0' }, ['xclip', 'xsel'])).toEqual({
        result: 'sent',
        ran: [],
        written: OSC52,
      });
    }
  });

  test('by the terminal if there is no program for it', async () => {
    expect(await copied({ DISPLAY: ':0' }, [])).toMatchObject({ result: 'sent', written: OSC52 });
    expect(await copied({}, [], 'darwin')).toMatchObject({ result: 'sent', written: OSC52 });
  });

  test('in tmux by tmux first, and on a local desktop by its program too', async () => {
    const load = 'tmux load-buffer -w -';
    expect(await copied({ TMUX: '/tmp/t,1,0' }, ['tmux'])).toEqual({
      result: 'tmux',
      ran: [load],
      written: '',
    });
    const both = await copied({ TMUX: '/tmp/t,1,0', DISPLAY: ':0' }, ['tmux', 'xclip']);
    expect(both).toMatchObject({ result: 'copied', written: '' });
    expect(both.ran).toEqual([load, 'xclip -selection clipboard']);
  });

  test('in a tmux that refuses by both forms of the escape', async () => {
    const { result, written } = await copied({ TMUX: '/tmp/t,1,0', SSH_TTY: '/dev/pts/1' }, []);
    expect(result).toBe('sent');
    expect(written).toBe(`\x1bPtmux;\x1b${OSC52}\x1b\\${OSC52}`);
  });
});

test('GNU screen gets the text in parts that it can hold', () => {
  const sequence = clipboardSequence('가'.repeat(600), { STY: '1.pts' });
  const parts = sequence.split('\x1b\\').slice(0, -1);
  expect(parts.length).toBeGreaterThan(3);
  for (const part of parts) expect(part.length).toBeLessThan(768);
  const passed = parts.map((part) => part.replace('\x1bP', '')).join('');
  expect(Buffer.from(passed.slice('\x1b]52;c;'.length, -1), 'base64').toString()).toBe('가'.repeat(600));
});
