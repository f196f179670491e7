import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BIN, emptyHome } from '../../support/program/program.ts';

const NO_ROOM = '/dev/full';

let home: string;
beforeAll(async () => {
  home = await emptyHome();
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Runs the program with streams that need not be pipes. */
function run(
  args: readonly string[],
  stdio: { out?: number; err?: number; cwd?: string; env?: NodeJS.ProcessEnv },
) {
  return new Promise<{ status: number | null; out: string; err: string }>((resolve) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd: stdio.cwd,
      env: { ...process.env, DONGA_TUI_HOME: home, ...stdio.env },
      stdio: ['ignore', stdio.out ?? 'pipe', stdio.err ?? 'pipe'],
    });
    let [out, err] = ['', ''];
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('close', (status) => resolve({ status, out, err }));
  });
}

describe.skipIf(!existsSync(NO_ROOM))('output into a full device', () => {
  test.each([
    [['--version']],
    [['-v']],
    [['--help']],
    [['--version', '--lang', 'en']],
    [['sections']],
    [['sections', '--json']],
    [['config']],
    [['headlines', '--demo']],
    [['search', '없는섹션말', '--json', '--demo']],
  ])('%j says in one line that nothing could be written', async (args) => {
    const { status, err } = await run(args, { out: openSync(NO_ROOM, 'w') });
    expect(status).toBe(1);
    expect(err).toMatch(/^donga-tui: .*(?:디스크가 가득 참|the disk is full).*\n$/);
  });

  test('a full standard error loses its own lines alone', async () => {
    const { status, out } = await run(['headlines', '--offline', '--json'], { err: openSync(NO_ROOM, 'w') });
    expect(status).toBe(1);
    expect(JSON.parse(out).error.code).toBe('offline');
  });
});

describe('with a HOME that is not an absolute path', () => {
  test.each(['', 'here', '../up'])('%j creates nothing, and the error names HOME', async (HOME) => {
    const cwd = mkdtempSync(join(tmpdir(), 'donga-tui-cwd-'));
    try {
      for (const args of [['headlines', '--offline'], ['config', 'set', 'hanja', 'on'], ['bookmarks']]) {
        const { status, err } = await run(args, {
          cwd,
          env: { HOME, DONGA_TUI_HOME: '', XDG_DATA_HOME: '' },
        });
        expect([args, status]).toEqual([args, 1]);
        expect(err).toMatch(/^donga-tui: .*HOME.*\n$/);
      }
      expect((await run(['--help'], { cwd, env: { HOME, DONGA_TUI_HOME: '' } })).status).toBe(0);
      expect(readdirSync(cwd)).toEqual([]);
    } finally {
      rmSync(cwd, { recursive: true });
    }
  });
});
