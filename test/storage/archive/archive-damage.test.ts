import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../../source/storage/archive/file/migrations.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import { storageFailure } from '../../../source/storage/sqlite/errors.ts';
import { archiveIn, newHome, setAsideBy } from '../home.ts';
import { article, headline, idsOf, NOON } from '../samples.ts';

const ASIDE = 'archive.damaged-20261120-120000.db';

/** A closed archive with enough in it to fill a few hundred pages. */
function filled(home: string): string {
  const archive = archiveIn(home);
  const feed = Array.from({ length: 400 }, (_, at) =>
    headline(String(1000 + at), '09:00', { summary: '가'.repeat(400) }),
  );
  archive.putHeadlines('politics', feed, NOON);
  archive.setRead(['1000'], true, NOON);
  archive.close();
  return join(home, 'archive.db');
}

const sql = (file: string, statements: string) => {
  const db = connect(file, { busyMs: 0 });
  db.exec(statements);
  db.close();
};

describe('a damaged archive', () => {
  it.each<[string, (file: string) => void]>([
    ['is no database', (file) => writeFileSync(file, 'not a database, '.repeat(500))],
    ['is cut off in its first page', (file) => writeFileSync(file, readFileSync(file).subarray(0, 1000))],
    ['lacks a table it should have', (file) => sql(file, 'DROP TABLE headlines')],
    ['is somebody else’s database', (file) => sql(file, 'PRAGMA user_version = 0; DROP TABLE counts')],
  ])(
    'a damaged archive that %s is set aside under a name with its date, and a new one begun',
    (_how, damage) => {
      const home = newHome();
      const file = filled(home);
      damage(file);
      const damaged = readFileSync(file);

      const archive = archiveIn(home);
      expect(setAsideBy(archive)).toBe(ASIDE);
      expect(readFileSync(join(home, ASIDE)).subarray(0, 500)).toEqual(damaged.subarray(0, 500));
      expect(archive.headlines({ section: 'total', limit: 5 })).toEqual([]);
      archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
      archive.close();

      const again = archiveIn(home);
      expect(setAsideBy(again)).toBeNull();
      expect(idsOf(again.headlines({ section: 'politics', limit: 5 }))).toEqual(['1']);
    },
  );

  it('whose damage shows only while reading is set aside then, and the reader continues', () => {
    const home = newHome();
    const file = filled(home);
    const bytes = readFileSync(file);
    // Every page that holds headlines: the check at the start looks at lists and indexes only.
    for (let page = 0; page < bytes.length; page += 4096) {
      if (bytes.subarray(page, page + 4096).includes('가가가')) bytes.fill(0xa5, page, page + 4096);
    }
    writeFileSync(file, bytes);

    const archive = archiveIn(home);
    expect(setAsideBy(archive)).toBeNull();
    const before = archive.version();
    expect(archive.headlines({ section: 'total', limit: -1 })).toEqual([]);
    expect(setAsideBy(archive)).toBe(ASIDE);
    expect(archive.version()).toBeGreaterThan(before);
    archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
    expect(archive.count({ section: 'total' })).toBe(1);
  });

  it('set aside by one reader is left by the other, which loses none of its later changes', () => {
    const home = newHome();
    const [one, other] = [archiveIn(home), archiveIn(home)];
    one.putHeadlines('politics', [headline('1', '09:00')], NOON);
    const file = join(home, 'archive.db');
    const fresh = newHome();
    archiveIn(fresh).close();
    copyFileSync(join(fresh, 'archive.db'), join(home, 'new.db'));
    execFileSync('mv', [join(home, 'new.db'), file]);

    other.setRead(['7'], true, NOON);
    expect(one.version()).toBeGreaterThan(0);
    one.putHeadlines('politics', [headline('7', '09:00')], NOON);
    expect(one.headline('7')?.read).toBe(true);
    expect(other.headline('7')?.read).toBe(true);
  });

  it('is set aside under another name if one was in the same second', () => {
    const home = newHome();
    for (const _time of [1, 2]) {
      writeFileSync(join(home, 'archive.db'), 'junk '.repeat(1000));
      archiveIn(home).close();
    }
    expect(
      readdirSync(home)
        .filter((name) => name.includes('damaged'))
        .toSorted(),
    ).toEqual(['archive.damaged-20261120-120000-2.db', ASIDE]);
  });
});

