// The bundle has stand-ins for code of other packages (build/replaced.mjs) that throw when they are used.
// Everything that these packages do for the program is done here with the stand-ins and without, with the
// same results.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPLACED, replacing } from '../../build/replaced.mjs';
import * as source from './replaced-paths.ts';

type Paths = typeof source;

const folder = mkdtempSync(join(tmpdir(), 'donga-tui-replaced-'));
const STUBS = REPLACED.filter(({ code, of }) => code !== undefined && of !== 'ink');
/** With every replacement that must give the same results; Ink's parts are tested in test/tui. */
const STAND_INS = [
  ...STUBS,
  ...REPLACED.filter(({ of, file }) => of === 'rss-parser' || (of === 'undici' && file !== undefined)),
];
let bundled: Paths;

beforeAll(async () => {
  const outfile = join(folder, 'paths.mjs');
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, 'replaced-paths.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22.16',
    metafile: true,
    banner: { js: 'const require = process.getBuiltinModule("node:module").createRequire(import.meta.url);' },
    plugins: [replacing(STAND_INS)],
  });
  expect(Object.keys(metafile.inputs).filter((path) => path.startsWith('replaced:'))).toHaveLength(
    STUBS.length,
  );
  bundled = await import(pathToFileURL(outfile).href);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A call's value, or the message of its error. */
const outcome = (act: Promise<unknown>): Promise<unknown> => act.catch((error: Error) => error.message);

const filesIn = (path: string, ending: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => [name, readFileSync(join(path, name), 'utf8')] as const);

test.each([...filesIn('fixtures/edition/feeds', '.xml'), ...filesIn('fixtures/odd-feeds', '.xml')])(
  'the feed %s is read as without stand-ins',
  async (_, text) => {
    const read = (paths: Paths) =>
      outcome(paths.parseFeed(text, 'politics', 'https://rss.donga.com/politics.xml'));
    expect(await read(bundled)).toEqual(await read(source));
  },
);

test.each([
  ['a text as it is', 200, {}],
  ['a text compressed', 200, { 'content-encoding': 'gzip' }],
  ['a redirect to it', 302, { location: '/' }],
  ['a failure with a body', 503, { 'retry-after': '7' }],
  ['headers longer than they may be', 200, { 'x-long': 'a'.repeat(20_000) }],
] as const)('%s is fetched from a server as without stand-ins', async (_, status, headers) => {
  let asked = 0;
  const server = createServer((__, response) => {
    asked += 1;
    const first = asked % 2 === 1 || status === 200;
    response.writeHead(first ? status : 200, first ? headers : {});
    response.end('content-encoding' in headers ? gzipSync('<rss/>') : '<rss/>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`;
  const had = await outcome(bundled.ask(url));
  asked = 0;
  expect(had).toEqual(await outcome(source.ask(url)));
  server.close();
});

test('a feed with whole texts in HTML is read as without stand-ins', async () => {
  const content = '&lt;p&gt;가&amp;nbsp;나 &amp;hellip; &amp;#8217; &amp;amp;amp;&lt;/p&gt;';
  const text = `<rss><channel><!-- --><item><title>A&nbsp;B</title><link>https://www.donga.com/news/article/all/20261120/1/1</link><content:encoded>${content}</content:encoded></item></channel></rss>`;
  expect(await bundled.parseFeed(text, 'politics')).toEqual(await source.parseFeed(text, 'politics'));
});

const STORY =
  '<p>공사는 내년 봄에 시작해 이듬해 가을에 끝난다고 시는 밝혔다. 주민 설명회는 다음 달에 연다.</p>'.repeat(
    20,
  );
const STYLED = [
  `<html><head><style>p { color: red } @media print { p { display: none } }</style><link rel=stylesheet href=a.css></head><body><div>${STORY}</div></body></html>`,
  `<html><body><style>@import "a.css"; } broken {{</style><article style="display:none">숨은 글</article><main style="color:red;;">${STORY}</main><svg><style>a{}</style></svg></body></html>`,
  `<html><body><div hidden>${STORY}</div><table style="display:none !important"><tr><td>칸</table><section>${STORY}</section></body></html>`,
];

test.each([
  ...filesIn('fixtures/edition/articles', '.html'),
  ...filesIn('fixtures/not-articles', '.html'),
  ...STYLED.map((html, at) => [`with styles, ${at + 1}`, html] as const),
])('the page %s is read as without stand-ins', async (_, html) => {
  const read = (paths: Paths) =>
    outcome(
      paths.extractArticle(html, 'https://www.donga.com/news/Society/article/all/20261120/139000000/1'),
    );
  expect(await read(bundled)).toEqual(await read(source));
});

test.each(filesIn('fixtures/edition/articles', '.html').slice(0, 4))(
  'the page %s without its template is read as without stand-ins',
  async (_, html) => {
    const bare = html.replaceAll(/\b(?:class|id)=(["'])[^"']*\1/g, '');
    const read = (paths: Paths) => outcome(paths.extractArticle(bare, null));
    expect(await read(bundled)).toEqual(await read(source));
  },
);

describe('a file that conf writes', () => {
  test.each([
    ['an empty home', null],
    ['a file of before', '{"version":1,"settings":{"lang":"en"}}'],
    ['a damaged file', '{"version":1,"settings":{"lang":"en"'],
    ['a file of a newer version', '{"version":99,"settings":{}}'],
  ])('is changed as without stand-ins: %s', async (what, before) => {
    const [here, there] = [join(folder, `${what} a`), join(folder, `${what} b`)];
    expect(await outcome(bundled.changeFile(here, before))).toEqual(
      await outcome(source.changeFile(there, before)),
    );
    expect(readdirSync(here)).toContain('config.json');
  });
});

test('a stubbed package throws when it is used', async () => {
  for (const { name, code } of STUBS)
    expect(code, name).toMatch(/throw new Error\("[\w-]+ is not in the bundle"\)/);
});
