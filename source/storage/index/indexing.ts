import type { SQLOutputValue } from 'node:sqlite';
import { BELIEVED } from '../../clock.ts';
import { parseKoreanTime } from '../../korean/times.ts';
import type { Article } from '../../model.ts';
import { parseJson, readArticle } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import { WrongSchema } from '../sqlite/errors.ts';
import type { SliceLimits, Tokens } from '../types.ts';
import { type Backlog, idsBefore, indexedFrom, type Queued, TEXTS, TITLES, timeOf } from './backlog.ts';
import { freeNumber } from './numbers.ts';
import { INDEXES, slicesConfirmed } from './schema.ts';

/** The work of a slice: the number of entries brought up to date, and those that leave the queues. */
export interface IndexedSlice {
  readonly many: number;
  /** Rises with each slice that takes entries off the queues. */
  readonly number: number;
  readonly titles: readonly Queued[];
  readonly texts: readonly Queued[];
}

const NOTHING: IndexedSlice = { many: 0, number: 0, titles: [], texts: [] };

/**
 * Indexes some of what the index lacks, in one transaction: headlines that came or changed first, then titles
 * older than the index, then texts.
 */
export function indexSome(db: Connection, limits: SliceLimits, tokens: Tokens): IndexedSlice {
  // Most often nothing is missing: then nothing is written either.
  if (!isBehind(db)) return NOTHING;
  return db.transaction(() => {
    // A write before the first read takes the lock: the next process to index then reads data at least as
    // new.
    db.run('UPDATE slices SET last = last');
    const changed = indexChanged(db, limits.changed, tokens);
    if (changed.many > 0) return changed;
    const titles = older(db, TITLES, limits.titles);
    if (titles.length > 0) {
      write(
        db,
        sourcesOf(db, titles, false).map((source) => ({ source, title: true, text: false })),
        tokens,
      );
      return { ...NOTHING, many: titles.length };
    }
    return indexTexts(db, limits.texts, tokens);
  }, 'DEFERRED');
}

const isBehind = (db: Connection): boolean =>
  db.get(
    `SELECT titles_before <> '' OR texts_before <> '' OR EXISTS (SELECT 1 FROM titles_to_index)
      OR EXISTS (SELECT 1 FROM texts_to_index) AS behind FROM about`,
  )?.behind === 1;

/** Indexes changed titles, each with its lead unless an article's text is in its place: that takes longer. */
function indexChanged(db: Connection, limit: number, tokens: Tokens): IndexedSlice {
  const rows = db.all(
    `SELECT q.id, q.stamp, t.stamp AS text FROM titles_to_index q
      LEFT JOIN texts_to_index t ON t.id = q.id LIMIT ?`,
    limit,
  );
  const titles = rows.map(queued);
  const stamps = new Map(rows.map(({ id, text }) => [String(id), text]));
  const texts: Queued[] = [];
  const entries = sourcesOf(
    db,
    titles.map(({ id }) => id),
    false,
  ).map((source) => {
    const stamp = stamps.get(source.id);
    const text = typeof stamp === 'number' && !source.kept;
    if (text) texts.push({ id: source.id, stamp });
    return { source, title: true, text };
  });
  write(db, entries, tokens);
  return { many: rows.length, number: numbered(db, titles), titles, texts };
}

function indexTexts(db: Connection, limit: number, tokens: Tokens): IndexedSlice {
  const texts = db.all('SELECT id, stamp FROM texts_to_index LIMIT ?', limit).map(queued);
  const ids = [...new Set([...texts.map(({ id }) => id), ...older(db, TEXTS, limit - texts.length)])];
  write(
    db,
    sourcesOf(db, ids, true).map((source) => ({ source, title: false, text: true })),
    tokens,
  );
  return { many: ids.length, number: numbered(db, texts), titles: [], texts };
}

/** Numbers a slice, and keeps its ids until the archive has taken them off its queue. */
function numbered(db: Connection, queue: readonly Queued[]): number {
  const { last, ids } = db.get('SELECT last, ids FROM slices')!;
  if (queue.length === 0) return Number(last);
  const confirmed = slicesConfirmed(db);
  const earlier: string[] = Number(last) > confirmed ? JSON.parse(String(ids)) : [];
  const all = JSON.stringify([...new Set([...earlier, ...queue.map(({ id }) => id)])]);
  db.run('UPDATE slices SET last = last + 1, confirmed = ?, ids = ?', confirmed, all);
  return Number(last) + 1;
}

const queued = ({ id, stamp }: SqlRow): Queued => ({ id: String(id), stamp: Number(stamp) });

/** The highest ids of entries older than the index that it lacks. They count as indexed from here on. */
function older(db: Connection, of: Backlog, limit: number): string[] {
  const from = indexedFrom(db, of);
  if (from === '') return [];
  const ids = idsBefore(db, of, from, null, limit);
  db.run(`UPDATE about SET ${of.before} = ?`, ids.length < limit ? '' : ids.at(-1)!);
  return ids;
}

