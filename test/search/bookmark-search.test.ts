import { describe, expect, test } from 'vitest';
import type { Bookmark } from '../../source/model.ts';
import { createBookmarkSearch } from '../../source/search/bookmark-search.ts';
import { lastOf } from '../../source/search/steps.ts';
import { headline } from '../support/headlines.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');

function bookmark(id: string, title: string, more: Partial<Bookmark> = {}): Bookmark {
  return {
    ...headline(id, title),
    savedAt: '2026-11-20T12:00:00+09:00',
    note: '',
    tags: [],
    articleTags: [],
    reporters: [],
    ...more,
  };
}

const search = createBookmarkSearch();
const searchBookmarks = (...all: Parameters<typeof search.find>) => lastOf(search.find(...all));

const BOOKMARKS = [
  bookmark('title', '반도체 수출 석 달째 늘어'),
  bookmark('summary', '새 공장 첫 삽', { summary: '낸드 생산량이 두 배가 된다.' }),
  bookmark('section', '협상단 출국', { section: 'international', sections: ['international'] }),
  bookmark('reporter', '골목 빵집의 하루', { reporters: ['나도현'] }),
  bookmark('tags', '가을 산책길', { tags: ['주말여행'] }),
  bookmark('article-tags', '바다 열차 개통', { articleTags: ['관광열차'] }),
  bookmark('note', '설비 투자 계획', { note: '발표 자료에 인용할 것' }),
  bookmark('hanja', '美, 협상 나서'),
];

const found = (query: string, limit = 10) =>
  searchBookmarks(BOOKMARKS, query, { limit, now: NOW }).map(({ id }) => id);

describe('a bookmark is found', () => {
  test.each([
    ['title', '반도체'],
    ['title', 'ㅂㄷㅊ'],
    ['title', '반도채'],
    ['title', 'qksehcp'],
    ['summary', '낸드'],
    ['summary', '생산량을'],
    ['section', '국제'],
    ['reporter', '나도현'],
    ['reporter', 'ㄴㄷㅎ'],
    ['reporter', '나도횬'],
    ['tags', '주말여행'],
    ['tags', '#주말여행'],
    ['tags', '주말야행'],
    ['article-tags', '#관광열차'],
    ['note', '인용'],
    ['hanja', '미국'],
  ])('by its %s: %s', (id, query) => {
    expect(found(query)).toEqual([id]);
  });

  test('within its section also if it came only in the feed of all', () => {
    const kept = [bookmark('total', '협상단 귀국', { section: 'international', sections: ['total'] })];
    const ids = (query: string) => searchBookmarks(kept, query, { limit: 10, now: NOW }).map(({ id }) => id);
    expect(ids('@국제')).toEqual(['total']);
    expect(ids('@정치')).toEqual([]);
  });

  test('within a section, and by words of several fields', () => {
    expect(found('@국제')).toEqual(['section']);
    expect(found('빵집 나도현')).toEqual(['reporter']);
    expect(found('빵집 반도체')).toEqual([]);
  });

  test('by when it was kept', () => {
    const kept = [
      bookmark('before', '산책', { savedAt: '2026-11-18T23:59:00+09:00' }),
      bookmark('on', '산책', { savedAt: '2026-11-19T00:00:00+09:00' }),
    ];
    const ids = (query: string) => searchBookmarks(kept, query, { limit: 10, now: NOW }).map(({ id }) => id);
    expect(ids('산책 >어제')).toEqual(['on']);
    expect(ids('산책 <11-18')).toEqual(['before']);
  });
});

test('a match beside the title marks nothing in it', () => {
  const [result] = searchBookmarks(BOOKMARKS, '나도현', { limit: 10, now: NOW });
  expect(result?.matches).toEqual([]);
});

test('a title counts more than a tag', () => {
  const both = [bookmark('tag', '가을', { tags: ['산책'] }), bookmark('title', '산책')];
  expect(searchBookmarks(both, '산책', { limit: 10, now: NOW }).map(({ id }) => id)).toEqual([
    'title',
    'tag',
  ]);
});

test('no more are given than asked for, and an empty query finds none', () => {
  expect(found('협상', 1)).toHaveLength(1);
  expect(found('  ')).toEqual([]);
});

test('titles with the typed words are settled before leads are looked through, as many as are to be shown', () => {
  const many = Array.from({ length: 2500 }, (_, at) =>
    bookmark(String(at), at % 50 === 0 ? `둘레길 걷는 ${at}명` : `장터 소식 ${at}`, {
      summary: at % 3 === 0 ? '둘레길을 걷는 이들이 늘었다.' : '장이 섰다.',
      savedAt: `2026-11-${10 + (at % 10)}T12:00:00+09:00`,
    }),
  );
  const steps = createBookmarkSearch().find(many, '둘레길 걷는', { limit: 200, now: NOW });
  let first: string[] | null = null;
  let step = steps.next();
  for (; step.done !== true; step = steps.next()) {
    const settled = step.value.settled?.() ?? 0;
    if (settled > 0) first ??= step.value.results(settled).map(({ id }) => id);
  }
  expect(first).toHaveLength(50);
  expect(step.value.slice(0, 50).map(({ id }) => id)).toEqual(first);
  expect(step.value).toHaveLength(200);
});
