import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { feed, item, link, read } from './feed-of-items.ts';

describe('a feed’s item becomes a headline', () => {
  it('with all its fields', async () => {
    const [headline] = await read(
      item({
        title: '[단독]S&P “韓 성장률 2.1%”… 美보다 낮아',
        link: `${link(134812345)}?ref=rss`,
        lead: "<img src='https://dimg.donga.com/i/150/150/90/wps/a.jpg' align='left' vspace='10' hspace='10'>첫 문단이다.  둘째 문단은 R&amp;D다.   셋째",
        media: 'https://dimg.donga.com/wps/b.jpg',
      }),
    );
    expect(headline).toEqual({
      id: '134812345',
      title: '[단독]S&P “韓 성장률 2.1%”… 美보다 낮아',
      url: link(134812345),
      section: 'politics',
      publishedAt: '2026-11-20T03:00:00+09:00',
      summary: '첫 문단이다.\n둘째 문단은 R&D다.\n셋째',
      image: 'https://dimg.donga.com/wps/b.jpg',
    });
  });

  test.each([
    [
      'its entities decoded once more',
      'A&amp;B &lt;책&gt; &quot;말&quot; &#39;속&#39;',
      'A&B <책> "말" \'속\'',
    ],
    ['what was not escaped as it is', 'A&B &c 5&copy', 'A&B &c 5&copy'],
    ['U+FEFF in front left out', '\ufeff본문이다.', '본문이다.'],
    [
      'U+FEFF behind the image left out',
      "<img src='https://a.b/c.jpg' align='left'>\ufeff본문이다.",
      '본문이다.',
    ],
    [
      'nothing where there is only an image',
      "<img src='https://a.b/c.jpg' align='left' vspace='10' hspace='10'>",
      '',
    ],
    ['line breaks as paragraphs', '가<br/>나<p>다</p>', '가\n나\n다'],
    ['no-break spaces as spaces', '가&nbsp;나', '가 나'],
    ['no escape sequence', '가\u001b[31m나\u202e다', '가나다'],
  ])('its lead with %s', async (_, lead, summary) => {
    expect((await read(item({ lead })))[0]?.summary).toBe(summary);
  });

  it('with the lead’s image if it has no other', async () => {
    const [headline] = await read(item({ lead: "<img src='https://a.b/c.jpg?x=1&amp;y=2' align='left'>글" }));
    expect(headline?.image).toBe('https://a.b/c.jpg?x=1&y=2');
  });

  it('with its title on one line', async () => {
    expect((await read(item({ title: ' 두 줄\n  제목\u0007 ' })))[0]?.title).toBe('두 줄 제목');
  });

  it('with the beginning of its lead if it has no title', async () => {
    expect((await read(item({ title: '', lead: '첫 문단  둘째' })))[0]?.title).toBe('첫 문단');
  });

  it('with the bracket that ends a title before the CDATA does', async () => {
    expect((await read(item({ title: '[NBA] 영구결번]' })))[0]?.title).toBe('[NBA] 영구결번]');
  });

  it('in the section of its feed, of its link in 전체기사, and in none if neither names one', async () => {
    const sections = async (name: string, url: string) =>
      (await parseFeed(feed(item({ link: url })), name)).headlines[0]?.section;
    expect(await sections('culture', link(1, 'Society'))).toBe('culture');
    expect(await sections('sportsdonga/baseball', link(1, 'Sports'))).toBe('sportsdonga/baseball');
    expect(await sections('total', link(1, 'Society'))).toBe('national');
    expect(await sections('total', 'https://www.donga.com/news/article/all/20261120/1/1')).toBeNull();
  });

  it('in the feed’s order, each article once', async () => {
    const headlines = await read(
      item({ link: link(3), title: '가' }),
      item({ link: link(1), title: '나' }),
      item({ link: `${link(3)}?ref=x`, title: '다' }),
    );
    expect(headlines.map(({ id, title }) => [id, title])).toEqual([
      ['3', '가'],
      ['1', '나'],
    ]);
  });
});

describe('a link is read against the feed’s address', () => {
  const ADDRESS = 'https://rss.donga.com/politics.xml';
  const ids = async (...elements: string[]) => {
    const items = elements.map((inside) => `<item><title>가</title>${inside}</item>`);
    const { headlines, problems } = await parseFeed(feed(...items), 'politics', ADDRESS);
    return [headlines.map(({ url }) => url), problems];
  };
  test.each([
    [
      'from the root',
      '<link>/news/Economy/article/all/20261120/21/1</link>',
      'https://rss.donga.com/news/Economy/article/all/20261120/21/1',
    ],
    [
      'from its folder',
      '<link>article/all/20261120/22/1</link>',
      'https://rss.donga.com/article/all/20261120/22/1',
    ],
    [
      'by dots',
      '<link><![CDATA[ ../news/article/all/20261120/23/1 ]]></link>',
      'https://rss.donga.com/news/article/all/20261120/23/1',
    ],
    [
      'without a scheme',
      '<link>//www.donga.com/news/article/all/20261120/24/1?ref=x</link>',
      'https://www.donga.com/news/article/all/20261120/24/1',
    ],
    [
      'without a scheme, by its host',
      '<link>www.donga.com/news/article/all/20261120/25/1</link>',
      'https://www.donga.com/news/article/all/20261120/25/1',
    ],
    [
      'in a guid alone',
      '<guid>https://www.donga.com/news/article/all/20261120/26/1</guid>',
      'https://www.donga.com/news/article/all/20261120/26/1',
    ],
    [
      'in a guid that says so',
      "<link></link><guid isPermaLink='true'><![CDATA[/news/article/all/20261120/27/1]]></guid>",
      'https://rss.donga.com/news/article/all/20261120/27/1',
    ],
    [
      'in a guid where the link is none',
      '<link>javascript:void(0)</link><guid>//www.donga.com/news/article/all/20261120/28/1</guid>',
      'https://www.donga.com/news/article/all/20261120/28/1',
    ],
  ])('%s', async (_, inside, url) => {
    expect(await ids(inside)).toEqual([[url], 0]);
  });

  test.each([
    [
      'a guid that says it is no address',
      '<guid isPermaLink="false">https://www.donga.com/news/article/all/20261120/31/1</guid>',
    ],
    ['a guid that is a number', '<guid>138400003</guid>'],
    ['a mail address', '<link>mailto:a@donga.com</link>'],
    ['words', '<link>전체 기사 / 보기</link>'],
    ['a password', '<link>//a:b@www.donga.com/news/article/all/20261120/32/1</link>'],
  ])('unless it is unreadable and counted: %s', async (_, inside) => {
    const [urls, problems] = await ids(inside, `<link>${link(33)}</link>`);
    expect(urls).toEqual([link(33)]);
    expect(problems).toBe(1);
  });

  it('unless the feed has no address, when it is counted as unreadable', async () => {
    const items = feed(item({ link: '/news/article/all/20261120/21/1' }), item({ link: link(2) }));
    expect(await parseFeed(items, 'politics')).toMatchObject({ headlines: [{ id: '2' }], problems: 1 });
  });

  it('as is an image’s address', async () => {
    const { headlines } = await parseFeed(feed(item({ media: '/a.jpg' })), 'politics', ADDRESS);
    expect(headlines[0]?.image).toBe('https://rss.donga.com/a.jpg');
  });
});
