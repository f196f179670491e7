import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { probeImages } from '../../../source/terminal/images/probe.ts';
import type { ImagesSetting } from '../../../source/terminal/images/support.ts';
import { createInputParser } from '../../../source/tui/input/parse-input.ts';

interface Asked {
  readonly env?: NodeJS.ProcessEnv;
  readonly setting?: ImagesSetting;
  readonly tmux?: { readonly client: string; readonly passes: boolean; readonly sixel: boolean };
  /** The sizes of the chunks that answers come in. */
  readonly chunk?: number;
}

/** Asks a terminal that answers so to each question it knows. */
async function ask(answers: Readonly<Record<string, string>>, asked: Asked = {}) {
  const stdin = new EventEmitter();
  const questions: string[] = [];
  const keys = createInputParser();
  const typed: unknown[] = [];
  const { env = {}, setting = 'auto', tmux, chunk = 1000 } = asked;
  const support = await probeImages({
    stdin: stdin as unknown as NodeJS.ReadStream,
    write: (text) => {
      questions.push(text);
      const said = Object.entries(answers)
        .filter(([question]) => text.includes(question))
        .map(([, answer]) => answer)
        .join('');
      for (let at = 0; at < said.length; at += chunk) {
        const piece = said.slice(at, at + chunk);
        setImmediate(() => {
          typed.push(...keys.push(piece));
          stdin.emit('data', piece);
        });
      }
    },
    env,
    size: { columns: 80, rows: 24 },
    setting,
    askTmux: async () => tmux ?? { client: '', passes: false, sixel: false },
    patience: 50,
  });
  return { support, questions: questions.join(''), typed };
}

const named = (version: string, attributes = '62', kitty = '') => ({
  '\x1b[>q': `\x1bP>|${version}\x1b\\`,
  '\x1b_Gi=31': kitty,
  '\x1b[c': `\x1b[?${attributes}c`,
});
const OK = '\x1b_Gi=31;OK\x1b\\';

describe('how a terminal shows photos', () => {
  test.each([
    ['kitty(0.28.0)', '62', '', 'kitty', true],
    ['kitty(0.41.1)', '62', '', 'kitty', true],
    ['kitty(1.2.0)', '62', '', 'kitty', true],
    ['ghostty 1.1.3', '62', '', 'kitty', true],
    ['kitty(0.27.1)', '62', OK, 'kitty', false],
    ['WezTerm 20240203-110809-5046fc22', '65;4;6;18;22', OK, 'kitty', false],
    ['Konsole 24.12.0', '62;1;4', OK, 'kitty', false],
    ['iTerm2 3.5.2', '62;4', OK, 'iterm', false],
    ['mintty 3.7.4', '65;1;4', '', 'iterm', false],
    ['XTerm(379)', '64;1;2;4;6', '', 'sixel', false],
    ['foot(1.16.2)', '62;4;22', '', 'sixel', false],
    ['VTE(7200)', '65;1;9', '', 'blocks', false],
    ['XTerm(379)', '64;1;2;6;9;15;22', '', 'blocks', false],
  ] as const)('%s (%s)', async (version, attributes, kitty, protocol, inText) => {
    const { support } = await ask(named(version, attributes, kitty));
    expect([support.protocol, support.inText]).toEqual([protocol, inText]);
  });

  test('a terminal without a version is not asked in the kitty protocol, which it may print', async () => {
    const { support, questions } = await ask({ '\x1b[c': '\x1b[?1;2c' });
    expect(support.protocol).toBe('blocks');
    expect(questions).not.toContain('\x1b_G');
  });

  test('a terminal that answers nothing shows photos as half blocks', async () => {
    expect((await ask({})).support).toMatchObject({ protocol: 'blocks', inText: false });
  });

  test('the setting goes before the terminal’s answers', async () => {
    for (const setting of ['iterm', 'sixel', 'blocks'] as const) {
      const { support } = await ask(named('kitty(0.41.1)'), { setting });
      expect([support.protocol, support.inText]).toEqual([setting, false]);
    }
  });

  test('in tmux the terminal around it counts, if its sequences pass', async () => {
    const tmux = named('tmux 3.5a', '1;2;4');
    const client = 'kitty(0.41.1)';
    const found = async (passes: boolean, sixel: boolean) =>
      (await ask(tmux, { tmux: { client, passes, sixel } })).support;
    expect(await found(true, false)).toMatchObject({ protocol: 'kitty', inText: true, wrapped: true });
    expect(await found(false, false)).toMatchObject({ protocol: 'blocks', inText: false });
    // tmux itself claims Sixel; it shows plus signs if the terminal around it cannot show it.
    expect(await found(false, true)).toMatchObject({ protocol: 'sixel' });
  });

  test('a cell has the size that the terminal states, else one from its window and Sixel’s limits, else a small one for Sixel', async () => {
    const cell = async (answers: Record<string, string>) =>
      (await ask({ ...answers, ...named('XTerm(379)', '64;4') })).support.cell;
    expect(await cell({ '\x1b[16t': '\x1b[6;18;9t' })).toEqual({ width: 9, height: 18 });
    const limits = { '\x1b[?2;1;0S': '\x1b[?2;0;640;432S\x1b[?2;0;1000;1000S' };
    expect(await cell(limits)).toEqual({ width: 8, height: 18 });
    const wide = { '\x1b[?2;1;0S': '\x1b[?2;0;1000;480S\x1b[?2;0;1000;1000S' };
    expect(await cell(wide)).toEqual({ width: 8, height: 20 });
    expect(await cell({})).toEqual({ width: 6, height: 13 });
  });

  test('24-bit colours are used if the terminal is known for them or says so', async () => {
    expect((await ask(named('VTE(7200)'))).support.trueColour).toBe(true);
    expect((await ask(named('XTerm(379)'))).support.trueColour).toBe(false);
    expect((await ask(named('XTerm(379)'), { env: { COLORTERM: 'truecolor' } })).support.trueColour).toBe(
      true,
    );
  });
});

test('no answer is taken for a key, however it is cut', async () => {
  const answers = {
    '\x1b[16t': '\x1b[6;20;10t\x1b[?1;0;1024S\x1b[?2;0;640;480S',
    ...named('WezTerm 20240203', '65;4;6;18;22', OK),
  };
  for (const chunk of [1, 2, 3, 7, 1000]) {
    const { support, typed } = await ask(answers, { chunk });
    expect(typed).toEqual([]);
    expect(support).toMatchObject({ protocol: 'kitty', cell: { width: 10, height: 20 } });
  }
});
