import { afterAll, describe, expect, test } from 'vitest';
import { parseDate, readStamps } from '../../source/donga/dates.ts';
import { decodeEntities } from '../../source/donga/feed/entities.ts';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { parseLink } from '../../source/donga/links.ts';
import { readByline, readStrictByline, readWire } from '../../source/donga/page/byline.ts';
import { isPictureCredit } from '../../source/donga/page/credits.ts';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { readTags } from '../../source/donga/page/story-end.ts';
import { fit as cut } from '../../source/korean/fit.ts';
import { particle } from '../../source/korean/josa.ts';
import { decodeText } from '../../source/net/decode.ts';
import { findInText } from '../../source/search/find-in-text.ts';
import { parseQuery } from '../../source/search/query/query.ts';
import { salvage } from '../../source/storage/config/salvage.ts';
import { findMail } from '../../source/text/runs.ts';
import { sanitiseLine, sanitiseText, sanitiseVerse } from '../../source/text/sanitise.ts';
import { tell, thorough } from '../support/fuzz.ts';
import { growth, TIMES } from '../support/growth.ts';

const LINK = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
const ITEM = `<title>가</title><link>${LINK}</link>`;

const feed = (inside: string) =>
  parseFeed(
    `<rss><channel><item>${inside}</item><item>${ITEM}</item></channel></rss>`,
    'politics',
    'https://rss.donga.com/politics.xml',
  );
const page = (body: string, title = '제목', byline = '') =>
  extractArticle(
    `<html><head><title>${title}</title></head><body><section class="head_group"><h1></h1></section><section class="news_view">첫 문단이다.<br><br>${body}</section><div class="byline">${byline}</div></body></html>`,
    LINK,
  );

/** Parses a text; whether it refuses the text does not matter here. */
type Parse = (text: string) => unknown;

/**
 * Texts for each parser that once made a regular expression or a scan start over again and again: the part
 * that is repeated, and its place.
 */
