import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lookSoonAfterKeys } from '../../../source/tui/effects/idle/look-soon.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('changes of other processes are looked for once, after the last of several keys', async () => {
  const looked: string[] = [];
  const looking = lookSoonAfterKeys({
    dispatch: (...events) => looked.push(...events.map(({ type }) => type)),
  });
  for (let key = 0; key < 20; key += 1) {
    looking.disturb();
    await vi.advanceTimersByTimeAsync(120);
  }
  expect(looked).toEqual([]);
  await vi.advanceTimersByTimeAsync(250);
  expect(looked).toEqual(['look-due']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(looked).toHaveLength(1);
  looking.disturb();
  await vi.advanceTimersByTimeAsync(250);
  expect(looked).toHaveLength(2);
  looking.disturb();
  looking.end();
  await vi.advanceTimersByTimeAsync(250);
  expect(looked).toHaveLength(2);
});
