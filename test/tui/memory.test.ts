import { expect, test, vi } from 'vitest';
import { favourMemory } from '../../source/tui/memory.ts';
import { session } from './session.ts';

const flags = vi.hoisted((): string[] => []);
vi.mock('node:v8', () => ({ setFlagsFromString: (flag: string) => flags.push(flag) }));

test('memory is saved, but while a search is typed', () => {
  const reader = session();
  const press = (keys: string) => {
    reader.type(keys);
    favourMemory(reader.state());
    return flags.at(-1);
  };
  expect(press('j')).toBe('--optimize-for-size');
  expect(press('/제목')).toBe('--no-optimize-for-size');
  expect(press('\r')).toBe('--optimize-for-size');
  press('jk');
  expect(flags.length).toBe(3);
});
