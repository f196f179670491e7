import type { Article, FeedHeadline, NewBookmark } from '../../source/model.ts';

/** 2026-11-20 12:00 in Korea. */
export const NOON = Date.parse('2026-11-20T12:00:00+09:00');

/** A headline as a feed gives it; `time` is `HH:MM` of 20 November 2026. */
export function headline(id: string, time: string | null, more: Partial<FeedHeadline> = {}): FeedHeadline {
  return {
    id,
    title: `제목 ${id}`,
    url: `https://www.donga.com/news/article/all/20261120/${id}/1`,
    section: null,
    publishedAt: time === null ? null : `2026-11-20T${time}:00+09:00`,
    summary: `요약 ${id}`,
    image: null,
    ...more,
  };
}

export function bookmark(id: string, more: Partial<NewBookmark> = {}): NewBookmark {
  return {
    ...headline(id, '03:00'),
    sections: ['politics'],
    savedAt: '2026-11-20T12:00:00+09:00',
    note: '',
    tags: [],
    articleTags: [],
    reporters: [],
    ...more,
  };
}

export const idsOf = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

/** An article with something in every field. */
export function article(id: string, more: Partial<Article> = {}): Article {
  return {
    id,
    url: `https://www.donga.com/news/article/all/20261120/${id}/1`,
    source: 'page',
    section: 'politics',
    kicker: '새 다리 개통',
    title: `제목 ${id}`,
    deck: ['부제 첫째 줄', '부제 둘째 줄'],
    publishedAt: '2026-11-20T03:00:00+09:00',
    updatedAt: '2026-11-20T09:12:00+09:00',
    reporters: [{ name: '홍길동', title: '기자', place: '부산', email: 'hong@donga.com' }],
    wire: null,
    blocks: [
      {
        type: 'paragraph',
        text: '첫 문단이다.\n같은 문단의 다음 줄.',
        links: [[0, 4, 'https://www.donga.com/']],
      },
      { type: 'heading', text: '● 소제목' },
      { type: 'photo', url: 'https://dimg.donga.com/wps/1.jpg', caption: '사진 설명', alt: null },
      {
        type: 'table',
        rows: [
          ['구분', '값'],
          ['가', ''],
        ],
      },
      { type: 'list', items: ['하나', '둘'] },
      { type: 'embed', url: 'https://www.donga.com/video', title: null },
      { type: 'quote', text: '“말했다.”' },
    ],
    tags: ['다리', '부산'],
    reactions: { 좋아요: 3 },
    comments: 2,
    trending: [{ title: '다른 기사', url: 'https://www.donga.com/news/article/all/20261120/9/1' }],
    copyright: '© dongA.com',
    ...more,
  };
}
