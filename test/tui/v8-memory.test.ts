import { expect, test, vi } from 'vitest';
import { favourMemory } from '../../source/tui/v8-memory.ts';
import { session } from './session.ts';

const flags = vi.hoisted((): string[] => []);
vi.mock('node:v8', () => ({ setFlagsFromString: (flag: string) => flags.push(flag) }));

test('memory is saved, but while a search is typed', () => {
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
