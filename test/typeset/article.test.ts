import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import type { Article } from '../../source/model.ts';
import { minutesToRead } from '../../source/reading-time.ts';
import { rowOf, setArticle } from '../../source/typeset/article.ts';
import { rowText } from '../../source/typeset/rows.ts';
import { titleParts } from '../../source/typeset/title-prefix.ts';

const ARTICLE: Article = {
  id: '1',
  url: 'https://www.donga.com/news/Economy/article/all/20261120/1/1',
  source: 'page',
  section: 'economy',
  kicker: '‘네 번째 멈춤’ 금통위',
  title: '[속보] 한국은행, 기준금리 동결',
  deck: ['“집값·빚 더 봐야”', '1명은 인하 의견'],
  publishedAt: '2026-11-20T11:30:00+09:00',
  updatedAt: '2026-11-20T13:05:00+09:00',
  reporters: [
    { name: '한가람', title: '기자', place: null, email: 'garam@donga.example' },
    { name: '윤슬아', title: '특파원', place: '세종', email: null },
  ],
  wire: '서울=한빛통신',
  blocks: [
    {
      type: 'paragraph',
      text: '첫 문단이다.\n같은 문단의 다음 줄이다.',
      links: [[0, 4, 'https://example.com/']],
    },
    { type: 'heading', text: '● 소제목' },
    { type: 'quote', text: '따온 말이다.' },
    { type: 'photo', url: 'https://dimg.donga.com/a.jpg', caption: '사진 설명', alt: null },
    { type: 'photo', url: 'https://dimg.donga.com/b.jpg', caption: null, alt: '대신 쓰는 말' },
    {
      type: 'table',
      rows: [
        ['회의', '금리'],
        ['7월', '2.50%'],
      ],
    },
    { type: 'list', items: ['하나', '둘'] },
    { type: 'embed', url: 'https://www.youtube.com/embed/a', title: '영상 제목' },
  ],
  tags: ['한국은행', '가계부채 대책'],
  reactions: { 좋아요: 12, 슬퍼요: 3 },
  comments: 27,
  trending: [{ title: '뜨는 기사', url: 'https://www.donga.com/news/article/all/20261120/2/1' }],
  copyright: '© dongA.com 무단 전재 금지',
};

const set = (columns: number, article = ARTICLE) =>
  setArticle(article, { columns, language: 'ko', hanja: false });
const text = (columns: number, article = ARTICLE) => set(columns, article).rows.map(rowText).join('\n');

