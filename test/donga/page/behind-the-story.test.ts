import { describe, expect, it, test } from 'vitest';
import { FILLER, read, texts } from './page-of-today.ts';

describe('text that is not part of the story stays out of it', () => {
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

  it('but text that only looks like an advertisement is in it', async () => {
    const body =
      '<div class="head_group">가.</div><div class="breadcrumb">나.</div><div class="loading">다.</div>';
    expect(await texts(body)).toEqual(['paragraph: 가.', 'paragraph: 나.', 'paragraph: 다.']);
  });
});

describe('the text behind the story', () => {
  it('names only reporters in the reporter’s box', async () => {
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
    'is part of the story if no one is named before it: %s',
    async (line) => {
      expect(await texts(`${FILLER}${line}`)).toEqual(['paragraph: 문단이다.', `paragraph: ${line}`]);
      expect(await texts(`문단이다.<br>${line}`)).toEqual([`paragraph: 문단이다.\n${line}`]);
    },
  );

  it.each([
    '[관련 기사]<br><a href="/news/article/all/20261101/1001/1">다른 기사</a>',
    '▶ <a href="/news/article/all/20261101/1001/1">다른 기사</a><br><a href="/news/article/all/20261101/1002/1">또 다른 기사</a>',
    '<b>▼ 관련 기사 ▼</b><br><a href="/news/article/all/20261101/1001/1">다른 기사</a><br>(끝)',
  ])('is part of the story, not a list of other stories: %s', async (others) => {
    expect(await read({ body: `${FILLER}홍길동 기자 hong@donga.com<br><br>${others}` })).toMatchObject({
      reporters: [{ name: '홍길동' }],
      blocks: [{ text: '문단이다.' }],
    });
  });

  it('is a list of other stories if a heading announces one, and otherwise part of the story', async () => {
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

  it('names a reporter in both the byline and the last line once', async () => {
    const article = await read({
      body: `${FILLER}홍길동 기자 hong@donga.com`,
      behind: "<div class='byline'>홍길동 기자</div>",
    });
    expect(article.reporters).toEqual([
      { name: '홍길동', title: '기자', place: null, email: 'hong@donga.com' },
    ]);
  });

  it('gives a mail address on a line of its own to the name above it', async () => {
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
    'gives no number of comments or reactions if it is rounded: %s',
    async (comments) => {
      const behind = `<div>${comments.replace('댓글', '좋아요')} · 화나요 7</div><div>${comments}</div>`;
      expect(await read({ behind })).toMatchObject({ reactions: { 화나요: 7 }, comments: null });
    },
  );

  it.each(['댓글 1,234', '댓글 1234.', '댓글 <b>1,234</b>개', '댓글 1,234 <a>천문대의 하루</a>'])(
    'gives the number of comments as printed: %s',
    async (behind) => {
      expect((await read({ behind: `<div>${behind}</div>` })).comments).toBe(1234);
    },
  );

  it('gives nothing if the page gives nothing', async () => {
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
