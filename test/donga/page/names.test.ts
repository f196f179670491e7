import { describe, expect, it, test } from 'vitest';
import { extractArticle } from '../../../source/donga/page/extract.ts';
import { names, read, texts, URL } from './story.ts';

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
  ])('if the page has a byline elsewhere: %s', async (_, body, last) => {
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
  ])('if the page has no byline elsewhere and they are %s', async (_, body) => {
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
  ])('unless they can only be the byline: %s', async (_, body, people) => {
    expect(await texts(body)).toEqual(['paragraph: 갯벌이 넓어졌다.']);
    expect(await names(body)).toEqual(people);
  });

  it('names of two reporters in a row are both the byline', async () => {
    expect(await names('본문이다.', '한지우 오세린 기자')).toEqual(['한지우', '오세린']);
  });
});

describe('text behind a byline in the story stays', () => {
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

  it('is after the only byline, which is recognised', async () => {
    expect(await names(`첫 비가 내렸다.<br><br>${byline}<br><br>▶ 09:10 둑이 무너졌다`)).toEqual(['한지우']);
  });

  it('is entries that each end in a byline', async () => {
    const live = `09:10 둑이 무너졌다.<br>${byline}<br><br>08:40 대피했다.<br>오세린 기자 oh@donga.com<br><br>08:00 비가 왔다.`;
    expect((await texts(live)).join('\n')).toContain('오세린 기자 oh@donga.com');
  });
});

describe('a run of hashtags', () => {
  test.each([
    ['', '그는 이렇게 적었다.<br><br>#갯벌 #지키자 #우리바다'],
    ['한지우 기자 han@donga.com', '그는 이렇게 적었다.<br>#갯벌#지키자'],
  ])('is a quotation if it closes the story (%s)', async (byline, body) => {
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

describe('the maker of the pictures', () => {
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
