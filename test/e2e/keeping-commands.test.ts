import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdLock } from '../../source/storage/files/lock.ts';
import { commandBed } from '../support/program/command-bed.ts';
import { runProgram } from '../support/program/program.ts';

const { donga, json, site, home } = commandBed();

describe('bookmarks', () => {
  test('are added by link, listed, found and removed', async () => {
    const [headline] = await json(['headlines', 'economy', '--json', '--limit', '1']);
    expect((await donga(['bookmarks', 'add', headline.url])).status).toBe(0);
    const list = await json(['bookmarks', 'list', '--json']);
    expect(list).toHaveLength(1);
    expect(list[0]).toMatchObject({ id: headline.id, note: '', tags: [], bookmarked: true });
    const word = headline.title.split(' ')[0];
    expect(await json(['search', '--in', 'bookmarks', word, '--json'])).toMatchObject([{ id: headline.id }]);
    expect((await donga(['bookmarks', 'remove', headline.id])).status).toBe(0);
    expect(await json(['bookmarks', '--json'])).toEqual([]);
    expect((await donga(['bookmarks', 'remove', headline.id])).status).toBe(1);
  });
});

describe('a home that cannot be written', () => {
  const nowhere = (args: readonly string[], feeds: string) =>
    runProgram(args, { env: { DONGA_TUI_HOME: '/proc/nowhere', DONGA_TUI_FEEDS: feeds } });

  test('does not prevent reading today’s news, and a warning says that nothing is kept', async () => {
    const { status, stdout, stderr } = await nowhere(['headlines', 'economy', '--json'], site().origin);
    expect(JSON.parse(stdout).length).toBeGreaterThan(10);
    expect(stderr).toContain('남지 않습니다');
    expect(status).toBe(0);
  });

  test('makes adding a bookmark fail with a message', async () => {
    const url = `${site().origin}/news/Economy/article/all/20261120/139074720/3`;
    const { status, stderr } = await nowhere(['bookmarks', 'add', url], site().origin);
    expect(status).toBe(1);
    expect(stderr).toContain('저장할 수 없는 폴더');
  });
});

describe('a sync', () => {
  const failing = ['national', 'sportsdonga/golf'];
  beforeAll(() => {
    for (const name of failing)
      site().set(`/${name}.xml`, (_, response) => void response.writeHead(503).end());
  });
  afterAll(() => {
    for (const name of failing) site().set(`/${name}.xml`, null);
  });

  test.each([[[]], [['--json']]])(
    'in which some sections failed keeps the others, names each failure on stderr and exits 1 (%j)',
    async (more) => {
      const { status, stdout, stderr } = await donga(['sync', ...more]);
      expect(status).toBe(1);
      expect(stdout).not.toBe('');
      for (const label of ['사회', '스포츠동아 골프'])
        expect(stderr).toContain(`${label}: 서버가 503 오류로 답했습니다`);
    },
  );
});

test('a sync without failures prints nothing in a pipe, and only one runs at a time', async () => {
  const [first, second] = ['politics', 'economy'];
  const quiet = await donga(['sync', first!, second!]);
  expect(quiet).toEqual({ status: 0, stdout: '', stderr: '' });

  const lock = holdLock(home(), 'sync')!;
  const refused = await donga(['sync', first!, '--json']);
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.stdout).error.code).toBe('sync-running');
  expect(refused.stderr).toMatch(/^donga-tui: 다른 donga-tui sync가 받고 있어[^\n]*\n$/);
  lock.release();
  expect((await donga(['sync', first!])).status).toBe(0);
});

test('the value that config prints of a setting can be typed', async () => {
  const rows = (await donga(['config'])).stdout.trimEnd().split('\n');
  const values = new Map(rows.map((row) => row.split('\t') as [string, string]));
  expect(values.get('hanja')).toBe('off');
  expect(values.get('mouse')).toBe('on');
  for (const name of ['mouse', 'prefetch', 'sections', 'copy']) {
    expect((await donga(['config', 'set', name, values.get(name)!])).status, name).toBe(0);
  }
  expect((await donga(['config'])).stdout.trimEnd().split('\n')).toEqual(rows);
  expect((await donga(['config', 'get', 'mouse'])).stdout).toBe('on\n');
  expect(await json(['config', 'get', 'mouse', '--json'])).toBe(true);

  const taken = await donga(['config', 'set', 'commands', 'o 열기: cat ;; ctrl-t 번역: trans']);
  expect(taken.stderr).toBe(
    'donga-tui: 설정 commands: o는 이제 ‘열기’ 키라 ‘브라우저로 열기’에는 통하지 않습니다\n',
  );
  expect((await donga(['config', 'unset', 'commands'])).status).toBe(0);
});

