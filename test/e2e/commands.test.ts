import { readFile, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { holdLock } from '../../source/storage/files/lock.ts';
import { emptyHome, type Outcome, runProgram } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';

let site: Site;
let home: string;

const donga = (args: readonly string[], input?: string | Uint8Array): Promise<Outcome> =>
  runProgram(args, {
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
    ...(input === undefined ? {} : { input }),
  });

const json = async (args: readonly string[], input?: string) => JSON.parse((await donga(args, input)).stdout);

beforeAll(async () => {
  site = await startSite();
  home = await emptyHome();
});
afterAll(async () => {
  await site.close();
  await rm(home, { recursive: true, force: true });
});

describe('headlines', () => {
  test('are fetched once and then answered from the archive', async () => {
    const first = await json(['headlines', 'politics', '--json']);
    expect(first.length).toBeGreaterThanOrEqual(20);
    const asked = site.requests.length;
    const second = await json(['headlines', '정치', '--json']);
    expect(second).toEqual(first);
    expect(site.requests.length).toBe(asked);
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

  test('are what the program prints where its output is no terminal', async () => {
    expect((await donga(['politics'])).stdout).toBe((await donga(['headlines', 'politics'])).stdout);
  });

  test('of a section that does not exist are refused with what was probably meant', async () => {
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

describe('one article', () => {
  test('is read by its link, and by its id once it was seen', async () => {
    const list = await json(['headlines', 'politics', '--json']);
    let whole: { url: string; id: string } | undefined;
    for (const headline of list) {
      const article = await json(['read', headline.url, '--json']);
      if (article.source === 'page') {
        whole = article;
        break;
      }
    }
    expect(whole).toBeDefined();
    expect(await json(['read', whole!.id, '--json'])).toEqual(whole);
    const again = await json(['headlines', 'politics', '--json']);
    expect(again.find((headline: { id: string }) => headline.id === whole!.id).read).toBe(true);
  });

  test('never seen is not guessed at by its id', async () => {
    const { status, stderr } = await donga(['read', '999999999']);
    expect(status).toBe(1);
    expect(stderr).toContain('https://');
  });

  test.each([
    'ftp://www.donga.com/news/article/all/20261120/1/1',
    'javascript:alert(1)',
    'file:///etc/passwd',
  ])('is not looked for at %s', async (link) => {
    const { status, stderr } = await donga(['read', link]);
    expect(status).toBe(1);
    expect(stderr).toContain(link);
  });
});

describe('a saved page', () => {
  test.each([
    ['139074720', 'page', 'https://www.donga.com/news/Economy/article/all/20261120/139074720/3'],
    ['139025420', 'page', 'https://www.donga.com/news/article/all/20261120/139025420/1?ref=x'],
    ['139030120', 'sports-page', 'https://sports.donga.com/article/all/20261120/139030120/1'],
  ])('%s is read as %s, from a file and from standard input alike', async (id, source, url) => {
    const path = `fixtures/edition/articles/${id}.html`;
    const fromFile = await json(['read', path, '--url', url, '--json']);
    expect(fromFile).toMatchObject({ id, source, url: url.replace(/\?.*/, '') });
    expect(fromFile.blocks.length).toBeGreaterThan(1);
    const { stdout } = await donga(['read', '-', '--url', url, '--json'], await readFile(path));
    expect(JSON.parse(stdout)).toEqual(fromFile);
    expect(Object.keys(fromFile)).toEqual(
      expect.arrayContaining([
        ...[
          'id',
          'url',
          'source',
          'section',
          'kicker',
          'title',
          'deck',
          'publishedAt',
          'updatedAt',
          'reporters',
        ],
        ...['wire', 'blocks', 'tags', 'reactions', 'comments', 'trending', 'copyright'],
      ]),
    );
  });

  test.each(['login', 'missing', 'list', 'empty'])(
    'that is no article (%s) is said to be that',
    async (name) => {
      const { status, stdout, stderr } = await donga([
        'read',
        `fixtures/not-articles/${name}.html`,
        '--json',
      ]);
      expect(status).toBe(1);
      expect(JSON.parse(stdout).error.code).toBe('no-article');
      expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    },
  );

  test('of no known template is read all the same', async () => {
    const paragraph =
      '<p>시는 20일 강변의 옛 창고를 고쳐 도서관으로 쓰기로 했다고 밝혔다. 공사는 내년 봄에 시작해 이듬해 가을에 끝난다.</p>';
    const page = `<html><head><title>강변 창고 도서관 된다</title></head><body><div class="story">${paragraph.repeat(5)}</div></body></html>`;
    const article = await json(['read', '-', '--json'], page);
    // Where the page was, nobody says.
    expect(article).toMatchObject({ source: 'readability', title: '강변 창고 도서관 된다', url: null });
    expect(article.blocks).toHaveLength(5);
  });

  test('is set for 80 cells in a pipe, or for the width that is asked for', async () => {
    const path = 'fixtures/edition/articles/139003120.html';
    const lines = async (...more: string[]) => (await donga(['read', path, ...more])).stdout.split('\n');
    expect(Math.max(...(await lines()).map(cellWidth))).toBeGreaterThan(60);
    expect(Math.max(...(await lines('--width', '40')).map(cellWidth))).toBeLessThanOrEqual(40);
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

  test('keeps nobody from reading today’s news, and says that nothing is kept', async () => {
    const { status, stdout, stderr } = await nowhere(['headlines', 'economy', '--json'], site.origin);
    expect(JSON.parse(stdout).length).toBeGreaterThan(10);
    expect(stderr).toContain('남지 않습니다');
    expect(status).toBe(0);
  });

  test('tells a bookmark that it is not kept', async () => {
    const url = `${site.origin}/news/Economy/article/all/20261120/139074720/3`;
    const { status, stderr } = await nowhere(['bookmarks', 'add', url], site.origin);
    expect(status).toBe(1);
    expect(stderr).toContain('저장할 수 없는 폴더');
  });
});

describe('a sync', () => {
  const failing = ['national', 'sportsdonga/golf'];
  beforeAll(() => {
    for (const name of failing) site.set(`/${name}.xml`, (_, response) => void response.writeHead(503).end());
  });
  afterAll(() => {
    for (const name of failing) site.set(`/${name}.xml`, null);
  });

  test.each([[[]], [['--json']]])(
    'that had some sections and not others keeps those, names each failure on stderr and exits 1 (%j)',
    async (more) => {
      const { status, stdout, stderr } = await donga(['sync', ...more]);
      expect(status).toBe(1);
      expect(stdout).not.toBe('');
      for (const label of ['사회', '스포츠동아 골프'])
        expect(stderr).toContain(`${label}: 서버가 503 오류로 답했습니다`);
    },
  );
});

test('a sync that all is well with says nothing in a pipe, and only one runs at a time', async () => {
  const [first, second] = ['politics', 'economy'];
  const quiet = await donga(['sync', first!, second!]);
  expect(quiet).toEqual({ status: 0, stdout: '', stderr: '' });

  const lock = holdLock(home, 'sync')!;
  const refused = await donga(['sync', first!, '--json']);
  expect(refused.status).toBe(1);
  expect(JSON.parse(refused.stdout).error.code).toBe('sync-running');
  expect(refused.stderr).toMatch(/^donga-tui: 다른 donga-tui sync가 받고 있어[^\n]*\n$/);
  lock.release();
  expect((await donga(['sync', first!])).status).toBe(0);
});

test('an origin for the feeds that is none is refused by name', async () => {
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
    [['search'], 'search <words…>'],
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
    [['sync', '경재'], 'economy'],
    [['sections', '--width', '40'], '--width'],
  ])('%j exits 2 and says what is possible', async (args, hint) => {
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
  expect(await readFile(facts.thirdParty, 'utf8')).toContain('yoga-layout');
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

  test('say that tags need kept texts, and refuse what is no word', async () => {
    const added = await donga(['mute', 'add', '#부동산']);
    expect(added.stderr).toContain('본문을 받아 둔 기사에서만');
    expect((await donga(['mute', 'remove', '#부동산'])).status).toBe(0);
    const gone = await donga(['mute', 'remove', '#부동산', '--json']);
    expect(gone.status).toBe(1);
    expect(JSON.parse(gone.stdout).error.code).toBe('unknown-word');
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
      expect(korean.stderr).toContain('낱말이 너무 깁니다: 100자까지 쓸 수 있습니다');
      const english = await donga(['--lang', 'en', list, 'remove', `#${'x'.repeat(100)}`]);
      expect(english.stderr).toContain('the word is too long: at most 100 characters');
      expect(await json([list, '--json'])).toEqual([]);
    },
  );
});
