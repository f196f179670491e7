import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareWhenIdle } from '../../../source/tui/effects/idle/prepare-when-idle.ts';
import { rehearseOpening } from '../../../source/tui/effects/idle/rehearse.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { session } from '../session.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is likely to be asked for is readied once, step by step, when no key was pressed for a moment', async () => {
  const done: string[] = [];
  const errors: unknown[] = [];
  const idle = prepareWhenIdle(
    [
      () => {
        done.push('first');
        throw new Error('EAGAIN');
      },
      () => done.push('second'),
    ],
    (error) => errors.push(error),
  );
  await vi.advanceTimersByTimeAsync(300);
  idle.disturb();
  await vi.advanceTimersByTimeAsync(300);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(150);
  expect(done).toEqual(['first']);
  expect(errors).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(600_000);
  idle.disturb();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(done).toEqual(['first', 'second']);
});

test('an opening is rehearsed with the text that is kept, and nobody sees it', async () => {
  vi.useRealTimers();
  const { reader, settle, state, terminal } = session();
  await settle();
  const before = state();
  const asked: string[] = [];
  const kept = (id: string) => {
    asked.push(id);
    return articleOf(headline(Number(id)));
  };
  rehearseOpening(before, { kept });
  expect(asked).toEqual([reader.list[0]!.id]);
  expect(state()).toBe(before);
  expect(terminal).toEqual([]);
});
