import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { startClock } from '../../../source/tui/effects/clock.ts';
import { NOW, session } from '../session.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A reader whose clock starts so many ms after a full minute. */
async function reading(after = 0) {
  vi.setSystemTime(NOW + after);
  const at = session(undefined, { now: Date.now() }, undefined, Date.now);
  const end = startClock(at.store, Date.now);
  await vi.advanceTimersByTimeAsync(1000);
  at.type('k');
  return { ...at, end };
}

describe('a notice', () => {
  test.each([0, 1700, 4999, 30_000, 56_300, 59_998])(
    'stands eight seconds, %i ms after a full minute as at any other time',
    async (after) => {
      const { type, state, end } = await reading(after);
      await vi.advanceTimersByTimeAsync(42_000);
      type('y');
      await vi.advanceTimersByTimeAsync(7900);
      expect(state().notice?.key).toBe('notice.copied');
      await vi.advanceTimersByTimeAsync(200);
      expect(state().notice).toBeNull();
      end();
    },
  );

  test('a notice that follows another has its own eight seconds', async () => {
    const { type, state, end } = await reading();
    type('y');
    await vi.advanceTimersByTimeAsync(6000);
    type('b');
    await vi.advanceTimersByTimeAsync(6000);
    expect(state().notice?.key).toBe('notice.bookmarked');
    await vi.advanceTimersByTimeAsync(2100);
    expect(state().notice).toBeNull();
    end();
  });

  test('a warning stands until a key, with no timer meanwhile', async () => {
    const { store, type, state, end } = await reading();
    store.dispatch({ type: 'warned', warning: { key: 'archive.unwritable', params: {} } });
    // The clock's own tick and no other timer.
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(600_000);
    expect(state().notice?.key).toBe('archive.unwritable');
    type('j');
    expect(state().notice).toBeNull();
    end();
  });
});

test('while nothing happens the screen gets an event only for a new minute', async () => {
  const { store, end } = await reading();
  let frames = 0;
  store.subscribe(() => {
    frames += 1;
  });
  await vi.advanceTimersByTimeAsync(50_000);
  expect(frames).toBe(0);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(frames).toBe(1);
  end();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(frames).toBe(1);
});

test('the age of an arriving headline counts from now, not from the last full minute', async () => {
  const { store, state, end } = await reading();
  await vi.advanceTimersByTimeAsync(40_000);
  store.dispatch({ type: 'refreshing', section: 'politics' });
  expect(state().now).toBe(Date.now());
  end();
});

test('a paste that changes nothing draws nothing, whenever it comes', async () => {
  const { store, type, end } = await reading();
  await vi.advanceTimersByTimeAsync(30_000);
  let frames = 0;
  store.subscribe(() => {
    frames += 1;
  });
  type('\x1b[200~어쩌다 붙은 글\x1b[201~');
  expect(frames).toBe(0);
  end();
});
