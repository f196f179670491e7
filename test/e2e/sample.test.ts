// The sample edition's first command on a fresh home, whichever it is.
import { rm } from 'node:fs/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECTIONS } from '../../source/sections.ts';
import { emptyHome, runProgram } from '../support/program/program.ts';

let home: string;

beforeEach(async () => {
  home = await emptyHome();
});
afterEach(() => rm(home, { recursive: true, force: true }));

const donga = (args: readonly string[]) =>
  runProgram([...args, '--demo', '--json'], { env: { DONGA_TUI_HOME: home } });

/** An id that the sample edition has, from a home of its own. */
async function someId(): Promise<string> {
  const other = await emptyHome();
  const { stdout } = await runProgram(['headlines', '--demo', '--json'], { env: { DONGA_TUI_HOME: other } });
  await rm(other, { recursive: true, force: true });
  return JSON.parse(stdout)[0].id;
}

test('search finds the sample’s headlines, in every section, and prints nothing else', async () => {
  for (const args of [
    ['search', '@정치'],
    ['search', '@스포츠'],
    ['search', '--in', 'archive', '정부'],
  ]) {
    const { stdout, stderr, status } = await donga(args);
    expect([stderr, status]).toEqual(['', 0]);
    expect(JSON.parse(stdout).length).toBeGreaterThan(0);
  }
});

test('search finds every headline of the sample also if one section was read before', async () => {
  await donga(['headlines', 'economy']);
  expect(JSON.parse((await donga(['search', '@정치'])).stdout).length).toBeGreaterThan(0);
});

test('sections have their unread headlines', async () => {
  const rows: { name: string; unread: number }[] = JSON.parse((await donga(['sections'])).stdout);
  expect(rows.map(({ name }) => name)).toEqual(SECTIONS.map(({ name }) => name));
  expect(rows.filter(({ unread }) => unread === 0)).toEqual([]);
});

test('an article is read by its id', async () => {
  const id = await someId();
  expect(JSON.parse((await donga(['read', id])).stdout).id).toBe(id);
});

test('an article is bookmarked by its id', async () => {
  const id = await someId();
  expect(JSON.parse((await donga(['bookmarks', 'add', id])).stdout).id).toBe(id);
});