const CASES: readonly (readonly [
  what: string,
  parse: Parse,
  make: (count: number) => string,
  count: number,
])[] = [
  [
    'a lead’s unclosed picture',
    (text) => feed(`${ITEM}<description>${text}</description>`),
    (n) => `<img ${'src='.repeat(n)}`,
    900,
  ],
  [
    'many leads with unclosed pictures',
    (text) => feed(`${ITEM}<description><![CDATA[${text}]]></description>`),
    (n) => '<img src='.repeat(n),
    400,
  ],
  [
    'carriage returns in a lead',
    (text) => feed(`${ITEM}<description><![CDATA[${text}.]]></description>`),
    (n) => '\r'.repeat(n),
    3500,
  ],
  ['half-open CDATA in items', (text) => feed(text), (n) => '<![CDATA['.repeat(n), 20_000],
  ['half-open comments in an item', (text) => feed(text), (n) => '<!--'.repeat(n), 20_000],
  ['items in items', (text) => feed(text), (n) => '<item>'.repeat(n), 20_000],
  ['fields that never close', (text) => feed(text), (n) => '<title>'.repeat(n), 20_000],
  ['blanks behind a closing tag', (text) => feed(text), (n) => `</item${' '.repeat(n)}`.repeat(3), 40_000],
  ['a title of dashes', (text) => page('', text), (n) => '-'.repeat(n), 40_000],
  ['a title of blanks and bars', (text) => page('', text), (n) => ' |'.repeat(n), 20_000],
  ['editors and bars in the last line', (text) => page(text), (n) => `${'부편집장기자|'.repeat(n)}1`, 2000],
  ['roles in a byline', (text) => page('', '제목', text), (n) => '글·사진·'.repeat(n), 5000],
  ['lines of names', (text) => page(text), (n) => '홍길동 기자<br>'.repeat(n), 600],
  ['lines of mail addresses', (text) => page(text), (n) => '홍길동 기자 a@b.kr<br><br>'.repeat(n), 600],
  ['bold lines', (text) => page(text), (n) => '<b>가나다</b><br>'.repeat(n), 600],
  ['a word without its space', (text) => findInText(text, 'aaaaaaaaab'), (n) => 'a'.repeat(n), 2000],
  ['two words that are one', (text) => findInText(text, '다라가나'), (n) => '가나 다라 '.repeat(n), 800],
  ['hashtags', (text) => page(text), (n) => '#가'.repeat(n), 20_000],
  ['carriage returns in a story', (text) => page(`<pre>${text}</pre>`), (n) => '\r'.repeat(n), 4000],
  ['tables in tables', (text) => page(text), (n) => '<table><tr><td>가</td><td>'.repeat(n), 20],
  ['lines of a pre', (text) => page(`<pre>${text}</pre>`), (n) => '가\r'.repeat(n), 4000],
  ['items of a list', (text) => page(`<ul>${text}</ul>`), (n) => '<li>가'.repeat(n), 1500],
  ['items with photos', (text) => page(`<ol>${text}</ol>`), (n) => '<li>가<img src=/1.jpg>'.repeat(n), 800],
  ['lines of a subhead', (text) => page(`<h3>${text}</h3>`), (n) => '가<br>'.repeat(n), 1500],
  ['lines of who made the pictures', (text) => page(text), (n) => '사진=홍길동 기자<br>'.repeat(n), 800],
  ['a line of who made the pictures', isPictureCredit, (n) => `사진${' · 사진'.repeat(n)}`, 10_000],
  ['lists in lists', (text) => page(text), (n) => '<ol><li>가'.repeat(n), 30],
  ['raised letters', (text) => page(text), (n) => `10<sup>${'-6'.repeat(n)}</sup>`, 20_000],
  [
    'comments counted behind a story',
    (text) => page(`</section><p>${text}</p>`),
    (n) => `댓글${' '.repeat(n)}`.repeat(2),
    20_000,
  ],
  ['a byline’s line', readByline, (n) => '부편집장기자|'.repeat(n), 40],
  ['a strict byline', readStrictByline, (n) => '부편집장기자|'.repeat(n), 15],
  ['a credit', readWire, (n) => `(${' '.repeat(n)}(`, 20_000],
  ['tags', readTags, (n) => `#가${' ,'.repeat(n)}x`, 20_000],
  ['a date of digits', parseDate, (n) => '2026-'.repeat(n), 50],
  ['stamps', (text) => readStamps([text]), (n) => `입력${' '.repeat(n)}`, 250],
  ['a link of slashes', parseLink, (n) => `https://a.b/${'/'.repeat(n)}x`, 450],
  ['a link of labels', parseLink, (n) => `${'a-.'.repeat(n)}donga.co`, 20_000],
  ['entities', decodeEntities, (n) => '&#x1f600;&amp'.repeat(n), 5000],
  ['ampersands', decodeEntities, (n) => '&'.repeat(n), 20_000],
  ['escape sequences', sanitiseLine, (n) => '\x1b]\x9d\x1b['.repeat(n), 10_000],
  ['marks', sanitiseText, (n) => `가${'\u0301'.repeat(n)}`, 20_000],
  ['joiners and blanks', sanitiseText, (n) => ' \n\u200d\t'.repeat(n), 10_000],
  ['indents', sanitiseVerse, (n) => `${' '.repeat(n)}가\n`.repeat(3), 20_000],
  ['words of a query', (text) => parseQuery(text, 0), (n) => `${'"가 -'.repeat(n)}`, 2000],
  ['filters of a query', (text) => parseQuery(text, 0), (n) => `@${'>2026-'.repeat(n)} #가`, 2000],
  ['mail addresses', findMail, (n) => 'w@p'.repeat(n), 30_000],
  ['pairs of broken JSON', salvage, (n) => `"a":"${'\\"b\\":\\"'.repeat(n)}`, 5000],
  [
    'a document’s encoding',
    (text) => decodeText(Buffer.from(text), null),
    (n) => '<meta charset='.repeat(n),
    10_000,
  ],
  ['a line that is cut', (text) => cut(text, 10), (n) => `가나다라마${'" '.repeat(n)}`, 5000],
  ['a word with its particle', (text) => particle(text, '은/는'), (n) => `가${'a1.'.repeat(n)}가`, 5000],
];

/**
 * The greatest ratio of a parse of eight times the text to eight parses of the text: 1 for a linear parser, 8
 * for a quadratic one. In the processor's time of this thread, so that a busy machine changes nothing.
 */
const MOST = 2.5;
const TRIES = 5;

const rows: string[] = [];
afterAll(() => tell(rows.join('\n')));

describe.runIf(thorough(true, false))(
  'a text of eight times the length takes eight times as long to read',
  () => {
    test.each(CASES)('%s', async (what, parse, make, count) => {
      const texts = new Map([count, count * TIMES].map((length) => [length, make(length)]));
      const grown = await growth(
        async (length) => {
          try {
            await parse(texts.get(length)!);
          } catch {
            // Refused: that took its time too.
          }
        },
        count,
        TRIES,
      );
      rows.push(`${what}: × ${(grown * TIMES).toFixed(1)}`);
      expect(grown).toBeLessThan(MOST);
    });
  },
);