/** A headline, an article or both, as far as they are there, and its entry in the index. */
interface Source {
  readonly id: string;
  readonly there: boolean;
  /** A feed gave it. */
  readonly listed: boolean;
  /** Its article is kept. */
  readonly kept: boolean;
  readonly title: string;
  readonly summary: string;
  /** Read only where it is asked for, or where there is nothing else. */
  readonly article: Article | null;
  /**
   * The entry's place among the others, in ms; and its time of publication as far as that is believed, null
   * for no date.
   */
  readonly order: number;
  readonly published: number | null;
  readonly entry: { readonly number: number; readonly time: SQLOutputValue } | null;
}

/** In the order of the ids. */
function sourcesOf(db: Connection, ids: readonly string[], withArticles: boolean): Source[] {
  const rows = db.rows(
    `SELECT j.value, h.id, h.title, h.summary, h.published, l.time, h.first_seen,
        a.id, a.fetched_at, iif(? OR h.id IS NULL, a.json, NULL), e.number, e.time
      FROM json_each(?) j
        LEFT JOIN headlines h ON h.id = j.value
        LEFT JOIN listings l ON l.id = j.value AND l.section = 'total'
        LEFT JOIN articles a ON a.id = j.value
        LEFT JOIN entries e ON e.id = j.value`,
    Number(withArticles),
    JSON.stringify(ids),
  );
  return rows.map(readSource);
}

function readSource([
  id,
  headline,
  title,
  summary,
  published,
  listedAt,
  firstSeen,
  kept,
  fetchedAt,
  json,
  number,
  time,
]: SQLOutputValue[]): Source {
  const listed = headline !== null;
  const article = json === null ? null : readArticle(parseJson(String(json)));
  const at = listed
    ? timeOf({ published: published!, listed_at: listedAt! })
    : publishedAt(article, Number(fetchedAt));
  return {
    id: String(id),
    there: listed || article !== null,
    listed,
    kept: kept !== null,
    title: String(title ?? article?.title ?? ''),
    summary: String(summary ?? ''),
    article,
    order: at ?? Number(firstSeen ?? 0),
    published: at,
    entry: number === null ? null : { number: Number(number), time: time! },
  };
}

/** When an article that no feed gave was published; when it was fetched, if its page says long after that. */
function publishedAt(article: Article | null, fetchedAt: number): number | null {
  const time = article?.publishedAt == null ? Number.NaN : parseKoreanTime(article.publishedAt);
  if (!Number.isFinite(time)) return null;
  return time > fetchedAt + BELIEVED ? fetchedAt : time;
}

interface Change {
  readonly source: Source;
  /** What of it is indexed. */
  readonly title: boolean;
  readonly text: boolean;
}

/** Brings entries up to date, by rising numbers: at any other FTS5 begins a new part of its index. */
function write(db: Connection, changes: readonly Change[], tokens: Tokens): void {
  const placed = changes.flatMap((change) => {
    const number = place(db, change.source);
    return number === null ? [] : [{ ...change, number }];
  });
  checkIds(
    db,
    placed.map(({ source }) => source.id),
  );
  for (const { source, number, title, text } of placed.sort((one, other) => one.number - other.number)) {
    const isNew = source.entry?.number !== number;
    if (title && !isNew) db.run('DELETE FROM titles WHERE rowid = ?', number);
    if (title && source.listed)
      db.run('INSERT INTO titles (rowid, tokens) VALUES (?, ?)', number, tokens.ofTitle(source.title));
    if (!text) continue;
    if (!isNew) db.run('DELETE FROM texts WHERE rowid = ?', number);
    db.run('INSERT INTO texts (rowid, tokens) VALUES (?, ?)', number, tokens.ofText(source, source.article));
  }
}

/** Gives an entry its number; another one if its time has changed, none if it is gone. */
function place(
  db: Connection,
  { id, entry, there, title, published, order, ...source }: Source,
): number | null {
  const listed = Number(source.listed);
  if (there && entry !== null && entry.time === published) {
    db.run('UPDATE entries SET listed = ?, title = ? WHERE number = ?', listed, title, entry.number);
    return entry.number;
  }
  if (entry !== null) remove(db, entry.number);
  if (!there) return null;
  const { number, spill } = freeNumber(db, id, order);
  if (spill > 0) db.run('UPDATE about SET spill = max(spill, ?)', spill);
  db.run('INSERT INTO entries VALUES (?, ?, ?, ?, ?)', number, id, published, listed, title);
  return number;
}

/** @throws WrongSchema if entries that are there are not found: the index of ids is damaged */
function checkIds(db: Connection, ids: readonly string[]): void {
  const sql = 'SELECT count(*) AS many FROM json_each(?) j CROSS JOIN entries e ON e.id = j.value';
  if (Number(db.get(sql, JSON.stringify(ids))?.many) !== ids.length) throw new WrongSchema();
}

function remove(db: Connection, number: number): void {
  for (const index of INDEXES) db.run(`DELETE FROM ${index} WHERE rowid = ?`, number);
  db.run('DELETE FROM entries WHERE number = ?', number);
}

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
