import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { listItem } from '../../../source/list-item.ts';
import { setArticle } from '../../../source/typeset/article.ts';
import { rowText } from '../../../source/typeset/rows.ts';

const URL = 'https://www.donga.com/news/Society/article/all/20261120/134812345/1';

function read(body: string, byline = '') {
  const behind = byline === '' ? '' : `<div class='byline'>${byline}</div>`;
  return extractArticle(
    `<!DOCTYPE html><html lang="ko"><head><title>제목｜동아일보</title></head><body><header class="view_head"><section class="head_group"><h1>제목</h1></section></header><div class="view_body"><section class="news_view">${body}</section>${behind}</div></body></html>`,
    URL,
  );
}

const blocks = async (body: string, byline = '') => (await read(body, byline)).blocks;
const texts = async (body: string, byline = '') =>
  (await blocks(body, byline)).map((block) =>
    'text' in block ? `${block.type}: ${block.text}` : block.type,
  );
const names = async (body: string, byline = '') =>
  (await read(body, byline)).reporters.map(({ name }) => name);
const shown = async (body: string, columns = 40) =>
  setArticle(await read(body), { columns, language: 'ko', hanja: false })
    .rows.map((row) => rowText(row).trimEnd())
    .join('\n');

describe('names that may be the story’s own stay in it', () => {
  const winners = '한지우 기자<br>오세린 기자<br>남궁솔 PD';
  const contacts = '한지우 기자 han@donga.com<br>오세린 기자 oh@donga.com';

  test.each([
    ['winners', `갯벌 보도상은 세 사람이 받는다.<br><br>${winners}`, '한지우 기자\n오세린 기자\n남궁솔 PD'],
    [
      'contacts',
      `원고는 이달 말까지 보내면 된다.<br><br>${contacts}`,
      '한지우 기자 han@donga.com\n오세린 기자 oh@donga.com',
    ],
    ['one name', '심사위원은 다음과 같다.<br><br>한지우 기자', '한지우 기자'],
    ['the byline’s own name', '심사위원은 다음과 같다.<br><br>최새별 기자', '최새별 기자'],
    [
      'a team with its mail',
      '제보를 기다린다.<br><br>부산=한지우 기자 han@donga.com',
      '부산=한지우 기자 han@donga.com',
    ],
  ])('where the page has a byline of its own: %s', async (_, body, last) => {
    const article = await read(body, '최새별 기자 star@donga.com');
    expect(article.blocks.at(-1)).toEqual({ type: 'paragraph', text: last });
    expect(article.reporters).toMatchObject([{ name: '최새별', email: 'star@donga.com' }]);
  });

  test.each([
    ['several without mail or place', `상은 세 사람이 받는다.<br><br>${winners}`],
    ['several that are announced', `수상자는 아래와 같다.<br><br>${contacts}`],
    ['one that is announced', '문의:<br>한지우 기자 han@donga.com'],
    ['one without mail that is announced', '올해의 기자로 뽑혔다.<br><br>한지우 기자'],
    ['a list', '상을 받는다.<ul><li>한지우 기자</li><li>오세린 기자</li></ul>'],
  ])('where it has none, and they are %s', async (_, body) => {
    const article = await read(body);
    expect(JSON.stringify(article.blocks)).toContain('한지우 기자');
    expect(article.reporters).toEqual([]);
  });

  test.each([
    ['one', '갯벌이 넓어졌다.<br><br>한지우 기자 han@donga.com', ['한지우']],
    ['one without mail', '갯벌이 넓어졌다.<br><br>한지우 기자', ['한지우']],
    [
      'two, each with mail or place',
      `갯벌이 넓어졌다.<br><br>${contacts.replace('오', '인천=오')}`,
      ['한지우', '오세린'],
    ],
  ])('and where they can be nothing but its byline they are that: %s', async (_, body, people) => {
    expect(await texts(body)).toEqual(['paragraph: 갯벌이 넓어졌다.']);
    expect(await names(body)).toEqual(people);
  });

  it('two reporters may stand in a row', async () => {
    expect(await names('본문이다.', '한지우 오세린 기자')).toEqual(['한지우', '오세린']);
  });
});

