// Headlines in an archive of their own with their search index, as the reader searches them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Headline } from '../../source/model.ts';
import { indexSome } from '../../source/reader/indexing.ts';
import { type SearchOptions, searchHeadlines } from '../../source/search/headline-search.ts';
import type { Result } from '../../source/search/match/engine.ts';
import { lastOf } from '../../source/search/steps.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import type { Archive } from '../../source/storage/types.ts';

export interface Searched {
  readonly archive: Archive;
  /** Takes headlines in, and indexes them by default. */
  add(headlines: readonly Headline[], indexed?: boolean): void;
  search(query: string, options: SearchOptions): Result[];
}

const homes: string[] = [];
process.on('exit', () => {
  for (const home of homes) rmSync(home, { recursive: true, force: true });
});

export function createSearched(): Searched {
  const home = mkdtempSync(join(tmpdir(), 'donga-tui-searched-'));
  homes.push(home);
  const archive = openArchive(join(home, 'archive.db'), Date.now);
  return {
    archive,
    add(headlines, indexed = true) {
      const bySection = Map.groupBy(headlines, ({ sections }) => sections[0] ?? 'total');
      for (const [section, some] of bySection) archive.putHeadlines(section, some, Date.now());
      while (indexed && indexSome(archive));
    },
    search: (query, options) => lastOf(searchHeadlines(archive.index, query, options)),
  };
}
