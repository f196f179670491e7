// Headlines and articles made up by their number.
import { leadArticle } from '../../source/lead.ts';
import type { Article, Headline } from '../../source/model.ts';

/** The time at which all of it was fetched, in ms since the epoch. */
export const NEWEST = Date.UTC(2026, 10, 20, 3);

export function headline(number: number, change: Partial<Headline> = {}): Headline {
  const id = String(100_000_000 + number);
  return {
    id,
    title: `기사 제목 ${number}`,
    url: `https://www.donga.com/news/Politics/article/all/20261120/${id}/1`,
    section: 'politics',
    sections: ['politics'],
    // Newest first: the higher the number, the older.
    publishedAt: new Date(NEWEST - number * 60_000).toISOString().replace(/\.000Z$/, '+09:00'),
    summary: `기사 ${number}의 요약이다. 본문은 조금 더 길다.`,
    image: null,
    read: false,
    bookmarked: false,
    ...change,
  };
}

export function headlines(count: number, from = 1): Headline[] {
  return Array.from({ length: count }, (_, index) => headline(from + index));
}

export function articleOf(of: Headline, change: Partial<Article> = {}): Article {
  return {
    ...leadArticle(of),
    source: 'page',
    blocks: Array.from({ length: 30 }, (_, index) => ({
      type: 'paragraph' as const,
      text: `문단 ${index + 1}이다. 한국어로 적은 본문이 화면의 폭에 맞추어 여러 줄로 나뉘어 보인다. 끝.`,
    })),
    trending: [
      { title: '뜨는 기사', url: 'https://www.donga.com/news/Society/article/all/20261120/200000001/1' },
      { title: '바깥 페이지', url: 'https://example.com/' },
    ],
    copyright: '© 무단 전재 금지',
    ...change,
  };
}
