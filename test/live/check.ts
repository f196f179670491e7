// npm run check:live — to be run with a network. Asks every section's feed and its three newest articles,
// with two seconds between pages, and prints the parts extracted from each and the missing ones. It keeps
// nothing.
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { asFailure } from '../../source/failure.ts';
import { failureText } from '../../source/messages/index.ts';
import type { Article } from '../../source/model.ts';
import { createHttp } from '../../source/net/client.ts';
import { decodeText } from '../../source/net/decode.ts';
import { SECTIONS } from '../../source/sections.ts';

const BETWEEN_PAGES = 2000;
const ARTICLES = 3;

const { version } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8'));
const http = createHttp({ version, env: process.env, offline: false, now: Date.now });
const origin = process.env.DONGA_TUI_FEEDS ?? 'https://rss.donga.com';
let failures = 0;

/** The parts that a complete article has; if one is missing, the page is worth a look. */
const EXPECTED: Readonly<Record<string, (article: Article) => boolean>> = {
  title: (article) => article.title !== '',
  section: (article) => article.section !== null,
  published: (article) => article.publishedAt !== null,
  updated: (article) => article.updatedAt !== null,
  deck: (article) => article.deck.length > 0,
  paragraphs: (article) => article.blocks.some((block) => block.type === 'paragraph'),
  photo: (article) => article.blocks.some((block) => block.type === 'photo'),
  'reporter or wire': (article) => article.reporters.length > 0 || article.wire !== null,
  tags: (article) => article.tags.length > 0,
  trending: (article) => article.trending.length > 0,
  copyright: (article) => article.copyright !== null,
};

async function checkArticle(url: string): Promise<void> {
  await sleep(BETWEEN_PAGES);
  try {
    const answer = await http.get({ url, kind: 'page' });
    const article = await extractArticle(decodeText(answer.body, answer.contentType), answer.url);
    const missing = Object.keys(EXPECTED).filter((name) => !EXPECTED[name]!(article));
    const length = article.blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0);
    print(`    ${article.source}: ${article.blocks.length} blocks, ${length} characters; ${article.title}`);
    if (missing.length > 0) print(`      missing: ${missing.join(', ')}`);
  } catch (error) {
    told(`    ${url}`, error);
  }
}

function told(what: string, error: unknown): void {
  const failure = asFailure(error);
  failures += 1;
  print(`${what}: ${failureText('en', failure)}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

for (const section of SECTIONS) {
  try {
    const answer = await http.get({ url: `${origin}/${section.name}.xml`, kind: 'feed' });
    const { headlines, problems } = await parseFeed(
      decodeText(answer.body, answer.contentType),
      section.name,
    );
    const newest = headlines[0]?.publishedAt ?? 'no date';
    print(`${section.name}: ${headlines.length} headlines, newest ${newest}, ${problems} problems`);
    print(`  validators: ${answer.validators.etag ?? '-'} / ${answer.validators.lastModified ?? '-'}`);
    for (const headline of headlines.slice(0, ARTICLES)) {
      print(`  ${headline.publishedAt ?? 'no date'} ${headline.title}`);
      await checkArticle(headline.url);
    }
  } catch (error) {
    told(section.name, error);
  }
}
await http.close();
print(failures === 0 ? 'everything answered' : `${failures} could not be had`);
process.exitCode = failures === 0 ? 0 : 1;
