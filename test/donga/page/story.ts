import { extractArticle } from '../../../source/donga/page/extract.ts';
import { setArticle } from '../../../source/typeset/article.ts';
import { rowText } from '../../../source/typeset/rows.ts';

export const URL = 'https://www.donga.com/news/Society/article/all/20261120/134812345/1';

/** The article of a page with this body and, if given, this byline of its own. */
export function read(body: string, byline = '') {
  const behind = byline === '' ? '' : `<div class='byline'>${byline}</div>`;
  return extractArticle(
    `<!DOCTYPE html><html lang="ko"><head><title>제목｜동아일보</title></head><body><header class="view_head"><section class="head_group"><h1>제목</h1></section></header><div class="view_body"><section class="news_view">${body}</section>${behind}</div></body></html>`,
    URL,
  );
}

export const blocks = async (body: string, byline = '') => (await read(body, byline)).blocks;
export const texts = async (body: string, byline = '') =>
  (await blocks(body, byline)).map((block) =>
    'text' in block ? `${block.type}: ${block.text}` : block.type,
  );
export const names = async (body: string, byline = '') =>
  (await read(body, byline)).reporters.map(({ name }) => name);
export const shown = async (body: string, columns = 40) =>
  setArticle(await read(body), { columns, language: 'ko', hanja: false })
    .rows.map((row) => rowText(row).trimEnd())
    .join('\n');
