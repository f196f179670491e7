import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { FILLER, read, today, URL } from './page-of-today.ts';

describe('the head above the story', () => {
  it('has the kicker, if the first deck line is in brackets, and the deck', async () => {
    const deck = "<h2 class='sub_tit'>[‘오픈AI’ 방한]<br />부제 하나<br /> 부제 [둘]</h2>";
    expect(await read({ body: deck + FILLER })).toMatchObject({
      kicker: '‘오픈AI’ 방한',
      deck: ['부제 하나', '부제 [둘]'],
      blocks: [{ type: 'paragraph', text: '문단이다.' }],
    });
  });

  it.each(['[가] 나 [다]', '가 [나]', '[가', '부제'])('has no kicker: %s', async (line) => {
    expect(await read({ body: `<h2 class='sub_tit'>${line}</h2>${FILLER}` })).toMatchObject({
      kicker: null,
      deck: [line],
    });
  });

  it('has the title, without the paper’s name if only the page’s head has it', async () => {
    const heads = [
      '<title>제목이다｜동아일보</title>',
      '<title>제목이다 - 동아일보</title>',
      '<meta property="og:title" content="제목이다｜동아일보"><title>동아일보</title>',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"제목이다"}]}</script>',
    ];
    for (const head of heads) expect((await read({ head, header: '' })).title).toBe('제목이다');
  });

  it('has the time of posting, and of the change if the page states it', async () => {
    const posted =
      '<div class="date_info"><p><span aria-hidden="true">입력 2026-01-06 14:18</span></p></div>';
    const header = (more: string) => `<section class="head_group"><h1>제목</h1></section>${posted}${more}`;
    const button = (time: string) =>
      `<ul class="news_info"><li><button type="button"><span aria-hidden="true">${time}</span></button></li></ul>`;
    const stamps = async (more: string) => {
      const { publishedAt, updatedAt } = await read({ header: header(more) });
      return [publishedAt, updatedAt];
    };
    const [at, later] = ['2026-01-06T14:18:00+09:00', '2026-01-06T14:37:00+09:00'];
    expect(await stamps('')).toEqual([at, null]);
    expect(await stamps(button('2026-01-06 14:37'))).toEqual([at, later]);
    expect(await stamps(button('2026-01-06 14:18'))).toEqual([at, null]);
    expect(await stamps('<div class="date_info"><p><span>수정 2026-01-06 14:37</span></p></div>')).toEqual([
      at,
      later,
    ]);
  });

  it('has the time in the page’s head if its body has none', async () => {
    const head =
      '<meta property="article:published_time" content="2026-01-06T14:18:00+09:00"><meta property="article:modified_time" content="2026-01-06T14:37:00+09:00">';
    expect(await read({ head })).toMatchObject({
      publishedAt: '2026-01-06T14:18:00+09:00',
      updatedAt: '2026-01-06T14:37:00+09:00',
    });
  });

  it('has the section: the link’s, else the breadcrumb’s', async () => {
    const crumbs =
      '<div class="breadcrumb"><span class="breadcrumb_item"><a>홈</a></span><span class="breadcrumb_item"><a>오피니언</a></span></div>';
    const section = async (url: string) => (await extractArticle(today({ header: crumbs }), url)).section;
    expect(await section(URL)).toBe('politics');
    expect(await section(URL.replace('/Politics', ''))).toBe('editorials');
    expect((await extractArticle(today(), URL.replace('/Politics', ''))).section).toBeNull();
  });
});
