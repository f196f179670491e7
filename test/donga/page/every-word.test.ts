import { readdirSync, readFileSync } from 'node:fs';
import { isTag, isText, type ParentNode } from 'domhandler';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { all, readHtml } from '../../../source/donga/page/tree/dom.ts';
import type { Article } from '../../../source/model.ts';
import { decodeText } from '../../../source/net/decode.ts';
import fc from '../../support/fast-check.ts';

/**
 * The text inside a story's element that is dropped, and why. Each row is recognised by its markup, or by its
 * whole line; none is a guess.
 */
const DROPPED: readonly (readonly [selector: string, why: string])[] = [
  ['script, style, template, iframe, svg', 'is not text that anybody reads'],
  ['button, select, textarea, form, .btn_img, .is_blind', 'is a control of the page'],
  [
    '[class^="view_ad"], [class*=" view_ad"], .ad, .ads, .a1, .txt_ad, .photoAd, [id^="div-gpt-ad"], ins',
    'is an advertisement',
  ],
  ['[class^="sub_cont_AD"], .subcont_ad01, .view_center', 'is an advertisement of an older template'],
  [
    '.article_relation, .article_issue, .recommend, [id^="is_relation_"], [id^="is_trend_"]',
    'is a list of other stories',
  ],
  [
    '.article_end, .subscribe_wrap, #poll_content, .reporter_sec, .sns_share, .t_sns',
    'belongs to the site, not to the story',
  ],
  ['[hidden], [style*="display:none"], [style*="display: none"]', 'is hidden'],
  ['.caution_text, .copyright, .author_info, .byline', 'is told in fields of its own'],
];

/** Lines that are dropped behind a byline, a credit or a notice; see ASIDES in story-end.ts. */
const DROPPED_LINES = /^[[(]?(?:끝|ⓒ\S+|사진[=|｜]\S+)[\])]?$|^[▶▷].*기사 보기$/;

const BODY = '.news_view, .article_txt, .article_word';

/** The words of a story's element, without those that the table drops. */
function wordsOf(html: string): string[] {
  const tree = readHtml(html);
  const dropped = new Set(DROPPED.flatMap(([selector]) => all(selector, tree)));
  let text = '';
  const visit = (node: ParentNode): void => {
    for (const child of node.children) {
      if (isText(child)) text += child.data;
      else if (isTag(child) && !dropped.has(child)) {
        const isInline = /^(?:a|b|em|i|span|strong|font)$/.test(child.name);
        if (!isInline) text += '\n';
        visit(child);
        if (!isInline) text += '\n';
      }
    }
  };
  const bodies = all(BODY, tree).filter((body) => !dropped.has(body));
  visit(bodies[0]!);
  return text
    .normalize()
    .split('\n')
    .filter((line) => !DROPPED_LINES.test(line.trim()))
    .flatMap((line) => line.split(/[\s\u200b\u202e]+/))
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** Everything an article says, as one text. */
function saidBy(article: Article): string {
  const { blocks, reporters, deck, kicker, tags, wire, copyright, trending, title } = article;
  return JSON.stringify([
    blocks,
    reporters,
    deck,
    kicker,
    tags.map((tag) => `#${tag}`),
    wire,
    copyright,
    trending,
    title,
  ])
    .replaceAll('\\n', ' ')
    .replaceAll('\\"', '"');
}

/** The words that a page's story has more often than the article that was read from it. */
async function lostWords(html: string): Promise<string[]> {
  const article = await extractArticle(html, 'https://www.donga.com/news/article/all/20261120/1/1');
  const said = saidBy(article);
  const bare = (word: string) => word.replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, '');
  const counts = new Map<string, number>();
  for (const word of wordsOf(html)) counts.set(bare(word), (counts.get(bare(word)) ?? 0) + 1);
  return [...counts.keys()].filter((word) => {
    // A byline's parts stand in fields of their own: 부산=홍길동, 홍길동·김철수.
    const parts = word.split(/[=·#]/).filter(Boolean);
    return parts.some((part) => !said.includes(part));
  });
}

const EDITION = new URL('../../../fixtures/edition/articles/', import.meta.url);

describe('every word of a story is in its article, or in the table of dropped text', () => {
  it.each(readdirSync(EDITION).filter((name) => name.endsWith('.html')))('%s', async (name) => {
    const html = decodeText(readFileSync(new URL(name, EDITION)), null);
    expect(await lostWords(html)).toEqual([]);
  });

  const word = fc.stringMatching(/^[가-힣]{2,5}\d{1,3}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((some) => some.join(' '));
  const name = fc.stringMatching(/^[김이박최한오][가-힣]{2}$/);
  const person = fc
    .tuple(name, fc.constantFrom('기자', 'PD', '특파원'), fc.boolean())
    .map(([who, title, isMailed]) => `${who} ${title}${isMailed ? ' a@donga.com' : ''}`);
  const people = fc.array(person, { minLength: 1, maxLength: 4 }).map((some) => some.join('<br>'));
  const time = fc
    .tuple(fc.integer({ min: 10, max: 23 }), words)
    .map(([hour, text]) => `▶ ${hour}:30 ${text}`);
  const piece = fc.oneof(
    words.map((text) => `${text}다.`),
    words.map((text) => `<b>${text}</b>`),
    words.map((text) => `● ${text}`),
    words.map((text) => `출처: ${text}`),
    words.map((text) => `자료=${text}`),
    words.map((text) => `&nbsp;&nbsp;${text}<br>　${text}`),
    words.map((text) => `<pre>${text}\n  ${text}</pre>`),
    words.map((text) => `<h2 class="sub_tit">${text}</h2>`),
    fc
      .tuple(words, words)
      .map(
        ([one, other]) =>
          `<table><tr><td>${one}<br>${other}</td><td><img src="/a.gif" alt="${one}"></td></tr><tr><td><table><tr><td>${other}</td><td>${one}</td></tr></table></td><td>${other}</td></tr></table>`,
      ),
    fc
      .tuple(words, words)
      .map(([one, other]) => `<ol start=4><li>${one}<ul><li>${other}</li></ul></li></ol>`),
    fc
      .tuple(words, words)
      .map(
        ([one, other]) =>
          `<figure><img src="https://a.b/1.jpg" alt="${one}"><figcaption>${other}</figcaption></figure>`,
      ),
    words.map((text) => `<a href="https://a.b/${text.length}">${text}</a>`),
    words.map((text) => `<a href="/news/article/all/20261120/${text.length}1/1">11:40 ${text}</a>`),
    word.map((text) => `#${text}#${text}1 #${text}2`),
    fc.constant('(서울=뉴스1)'),
    time,
    people,
  );
  const gap = fc.constantFrom('<br>', '<br><br>');
  const story = fc
    .array(fc.tuple(piece, gap), { minLength: 1, maxLength: 10 })
    .map((pieces) => `처음 문단이다.<br><br>${pieces.flat().join('')}`);

  it.each([
    ['with a byline of its own', "<div class='byline'>최새별 기자 star@donga.com</div>"],
    ['without one', ''],
  ])('of a generated page %s', async (_, byline) => {
    await fc.assert(
      fc.asyncProperty(story, async (body) => {
        const html = `<!DOCTYPE html><html><head><title>제목</title></head><body><section class="head_group"><h1>제목</h1></section><div><section class="news_view">${body}</section>${byline}</div></body></html>`;
        expect(await lostWords(html)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});
