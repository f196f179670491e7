import { parseFeed } from '../../source/donga/feed/feed.ts';

export const link = (id: number | string, section = 'Politics') =>
  `https://www.donga.com/news/${section}/article/all/20261120/${id}/1`;

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly date?: string;
  readonly lead?: string;
  readonly media?: string;
}

/** An item as the site writes it: title, link and description in CDATA. */
export const item = ({
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

export const feed = (...items: string[]) =>
  `<?xml version="1.0" encoding="utf-8" ?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>동아닷컴 : 정치</title><link>http://www.donga.com/</link><image><title>동아닷컴</title><url>http://www.donga.com/logo.gif</url></image>${items.join('\n')}</channel></rss>`;

export const read = async (...items: string[]) => (await parseFeed(feed(...items), 'politics')).headlines;
