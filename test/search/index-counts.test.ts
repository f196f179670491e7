import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import type { CandidateSource } from '../../source/candidates.ts';
import type { Headline } from '../../source/model.ts';
import { indexSome } from '../../source/reader/indexing.ts';
import { searchHeadlines } from '../../source/search/headline-search.ts';
import { lastOf } from '../../source/search/steps.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import type { Archive } from '../../source/storage/types.ts';
import { manyHeadlines } from '../support/headlines.ts';
import { createSearched } from '../support/searched.ts';

/**
 * Counts that do not depend on the machine: the rows of the index that a search reads, and the size of the
 * index.
 */
const NOW = Date.parse('2026-11-20T13:00:00+09:00');
const LIMIT = 50;

/** The most rows of 10,000 headlines that a query reads, and the number of its statements. */
const QUERIES: readonly (readonly [query: string, rows: number, statements: number])[] = [
  // A whole word: as many as are listed. Of two words all titles that have both.
  ['예산안', LIMIT, 1],
  ['지하철 연기', 210, 4],
  // The beginning of a word.
  ['지하', LIMIT, 2],
  ['지하철을 연기', 150, 7],
  ['ㄱㅇㅊ', 400, 6],
  ['wlgkcjf', 400, 6],
  // A short word stands in most titles that have the long one.
  ['지하철 ㄱ', 400, 3],
  ['지하철 연', 60, 3],
  ['가', 400, 2],
  ['ㄱ', 400, 2],
  ['ㄱㅇ', 400, 6],
  // Slips.
  ['소방댱국 폭설', 112, 11],
  ['뛟쮊쀍', 0, 9],
];

/**
 * An expression for the beginnings of tokens collects all of their entries before the first row is read: of titles with
 * a syllable or two initial consonants that would be a large part of the index.
 */
const ANY_LETTER = /"(?:[\u00a1-\u00d3]|[\u00a1-\u00be][\u00bf-\u00d3]|[\u0080-\u0092]{1,2})"\*/;

function readFor(query: string, { index }: Archive) {
  const read = { rows: 0, leads: 0, statements: 0, unindexed: 0, expressions: [] as string[] };
  const source: CandidateSource = {
    candidates(asked) {
      const rows = index.candidates(asked);
      read.statements += 1;
      read.rows += rows.length;
      if (asked.in === 'texts') read.leads += rows.length;
      read.expressions.push(asked.match ?? '');
      return rows;
    },
    unindexed(...asked) {
      read.unindexed += 1;
      return index.unindexed(...asked);
    },
  };
  lastOf(searchHeadlines(source, query, { limit: LIMIT, now: NOW }));
  return read;
}

const searched = createSearched();
searched.add(manyHeadlines(10_000));

describe('a search of 10,000 indexed headlines', () => {
  it.each(QUERIES)('for %s reads at most %i rows in %i statements', (query, rows, statements) => {
    const read = readFor(query, searched.archive);
    expect(read.rows).toBeLessThanOrEqual(rows);
    expect(read.statements).toBeLessThanOrEqual(statements);
    expect(read.expressions.filter((expression) => ANY_LETTER.test(expression))).toEqual([]);
  });

  it('reads no more leads than are likely to fill the list', () => {
    // Few titles have both words, and their leads the second one.
    const { leads } = readFor('예산안 의', searched.archive);
    expect(leads).toBeGreaterThan(0);
    expect(leads).toBeLessThanOrEqual(100);
  });

  it.each([
    '예산안 의',
    '지하철 연기',
    '부산항 축',
    '의료계 수능',
    '배터리 첫',
    '축소 방침',
    '지하',
    '정부',
    '하철 ㅇ',
    'ㄱㅇㅊ ㅊ',
  ])('for %s has settled what it shows before the leads are read', (query) => {
    const { index } = searched.archive;
    let leads = 0;
    const source: CandidateSource = {
      candidates: (asked) => {
        if (asked.in === 'texts') leads += 1;
        return index.candidates(asked);
      },
      unindexed: index.unindexed,
    };
    const steps = searchHeadlines(source, query, { limit: 200, now: NOW });
    const ids = (results: readonly { readonly id: string }[]): string[] => results.map(({ id }) => id);
    let settled: string[] | null = null;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      const { settled: count, results } = step.value;
      if (count === undefined) continue;
      expect(settled).toBeNull();
      expect(leads).toBe(0);
      settled = ids(results(count()));
      expect(settled.length).toBe(count());
    }
    // Enough titles have the words in the other cases, and no lead is read.
    if (settled === null) expect(leads).toBe(0);
    else expect(ids(step.value).slice(0, settled.length)).toEqual(settled);
  });

  it.each(['예산안', '뛟쮊쀍'])('for %s asks once for titles and leads that are not indexed', (query) => {
    expect(readFor(query, searched.archive).unindexed).toBe(2);
  });
});

