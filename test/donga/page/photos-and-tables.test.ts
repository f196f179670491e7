import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { pageHtml } from '../serialise.ts';
import { blocks, texts, URL } from './page-of-today.ts';

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
