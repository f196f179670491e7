import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createChores } from '../../source/tui/chores.ts';
import { fakeReader } from '../support/fake-reader.ts';

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
  reader.indexTexts = () => {
    done.push('index');
    return texts-- > 0;
  };
  return { reader, done };
}

test('what is to be tidied is tidied when the terminal is quiet, bit by bit', () => {
  const { reader, done } = working(1, 2);
  const chores = createChores(reader, () => {});
  vi.advanceTimersByTime(2900);
  expect(done).toEqual([]);
  chores.disturb();
  vi.advanceTimersByTime(2900);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(done).toEqual(['prune', 'prune', 'index', 'prune', 'index', 'prune', 'index']);
  vi.advanceTimersByTime(60_000);
  expect(done.length).toBe(9);
  chores.end();
  vi.advanceTimersByTime(600_000);
  expect(done.length).toBe(9);
});

test('what cannot be tidied is told to the log, and tried again', () => {
  const { reader } = working(0, 0);
  reader.prune = () => {
    throw new Error('disk');
  };
  const told: unknown[] = [];
  const chores = createChores(reader, (error) => told.push(error));
  vi.advanceTimersByTime(70_000);
  expect(told.length).toBe(2);
  chores.end();
});