describe('what stands behind a byline in the story stays', () => {
  const byline = '한지우 기자 han@donga.com';
  test.each([
    ['older entries of a live blog', '▶ 09:10 둑이 무너졌다<br>▶ 08:40 주민이 대피했다'],
    ['entries that are links', '▶ <a href="/news/article/all/20261120/1/1">09:10 둑이 무너졌다</a>'],
    ['a source', '출처: 해양수산부 「갯벌 조사」'],
    ['a source of figures', '자료: 통계청'],
    ['a note', '※ 이름은 모두 가명이다.'],
    ['the next instalment', '▶ 다음 회에는 낙동강 하구를 찾는다'],
    ['a link to a report', '<a href="https://example.org/report.pdf">보고서 원문</a>'],
  ])('%s', async (_, behind) => {
    for (const gap of ['<br>', '<br><br>']) {
      const all = (await texts(`첫 비가 내렸다.<br><br>${byline}${gap}${behind}`)).join('\n');
      for (const line of behind.replace(/<a[^>]*>|<\/a>/g, '').split('<br>')) expect(all).toContain(line);
    }
  });

  it('and the byline is still known where it is the only one', async () => {
    expect(await names(`첫 비가 내렸다.<br><br>${byline}<br><br>▶ 09:10 둑이 무너졌다`)).toEqual(['한지우']);
  });

  it('and each entry may end in a byline', async () => {
    const live = `09:10 둑이 무너졌다.<br>${byline}<br><br>08:40 대피했다.<br>오세린 기자 oh@donga.com<br><br>08:00 비가 왔다.`;
    expect((await texts(live)).join('\n')).toContain('오세린 기자 oh@donga.com');
  });
});

describe('a run of hashtags', () => {
  test.each([
    ['', '그는 이렇게 적었다.<br><br>#갯벌 #지키자 #우리바다'],
    ['한지우 기자 han@donga.com', '그는 이렇게 적었다.<br>#갯벌#지키자'],
  ])('is a quotation where it closes the story (%s)', async (byline, body) => {
    const article = await read(body, byline);
    expect(article.tags).toEqual([]);
    expect(JSON.stringify(article.blocks)).toContain('#갯벌');
  });

  test.each([
    ['a byline', '한지우 기자 han@donga.com<br><br>#갯벌#우리 바다'],
    ['a credit', '(서울=뉴스1)<br>#갯벌 #우리 바다'],
    ['a byline and a note', '한지우 기자 han@donga.com<br>(끝)<br>#갯벌#우리 바다'],
  ])('is the tags behind %s', async (_, ending) => {
    const article = await read(`본문이다.<br><br>${ending}`);
    expect(article.tags).toEqual(['갯벌', '우리 바다']);
    expect(article.blocks).toEqual([{ type: 'paragraph', text: '본문이다.' }]);
  });
});

