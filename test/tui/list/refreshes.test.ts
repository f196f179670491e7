import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Failure } from '../../../source/failure.ts';
import { SECTIONS } from '../../../source/sections.ts';
import { headlines } from '../../support/fake-headlines.ts';
import { type FakeReader, fakeReader } from '../../support/fake-reader.ts';
import { session } from '../session.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('twelve sections that come together are read once for the section on screen and once for the others', async () => {
  const reader = fakeReader(headlines(50, 100));
  const { store, type, selected } = session(reader, { section: 'total' });
  await vi.advanceTimersByTimeAsync(1000);
  const before = selected();
  let lists = 0;
  const { headlines: list } = reader;
  reader.headlines = (query) => {
    lists += 1;
    return list(query);
  };
  let news = 50;
  reader.arrives = () => [...headlines(1, news--)];
  type('R');
  await vi.advanceTimersByTimeAsync(1000);

  // All sections, those outside the bar too.
  expect(reader.asked.at(-1)?.split(' ').length).toBe(1 + SECTIONS.length);
  expect(lists).toBe(2);
  expect(store.getState().screens[0].list.items.length).toBe(50 + SECTIONS.length);
  expect(selected()).toBe(before);
});

describe('failures of other sections', () => {
  const failing = (here: () => ReturnType<FakeReader['arrives']>): FakeReader => {
    const reader = fakeReader();
    reader.arrives = (section) =>
      section === 'politics'
        ? here()
        : section === 'total'
          ? []
          : new Failure('http-status', { status: 503, host: 'rss.donga.com' });
    return reader;
  };
  const told = { key: 'notice.sections-failed', tone: 'alert', params: { count: 10 } };

  test.each([
    ['nothing new', () => []],
    ['something new', () => headlines(3, 900)],
  ] as const)('are shown at the start and by R, also if the section on screen has %s', async (_, here) => {
    const { type, state } = session(failing(here));
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().notice).toMatchObject(told);
    type('k');
    expect(state().notice).toBeNull();
    type('R');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().notice).toMatchObject(told);
  });

  test('do not replace the failure of the section on screen', async () => {
    const { type, state } = session(failing(() => new Failure('bad-feed')));
    await vi.advanceTimersByTimeAsync(1000);
    type('R');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().notice).toMatchObject({ key: 'notice.section-failed', tone: 'alert' });
  });
});

describe('headlines brought by R', () => {
  test('are counted when all have answered, for the union those of any section', async () => {
    const reader = fakeReader();
    const { type, state } = session(reader, { section: 'total' });
    await vi.advanceTimersByTimeAsync(1000);
    reader.arrives = (section) => (section === 'politics' ? headlines(3, 900) : []);
    type('kR');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().notice).toMatchObject({ key: 'notice.refreshed', params: { added: 3 } });
  });

  test.each(['politics', 'economy'])(
    'are counted in another section too than the one of %s',
    async (from) => {
      const reader = fakeReader();
      const { type, state } = session(reader, { section: 'politics' });
      await vi.advanceTimersByTimeAsync(1000);
      reader.arrives = (section) => (section === from ? headlines(4, 900) : []);
      type('R');
      await vi.advanceTimersByTimeAsync(1000);
      const key = from === 'politics' ? 'notice.refreshed' : 'notice.refreshed-all';
      expect(state().notice).toMatchObject({ key, params: { added: 4 } });
    },
  );

  test('are said to be none only if there are none', async () => {
    const { type, state } = session(fakeReader(), { section: 'total' });
    await vi.advanceTimersByTimeAsync(1000);
    type('kR');
    await vi.advanceTimersByTimeAsync(1000);
    expect(state().notice).toMatchObject({ key: 'notice.refreshed', params: { added: 0 } });
  });
});

describe('the log', () => {
  const fault = new TypeError('of undefined');

  test('has an unforeseen error once, even if many sections meet it', async () => {
    const reader = fakeReader();
    reader.arrives = () => new Failure('internal', {}, fault);
    const { type, logged } = session(reader);
    await vi.advanceTimersByTimeAsync(1000);
    type('R');
    await vi.advanceTimersByTimeAsync(1000);
    expect(logged).toEqual([fault]);
  });

  test('has no error that came because the reader left', async () => {
    const reader = fakeReader();
    const held = Promise.withResolvers<void>();
    reader.refresh = async (_, events) => {
      await held.promise;
      events?.onRefresh?.({
        section: 'politics',
        done: { section: 'politics', added: 0, problems: 0, failure: new Failure('internal', {}, fault) },
      });
      throw fault;
    };
    const { effects, logged } = session(reader);
    await effects.close();
    held.resolve();
    await vi.advanceTimersByTimeAsync(1000);
    expect(logged).toEqual([]);
  });
});
