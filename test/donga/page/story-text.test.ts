import { describe, expect, it, test } from 'vitest';
import { blocks, read, shown, texts } from './story.ts';

describe('small letters keep their meaning', () => {
  test.each([
    ['m<sup>2</sup>당 10<sup>-3</sup>', 'm²당 10⁻³'],
    ['<b>E=mc<sup>2</sup></b> 식', 'E=mc² 식'],
    ['CO<sub>2</sub>와 C<sub>6</sub>H<sub>12</sub>O<sub>6</sub>', 'CO₂와 C₆H₁₂O₆'],
    ['Na<sup>+</sup>, x<sup>n+1</sup>', 'Na⁺, xⁿ⁺¹'],
    ['x<sup>가</sup>, y<sub>나</sub>', 'x^가, y_나'],
    ['2<sup>10.5</sup>, z<sup>가 나</sup>', '2^10.5, z^(가 나)'],
    ['상표<sup>®</sup> 이름<sup>™</sup>', '상표® 이름™'],
    ['빈<sup> </sup>칸', '빈 칸'],
  ])('%s', async (body, text) => {
    expect(await texts(`${body}.`)).toEqual([`paragraph: ${text}.`]);
  });

  it('in cells, items, captions and headlines too', async () => {
    const body =
      '<table><tr><td>H<sub>2</sub>O</td><td>1</td></tr></table><ul><li>10<sup>6</sup></li></ul><figure><img src="https://a.b/1.jpg"><figcaption>CO<sub>2</sub></figcaption></figure>뒤.';
    expect(JSON.stringify(await blocks(body))).toMatch(/H₂O.*10⁶.*CO₂/);
  });
});

describe('a subhead with line breaks', () => {
  test.each([
    '<h2 class="sub_tit">가을이<br>온다</h2>',
    '<h3>가을이<br/>온다</h3>',
    '<h4><b>가을이</b><br><br>온다</h4>',
  ])('is one heading: %s', async (heading) => {
    expect(await texts(`앞 글이다.${heading}뒤 글이다.`)).toEqual([
      'paragraph: 앞 글이다.',
      'heading: 가을이\n온다',
      'paragraph: 뒤 글이다.',
    ]);
  });

  it('is two headings if two elements follow one another', async () => {
    expect(await texts('앞 글이다.<h3>하나</h3><h3>둘</h3>뒤.')).toEqual([
      'paragraph: 앞 글이다.',
      'heading: 하나',
      'heading: 둘',
      'paragraph: 뒤.',
    ]);
  });
});

describe('a deck’s line', () => {
  it('in mid-story is a heading there', async () => {
    const article = await read(
      "<h2 class='sub_tit'>부제다</h2><figure><img src='https://a.b/1.jpg'><figcaption>설명</figcaption></figure>앞 글이다.<h2 class='sub_tit'>가운데 제목</h2>뒤 글이다.<h2 class='sub_tit'>부제다</h2>끝이다.",
    );
    expect(article.deck).toEqual(['부제다']);
    expect(
      article.blocks.map((block) => ('text' in block ? `${block.type}: ${block.text}` : block.type)),
    ).toEqual([
      'photo',
      'paragraph: 앞 글이다.',
      'heading: 가운데 제목',
      'paragraph: 뒤 글이다.',
      'heading: 부제다',
      'paragraph: 끝이다.',
    ]);
  });

  it('is one of several above the story', async () => {
    const article = await read(
      "<figure><img src='https://a.b/1.jpg'></figure><h2 class='sub_tit'>하나</h2> <h2 class='sub_tit'>둘</h2>글이다.",
    );
    expect(article.deck).toEqual(['하나', '둘']);
  });
});

