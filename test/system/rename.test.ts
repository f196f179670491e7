import { describe, expect, test } from 'vitest';
import { endBySignal } from '../../source/system/ending.ts';
import { renameFile } from '../../source/system/rename.ts';

/** A rename that meets an error so many times before it succeeds, and the waits meanwhile. */
function attempt(platform: NodeJS.Platform, code: string, times: number) {
  const done = { tries: 0, waited: 0 };
  const act = () =>
    renameFile('from', 'to', {
      platform,
      rename: () => {
        done.tries += 1;
        if (done.tries <= times) throw Object.assign(new Error(code), { code });
      },
      pause: (ms) => {
        done.waited += ms;
      },
    });
  return { act, done };
}

describe('a rename on Windows', () => {
  test.each(['EPERM', 'EBUSY', 'EACCES'])('that meets %s is tried again until it succeeds', (code) => {
    const { act, done } = attempt('win32', code, 7);
    act();
    expect(done.tries).toBe(8);
    expect(done.waited).toBeLessThan(1000);
  });

  test('a rename on Windows that is denied for more than a second fails', () => {
    const { act, done } = attempt('win32', 'EBUSY', 10_000);
    expect(act).toThrow('EBUSY');
    expect(done.waited).toBeGreaterThanOrEqual(1000);
    expect(done.waited).toBeLessThan(1100);
  });

  test.each(['ENOENT', 'ENOSPC', 'EXDEV'])('that meets %s fails at once', (code) => {
    const { act, done } = attempt('win32', code, 1);
    expect(act).toThrow(code);
    expect(done).toEqual({ tries: 1, waited: 0 });
  });
});

test.each(['linux', 'darwin'] as const)('a rename on %s that is not allowed fails at once', (platform) => {
  const { act, done } = attempt(platform, 'EPERM', 1);
  expect(act).toThrow('EPERM');
  expect(done.tries).toBe(1);
});

test.each([
  ['linux', 'SIGHUP', 'SIGHUP'],
  ['darwin', 'SIGTERM', 'SIGTERM'],
  ['win32', 'SIGHUP', 'SIGKILL'],
  ['win32', 'SIGINT', 'SIGINT'],
] as const)('on %s the program ends by %s as %s', (platform, signal, sent) => {
  const kills: unknown[] = [];
  const kill = (...given: unknown[]): true => {
    kills.push(given);
    return true;
  };
  endBySignal(signal, { pid: 7, platform, kill });
  expect(kills).toEqual([[7, sent]]);
});