describe('text in hostile rows of an archive', () => {
  it('is sanitised before it is shown', () => {
    const home = newHome();
    const archive = archiveIn(home);
    archive.putHeadlines('politics', [headline('1', '09:00'), headline('2', '08:00')], NOON);
    archive.putArticle(article('1'), NOON);
    archive.putFeed({
      section: 'politics',
      refreshedAt: 1,
      freshUntil: null,
      validators: { etag: null, lastModified: null },
      notBefore: null,
      failure: { at: 1, code: 'timeout', details: {} },
    });
    sql(
      join(home, 'archive.db'),
      `UPDATE headlines SET title = char(27) || '[2J제목' || char(10) || '둘째', summary = char(0x202e) || '요약', image = 'javascript:1' WHERE id = '1';
       UPDATE headlines SET url = 'file:///etc/passwd' WHERE id = '2';
       UPDATE articles SET json = 'junk';
       UPDATE feeds SET failure_code = 'no-such-code', failure_details = '[', etag = 'a' || char(10) || 'b';
       INSERT INTO places VALUES ('1', -5, 'x', 0);`,
    );
    expect(archive.headlines({ section: 'total', limit: 5 })).toMatchObject([
      { id: '1', title: '제목 둘째', summary: '요약', image: null },
    ]);
    expect(archive.article('1')).toBeNull();
    expect(archive.place('1')).toBeNull();
    expect(archive.feed('politics')).toMatchObject({
      validators: { etag: null },
      failure: { code: 'internal', details: {} },
    });
  });
});

describe('an archive of another version', () => {
  it.each(['PRAGMA user_version', 'COMMIT'])(
    'whose process was killed before %s while bringing it up to date is as before, and the next start continues',
    (when) => {
      const home = newHome();
      const file = join(home, 'archive.db');
      const before = MIGRATIONS.length - 1;
      sql(file, [...MIGRATIONS.slice(0, before), `PRAGMA user_version = ${before}`].join(';'));
      const columns = 'id, url, title, summary, sections, first_seen, changed';
      const rows = Array.from(
        { length: 300 },
        (_, at) =>
          `INSERT INTO headlines (${columns}) VALUES ('${at}', 'https://www.donga.com/${at}', '제목 ${at}', '', 'total', 0, 0);
         INSERT INTO listings (id, section, time, position, unread) VALUES ('${at}', 'total', ${at}, ${at}, 1)`,
      );
      sql(file, ['BEGIN', ...rows, 'COMMIT'].join(';'));
      const child = fileURLToPath(new URL('../children/migrating.ts', import.meta.url));
      expect(spawnSync(process.execPath, [child, file, when]).signal).toBe('SIGKILL');
      const db = new DatabaseSync(file, { readOnly: true });
      expect(db.prepare('PRAGMA user_version').get()).toEqual({ user_version: before });
      expect(
        db.prepare(`SELECT count(*) AS many FROM sqlite_schema WHERE name = 'indexed'`).get()?.many,
      ).toBe(0);
      db.close();
      const archive = archiveIn(home);
      expect(setAsideBy(archive)).toBeNull();
      expect(archive.count({ section: 'total' })).toBe(300);
      archive.putArticle(article('7', { updatedAt: null }), NOON, { extractor: 1 });
      archive.putArticle(article('7', { updatedAt: null, title: '고친 제목' }), NOON + 1, { extractor: 1 });
      expect(archive.versions('7').texts).toHaveLength(2);
    },
  );

  it('an archive of a newer version is refused and left as it is', () => {
    const home = newHome();
    const file = filled(home);
    sql(file, `PRAGMA user_version = ${MIGRATIONS.length + 1}`);
    const before = readFileSync(file);
    expect(() => archiveIn(home)).toThrow(expect.objectContaining({ code: 'newer-archive' }));
    expect(readFileSync(file)).toEqual(before);
  });

  it.each(MIGRATIONS.map((_step, version) => version))(
    '%d is brought up to date and keeps its contents',
    (version) => {
      const home = newHome();
      const file = join(home, 'archive.db');
      sql(file, [...MIGRATIONS.slice(0, version), `PRAGMA user_version = ${version}`].join(';'));
      if (version > 0) sql(file, `INSERT INTO reads VALUES ('1', 0)`);
      const archive = archiveIn(home);
      expect(setAsideBy(archive)).toBeNull();
      archive.putHeadlines('politics', [headline('1', '09:00')], NOON);
      expect(archive.headline('1')?.read).toBe(version > 0);
    },
  );
});

