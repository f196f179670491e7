import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CandidateSource } from '../../source/candidates.ts';
import type { Headline } from '../../source/model.ts';
import { indexSome } from '../../source/reader/indexing.ts';
import { lastOf, searchHeadlines } from '../../source/search/headline-search.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { manyHeadlines } from '../support/headlines.ts';
import { createSearched } from '../support/searched.ts';

/** Counts that do not depend on the machine: what a search reads of the index, and how large the index is. */
const NOW = Date.parse('2026-11-20T13:00:00+09:00');

/** One way each: as typed, with a particle, by initial consonants, on the wrong keyboard, a slip, not there. */
const QUERIES = ['예산안', '금리를 인상', 'ㄱㅇㅊ', 'wlgkcjf', '지하철 욘기', '뛟쮊쀍'];

function counting(index: CandidateSource) {
  const counts = { queries: 0, rows: 0 };
  const source: CandidateSource = {
    candidates(query) {
      const rows = index.candidates(query);
      counts.queries += 1;
      counts.rows += rows.length;
      return rows;
    },
    unindexed: (...asked) => index.unindexed(...asked),
  };
  return { counts, source };
}

function searchedOf(many: number) {
  const searched = createSearched();
  searched.add(manyHeadlines(many));
  return searched;
}

const small = searchedOf(1_000);
const large = searchedOf(10_000);

function readFor(query: string, of: typeof small) {
  const { counts, source } = counting(of.archive.index);
  lastOf(searchHeadlines(source, query, { limit: 50, now: NOW }));
  return counts;
}

describe('a search of the index', () => {
  it.each(QUERIES)(
    'for %s asks as often, and reads no more rows than its bound, however many there are',
    (query) => {
      const [few, many] = [readFor(query, small), readFor(query, large)];
      expect(many.queries).toBeLessThanOrEqual(few.queries);
      expect(many.rows).toBeLessThanOrEqual(1_000);
    },
  );
});

describe('the index on the disk', () => {
  it('adds at most 45 % to an archive of headlines with leads of 400 characters', () => {
    const home = mkdtempSync(join(tmpdir(), 'donga-tui-'));
    try {
      const archive = openArchive(join(home, 'archive.db'), () => NOW);
      archive.putHeadlines('politics', withLeads(3_000), NOW);
      while (indexSome(archive));
      archive.close();
      const bytes = (name: string): number => statSync(join(home, name)).size / 3_000;
      const share = bytes('search.db') / bytes('archive.db');
      expect(share).toBeLessThanOrEqual(0.45);
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });

  /** Headlines whose leads are other headlines' titles, so that words are as often again as in prose. */
  function withLeads(many: number): Headline[] {
    const all = manyHeadlines(many);
    return all.map((each, at) => {
      const others = Array.from({ length: 30 }, (_, step) => all[(at * 31 + step * 97) % many]!.title);
      return { ...each, summary: others.join(' ').slice(0, 400) };
    });
  }
});
