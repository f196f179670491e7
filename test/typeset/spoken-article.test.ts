import { expect, test } from 'vitest';
import type { Article } from '../../source/model.ts';
import { spokenArticle } from '../../source/typeset/spoken-article.ts';

const ARTICLE: Article = {
  id: '1',
  url: 'https://www.donga.com/news/Economy/article/all/20261120/1/1',
  source: 'page',
  section: 'economy',
  kicker: '경제 읽기',
  title: '韓銀, 금리 0.25%p 인하',
  deck: ['물가 안정에 무게'],
  publishedAt: '2026-11-20T03:00:00+09:00',
  updatedAt: null,
  reporters: [{ name: '김하늘', title: '기자', place: '세종', email: 'sky@donga.com' }],
  wire: null,
  blocks: [
    { type: 'photo', url: 'https://image.donga.com/1.jpg', caption: '한국은행 본관', alt: null },
    { type: 'photo', url: 'https://image.donga.com/2.jpg', caption: null, alt: null },
    { type: 'heading', text: '● 왜 지금인가' },
    { type: 'paragraph', text: '첫 문장이다.\n둘째 줄이다.' },
    { type: 'quote', text: '신중히 보겠다' },
    {
      type: 'table',
      rows: [
        ['지역', '집값', '전세'],
        ['서울', '3%', '-1%'],
        ['부산', '', '2%'],
      ],
    },
    { type: 'list', items: ['예금', { text: '대출', level: 0, number: 2 }] },
    { type: 'embed', url: 'https://youtu.be/x', title: '기자회견' },
  ],
  tags: ['금리', '한국은행'],
  reactions: { 좋아요: 3 },
  comments: 7,
  trending: [{ title: '뜨는 기사', url: 'https://www.donga.com/x' }],
  copyright: 'ⓒ 동아일보 무단 전재 금지',
};

test('an article is spoken with its parts named, and without parts that are only for the eye', () => {
  expect(spokenArticle(ARTICLE, 'ko')).toEqual([
    '경제, 경제 읽기.',
    '한은, 금리 0.25퍼센트포인트 인하.',
    '물가 안정에 무게',
    '입력 2026년 11월 20일 3시.',
    '세종 김하늘 기자.',
    '사진 설명, 한국은행 본관.',
    '사진, 설명 없음.',
    '소제목, 왜 지금인가.',
    '첫 문장이다.',
    '둘째 줄이다.',
    '인용, 신중히 보겠다',
    '표, 3행 3열.',
    '1번째, 서울, 집값 3퍼센트, 전세 마이너스 1퍼센트.',
    '2번째, 부산, 전세 2퍼센트.',
    '목록, 2개.',
    '예금.',
    '2. 대출.',
    '영상, 기자회견.',
    '태그, 금리, 한국은행.',
    '저작권 동아일보 무단 전재 금지',
  ]);
});

test('the parts are named in the interface’s language', () => {
  const lines = spokenArticle(ARTICLE, 'en');
  expect(lines).toContain('Photo caption: 한국은행 본관.');
  expect(lines).toContain('Table, 3 rows, 3 columns.');
});
