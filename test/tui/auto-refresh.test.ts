import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyTenMinutes } from '../../source/tui/auto-refresh.ts';
import { fakeReader } from '../support/fake-reader.ts';
import { session } from './session.ts';

const MINUTE = 60_000;

describe('the clock of news that nobody asked for', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test.each([
    ['nine minutes at the earliest', 0, 9],
    ['ten in the middle', 0.5, 10],
    ['eleven at the latest', 0.999_999, 11],
  ])('rings after %s, and again', (_, chance, minutes) => {
    const act = vi.fn();
    const end = everyTenMinutes(act, () => chance);
    vi.advanceTimersByTime(minutes * MINUTE - 1000);
    expect(act).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(minutes * MINUTE);
    expect(act).toHaveBeenCalledTimes(2);
    end();
    vi.advanceTimersByTime(60 * MINUTE);
    expect(act).toHaveBeenCalledTimes(2);
  });
});

describe('when it rings', () => {
  const ring = async (change: Parameters<typeof session>[1]) => {
    const reader = fakeReader();
    const asked: (boolean | undefined)[] = [];
    const { refresh } = reader;
    const at = session(reader, change);
    await at.settle();
    reader.refresh = (sections, events) => {
      asked.push(events?.asked);
      expect(sections[0]).toBe('politics');
      expect(sections.length).toBe(at.state().sections.length);
      return refresh(sections, events);
    };
    at.store.dispatch({ type: 'refresh-due' });
    await at.settle();
    return asked;
  };

  test('all sections of the bar are looked at, the one on screen first', async () => {
    expect(await ring({})).toEqual([false]);
  });

  test('nothing is asked offline, nor in the sample edition', async () => {
    expect(await ring({ offline: true })).toEqual([]);
    expect(await ring({ edition: { kind: 'sample', why: 'demo' } })).toEqual([]);
  });
});
