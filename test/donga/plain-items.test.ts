import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { readPlainItems } from '../../source/donga/feed/plain-items.ts';
import { readRepairedItems } from '../../source/donga/feed/repaired-items.ts';
import fc from '../support/fast-check.ts';
import { runs, thorough } from '../support/fuzz.ts';

const FOLDERS = ['edition/feeds', 'odd-feeds'].map(
  (name) => new URL(`../../fixtures/${name}/`, import.meta.url),
);
const documents = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8')),
);

const item = (fields: string): string => `<item>${fields}</item>`;
const feed = (...items: string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title><![CDATA[정치]]></title>${items.join('\n')}</channel></rss>`;
const LINK = '<link><![CDATA[https://www.donga.com/news/article/all/20261120/134812345/1]]></link>';

describe('a feed as the site writes it is read the quick way, with the same result as by rss-parser', () => {
  it('in the sample edition, whole', async () => {
    const edition = documents.filter((text) => text.includes('donga-tui sample edition'));
    expect(edition.length).toBeGreaterThan(15);
    for (const text of edition) expect(readPlainItems(text)).toEqual(await readRepairedItems(text));
  });

  test.each([
    [
      'every field',
      `<title><![CDATA[A<b>B</b> & C]]></title>${LINK}<pubDate>Fri, 20 Nov 2026 03:00:00 +0900</pubDate><description><![CDATA[<img src='https://dimg.donga.com/a.jpg'>본문  둘째]]></description><media:content type="image/jpg" url="https://dimg.donga.com/b.jpg?x=1&amp;y=2"  />`,
    ],
    [
      'entities outside CDATA',
      `<title>S&amp;P &lt;책&gt; &quot;말&quot; &apos;속&apos; &amp;nbsp;</title>${LINK}`,
    ],
    ['fields of blanks', `<title>  \n </title>${LINK}<description><![CDATA[  ]]></description><category/>`],
    ['a guid that is no address', `<guid isPermaLink="false">134812345</guid>${LINK}<title>가</title>`],
    ['a guid that is one', `<guid isPermaLink='true'>https://www.donga.com/1</guid><title>가</title>`],
    [
      'several photos',
      `${LINK}<media:content url='a'/><media:content url="b"></media:content><media:content/>`,
    ],
    [
      'names in capitals, and Dublin Core’s date',
      `<TITLE>가</TITLE>${LINK}<PubDate/><dc:date>2026-11-20T03:00:00Z</dc:date>`,
    ],
    ['control characters in CDATA', `<title><![CDATA[가\x1b[2J\u0000\u202e나]]></title>${LINK}`],
    ['nothing at all', ''],
  ])('%s', async (_, fields) => {
    const text = feed(item(fields), item(`<title>다음</title>${LINK}`));
    expect(readPlainItems(text)).not.toBeNull();
    expect(readPlainItems(text)).toEqual(await readRepairedItems(text));
  });
});

describe('any other feed is left to rss-parser', () => {
  test.each([
    ['a bare ampersand', feed(item('<title>R&D</title>'))],
    ['an entity of HTML', feed(item('<title>가&nbsp;나</title>'))],
    ['a numeric entity', feed(item('<title>&#44032;</title>'))],
    ['markup that nobody escaped', feed(item('<title>가 <b>나</b></title>'))],
    ['text between the fields', feed(item('가<title>나</title>'))],
    ['a field of no feed', feed(item('<summary>가</summary>'))],
    ['a field twice', feed(item('<title>가</title><title>나</title>'))],
    ['a comment before the items', feed('<!-- <item> -->', item('<title>가</title>'))],
    ['a DOCTYPE with entities', `<!DOCTYPE rss [<!ENTITY a "b">]>${feed(item('<title>가</title>'))}`],
    ['an item cut off', feed(item('<title>가</title>')).slice(0, -40)],
    [
      'CDATA that is never closed',
      feed(item('<title><![CDATA[가</title>'), item('<title><![CDATA[나]]></title>')),
    ],
    ['CDATA around an item', `<rss><![CDATA[${item('<title>가</title>')}]]></rss>`],
    ['an item within an item', feed(item(item('<title>가</title>')))],
    ['something between two items', feed(item('<title>가</title>'), '<image/>', item('<title>나</title>'))],
    ['an item with an attribute', feed('<item about="1"><title>가</title></item>')],
    ['no item', feed()],
  ])('%s', (_, text) => {
    expect(readPlainItems(text)).toBeNull();
  });
});

const PIECES =
  '< > " \' & ]]> <![CDATA[ </ <b> </b> <br/> </item> <item> <!-- --> <title> </title> </link> <?x?> &amp; &#x110000; &nbsp; \0 \x1b[2J \u202e \ufeff \r\n / = isPermaLink="false" url="a&b" media:content'
    .split(' ')
    .concat(' ');

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 60 }),
  piece: fc.constantFrom('', ...PIECES),
});

test(
  'the parts of a damaged feed that the quick way takes are read as by rss-parser',
  async () => {
    const short = documents.map((text) => {
      const second = text.indexOf('</item>', text.indexOf('</item>') + 1);
      return second < 0 ? text : `${text.slice(0, second)}</item></channel></rss>`;
    });
    let taken = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...short),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        async (document, steps) => {
          let text = document;
          for (const { at, length, piece } of steps) {
            const start = Math.floor(at * text.length);
            text = text.slice(0, start) + piece + text.slice(start + length);
          }
          const items = readPlainItems(text);
          if (items === null) return;
          taken += 1;
          expect(items).toEqual(await readRepairedItems(text));
        },
      ),
      runs(100_000, 1500),
    );
    expect(taken).toBeGreaterThan(thorough(5000, 50));
  },
  thorough(3_600_000, 30_000),
);
