import type { Connection } from '../../sqlite/connection.ts';
import { WrongSchema } from '../../sqlite/errors.ts';

/**
 * The steps of the archive's schema. `user_version` counts how many a file has been through; a step that has
 * been released is never changed.
 *
 * - `headlines`: `section` is what the link says; `sections` are the feeds it was seen in, in table order,
 *   parted by spaces; `published` and `first_seen` in ms; `changed` the refresh that last changed its text.
 * - `listings`: a row for each list a headline stands in, `total` included, holding what that list is ordered
 *   by: `time` (published, else first seen) and, among equals, `position`. Clustered by id, with an index
 *   that gives a list's newest without a sort and a partial one for its unread.
 * - `counts`: how many a list holds, kept by triggers, so that a start does not count 100,000 rows.
 * - `reads`: marks, also of articles no feed has given.
 * - `feeds`: `answered` is the refresh whose headlines were the feed's last answer, `newest` the newest time
 *   of publication in it that is plausible, in ms.
 * - `waits`: until when a host of pages asked to be left alone, and when it did, in ms.
 * - `titles_to_index` and `texts_to_index`: the headlines and articles whose title, or whose text, has
 *   changed since the search index beside the archive held it, kept by triggers, so that no change waits for
 *   the index and none is forgotten by it; the `stamp` tells one change from the next. `identity` tells one
 *   archive from another.
 * - `indexed`: the last slice of the index whose entries were taken off the queues. A power cut may take an
 *   archive's last changes or its index's: the index compares this number with its own.
 * - `stories`: which headlines are in a story, named by the id of its first; `apart` is 1 for one that the
 *   reader took out.
 * - `articles`: `fetched_at` is when its page was asked for last, `seen_at` when its text was first seen,
 *   both in ms; `extractor` is the version of what read it, `corrected` how often it read otherwise.
 * - `versions`: texts that an article had before, deflated JSON, the oldest with the lowest number.
 * - `titles`: titles that feeds gave a headline before, each with when it was first seen and when it was
 *   gone, in ms; `gone_at` is null while only a feed that is new to the headline says otherwise.
 *   `headlines.retitled` counts the others. `listings.title` is a hash of the title that the list's own feed
 *   gave last.
 * - `asked_again`: when a page was last asked for without a key, in ms.
 * - `shown`: until when the reader was shown what had come, in ms.
 * - `readings`: an article that was opened, and on which day in Korea; kept when the headline is pruned.
 * - `lengths`: the length of a whole text, in UTF-16 units; written by `lengths.ts`, and removed by triggers
 *   when the text changes, so that none is wrong. A text without one is measured when its length is first
 *   needed.
 * - `credits`: the reporters and tags of kept articles, kept by triggers, so that what is followed is found
 *   at once.
 * - `texts`, `shorts`, `numbered` and `unindexed` were an index in the archive itself, `headlines_changed`
 *   what search was told by. They may be large, so they are dropped when there is time (`dropRetired`).
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE counter (value INTEGER NOT NULL);
  INSERT INTO counter VALUES (0);

  CREATE TABLE headlines (
    id TEXT PRIMARY KEY,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    image TEXT,
    section TEXT,
    sections TEXT NOT NULL,
    published INTEGER,
    first_seen INTEGER NOT NULL,
    changed INTEGER NOT NULL
  );
  CREATE INDEX headlines_changed ON headlines (changed);

  CREATE TABLE reads (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;

  CREATE TABLE listings (
    id TEXT NOT NULL,
    section TEXT NOT NULL,
    time INTEGER NOT NULL,
    position INTEGER NOT NULL,
    unread INTEGER NOT NULL,
    PRIMARY KEY (id, section)
  ) WITHOUT ROWID;
  CREATE INDEX listings_newest ON listings (section, time, position, id);
  CREATE INDEX listings_unread ON listings (section, time, position, id) WHERE unread = 1;

  CREATE TABLE counts (
    section TEXT PRIMARY KEY,
    total INTEGER NOT NULL,
    unread INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TRIGGER listed AFTER INSERT ON listings BEGIN
    INSERT INTO counts VALUES (new.section, 1, new.unread)
      ON CONFLICT DO UPDATE SET total = total + 1, unread = unread + excluded.unread;
  END;
  CREATE TRIGGER unlisted AFTER DELETE ON listings BEGIN
    UPDATE counts SET total = total - 1, unread = unread - old.unread WHERE section = old.section;
  END;
  CREATE TRIGGER marked AFTER UPDATE OF unread ON listings WHEN old.unread <> new.unread BEGIN
    UPDATE counts SET unread = unread + new.unread - old.unread WHERE section = new.section;
  END;
  CREATE TRIGGER read AFTER INSERT ON reads BEGIN
    UPDATE listings SET unread = 0 WHERE id = new.id;
  END;
  CREATE TRIGGER unread AFTER DELETE ON reads BEGIN
    UPDATE listings SET unread = 1 WHERE id = old.id;
  END;

  CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    fetched_at INTEGER NOT NULL,
    json TEXT NOT NULL
  );

  CREATE TABLE places (
    id TEXT PRIMARY KEY,
    block INTEGER NOT NULL,
    offset INTEGER NOT NULL,
    at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE feeds (
    section TEXT PRIMARY KEY,
    refreshed_at INTEGER,
    etag TEXT,
    last_modified TEXT,
    not_before INTEGER,
    failed_at INTEGER,
    failure_code TEXT,
    failure_details TEXT
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE numbered (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, time INTEGER NOT NULL);
  CREATE VIRTUAL TABLE texts USING fts5 (
    title, body, content = '', contentless_delete = 1, tokenize = 'trigram case_sensitive 1'
  );
  CREATE VIRTUAL TABLE shorts USING fts5 (
    words, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61 remove_diacritics 0'
  );
  CREATE TABLE unindexed (id TEXT PRIMARY KEY) WITHOUT ROWID;
  INSERT INTO unindexed SELECT id FROM headlines UNION SELECT id FROM articles;

  CREATE TRIGGER headline_added AFTER INSERT ON headlines BEGIN
    INSERT INTO unindexed SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = new.id);
  END;
  CREATE TRIGGER headline_changed AFTER UPDATE OF title, summary, published ON headlines BEGIN
    INSERT INTO unindexed SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = new.id);
  END;
  CREATE TRIGGER headline_removed AFTER DELETE ON headlines BEGIN
    INSERT INTO unindexed SELECT old.id WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = old.id);
  END;
  CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO unindexed SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = new.id);
  END;
  CREATE TRIGGER article_changed AFTER UPDATE ON articles BEGIN
    INSERT INTO unindexed SELECT new.id WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = new.id);
  END;
  CREATE TRIGGER article_removed AFTER DELETE ON articles BEGIN
    INSERT INTO unindexed SELECT old.id WHERE NOT EXISTS (SELECT 1 FROM unindexed WHERE id = old.id);
  END;
  `,
  'CREATE INDEX articles_fetched ON articles (fetched_at)',
  `
  ALTER TABLE feeds ADD COLUMN fresh_until INTEGER;
  CREATE TABLE waits (host TEXT PRIMARY KEY, until INTEGER NOT NULL) WITHOUT ROWID;
  `,
  `
  ALTER TABLE feeds ADD COLUMN answered INTEGER;
  ALTER TABLE feeds ADD COLUMN newest INTEGER;
  ALTER TABLE waits ADD COLUMN asked INTEGER;
  `,
  `
  CREATE TABLE identity (value TEXT NOT NULL);
  INSERT INTO identity VALUES (hex(randomblob(8)));
  CREATE TABLE titles_to_index (id TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE texts_to_index (id TEXT PRIMARY KEY, stamp INTEGER NOT NULL) WITHOUT ROWID;
  ${[
    ['headline_added', 'AFTER INSERT ON headlines', 'new', ['titles', 'texts']],
    [
      'headline_changed',
      'AFTER UPDATE OF title, summary, published ON headlines',
      'new',
      ['titles', 'texts'],
    ],
    ['headline_removed', 'AFTER DELETE ON headlines', 'old', ['titles', 'texts']],
    ['article_added', 'AFTER INSERT ON articles', 'new', ['texts']],
    ['article_changed', 'AFTER UPDATE ON articles', 'new', ['texts']],
    ['article_removed', 'AFTER DELETE ON articles', 'old', ['texts']],
  ]
    .map(([name, when, row, indexes]) => trigger(`${name}`, `${when}`, `${row}`, indexes as string[]))
    .join('')}
  `,
  // Feeds were once read in the wrong encoding: without validators they are sent whole and read again.
  'UPDATE feeds SET etag = NULL, last_modified = NULL, fresh_until = NULL',
  `
  CREATE TABLE stories (id TEXT PRIMARY KEY, story TEXT NOT NULL, apart INTEGER NOT NULL) WITHOUT ROWID;
  CREATE INDEX stories_story ON stories (story);
  `,
  `
  ALTER TABLE headlines ADD COLUMN retitled INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE listings ADD COLUMN title INTEGER;
  ALTER TABLE articles ADD COLUMN extractor INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE articles ADD COLUMN seen_at INTEGER;
  ALTER TABLE articles ADD COLUMN corrected INTEGER NOT NULL DEFAULT 0;
  CREATE TABLE versions (
    id TEXT NOT NULL,
    number INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    extractor INTEGER NOT NULL,
    text BLOB NOT NULL,
    PRIMARY KEY (id, number)
  );
  CREATE TABLE titles (id TEXT NOT NULL, title TEXT NOT NULL, seen_at INTEGER NOT NULL, gone_at INTEGER);
  CREATE INDEX titles_id ON titles (id);
  CREATE TABLE asked_again (id TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
  `,
  'CREATE TABLE shown (what TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID',
  `
  CREATE TABLE credits (kind TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (kind, name, id)) WITHOUT ROWID;
  CREATE INDEX credits_id ON credits (id);
  ${['INSERT', 'UPDATE']
    .map(
      (change) => `CREATE TRIGGER credited_by_${change.toLowerCase()} AFTER ${change} ON articles BEGIN
        DELETE FROM credits WHERE id = new.id;
        ${credits('new.id', 'new.json')}
      END;`,
    )
    .join('')}
  CREATE TRIGGER uncredited AFTER DELETE ON articles BEGIN
    DELETE FROM credits WHERE id = old.id;
  END;
  ${credits('a.id', 'a.json', 'articles a,')}
  `,
  `
  CREATE TABLE readings (
    id TEXT NOT NULL,
    day TEXT NOT NULL,
    section TEXT,
    reporters TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    PRIMARY KEY (id, day)
  ) WITHOUT ROWID;
  `,
  `
  CREATE TABLE lengths (id TEXT PRIMARY KEY, length INTEGER NOT NULL) WITHOUT ROWID;
  ${['UPDATE OF json', 'DELETE']
    .map(
      (
        change,
      ) => `CREATE TRIGGER unmeasured_by_${change.slice(0, 6).toLowerCase()} AFTER ${change} ON articles BEGIN
        DELETE FROM lengths WHERE id = old.id;
      END;`,
    )
    .join('')}
  `,
  `
  CREATE TABLE indexed (slice INTEGER NOT NULL);
  INSERT INTO indexed VALUES (0);
  `,
];

/** Notes the reporters and tags of articles. Broken JSON has none. */
function credits(id: string, json: string, from = ''): string {
  const valid = `iif(json_valid(${json}), ${json}, '{}')`;
  return `
    INSERT OR IGNORE INTO credits SELECT 'reporter', json_extract(t.value, '$.name'), ${id}
      FROM ${from} json_each(${valid}, '$.reporters') t WHERE json_type(t.value, '$.name') = 'text';
    INSERT OR IGNORE INTO credits SELECT 'tag', lower(t.value), ${id}
      FROM ${from} json_each(${valid}, '$.tags') t WHERE t.type = 'text';`;
}

