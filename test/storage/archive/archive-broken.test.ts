import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexSome } from '../../../source/reader/indexing.ts';
import { openArchiveFile } from '../../../source/storage/archive/file/file.ts';
import { MIGRATIONS } from '../../../source/storage/archive/file/migrations.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import type { Archive } from '../../../source/storage/types.ts';
import fc from '../../support/fast-check.ts';
import { runs, tell } from '../../support/fuzz.ts';
import { archiveIn, newHome, setAsideBy } from '../home.ts';
import { article, headline, idsOf, NOON } from '../samples.ts';

const ASIDE = 'archive.damaged-20261120-120000.db';
const ARTICLES = 40;

const RUNS = runs(20_000, 150);

/** A closed archive with something in every table. */
function filled(): { home: string; file: string } {
  const home = newHome();
  const archive = archiveIn(home);
  const feed = Array.from({ length: 120 }, (_, at) =>
    headline(String(1000 + at), '09:00', { summary: '가'.repeat(200) }),
  );
  archive.putHeadlines('politics', feed, NOON);
  for (let at = 0; at < ARTICLES; at++) archive.putArticle(article(String(1000 + at)), NOON);
  archive.setRead(['1000'], true, NOON);
  archive.putPlace('1000', { block: 1, offset: 2 }, NOON);
  while (indexSome(archive));
  archive.close();
  return { home, file: join(home, 'archive.db') };
}

const rewrite = (file: string, damage: (bytes: Buffer) => void) => {
  const bytes = readFileSync(file);
  damage(bytes);
  writeFileSync(file, bytes);
};

const sql = (file: string, statements: string) => {
  const db = connect(file, { busyMs: 0 });
  db.exec(statements);
  db.close();
};

/** Changes the first page of a table or index. */
const inFirstPage = (name: string, damage: (page: Buffer) => void) => (file: string) => {
  const db = connect(file, { busyMs: 0 });
  const root = Number(db.get('SELECT rootpage FROM sqlite_schema WHERE name = ?', name)?.rootpage);
  db.close();
  rewrite(file, (bytes) => damage(bytes.subarray((root - 1) * 4096, root * 4096)));
};

const zeroed = (name: string) => inFirstPage(name, (page) => page.fill(0));

const replaced = (bytes: Buffer, before: string, after: string) => {
  expect(bytes.includes(before, 0, 'latin1')).toBe(true);
  // A page may have been copied from one that is no longer in use.
  for (let at = bytes.indexOf(before, 0, 'latin1'); at >= 0; at = bytes.indexOf(before, at, 'latin1'))
    bytes.write(after, at, 'latin1');
};

const QUERY = { sections: [], tags: [], read: null, from: null, to: null, below: null, limit: 10 };

/** Calls everything that a reader does with an archive. */
function exercise(archive: Archive): void {
  archive.headlines({ section: 'total', limit: 50 });
  archive.headlines({ section: 'politics', limit: 50, unreadOnly: true });
  archive.headlines({ section: 'total', limit: -1 });
  archive.unread();
  for (let at = 0; at < ARTICLES; at++) archive.article(String(1000 + at));
  archive.index.candidates({ ...QUERY, in: 'titles', match: null });
  archive.index.candidates({ ...QUERY, in: 'texts', match: null, sections: ['politics'], tags: ['부산'] });
  archive.index.unindexed('texts', null, 10);
  archive.place('1000');
  archive.feeds();
  archive.setRead(['1001'], true, NOON);
  archive.setRead(['1000'], false, NOON);
  archive.putFeed(
    {
      section: 'economy',
      refreshedAt: NOON,
      freshUntil: null,
      validators: { etag: null, lastModified: null },
      notBefore: null,
      failure: null,
    },
    [headline('1005', '10:00'), headline('3', '11:00')],
  );
  archive.putArticle(article('1005'), NOON);
  while (indexSome(archive));
  archive.prune({ before: NOON * 2, count: 10 }, new Set());
}

