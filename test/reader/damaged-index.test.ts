import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import type { SearchIndex } from '../../source/storage/types.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { headline, NOON } from '../storage/samples.ts';
import { readerOn } from '../support/reader.ts';

const COUNT = 60;

/** An index that has lost its titles. The damage shows when it is first asked for texts: it is then made again, empty. */
function damagedTitles(index: SearchIndex): SearchIndex {
  let remakes = 0;
  return {
    ...index,
    remakes: () => remakes,
    candidates(query) {
      if (remakes > 0) return index.candidates(query);
      if (query.in === 'texts') remakes = 1;
      return [];
    },
    unindexed: (...asked) => (remakes > 0 ? index.unindexed(...asked) : []),
  };
}

test.each(['headlines', 'texts'] as const)(
  'a search of %s that meets a damaged index on its way finds what it missed before',
  async (where) => {
    const home = newHome();
    const archive = archiveIn(home);
    archive.putHeadlines(
      'politics',
      Array.from({ length: COUNT }, (_, at) =>
        headline(String(3000 + at), '09:00', { title: `갯벌 물때 ${at}` }),
      ),
      NOON,
    );
    const reader = readerOn({
      archive: { ...archive, index: damagedTitles(archive.index) },
      bookmarks: openBookmarks(join(home, 'bookmarks')),
      http: { get: () => Promise.reject(new Error('not asked for')), close: async () => undefined },
      storiesFile: '/dev/null/stories.db',
      photosFolder: '/dev/null/photos',
      feedsOrigin: '',
      now: () => NOON,
    });
    const search = await reader.search();
    expect(search[where]('갯벌 물때', 100)).toHaveLength(COUNT);
  },
);
