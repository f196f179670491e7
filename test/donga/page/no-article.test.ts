import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';

const URL = 'https://www.donga.com/news/Politics/article/all/20261120/134812345/1';
const link = (n: number) =>
  `<a href="/news/Politics/article/all/20261120/13000000${n}/1">제목이 이만큼 긴 기사 ${n}번</a>`;
const html = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="ko"><head><title>${title}</title></head><body><nav><a href="/login">로그인</a></nav>${body}<footer>동아일보사</footer></body></html>`;
const story = (body: string) =>
  html(
    '제목｜동아일보',
    `<section class="head_group"><h1>제목</h1></section><section class="news_view">${body}</section>`,
  );
const LONG =
  '시는 20일 강변의 옛 창고를 고쳐 도서관으로 쓰기로 했다고 밝혔다. 공사는 내년 봄에 시작해 이듬해 가을에 끝난다. ';

describe('a page that is not an article is refused with its kind', () => {
  test.each([
    ['login', '로그인｜동아일보', '<form action="/login"><input name="id"><input type="password"></form>'],
    ['login', '동아일보', '<div class="wall"><p>로그인 후 이용하실 수 있는 서비스입니다.</p></div>'],
    ['login', '동아일보', '<h1>회원 전용 기사입니다</h1>'],
    ['missing', '동아일보', '<h1>요청하신 페이지를 찾을 수 없습니다.</h1><p>주소를 다시 확인해 주세요.</p>'],
    ['missing', '404 Not Found', '<h1>Not Found</h1>'],
    ['missing', '오류 404｜동아일보', `<p>${LONG.repeat(4)}</p>`],
    ['missing', '요청하신 페이지를 찾을 수 없습니다 - 동아일보', `<p>${LONG.repeat(4)}</p>`],
    ['login', '로그인 - 동아일보', `<h2>이용약관</h2><p>${LONG.repeat(4)}</p>`],
    ['missing', '동아일보', '<div><strong>삭제된 기사입니다.</strong></div>'],
    [
      'missing',
      '동아일보',
      `<h1>존재하지 않는 기사입니다</h1><h3>많이 본 뉴스</h3><ul>${[1, 2, 3, 4, 5, 6].map((n) => `<li>${link(n)}</li>`).join('')}</ul>`,
    ],
    [
      'list',
      '정치｜동아일보',
      `<h1>정치</h1><ul>${[1, 2, 3, 4, 5, 6, 7].map((n) => `<li>${link(n)}<p>첫 줄만 조금 보이는 요약이다.</p></li>`).join('')}</ul>`,
    ],
    [
      'list',
      '동아일보',
      `<div>${[1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<div class="card">${link(n)}<p>${LONG}</p></div>`).join('')}</div>`,
    ],
    ['empty', '동아일보', '<div id="root"></div><script>start()</script>'],
    ['empty', '동아일보', '<p>잠시만 기다려 주세요.</p>'],
  ])('%s: %s %s', async (kind, title, body) => {
    await expect(extractArticle(html(title, body), URL)).rejects.toMatchObject({
      code: 'no-article',
      details: { kind },
    });
  });

  test.each([
    ['empty', ''],
    ['empty', '<div class="view_ad06">광고</div><br><br>&nbsp;'],
    ['login', '로그인 후 전문을 볼 수 있습니다.<br><br><a href="/login">로그인</a>'],
    ['login', `${LONG}<br><br><div>이 기사는 회원 전용입니다. 로그인하시면 전문을 읽을 수 있습니다.</div>`],
    ['login', `${LONG.repeat(8)}<br><br>이어지는 내용은 로그인 후 보실 수 있습니다.`],
    ...[
      '구독자 전용 기사입니다.',
      '유료 회원만 읽을 수 있습니다.',
      '로그인 후 이어 읽으실 수 있습니다.',
      '로그인하시면 보실 수 있습니다.',
      '기사 전체를 보시려면 로그인이 필요합니다.',
    ].map((wall) => ['login', `${LONG}<br><br>${LONG}<br><br>${wall}`]),
    ['missing', '삭제된 기사입니다.'],
    ['missing', '요청하신 기사를 찾을 수 없습니다.'],
  ])('%s, though in the place of a story: %s', async (kind, body) => {
    await expect(extractArticle(story(body), URL)).rejects.toMatchObject({
      code: 'no-article',
      details: { kind },
    });
  });

  it('as empty if there is nothing on it', async () => {
    await expect(extractArticle('', URL)).rejects.toMatchObject({ details: { kind: 'empty' } });
  });
});

