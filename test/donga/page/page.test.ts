import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { pageHtml } from '../serialise.ts';
import { blocks, texts, today, URL } from './page-of-today.ts';

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

  it('have their links, each with its words and address', async () => {
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

  it('keep their links on the right words when characters are removed', async () => {
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

describe('the page’s address', () => {
  it('is the one given, without noise', async () => {
    const head = `<link rel="canonical" href="${URL.replace('134812345', '1')}">`;
    expect(await extractArticle(today({ head }), `${URL}?ref=x`)).toMatchObject({
      id: '134812345',
      url: URL,
    });
  });

  it('is the one that a saved page states', async () => {
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

  it('is empty for a saved page that states none, and its relative links are dropped', async () => {
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
