import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { commandBed } from '../support/program/command-bed.ts';
import { emptyHome, runProgram } from '../support/program/program.ts';

const { donga, json, site } = commandBed();

describe('headlines', () => {
  test('are fetched once and then answered from the archive', async () => {
    const first = await json(['headlines', 'politics', '--json']);
    expect(first.length).toBeGreaterThanOrEqual(20);
    const asked = site().requests.length;
    const second = await json(['headlines', '정치', '--json']);
    expect(second).toEqual(first);
    expect(site().requests.length).toBe(asked);
  });

  test('have the shape others rely on, newest first', async () => {
    const list = await json(['headlines', 'economy', '--json', '--limit', '7']);
    expect(list).toHaveLength(7);
    for (const headline of list) {
      expect(Object.keys(headline)).toEqual(
        expect.arrayContaining([
          'id',
          'title',
          'url',
          'section',
          'sections',
          'publishedAt',
          'summary',
          'image',
          'read',
          'bookmarked',
        ]),
      );
      expect(headline.publishedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/);
    }
    const times = list.map((headline: { publishedAt: string }) => headline.publishedAt);
    expect(times).toEqual([...times].sort().reverse());
  });

  test('in a pipe are tab-separated, the time in ISO', async () => {
    const { stdout } = await donga(['headlines', 'culture', '--limit', '3']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows).toHaveLength(3);
    for (const row of rows) {
      expect(row).toHaveLength(4);
      expect(row[0]).toMatch(/\+09:00$/);
      expect(row[3]).toMatch(/^https?:\/\//);
    }
  });

  test('are printed if standard output is no terminal', async () => {
    expect((await donga(['politics'])).stdout).toBe((await donga(['headlines', 'politics'])).stdout);
  });

  test('of an unknown section are refused with the one that was probably meant', async () => {
    const { status, stderr } = await donga(['headlines', 'politcs']);
    expect(status).toBe(2);
    expect(stderr).toContain('politics');
  });

  test('with no network and nothing archived fail in one line, and as JSON too', async () => {
    const { status, stdout, stderr } = await runProgram(['headlines', '--json'], {
      env: { DONGA_TUI_HOME: await emptyHome(), DONGA_TUI_FEEDS: 'http://127.0.0.1:1' },
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe('unreachable');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('search', () => {
  beforeAll(() => donga(['sync']));

  test('leaves out words behind a dash, in arguments, behind -- and in queries from standard input', async () => {
    const titles = async (args: readonly string[], input?: string): Promise<string[]> =>
      (await json(['search', '--json', '--limit', '100', ...args], input)).map(
        ({ title, summary }: { title: string; summary: string }) => title + summary,
      );
    const all = await titles(['금리']);
    const some = all.filter((text) => !text.includes('한국은행'));
    expect(some.length).toBeLessThan(all.length);
    expect(await titles(['금리', '-한국은행'])).toEqual(some);
    expect(await titles(['--', '-한국은행', '금리'])).toEqual(some);
    expect(await titles(['금리 -한국은행'])).toEqual(some);
    expect(await titles(['--stdin'], '금리 -한국은행\n')).toEqual(some);
    expect(await titles(['금리', '안읽음:'])).toEqual(all);
    expect(await titles(['금리', 'read:'])).toEqual([]);
    const misread = await donga(['search', '금리', 'unraed:']);
    expect(misread.status).toBe(2);
    expect(misread.stderr).toContain('unread:');
  });

  test('answers a query a line, in order', async () => {
    const { stdout } = await donga(
      ['search', '--stdin', '--json', '--limit', '3'],
      '금리\n없는말이라찾을수없다\n',
    );
    const answers = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers).toHaveLength(2);
    expect(answers[0].length).toBeGreaterThan(0);
    expect(answers[0][0]).toMatchObject({ score: expect.any(Number), matches: expect.any(Array) });
    expect(answers[1]).toEqual([]);
  });
});

test('an invalid origin for the feeds is refused by its variable’s name', async () => {
  const { status, stderr } = await runProgram(['headlines'], {
    env: { DONGA_TUI_HOME: await emptyHome(), DONGA_TUI_FEEDS: 'nonsense' },
  });
  expect(status).toBe(1);
  expect(stderr).toContain('nonsense');
});

describe('wrong usage', () => {
  test.each([
    [['--jsn'], '--json'],
    [['headines'], 'headlines'],
    [['polltics'], 'politics'],
    [['headlines', '--limit', 'many'], '--limit'],
    [['search'], 'search <말…>'],
    [['foo'], 'donga-tui sections'],
    [['foo'], 'headlines, read, search, bookmarks'],
    [['foo', '--lang', 'en'], 'donga-tui sections'],
    [['sections', 'foo'], 'foo'],
    [['read', 'x.html', '--width', '-1'], '--width'],
    [['headlines', '--limit', '0'], '--limit'],
    ...['0', '00', '40.5', '1e2', '٤٠', '', '99999999999', '100000'].map((width): [string[], string] => [
      ['read', 'x.html', `--width=${width}`],
      '--width',
    ]),
    ...['-3', '1.0', '0x10', ' ', '99999999999'].map((limit): [string[], string] => [
      ['search', 'x', `--limit=${limit}`],
      '--limit',
    ]),
    [['headlines', 'polltics'], 'politics'],
    [['search', '예산', '@국재'], '@국제'],
    [['search', '<yesturday', '예산', '--in', 'archive'], '<어제'],
    [['search', '>2026-11-31', '--in', 'bookmarks', '--json'], '>2026-11-20'],
    [['headlines', '없는섹션'], 'donga-tui sections'],
    [['sync', 'politics', 'economics'], 'economy'],
    [['sync', '경재'], '경제'],
    [['sections', '--width', '40'], '--width'],
    [['졍제'], '경제'],
    [['스포츠동아', '야규'], '스포츠동아 야구'],
    [['headlines', '--limit', '--json'], '1–1000000000'],
    [['search', '금리', '--in', '--json'], 'headlines, bookmarks, archive'],
    [['config', 'path', 'here'], 'here'],
    [['config', 'get', 'lang', 'ko'], 'ko'],
    [['config', 'unset', 'keys.open', 'x'], 'x'],
    [['config', 'set', 'hanja'], '값이 빠졌습니다'],
    [['follow', 'ad', 'tag:금리'], 'add'],
    [['follow', 'add', 'reproter:이나래'], 'reporter:이나래'],
    [['follow', 'add', '열재:횡설수설'], '연재:횡설수설'],
    [['bookmarks', 'note'], 'bookmarks note <링크 또는 번호> [글]'],
    [['bookmarks', 'export', '--format', 'html', '--json'], '--json'],
    [['mute', 'lsit'], 'donga-tui mute --help'],
    [['mute', '스포츠'], '혹시 이것인가요? donga-tui mute add 스포츠'],
  ])('%j exits 2 and names the possible words', async (args, hint) => {
    const { status, stderr } = await donga(args);
    expect(status).toBe(2);
    expect(stderr).toContain(hint);
  });
});

test('the version is package.json’s', async () => {
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  expect((await donga(['--version'])).stdout).toBe(`${version}\n`);
  const facts = JSON.parse((await donga(['--version', '--json'])).stdout);
  expect(facts.version).toBe(version);
  expect(await readFile(facts.thirdParty, 'utf8')).toContain('htmlparser2');
});
