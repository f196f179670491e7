import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { borrowArchive } from '../../../source/storage/archive/temporary-copy.ts';
import { archiveIn, newHome } from '../home.ts';
import { headline, NOON } from '../samples.ts';

/** A program that reads a copy of an archive; `temporary` is the folder for it. */
async function borrowing(temporary: string): Promise<ChildProcess> {
  const home = newHome();
  const archive = archiveIn(home);
  archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
  archive.close();
  const script = join(import.meta.dirname, '..', 'children', 'borrowing.ts');
  const child = spawn(process.execPath, [script, join(home, 'archive.db')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temporary },
  });
  const [said] = await once(child.stdout!, 'data');
  expect(String(said)).toBe('1\n');
  expect(readdirSync(temporary)).toHaveLength(1);
  return child;
}

describe('a copy of an archive that cannot be written', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'is gone after %s, which ends the program',
    async (signal) => {
      const temporary = newHome();
      const child = await borrowing(temporary);
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([null, signal]);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it('left by a program that was killed is removed by the next, and nothing else is', async () => {
    const temporary = newHome();
    const killed = await borrowing(temporary);
    const [left] = readdirSync(temporary);
    killed.kill('SIGKILL');
    await once(killed, 'exit');
    const others = ['donga-tui-copy-', `donga-tui-copy-${process.pid}-abc`, 'donga-tui-x', 'someone-else'];
    for (const name of others) mkdirSync(join(temporary, name));
    writeFileSync(join(temporary, 'donga-tui-copy-x'), '');
    const home = newHome();
    archiveIn(home).close();
    vi.stubEnv('TMPDIR', temporary);
    borrowArchive(join(home, 'archive.db'), () => NOON)!.close();
    vi.unstubAllEnvs();
    expect(readdirSync(temporary)).not.toContain(left);
    expect(readdirSync(temporary).toSorted()).toEqual([...others, 'donga-tui-copy-x'].toSorted());
  });
});
