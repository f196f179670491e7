import { BELIEVED } from '../../clock.ts';
import { parseKoreanTime } from '../../korean/times.ts';
import type { Article } from '../../model.ts';
import { parseJson, readArticle } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import { WrongSchema } from '../sqlite/errors.ts';
import type { Tokens } from '../types.ts';
import {
  type Backlog,
  headlineRow,
  idsBefore,
  indexedFrom,
  type Queued,
  TEXTS,
  TITLES,
  timeOf,
} from './backlog.ts';
import { freeNumber } from './numbers.ts';
import { INDEXES } from './schema.ts';

/** The work of a slice: the number of entries brought up to date, and those that leave the queue. */
export interface IndexedSlice {
  readonly many: number;
  readonly queued: readonly Queued[];
}

/**
 * Indexes the titles of at most so many headlines: first the changed ones, then, from the highest id down,
 * those older than the index.
 */
export function indexTitles(db: Connection, limit: number, tokens: Tokens): IndexedSlice {
  return indexSome(db, TITLES, limit, (id) => {
    const source = sourceOf(db, id);
    return {
      number: place(db, id, source),
      write(number) {
        db.run('DELETE FROM titles WHERE rowid = ?', number);
        if (source.listed)
          db.run('INSERT INTO titles (rowid, tokens) VALUES (?, ?)', number, tokens.ofTitle(source.title));
      },
    };
  });
}

/** The same with the texts of headlines and articles. */
export function indexTexts(db: Connection, limit: number, tokens: Tokens): IndexedSlice {
  return indexSome(db, TEXTS, limit, (id) => {
    const source = sourceOf(db, id);
    return {
      number: place(db, id, source),
      write(number) {
        db.run('DELETE FROM texts WHERE rowid = ?', number);
        const text = tokens.ofText(source, source.article);
        db.run('INSERT INTO texts (rowid, tokens) VALUES (?, ?)', number, text);
      },
    };
  });
}

interface Change {
  /** Null if nothing is left to be indexed. */
  readonly number: number | null;
  write(number: number): void;
}

/** In one transaction, by rising numbers: at any other FTS5 begins a new part of its index. */
function indexSome(db: Connection, of: Backlog, limit: number, change: (id: string) => Change): IndexedSlice {
  // Most often nothing is missing: then nothing is written either.
  const isMissing = indexedFrom(db, of) !== '' || db.get(`SELECT 1 FROM ${of.queue} LIMIT 1`) !== undefined;
  if (!isMissing) return { many: 0, queued: [] };
  return db.transaction(() => {
    // A write before the first read takes the lock: the next process to index then reads data at least as
    // new.
    db.run('UPDATE about SET spill = spill');
    const queued = db
      .all(`SELECT id, stamp FROM ${of.queue} LIMIT ?`, limit)
      .map(({ id, stamp }) => ({ id: String(id), stamp: Number(stamp) }));
    const room = limit - queued.length;
    const older = idsBefore(db, of, indexedFrom(db, of), null, room);
    const last = older.length < room ? '' : older.at(-1);
    if (last !== undefined) db.run(`UPDATE about SET ${of.before} = ? WHERE ${of.before} <> ''`, last);
    const changes = [...new Set([...queued.map(({ id }) => id), ...older])]
      .map(change)
      .filter(({ number }) => number !== null);
    for (const { number, write } of changes.sort((one, other) => one.number! - other.number!)) write(number!);
    return { many: queued.length + older.length, queued };
  }, 'DEFERRED');
}

/** A headline, an article or both, as far as they are there. */
interface Source {
  readonly there: boolean;
  /** A feed gave it. */
  readonly listed: boolean;
  readonly title: string;
  readonly summary: string;
  readonly article: Article | null;
  /**
   * The entry's place among the others, in ms; and its time of publication as far as that is believed, null
   * for no date.
   */
  readonly order: number;
  readonly published: number | null;
}

function sourceOf(db: Connection, id: string): Source {
  const headline = headlineRow(db, id);
  const row = db.get('SELECT json, fetched_at FROM articles WHERE id = ?', id);
  const article = row === undefined ? null : readArticle(parseJson(String(row.json)));
  const published = headline === undefined ? publishedAt(article, Number(row?.fetched_at)) : timeOf(headline);
  return {
    there: headline !== undefined || article !== null,
    listed: headline !== undefined,
    title: String(headline?.title ?? article?.title ?? ''),
    summary: String(headline?.summary ?? ''),
    article,
    order: published ?? Number(headline?.first_seen ?? 0),
    published,
  };
}

/** When an article that no feed gave was published; when it was fetched, if its page says long after that. */
function publishedAt(article: Article | null, fetchedAt: number): number | null {
  const time = article?.publishedAt == null ? Number.NaN : parseKoreanTime(article.publishedAt);
  if (!Number.isFinite(time)) return null;
  return time > fetchedAt + BELIEVED ? fetchedAt : time;
}

/** Gives an entry its number; another one if its time has changed, none if it is gone. */
function place(db: Connection, id: string, source: Source): number | null {
  const before = entryOf(db, id);
  const { title, published } = source;
  const listed = Number(source.listed);
  if (source.there && before !== undefined && before.time === published) {
    db.run('UPDATE entries SET listed = ?, title = ? WHERE number = ?', listed, title, before.number!);
    return Number(before.number);
  }
  if (before !== undefined) remove(db, Number(before.number));
  if (!source.there) return null;
  const { number, spill } = freeNumber(db, id, source.order);
  if (spill > 0) db.run('UPDATE about SET spill = max(spill, ?)', spill);
  db.run('INSERT INTO entries VALUES (?, ?, ?, ?, ?)', number, id, published, listed, title);
  // An entry that was just put in and is not found shows a damaged index of ids.
  if (entryOf(db, id) === undefined) throw new WrongSchema();
  return number;
}

function remove(db: Connection, number: number): void {
  for (const index of INDEXES) db.run(`DELETE FROM ${index} WHERE rowid = ?`, number);
  db.run('DELETE FROM entries WHERE number = ?', number);
}

const entryOf = (db: Connection, id: string): SqlRow | undefined =>
  db.get('SELECT number, time FROM entries WHERE id = ?', id);

/** Pages that are written at a merge. */
const PAGES = 64;

/** Makes the index's small parts fewer, for some 10 ms; false when they are as few as they are to be. */
export function mergeSome(db: Connection): boolean {
  const changes = (): number => Number(db.get('SELECT total_changes() AS many')?.many);
  return INDEXES.some((index) => {
    const before = changes();
    db.run(`INSERT INTO ${index} (${index}, rank) VALUES ('merge', ${PAGES})`);
    // A merge that finds nothing to do counts as one change (https://sqlite.org/fts5.html#the_merge_command).
    return changes() - before > 1;
  });
}
