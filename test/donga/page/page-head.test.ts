import { describe, expect, it, test } from 'vitest';
import { parseLink } from '../../../source/donga/links.ts';
import { extractArticle } from '../../../source/donga/page/extract.ts';

const URL = 'https://www.donga.com/news/article/all/20261120/134812345/1';

const read = (head: string, { above = '', behind = '' } = {}) =>
  extractArticle(
    `<!DOCTYPE html><html lang="ko"><head><title>제목｜동아일보</title>${head}</head><body><header class="view_head"><section class="head_group"><h1>제목</h1></section>${above}</header><div class="view_body"><section class="news_view">첫 문단이다.</section></div>${behind}</body></html>`,
    URL,
  );

const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('a date that is only in the page’s head', () => {
  test.each([
    ['dd:published_time', '2026-11-20 03:15'],
    ['dd:published_time', '2026-11-19T18:15:00Z'],
    ['og:pubdate', 'Fri, 20 Nov 2026 03:15:00 KST'],
    ['og:pubdate', '20261120031500'],
  ])('%s %s', async (name, content) => {
    expect((await read(meta(name, content))).publishedAt).toBe('2026-11-20T03:15:00+09:00');
  });

  it('has the time of the change too', async () => {
    const head = meta('dd:published_time', '2026-11-20 03:15') + meta('dd:modified_time', '2026-11-20 09:40');
    expect((await read(head)).updatedAt).toBe('2026-11-20T09:40:00+09:00');
  });

  it('gives way to the date that the page shows', async () => {
    const above = '<div class="date_info"><p><span>입력 2026-11-20 04:00</span></p></div>';
    expect((await read(meta('dd:published_time', '2026-11-20 03:15'), { above })).publishedAt).toBe(
      '2026-11-20T04:00:00+09:00',
    );
  });
});

describe('a section that is only in the page’s head', () => {
  test.each([
    ['article:section', '경제', 'economy'],
    ['dd:category', 'Inter', 'international'],
    ['dd:category', '뉴스 &gt; 사회', 'national'],
    ['categoryname', '뉴스,문화연예,영화', 'culture'],
    ['categoryname', '뉴스', null],
  ])('%s %s', async (name, content, section) => {
    expect((await read(`<meta name="${name}" content="${content}">`)).section).toBe(section);
  });

  it('gives way to the breadcrumb', async () => {
    const above = '<div class="breadcrumb"><span class="breadcrumb_item"><a>정치</a></span></div>';
    expect((await read(meta('article:section', '경제'), { above })).section).toBe('politics');
  });
});

describe('the trending list of 2026, with tabs and ranks', () => {
  const list = (...ids: number[]) =>
    `<ul class="news_list type_num">${ids.map((id, rank) => `<li><span>${rank + 1}</span><article><a href="/news/article/all/20261120/1300${id}/1"><h4 class="tit">기사 ${id}</h4></a></article></li>`).join('')}</ul>`;
  const wrap = (inside: string) =>
    `<section id="is_trend_m" class="trend_list_wrap"><header class="sec_head"><h2>트렌드뉴스</h2><ul class="tab"><li><a href="#a">많이 본</a></li><li><a href="javascript:void(0)">댓글 순</a></li></ul></header>${inside}</section>`;

  test.each([
    ['beside each other', wrap(list(1, 2) + list(2, 3))],
    ['in one element', wrap(`<div class="list_wrap">${list(1, 2)}${list(3, 2)}</div>`)],
    ['each in an element', wrap(`<div>${list(1, 2)}</div><div style="display:none">${list(3, 4)}</div>`)],
  ])('%s', async (_, behind) => {
    const { trending } = await read('', { behind });
    expect(trending.map(({ title }) => title)).toEqual(['기사 1', '기사 2']);
  });
});

test.each([
  ['https://weekly.donga.com/economy/article/all/11/4812345/1', '4812345'],
  ['https://shindonga.donga.com/politics/article/all/13/51234/1?ref=x', '51234'],
  ['https://woman.donga.com/style/article/all/12/4812346/1', '4812346'],
  ['http://weekly.donga.com/3/all/11/99001/1', '99001'],
])('a magazine’s address %s has its id', (url, id) => {
  expect(parseLink(url)).toMatchObject({ id, date: null, isArticle: true });
});
