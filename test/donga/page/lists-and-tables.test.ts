import { describe, expect, it, test } from 'vitest';
import { listItem } from '../../../source/list-item.ts';
import { blocks, shown, texts } from './story.ts';

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

  it('with portraits, which are shown behind the table', async () => {
    const table =
      '<table><tr><td><img src="https://dimg.donga.com/1.jpg" alt="한지우 후보의 사진" width="120"></td><td>한지우</td></tr><tr><td></td><td>오세린</td></tr></table>';
    expect(await rows(table)).toEqual([
      ['한지우 후보의 사진', '한지우'],
      ['', '오세린'],
    ]);
    expect(await texts(table)).toEqual(['table', 'photo']);
  });

  it('do not hide photos that a table only places', async () => {
    const table =
      '<table><tr><td><img src="https://dimg.donga.com/1.jpg" width="300"></td><td><img src="https://dimg.donga.com/2.jpg" width="300"></td></tr><tr><td>왼쪽이다.</td><td>오른쪽이다.</td></tr></table>';
    expect(await texts(table)).toEqual(['photo', 'photo', 'paragraph: 왼쪽이다.', 'paragraph: 오른쪽이다.']);
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

  it('are left out if the list’s style shows none', async () => {
    expect(await blocks('<ol style="list-style:none"><li>(가) 하나</li><li>(나) 둘</li></ol>')).toEqual([
      { type: 'list', items: ['(가) 하나', '(나) 둘'] },
    ]);
  });

  it('stay below one another in a list that is written in letters', async () => {
    const list = '<ol type=A><li>첫째<ol type=i><li>아래</li></ol></li><li>둘째</li></ol>';
    expect(await shown(list)).toContain('A. 첫째\n  i. 아래\nB. 둘째');
  });
});

describe('other elements in a list’s items', () => {
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
