import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { leadArticle } from '../../source/lead.ts';
import type { Article, FeedHeadline } from '../../source/model.ts';
import type { Reader, Search } from '../../source/reader/types.ts';
import { lastOf } from '../../source/search/steps.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import type { Archive } from '../../source/storage/types.ts';
import fc from '../support/fast-check.ts';
import { readerOn } from '../support/reader.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');

const feedHeadline = (id: string, title: string, summary: string, hour: string): FeedHeadline => ({
  id,
  url: `https://www.donga.com/news/Economy/article/all/20261120/${id}/1`,
  title,
  section: 'economy',
  publishedAt: `2026-11-20T${hour}:00+09:00`,
  summary,
  image: null,
});

const article = (headline: FeedHeadline, paragraphs: readonly string[]): Article => ({
  ...leadArticle(headline),
  source: 'page',
  blocks: paragraphs.map((text) => ({ type: 'paragraph', text })),
  tags: ['골목경제'],
});

const CHIPS = feedHeadline('1001', '반도체 수출 석 달째 늘어', '낸드가 이끌었다.', '09:00');
const BAKERY = feedHeadline('1002', '골목 빵집의 새벽', '밀가루 값이 올랐다.', '10:00');
const TALKS = feedHeadline('1003', '美, 협상 나서', '정부는 말을 아꼈다.', '11:00');

let home: string;
let archive: Archive;
let reader: Reader;
let search: Search;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'donga-tui-texts-'));
  archive = openArchive(join(home, 'archive.db'), () => NOW);
  reader = readerOn({
    archive,
    bookmarks: openBookmarks(home),
    http: { get: () => Promise.reject(new Error('no network')), close: async () => undefined },
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: 'https://rss.donga.com',
    now: () => NOW,
  });
  search = await reader.search();
  archive.putHeadlines('economy', [CHIPS, BAKERY, TALKS], NOW);
  archive.putArticle(
    article(BAKERY, ['새벽 네 시, 반죽이 부푼다.', '오븐 앞에서 김반죽 씨는 “AI보다 손이 낫다”고 했다.']),
    NOW,
  );
  archive.putArticle(
    article(feedHeadline('1004', '링크로 연 기사', '', '12:00'), [
      '피드에 없던 기사의 본문에 등대지기가 나온다.',
    ]),
    NOW,
  );
});
afterAll(async () => {
  await reader.close();
  await rm(home, { recursive: true, force: true });
});

const found = (query: string) => search.texts(query, 10).map(({ headline }) => headline.id);

