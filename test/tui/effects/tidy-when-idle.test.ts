import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tidyWhenIdle } from '../../../source/tui/effects/idle/tidy-when-idle.ts';
import { fakeReader } from '../../support/fake-reader.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function working(prunes: number, texts: number) {
  const done: string[] = [];
  const reader = fakeReader();
  reader.prune = () => {
    done.push('prune');
    return prunes-- > 0;
  };
  reader.searching.index = () => {
    done.push('index');
    return texts-- > 0;
  };
  return { reader, done };
}

test('what is to be tidied is tidied when the terminal is quiet, bit by bit', async () => {
  const { reader, done } = working(1, 2);
  const chores = tidyWhenIdle(reader, () => {});
  await vi.advanceTimersByTimeAsync(2900);
  expect(done).toEqual([]);
  chores.disturb();
  await vi.advanceTimersByTimeAsync(2900);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).toEqual(['index', 'index', 'index', 'prune', 'index', 'prune']);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(done.length).toBe(8);
  chores.end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(done.length).toBe(8);
});

test('what cannot be tidied is told to the log, and tried again', async () => {
  const { reader } = working(0, 0);
  reader.prune = () => {
    throw new Error('disk');
  };
  const told: unknown[] = [];
  const chores = tidyWhenIdle(reader, (error) => told.push(error));
  await vi.advanceTimersByTimeAsync(70_000);
  expect(told.length).toBe(2);
  chores.end();
});
