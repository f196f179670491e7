import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { articleLink } from '../../source/donga/links.ts';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { decodeText } from '../../source/net/decode.ts';
import { sampleHttp } from '../../source/sample-edition.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);
const read = (path: string) => decodeText(readFileSync(new URL(path, FIXTURES)), null);

describe('the feeds of the sample edition are read whole', () => {
  const names = readdirSync(new URL('edition/feeds/', FIXTURES), { recursive: true, encoding: 'utf8' });
  it.each(names.filter((name) => name.endsWith('.xml')))('%s', async (name) => {
    const text = read(`edition/feeds/${name}`);
    const { headlines, problems } = await parseFeed(text, name.replace('.xml', ''));
    expect(problems).toBe(0);
    expect(headlines).toHaveLength(text.split('<item>').length - 1);
    for (const { id, title, publishedAt } of headlines) {
      expect(id).toMatch(/^\d+$/);
      expect(title).not.toBe('');
      expect(publishedAt).toMatch(/^2026-.*\+09:00$/);
    }
  });
});

describe('the readable part of a damaged feed is read', () => {
  test.each([
    ['bad-date', 2, 0],
    ['bare-ampersand', 2, 0],
    ['euc-kr', 1, 0],
    ['leading-junk', 1, 0],
    ['one-item', 1, 0],
    ['truncated', 2, 1],
  ])('%s', async (name, count, problems) => {
    const feed = await parseFeed(read(`odd-feeds/${name}.xml`), 'politics');
    expect([feed.headlines.length, feed.problems]).toEqual([count, problems]);
    expect(feed.headlines.every(({ title }) => /^[^\ufffd]*[가-힣][^\ufffd]*$/.test(title))).toBe(true);
  });

  it.each(['html', 'empty'])('but %s is refused', async (name) => {
    await expect(parseFeed(read(`odd-feeds/${name}.xml`), 'politics')).rejects.toMatchObject({
      code: 'bad-feed',
    });
  });
});

describe('the sample edition', () => {
  const names = readdirSync(new URL('edition/feeds/', FIXTURES), { recursive: true, encoding: 'utf8' });
  const sections = names.filter((name) => name.endsWith('.xml')).map((name) => name.replace('.xml', ''));

  it.each(sections)('has the whole article of every headline in %s', async (section) => {
    const http = sampleHttp();
    const { headlines } = await parseFeed(read(`edition/feeds/${section}.xml`), section);
    for (const { url, title } of headlines) {
      const { body } = await http.get({ url, kind: 'page' });
      const { blocks, publishedAt } = await extractArticle(decodeText(body, null), url);
      expect(blocks, title).not.toEqual([]);
      expect(publishedAt, title).not.toBeNull();
    }
  });

  it('has every article of the paper that its articles link to', async () => {
    const http = sampleHttp();
    for (const name of readdirSync(new URL('edition/articles/', FIXTURES))) {
      const { blocks, trending } = await extractArticle(read(`edition/articles/${name}`), null);
      const links = blocks.flatMap((block) => ('links' in block ? (block.links ?? []) : []));
      for (const url of [...links.map(([, , to]) => to), ...trending.map(({ url: to }) => to)]) {
        if (articleLink(url) !== null) await http.get({ url, kind: 'page' });
      }
    }
  });
});
