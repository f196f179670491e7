import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { textTokens, titleTokens } from '../../../source/search/shortlist/tokens.ts';
import { connect } from '../../../source/storage/sqlite/connection.ts';
import type { Archive } from '../../../source/storage/types.ts';
import { archiveIn, newHome } from '../home.ts';
import { article, headline, NOON } from '../samples.ts';

/** The bytes of a database and of its log (`-wal`), as they were on the disk at some moment. */
type Moment = readonly Buffer[];

const ENDS = ['', '-wal'];

const momentOf = (home: string, name: string): Moment =>
  ENDS.map((end) =>
    existsSync(join(home, name + end)) ? readFileSync(join(home, name + end)) : Buffer.alloc(0),
  );

function putBack(home: string, name: string, moment: Moment): void {
  for (const [at, end] of ENDS.entries()) writeFileSync(join(home, name + end), moment[at]!);
}

/** Small slices: more moments between them. */
const LIMITS = { changed: 3, titles: 9, texts: 9 };
const TOKENS = { ofTitle: titleTokens, ofText: textTokens };

function indexAll({ index }: Archive): void {
  while (index.indexSome(LIMITS, TOKENS) > 0 || index.merge());
}

interface Lived {
  readonly archives: readonly Moment[];
  readonly indexes: readonly Moment[];
  /** The places in both lists that were on the disk at the same time, after some commit. */
  readonly pairs: ReadonlySet<string>;
}

/** Fills and indexes an archive; notes its two files after each commit. */
function lived(): Lived {
  const home = newHome();
  const archive = archiveIn(home);
  const archives: Moment[] = [];
  const indexes: Moment[] = [];
  const pairs = new Set<string>();
  const place = (moments: Moment[], name: string): number => {
    const now = momentOf(home, name);
    const last = moments.at(-1);
    if (last === undefined || now.some((bytes, at) => !bytes.equals(last[at]!))) moments.push(now);
    return moments.length - 1;
  };
  const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
  const { exec } = DatabaseSync.prototype;
  vi.spyOn(DatabaseSync.prototype, 'exec').mockImplementation(function (
    this: typeof DatabaseSync.prototype,
    sql,
  ) {
    exec.call(this, sql);
    if (sql === 'COMMIT') pairs.add(`${place(archives, 'archive.db')} with ${place(indexes, 'search.db')}`);
  });
  const put = (section: string, ...ids: string[]): void => {
    archive.putHeadlines(
      section,
      ids.map((id) => headline(id, `09:${id.slice(-2)}`)),
      NOON,
    );
  };
  put('politics', '110', '111', '112', '113', '114');
  indexAll(archive);
  put('sports', '120', '121', '122', '123');
  indexAll(archive);
  archive.putHeadlines('politics', [headline('111', '09:11', { title: '고친 제목' })], NOON);
  archive.putArticle(article('112'), NOON);
  indexAll(archive);
  archive.forgetSection('sports');
  put('politics', '130');
  indexAll(archive);
  put('politics', '131');
  vi.restoreAllMocks();
  archive.close();
  return { archives, indexes, pairs };
}

/** What an index holds, by the ids of headlines, in place of numbers, which differ from one index to the next. */
function contents(home: string): string[] {
  const db = connect(join(home, 'search.db'), { busyMs: 1000 });
  const entries = db.all('SELECT id, time, listed, title FROM entries ORDER BY id');
  const tokens = ['titles', 'texts'].map((table) => {
    db.exec(`CREATE VIRTUAL TABLE temp.${table}_tokens USING fts5vocab (main, ${table}, instance)`);
    const sql = `SELECT t.term || ' ' || e.id AS token FROM temp.${table}_tokens t
      LEFT JOIN entries e ON e.number = t.doc ORDER BY token`;
    return db.all(sql).map(({ token }) => token);
  });
  db.close();
  return [...entries, ...tokens].map((part) => JSON.stringify(part));
}

/** Indexes an archive of a moment with an index of another, null for none. */
function indexed(
  archive: Moment,
  index: Moment | null,
): { readonly holds: string; readonly isAnew: boolean } {
  const home = newHome();
  putBack(home, 'archive.db', archive);
  if (index !== null) putBack(home, 'search.db', index);
  const before = inodeIn(home);
  const opened = archiveIn(home);
  indexAll(opened);
  opened.close();
  return { holds: contents(home).join('\n'), isAnew: inodeIn(home) !== before };
}

const inodeIn = (home: string): number =>
  statSync(join(home, 'search.db'), { throwIfNoEntry: false })?.ino ?? 0;

describe('an archive and a search index of two moments, as a power cut or a backup may leave them,', () => {
  it('soon hold the same, whichever is the older; a process killed at any moment has nothing indexed anew', () => {
    const { archives, indexes, pairs } = lived();
    const wrong: string[] = [];
    const anew: string[] = [];
    for (const [at, archive] of archives.entries()) {
      const right = indexed(archive, null).holds;
      for (const [other, index] of indexes.entries()) {
        const pair = `${at} with ${other}`;
        const { holds, isAnew } = indexed(archive, index);
        if (holds !== right) wrong.push(pair);
        if (isAnew && pairs.has(pair) && index[1]!.length > 0) anew.push(pair);
      }
    }
    expect(wrong).toEqual([]);
    expect(anew).toEqual([]);
    expect(pairs.size).toBeGreaterThan(12);
  });
});

it('an index of the version before it knew its moment is kept', () => {
  const home = newHome();
  const archive = archiveIn(home);
  archive.putHeadlines('politics', [headline('110', '09:10')], NOON);
  indexAll(archive);
  archive.close();
  const db = connect(join(home, 'search.db'), { busyMs: 1000 });
  db.exec('DROP TABLE slices; PRAGMA user_version = 4');
  db.close();
  const before = inodeIn(home);
  const again = archiveIn(home);
  again.putHeadlines('politics', [headline('111', '09:11')], NOON);
  indexAll(again);
  expect(again.index.unindexed('titles', null, 1)).toEqual([]);
  expect(inodeIn(home)).toBe(before);
});
