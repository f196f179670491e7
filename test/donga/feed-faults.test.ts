import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { feed, item, link, read } from './feed-of-items.ts';

describe('the readable part of a damaged feed is read', () => {
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

  it('keeps an item with an invalid date', async () => {
    for (const date of ['', '어제', 'Fri, 31 Feb 2026 99:00:00 +0900']) {
      expect((await read(item({ date }), item({ link: link(2) })))[0]?.publishedAt).toBeNull();
    }
  });

  it('reads text outside CDATA, with bare ampersands, control characters and named entities', async () => {
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

describe('unescaped markup costs no item and no word', () => {
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

  it('in a lead, even if its picture’s address has no quotes', async () => {
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

  it('in attributes without quotes', async () => {
    const bare = `<item><title>가</title><link>${link(7)}</link><media:content url=https://a.b/1.jpg?a=1&b=2 type=image/jpg/></item>`;
    expect((await read(bare))[0]?.image).toBe('https://a.b/1.jpg?a=1&b=2');
  });

  it('nor the date of a feed of Dublin Core', async () => {
    const dated = `<item><title>가</title><link>${link(7)}</link><dc:date>2026-11-19T18:00:00Z</dc:date></item>`;
    expect((await read(dated))[0]?.publishedAt).toBe('2026-11-20T03:00:00+09:00');
  });
});

describe('a document that is not a feed is refused as such', () => {
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