/** Queues a row's id when it changes, in place of the trigger that queued it for the index in the archive. */
function trigger(name: string, when: string, row: string, indexes: readonly string[]): string {
  const queue = (index: string): string =>
    `INSERT INTO ${index}_to_index VALUES (${row}.id, random() & 0xfffffffffff) ON CONFLICT DO UPDATE SET stamp = excluded.stamp;`;
  return `DROP TRIGGER ${name}; CREATE TRIGGER ${name} ${when} BEGIN ${indexes.map(queue).join(' ')} END;`;
}

/** The number of rows that are deleted at a time: some ms. */
const ROWS = 5_000;

/**
 * Drops a table or an index that nothing uses any more, a large table bit by bit; false if none is left. An index of FTS5
 * goes at once: SQLite lets nobody take rows out of its tables.
 */
export function dropRetired(db: Connection): boolean {
  const names = RETIRED.map((name) => `'${name}'`).join(', ');
  const retired = db.get(`SELECT type, name, sql FROM sqlite_schema WHERE name IN (${names})`);
  if (retired === undefined) return false;
  const { type, name, sql } = retired;
  if (type === 'table' && !/^CREATE VIRTUAL/i.test(String(sql))) {
    const deleted = db.run(`DELETE FROM ${name} WHERE id IN (SELECT id FROM ${name} LIMIT ${ROWS})`);
    if (deleted === ROWS) return true;
  }
  db.exec(`DROP ${type} ${name}`);
  return true;
}

const RETIRED = ['unindexed', 'shorts', 'numbered', 'texts', 'headlines_changed'];

/** The number of steps that a file has been through. */
export function schemaVersion(db: Connection): number {
  return Number(db.get('PRAGMA user_version')?.user_version ?? 0);
}

/**
 * Brings a file up to date, in one transaction, so that a death leaves it as it was.
 *
 * @throws WrongSchema for a database that is not ours
 */
export function migrate(db: Connection): void {
  if (schemaVersion(db) >= MIGRATIONS.length) return;
  db.transaction(() => {
    // Another process may have done it while this one waited for the lock.
    const from = schemaVersion(db);
    const isForeign = from < 0 || (from === 0 && db.get('SELECT 1 FROM sqlite_schema') !== undefined);
    if (isForeign) throw new WrongSchema();
    for (const step of MIGRATIONS.slice(from)) db.exec(step);
    if (from < MIGRATIONS.length) db.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
}
