import { dirname, join } from 'node:path';
import { newestPlausible } from '../../clock.ts';
import { otherSections } from '../../sections.ts';
import { line, readPlace } from '../files/stored-json.ts';
import { createSearchIndex } from '../index/search-index.ts';
import { WrongSchema } from '../sqlite/errors.ts';
import type { Archive } from '../types.ts';
import { arrivals, arrivalsOf, arrivedBetween } from './arrivals.ts';
import { cameSince, dayShown, putDayShown } from './day.ts';
import { numberOrNull, putFeedAnswer, readFeed } from './feeds.ts';
import { openArchiveFile } from './file/file.ts';
import { dropRetired } from './file/migrations.ts';
import {
  ALL,
  headlinesBy,
  headlinesOfStory,
  headlinesSharing,
  type ListKey,
  type ListPage,
  listHeadlines,
  listPage,
  marksOf,
  matesOf,
  oneHeadline,
} from './headlines.ts';
import { readingLengths } from './lengths.ts';
import { forgetSection, prune } from './pruning.ts';
import { putHeadlines } from './put-headlines.ts';
import { noteReading, readings } from './readings.ts';
import { dissolveStories, joinStories, setApart, storiesOf } from './stories.ts';
import { askAgain, isCorrected, keptArticle, putArticle, versions } from './versions.ts';
import { countWords } from './words.ts';

/** The search index's file, beside the archive's. */
export const INDEX = 'search.db';

/** The number of headlines of a long list that are read at a time. */
const PAGE = 100;

/**
 * Opens the archive in a SQLite file, creating it and its folder if they are missing. A damaged file is set
 * aside and a new one begun (`onSetAside` reports it), now or whenever the damage shows; if the folder cannot
 * be written, the archive can only be read.
 *
 * @throws Failure `newer-archive`, `disk-full`, `locked`; so do its methods, and `read-only` what changes
 */
