import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { pageHtml } from '../serialise.ts';

const URL = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
const FILLER = '문단이다.<br><br>';

/** A page of today's template; every part can be put in the place of the usual one. */
function today({
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

const read = (parts: Parameters<typeof today>[0]) => extractArticle(today(parts), URL);
const blocks = async (body: string) => (await read({ body })).blocks;
const texts = async (body: string) =>
  (await blocks(body)).map((block) => ('text' in block ? `${block.type}: ${block.text}` : block.type));

describe('a story’s paragraphs', () => {
  test.each([
    ['two breaks part them', '가.<br><br>나.', ['가.', '나.']],
    ['one break stays in them', '가.<br>나.', ['가.\n나.']],
    [
      'breaks of any spelling',
      '가.<br/>\n<BR />나.</br></br>다.<br clear="all"><br>라.',
      ['가.', '나.', '다.', '라.'],
    ],
    ['many breaks part them once', '가.<br><br><br>\n<br>나.', ['가.', '나.']],
    ['a line of no-break spaces is empty', '가.<br>&nbsp;\u00a0<br>나.', ['가.', '나.']],
    ['as <p>', '<p>가.</p><p>나.</p>', ['가.', '나.']],
    ['as <p> that are not closed', '<p>가.<p>나.', ['가.', '나.']],
    ['as <div> in <div>', '<div><div>가.</div><div>나.</div></div>다.', ['가.', '나.', '다.']],
    ['bare text beside <p>', '가.<p>나.</p>다.', ['가.', '나.', '다.']],
    ['<p> with a break in it', '<p>가.<br>나.</p><p>&nbsp;</p><p>다.</p>', ['가.\n나.', '다.']],
    ['line breaks of the source are spaces', '가\n나\t 다.', ['가 나 다.']],
    ['inline markup leaves no trace', '가<b>나</b><span>다</span> <em>라</em><wbr>마.', ['가나다 라마.']],
    [
      'an advertisement between them parts them',
      '가.<div class="view_ad06 ad"><p>광고</p></div>나.',
      ['가.', '나.'],
    ],
    ['a script within one leaves it whole', '가<script>x("<br><br>")</script>나.', ['가나.']],
    ['a rule parts them', '가.<hr>나.', ['가.', '나.']],
    ['signs and entities', 'A&amp;B &lt;책&gt; R&D 5&middot;6', ['A&B <책> R&D 5·6']],
    ['jamo put together', '한글'.normalize('NFD'), ['한글']],
    ['no control or bidi character', '가\u001b[31m나\u202e다\u200b라', ['가나다라']],
  ])('%s', async (_, body, paragraphs) => {
    expect(await texts(body)).toEqual(paragraphs.map((text) => `paragraph: ${text}`));
  });

  it('are quotes in a blockquote', async () => {
    expect(await texts('가.<blockquote>나.<br>다.<br><br><b>라</b></blockquote>마.')).toEqual([
      'paragraph: 가.',
      'quote: 나.\n다.',
      'quote: 라',
      'paragraph: 마.',
    ]);
  });

  it('tell what they link to, and where', async () => {
    const [block] = await blocks(
      '가 <a href="/news/x?a=1"><b>나</b> 다</a>.<br><a href="http://a.b/">라</a> <a href="#n">마</a> <a href="javascript:x()">바</a> <a href="mailto:a@b.c">사</a>',
    );
    expect(block).toEqual({
      type: 'paragraph',
      text: '가 나 다.\n라 마 바 사',
      links: [
        [2, 5, 'https://www.donga.com/news/x?a=1'],
        [7, 8, 'http://a.b/'],
      ],
    });
  });

  it('keep their links on the right words where characters are taken out', async () => {
    const [block] = await blocks('\u200b가\u202e 나 <a href="http://a.b/">나\u200b다</a> 라');
    expect(block).toEqual({ type: 'paragraph', text: '가 나 나다 라', links: [[4, 6, 'http://a.b/']] });
  });
});

describe('a wholly bold line', () => {
  test.each([
    ['is a heading, its mark kept', '<b>● 소제목<br></b><br>글.', ['heading: ● 소제목', 'paragraph: 글.']],
    [
      'is one without a mark',
      '글.<br><br><strong>소제목</strong><br><br>글.',
      ['paragraph: 글.', 'heading: 소제목', 'paragraph: 글.'],
    ],
    [
      'is one after a single break',
      '글.<br><b>소제목</b><br>글.',
      ['paragraph: 글.', 'heading: 소제목', 'paragraph: 글.'],
    ],
    [
      'is one in several elements',
      '<b>● </b><strong>소제목</strong><br><br>글.',
      ['heading: ● 소제목', 'paragraph: 글.'],
    ],
    [
      'is one in a styled span',
      '<span style="font-weight: bold;">소제목</span><br><br>글.',
      ['heading: 소제목', 'paragraph: 글.'],
    ],
    [
      'is none where it ends as a sentence does',
      '<b>그는 끝내 떠났다.</b><br><br>글.',
      ['paragraph: 그는 끝내 떠났다.', 'paragraph: 글.'],
    ],
    [
      'is none where the sentence ends in a quote',
      '<b>“떠났다.”</b><br><br>글.',
      ['paragraph: “떠났다.”', 'paragraph: 글.'],
    ],
    ['is none where it asks', '<b>―왜 떠났나?</b><br>모른다.', ['paragraph: ―왜 떠났나?\n모른다.']],
    [
      'is none where it is long',
      `<b>${'긴 줄 '.repeat(21)}</b><br><br>글.`,
      [`paragraph: ${'긴 줄 '.repeat(21).trim()}`, 'paragraph: 글.'],
    ],
    [
      'is none where a word of it is not bold',
      '<b>소</b>제목<br><br>글.',
      ['paragraph: 소제목', 'paragraph: 글.'],
    ],
    ['is none where it is only a sign', '<b>＊</b><br><br>글.', ['paragraph: ＊', 'paragraph: 글.']],
    [
      'is a heading as <h3> whatever it says',
      '<h3>그는 떠났다.</h3>글.',
      ['heading: 그는 떠났다.', 'paragraph: 글.'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await texts(body)).toEqual(expected);
  });
});

describe('a photo', () => {
  const photo = (
    caption: string | null,
    alt: string | null = null,
    url = 'https://dimg.donga.com/1.jpg',
  ) => ({
    type: 'photo',
    url,
    caption,
    alt,
  });
  const img = (alt = '', more = '') => `<img src='https://dimg.donga.com/1.jpg' alt='${alt}' ${more}/>`;
  test.each([
    [
      'has its caption once',
      `<figure class="img_cont articlePhotoC">${img('설명')}<figcaption>설명</figcaption></figure>`,
      [photo('설명')],
    ],
    [
      'has no alt that is in its caption',
      `<figure>${img('회의장')}<figcaption>회의장. 뉴시스</figcaption></figure>`,
      [photo('회의장. 뉴시스')],
    ],
    [
      'has its own alt beside a bare credit',
      `<figure>${img('회의장')}<figcaption>ⓒ뉴시스</figcaption></figure>`,
      [photo('ⓒ뉴시스', '회의장')],
    ],
    ['has an alt where it has no caption', `<figure>${img('회의장')}</figure>`, [photo(null, '회의장')]],
    ['has neither where there is none', `<figure>${img()}</figure>`, [photo(null)]],
    [
      'has a caption of several lines in one',
      `<figure>${img()}<figcaption>가<br>나</figcaption></figure>`,
      [photo('가 나')],
    ],
    ['may stand alone', `${img('회의장')}`, [photo(null, '회의장')]],
    [
      'has the line under it that repeats its alt for a caption',
      `${img('회의장')}<br>회의장<br><br>`,
      [photo('회의장')],
    ],
    [
      'may be in an older box',
      `<div class="articlePhotoC"><span class="t">${img('설명')}</span><span class="t">설명</span></div>`,
      [photo('설명')],
    ],
    [
      'may have a paragraph for a caption',
      `<div class="articlePhotoC">${img()}<p class="caption">설명</p></div>`,
      [photo('설명')],
    ],
    [
      'may have one of no name',
      `<div class="photo_box"><p>${img('설명')}</p><p>설명<br>뉴시스</p></div>`,
      [photo('설명 뉴시스')],
    ],
    [
      'may have its caption and its credit apart',
      `<div class="articlePhotoC">${img()}<p class="desc">설명</p><p class="img_caption">뉴시스</p></div>`,
      [photo('설명 뉴시스')],
    ],
    [
      'may have what is called its caption behind its box',
      `<div class="articlePhotoC">${img('회의장')}</div>\n<p class="caption">설명</p>`,
      [photo('설명', '회의장')],
    ],
    [
      'may have it behind itself',
      `${img('설명')}<br><span class="img_caption">설명</span><br>`,
      [photo('설명')],
    ],
    [
      'may be loaded late',
      `<figure><img src="data:image/gif;base64,R0" data-src="//dimg.donga.com/1.jpg"><noscript>${img()}</noscript></figure>`,
      [photo(null)],
    ],
    [
      'may be loaded late outside a figure',
      `<img src="/blank.gif" data-original="/1.jpg"><noscript><img src="/1.jpg"></noscript>`,
      [photo(null, null, 'https://www.donga.com/1.jpg')],
    ],
    ['is none where it counts readers', `<img src="https://x.y/p.gif" width="1" height="1">`, []],
    [
      'is none where it is an advertisement',
      `<div class="ad">${img()}</div><figure class="ad">${img()}</figure>`,
      [],
    ],
    [
      'is one of several, each with what stands under it',
      `<div class="photo_slide"><img src="https://a.b/1.jpg"><em>가</em><img src="https://a.b/2.jpg"><em>나</em></div>`,
      [photo('가', null, 'https://a.b/1.jpg'), photo('나', null, 'https://a.b/2.jpg')],
    ],
    [
      'is one of a slide show',
      `<ul class="slide"><li><figure><img src="https://a.b/1.jpg"><figcaption>가</figcaption></figure></li><li><figure><img src="https://a.b/2.jpg"><figcaption>나</figcaption></figure></li></ul>`,
      [photo('가', null, 'https://a.b/1.jpg'), photo('나', null, 'https://a.b/2.jpg')],
    ],
    ['may be placed by a table', `<table><tr><td>${img()}</td></tr></table>`, [photo(null)]],
  ])('%s', async (_, body, photos) => {
    expect(await blocks(`${body}<br><br>글.`)).toEqual([...photos, { type: 'paragraph', text: '글.' }]);
  });
});

it.each(['page', 'legacy-page', 'sports-page'] as const)(
  'a paragraph in a photo’s box is its caption on a %s too, and stories in such a box are stories',
  async (kind) => {
    const box = (...texts: string[]) =>
      `<div class="articlePhotoC"><img src="https://a.b/2.jpg">${texts.map((text) => `<p>${text}</p>`).join('')}</div>`;
    const read = async (body: string) =>
      (
        await extractArticle(
          pageHtml(kind, []).replace(/(news_view"|article_txt"|article_body")>/, `$1>${body}`),
          URL,
        )
      ).blocks;
    expect(await read(`${box('설명')}글.`)).toEqual([
      { type: 'photo', url: 'https://a.b/2.jpg', caption: '설명', alt: null },
      { type: 'paragraph', text: '글.' },
    ]);
    expect(await read(box('첫 문단이다.', '둘째 문단이다.'))).toMatchObject([
      { type: 'photo', caption: null },
      { text: '첫 문단이다.' },
      { text: '둘째 문단이다.' },
    ]);
  },
);

describe('tables, lists and films', () => {
  test.each([
    [
      'a table',
      '<table><thead><tr><th>가</th><th>나</th></tr></thead><tr><td>1<br>2</td><td></td></tr><tr><td></td></tr></table>',
      {
        type: 'table',
        rows: [
          ['가', '나'],
          ['1\n2', ''],
        ],
      },
    ],
    [
      'cells over columns and rows',
      '<table><tr><td rowspan=2>가</td><td colspan=2>나</td></tr><tr><td>다</td><td>라</td></tr></table>',
      {
        type: 'table',
        rows: [
          ['가', '나', ''],
          ['', '다', '라'],
        ],
      },
    ],
    [
      'a list',
      '<ul>\n<li>가 <b>나</b></li><li></li><li>다<br>라</li></ul>',
      { type: 'list', items: ['가 나', '다 라'] },
    ],
    [
      'a list in a list',
      '<ol><li>가<ul><li>나<ol><li>다</li></ol></li></ul></li><li>라</li></ol>',
      {
        type: 'list',
        items: [
          { text: '가', level: 0, number: 1 },
          { text: '나', level: 1, number: null },
          { text: '다', level: 2, number: 1 },
          { text: '라', level: 0, number: 2 },
        ],
      },
    ],
    [
      'a film',
      '<iframe src="//www.youtube.com/embed/x" title="영상"></iframe>',
      { type: 'embed', url: 'https://www.youtube.com/embed/x', title: '영상' },
    ],
    [
      'a film of the page',
      '<video><source src="/v.mp4"></video>',
      { type: 'embed', url: 'https://www.donga.com/v.mp4', title: null },
    ],
  ])('%s', async (_, body, block) => {
    expect(await blocks(`글.${body}글.`)).toEqual([
      { type: 'paragraph', text: '글.' },
      block,
      { type: 'paragraph', text: '글.' },
    ]);
  });

  it('a table’s caption stands before it', async () => {
    expect(
      await blocks('<table><caption><b>표 1. 금리</b></caption><tr><td>가</td><td>나</td></tr></table>글.'),
    ).toEqual([
      { type: 'paragraph', text: '표 1. 금리' },
      { type: 'table', rows: [['가', '나']] },
      { type: 'paragraph', text: '글.' },
    ]);
  });

  it('a box of text in a table is text', async () => {
    expect(await texts('<table><tr><td>가.<br><br>나.</td></tr></table>')).toEqual([
      'paragraph: 가.',
      'paragraph: 나.',
    ]);
  });

  it('definitions are paragraphs', async () => {
    expect(await texts('<dl><dt>말</dt><dd>뜻이다.</dd></dl>')).toEqual([
      'paragraph: 말',
      'paragraph: 뜻이다.',
    ]);
  });
});

describe('what is not the story stays out of it', () => {
  test.each([
    '<div class="view_ad06 ad box bg"><div class="a1">광고</div></div>',
    '<div class="box view_ad06">광고</div>',
    '<div class="view_m_ad01">광고</div>',
    '<div id="div-gpt-ad-123">광고</div>',
    '<div class="article_end">끝</div>',
    '<div id="poll_content">투표</div>',
    '<div class="subscribe_wrap">구독</div>',
    '<div id="is_relation_1"><a href="/x">관련</a></div>',
    '<div id="is_trend_1">트렌드</div>',
    '<div class="reporter_sec">기자 소개</div>',
    '<div class="article_issue">이슈</div>',
    '<article class="author_info"><a>홍길동 기자</a></article>',
    '<iframe src="https://ad.example.com/"></iframe>',
    '<ins class="adsbygoogle">광고</ins>',
    '<style>p{}</style><script>x</script>',
    '<p style="display:none">숨김</p><p hidden>숨김</p>',
    '<h4>관련 기사</h4><ul><li><a href="/news/article/all/20261101/1001/1">다른 기사</a></li></ul>',
    '<div class="sns_share"><a href="https://www.facebook.com/x">페이스북</a></div>',
  ])('%s', async (noise) => {
    expect(await texts(`가.<br><br>${noise}나.`)).toEqual(['paragraph: 가.', 'paragraph: 나.']);
  });

  it('but what only looks like an advertisement is in it', async () => {
    const body =
      '<div class="head_group">가.</div><div class="breadcrumb">나.</div><div class="loading">다.</div>';
    expect(await texts(body)).toEqual(['paragraph: 가.', 'paragraph: 나.', 'paragraph: 다.']);
  });
});

describe('what stands above the story', () => {
  it('is the kicker, where the first deck line stands in brackets, and the deck', async () => {
    const deck = "<h2 class='sub_tit'>[‘오픈AI’ 방한]<br />부제 하나<br /> 부제 [둘]</h2>";
    expect(await read({ body: deck + FILLER })).toMatchObject({
      kicker: '‘오픈AI’ 방한',
      deck: ['부제 하나', '부제 [둘]'],
      blocks: [{ type: 'paragraph', text: '문단이다.' }],
    });
  });

  it.each(['[가] 나 [다]', '가 [나]', '[가', '부제'])('is no kicker: %s', async (line) => {
    expect(await read({ body: `<h2 class='sub_tit'>${line}</h2>${FILLER}` })).toMatchObject({
      kicker: null,
      deck: [line],
    });
  });

  it('is the title, without the paper’s name where only the page’s head has it', async () => {
    const heads = [
      '<title>제목이다｜동아일보</title>',
      '<title>제목이다 - 동아일보</title>',
      '<meta property="og:title" content="제목이다｜동아일보"><title>동아일보</title>',
      '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"제목이다"}]}</script>',
    ];
    for (const head of heads) expect((await read({ head, header: '' })).title).toBe('제목이다');
  });

  it('is when it was posted, and changed where the page says so', async () => {
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

  it('is the time in the page’s head where its body has none', async () => {
    const head =
      '<meta property="article:published_time" content="2026-01-06T14:18:00+09:00"><meta property="article:modified_time" content="2026-01-06T14:37:00+09:00">';
    expect(await read({ head })).toMatchObject({
      publishedAt: '2026-01-06T14:18:00+09:00',
      updatedAt: '2026-01-06T14:37:00+09:00',
    });
  });

  it('is its section: the link’s, else the breadcrumb’s', async () => {
    const crumbs =
      '<div class="breadcrumb"><span class="breadcrumb_item"><a>홈</a></span><span class="breadcrumb_item"><a>오피니언</a></span></div>';
    const section = async (url: string) => (await extractArticle(today({ header: crumbs }), url)).section;
    expect(await section(URL)).toBe('politics');
    expect(await section(URL.replace('/Politics', ''))).toBe('editorials');
    expect((await extractArticle(today(), URL.replace('/Politics', ''))).section).toBeNull();
  });
});

describe('what stands behind the story', () => {
  it('names in the reporter’s box nobody but reporters', async () => {
    const header =
      '<article class="author_info"><a><strong>홍길동 기자</strong><span>정책사회부</span></a><a href="mailto:x">hong@donga.com</a><a>기자페이지</a><a>다른기사</a><a>구독</a></article>';
    expect((await read({ header })).reporters).toMatchObject([{ name: '홍길동', title: '기자' }]);
  });

  const box = '<article class="author_info"><a>성춘향 기자</a></article>';
  it('names its reporters: in the byline, else the box, else the last line', async () => {
    const byline = "<div class='byline'>홍길동 기자 hong@donga.com<br>부산=김철수 기자 kim@donga.com</div>";
    const people = [
      { name: '홍길동', title: '기자', place: null, email: 'hong@donga.com' },
      { name: '김철수', title: '기자', place: '부산', email: 'kim@donga.com' },
    ];
    expect((await read({ header: box, behind: byline })).reporters).toEqual(people);
    expect((await read({ header: box })).reporters).toMatchObject([{ name: '성춘향' }]);
    const last = await read({
      body: `${FILLER}홍길동 기자 hong@donga.com<br>부산=김철수 기자 kim@donga.com`,
    });
    expect(last.reporters).toEqual(people);
    expect(last.blocks).toEqual([{ type: 'paragraph', text: '문단이다.' }]);
  });

  it.each([
    '사진|스포츠동아DB',
    '사진 제공｜현대자동차',
    '[사진=동아일보DB]',
    '(끝)',
    '-끝-',
    'ⓒ뉴시스',
    '▶ 홍길동 기자의 다른 기사 보기',
    '사진=동아일보DB<br><br>(끝)<br>ⓒ 동아일보, 무단 전재 금지',
  ])('names its reporters where %s stands behind them', async (line) => {
    for (const gap of ['<br>', '<br><br>']) {
      expect(await read({ body: `${FILLER}홍길동 기자 hong@donga.com${gap}${line}` })).toMatchObject({
        reporters: [{ name: '홍길동', email: 'hong@donga.com' }],
        blocks: [{ type: 'paragraph', text: '문단이다.' }],
      });
    }
  });

  it.each(['(끝)', '사진=동아일보DB', 'ⓒ뉴시스', '▶ 다음 회에 이어진다'])(
    'is the story’s own where nobody is named before it: %s',
    async (line) => {
      expect(await texts(`${FILLER}${line}`)).toEqual(['paragraph: 문단이다.', `paragraph: ${line}`]);
      expect(await texts(`문단이다.<br>${line}`)).toEqual([`paragraph: 문단이다.\n${line}`]);
    },
  );

  it.each([
    '[관련 기사]<br><a href="/news/article/all/20261101/1001/1">다른 기사</a>',
    '▶ <a href="/news/article/all/20261101/1001/1">다른 기사</a><br><a href="/news/article/all/20261101/1002/1">또 다른 기사</a>',
    '<b>▼ 관련 기사 ▼</b><br><a href="/news/article/all/20261101/1001/1">다른 기사</a><br>(끝)',
  ])('is no list of other stories: %s', async (others) => {
    expect(await read({ body: `${FILLER}홍길동 기자 hong@donga.com<br><br>${others}` })).toMatchObject({
      reporters: [{ name: '홍길동' }],
      blocks: [{ text: '문단이다.' }],
    });
  });

  it('is a list of other stories where one is announced, and else the story’s own', async () => {
    const link = '<a href="/news/article/all/20261101/1001/1">다른 기사</a>';
    expect(await texts(`${FILLER}[관련 기사]<br>${link}`)).toEqual(['paragraph: 문단이다.']);
    expect(await texts(`${FILLER}${link}`)).toEqual(['paragraph: 문단이다.', 'paragraph: 다른 기사']);
    expect(await texts(`${FILLER}관련 기사`)).toEqual(['paragraph: 문단이다.', 'paragraph: 관련 기사']);
  });

  it('names its reporters before its last photo', async () => {
    const photo = '<figure><img src="https://a.b/1.jpg"><figcaption>설명</figcaption></figure>';
    expect(await read({ body: `${FILLER}홍길동 기자 hong@donga.com${photo}` })).toMatchObject({
      reporters: [{ name: '홍길동' }],
      blocks: [{ text: '문단이다.' }, { type: 'photo', caption: '설명' }],
    });
  });

  it('names an agency and its reporter in one line', async () => {
    const expected = { wire: '서울=뉴스1', reporters: [{ name: '홍길동', place: null }] };
    const line = '(서울=뉴스1) 홍길동 기자';
    expect(await read({ body: `${FILLER}${line}` })).toMatchObject({
      ...expected,
      blocks: [{ text: '문단이다.' }],
    });
    expect(await read({ behind: `<div class='byline'>${line}</div>` })).toMatchObject(expected);
  });

  it('names one who is in the byline and in the last line once', async () => {
    const article = await read({
      body: `${FILLER}홍길동 기자 hong@donga.com`,
      behind: "<div class='byline'>홍길동 기자</div>",
    });
    expect(article.reporters).toEqual([
      { name: '홍길동', title: '기자', place: null, email: 'hong@donga.com' },
    ]);
  });

  it('takes a mail address on a line of its own to the name above it', async () => {
    const { reporters } = await read({
      behind: '<ul class="byline"><li>홍길동 기자</li><li>hong@donga.com</li></ul>',
    });
    expect(reporters).toEqual([{ name: '홍길동', title: '기자', place: null, email: 'hong@donga.com' }]);
  });

  it.each(['(서울=뉴스1)', '[서울=뉴스1]', '【서울=뉴스1】', '<b>(서울=뉴스1)</b>'])(
    'is the agency: %s',
    async (credit) => {
      expect(await read({ body: `${FILLER}${credit}` })).toMatchObject({
        wire: '서울=뉴스1',
        blocks: [{ type: 'paragraph', text: '문단이다.' }],
      });
      expect(await read({ body: `문단이다.<br>${credit}<br><br>` })).toMatchObject({
        wire: '서울=뉴스1',
        blocks: [{ type: 'paragraph', text: '문단이다.' }],
      });
    },
  );

  it('is no agency within the story', async () => {
    expect((await read({ body: `(서울=뉴스1)<br><br>${FILLER}` })).wire).toBeNull();
  });

  it.each([
    '<div>#한국#챗gpt 아버지#올트먼</div>',
    '<ul><li><a href="/t">#한국</a></li><li><a href="/t">#챗gpt 아버지</a></li><li><a href="/t">#올트먼</a></li></ul>',
    '<div><strong>태그</strong> <a>#한국</a><a>#챗gpt 아버지</a> <a>#올트먼</a></div><div>좋아요 1</div>',
    '<div><span>#</span><a>한국</a><span>#</span><a>챗gpt 아버지</a><span>#</span><a>올트먼</a></div>',
  ])('is its tags: %s', async (tags) => {
    expect((await read({ behind: tags })).tags).toEqual(['한국', '챗gpt 아버지', '올트먼']);
  });

  it.each([
    '<div>좋아요 1,024 · 슬퍼요 0 · 화나요 3 · 추천해요</div><div>댓글 12</div>',
    '<ul><li><button>좋아요 <em>1,024</em></button></li><li><button><span>슬퍼요</span><span>0</span></button></li><li>화나요(3)</li><li>추천해요</li></ul><a href="#r"><strong>댓글</strong><em>12</em></a>',
  ])('is its reactions and comments: %s', async (behind) => {
    expect(await read({ behind })).toMatchObject({
      reactions: { 좋아요: 1024, 슬퍼요: 0, 화나요: 3 },
      comments: 12,
    });
  });

  it.each(['댓글 1.2만', '댓글 <em>3</em><em>천</em>', '댓글 2만여 개', '댓글(999+)', '댓글 1,23'])(
    'is no number of comments or reactions where it is rounded: %s',
    async (comments) => {
      const behind = `<div>${comments.replace('댓글', '좋아요')} · 화나요 7</div><div>${comments}</div>`;
      expect(await read({ behind })).toMatchObject({ reactions: { 화나요: 7 }, comments: null });
    },
  );

  it.each(['댓글 1,234', '댓글 1234.', '댓글 <b>1,234</b>개', '댓글 1,234 <a>천문대의 하루</a>'])(
    'is the number of comments as printed: %s',
    async (behind) => {
      expect((await read({ behind: `<div>${behind}</div>` })).comments).toBe(1234);
    },
  );

  it('is nothing where the page gives nothing', async () => {
    expect(await read({})).toMatchObject({
      tags: [],
      reactions: {},
      comments: null,
      trending: [],
      copyright: null,
      wire: null,
      reporters: [],
      kicker: null,
      deck: [],
      updatedAt: null,
    });
  });

  const entry = (n: number) => `<a href="/news/Economy/article/all/20261120/1300${n}/1?ref=t">기사 ${n}</a>`;
  it.each([
    `<h3>지금 뜨는 뉴스</h3><ul><li>${entry(1)}</li><li>${entry(2)}</li></ul>`,
    `<div><div class="t"><strong>지금 뜨는 뉴스</strong></div><div class="l"><div>${entry(1)}</div><div>${entry(2)}</div></div></div>`,
    `<dl><dt>지금 뜨는 뉴스</dt><dd>${entry(1)}</dd><dd>${entry(2)}</dd></dl>`,
    `<h3>트렌드뉴스</h3>${entry(1)}${entry(2)}<p>다른 글 <a href="/z">Z</a></p>`,
    `<h3>트렌드뉴스</h3><ul><li>${entry(9)}</li></ul><h3>지금 뜨는 뉴스 <a href="/more">더보기</a></h3><ol><li><em>1</em> ${entry(1)}</li><li>${entry(2)}</li></ol>`,
    `<h3>지금 뜨는 뉴스</h3><ul><li><a href="/news/Economy/article/all/20261120/13001/1"><img src="x.jpg"></a>${entry(1)}</li><li>${entry(2)}</li></ul>`,
  ])('is what others read: %s', async (behind) => {
    const trending = [1, 2].map((n) => ({
      title: `기사 ${n}`,
      url: `https://www.donga.com/news/Economy/article/all/20261120/1300${n}/1`,
    }));
    expect(await read({ behind })).toMatchObject({ trending, tags: [] });
    expect(await read({ after: behind })).toMatchObject({ trending });
    const within = await read({ body: FILLER + behind });
    expect(within.trending).toEqual(trending);
    expect(JSON.stringify(within.blocks)).not.toMatch(/기사|뉴스/);
  });

  it.each([
    ['<em>1</em><span>뜨는 뉴스</span>', '<em>2</em><span>2심 판결</span>'],
    ['<em>01</em><span>뜨는 뉴스</span>', '<em>02</em><span>2심 판결</span>'],
    ['<strong>1위</strong><span>뜨는 뉴스</span>', '<strong>2위</strong><span>2심 판결</span>'],
    ['1 <span class="tit">뜨는 뉴스</span>', '2 <span class="tit">2심 판결</span>'],
    ['<div class="tit"><i>1.</i>뜨는 뉴스</div>', '<div class="tit"><i>2.</i>2심 판결</div>'],
    ['뜨는 뉴스', '2심 판결'],
    ['<span>뜨는 뉴스</span><em>댓글 <b>12</b></em>', '<span>2심 판결</span><em>댓글 3</em>'],
  ])('is what others read, without its rank: %s', async (...entries) => {
    const list = entries.map(
      (inside, n) => `<li><a href="/news/article/all/20261120/13000${n}/1">${inside}</a></li>`,
    );
    for (const some of [list, list.slice(0, 1)]) {
      const { trending } = await read({ behind: `<h3>지금 뜨는 뉴스</h3><ol>${some.join('')}</ol>` });
      expect(trending.map(({ title }) => title)).toEqual(['뜨는 뉴스', '2심 판결'].slice(0, some.length));
    }
  });

  it('is the copyright line, as printed', async () => {
    const notice = '© dongA.com All rights reserved. 무단 전재, 재배포 및 AI학습 이용 금지';
    expect((await read({ behind: `<div class='caution_text'>${notice}</div>` })).copyright).toBe(notice);
    expect(await read({ body: `${FILLER}<div class='caution_text'>${notice}</div>` })).toMatchObject({
      copyright: notice,
      blocks: [{ text: '문단이다.' }],
    });
  });
});

describe('the page’s address', () => {
  it('is the one given, without noise', async () => {
    const head = `<link rel="canonical" href="${URL.replace('134812345', '1')}">`;
    expect(await extractArticle(today({ head }), `${URL}?ref=x`)).toMatchObject({
      id: '134812345',
      url: URL,
    });
  });

  it('is what a saved page tells', async () => {
    for (const head of [
      `<link rel="canonical" href="${URL}">`,
      `<meta property="og:url" content="${URL}">`,
    ]) {
      expect(await extractArticle(today({ head }), null)).toMatchObject({
        id: '134812345',
        url: URL,
        section: 'politics',
      });
    }
  });

  it('is none where a saved page does not tell, and its relative links lead nowhere', async () => {
    const article = await extractArticle(
      today({ body: '<a href="/x">가</a> <a href="https://a.b/">나</a>.' }),
      null,
    );
    expect(article.url).toBe('');
    expect(article.id).toMatch(/^h[0-9a-f]{12}$/);
    expect(article.blocks).toEqual([{ type: 'paragraph', text: '가 나.', links: [[2, 3, 'https://a.b/']] }]);
  });
});

describe('templates', () => {
  const story = [{ type: 'paragraph' as const, text: '문단이다.' }];
  it.each(['page', 'legacy-page', 'sports-page'] as const)(
    'a %s is known by its markup on any host',
    async (kind) => {
      const url = 'http://127.0.0.1:8080/news/Society/article/all/20261120/7/1';
      expect(await extractArticle(pageHtml(kind, story), url)).toMatchObject({
        source: kind,
        id: '7',
        url,
        section: 'national',
        title: '제목이다',
      });
    },
  );

  it('a page before 2023 has its 입력 and 수정', async () => {
    const html = pageHtml('legacy-page', story).replace(
      '</span></div>',
      '</span><span class="date01">수정 2026-11-20 15:00</span></div>',
    );
    expect(await extractArticle(html, URL)).toMatchObject({
      publishedAt: '2026-11-20T14:18:00+09:00',
      updatedAt: '2026-11-20T15:00:00+09:00',
      reporters: [{ name: '홍길동' }],
    });
  });

  it('a page of sports.donga.com has its copyright', async () => {
    expect((await extractArticle(pageHtml('sports-page', story), URL)).copyright).toBe('ⓒ 무단 전재 금지');
  });

  it('a story that is hidden is not read', async () => {
    const html = today({ body: '가.</section><section class="news_view" style="display:none">나.' });
    expect((await extractArticle(html, URL)).blocks).toMatchObject([{ text: '가.' }]);
  });

  it('a story in two parts is read whole', async () => {
    const html = today({ body: '가.</section><div class="ad">광고</div><section class="news_view">나.' });
    expect((await extractArticle(html, URL)).blocks).toMatchObject([{ text: '가.' }, { text: '나.' }]);
  });
});
