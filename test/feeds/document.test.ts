import { describe, expect, it } from 'vitest';
import { feedTitle, readOtherFeed } from '../../source/feeds/headlines.ts';
import { readOpml, writeOpml } from '../../source/feeds/opml.ts';
import fc from '../support/fast-check.ts';
import { growth, MOST_GROWTH } from '../support/growth.ts';

const ADDRESS = 'https://example.com/news/feed.xml';

const rss = (items: string, head = '<title>이웃 소식</title>') =>
  `<?xml version="1.0"?><rss version="2.0"><channel>${head}${items}</channel></rss>`;

const FORMS = {
  'RSS 2.0': rss(
    '<item><title>새 다리</title><link>/a/1?x=2&amp;utm_source=rss#top</link><description>&lt;p&gt;첫 문단&lt;/p&gt;&lt;p&gt;둘째&lt;/p&gt;</description><pubDate>Fri, 20 Nov 2026 09:00:00 +0900</pubDate><enclosure url="/i.jpg" type="image/jpeg"/></item>',
  ),
  'RSS 1.0': `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel rdf:about="x"><title>이웃 소식</title><items/></channel><item rdf:about="https://example.com/a/1?x=2"><title>새 다리</title><link>https://example.com/a/1?x=2</link><description>첫 문단\n둘째</description><dc:date>2026-11-20T00:00:00Z</dc:date><media:thumbnail url="/i.jpg"/></item></rdf:RDF>`,
  Atom: `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">&lt;b&gt;이웃&lt;/b&gt; 소식</title><link rel="self" href="/self"/><entry><title type="html">새 &lt;i&gt;다리&lt;/i&gt;</title><link rel="self" href="/self/1"/><link href="/a/1?x=2"/><id>tag:example.com,2026:1</id><updated>2026-11-21T00:00:00Z</updated><published>2026-11-20T00:00:00Z</published><content type="xhtml"><div><p>첫 문단</p><p>둘째</p><img src="/i.jpg"/></div></content></entry></feed>`,
  'JSON Feed': JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: '이웃 소식',
    items: [
      {
        id: '1',
        url: 'https://example.com/a/1?x=2',
        title: '새 다리',
        content_html: '<p>첫 문단</p><p>둘째</p><img src="/i.jpg">',
        date_published: '2026-11-20T09:00:00+09:00',
      },
    ],
  }),
};