describe('in kept texts', () => {
  test.each([
    ['a word of a title', '반도체', ['1001']],
    ['a word of a lead', '낸드', ['1001']],
    ['a word of a body', '오븐', ['1002']],
    ['words in any order, one of the title', '반죽 빵집', ['1002']],
    ['words without their space', '새벽네시', ['1002']],
    ['a word with another particle', '반죽에서', ['1002']],
    ['a word with a particle that the text leaves out', '등대지기까지', ['1004']],
    ['a word half typed', '반도ㅊ', ['1001']],
    ['a word on the wrong layout', 'qksehcp', ['1001']],
    ['Hangul for Hanja', '미국', ['1003']],
    ['Hanja', '美', ['1003']],
    ['one syllable', '씨', ['1002']],
    ['two letters', 'ai', ['1002']],
    ['one syllable beside a word', '씨 오븐', ['1002']],
    ['an article that no feed gave', '등대지기', ['1004']],
    ['a tag', '골목경제', ['1002', '1004']],
    ['a word within a section', '반도체 @경제', ['1001']],
    ['nothing within another', '반도체 @정치', []],
    ['a word within the day', '반도체 >2026-11-20', ['1001']],
    ['nothing of before', '반도체 <2026-11-19', []],
    ['a word with a tag', '빵집 #골목경제', ['1002']],
    ['nothing that is not there', '우주왕복선', []],
  ])('%s is found: %s', (_, query, ids) => {
    expect(found(query).sort()).toEqual(ids);
  });

  test('an article’s section is that of its feeds; if it came only in the feed of all or in none, its own', () => {
    const came = (id: string) => ({
      ...feedHeadline(id, '잉걸불 소식', '', '07:00'),
      section: 'international',
    });
    archive.putHeadlines('total', [came('1006')], NOW);
    archive.putHeadlines('health', [came('1007')], NOW);
    archive.putArticle(article(came('1008'), ['한 줄.']), NOW);
    expect(found('잉걸불 @국제').sort()).toEqual(['1006', '1008']);
    expect(found('잉걸불 @건강')).toEqual(['1007']);
    expect(found('잉걸불 @전체').sort()).toEqual(['1006', '1007', '1008']);
  });

  test('a text without a date belongs to no day', () => {
    const undated = (id: string) => ({ ...feedHeadline(id, '서릿발 소식', '', '07:00'), publishedAt: null });
    archive.putHeadlines('economy', [undated('1012')], NOW);
    archive.putArticle(article(undated('1013'), ['한 줄.']), NOW);
    expect(found('서릿발').sort()).toEqual(['1012', '1013']);
    for (const day of ['<오늘', '>오늘', '>1970-1-1']) expect(found(`서릿발 ${day}`)).toEqual([]);
  });

  test('an unfinished filter leaves nothing out', () => {
    for (const begun of ['@', '@겨', '@경ㅈ', '>2026-1', '<어'])
      expect([begun, found(`낸드 ${begun}`)]).toEqual([begun, ['1001']]);
  });

  test('a sign of several characters is found by them', () => {
    archive.putHeadlines('economy', [feedHeadline('1011', '㈜한화, 84㎡ 분양', '', '07:00')], NOW);
    expect(found('(주)한화')).toEqual(['1011']);
    expect(found('84m2')).toEqual(['1011']);
  });

  test('a day ends before the next begins', () => {
    const at = (id: string, publishedAt: string) =>
      ({ ...feedHeadline(id, '달무리 소식', '', '07:00'), publishedAt }) as FeedHeadline;
    archive.putHeadlines(
      'economy',
      [at('1009', '2026-11-18T23:59:59+09:00'), at('1010', '2026-11-19T00:00:00+09:00')],
      NOW,
    );
    expect(found('달무리 <11-18')).toEqual(['1009']);
    expect(found('달무리 >11-19')).toEqual(['1010']);
  });

  test('a title counts more than a body, and the title says where', () => {
    archive.putHeadlines('economy', [feedHeadline('1005', '오븐 값 올라', '', '08:00')], NOW);
    const results = search.texts('오븐', 10);
    expect(results.map(({ headline }) => headline.id)).toEqual(['1005', '1002']);
    expect(results[0]?.score).toBe(1);
    expect(results[1]!.score).toBeLessThan(1);
    expect(results[0]?.matches).toEqual([[0, 2]]);
  });

  test('a later text is found at once, and a changed one no more by its former words', () => {
    expect(found('누룩')).toEqual([]);
    archive.putArticle(article(CHIPS, ['누룩은 반도체와 관계가 없다.']), NOW);
    expect(found('누룩')).toEqual(['1001']);
    archive.putArticle(article(CHIPS, ['낸드 값만 말한다.']), NOW);
    expect(found('누룩')).toEqual([]);
  });

  test('no query has a special meaning for the index', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              '"',
              '*',
              'AND',
              'NEAR(',
              ')',
              'OR',
              'NOT',
              '^',
              ':',
              'title:',
              '-',
              '반도체',
              '씨',
              "'",
              ';',
              '{',
              '}',
            ),
            fc.string({ unit: 'binary', maxLength: 6 }),
          ),
          { maxLength: 6 },
        ),
        (parts) => {
          expect(Array.isArray(search.texts(parts.join(' '), 10))).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

test('old unread texts are pruned with their index; read and bookmarked ones stay', async () => {
  const old = {
    ...feedHeadline('900', '옛 제목 가마솥', '', '09:00'),
    publishedAt: '2025-01-02T09:00:00+09:00' as const,
  };
  const read = { ...old, id: '901', title: '읽은 옛 제목 가마솥' };
  const bookmarked = { ...old, id: '902', title: '북마크한 옛 제목 가마솥' };
  archive.putHeadlines('economy', [old, read, bookmarked], NOW);
  reader.setRead(['901'], true);
  await reader.bookmark(reader.headline('902')!);
  expect(found('가마솥').sort()).toEqual(['900', '901', '902']);
  archive.prune({ before: NOW - 365 * 24 * 3_600_000, count: 100 }, new Set(['902']));
  expect(found('가마솥').sort()).toEqual(['901', '902']);
  expect(reader.headline('900')).toBeNull();
});

test('search results have their matches as JSON and each time they are read', async () => {
  await reader.bookmark(reader.headline(BAKERY.id)!);
  const query = '빵집';
  const found = [
    ...search.headlines(query, 10),
    ...lastOf(search.stepwise(query, 10)),
    ...search.bookmarks(query, 10),
    ...search.texts(query, 10),
  ];
  expect(found.map(({ headline }) => headline.id)).toEqual(Array(4).fill(BAKERY.id));
  for (const item of found) {
    // Titles are highlighted when a row is drawn.
    for (const _ of [1, 2]) expect(item.matches).toEqual([[3, 5]]);
    expect(JSON.parse(JSON.stringify(item))).toHaveProperty('matches', [[3, 5]]);
  }
});

test('a single result is the newest by its time, whichever id it has', () => {
  const minutes = Array.from({ length: 50 }, (_, index) => String(index).padStart(2, '0'));
  const texts = minutes.map((minute, index) =>
    feedHeadline(String(2050 - index), `옛 시장 ${index}`, '방짜유기를 두드렸다.', `08:${minute}`),
  );
  archive.putHeadlines('economy', texts, NOW);
  const newest = texts.at(-1)!.id;
  expect(search.texts('방짜유기', 1).map(({ headline }) => headline.id)).toEqual([newest]);
  while (search.index());
  expect(search.texts('방짜유기', 1).map(({ headline }) => headline.id)).toEqual([newest]);
});

test('an article with its title in the index and a text that is not yet indexed again is found once', () => {
  const fresh = ['2201', '2202'].map((id) => feedHeadline(id, `바지락 국수 ${id}`, '', '08:00'));
  archive.putHeadlines('economy', fresh, NOW);
  while (search.index());
  archive.putArticle(article(fresh[0]!, ['갯벌에서 바지락을 캔다.']), NOW);
  // The page has another title than the feed.
  archive.putArticle({ ...article(fresh[1]!, ['칼로 썬다.']), title: '국수의 계절' }, NOW);
  expect(found('바지락').sort()).toEqual(['2201', '2202']);
  expect(found('바지락 국수').sort()).toEqual(['2201', '2202']);
});

describe('the names and tags of a kept article', () => {
  const named = feedHeadline('1050', '부두의 아침', '배가 들어온다.', '08:00');

  beforeAll(() => {
    archive.putHeadlines('economy', [named], NOW);
    archive.putArticle(
      {
        ...article(named, ['갈매기가 따라온다.', '나루터를 지났다고 한다.']),
        tags: ['해운동맹', '나루터'],
        reporters: [{ name: '서노을', title: '기자', place: null, email: null }],
      },
      NOW,
    );
  });

  test.each([
    ['서노을', 'reporter'],
    ['해운동맹', 'tag'],
    ['갈매기', 'text'],
    ['나루터', 'text'],
  ])('%s in full texts is found where it stands: %s', (word, found) => {
    expect(search.headlines(`"${word}`, 10)).toMatchObject([{ headline: { id: '1050' }, found }]);
  });

  test('a tag finds articles whose titles do not have it, indexed or with other words', () => {
    while (search.index());
    expect(search.headlines('#해운동맹', 10).map(({ headline }) => headline.id)).toEqual(['1050']);
    expect(search.headlines('#해운동맹 부두', 10).map(({ headline }) => headline.id)).toEqual(['1050']);
    expect(search.headlines('#해운동맹 빵집', 10)).toEqual([]);
    expect(search.headlines('#해운동', 10).map(({ headline }) => headline.id)).toEqual(['1050']);
    expect(search.headlines('#해운동맹 @정치', 10)).toEqual([]);
  });
});
