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

test('tidying goes on in slices while the terminal is quiet', async () => {
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

test('a failure to tidy goes to the log, and is tried again', async () => {
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
