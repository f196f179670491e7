import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BIN, emptyHome, type Outcome, runProgram } from '../support/program/program.ts';
import { type Site, startSite } from '../support/site/site.ts';
import { Terminal } from '../support/terminal/terminal.ts';

let site: Site;
let other: Server;
let origin = '';

const PAGE = `<!doctype html><title>골목 빵집</title><article><h1>골목 빵집</h1><p>${'골목 빵집이 새로 문을 열었다. 주민들은 아침마다 줄을 서서 갓 구운 빵을 샀다. '.repeat(4)}</p></article>`;
const DOCUMENTS: Readonly<Record<string, string>> = {
  '/rss.xml': `<rss version="2.0"><channel><title>이웃 소식</title><item><title>골목 빵집</title><link>/news/article/all/20261120/139000020/1</link><pubDate>Fri, 20 Nov 2026 09:00:00 +0900</pubDate></item></channel></rss>`,
  '/atom.xml': `<feed xmlns="http://www.w3.org/2005/Atom"><title>정치</title><entry><title>원자</title><link href="/1"/></entry></feed>`,
  '/news/article/all/20261120/139000020/1': PAGE,
};

beforeAll(async () => {
  site = await startSite();
  other = createServer((request, response) => {
    const document = DOCUMENTS[request.url!];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'text/xml; charset=utf-8' });
    response.end(document);
  });
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
});
afterAll(async () => {
  other.close();
  await site.close();
});

const run = (home: string, ...args: readonly string[]): Promise<Outcome> =>
  runProgram(args, { env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin } });
const json = async (home: string, ...args: readonly string[]) =>
  JSON.parse((await run(home, ...args, '--json')).stdout);
const titles = (headlines: readonly { title: string }[]) => headlines.map(({ title }) => title);

test('a feed is a section of its own: apart from Donga’s, found by the search, and gone when it is removed', async () => {
  const home = await emptyHome();
  expect(await json(home, 'feeds', 'add', `${origin}/rss.xml`)).toEqual([
    { name: '이웃 소식', url: `${origin}/rss.xml` },
  ]);
  const [headline] = await json(home, 'headlines', '이웃', '소식');
  expect(headline).toMatchObject({ title: '골목 빵집', section: '이웃-소식', sections: ['이웃-소식'] });
  expect(headline.id).toMatch(/^h[0-9a-f]{12}$/);
  const all = await json(home, 'headlines', '--limit', '1000');
  expect(all.length).toBeGreaterThan(0);
  expect(titles(all)).not.toContain('골목 빵집');
  const counts = await json(home, 'sections');
  expect(counts.find(({ name }: { name: string }) => name === 'total').unread).toBe(all.length);
  expect(counts.at(-1)).toEqual({ name: '이웃-소식', label: '이웃 소식', unread: 1 });
  expect(titles(await json(home, 'search', '빵집'))).toContain('골목 빵집');
  expect(titles(await json(home, 'search', '@이웃소식', '빵집'))).toEqual(['골목 빵집']);
  expect(await json(home, 'read', headline.id)).toMatchObject({
    source: 'readability',
    section: '이웃-소식',
  });

  await run(home, 'bookmarks', 'add', headline.id);
  expect((await run(home, 'feeds', 'remove', '이웃 소식')).status).toBe(0);
  expect(titles(await json(home, 'bookmarks'))).toEqual(['골목 빵집']);
  expect(titles(await json(home, 'headlines', '--limit', '1000'))).not.toContain('골목 빵집');
  expect(titles(await json(home, 'search', '빵집'))).not.toContain('골목 빵집');
  expect((await run(home, 'headlines', '이웃 소식')).status).toBe(2);
  expect((await json(home, 'read', headline.id)).source).toBe('readability');
});

test.each(['sync', '정치', 'politics', 'Politics', '전체', '관심', 'following', '139000020', '-'])(
  'no feed can be called %s',
  async (name) => {
    const home = await emptyHome();
    const { status, stderr } = await run(home, 'feeds', 'add', `${origin}/rss.xml`, `--name=${name}`);
    expect(status).toBe(2);
    expect(stderr).toContain('--name');
    expect((await run(home, 'feeds', 'list')).stdout).not.toContain(origin);
  },
);

test('a feed with a section’s name needs another name, and anything else than a feed is refused', async () => {
  const home = await emptyHome();
  expect((await run(home, 'feeds', 'add', `${origin}/atom.xml`)).status).toBe(2);
  expect((await run(home, 'feeds', 'add', `${origin}/atom.xml`, '--name', '원자')).status).toBe(0);
  expect(await json(home, 'feeds', 'add', `${origin}/atom.xml`, '--name', '다시')).toEqual([]);
  for (const wrong of [`${origin}/none`, `${origin}/news/article/all/20261120/139000020/1`, 'none.opml']) {
    expect((await run(home, 'feeds', 'add', wrong)).status, wrong).toBe(1);
  }
});

test('a feed’s name has 40 characters at most, and is refused rather than cut', async () => {
  const home = await emptyHome();
  const named = (name: string, ...more: string[]) =>
    run(home, 'feeds', 'add', `${origin}/rss.xml`, '--name', name, ...more);
  const korean = await named('가'.repeat(41));
  expect(korean).toMatchObject({ status: 2, stdout: '' });
  expect(korean.stderr).toContain('이름이 너무 깁니다: 40자까지 쓸 수 있습니다 (적은 것은 41자)');
  expect((await named('x'.repeat(50), '--lang', 'en')).stderr).toContain('at most 40 characters, not 50');
  expect((await named('가'.repeat(40))).status).toBe(0);
  expect((await json(home, 'feeds', 'export')).at(-1)).toMatchObject({ name: '가'.repeat(40), donga: false });
});

test('an open full screen shows a feed added in another terminal after its next refresh', async () => {
  const home = await emptyHome();
  const terminal = new Terminal(process.execPath, [BIN, 'politics'], {
    columns: 200,
    env: { DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: site.origin },
  });
  // The refresh of the start, which looks for new feeds too, is over.
  await terminal.shows((screen) => /▌\s*•/.test(screen) && !screen.includes('받는 중'));
  expect((await run(home, 'feeds', 'add', `${origin}/rss.xml`, '--name', '이웃')).status).toBe(0);
  expect(terminal.text()).not.toContain('이웃');
  terminal.press('r');
  await terminal.shows('이웃');
  terminal.press('s이웃\r');
  await terminal.shows(/▌.*골목 빵집/);
  expect((await run(home, 'feeds', 'remove', '이웃')).status).toBe(0);
  terminal.press('R');
  await terminal.shows((screen) => !screen.includes('이웃'));
  terminal.press('q');
  expect(await terminal.exits()).toBe(0);
});

test('OPML of all feeds comes in again on another machine, with Donga’s known already', async () => {
  const [home, another] = [await emptyHome(), await emptyHome()];
  await run(home, 'feeds', 'add', `${origin}/rss.xml`, '--name', '이웃');
  const file = join(home, 'feeds.opml');
  expect((await run(home, 'feeds', 'export', file)).status).toBe(0);
  expect(await json(another, 'feeds', 'add', file)).toEqual([{ name: '이웃', url: `${origin}/rss.xml` }]);
  writeFileSync(file, '<opml><body><outline xmlUrl="http://example.com/"/>');
  expect((await run(another, 'feeds', 'add', file)).status).toBe(1);
  // The sample edition has none.
  expect((await run(another, 'headlines', '이웃', '--demo')).status).toBe(2);
});
