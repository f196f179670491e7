import { expect, test, vi } from 'vitest';
import type { HeadlineItem, Screen } from '../../source/tui/state/screens.ts';
import type { State } from '../../source/tui/state/state.ts';
import { favourMemory } from '../../source/tui/v8-memory.ts';
import { session } from './session.ts';

const flags = vi.hoisted((): string[] => []);
const heap = vi.hoisted(() => ({ used_heap_size: 20e6, external_memory: 1e6 }));
vi.mock('node:v8', () => ({
  setFlagsFromString: (flag: string) => flags.push(flag),
  getHeapStatistics: () => heap,
}));
const collected = vi.hoisted(() => ({ times: 0, ways: [] as string[] }));
vi.mock('node:vm', () => ({
  runInNewContext: () => (how: { flavor: string }) => {
    collected.ways.push(how.flavor);
    collected.times += 1;
  },
}));

vi.useFakeTimers();

test('memory is saved, except while a search is typed', () => {
  const reader = session();
  const press = (keys: string) => {
    reader.type(keys);
    favourMemory(reader.state());
    return flags.splice(0);
  };
  const saved = ['--semi-space-growth-factor=1', '--optimize-for-size', '--no-turbofan'];
  expect(press('j')).toEqual(saved);
  expect(press('/제목')).toEqual(['--no-optimize-for-size', '--turbofan']);
  expect(press('\r')).toEqual(saved);
  expect(press('jk')).toEqual([]);
});

test('garbage is collected once nothing is left to do, where there is much of it', () => {
  const reader = session();
  const press = (keys: string, ms: number) => {
    reader.type(keys);
    favourMemory(reader.state());
    vi.advanceTimersByTime(ms);
  };
  press('j', 100);
  const before = collected.times;
  press('j', 100);
  expect(collected.times).toBe(before);
  heap.used_heap_size += 10e6;
  for (let key = 0; key < 20; key += 1) press('j', 30);
  expect(collected.times).toBe(before);
  vi.advanceTimersByTime(100);
  expect(collected.times).toBe(before + 1);
  press('j', 100);
  expect(collected.times).toBe(before + 1);
});

test('leaving many bookmarks gives their memory back, though the heap has not grown', () => {
  const reader = session();
  const rest = (state: State) => {
    favourMemory(state);
    vi.advanceTimersByTime(100);
    return collected.ways.splice(0);
  };
  const state = reader.state();
  const showing = (length: number): State => {
    const list = { ...state.screens[0].list, items: new Array<HeadlineItem>(length) };
    const bookmarks: Screen = { kind: 'bookmarks', order: 'saved', list, search: null };
    return { ...state, screens: [state.screens[0], bookmarks] };
  };
  rest(state);
  rest(showing(500));
  expect(rest(state)).toEqual([]);
  rest(showing(5000));
  // A search lists its results.
  rest(showing(3));
  expect(rest(state)).toEqual(['last-resort']);
  expect(rest(state)).toEqual([]);
});
