// The feeds on loopback, in a process of their own: `node test/bench/feeds.ts` prints their address.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Headline } from '../../source/model.ts';
import { ALL_FEEDS, benchHeadlines, FEED_LENGTH, feedOf } from './headlines.ts';

/** Under this path every answer has headlines that were never there before. */
export const NEWS = '/news';
/** Under this path an answer has a validator, and who brings it back is answered 304. */
export const UNCHANGED = '/unchanged';
const VALIDATOR = '"bench"';
/** Stands in an id for the number of times that the feed was asked for. */
const EDITION = '@@';

const pubDate = (time: string): string => new Date(time).toUTCString().replace('GMT', '+0000');

function item({ title, url, publishedAt, summary, image }: Headline): string {
  const picture = image === null ? '' : `<img src='${image}' align='left' vspace='10' hspace='10'>`;
  const media = image === null ? '' : `<media:content type="image/jpg" url="${image}"  />\n`;
  return `<item>
<title><![CDATA[${title}]]></title>
<link><![CDATA[${url}]]></link>
<guid isPermaLink="false">${url}</guid>
<pubDate>${pubDate(publishedAt!)}</pubDate>
<description><![CDATA[${picture}${summary}]]></description>
${media}</item>`;
}

/** A feed as the site writes it. */
export function feedXml(name: string, headlines: readonly Headline[]): string {
  return `<?xml version="1.0" encoding="utf-8" ?>
<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>동아일보 ${name}</title><link>https://www.donga.com/</link><description>동아닷컴::RSS 서비스</description><language>ko</language>${headlines.map(item).join('\n')}
</channel></rss>`;
}

/** The archives' own newest headlines, and others with ids to be filled in. */
function bodies(news: boolean): Map<string, string> {
  const headlines = benchHeadlines(ALL_FEEDS.length * FEED_LENGTH, news ? 2 : 1);
  return new Map(
    ALL_FEEDS.map((feed, at) => {
      // Each feed has its own news, so that so many feeds bring so many headlines.
      const listed = news
        ? headlines.slice(at * FEED_LENGTH, (at + 1) * FEED_LENGTH)
        : feedOf(headlines, feed);
      const named = listed.map(({ id, ...rest }) => {
        const edition = `9${EDITION}${id.slice(3)}`;
        return news
          ? { ...rest, id: edition, title: `${rest.title} ${EDITION}`, url: rest.url.replace(id, edition) }
          : { ...rest, id };
      });
      return [feed, feedXml(feed, named)];
    }),
  );
}

if (process.argv[1] === import.meta.filename) {
  const [known, news] = [bodies(false), bodies(true)];
  const asked = new Map<string, number>();
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const under = [NEWS, UNCHANGED].find((prefix) => path.startsWith(`${prefix}/`)) ?? '';
    const isUnchanged = under === UNCHANGED;
    const feed = path.slice(under.length + 1).replace(/\.xml$/, '');
    const body = (under === NEWS ? news : known).get(feed);
    if (body === undefined) {
      response.writeHead(404).end();
      return;
    }
    if (isUnchanged && request.headers['if-none-match'] === VALIDATOR) {
      response.writeHead(304, { etag: VALIDATOR }).end();
      return;
    }
    const times = (asked.get(path) ?? 0) + 1;
    asked.set(path, times);
    response
      .writeHead(200, {
        'content-type': 'application/xml; charset=utf-8',
        ...(isUnchanged ? { etag: VALIDATOR } : {}),
      })
      .end(body.replaceAll(EDITION, String(times).padStart(3, '0')));
  });
  server.listen(0, '127.0.0.1', () => {
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`);
  });
  // The process that started this one has ended.
  process.stdin.on('end', () => process.exit()).resume();
}