describe('an article', () => {
  test.each([
    '경제 · ‘네 번째 멈춤’ 금통위',
    '[속보] 한국은행, 기준금리 동결',
    '“집값·빚 더 봐야”',
    '1명은 인하 의견',
    '입력 2026년 11월 20일 11:30',
    '수정 2026년 11월 20일 13:05',
    '한가람 기자 garam@donga.example',
    '세종=윤슬아 특파원',
    '첫 문단이다.\n같은 문단의 다음 줄이다.',
    '● 소제목',
    '│ 따온 말이다.',
    '[사진] 사진 설명',
    '[사진] 대신 쓰는 말',
    '회의  금리',
    '7월   2.50%',
    '· 하나',
    '[영상] 영상 제목',
    '서울=한빛통신',
    '#한국은행 #가계부채 대책',
    '좋아요 12 · 슬퍼요 3 · 댓글 27',
    '지금 뜨는 뉴스',
    '1. 뜨는 기사',
    '© dongA.com 무단 전재 금지',
    'https://www.donga.com/news/Economy/article/all/20261120/1/1',
  ])('shows %j', (part) => {
    expect(text(76)).toContain(part);
  });

  test('has no Korean word of the interface in English, and the reader’s note above the text', () => {
    const { rows } = setArticle(ARTICLE, {
      columns: 76,
      language: 'en',
      hanja: false,
      note: 'Note: cite\n#exports',
    });
    const shown = rows.map(rowText).join('\n');
    expect(shown).toContain('like 12 · sad 3 · 27 comments');
    expect(shown.indexOf('Note: cite\n#exports')).toBeGreaterThan(shown.indexOf('[속보]'));
    expect(shown.indexOf('Note: cite\n#exports')).toBeLessThan(shown.indexOf('첫 문단'));
  });

  test('is never wider than its column (from 5 cells), and never than 76', () => {
    for (let columns = 1; columns <= 120; columns += 1) {
      for (const row of set(columns).rows)
        expect(cellWidth(rowText(row)), `${columns}: ${rowText(row)}`).toBeLessThanOrEqual(
          Math.max(5, Math.min(columns, 76)),
        );
    }
  });

  test('has a place for every row, each after the one before it', () => {
    for (const columns of [10, 24, 40, 76]) {
      const { rows, places } = set(columns);
      expect(places).toHaveLength(rows.length);
      for (let row = 1; row < places.length; row += 1) {
        const [before, here] = [places[row - 1]!, places[row]!];
        expect(
          here.block > before.block || (here.block === before.block && here.offset > before.offset),
          `row ${row} of ${columns}`,
        ).toBe(true);
        expect(rowOf(places, here)).toBe(row);
      }
    }
  });

  test('finds the same words again at another width', () => {
    const long: Article = {
      ...ARTICLE,
      blocks: [{ type: 'paragraph', text: '가나다라 마바사아 자차카타 파하 '.repeat(40).trim() }],
    };
    const wide = set(76, long);
    const narrow = set(30, long);
    for (const [row, place] of wide.places.entries()) {
      if (place.block !== 0) continue;
      const found = narrow.places[rowOf(narrow.places, place)]!;
      const next = narrow.places[rowOf(narrow.places, place) + 1]!;
      expect(found.offset, `row ${row}`).toBeLessThanOrEqual(place.offset);
      expect(next.block > 0 || next.offset > place.offset).toBe(true);
    }
  });

  test('has the places of its trending entries', () => {
    const { rows, targets } = set(40);
    const trending = targets.find((target) => target.kind === 'link' && target.title === '뜨는 기사')!;
    expect(rowText(rows[trending.row]!)).toContain('뜨는 기사');
  });

  test('has a table that is too wide record by record', () => {
    const wide: Article = {
      ...ARTICLE,
      blocks: [
        {
          type: 'table',
          rows: [
            Array.from({ length: 9 }, (_, n) => `이름${n}`),
            Array.from({ length: 9 }, (_, n) => `긴 값이 들어 있는 칸 ${n}`),
          ],
        },
      ],
    };
    expect(text(40, wide)).toContain('이름3: 긴 값이 들어 있는 칸 3');
  });

  test('has a note at the end of a lead that the feed cut off, and only there', () => {
    const lead = (text: string, source: Article['source'] = 'feed') =>
      setArticle(
        { ...ARTICLE, source, blocks: [{ type: 'paragraph', text }] },
        { columns: 76, language: 'ko', hanja: false },
      )
        .rows.map(rowText)
        .join('\n');
    const cut = `${'문장이 하나 있다. '.repeat(50)}그리고 다음 문장은 여기서 끊`;
    expect(lead(cut)).toContain('이하 생략');
    expect(lead(`${cut}겼다.`)).not.toContain('이하 생략');
    expect(lead('짧은 소식')).not.toContain('이하 생략');
    expect(lead(cut, 'page')).not.toContain('이하 생략');
  });

  test('takes at least a minute to read', () => {
    expect(minutesToRead(ARTICLE)).toBe(1);
    expect(minutesToRead({ ...ARTICLE, blocks: [{ type: 'paragraph', text: '가'.repeat(2500) }] })).toBe(5);
  });
});

test.each([
  ['[단독] 제목', '[단독] ', '제목', 'news'],
  ['[속보][종합] 제목', '[속보][종합] ', '제목', 'news'],
  ['【부고】 제목', '【부고】 ', '제목', 'news'],
  ['[횡설수설/이름] 제목', '[횡설수설/이름] ', '제목', 'column'],
  ['[고양이 눈] 제목', '[고양이 눈] ', '제목', 'column'],
  ['[전부]', '', '[전부]', 'news'],
])('the prefix of %j is split off', (title, prefix, rest, kind) => {
  expect(titleParts(title)).toEqual({ prefix, rest, suffix: '', kind });
});

test('a column’s name is set apart from the title, of a piece of news only the brackets', () => {
  const styles = (title: string) =>
    setArticle({ ...ARTICLE, title }, { columns: 76, language: 'ko', hanja: false })
      .rows.find((row) => rowText(row) === title)
      ?.map(({ text, style }) => `${style} ${text}`);
  expect(styles('[오늘과 내일/정오름] 물때')).toEqual(['column [오늘과 내일/정오름] ', 'strong 물때']);
  expect(styles('[포토] 물때')).toEqual(['bracket [', 'strong 포토', 'bracket ]', 'strong  ', 'strong 물때']);
});

test.each([
  ['겨울 산의 아침[여행스케치]', '', '겨울 산의 아침', '[여행스케치]'],
  ['[단독] 예산안 합의 【만화경】', '[단독] ', '예산안 합의', ' 【만화경】'],
  ['지진 피해 집계(종합2보)', '', '지진 피해 집계', '(종합2보)'],
  ['회담 결과 (영상)', '', '회담 결과', ' (영상)'],
  ['국내총생산(GDP) 3% 늘어', '', '국내총생산(GDP) 3% 늘어', ''],
  ['국내총생산(GDP)', '', '국내총생산(GDP)', ''],
  ['[속보] [종합]', '', '[속보] [종합]', ''],
  ['제목 [단독]', '', '제목', ' [단독]'],
])('the suffix of %s is split off the title', (title, prefix, rest, suffix) => {
  expect(titleParts(title)).toMatchObject({ prefix, rest, suffix });
});