describe('an article is not taken for something else', () => {
  it.each([
    `${LONG.repeat(8)}<br><br>회사는 로그인 후에 보이던 화면에서 개인정보가 샜다고 밝혔다.`,
    `${LONG.repeat(8)}<br><br>그 페이지를 찾을 수 없다는 안내만 떴다. 404 화면이었다.`,
    '속보다.',
    ...[
      '▶ 동아일보 회원 가입 후 뉴스레터를 받아 보세요.',
      '이 서비스는 로그인 후 이용할 수 있습니다.',
      '▶ 로그인 후 더 많은 기사를 읽어 보세요.',
      '▶ 회원 전용 뉴스레터를 로그인 후 받아 보세요.',
      '회원 전용 콘텐츠는 누리집에서 만나실 수 있습니다.',
      '이 기사의 댓글은 로그인 후 쓸 수 있습니다.',
      '원하지 않는 알림은 로그인하시면 끌 수 있습니다.',
    ].flatMap((line) => [
      `${`${LONG}<br><br>`.repeat(8)}${line}`,
      `${'시는 창고를 고친다.<br><br>'.repeat(8)}${line}`,
      `속보다.<br><br>${line}`,
      `${LONG}</section><section class="news_view">${line}`,
    ]),
    `${`${LONG}<br><br>`.repeat(20)}이어지는 내용은 로그인 후 보실 수 있습니다.`,
    '시민이 열어 본 화면에는 “요청하신 페이지를 찾을 수 없습니다.”라는 말만 떴다.',
    '그는 “이 기사는 로그인 후 볼 수 있습니다”라는 안내를 보았다고 했다.',
    '카카오는 20일 로그인하면 쿠폰을 주는 행사를 연다. 논란이 된 게시물은 삭제됐다.',
    '회사는 문제의 페이지를 찾을 수 없다고 밝혔다. 회원 전용 상품도 판다.',
  ])('because of its subject: %s', async (body) => {
    expect((await extractArticle(story(body), URL)).source).toBe('page');
  });

  it('is read by Readability if the template is unknown', async () => {
    const page = html(
      '강변 창고 도서관 된다 - 동아일보',
      `<div id="wrap"><header><ul><li><a href="/a">정치</a></li><li><a href="/b">사회</a></li></ul></header>
       <div class="unknown-story"><h1>강변 창고 도서관 된다</h1>${[1, 2, 3, 4, 5, 6].map((n) => `<p>${n}. ${LONG.repeat(2)}</p>`).join('')}
       <ul><li>하나</li><li>둘</li></ul><p>홍길동 기자 hong@donga.com</p></div>
       <aside><h3>지금 뜨는 뉴스</h3><ul><li>${link(1)}</li><li>${link(2)}</li></ul></aside></div>`,
    ).replace(
      '<title>',
      '<meta property="article:published_time" content="2026-11-20T03:00:00+09:00"><title>',
    );
    const article = await extractArticle(page, URL);
    expect(article).toMatchObject({
      source: 'readability',
      id: '134812345',
      title: '강변 창고 도서관 된다',
      section: 'politics',
      publishedAt: '2026-11-20T03:00:00+09:00',
      reporters: [{ name: '홍길동', email: 'hong@donga.com' }],
    });
    expect(article.trending).toHaveLength(2);
    expect(article.blocks.slice(0, 6)).toEqual(
      [1, 2, 3, 4, 5, 6].map((n) => ({ type: 'paragraph', text: `${n}. ${LONG.repeat(2).trim()}` })),
    );
    expect(article.blocks.slice(6)).toEqual([{ type: 'list', items: ['하나', '둘'] }]);
  });

  it.each([
    '404호의 비밀',
    '제404회 정기연주회 열린다',
    '관객 1,404명 모였다',
    '‘404 Not Found’ 뜬 민원 누리집',
    '“로그인 후 이용하세요” 문구 뒤의 셈법',
    '로그인 없이 쓰는 앱, 개인정보 샜다',
    '삭제된 기사 100건을 되살린 사람들의 여섯 달',
  ])('is read if its title is %s', async (title) => {
    const page = html(`${title} - 동아일보`, `<div><h1>${title}</h1>${`<p>${LONG}</p>`.repeat(5)}</div>`);
    expect(await extractArticle(page, URL)).toMatchObject({ source: 'readability', title });
  });

  const paragraphs = `<div>${`<p>${LONG}</p>`.repeat(5)}</div>`;
  it.each([
    `<!DOCTYPE html><title>제목</title>${paragraphs}`,
    `<html><head><title>제목</title></head>${paragraphs}</html>`,
    `<html><head><title>제목</title>${paragraphs}`,
    `<body>${paragraphs}`,
    `앞에 선 글 ${paragraphs}`,
  ])('is read without <html>, <head> or <body>, as HTML allows', async (page) => {
    const article = await extractArticle(page, URL);
    expect(article.source).toBe('readability');
    expect(article.blocks.filter((block) => 'text' in block && block.text === LONG.trim())).toHaveLength(5);
  });

  it.each(['', ' ', '글', '\0', '<!DOCTYPE html>', '<!-- -->', '<body>', '<html><head>'])(
    'is not found on a page with hardly any content, without another error: %j',
    async (page) => {
      await expect(extractArticle(page, URL)).rejects.toMatchObject({ details: { kind: 'empty' } });
    },
  );
});
