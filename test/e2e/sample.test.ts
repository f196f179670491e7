// The sample edition's first command on a fresh home, whichever it is.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SECTIONS } from '../../source/sections.ts';
import { BIN, emptyHome, removeHome, runProgram } from '../support/program/program.ts';
import { Terminal } from '../support/terminal/terminal.ts';

let home: string;

beforeEach(async () => {
  home = await emptyHome();
});
afterEach(() => removeHome(home));

const donga = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  runProgram([...args, '--demo', '--json'], { env: { DONGA_TUI_HOME: home, ...env } });
const answer = async (args: readonly string[], env?: Readonly<Record<string, string>>) =>
  JSON.parse((await donga(args, env)).stdout);

/** An id that the sample edition has, from a home of its own. */
async function someId(): Promise<string> {
  const other = await emptyHome();
  const { stdout } = await runProgram(['headlines', '--demo', '--json'], { env: { DONGA_TUI_HOME: other } });
  await removeHome(other);
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

test('the labels of sections and feeds are in the language asked for, and the same in JSON', async () => {
  for (const command of ['sections', 'feeds']) {
    const labelsIn = async (...more: string[]): Promise<(string | undefined)[]> => {
      const { stdout } = await runProgram([command, '--demo', ...more], { env: { DONGA_TUI_HOME: home } });
      return stdout
        .trim()
        .split('\n')
        .map((line) => line.split('\t')[1]);
    };
    expect(await labelsIn('--lang', 'en')).toEqual(SECTIONS.map(({ english }) => english));
    expect(await labelsIn()).toEqual(SECTIONS.map(({ label }) => label));
  }
  const { stdout } = await donga(['sections', '--lang', 'en']);
  expect(JSON.parse(stdout).map(({ label }: { label: string }) => label)).toEqual(
    SECTIONS.map(({ label }) => label),
  );
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

test('something is watched at first, and no longer once it was removed; nothing of it is in the reader’s own home', async () => {
  expect((await answer(['headlines', 'following'])).length).toBeGreaterThan(1);
  const [word, ...others] = await answer(['watch']);
  expect(others).toEqual([]);
  await donga(['watch', 'remove', word]);
  expect(await answer(['watch'])).toEqual([]);
  const own = await runProgram(['watch', '--json'], { env: { DONGA_TUI_HOME: home } });
  expect(JSON.parse(own.stdout)).toEqual([]);
});

test('days later its headlines are of that day, and so is a text that was read before', async () => {
  const DAY = 24 * 60 * 60_000;
  const clock = pathToFileURL(join(import.meta.dirname, '../support/program/clock.ts')).href;
  const [{ id }] = await answer(['headlines']);
  const before = await answer(['read', id]);
  for (const days of [3, 400]) {
    const env = { NODE_OPTIONS: `--import=${clock}`, CLOCK_AHEAD: String(days * DAY) };
    const [first] = await answer(['headlines'], env);
    expect(first.id).toBe(id);
    const age = Date.now() + days * DAY - Date.parse(first.publishedAt);
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(DAY);
    const after = await answer(['read', id], env);
    expect(after).toEqual({ ...before, publishedAt: after.publishedAt });
    expect(after.publishedAt.slice(0, 16)).toBe(first.publishedAt.slice(0, 16));
    expect((await answer(['today'], env)).sections.length).toBeGreaterThan(3);
  }
});

test('it opens again where it was left by q', async () => {
  const selected = () => terminal.rows().find((row) => row.startsWith('▌')) ?? '';
  const title = () => selected().slice(-20);
  let terminal = new Terminal(process.execPath, [BIN, '--demo'], { env: { DONGA_TUI_HOME: home } });
  await terminal.shows('전체기사 127');
  const first = title();
  terminal.press('jjj');
  await terminal.shows(() => selected() !== '' && title() !== first && selected().includes('한국은행'));
  const left = title();
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
  terminal = new Terminal(process.execPath, [BIN, '--demo'], { env: { DONGA_TUI_HOME: home } });
  await terminal.shows(() => title() === left);
  terminal.press('\x03');
  expect(await terminal.exits()).toBe(0);
});

test('a setting that is changed in it stays in it, and the reader’s own settings hold for the others', async () => {
  const config = async (words: readonly string[], demo: boolean): Promise<string> => {
    const args = ['config', ...words, ...(demo ? ['--demo'] : [])];
    const { stdout, stderr, status } = await runProgram(args, { env: { DONGA_TUI_HOME: home } });
    expect([stderr, status]).toEqual(['', 0]);
    return stdout.trim();
  };
  await config(['set', 'width', '60'], false);
  await config(['set', 'theme', 'pine'], true);
  await config(['set', 'keys.undo', 'ctrl-t'], true);
  expect([await config(['get', 'theme'], false), await config(['get', 'theme'], true)]).toEqual([
    'sky',
    'pine',
  ]);
  expect([await config(['get', 'width'], true), await config(['get', 'keys'], false)]).toEqual(['60', '']);
  await config(['unset', 'theme'], true);
  expect(await config(['get', 'theme'], true)).toBe('sky');
  // The sample's own word is watched all the same.
  expect(await answer(['watch'])).toHaveLength(1);

  const terminal = new Terminal(process.execPath, [BIN, '--demo', '--lang', 'en'], {
    env: { DONGA_TUI_HOME: home },
  });
  await terminal.shows('All 127');
  terminal.press('>');
  await terminal.shows('text 64 cells wide');
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
  expect([await config(['get', 'width'], false), await config(['get', 'width'], true)]).toEqual(['60', '64']);
});