describe('taking in a feed of 50 headlines', () => {
  it('commits twice to index it, and runs at most ten statements a headline', () => {
    const { archive, add } = createSearched();
    const all = withLeads(110);
    // The index has to be there before.
    add(all.slice(0, 60));
    add(all.slice(60), false);
    const { DatabaseSync, StatementSync } = process.getBuiltinModule('node:sqlite');
    const begun = vi.spyOn(DatabaseSync.prototype, 'exec');
    const ran = (['all', 'get', 'run'] as const).map((name) => vi.spyOn(StatementSync.prototype, name));
    while (indexSome(archive));
    const commits = begun.mock.calls.filter(([sql]) => sql === 'COMMIT').length;
    const statements = ran.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    vi.restoreAllMocks();
    expect(archive.index.unindexed('texts', null, 1)).toEqual([]);
    expect(commits).toBe(2);
    expect(statements / 50).toBeGreaterThan(2);
    expect(statements / 50).toBeLessThanOrEqual(10);
  });
});

describe('a query that is far too long', () => {
  const several = (unit: (at: number) => string): string =>
    Array.from({ length: 1000 }, (_, at) => unit(at)).join(' ');

  it.each([
    ['unknown words', several((at) => `낱말${at}`)],
    ['words that many titles have', several((at) => ['지하철', '예산안', '폭설'][at % 3]!)],
    ['Latin letters', several((at) => `qwer${at}`)],
    ['tags', several((at) => `#태그${at}`)],
    ['words that must not be there', `지하철 ${several((at) => `-낱말${at}`)}`],
    ['sections', several(() => '@정치')],
    ['one word', '지하철'.repeat(3000)],
    ['initial consonants', 'ㅈㅎㅊ'.repeat(3000)],
    ['expressions of the index', several(() => 'NEAR("지하철" *) AND')],
  ])('of %s takes a bounded number of statements', (_what, query) => {
    const { statements, rows } = readFor(query, searched.archive);
    expect(statements).toBeLessThanOrEqual(120);
    expect(rows).toBeLessThanOrEqual(20_000);
  });

  it('finds what its beginning finds, by whole words', () => {
    const [first] = searched.search('지하철 연기', { limit: 1, now: NOW });
    const { title } = manyHeadlines(10_000).find(({ id }) => id === first!.id)!;
    const padding = `${title} `.repeat(Math.ceil(400 / title.length));
    expect(searched.search(`${padding}뛟쮊쀍`, { limit: 1, now: NOW })[0]?.id).toBe(first!.id);
  });
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
});

/** Headlines whose leads are other headlines' titles, so that words are as often again as in prose. */
function withLeads(many: number): Headline[] {
  const all = manyHeadlines(many);
  return all.map((each, at) => {
    const others = Array.from({ length: 30 }, (_, step) => all[(at * 31 + step * 97) % many]!.title);
    return { ...each, summary: others.join(' ').slice(0, 400) };
  });
}
