import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { everyTenMinutes } from '../../../source/tui/effects/idle/refresh-timer.ts';
import { NO_WORDS } from '../../../source/watch-words.ts';
import { fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

const MINUTE = 60_000;

describe('the timer of refreshes without a key', () => {
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

describe('when the timer of refreshes rings', () => {
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

  test('all sections of the bar are refreshed, the one on screen first, if that was long ago', async () => {
    expect(await ring({})).toEqual([false]);
  });

  test('only the sections being read are refreshed, if the others were within half an hour', async () => {
    const reader = fakeReader();
    const at = session(reader);
    await at.settle();
    at.type('\t');
    const names = at.state().sections.map(({ name }) => name);
    const since = (minutes: number) => ({
      type: 'sections' as const,
      words: NO_WORDS,
      facts: names.map((name) => ({
        name,
        unread: 0,
        refreshedAt: at.state().now - minutes * MINUTE,
        lastFailure: null,
      })),
    });
    reader.asked.length = 0;
    at.store.dispatch(since(10), { type: 'refresh-due' });
    at.store.dispatch(since(31), { type: 'refresh-due' });
    expect(reader.asked.filter((asked) => asked.startsWith('refresh'))).toEqual([
      'refresh national politics',
      `refresh national politics ${names.filter((name) => !['national', 'politics'].includes(name)).join(' ')}`,
    ]);
  });

  test('no request is sent offline, nor in the sample edition', async () => {
    expect(await ring({ offline: true })).toEqual([]);
    expect(await ring({ edition: { kind: 'sample', why: 'demo' } })).toEqual([]);
  });
});
