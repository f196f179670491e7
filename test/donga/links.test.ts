import { describe, expect, it, test } from 'vitest';
import { isArticleId, parseLink, webUrl } from '../../source/donga/links.ts';
import { Failure } from '../../source/failure.ts';
import fc from '../support/fast-check.ts';

const TODAY = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';

describe('a link of any known form is read as its article', () => {
  test.each([
    [TODAY, '134812345', TODAY, 'politics'],
    [`${TODAY}?ref=main&utm_source=x#comment`, '134812345', TODAY, 'politics'],
    [`${TODAY}?unknown=1`, '134812345', TODAY, 'politics'],
    [`${TODAY}/`, '134812345', TODAY, 'politics'],
    [`  ${TODAY}\n`, '134812345', TODAY, 'politics'],
    [TODAY.replace('https:', 'http:'), '134812345', TODAY, 'politics'],
    [TODAY.replace('https://', ''), '134812345', TODAY, 'politics'],
    [TODAY.replace('/news/', '//news//'), '134812345', TODAY, 'politics'],
    [
      'https://www.donga.com/news/article/all/20261120/134812345/2',
      '134812345',
      'https://www.donga.com/news/article/all/20261120/134812345/2',
      null,
    ],
    [
      'https://www.donga.com/news/dobal/article/all/20261120/134812345/3',
      '134812345',
      'https://www.donga.com/news/dobal/article/all/20261120/134812345/3',
      null,
    ],
    [
      'https://www.donga.com/news/amp/all/20261120/134812345/1',
      '134812345',
      'https://www.donga.com/news/article/all/20261120/134812345/1',
      null,
    ],
    [
      'http://news.donga.com/3/all/20140228/61275241/1',
      '61275241',
      'https://news.donga.com/3/all/20140228/61275241/1',
      null,
    ],
    [
      'http://news.donga.com/Inter/3/02/20140228/61275241/1',
      '61275241',
      'https://news.donga.com/Inter/3/02/20140228/61275241/1',
      'international',
    ],
    [
      'http://news.donga.com/rss/feed/3/all/20140228/61275241/1',
      '61275241',
      'https://news.donga.com/rss/feed/3/all/20140228/61275241/1',
      null,
    ],
    [
      'https://sports.donga.com/article/all/20261120/134812345/2',
      '134812345',
      'https://sports.donga.com/article/all/20261120/134812345/2',
      null,
    ],
    [
      'http://127.0.0.1:8080/news/Society/article/all/20261120/134812345/1?ref=rss',
      '134812345',
      'http://127.0.0.1:8080/news/Society/article/all/20261120/134812345/1',
      'national',
    ],
    [
      'https://www.donga.com/news/article/all/20261120/134812345',
      '134812345',
      'https://www.donga.com/news/article/all/20261120/134812345',
      null,
    ],
  ])('%s', (link, id, url, section) => {
    expect(parseLink(link)).toMatchObject({ id, url, section, isArticle: true });
  });

  it('has the day, if the path has one', () => {
    expect(parseLink(TODAY).date).toBe('2026-11-20');
    expect(parseLink('https://www.donga.com/news/article/all/20261340/134812345/1').date).toBeNull();
  });

  it('never takes the day for the id', () => {
    expect(parseLink('https://www.donga.com/news/pdf/20261120/1').id).not.toBe('20261120');
  });
});

describe('a link without a number', () => {
  it('has a short id that no number can be mistaken for', () => {
    const { id, isArticle } = parseLink('https://www.donga.com/news/Series/special');
    expect(id).toMatch(/^h[0-9a-f]{12}$/);
    expect(isArticle).toBe(false);
    expect(isArticleId(id)).toBe(true);
  });

  it('is the same with any noise in its query, and another with a meaningful query', () => {
    const id = (query: string) => parseLink(`http://www.donga.com/news/Series/special${query}`).id;
    expect(id('?utm_medium=rss&ref=x#top')).toBe(id(''));
    expect(id('?cid=1')).not.toBe(id('?cid=2'));
    expect(parseLink('https://www.donga.com/a?utm_x=1&cid=2&ref=z').url).toBe(
      'https://www.donga.com/a?cid=2',
    );
  });
});

describe('a link that leads to no news page is refused with the reason', () => {
  test.each([
    ['', 'malformed'],
    ['hello', 'malformed'],
    ['https://', 'malformed'],
    [`https://www.donga.com/${'a'.repeat(5000)}`, 'malformed'],
    ['ftp://www.donga.com/news/article/all/20261120/134812345/1', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['https://user:secret@www.donga.com/news/article/all/20261120/134812345/1', 'credentials'],
    ['https://www.donga.com/news/View?gid=134812345&date=20261120', 'robots'],
    ['https://www.donga.com//news/view?gid=1', 'robots'],
    ['https://www.donga.com/search?query=x', 'robots'],
    ['https://www.donga.com/news/search?query=x', 'robots'],
  ])('%s: %s', (link, reason) => {
    try {
      parseLink(link);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(Failure);
      expect((error as Failure).code).toBe('bad-link');
      expect((error as Failure).details.reason).toBe(reason);
      expect(link.startsWith(String((error as Failure).details.link).slice(0, 100))).toBe(true);
    }
  });
});

it('any text is read as a link or refused, and a link that was read is read again as itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string()),
      (text) => {
        try {
          const link = parseLink(text);
          expect(parseLink(link.url)).toEqual(link);
          expect(isArticleId(link.id)).toBe(true);
        } catch (error) {
          expect((error as Failure).code).toBe('bad-link');
        }
      },
    ),
  );
});

it('links of a page are resolved, if they are links of the web', () => {
  expect(webUrl('/news/x', TODAY)).toBe('https://www.donga.com/news/x');
  expect(webUrl('//dimg.donga.com/a.jpg', TODAY)).toBe('https://dimg.donga.com/a.jpg');
  for (const href of [
    '#',
    'javascript:void(0)',
    'mailto:a@b.c',
    'tel:1',
    'https://u:p@x.y/',
    '',
    undefined,
  ]) {
    expect(webUrl(href, TODAY)).toBeNull();
  }
  expect(webUrl('/news/x', null)).toBeNull();
});

it('an id is distinguished from other words', () => {
  for (const id of ['134812345', '1']) expect(isArticleId(id)).toBe(true);
  for (const text of ['', '12a', 'page.html', '-', `${TODAY}`, '1'.repeat(21)])
    expect(isArticleId(text)).toBe(false);
});

test('a canonical link is read as the same link with a blank behind it', () => {
  const segment = fc.constantFrom(
    '',
    'Politics/',
    'Inter/',
    'dobal/',
    'amp/',
    'View/',
    'search/',
    'News/',
    'article/',
  );
  const day = fc.constantFrom('20261120', '20261340', '18991231', '2026112');
  const id = fc.constantFrom('134812345', '7', '20261120', `${'1'.repeat(20)}`, `${'1'.repeat(21)}`, 'x1');
  const last = fc.constantFrom('1', '12', '1234', '');
  const outcome = (text: string): unknown => {
    try {
      return parseLink(text);
    } catch (error) {
      return error instanceof Failure ? error.details.reason : error;
    }
  };
  fc.assert(
    fc.property(segment, day, id, last, (...[section, date, number, end]) => {
      const link = `https://www.donga.com/news/${section}article/all/${date}/${number}/${end}`;
      expect(outcome(link)).toEqual(outcome(`${link} `));
    }),
    { numRuns: 500 },
  );
});
