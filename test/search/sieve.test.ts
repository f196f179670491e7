import { describe, expect, test } from 'vitest';
import { misreadFilter, readFilter } from '../../source/search/query/filters.ts';
import { parseQuery } from '../../source/search/query/query.ts';
import { sieveOf } from '../../source/search/sieve.ts';

const NOW = Date.UTC(2026, 10, 20, 3);
const wordsOf = (query: string) => parseQuery(query, NOW).words.map(({ typed }) => typed);

describe('a query', () => {
  test.each([
    ['반도체 -스포츠', ['반도체'], { without: ['스포츠'] }],
    ['안읽음: 금리', ['금리'], { read: false }],
    ['unread:금리', ['금리'], { read: false }],
    ['READ: AI', ['ai'], { read: true }],
    ['읽음:', [], { read: true }],
    ['북마크: 안읽음: -운세 -AI', [], { bookmarked: true, read: false, without: ['운세', 'AI'] }],
    ['bookmarked:예산', ['예산'], { bookmarked: true }],
    ['K-팝 코로나-19 -', ['k팝', '코로나19'], { without: [], read: null }],
    ['안읽음 읽음', ['안읽음', '읽음'], { read: null }],
  ])('%s is read as words and marks', (query, words, parts) => {
    expect(parseQuery(query, NOW)).toMatchObject(parts);
    expect(wordsOf(query)).toEqual(words);
  });

  test.each([
    ['안읽은: 금리', '안읽은:', '안읽음:'],
    ['unraed:금리', 'unraed:금리', 'unread:'],
    ['bookmark: AI', 'bookmark:', 'bookmarked:'],
    ['북마트:', '북마트:', '북마크:'],
  ])('%s has an unknown filter, and the known ones are named', (query, filter, first) => {
    const misread = misreadFilter(query, NOW)!;
    expect(misread.filter).toBe(filter);
    expect(misread.possible[0]).toBe(first);
    expect(misread.possible).toContain('읽음:');
  });

  test.each(['인터뷰: 홍길동', '사설: 예산', 'real: life', '본문:금리', '안읽음:', '3:2 승리', '- 그리고 -'])(
    '%s is not misread as a filter',
    (query) => {
      expect(misreadFilter(query, NOW)).toBeNull();
    },
  );

  test('a dash alone is no filter', () => {
    for (const part of ['-', '--', '---x']) expect(readFilter(part, NOW), part).toBeNull();
  });
});

describe('an exclusion', () => {
  const leaves = (query: string, text: string) =>
    sieveOf(parseQuery(query, NOW))!({ read: false, bookmarked: false, texts: [text] });

  test.each([
    ['-스포츠', 'e스포츠 결승', false],
    ['-스포츠', '야구 결승', true],
    ['-AI', '대만 Taiwan 총통', true],
    ['-ai', 'AI가 그린 그림', false],
    ['-AI', '생성형AI 규제', false],
    ['-한미', '韓美 정상 통화', false],
    ['-한미훈련', '한미 훈련 시작', false],
    ['-북', '북한 미사일', true],
    ['-북', '“북, 또 발사”', false],
    ['-북', '대통령 “북의 태도”', false],
    ['-2026', '2026년 예산', false],
  ])('%s: %s stays %j', (query, text, stays) => {
    expect(leaves(query, text)).toBe(stays);
  });

  test('a filter by mark leaves out headlines without the mark', () => {
    const item = { read: true, bookmarked: false, texts: [] };
    expect(sieveOf(parseQuery('읽음:', NOW))!(item)).toBe(true);
    expect(sieveOf(parseQuery('안읽음:', NOW))!(item)).toBe(false);
    expect(sieveOf(parseQuery('북마크:', NOW))!(item)).toBe(false);
    expect(sieveOf(parseQuery('금리 @경제', NOW))).toBeNull();
  });
});
