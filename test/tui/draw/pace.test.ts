import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { paced } from '../../../source/tui/draw/pace.ts';

let frames: number;
const draw = () => {
  frames += 1;
};

beforeEach(() => {
  vi.useFakeTimers();
  frames = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

test('the first change is drawn at once, a burst after it as one', () => {
  const pace = paced(draw);
  for (let change = 0; change < 50; change += 1) pace.call();
  expect(frames).toBe(1);
  vi.advanceTimersByTime(50);
  expect(frames).toBe(2);
  vi.advanceTimersByTime(1000);
  expect(frames).toBe(2);
});

test('a key in the midst of a burst is drawn at once, and changes behind it wait again', () => {
  const pace = paced(draw);
  for (let change = 0; change < 5; change += 1) pace.call();
  pace.flush();
  expect(frames).toBe(2);
  pace.call();
  expect(frames).toBe(2);
  vi.advanceTimersByTime(50);
  expect(frames).toBe(3);
});

test('a key that changes nothing draws nothing, and nothing is drawn after the end', () => {
  const pace = paced(draw);
  pace.flush();
  pace.call();
  pace.flush();
  expect(frames).toBe(1);
  pace.call();
  pace.end();
  vi.advanceTimersByTime(1000);
  expect(frames).toBe(1);
});
