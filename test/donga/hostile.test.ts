import { describe, expect, it, test } from 'vitest';
import { parseFeed } from '../../source/donga/feed/feed.ts';
import { extractArticle } from '../../source/donga/page/extract.ts';
import { Failure } from '../../source/failure.ts';
import { pageHtml, STORY } from './serialise.ts';
import { survives } from './survives.ts';

const URL = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
const UNKNOWN = `<html><head><title>제목</title></head><body><div>${'<p>공사는 내년 봄에 시작해 이듬해 가을에 끝난다고 시는 밝혔다.</p>'.repeat(20)}</div></body></html>`;
const FEED = `<?xml version="1.0" encoding="utf-8" ?><rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>정치</title>${Array.from({ length: 20 }, (_, n) => `<item><title><![CDATA[S&P ${n}]]></title><link><![CDATA[${URL.replace('134812345', String(n))}]]></link><pubDate>Fri, 20 Nov 2026 03:00:00 +0900</pubDate><description><![CDATA[<img src='https://a.b/c.jpg' align='left'>글이다.  &amp;]]></description><media:content type="image/jpg" url="https://a.b/c.jpg"/></item>`).join('\n')}</channel></rss>`;

const MEGABYTES = 10_000_000;
const ATTACKS: readonly (readonly [what: string, text: string])[] = [
  ['<div> nested 100,000 deep', '<div>'.repeat(100_000)],
  ['<b> nested 100,000 deep and closed', `${'<b>'.repeat(100_000)}글${'</b>'.repeat(100_000)}`],
  ['tables nested 10,000 deep', '<table><tr><td>'.repeat(10_000)],
  ['lists nested 10,000 deep', '<ul><li>글'.repeat(10_000)],
  ['quotes nested 10,000 deep', '<blockquote>글'.repeat(10_000)],
  ['an attribute of 10 MB', `<p class="${'a '.repeat(MEGABYTES / 2)}">글</p>`],
  ['an address of 10 MB', `<img src="https://a.b/${'a'.repeat(MEGABYTES)}">`],
  ['500,000 attributes', `<p ${Array.from({ length: 500_000 }, (_, n) => `a${n}`).join(' ')}>글`],
  ['a word of 10 MB', '가'.repeat(MEGABYTES / 3)],
  ['only spaces', ' '.repeat(MEGABYTES)],
  ['a million breaks', '<br>'.repeat(1_000_000)],
  ['200,000 paragraphs', '<p>글</p>'.repeat(200_000)],
  ['200,000 bold lines', '<b>글</b><br>'.repeat(200_000)],
  ['100,000 links', '<a href="/news/article/all/20261120/1001/1">글</a>'.repeat(100_000)],
  ['a million opening signs', '<'.repeat(1_000_000)],
  ['a million ampersands', '&'.repeat(1_000_000)],
  ['a million entities', '&amp;'.repeat(1_000_000)],
  ['unclosed comments', '<!--'.repeat(500_000)],
  ['tags closed that were never opened', '</p></div>'.repeat(300_000)],
  ['100,000 tags of readers', '#가'.repeat(100_000)],
  ['100,000 mail addresses', '홍길동 기자 a@b.c '.repeat(100_000)],
  ['100,000 marks over one letter', `가${'\u0301'.repeat(100_000)}`],
  ['100,000 escape characters', '\u001b]'.repeat(100_000)],
  ['100,000 headings of other lists', '<h3>지금 뜨는 뉴스</h3>'.repeat(20_000)],
  [
    'boxes for a photo nested 400 deep around 15,000 paragraphs',
    `${'<div class="photo">'.repeat(400)}<img src="https://a.b/c.jpg">${'<p>글</p>'.repeat(15_000)}`,
  ],
  [
    'captions nested 400 deep around 15,000 paragraphs',
    `${'<div class="caption">'.repeat(400)}${'<p>글</p>'.repeat(15_000)}`,
  ],
  ['a caption of a million letters', `${'<div class="caption">'.repeat(400)}${'가'.repeat(1_000_000)}`],
  [
    'a table that claims a million columns',
    '<table><tr><td colspan="1000000" rowspan="1000000">가</td><td>나</td></tr></table>'.repeat(1000),
  ],
];

describe('a hostile page takes no longer than a few harmless ones', () => {
  test.each(ATTACKS)('%s, in the story and around it', async (_, attack) => {
    const page = pageHtml('page', STORY);
    const inside = await survives(() => extractArticle(page.replace('마지막', `${attack}마지막`), URL));
    if (!(inside instanceof Failure)) expect(inside.blocks[0]).toEqual(STORY[0]);
    await survives(() => extractArticle(page.replace('<body>', `<body>${attack}`), URL));
    await survives(() => extractArticle(UNKNOWN.replace('<body>', `<body>${attack}`), URL));
  });

  it('JSON-LD nested 100,000 deep', async () => {
    const json = `<script type="application/ld+json">${'['.repeat(100_000)}${']'.repeat(100_000)}</script>`;
    const article = await survives(() =>
      extractArticle(pageHtml('page', STORY).replace('</head>', `${json}</head>`), URL),
    );
    expect(article).toMatchObject({ title: '제목이다' });
  });
});

describe('a hostile feed takes no longer than a few harmless pages', () => {
  test.each([
    ...ATTACKS,
    ['items nested 100,000 deep', '<item>'.repeat(100_000)],
    ['half-open CDATA', '<![CDATA['.repeat(100_000)],
    ['CDATA that swallows items', `<item><![CDATA[${'</item><item>'.repeat(100_000)}`],
    ['100,000 items', `<item><title>가</title><link>${URL}</link></item>`.repeat(100_000)],
    ['100,000 broken items', '<item><a></b></item>'.repeat(100_000)],
    [
      'an entity bomb',
      `<!DOCTYPE x [<!ENTITY a "하하">${Array.from({ length: 30 }, (_, n) => `<!ENTITY a${n} "&a${n - 1};&a${n - 1};">`).join('')}]>&a29;`,
    ],
  ] as const)('%s, in an item and before it', async (_, attack) => {
    const inside = await survives(() => parseFeed(FEED.replace('S&P 3', attack), 'politics'));
    if (!(inside instanceof Failure)) expect(inside.headlines.length).toBeGreaterThan(0);
    await survives(() =>
      parseFeed(FEED.replace('<channel>', `<channel><item><description>${attack}`), 'politics'),
    );
    await survives(() => parseFeed(attack + FEED, 'politics'));
  });
});
