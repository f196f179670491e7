import { listItem } from '../../source/list-item.ts';
import type { Block } from '../../source/model.ts';

/** The blocks of a generated story: all that the three templates can show, and must be read again. */
export type Story = readonly Block[];

/** A block of nearly every kind. */
export const STORY: Story = [
  { type: 'heading', text: '● 소제목' },
  { type: 'paragraph', text: '첫 문단이다.\n둘째 줄이다.' },
  { type: 'photo', url: 'https://dimg.donga.com/1.jpg', caption: '설명', alt: null },
  { type: 'table', rows: [['가', '나']] },
  { type: 'list', items: ['하나', '둘'] },
  { type: 'paragraph', text: '마지막 문단이다.' },
];

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** How the templates write paragraphs: bare text between `<br><br>`, as in the site, or `<p>`, as elsewhere. */
export type Style = 'breaks' | 'tags';

const lines = (text: string) => text.split('\n').map(escapeHtml).join('<br />');

function blockHtml(block: Block, style: Style): string {
  switch (block.type) {
    case 'paragraph':
      return style === 'tags' ? `<p>${lines(block.text)}</p>\n` : `${lines(block.text)}<br><br>\n`;
    case 'heading':
      return style === 'tags' ? `<h3>${lines(block.text)}</h3>` : `<b>${lines(block.text)}<br></b><br>\n`;
    case 'quote':
      return `<blockquote>${lines(block.text)}</blockquote>`;
    case 'photo':
      return `<figure class="img_cont articlePhotoC"><div class="in_cont"><img src='${block.url}' alt='${escapeHtml(block.alt ?? block.caption ?? '')}'/><div class='btn_img'><button><span class='is_blind'>크게보기</span></button></div></div>${block.caption === null ? '' : `<figcaption>${escapeHtml(block.caption)}</figcaption>`}</figure>`;
    case 'table':
      return `<table><tbody>${block.rows.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>`;
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${escapeHtml(listItem(item).text)}</li>`).join('\n')}</ul>`;
    case 'embed':
      return `<iframe src="${block.url}" title="${escapeHtml(block.title ?? '')}"></iframe>`;
  }
}

/** Elements between the blocks that must not be read. */
export const NOISE = [
  '',
  "<div class='view_ad06 ad box bg'><div class='a1'>광고 문구</div><script>document.write('광고')</script></div>",
  "<div class='view_adK'><script>ad('x<y');</script></div>",
  "<div id='div-gpt-ad-1'>광고</div>",
  '<!-- 주석 -->',
  "<iframe src='https://ads.example.com/x'></iframe>",
  "<div class='txt_ad'>광고</div><div class='sub_cont_AD01'>광고</div>",
  "<div class='article_relation'><ul><li><a href='/news/article/all/20261101/1001/1'>다른 기사</a></li></ul></div>",
  "<div class='photoAd'>광고</div>",
];

function body(story: Story, style: Style, noise: readonly number[]): string {
  return story
    .map((block, index) => blockHtml(block, style) + NOISE[(noise[index] ?? 0) % NOISE.length]!)
    .join('');
}

export type Kind = 'page' | 'legacy-page' | 'sports-page';

/** A page of one of the site's templates around a story. */
export function pageHtml(
  kind: Kind,
  story: Story,
  style: Style = 'breaks',
  noise: readonly number[] = [],
): string {
  const inside = body(story, style, noise);
  const wrapped = {
    page: `<header class="view_head"><section class="head_group"><h1>제목이다</h1></section><div class="date_info"><p><span aria-hidden="true">입력 2026-11-20 14:18</span></p></div></header>
      <div class="view_body"><div class="main_view"><section class="news_view">${inside}</section>
      <div class='byline'>홍길동 기자 hong@donga.com</div></div></div>`,
    'legacy-page': `<div class="article_title"><h2 class="title">제목이다</h2></div><div class="title_foot"><span class="date01">입력 2026-11-20 14:18</span></div>
      <div class="article_txt" id="article_txt">${inside}</div><div class="report"><a>홍길동 기자</a></div>`,
    'sports-page': `<div class="article_tit"><h3>제목이다</h3><p>입력 2026-11-20 14:18</p></div><div class="article_word" id="article_body">${inside}<p class="copyright">ⓒ 무단 전재 금지</p></div>`,
  }[kind];
  return `<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>제목이다｜동아일보</title></head><body>${wrapped}<footer>꼬리말</footer></body></html>`;
}
