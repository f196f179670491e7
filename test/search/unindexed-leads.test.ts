import { expect, it } from 'vitest';
import { textTokens, titleTokens } from '../../source/search/shortlist/tokens.ts';
import { headline } from '../support/headlines.ts';
import { createSearched } from '../support/searched.ts';

const TOKENS = { ofTitle: titleTokens, ofText: textTokens };
const LIMITS = { changed: 60, titles: 400, texts: 100 };
const NOW = Date.parse('2026-11-20T13:00:00+09:00');

it('a lead that is not indexed yet is found, once, whether its title is indexed or not', () => {
  const searched = createSearched();
  const { index } = searched.archive;
  // More than are looked through at a time.
  const many = Array.from({ length: 1_200 }, (_, at) =>
    headline(String(139_000_000 + at), `갯벌 소식 ${at}`, at, {
      summary: at === 7 || at === 1_150 ? '어민들은 금리 인하를 바랐다.' : '바닷물이 들었다.',
    }),
  );
  searched.add(many, false);
  const found = (query: string): string[] =>
    searched.search(query, { limit: 2_000, now: NOW }).map(({ id }) => id);
  const wanted = ['139000007', '139001150'];
  expect(found('금리').sort()).toEqual(wanted);
  // Titles of an archive that is older than its index come before leads.
  for (let titles = 0; titles < 1_200; titles += 400) index.indexSome(LIMITS, TOKENS);
  expect(found('금리').sort()).toEqual(wanted);
  const all = found('갯벌');
  expect(new Set(all).size).toBe(all.length);
  expect(all.length).toBe(1_200);
  for (let texts = 0; texts < 600; texts += 100) index.indexSome(LIMITS, TOKENS);
  expect(found('금리').sort()).toEqual(wanted);
  while (index.indexSome(LIMITS, TOKENS) > 0);
  expect(found('금리').sort()).toEqual(wanted);
});