describe('a feed of another site', () => {
  it.each(Object.entries(FORMS))('in %s is read as the same headline', (_, text) => {
    expect(feedTitle(text)).toBe('이웃 소식');
    expect(readOtherFeed(text, '이웃', ADDRESS)).toEqual({
      problems: 0,
      headlines: [
        {
          id: expect.stringMatching(/^h[0-9a-f]{12}$/),
          title: '새 다리',
          url: 'https://example.com/a/1?x=2',
          section: '이웃',
          publishedAt: '2026-11-20T09:00:00+09:00',
          summary: '첫 문단\n둘째',
          image: 'https://example.com/i.jpg',
        },
      ],
    });
  });

  it('gives its articles ids of their own, with any number in their path, unless they are the paper’s', () => {
    const item = (link: string) => `<item><title>제목</title><link>${link}</link></item>`;
    const own = 'https://www.donga.com/news/Politics/article/all/20261120/139000020/1';
    const { headlines } = readOtherFeed(
      rss(item('https://example.com/news/article/all/20261120/139000020/1') + item(own)),
      '이웃',
      ADDRESS,
    );
    expect(headlines.map(({ id }) => id)).toEqual([expect.stringMatching(/^h/), '139000020']);
    expect(headlines[1]!.section).toBe('이웃');
  });

  it('keeps channel images, namesakes in other namespaces and nested titles out of the headline', () => {
    const text = rss(
      '<item><media:title>사진 제목</media:title><itunes:title>소리 제목</itunes:title><title>새 다리</title><media:group><media:description>사진 설명</media:description></media:group><link>/a</link></item>',
      '<image><title>그림</title></image><title>이웃 소식</title>',
    );
    expect(feedTitle(text)).toBe('이웃 소식');
    expect(readOtherFeed(text, '이웃', ADDRESS).headlines[0]).toMatchObject({
      title: '새 다리',
      summary: '',
    });
  });

  it('that is cut off loses the item in which it was, and no other', () => {
    const whole = rss(
      '<item><title>하나</title><link>/1</link></item><item><title>둘</title><link>/2</link></item>',
    );
    const cut = whole.slice(0, whole.indexOf('/2'));
    expect(readOtherFeed(cut, '이웃', ADDRESS).headlines.map(({ title }) => title)).toEqual(['하나']);
  });

  it('keeps only http and https links, and no control or bidi character', () => {
    const items = [
      'javascript:alert(1)',
      'file:///etc/passwd',
      'https://user:pass@example.com/',
      'data:text/html,x',
    ]
      .map((link) => `<item><title>나쁜 링크</title><link>${link}</link></item>`)
      .join('');
    const hostile =
      '<item><title>제목&#27;[31m\u202e&#x9b;2J</title><link>/1</link><description>가&#7;나\u2066</description></item>';
    const { headlines, problems } = readOtherFeed(rss(items + hostile), '이웃', ADDRESS);
    expect(problems).toBe(4);
    expect(headlines).toHaveLength(1);
    expect(`${headlines[0]!.title}${headlines[0]!.summary}`).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  it.each(['', '<html><body>페이지</body></html>', '{"version":"1"}', '{', 'null', '[]', '<opml/>'])(
    'is not a document with %j',
    (text) => {
      expect(feedTitle(text)).toBeNull();
      expect(() => readOtherFeed(text, '이웃', ADDRESS)).toThrow(
        expect.objectContaining({ code: 'bad-feed' }),
      );
    },
  );

  it('never makes the reader throw anything but bad-feed, with any part cut out or doubled', () => {
    const some = fc.tuple(fc.constantFrom(...Object.values(FORMS)), fc.nat(800), fc.nat(800), fc.string());
    fc.assert(
      fc.property(some, ([text, from, many, between]) => {
        try {
          readOtherFeed(text.slice(0, from) + between + text.slice(from + many), '이웃', ADDRESS);
        } catch (error) {
          expect(error).toMatchObject({ code: 'bad-feed' });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes time that grows with its length and no faster, however deep it is nested', async () => {
    const deep = (depth: number) => feedTitle(rss(`<item><title>${'<b>'.repeat(depth)}</title></item>`));
    expect(await growth(deep, 10_000)).toBeLessThan(MOST_GROWTH);
  });
});

describe('OPML', () => {
  it('comes back as it was written', () => {
    const feeds = [
      { title: '이웃 소식 & "알림" <하나>', url: 'https://example.com/feed?a=1&b=2' },
      { title: '둘', url: 'http://127.0.0.1:8080/둘.xml' },
    ];
    expect(readOpml(writeOpml('donga-tui', feeds))).toEqual(feeds);
  });

  it('is read from folders, with the names that other programs give their attributes', () => {
    const text =
      '<?xml version="1.0"?><opml version="1.0"><body><outline text="뉴스"><outline text="하나" XMLURL="https://example.com/1"/><outline title="둘" type="rss" xmlUrl="https://example.com/2"/></outline></body></opml>';
    expect(readOpml(text)).toEqual([
      { title: '하나', url: 'https://example.com/1' },
      { title: '둘', url: 'https://example.com/2' },
    ]);
  });

  it('that was cut off is refused, as is any other document', () => {
    expect(readOpml('<opml><body><outline xmlUrl="https://example.com/1"/>')).toBeNull();
    expect(readOpml('<rss></rss>')).toBeNull();
    expect(readOpml('')).toBeNull();
  });
});