describe('a table’s rows stay rows', () => {
  const rows = async (table: string) => {
    const block = (await blocks(`${table}뒤.`)).find(({ type }) => type === 'table');
    return block?.type === 'table' ? block.rows : null;
  };
  test.each([
    [
      'with signs for words',
      '<table><tr><th>품목</th><th>값</th></tr><tr><td>쌀</td><td><img src="/down.png" alt="하락">2,100</td></tr><tr><td>콩</td><td>900 <img src="/up.gif" alt="▲"></td></tr></table>',
      [
        ['품목', '값'],
        ['쌀', '하락 2,100'],
        ['콩', '900 ▲'],
      ],
    ],
    [
      'with signs alone in their cells',
      '<table><tr><td>맑음</td><td><img src="/sun.svg" alt="해"></td></tr><tr><td>흐림</td><td><img src="/cloud.svg" alt="구름"></td></tr></table>',
      [
        ['맑음', '해'],
        ['흐림', '구름'],
      ],
    ],
    [
      'with a sign without words',
      '<table><tr><td>가온</td><td><img src="/dot.gif" width="8">3</td></tr><tr><td>나래</td><td>4</td></tr></table>',
      [
        ['가온', '3'],
        ['나래', '4'],
      ],
    ],
    [
      'with a table in a cell',
      '<table><tr><th>구</th><th>동</th></tr><tr><td>가온구</td><td><table><tr><td>하나동</td><td>12</td></tr><tr><td>두리동</td><td>7</td></tr></table></td></tr></table>',
      [
        ['구', '동'],
        ['가온구', '하나동 12\n두리동 7'],
      ],
    ],
    [
      'with a table in the cell of its only row',
      '<table><tr><td>가온구</td><td><table><tr><td>하나동</td><td>12</td></tr></table></td></tr></table>',
      [['가온구', '하나동 12']],
    ],
    [
      'with breaks in a cell',
      '<table><tr><td>오전<br>오후</td><td><p>비</p><p>갬<br/>바람</p></td></tr></table>',
      [['오전\n오후', '비\n갬\n바람']],
    ],
  ])('%s', async (_, table, expected) => {
    expect(await rows(table)).toEqual(expected);
    expect(await texts(`앞.${table}뒤.`)).toEqual(['paragraph: 앞.', 'table', 'paragraph: 뒤.']);
  });

  it('with portraits, which are shown behind it', async () => {
    const table =
      '<table><tr><td><img src="https://dimg.donga.com/1.jpg" alt="한지우 후보의 사진" width="120"></td><td>한지우</td></tr><tr><td></td><td>오세린</td></tr></table>';
    expect(await rows(table)).toEqual([
      ['한지우 후보의 사진', '한지우'],
      ['', '오세린'],
    ]);
    expect(await texts(table)).toEqual(['table', 'photo']);
  });

  it('but photos placed by a table are photos', async () => {
    const table =
      '<table><tr><td><img src="https://dimg.donga.com/1.jpg" width="300"></td><td><img src="https://dimg.donga.com/2.jpg" width="300"></td></tr><tr><td>왼쪽이다.</td><td>오른쪽이다.</td></tr></table>';
    expect(await texts(table)).toEqual(['photo', 'photo', 'paragraph: 왼쪽이다.', 'paragraph: 오른쪽이다.']);
  });
});

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

