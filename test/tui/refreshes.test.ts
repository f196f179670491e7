import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeReader, headlines } from '../support/fake-reader.ts';
import { session } from './session.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what twelve sections bring together is read once for the section on screen and once for the others', async () => {
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

  expect(reader.asked.at(-1)?.split(' ').length).toBe(13);
  expect(lists).toBe(2);
  expect(store.getState().screens[0].list.items.length).toBe(62);
  expect(selected()).toBe(before);
});
