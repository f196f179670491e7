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

describe('what is no feed is said to be none', () => {
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
