import { describe, expect, test } from 'vitest';
import { FILTERS, readFilter } from '../../source/search/filters.ts';
import { createHeadlineIndex } from '../../source/search/headlines.ts';
import { parseQuery } from '../../source/search/query.ts';
import { headline } from '../support/headlines.ts';

// In Seoul it is the 21st already.
const NOW = Date.parse('2026-11-20T16:00:00Z');
const seoul = (time: string): number => Date.parse(`${time}+09:00`);

test.each(FILTERS.flatMap(({ examples }) => [...examples]))(
  '%s, as the help shows it, is a filter',
  (example) => {
    expect(readFilter(example, NOW)).not.toBeNull();
    expect(parseQuery(example, NOW).words).toEqual([]);
  },
);

test.each([
  ['>2026-11-20', { from: seoul('2026-11-20T00:00') }],
  ['>2026.11.20', { from: seoul('2026-11-20T00:00') }],
  ['>11-2', { from: seoul('2026-11-02T00:00') }],
  ['>오늘', { from: seoul('2026-11-21T00:00') }],
  ['>그제', { from: seoul('2026-11-19T00:00') }],
  ['<2026-11-20', { to: seoul('2026-11-21T00:00') }],
  ['<어제', { to: seoul('2026-11-21T00:00') }],
  ['@정치', { section: 'politics' }],
  ['@politics', { section: 'politics' }],
  ['#AI', { tag: 'ai' }],
])('%s is read as %o', (part, filter) => {
  expect(readFilter(part, NOW)).toEqual(filter);
});

test.each(['@', '#', '>', '<', '@없는섹션', '>13-45', '>내일', '5>3', 'a@b', '정치', '#!'])(
  '%s is a word, if anything',
  (part) => {
    expect(readFilter(part, NOW)).toBeNull();
  },
);

describe('headlines within', () => {
  const index = createHeadlineIndex();
  index.add([
    headline('politics', '예산안 합의', 0, {
      section: 'politics',
      sections: ['politics'],
      publishedAt: '2026-11-20T00:00:00+09:00',
    }),
    headline('economy', '예산안 분석', 0, {
      section: 'economy',
      sections: ['economy'],
      publishedAt: '2026-11-19T23:59:59+09:00',
    }),
    headline('undated', '예산안', 0, { section: 'economy', sections: [], publishedAt: null }),
  ]);
  test.each([
    ['@정치', ['politics']],
    ['@정치 예산안', ['politics']],
    ['예산안 @경제', ['economy', 'undated']],
    ['@정치 @경제 예산안 <11-20', ['politics', 'economy', 'undated']],
    ['#분석', ['economy']],
    ['>2026-11-20', ['politics']],
    ['>2026-11-19 <2026-11-19 예산안', ['economy']],
    ['@정치 분석', []],
  ])('%s are %j', (query, ids) => {
    expect(index.search(query, { limit: 10, now: NOW }).map(({ id }) => id)).toEqual(ids);
  });
});
