import { expect, test } from 'vitest';
import type { Context } from '../../source/commands/shared/context.ts';
import { startProgress } from '../../source/commands/shared/progress.ts';

function contextOn(isTTY: boolean, plain: boolean) {
  let written = '';
  const stderr = {
    isTTY,
    columns: 80,
    write: (text: string) => {
      written += text;
      return true;
    },
    on: () => undefined,
    removeListener: () => undefined,
  };
  return { context: { stderr, plain, language: 'ko' } as unknown as Context, written: () => written };
}

async function ran(isTTY: boolean, plain: boolean): Promise<string> {
  const { context, written } = contextOn(isTTY, plain);
  const progress = await startProgress(context, '섹션', 3);
  for (const label of ['정치', '경제', '사회']) progress.step(label);
  progress.end();
  return written();
}

test('a terminal has a bar with counts, which is gone at the end', async () => {
  const written = await ran(true, false);
  expect(written).toContain('0/3');
  expect(written).toContain('섹션');
  expect(written).toMatch(/\u001b\[0?K|\u001b\[2K/);
  expect(written).toMatch(/\u001b\[\?25h/);
});

test('a pipe has nothing, and a screen reader one line of words', async () => {
  expect(await ran(false, false)).toBe('');
  expect(await ran(true, true)).toBe('섹션: 3건을 받습니다.\n');
});
