import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { prepareWhenIdle } from '../../../source/tui/effects/idle/prepare-when-idle.ts';
import { openingRehearsals } from '../../../source/tui/effects/idle/rehearse.ts';
import { articleOf, headline } from '../../support/fake-headlines.ts';
import { session } from '../session.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('code and data of likely keys are readied once, step by step, when no key was pressed for a moment', async () => {
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

test('an opening is rehearsed with the kept text, some blocks at a time, and not shown', async () => {
  vi.useRealTimers();
  const { reader, settle, state, terminal } = session();
  await settle();
  const before = state();
  const asked: string[] = [];
  const read: number[] = [];
  const kept = (id: string) => {
    asked.push(id);
    const article = articleOf(headline(Number(id)));
    const blocks = Array.from({ length: 20 }, (_, at) => ({
      type: 'paragraph' as const,
      get text() {
        read.push(at);
        return `문단 ${at}`;
      },
    }));
    return { ...article, blocks };
  };
  const rehearsals = openingRehearsals(state, { kept, place: () => null, corrections: () => null });
  const parts = rehearsals.map((rehearse) => {
    rehearse();
    return [...new Set(read.splice(0))].sort((one, other) => one - other);
  });
  expect(asked).toEqual(rehearsals.map(() => reader.list[0]!.id));
  // Each part sets other blocks, and none the whole text.
  expect(parts.map((part) => part.length)).toEqual([6, 6, 6, 2]);
  expect(parts.flat()).toEqual(Array.from({ length: 20 }, (_, at) => at));
  expect(state()).toBe(before);
  expect(terminal).toEqual([]);
});
