// The order of the house: `npm run floors` prints the same.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  circlesOf,
  FLOORS,
  importsOf,
  importsOfFolders,
  misplaced,
  typesDeclaredTwice,
} from './support/checks/floors.ts';

const SOURCE = join(import.meta.dirname, '../source');
const files = importsOf(SOURCE);

test('no files import one another in a circle', () => {
  expect(circlesOf(files)).toEqual([]);
});

test('no folders import one another in a circle', () => {
  expect(circlesOf(importsOfFolders(files))).toEqual([]);
});

test('every import leads to a lower floor, and every room has one (test/support/checks/floors.ts)', () => {
  expect(misplaced(files)).toEqual([]);
});

test('no type name stands for two things', () => {
  expect(typesDeclaredTwice(SOURCE)).toEqual([]);
});

test('every room of the floors is there', () => {
  for (const room of FLOORS.flatMap(([rooms]) => rooms)) {
    expect(
      [...files.keys()].some((file) => file === room || file.startsWith(`${room}/`)),
      room,
    ).toBe(true);
  }
});

test('a circle, an import that leads up and a room without a floor are each found', () => {
  const graph = new Map([
    ['one/a.ts', ['two/b.ts']],
    ['two/b.ts', ['one/c.ts', 'two/d.ts']],
    ['two/d.ts', ['two/b.ts']],
    ['one/c.ts', []],
    ['three.ts', []],
  ]);
  expect(circlesOf(graph)).toEqual([['two/b.ts', 'two/d.ts']]);
  expect(circlesOf(importsOfFolders(graph))).toEqual([['one', 'two']]);
  expect(misplaced(graph, [['one'], ['two']])).toEqual(['two/b.ts -> one/c.ts', 'three.ts has no floor']);
});