describe('an archive', () => {
  it.each<[string, (file: string) => void]>([
    ['asks for a newer file format', (file) => rewrite(file, (bytes) => bytes.writeUInt8(5, 47))],
    ['asks for a newer SQLite to write', (file) => rewrite(file, (bytes) => bytes.writeUInt8(6, 18))],
    ['names an encoding that SQLite has not', (file) => rewrite(file, (bytes) => bytes.writeUInt8(4, 59))],
    ['names another encoding than its index', (file) => rewrite(file, (bytes) => bytes.writeUInt8(3, 59))],
    ['has a negative version', (file) => sql(file, 'PRAGMA user_version = -1')],
    ['has too low a version', (file) => sql(file, 'PRAGMA user_version = 2')],
    [
      'has another name for a column',
      (file) => rewrite(file, (bytes) => replaced(bytes, 'sections TEXT', 'secti0ns TEXT')),
    ],
    ['lacks a trigger', (file) => sql(file, 'DROP TRIGGER marked; DROP TABLE places')],
    ['has lost a count', (file) => sql(file, 'DROP INDEX articles_fetched; DROP TABLE counts')],
    ['has nothing in the first page of the articles', zeroed('articles')],
    ['has nothing in the first page of the read marks', zeroed('reads')],
    ['has nothing in the first page of the index of headlines', zeroed('sqlite_autoindex_headlines_1')],
    [
      'has credits that their index has under another number',
      inFirstPage('credits_id', (page) => replaced(page, '1005', '1_05')),
    ],
    [
      'has an article that no quick check finds fault with',
      (file) => rewrite(file, (bytes) => replaced(bytes, '\x28\x09\x15\x15\x05', '\x28\x19\x15\x15\x05')),
    ],
  ])(
    'an archive that %s is set aside at its first use and reported once, and the next is sound',
    (_how, damage) => {
      const { home, file } = filled();
      damage(file);
      const archive = archiveIn(home);
      const told: string[] = [];
      archive.onSetAside((name) => told.push(name));
      exercise(archive);
      exercise(archive);
      expect(told).toEqual([ASIDE]);
      archive.close();

      const again = archiveIn(home);
      exercise(again);
      expect(setAsideBy(again)).toBeNull();
    },
  );

  it.each<[string, (file: string) => void]>([
    ['a folder', (file) => mkdirSync(join(file, 'in it'), { recursive: true })],
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
  ])('in whose place is %s begins anew, and that is set aside', (_what, make) => {
    const home = newHome();
    make(join(home, 'archive.db'));
    const archive = archiveIn(home);
    expect(setAsideBy(archive)).toBe(ASIDE);
    archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
    archive.close();
    expect(idsOf(archiveIn(home).headlines({ section: 'total', limit: 5 }))).toEqual(['1']);
  });

  it('an archive that one reader sets aside is reported to another that was reading it', () => {
    const { home, file } = filled();
    const [one, other] = [archiveIn(home), archiveIn(home)];
    const told: string[] = [];
    other.onSetAside((name) => told.push(name));
    zeroed('articles')(file);
    one.article('1000');
    expect(setAsideBy(one)).toBe(ASIDE);
    other.version();
    other.version();
    expect(told).toEqual([ASIDE]);
  });

  it('of a newer version is refused also if it is no longer the file that a reader opened', () => {
    const { home, file } = filled();
    const archive = archiveIn(home);
    sql(file, `ALTER TABLE headlines RENAME TO news; PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const expected = expect.objectContaining({ code: 'newer-archive' });
    expect(() => archive.headlines({ section: 'total', limit: 5 })).toThrow(expected);
    expect(setAsideBy(archive)).toBeNull();
  });

  it('a sound archive is not set aside for a wrong statement', () => {
    const opened = openArchiveFile(filled().file, () => NOON);
    expect(() => opened.read((db) => db.get('SELECT colour FROM headlines'))).toThrow(
      expect.objectContaining({ code: 'internal' }),
    );
    expect(setAsideBy(opened)).toBeNull();
    expect(opened.read((db) => db.get('SELECT count(*) AS many FROM headlines'))).toEqual({ many: 120 });
    opened.close();
  });

  it('with any wrong bytes is read, or set aside, and never stops the reader', () => {
    const { home, file } = filled();
    const sound = readFileSync(file);
    const damage = fc.record({
      at: fc.oneof(fc.nat(4095), fc.nat(sound.length - 1)),
      bytes: fc.oneof(
        fc.uint8Array({ minLength: 1, maxLength: 4 }),
        fc.uint8Array({ minLength: 1, maxLength: 600 }),
        fc.constantFrom(new Uint8Array(512), new Uint8Array(4096)),
      ),
    });
    fc.assert(
      fc.property(damage, ({ at, bytes }) => {
        const damaged = Buffer.from(sound);
        damaged.set(bytes.subarray(0, sound.length - at), at);
        for (const end of ['-wal', '-shm']) rmSync(file + end, { force: true });
        writeFileSync(file, damaged);
        // A damaged version cannot be distinguished from a newer one.
        if (damaged.readInt32BE(60) > MIGRATIONS.length) return;
        const archive = archiveIn(home);
        try {
          exercise(archive);
        } finally {
          archive.close();
        }
      }),
      RUNS,
    );
    tell(`${RUNS.numRuns} damaged archives: each read, or set aside and a new one begun`);
  });
});
