import { extractArticle } from '../../../source/donga/page/extract.ts';

export const URL = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
export const FILLER = '문단이다.<br><br>';

/** A page of today's template; every part can be put in the place of the usual one. */
export function today({
  head = '<title>제목이다｜동아일보</title>',
  header = '<section class="head_group"><h1>제목이다</h1></section>',
  body = FILLER,
  behind = '',
  after = '',
} = {}): string {
  return `<!DOCTYPE html><html lang="ko"><head>${head}</head><body>
<nav><a href="/login">로그인</a><a href="/news/Politics">정치</a></nav>
<header class="view_head"><div class="inner">${header}</div></header>
<div class="view_body"><div class="main_view"><section class="news_view">
${body}
</section>${behind}</div></div>${after}<footer>회사소개 <a href="/x">댓글 99</a></footer></body></html>`;
}

export const read = (parts: Parameters<typeof today>[0]) => extractArticle(today(parts), URL);
export const blocks = async (body: string) => (await read({ body })).blocks;
export const texts = async (body: string) =>
  (await blocks(body)).map((block) => ('text' in block ? `${block.type}: ${block.text}` : block.type));