describe('a list’s numbers and depth', () => {
  test.each([
    [
      'from its start',
      '<ol start="7"><li>가</li><li>나</li></ol>',
      [
        { text: '가', level: 0, number: 7 },
        { text: '나', level: 0, number: 8 },
      ],
    ],
    [
      'down from its end',
      '<ol reversed><li>가</li><li>나</li></ol>',
      [
        { text: '가', level: 0, number: 2 },
        { text: '나', level: 0, number: 1 },
      ],
    ],
    [
      'from an item’s own',
      '<ol><li>가</li><li value=10>나</li><li>다</li></ol>',
      [
        { text: '가', level: 0, number: 1 },
        { text: '나', level: 0, number: 10 },
        { text: '다', level: 0, number: 11 },
      ],
    ],
    [
      'over an empty item',
      '<ol><li>가</li><li></li><li>다</li></ol>',
      [
        { text: '가', level: 0, number: 1 },
        { text: '다', level: 0, number: 3 },
      ],
    ],
    ['none in a plain list', '<ul><li>가</li><li>나</li></ul>', ['가', '나']],
    [
      'an item below another',
      '<ul><li>가<ul><li>나</li></ul></li></ul>',
      ['가', { text: '나', level: 1, number: null }],
    ],
    [
      'a list that is not in an item',
      '<ol start=2><li>가</li><ol><li>나</li></ol><li>다</li></ol>',
      [
        { text: '가', level: 0, number: 2 },
        { text: '나', level: 1, number: 1 },
        { text: '다', level: 0, number: 3 },
      ],
    ],
  ])('%s', async (_, list, items) => {
    expect(await blocks(`앞.${list}뒤.`)).toContainEqual({ type: 'list', items });
  });

  it('are shown', async () => {
    const list =
      '<ol start=9><li>첫째 규칙<ul><li>아래 규칙<ol><li>더 아래</li></ol></li></ul></li><li>둘째 규칙</li></ol>';
    expect(await shown(`앞.${list}뒤.`)).toContain(
      '9. 첫째 규칙\n  · 아래 규칙\n    1. 더 아래\n10. 둘째 규칙',
    );
  });

  test.each([
    ['a', ['a', 'b']],
    ['A', ['A', 'B']],
    ['i', ['i', 'ii']],
    ['I', ['I', 'II']],
  ])('are written as the page shows them: type=%s', async (type, markers) => {
    const [list] = await blocks(`<ol type=${type}><li>가</li><li>나</li></ol>`);
    expect(list).toEqual({
      type: 'list',
      items: ['가', '나'].map((text, at) => ({ text, level: 0, number: at + 1, marker: markers[at] })),
    });
    expect(await shown(`<ol type=${type}><li>가</li><li>나</li></ol>`)).toContain(
      `${markers[0]}. 가\n${markers[1]}. 나`,
    );
  });

  test.each([
    ['<ol type=a start=26><li>가<li>나</ol>', ['z', 'aa']],
    ['<ol type=I start=1999><li>가<li>나</ol>', ['MCMXCIX', 'MM']],
    ['<ol type=i start=3999><li>가<li>나</ol>', ['mmmcmxcix', undefined]],
    ['<ol type=a start=0><li>가<li>나</ol>', [undefined, 'a']],
    ['<ol type=1><li>가<li type=A>나</ol>', [undefined, 'B']],
    ['<ol style="color: red; list-style-type: upper-alpha"><li>가<li>나</ol>', ['A', 'B']],
    ['<ol style="list-style: inside hangul"><li>가<li>나</ol>', ['가', '나']],
    ['<ol style="list-style-type: decimal-leading-zero"><li>가<li>나</ol>', ['01', '02']],
    ['<ol type=x style="list-style-type: nothing-known"><li>가<li>나</ol>', [undefined, undefined]],
  ])('are counted by the style of the list or the item: %s', async (list, markers) => {
    const [block] = await blocks(list);
    expect(block?.type === 'list' && block.items.map((item) => (item as { marker?: string }).marker)).toEqual(
      markers,
    );
  });

  it('are none where the list’s style shows none', async () => {
    expect(await blocks('<ol style="list-style:none"><li>(가) 하나</li><li>(나) 둘</li></ol>')).toEqual([
      { type: 'list', items: ['(가) 하나', '(나) 둘'] },
    ]);
  });

  it('stay below one another in a list that is written in letters', async () => {
    const list = '<ol type=A><li>첫째<ol type=i><li>아래</li></ol></li><li>둘째</li></ol>';
    expect(await shown(list)).toContain('A. 첫째\n  i. 아래\nB. 둘째');
  });
});

