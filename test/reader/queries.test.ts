import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LIST_SQL } from '../../source/storage/archive/headlines.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { openSettings } from '../../source/storage/config/settings.ts';
import { openUndo } from '../../source/storage/config/undo.ts';
import { createEffects } from '../../source/tui/effects/effects.ts';
import { begin } from '../../source/tui/update/begin.ts';
import { NO_WORDS } from '../../source/watch-words.ts';
import { archiveIn, newHome } from '../storage/home.ts';
import { article, headline, NOON } from '../storage/samples.ts';
import { type Query, queriesOf } from '../support/queries.ts';
import { readerOn } from '../support/reader.ts';

// Counts do not depend on the machine: the rows that a screen reads of the archive must not grow with it.

const nothing = () => undefined;

/** The reader's own start on an archive of so many headlines, up to its first frame; and the opening of an article. */
function screensOf(count: number) {
  const home = newHome();
  const filled = archiveIn(home);
  filled.putHeadlines(
    'politics',
    Array.from({ length: count }, (_, index) => headline(String(100_000 + index), '09:00')),
    NOON,
  );
  filled.putArticle(article('100000'), NOON);
  filled.close();

  let effects!: ReturnType<typeof createEffects>;
  const answers: string[] = [];
  const list = queriesOf(() => {
    const reader = readerOn({
      archive: archiveIn(home),
      bookmarks: openBookmarks(join(home, 'bookmarks')),
      http: { get: () => Promise.reject(new Error('not asked for')), close: async () => undefined },
      storiesFile: '/dev/null/stories.db',
      photosFolder: '/dev/null/photos',
      feedsOrigin: '',
      now: () => NOON,
    });
    effects = createEffects({
      keepSettings: async () => undefined,
      keepSession: () => undefined,
      undo: openUndo(null, Date.now),
      reader,
      lookAtFeeds: () => false,
      openSample: () => Promise.reject(new Error('not asked for')),
      dispatch: (...events) => {
        answers.push(...events.map(({ type }) => type));
      },
      log: (error) => {
        throw error;
      },
      terminal: {
        openBrowser: async () => undefined,
        runCommand: async () => null,
        save: async () => '',
        speak: async () => undefined,
        hush: () => false,
        copy: async () => 'copied' as const,
        images: () => new Promise(() => undefined),
        alert: null,
        repaint: nothing,
        suspend: nothing,
        quit: nothing,
      },
    });
    const [, wanted] = begin({
      size: { columns: 100, rows: 30 },
      now: NOON,
      language: 'ko',
      settings: openSettings(home).all(),
      edition: { kind: 'live' },
      photos: { none: null, unasked: true },
      offline: true,
      section: null,
      words: NO_WORDS,
      session: null,
      empty: reader.count({ section: 'total' }) === 0,
    });
    for (const effect of wanted) effects.run(effect);
  });
  const opening = queriesOf(() => {
    effects.run({
      type: 'open',
      headline: headline('100000', '09:00'),
      ticket: 1,
      fresh: false,
      again: false,
    });
  });
  return { list, opening, answers };
}

const rows = (queries: readonly Query[]): number => queries.reduce((sum, query) => sum + query.rows, 0);
const texts = (queries: readonly Query[]): string[] => queries.map(({ sql }) => sql);

describe('in an archive of any length', () => {
  const short = screensOf(300);
  const long = screensOf(3_000);

  test('the first list takes one query for its headlines', () => {
    for (const { list, answers } of [short, long]) {
      expect(texts(list).filter((sql) => sql === LIST_SQL)).toHaveLength(1);
      expect(answers).toEqual(expect.arrayContaining(['loaded', 'sections']));
    }
  });

  test('the start makes the same few queries, which give the same number of rows', () => {
    expect(texts(long.list)).toEqual(texts(short.list));
    expect(long.list.length).toBeLessThanOrEqual(11);
    expect(rows(long.list)).toBe(rows(short.list));
  });

  test('opening an article makes the same few queries, which give a row each', () => {
    expect(texts(long.opening)).toEqual(texts(short.opening));
    expect(long.opening.length).toBeGreaterThan(0);
    // Mark, place, text, story, and whether it was corrected.
    expect(long.opening.length).toBeLessThanOrEqual(6);
    expect(rows(long.opening)).toBeLessThanOrEqual(long.opening.length);
  });
});