describe('a home that cannot be written', () => {
  /** Runs a script as a user who owns nothing here, since no mode stops root. */
  function asNobody(home: string): { mode: string; ids: string[]; failures: string[] } {
    const script = join(import.meta.dirname, '..', 'children', 'read-only.ts');
    return JSON.parse(execFileSync(process.execPath, [script, home], { encoding: 'utf8' }));
  }

  const ALL_READ_ONLY = ['read-only', 'read-only', 'read-only', 'read-only'];

  it.runIf(process.getuid?.() === 0)('is read, and every change fails with read-only', () => {
    const home = newHome();
    filled(home);
    chmodSync(home, 0o755);
    chmodSync(join(home, 'archive.db'), 0o644);
    const seen = asNobody(home);
    expect(seen).toMatchObject({ mode: 'read-only', failures: ALL_READ_ONLY });
    expect(seen.ids).toHaveLength(400);
    expect(readdirSync(home)).toEqual(['archive.db']);
  });

  it.runIf(process.getuid?.() === 0)('with nothing in it, or with damage in it, is an empty archive', () => {
    const home = newHome();
    chmodSync(home, 0o755);
    expect(asNobody(home)).toEqual({ mode: 'read-only', ids: [], failures: ALL_READ_ONLY });
    writeFileSync(join(home, 'archive.db'), 'junk '.repeat(1000));
    expect(asNobody(home)).toEqual({ mode: 'read-only', ids: [], failures: ALL_READ_ONLY });
    expect(readdirSync(home)).toEqual(['archive.db']);
  });

  it.runIf(process.getuid?.() === 0)(
    'with an archive of an older version says so, and is not shown as empty',
    () => {
      const home = newHome();
      const file = join(home, 'archive.db');
      sql(file, `${MIGRATIONS[0]}; PRAGMA user_version = 1`);
      chmodSync(home, 0o755);
      chmodSync(file, 0o644);
      const before = readFileSync(file);
      expect(() => asNobody(home)).toThrow('older-archive');
      expect(readFileSync(file)).toEqual(before);
    },
  );

  it('that cannot even be created is an empty archive', () => {
    const archive = archiveIn('/proc/no-such-home');
    expect(archive.mode).toBe('read-only');
    expect(archive.headlines({ section: 'total', limit: 5 })).toEqual([]);
    expect(() => archive.setRead(['1'], true, NOON)).toThrow(expect.objectContaining({ code: 'read-only' }));
  });
});

describe('a full disk', () => {
  it('is reported as that, and everything kept before is there', () => {
    const file = join(newHome(), 'small.db');
    const db = connect(file, { busyMs: 0 });
    db.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1); PRAGMA max_page_count = 4');
    let failure: unknown;
    try {
      db.transaction(() => db.run('INSERT INTO t VALUES (zeroblob(100000))'));
    } catch (error) {
      failure = storageFailure(error);
    }
    expect(failure).toMatchObject({ code: 'disk-full' });
    expect(db.all('SELECT x FROM t')).toMatchObject([{ x: 1 }]);
    db.transaction(() => db.run('INSERT INTO t VALUES (2)'));
    db.close();
  });

  it('under a file is reported as that too', () => {
    let failure: unknown;
    try {
      writeFileSync('/dev/full', 'x');
    } catch (error) {
      failure = storageFailure(error);
    }
    expect(failure).toMatchObject({ code: 'disk-full' });
  });
});

describe('the archive’s folder', () => {
  it('can be read by no other user, nor its files', () => {
    const home = join(newHome(), 'data');
    const archive = archiveIn(home);
    archive.setRead(['1'], true, NOON);
    const modes = ['', 'archive.db', 'archive.db-wal', 'archive.db-shm'].map(
      (name) => statSync(join(home, name)).mode & 0o777,
    );
    expect(modes.map((mode) => mode.toString(8))).toEqual(['700', '600', '600', '600']);
  });

  it('keeps its mode with other files in it, and is closed to others when empty', () => {
    const homes = [newHome(), newHome()];
    for (const home of homes) chmodSync(home, 0o755);
    mkdirSync(join(homes[1]!, 'photos'));
    for (const home of homes) archiveIn(home);
    expect(homes.map((home) => (statSync(home).mode & 0o777).toString(8))).toEqual(['700', '755']);
    expect(existsSync(join(homes[1]!, 'archive.db'))).toBe(true);
  });
});