export function openArchive(file: string, now: () => number): Archive {
  const opened = openArchiveFile(file, now);
  const { read, write } = opened;
  /** Changes of this connection, which `data_version` does not count. Places are left out: no list shows them. */
  let changes = 0;

  function change<T>(act: Parameters<typeof write<T>>[0]): T {
    const result = write(act);
    changes += 1;
    return result;
  }

  // No list shows the index, so entries taken off a queue count as no change.
  const index = createSearchIndex(join(dirname(file), INDEX), {
    file,
    get mode() {
      return opened.mode;
    },
    read,
    generation: opened.generation,
    onDamage() {
      let isFirst = true;
      read(() => {
        if (isFirst) {
          isFirst = false;
          throw new WrongSchema();
        }
      });
    },
    unqueue: ({ number, titles, texts }) =>
      write((db) => {
        db.run('UPDATE indexed SET slice = max(slice, ?)', number);
        for (const { id, stamp } of titles)
          db.run('DELETE FROM titles_to_index WHERE id = ? AND stamp = ?', id, stamp);
        for (const { id, stamp } of texts)
          db.run('DELETE FROM texts_to_index WHERE id = ? AND stamp = ?', id, stamp);
      }),
    unqueueAll: () =>
      write((db) => {
        db.run('DELETE FROM titles_to_index');
        db.run('DELETE FROM texts_to_index');
        // No index that was there before counts as complete.
        db.run('UPDATE indexed SET slice = slice + 1');
      }),
    requeue: (ids) =>
      write((db) => {
        for (const queue of ['titles_to_index', 'texts_to_index'])
          db.run(
            `INSERT INTO ${queue} SELECT value, random() & 0xfffffffffff FROM json_each(?) WHERE true
              ON CONFLICT DO NOTHING`,
            JSON.stringify(ids),
          );
      }),
  });

  return {
    get mode() {
      return opened.mode;
    },
    index,
    onSetAside: opened.onSetAside,

    putHeadlines: (section, headlines, at) => change((db) => putHeadlines(db, section, headlines, at)),
    headlines: (query, words) => read((db) => listHeadlines(db, query, words)),
    *pages({ section, limit }, words) {
      let below: ListKey | null = null;
      for (let left = limit; left > 0; left -= PAGE) {
        const query = { section, limit: Math.min(PAGE, left) };
        const page: ListPage = read((db) => listPage(db, query, below, words));
        yield page.headlines;
        below = page.last;
        if (below === null) return;
      }
    },
    forgetSection: (section) => change((db) => forgetSection(db, section)),
    wordCounts: (words, unreadOnly) => read((db) => countWords(db, words, unreadOnly)),
    headline: (id) => read((db) => oneHeadline(db, id)),
    headlinesBy: (ids) => read((db) => headlinesBy(db, ids)),
    marksOf: (ids) => read((db) => marksOf(db, ids)),
    identity: () => read((db) => String(db.get('SELECT value FROM identity')?.value)),
    newestRow: () => read((db) => Number(db.get('SELECT max(rowid) AS row FROM headlines')?.row ?? 0)),
    arrivals: (after, until, limit) => read((db) => arrivals(db, after, until, limit)),
    arrivalsOf: (ids) => read((db) => arrivalsOf(db, ids)),
    arrivedBetween: (from, until, limit) => read((db) => arrivedBetween(db, from, until, limit)),
    count: ({ section, unreadOnly }) =>
      read((db) => {
        const of = (name: string): number => {
          const counts = db.get('SELECT total, unread FROM counts WHERE section = ?', name);
          return Number(counts?.[unreadOnly ? 'unread' : 'total'] ?? 0);
        };
        return section === ALL ? withoutOthers(of) : of(section);
      }),
    unread: () =>
      read((db) => {
        const rows = db.all('SELECT section, unread FROM counts');
        const counts = new Map(rows.map((row) => [line(row.section), Number(row.unread)]));
        return counts.set(
          ALL,
          withoutOthers((name) => counts.get(name) ?? 0),
        );
      }),

    setRead: (ids, isRead, at) =>
      change((db) =>
        [...new Set(ids)].filter((id) =>
          isRead
            ? db.run('INSERT INTO reads VALUES (?, ?) ON CONFLICT DO NOTHING', id, at) > 0
            : db.run('DELETE FROM reads WHERE id = ?', id) > 0,
        ),
      ),
    markAllRead: (section, at) =>
      change((db) => {
        const unread = db.all('SELECT id FROM listings WHERE section = ? AND unread = 1', section);
        db.run('INSERT INTO reads SELECT id, ? FROM listings WHERE section = ? AND unread = 1', at, section);
        return unread.map((row) => String(row.id));
      }),

    putArticle: (article, at, how = {}) => change((db) => putArticle(db, article, at, how)),
    versions: (id) => read((db) => versions(db, id)),
    isCorrected: (id) => read((db) => isCorrected(db, id)),
    // No list shows them: not a change.
    readingLengths: (ids) => readingLengths({ read, write }, ids),
    cameSince: (since, words) => read((db) => cameSince(db, since, words)),
    dayShown: () => read(dayShown),
    putDayShown: (at) => write((db) => putDayShown(db, at)),
    askAgain: (id, at) => write((db) => askAgain(db, id, at)),
    article: (id) => read((db) => keptArticle(db, id)),
    storiesOf: (ids) => read((db) => storiesOf(db, ids)),
    joinStories: (joined) => {
      if (joined.length > 0) change((db) => joinStories(db, joined));
    },
    dissolveStories: () => change(dissolveStories),
    story: (first) => read((db) => headlinesOfStory(db, first)),
    mates: (headlines, words) => read((db) => matesOf(db, headlines, words)),
    setApart: (id, apart) => change((db) => setApart(db, id, apart)),
    headlinesSharing: (by) => read((db) => headlinesSharing(db, by)),
    articlesBetween: (after, until) =>
      read((db) => {
        const sql = 'SELECT count(*) AS many FROM articles WHERE fetched_at > ? AND fetched_at <= ?';
        return Number(db.get(sql, after, until)?.many);
      }),

    lastOpened: (limit, since) =>
      read((db) =>
        db
          .all('SELECT id, at FROM places WHERE at > ? ORDER BY at DESC, id LIMIT ?', since, limit)
          .map(({ id, at }) => ({ id: String(id), at: Number(at) })),
      ),
    // No list shows them: not a change.
    noteReading: (reading) => write((db) => noteReading(db, reading)),
    readings: () => read(readings),
    forgetReadings: () =>
      write((db) => {
        db.run('DELETE FROM readings');
      }),
    place: (id) => read((db) => readPlace(db.get('SELECT block, offset FROM places WHERE id = ?', id))),
    putPlace: (id, { block, offset }, at) =>
      write((db) => {
        db.run(
          `INSERT INTO places (id, block, offset, at) VALUES (?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET block = excluded.block, offset = excluded.offset, at = excluded.at`,
          id,
          block,
          offset,
          at,
        );
      }),

    wait: (host, at) =>
      read((db) => {
        const sql = 'SELECT until FROM waits WHERE host = ? AND (asked IS NULL OR asked <= ?)';
        return numberOrNull(db.get(sql, host, at)?.until);
      }),
    putWait: (host, until, at) =>
      write((db) => {
        db.run('INSERT OR REPLACE INTO waits (host, until, asked) VALUES (?, ?, ?)', host, until, at);
      }),

    feed: (section) =>
      read((db) => {
        const row = db.get('SELECT * FROM feeds WHERE section = ?', section);
        return row === undefined ? null : readFeed(row);
      }),
    feeds: () => read((db) => db.all('SELECT * FROM feeds').map(readFeed)),
    putFeed: (state, headlines = []) => change((db) => putFeedAnswer(db, { state, headlines }, now())),
    putFeeds: (answers) => change((db) => answers.map((answer) => putFeedAnswer(db, answer, now()))),
    newestPublished: () =>
      read((db) => {
        const rows = db.all('SELECT newest FROM feeds WHERE newest IS NOT NULL');
        return newestPlausible(rows.map((row) => Number(row.newest)));
      }),

    prune: (limits, bookmarked) => change((db) => prune(db, limits, bookmarked)),
    dropRetired: () => opened.mode === 'read-write' && write(dropRetired),

    version: () => {
      const others = read((db) => Number(db.get('PRAGMA data_version')?.data_version ?? 0));
      // A newly opened file counts the changes of others from the beginning again.
      return opened.generation() * 2 ** 32 + changes + others;
    },
    close: () => {
      index.close();
      opened.close();
    },
  };
}

/** The count of the list of all, which is the paper's: other feeds' headlines stand apart. */
const withoutOthers = (of: (section: string) => number): number =>
  otherSections().reduce((count, { name }) => Math.max(0, count - of(name)), of(ALL));
