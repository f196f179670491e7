import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { articleLink } from '../../source/donga/links.ts';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { koreanTime } from '../../source/korean/times.ts';
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

  // The clock in Korea; hours of the morning, in which not all of the last day's headlines would have come, too.
  it.each([
    ['2031-03-01T23:59:30+09:00', '2031-03-01', '12:20'],
    ['2031-03-01T12:20:00+09:00', '2031-03-01', '12:00'],
    ['2031-03-01T06:10:00+09:00', '2031-03-01', '06:00'],
    ['2031-03-01T04:00:00+09:00', '2031-03-01', '04:00'],
    ['2031-03-01T03:59:59+09:00', '2031-02-28', '12:20'],
    ['2031-03-01T00:00:00+09:00', '2031-02-28', '12:20'],
    ['2026-11-20T02:00:00+09:00', '2026-11-19', '12:20'],
    ['2020-01-01T13:00:00+09:00', '2020-01-01', '12:20'],
  ])(
    'at %s has its newest headline on %s at %s, and all others before it in the same order',
    async (at, day, clock) => {
      const now = Date.parse(at);
      const [moving, still] = [sampleHttp(() => now), sampleHttp()];
      const headlinesBy = async (http: typeof moving) => {
        const { body } = await http.get({ url: 'https://rss.donga.com/total.xml', kind: 'feed' });
        return (await parseFeed(decodeText(body, null), 'total')).headlines;
      };
      const [moved, files] = [await headlinesBy(moving), await headlinesBy(still)];
      expect(moved.map(({ url, title, summary }) => [url, title, summary])).toEqual(
        files.map(({ url, title, summary }) => [url, title, summary]),
      );
      const times = moved.map(({ publishedAt }) => Date.parse(publishedAt!));
      expect(koreanTime(Math.max(...times)).slice(0, 16)).toBe(`${day}T${clock}`);
      expect(Math.max(...times)).toBeLessThanOrEqual(now);
      for (const [index, time] of times.entries()) {
        if (index > 0) expect(time).toBeLessThanOrEqual(times[index - 1]!);
        // Within the last 24 hours something came, of the days before too.
        expect(now - time).toBeLessThan(7 * 24 * 60 * 60_000);
      }
      expect(times.filter((time) => now - time < 24 * 60 * 60_000).length).toBeGreaterThan(8);
      for (const { url, publishedAt } of moved.slice(0, 12)) {
        const { body } = await moving.get({ url, kind: 'page' });
        const article = await extractArticle(decodeText(body, null), url);
        expect(article.publishedAt!.slice(0, 16)).toBe(publishedAt!.slice(0, 16));
      }
      // A page in EUC-KR.
      const url = 'https://www.donga.com/news/Culture/article/all/20261119/139069819/1';
      const [one, other] = await Promise.all(
        [moving, still].map(async (http) => {
          const { body } = await http.get({ url, kind: 'page' });
          return extractArticle(decodeText(body, null), url);
        }),
      );
      expect(one!.publishedAt).not.toBe(other!.publishedAt);
      expect(one!.blocks).toEqual(other!.blocks);
    },
  );
});