describe('what else stands in a list’s items', () => {
  const summary = async (body: string) =>
    (await blocks(body)).map((block) => {
      if (block.type !== 'list') return 'text' in block ? `${block.type}: ${block.text}` : block.type;
      return block.items.map((item) => {
        const { text, level, number } = listItem(item);
        return `${'>'.repeat(level)}${number ?? '·'} ${text}`;
      });
    });
  const photo = '<img src="https://a.b/1.jpg" width=300>';
  const table = '<table><tr><td>갑</td><td>1</td></tr><tr><td>을</td><td>2</td></tr></table>';

  test.each([
    [
      'a photo behind the words',
      `<ol start=3><li>가다${photo}</li><li>나다</li></ol>`,
      [['3 가다'], 'photo', ['4 나다']],
    ],
    ['a photo before them', `<ul><li>${photo}가다</li><li>나다</li></ul>`, ['photo', ['· 가다', '· 나다']]],
    [
      'a photo alone',
      `<ol><li>가다</li><li>${photo}</li><li>다다</li></ol>`,
      [['1 가다'], 'photo', ['3 다다']],
    ],
    [
      'a table between the words',
      `<ol><li>가다${table}이어진다</li><li>나다</li></ol>`,
      [['1 가다'], 'table', 'paragraph: 이어진다', ['2 나다']],
    ],
    [
      'a photo in a list below',
      `<ol><li>가다<ul><li>아래${photo}</li><li>더</li></ul></li><li>나다</li></ol>`,
      [['1 가다', '>· 아래'], 'photo', ['>· 더', '2 나다']],
    ],
    [
      'a film',
      '<ul><li>가다<iframe src="https://www.youtube.com/embed/x"></iframe></li><li>나다</li></ul>',
      [['· 가다'], 'embed', ['· 나다']],
    ],
    ['words that stand in no item', '<ul>머리말<li>가다</li></ul>', [['· 머리말', '· 가다']]],
    ['items in a wrapper', '<ol><div><li>가다</li><li>나다</li></div></ol>', [['1 가다', '2 나다']]],
    [
      'breaks, quotations and headings',
      '<ul><li><h4>가다</h4>나다<br>다다<blockquote>라다</blockquote></li></ul>',
      [['· 가다 나다 다다 라다']],
    ],
  ])('%s', async (_, list, expected) => {
    expect(await summary(`${list}뒤.`)).toEqual([...expected, 'paragraph: 뒤.']);
  });

  it('keeps a photo’s caption', async () => {
    const list =
      '<ul><li>가다<figure><img src="https://a.b/1.jpg"><figcaption>설명</figcaption></figure></li></ul>';
    expect(await blocks(list)).toMatchObject([{ type: 'list' }, { type: 'photo', caption: '설명' }]);
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

  it('is two where two elements follow one another', async () => {
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

  it('in two stanzas of a pre', async () => {
    expect(await texts('<pre>\n가\n 나\n\n다\n 라</pre>')).toEqual([
      'paragraph: 가\n 나',
      'paragraph: 다\n 라',
    ]);
  });

  it('and is set with its indents', async () => {
    const text = await shown(
      '앞.<br><br>물이 빠지면<br>&nbsp;&nbsp;게가 걷고<br>&nbsp;&nbsp;&nbsp;&nbsp;새가 온다',
    );
    expect(text).toContain('물이 빠지면\n  게가 걷고\n    새가 온다');
  });

  it('but the first line of prose is set in by nothing', async () => {
    expect(await texts('　첫 문단이다.<br><br>&nbsp;&nbsp;둘째 문단이다.')).toEqual([
      'paragraph: 첫 문단이다.',
      'paragraph: 둘째 문단이다.',
    ]);
  });

  it('and keeps its links on their words', async () => {
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

  it('but marked lines, and two headings one under the other, head what follows', async () => {
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

describe('what a page’s markup says is kept', () => {
  test.each([
    ['an edited-in word', '그는 <ins>다시</ins> 왔다.', 'paragraph: 그는 다시 왔다.'],
    ['a quotation', '그는 <q>간다</q>고 했다.', 'paragraph: 그는 “간다”고 했다.'],
    ['a reading', '<ruby>甲<rt>갑</rt></ruby>이다.', 'paragraph: 甲(갑)이다.'],
    ['a reading in its own brackets', '<ruby>甲<rp>[</rp><rt>갑</rt><rp>]</rp></ruby>', 'paragraph: 甲[갑]'],
    ['verse by its style', '<div style="white-space: pre-wrap">비\n  눈</div>', 'paragraph: 비\n  눈'],
  ])('%s', async (_, body, told) => {
    expect(await texts(body)).toEqual([told]);
  });

  test('an advertiser’s slot is no edited-in word', async () => {
    expect(await texts('<p>가다<ins class="adsbygoogle">광고</ins></p>')).toEqual(['paragraph: 가다']);
  });

  test('an item’s words before and behind a list in it are not joined into one', async () => {
    expect(await blocks('<ul><li>앞말<ul><li>안</li></ul>뒷말</li></ul>')).toEqual([
      { type: 'list', items: ['앞말 뒷말', { text: '안', level: 1, number: null }] },
    ]);
  });

  test('a sign without an alt says its title in a table', async () => {
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

describe('mail addresses in the page’s byline', () => {
  const mails = async (byline: string) =>
    (await read('본문이다.', byline)).reporters.map(({ name, email }) => [name, email]);
  test.each([
    [
      '한지우·오세린·남궁솔 기자 oh@donga.com·sol@donga.com',
      [
        ['한지우', null],
        ['오세린', 'oh@donga.com'],
        ['남궁솔', 'sol@donga.com'],
      ],
    ],
    [
      '한지우 오세린 남궁솔 박다온 기자 a@donga.com b@donga.com',
      [
        ['한지우', null],
        ['오세린', null],
        ['남궁솔', 'a@donga.com'],
        ['박다온', 'b@donga.com'],
      ],
    ],
    [
      '한지우, 오세린 기자 a@donga.com b@donga.com c@donga.com',
      [
        ['한지우', 'a@donga.com'],
        ['오세린', 'b@donga.com, c@donga.com'],
      ],
    ],
    ['한지우 기자 a@donga.com b@naver.com', [['한지우', 'a@donga.com, b@naver.com']]],
    [
      '한지우·오세린 기자<br>a@donga.com<br>b@donga.com',
      [
        ['한지우', 'a@donga.com'],
        ['오세린', 'b@donga.com'],
      ],
    ],
  ])('are all kept: %s', async (byline, expected) => {
    expect(await mails(byline)).toEqual(expected);
  });
});

describe('who made the pictures', () => {
  const box = '<div class="author_info"><a>최새별 기자</a></div>';
  const inPage = async (body: string, behind: string) => {
    const { reporters, blocks } = await extractArticle(
      `<html><body><section class="head_group"><h1>제목</h1></section><section class="news_view">${body}</section>${behind}</body></html>`,
      URL,
    );
    const last = blocks.at(-1);
    return {
      names: reporters.map(({ name }) => name),
      last: last !== undefined && 'text' in last && last.text,
    };
  };
  const lines = [
    '그래픽=남궁솔 기자',
    '사진=남궁솔 기자 sol@donga.com',
    '사진 남궁솔 기자',
    '[그래픽 : 남궁솔 기자]',
    '영상·사진=남궁솔 기자 sol@donga.com',
    '▲사진｜남궁솔 기자',
  ];

  test.each(lines)('takes no reporter’s place, and stays in the text: %s', async (line) => {
    expect(await inPage(`본문이다.<br><br>${line}`, box)).toEqual({ names: ['최새별'], last: line });
    expect(await inPage(`본문이다.<br><br>${line}`, '')).toEqual({ names: [], last: line });
    expect(await inPage(`본문이다.<br><br>${line}`, '<div class="byline">최새별 기자</div>')).toEqual({
      names: ['최새별'],
      last: line,
    });
    for (const gap of ['<br>', '<br><br>']) {
      const byline = `최새별 기자 star@donga.com${gap}${line}`;
      expect(await inPage(`본문이다.<br><br>${byline}`, '')).toEqual({ names: ['최새별'], last: line });
      expect(await inPage(`본문이다.<br><br>${byline}<br><br>#갯벌`, '')).toEqual({
        names: ['최새별'],
        last: line,
      });
    }
    expect(await inPage(`본문이다.<br>${line}<br>최새별 기자 star@donga.com`, '')).toEqual({
      names: ['최새별'],
      last: `본문이다.\n${line}`,
    });
  });

  test.each(lines)('stands behind the reporters in the page’s byline: %s', async (line) => {
    const byline = (inside: string) => `<div class="byline">${inside}</div>`;
    expect((await inPage('본문이다.', byline(`${line}<br>최새별 기자`))).names).toEqual(['최새별', '남궁솔']);
    expect((await inPage('본문이다.', `${box}${byline(line)}`)).names).toEqual(['최새별', '남궁솔']);
    expect((await inPage('본문이다.', byline(line))).names).toEqual(['남궁솔']);
  });

  test.each(['글·사진=남궁솔 기자', '사진·글 남궁솔 기자', '사진=한지우 기자, 글=남궁솔 기자'])(
    'may have written the story too: %s',
    async (line) => {
      expect((await inPage(`본문이다.<br><br>${line}`, '')).names).toContain('남궁솔');
    },
  );

  it('is named behind a writer’s address', async () => {
    const { reporters } = await read('본문이다.', '최새별 기자 star@donga.com·사진=남궁솔 기자');
    expect(reporters).toEqual([
      { name: '최새별', title: '기자', place: null, email: 'star@donga.com' },
      { name: '남궁솔', title: '기자', place: null, email: null },
    ]);
  });
});