describe('verse stays verse', () => {
  test.each([
    [
      'no-break spaces',
      '앞.<br><br>물이 빠지면<br>&nbsp;&nbsp;게가 걷고<br>&nbsp;&nbsp;&nbsp;&nbsp;새가 온다<br><br>뒤.',
      '물이 빠지면\n  게가 걷고\n    새가 온다',
    ],
    ['wide spaces', '앞.<br><br>　물이 빠지면<br>　　게가 걷고', '  물이 빠지면\n    게가 걷고'],
    [
      'spaces between them',
      '앞.<br><br>물이 빠지면<br>\n &nbsp; &nbsp;게가 걷고',
      '물이 빠지면\n   게가 걷고',
    ],
    [
      'a pre',
      '앞.<pre>물이 빠지면\n  게가 걷고\n\t새가 온다</pre>뒤.',
      '물이 빠지면\n  게가 걷고\n    새가 온다',
    ],
  ])('by %s', async (_, body, verse) => {
    expect(await texts(body)).toContain(`paragraph: ${verse}`);
  });

  it('in two stanzas of a <pre>', async () => {
    expect(await texts('<pre>\n가\n 나\n\n다\n 라</pre>')).toEqual([
      'paragraph: 가\n 나',
      'paragraph: 다\n 라',
    ]);
  });

  it('with its indents', async () => {
    const text = await shown(
      '앞.<br><br>물이 빠지면<br>&nbsp;&nbsp;게가 걷고<br>&nbsp;&nbsp;&nbsp;&nbsp;새가 온다',
    );
    expect(text).toContain('물이 빠지면\n  게가 걷고\n    새가 온다');
  });

  it('but the indent of the first line of prose is dropped', async () => {
    expect(await texts('　첫 문단이다.<br><br>&nbsp;&nbsp;둘째 문단이다.')).toEqual([
      'paragraph: 첫 문단이다.',
      'paragraph: 둘째 문단이다.',
    ]);
  });

  it('with its links on their words', async () => {
    const [block] = await blocks('물이<br>&nbsp;&nbsp;<a href="https://a.b/">게가</a> 걷고');
    expect(block).toMatchObject({ text: '물이\n  게가 걷고', links: [[5, 7, 'https://a.b/']] });
  });

  test.each([
    [
      'in one run',
      '<b>물이 빠지면</b><br><b>게가 걷고</b><br><b>새가 온다</b><br><br>뒤.',
      ['paragraph: 물이 빠지면\n게가 걷고\n새가 온다', 'paragraph: 뒤.'],
    ],
    [
      'in one element',
      '앞.<br><br><strong>물이 빠지면<br>게가 걷고</strong><br><br>뒤.',
      ['paragraph: 앞.', 'paragraph: 물이 빠지면\n게가 걷고', 'paragraph: 뒤.'],
    ],
    [
      'as paragraphs',
      '<b>물이 빠지면</b><br><br><b>게가 걷고</b><br><br><b>새가 온다</b><br><br>뒤.',
      ['paragraph: 물이 빠지면', 'paragraph: 게가 걷고', 'paragraph: 새가 온다', 'paragraph: 뒤.'],
    ],
  ])('bold verses are text: %s', async (_, body, expected) => {
    expect(await texts(body)).toEqual(expected);
  });

  it('but marked lines, and two headings in a row, are subheads', async () => {
    expect(await texts('<b>● 하나</b><br><b>둘</b><br>글이다.')).toEqual([
      'heading: ● 하나',
      'heading: 둘',
      'paragraph: 글이다.',
    ]);
    expect(await texts('<b>하나</b><br><br><b>둘</b><br><br>글이다.')).toEqual([
      'heading: 하나',
      'heading: 둘',
      'paragraph: 글이다.',
    ]);
  });
});

describe('the meaning of a page’s markup is kept', () => {
  test.each([
    ['an edited-in word', '그는 <ins>다시</ins> 왔다.', 'paragraph: 그는 다시 왔다.'],
    ['a quotation', '그는 <q>간다</q>고 했다.', 'paragraph: 그는 “간다”고 했다.'],
    ['a reading', '<ruby>甲<rt>갑</rt></ruby>이다.', 'paragraph: 甲(갑)이다.'],
    ['a reading in its own brackets', '<ruby>甲<rp>[</rp><rt>갑</rt><rp>]</rp></ruby>', 'paragraph: 甲[갑]'],
    ['verse by its style', '<div style="white-space: pre-wrap">비\n  눈</div>', 'paragraph: 비\n  눈'],
  ])('%s', async (_, body, told) => {
    expect(await texts(body)).toEqual([told]);
  });

  test('an advertiser’s slot is not taken for an insertion', async () => {
    expect(await texts('<p>가다<ins class="adsbygoogle">광고</ins></p>')).toEqual(['paragraph: 가다']);
  });

  test('an item’s words before and behind a list in it are not joined into one', async () => {
    expect(await blocks('<ul><li>앞말<ul><li>안</li></ul>뒷말</li></ul>')).toEqual([
      { type: 'list', items: ['앞말 뒷말', { text: '안', level: 1, number: null }] },
    ]);
  });

  test('a sign without an alt text has its title in a table', async () => {
    const cells = '<tr><td>갑</td><td><img src="/u.gif" title="하락">3</td></tr>';
    expect(await blocks(`<table>${cells}</table>`)).toEqual([{ type: 'table', rows: [['갑', '하락 3']] }]);
  });

  test('two reporters’ addresses go to each in their order, and a line with one too many stays', async () => {
    const line = '한지우·오세린 기자 han@donga.com oh@donga.com';
    const { reporters } = await read(`본문이다.<br><br>${line}`);
    expect(reporters.map(({ email }) => email)).toEqual(['han@donga.com', 'oh@donga.com']);
    const more = '한지우, 오세린, 남궁솔 기자 han@donga.com, oh@donga.com';
    expect(await texts(`본문이다.<br><br>${more}`)).toEqual(['paragraph: 본문이다.', `paragraph: ${more}`]);
  });
});
