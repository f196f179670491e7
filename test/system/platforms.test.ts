import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { isUtf8 } from '../../source/commands/doctor.ts';
import { lockFreeVfs } from '../../source/storage/sqlite/connection.ts';
import { type ProgramSystem, startProgram } from '../../source/terminal/programs/program.ts';
import { createHandingOver } from '../../source/tui/draw/handing-over.ts';

/** A system that starts nothing: it notes the programs that it should start, and those that it should end. */
function fakeSystem(platform: NodeJS.Platform) {
  const started: unknown[] = [];
  const ended: unknown[] = [];
  const child = Object.assign(new EventEmitter(), {
    pid: 4711,
    exitCode: null,
    signalCode: null,
    stdin: new PassThrough(),
    kill: () => ended.push('the program alone'),
  });
  const system = {
    platform,
    spawn: (_command: string, _args: string[], { detached }: { detached: boolean }) => {
      started.push(detached ? 'in a group of its own' : 'beside this program');
      return child;
    },
    kill: (pid: number, signal: string) => ended.push([pid, signal]),
  } as unknown as ProgramSystem;
  return { system, started, ended, end: () => child.emit('close', 0, null) };
}

describe('a program that runs beside the full screen', () => {
  test.each([
    ['linux', 'nothing', 'in a group of its own', [-4711, 'SIGTERM']],
    ['darwin', 'nothing', 'in a group of its own', [-4711, 'SIGTERM']],
    ['win32', 'nothing', 'beside this program', 'the program alone'],
    ['linux', 'terminal', 'beside this program', 'the program alone'],
    ['win32', 'terminal', 'beside this program', 'the program alone'],
  ] as const)('on %s, printing on %s, is started and ended so', async (platform, on, begun, over) => {
    const { system, started, ended, end } = fakeSystem(platform);
    const running = startProgram(['voice', '--slow'], { input: '기사', env: {}, on }, system);
    running.stop();
    expect(started).toEqual([begun]);
    expect(ended).toEqual([over]);
    end();
    expect(await running.ended).toBeNull();
  });
});

describe('Ctrl-z', () => {
  const suspended = async (platform: NodeJS.Platform): Promise<string[]> => {
    const done: string[] = [];
    const note = (what: string) => (): void => void done.push(what);
    const terminal = createHandingOver({
      keyboard: { pause: note('pause'), resume: note('resume') },
      display: { leave: note('leave'), enter: note('enter'), forget: note('forget') },
      measure: note('measure'),
      system: {
        platform,
        kill: (pid, signal) => {
          done.push(`${pid} ${signal}`);
          return true;
        },
      },
    });
    await terminal.suspend();
    return done;
  };

  test.each(['linux', 'darwin'] as const)(
    'on %s stops the whole group, and the screen comes back',
    async (platform) => {
      const taken = ['resume', 'forget', 'measure', 'enter'];
      expect(await suspended(platform)).toEqual(['pause', 'leave', '0 SIGTSTP', ...taken]);
    },
  );

  test('on Windows, where no process can be stopped, does nothing', async () => {
    expect(await suspended('win32')).toEqual([]);
  });
});

test.each([
  ['linux', 'unix-none'],
  ['darwin', 'unix-none'],
  ['win32', 'win32-none'],
] as const)('on %s SQLite opens a file without locks by the VFS %s', (platform, vfs) => {
  expect(lockFreeVfs(platform)).toBe(vfs);
});

test.each([
  ['linux', 'ko_KR.UTF-8', true],
  ['darwin', 'ko_KR.utf8', true],
  ['linux', 'ko_KR.eucKR', false],
  ['linux', '', false],
  ['win32', '', true],
] as const)('on %s the locale %j is UTF-8: %j', (platform, locale, isOne) => {
  expect(isUtf8(locale, platform)).toBe(isOne);
});
