import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';

const link = (id: number | string, section = 'Politics') =>
  `https://www.donga.com/news/${section}/article/all/20261120/${id}/1`;

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly date?: string;
  readonly lead?: string;
  readonly media?: string;
}

/** An item as the site writes it: title, link and description in CDATA. */
const item = ({
  title = '제목',
  link: url = link(1),
  date = 'Fri, 20 Nov 2026 03:00:00 +0900',
  lead = '본문이다.',
  media,
}: Item = {}) =>
  `<item>
<title><![CDATA[${title}]]></title>
<link><![CDATA[${url}]]></link>
<pubDate>${date}</pubDate>
<description><![CDATA[${lead}]]></description>
${media === undefined ? '' : `<media:content type="image/jpg" url="${media}"  />\n`}</item>`;

const feed = (...items: string[]) =>
  `<?xml version="1.0" encoding="utf-8" ?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>동아닷컴 : 정치</title><link>http://www.donga.com/</link><image><title>동아닷컴</title><url>http://www.donga.com/logo.gif</url></image>${items.join('\n')}</channel></rss>`;

const read = async (...items: string[]) => (await parseFeed(feed(...items), 'politics')).headlines;

describe('a feed’s item becomes a headline', () => {
  it('with everything the feed tells', async () => {
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

  it('with the lead’s image where no other is given', async () => {
    const [headline] = await read(item({ lead: "<img src='https://a.b/c.jpg?x=1&amp;y=2' align='left'>글" }));
    expect(headline?.image).toBe('https://a.b/c.jpg?x=1&y=2');
  });

  it('with its title on one line', async () => {
    expect((await read(item({ title: ' 두 줄\n  제목\u0007 ' })))[0]?.title).toBe('두 줄 제목');
  });

  it('with the beginning of its lead where it has no title', async () => {
    expect((await read(item({ title: '', lead: '첫 문단  둘째' })))[0]?.title).toBe('첫 문단');
  });

  it('with the bracket that ends a title before the CDATA does', async () => {
    expect((await read(item({ title: '[NBA] 영구결번]' })))[0]?.title).toBe('[NBA] 영구결번]');
  });

  it('in the section of its feed, of its link in 전체기사, and in none where neither tells', async () => {
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

describe('a damaged feed gives what can be read', () => {
  const whole = [item({ link: link(1) }), item({ link: link(2) }), item({ link: link(3) })];

  test.each([
    ['leading white space', `\n\n  ${feed(...whole)}`, 3, 0],
    ['a byte order mark', `\ufeff${feed(...whole)}`, 3, 0],
    [
      'a warning printed before it',
      `Warning: mysql_connect() in <b>/home</b> & more\n${feed(...whole)}`,
      3,
      0,
    ],
    [
      'a DOCTYPE with entities',
      `<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${feed(...whole)}`,
      3,
      0,
    ],
    ['a cut end', feed(...whole).slice(0, -80), 2, 1],
    ['an end cut within CDATA', feed(...whole, item({ lead: '끊긴 글' })).split('끊긴')[0]!, 3, 1],
    ['no closing tags', feed(...whole).replace('</channel></rss>', ''), 3, 0],
    ['junk behind it', `${feed(...whole)}\n<script>x</script>`, 3, 0],
    ['a broken item between', feed(whole[0]!, '<item><title>a</b></item>', whole[1]!), 2, 1],
    ['an item that never ends', feed(whole[0]!, '<item><title>a</title>', whole[1]!, whole[2]!), 3, 1],
    ['an item without a link', feed(whole[0]!, item({ link: '' })), 1, 1],
    ['an item whose link is no link', feed(whole[0]!, item({ link: 'javascript:alert(1)' })), 1, 1],
    ['an item without title and lead', feed(whole[0]!, item({ title: '', lead: '' })), 1, 1],
    ['an item of a megabyte', feed(whole[0]!, item({ lead: 'x'.repeat(1e6) }), whole[1]!), 2, 1],
    [
      'CDATA that never ends',
      feed(item({ link: link(9) }).replace(/\]\]>/g, ''), whole[0]!, whole[1]!),
      2,
      1,
    ],
  ])('%s', async (_, text, count, problems) => {
    const read = await parseFeed(text, 'politics');
    expect(read.headlines).toHaveLength(count);
    expect(read.problems).toBe(problems);
  });

  it('keeps an item whose date is none', async () => {
    for (const date of ['', '어제', 'Fri, 31 Feb 2026 99:00:00 +0900']) {
      expect((await read(item({ date }), item({ link: link(2) })))[0]?.publishedAt).toBeNull();
    }
  });

  it('reads what stands outside CDATA, with bare ampersands, control characters and names for signs', async () => {
    const bare = `<item><title>S&P\u0000 &amp; R&D &nbsp;끝</title><link>${link(7)}?a=1&b=2</link><pubDate>Fri, 20 Nov 2026 03:00:00 +0900</pubDate><description>가&middot;나 &amp;lt;다&amp;gt;</description></item>`;
    expect((await read(bare))[0]).toMatchObject({ id: '7', title: 'S&P & R&D 끝', summary: '가·나 <다>' });
  });

  it('expands no entity', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "하하하하하하하하하하"><!ENTITY x SYSTEM "file:///etc/passwd">]>${feed(
      `<item><title>&a;&a; &x;</title><link>${link(7)}</link></item>`,
    )}`;
    expect((await parseFeed(bomb, 'politics')).headlines[0]?.title).toBe('&a;&a; &x;');
  });

  it('takes an empty feed for an empty feed', async () => {
    expect(await parseFeed(feed(), 'politics')).toEqual({ headlines: [], problems: 0 });
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
  ])('and %s is counted, the rest kept', async (_, inside) => {
    const [urls, problems] = await ids(inside, `<link>${link(33)}</link>`);
    expect(urls).toEqual([link(33)]);
    expect(problems).toBe(1);
  });

  it('and is counted where the feed has no address', async () => {
    const items = feed(item({ link: '/news/article/all/20261120/21/1' }), item({ link: link(2) }));
    expect(await parseFeed(items, 'politics')).toMatchObject({ headlines: [{ id: '2' }], problems: 1 });
  });

  it('and so is an image', async () => {
    const { headlines } = await parseFeed(feed(item({ media: '/a.jpg' })), 'politics', ADDRESS);
    expect(headlines[0]?.image).toBe('https://rss.donga.com/a.jpg');
  });
});

describe('markup that nobody escaped costs no item and no word', () => {
  const title = async (inside: string) =>
    (
      await parseFeed(
        feed(`<item><title>${inside}</title><link>${link(5)}</link></item>`, item({ link: link(6) })),
        'politics',
      )
    ).headlines.map((headline) => headline.title);
  test.each([
    ['한은 <strong>동결 & 인하 전망', '한은 동결 & 인하 전망'],
    ['<i>네이처</i> 논문', '네이처 논문'],
    ['CO<sub>2</sub> 감축', 'CO2 감축'],
    ['가 < 나, 다 > 라', '가 < 나, 다 > 라'],
    ['1<2<3', '1<2<3'],
    ['<가온> 개봉', '<가온> 개봉'],
    ['<<특집>> 갯벌', '<<특집>> 갯벌'],
    ['끝나지 않은 <b', '끝나지 않은 <b'],
    ['<link> 태그의 역사', '<link> 태그의 역사'],
    ['<![CDATA[앞]]> 뒤 & <b>끝', '앞 뒤 & 끝'],
    ['가<!-- 주석 --> 나', '가 나'],
  ])('%s', async (inside, expected) => {
    expect(await title(inside)).toEqual([expected, '제목']);
  });

  it('in a lead, where its picture stands without quotes', async () => {
    const bare = `<item><title>가</title><link>${link(7)}</link><description><img src=https://a.b/c.jpg align=left>첫째<br>둘째 <b>셋째<p>넷째</description></item>`;
    expect((await read(bare))[0]).toMatchObject({
      image: 'https://a.b/c.jpg',
      summary: '첫째\n둘째 셋째\n넷째',
    });
  });

  it('in a field that never ends, which alone is lost', async () => {
    const bare = `<item><title>가</title><author>홍길동 <link>${link(7)}</link><pubDate>20 Nov 26 03:00 KST</pubDate></item>`;
    expect((await read(bare))[0]).toMatchObject({ id: '7', publishedAt: '2026-11-20T03:00:00+09:00' });
  });

  it('and attributes without quotes', async () => {
    const bare = `<item><title>가</title><link>${link(7)}</link><media:content url=https://a.b/1.jpg?a=1&b=2 type=image/jpg/></item>`;
    expect((await read(bare))[0]?.image).toBe('https://a.b/1.jpg?a=1&b=2');
  });

  it('and the date of a feed of Dublin Core', async () => {
    const dated = `<item><title>가</title><link>${link(7)}</link><dc:date>2026-11-19T18:00:00Z</dc:date></item>`;
    expect((await read(dated))[0]?.publishedAt).toBe('2026-11-20T03:00:00+09:00');
  });
});

describe('a text that is no feed is refused as such', () => {
  test.each([
    ['nothing', ''],
    [
      'a page',
      '<!DOCTYPE html><html><head><title>점검 중</title></head><body><p>점검 중입니다</p></body></html>',
    ],
    ['words', '서버 오류'],
    ['a feed cut off before its first item', feed(item()).slice(0, 300)],
    ['a feed whose every item is broken', feed('<item><title>a</b></item>', '<item></item>')],
  ])('%s', async (_, text) => {
    await expect(parseFeed(text, 'politics')).rejects.toMatchObject({ code: 'bad-feed' });
  });
});