test('config set keys refuses unknown actions and keys, and names the meaning that a key had before', async () => {
  for (const [keys, told] of [
    ['nope: x', '‘nope’ 동작은 없습니다'],
    ['undo: x; bookmark: F13', '‘F13’'],
  ] as const) {
    const refused = await donga(['config', 'set', 'keys', keys]);
    expect(refused).toMatchObject({ status: 2, stdout: '' });
    expect(refused.stderr).toContain(told);
  }
  expect(await json(['config', 'get', 'keys', '--json'])).toEqual({});
  const kept = await donga(['config', 'set', 'keys', 'undo: j, ctrl-t']);
  expect(kept.status).toBe(0);
  expect(kept.stderr).toContain('j는 이제 ‘되돌리기’ 키라 ‘아래로’에는 통하지 않습니다');
  expect((await donga(['config', 'unset', 'keys'])).status).toBe(0);
});

describe('watch and mute', () => {
  test('add, list and remove words; lists are marked, gathered and thinned by them', async () => {
    const all = await json(['headlines', 'politics', '--json', '--limit', '100']);
    const [first, second] = all as { id: string; title: string }[];
    const wordOf = (title: string) =>
      title
        .replace(/[^가-힣A-Za-z0-9 ]/g, ' ')
        .trim()
        .split(/\s+/)[0]!;
    const watched = wordOf(first!.title);
    expect((await donga(['watch', 'add', watched])).status).toBe(0);
    expect(await json(['watch', 'list', '--json'])).toEqual([watched]);
    expect((await donga(['watch'])).stdout).toBe(`${watched}\n`);
    const following = await json(['headlines', 'following', '--json']);
    expect(following.map(({ id }: { id: string }) => id)).toContain(first!.id);
    for (const { title } of following) expect(title).toContain(watched);
    expect(await json(['headlines', '관심', '--json'])).toEqual(following);
    expect(await json(['watch', 'remove', watched, '--json'])).toEqual([]);

    expect(await json(['mute', 'add', ...second!.title.split(' '), '--json'])).toEqual([second!.title]);
    const left = await json(['headlines', 'politics', '--json', '--limit', '100']);
    expect(left.map(({ id }: { id: string }) => id)).not.toContain(second!.id);
    expect(left.length).toBeLessThan(all.length);
    expect((await donga(['mute', 'remove', second!.title])).status).toBe(0);
    expect(await json(['headlines', 'politics', '--json', '--limit', '100'])).toEqual(all);
  });

  test('say that tags need kept texts, and refuse an empty word', async () => {
    const added = await donga(['mute', 'add', '#부동산']);
    expect(added.stderr).toContain('본문을 받아 둔 기사에서만');
    expect((await donga(['mute', 'remove', '#부동산'])).status).toBe(0);
    const gone = await donga(['mute', 'remove', '#부동산', '--json']);
    expect(gone.status).toBe(1);
    expect(JSON.parse(gone.stdout).error.code).toBe('unknown-word');
    const sample = await donga(['mute', 'remove', '갯벌', '--demo']);
    expect(sample.stderr).toContain('(donga-tui mute --demo로 볼 수 있습니다)');
    const elsewhere = await donga(['read', 'https://www.donga.com/news/article/all/20010101/1/1', '--demo']);
    expect(elsewhere).toMatchObject({ status: 1, stderr: 'donga-tui: 견본 지면에는 없습니다\n' });
    for (const args of [
      ['watch', 'add'],
      ['watch', 'add', '#'],
      ['watch', 'keep', '가'],
      ['mute', 'list', '가'],
    ]) {
      expect((await donga(args)).status, args.join(' ')).toBe(2);
    }
  });

  test.each(['watch', 'mute'])(
    '%s calls a word of 101 characters too long, in both languages',
    async (list) => {
      const korean = await donga([list, 'add', '갯벌'.repeat(50), '염']);
      expect(korean).toMatchObject({ status: 2, stdout: '' });
      expect(korean.stderr).toContain('낱말이 너무 깁니다: 100자까지 쓸 수 있습니다 (적은 것은 102자)');
      const english = await donga(['--lang', 'en', list, 'remove', `#${'x'.repeat(100)}`]);
      expect(english.stderr).toContain('the word is too long: at most 100 characters, not 101');
      expect(await json([list, '--json'])).toEqual([]);
    },
  );

  test.each(['tag', 'reporter', 'column', 'story'])(
    'follow calls a name of 101 characters behind %s: too long, in both languages',
    async (kind) => {
      const name = 'x'.repeat(101);
      const korean = await donga(['follow', 'add', `${kind}:${name}`]);
      expect(korean).toMatchObject({ status: 2, stdout: '' });
      const length = kind === 'story' ? 102 : 101;
      expect(korean.stderr).toContain(`이름이 너무 깁니다: 100자까지 쓸 수 있습니다 (적은 것은 ${length}자)`);
      const english = await donga(['follow', 'add', `${kind}:${name}`, '--lang', 'en']);
      expect(english.stderr).toContain(`the name is too long: at most 100 characters, not ${length}`);
      expect(await json(['follow', '--json'])).toEqual([]);
    },
  );
});
