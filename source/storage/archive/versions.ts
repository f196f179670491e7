/** Texts and titles that articles had before. */
import { HOUR } from '../../clock.ts';
import { mayAskAgain } from '../../corrections/asking-again.ts';
import { compare, type Extracted } from '../../corrections/texts.ts';
import type { Article } from '../../model.ts';
import { readingLength } from '../../reading-time.ts';
import { fields, line, parseJson, readArticle } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import type { FormerTitle, KeptVersions, PutArticle, TextVersion } from '../types.ts';
import { putLength } from './lengths.ts';

/** The number of former texts, and of former titles, that are kept of an article without a bookmark. */
export const KEPT = 10;

/** The most that a former text may be once inflated, in bytes: no page is larger. */
const LARGEST = 16 * 2 ** 20;

type WholeText = Pick<Article, 'source' | 'updatedAt' | 'title' | 'deck' | 'blocks'>;

/** Keeps an article and, if it was corrected, the text kept before too. */
export function putArticle(db: Connection, article: Article, at: number, how: PutArticle): void {
  const { extractor = 0, keepAll = false } = how;
  const { id } = article;
  const row = db.get('SELECT json, extractor, fetched_at, seen_at, corrected FROM articles WHERE id = ?', id);
  const known = row === undefined ? null : readArticle(parseJson(String(row.json)));
  if (row === undefined || known === null) {
    insert(db, article, { extractor, at, seenAt: at, corrected: Number(row?.corrected ?? 0) });
    return;
  }
  // A lead never replaces a whole article.
  if (article.source === 'feed' && known.source !== 'feed') return;
  const before = { ...known, extractor: Number(row.extractor) };
  const verdict = compare(before, { ...article, extractor });
  if (verdict === 'stale') {
    db.run('UPDATE articles SET fetched_at = ? WHERE id = ?', at, id);
    return;
  }
  // A time later than now was noted by a clock that was ahead.
  const seenAt = Math.min(Number(row.seen_at ?? row.fetched_at), at);
  const corrected = Number(row.corrected) + (verdict === 'corrected' ? 1 : 0);
  // A text by another extractor is kept too if a history would lack its last text without it.
  if (verdict === 'corrected' || (verdict === 'incomparable' && corrected > 0))
    keepVersion(db, before, id, seenAt, keepAll);
  insert(db, article, { extractor, at, seenAt: verdict === 'alike' ? seenAt : at, corrected });
}

interface Stored {
  readonly extractor: number;
  readonly at: number;
  readonly seenAt: number;
  readonly corrected: number;
}

function insert(db: Connection, article: Article, { extractor, at, seenAt, corrected }: Stored): void {
  db.run(
    `INSERT INTO articles (id, source, fetched_at, json, extractor, seen_at, corrected) VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET source = excluded.source, fetched_at = excluded.fetched_at, json = excluded.json,
      extractor = excluded.extractor, seen_at = excluded.seen_at, corrected = excluded.corrected`,
    article.id,
    article.source,
    at,
    JSON.stringify(article),
    extractor,
    seenAt,
    corrected,
  );
  if (article.source !== 'feed') putLength(db, article.id, readingLength(article));
}

function keepVersion(db: Connection, text: Extracted, id: string, seenAt: number, keepAll: boolean): void {
  const { source, updatedAt, title, deck, blocks } = text;
  const kept: WholeText = { source, updatedAt, title, deck, blocks };
  const number = Number(db.get('SELECT max(number) AS last FROM versions WHERE id = ?', id)?.last ?? 0) + 1;
  db.run(
    'INSERT INTO versions (id, number, seen_at, extractor, text) VALUES (?, ?, ?, ?, ?)',
    id,
    number,
    seenAt,
    text.extractor,
    deflate(kept),
  );
  if (!keepAll) db.run('DELETE FROM versions WHERE id = ? AND number <= ?', id, number - KEPT);
}

const zlib = () => process.getBuiltinModule('node:zlib');

const deflate = (text: WholeText): Uint8Array => zlib().deflateRawSync(JSON.stringify(text), { level: 9 });

/** A former text; null if its row is damaged, by which only that version is lost. */
function inflate(id: string, row: SqlRow): TextVersion | null {
  try {
    const bytes = row.text;
    if (!(bytes instanceof Uint8Array)) return null;
    const json = zlib().inflateRawSync(bytes, { maxOutputLength: LARGEST }).toString('utf8');
    // The rest of an article is not kept of a former text.
    const article = readArticle({ ...fields(parseJson(json)), id, url: 'https://www.donga.com/' });
    return article === null ? null : version(article, Number(row.extractor), Number(row.seen_at));
  } catch {
    return null;
  }
}

function version(article: Article, extractor: number, seenAt: number): TextVersion {
  const { source, updatedAt, title, deck, blocks } = article;
  return { source, updatedAt, title, deck, blocks, extractor, seenAt };
}

/** The article as it is kept; null for none. */
export function keptArticle(db: Connection, id: string): Article | null {
  const row = db.get('SELECT json, extractor FROM articles WHERE id = ?', id);
  if (row === undefined) return null;
  // An article kept before articles carried the extractor's version has it in the column.
  return readArticle({ ...fields(parseJson(String(row.json))), extractor: Number(row.extractor) });
}

/** All kept versions of an article's text and title. */
export function versions(db: Connection, id: string): KeptVersions {
  const former = db
    .all('SELECT * FROM versions WHERE id = ? ORDER BY number', id)
    .flatMap((row) => inflate(id, row) ?? []);
  const row = db.get('SELECT * FROM articles WHERE id = ?', id);
  const article = row === undefined ? null : readArticle(parseJson(String(row.json)));
  const present =
    row === undefined || article === null || article.source === 'feed'
      ? []
      : [version(article, Number(row.extractor), Number(row.seen_at ?? row.fetched_at))];
  return {
    texts: [...former, ...present],
    corrected: Number(row?.corrected ?? 0),
    titles: formerTitles(db, id),
    retitled: Number(db.get('SELECT retitled FROM headlines WHERE id = ?', id)?.retitled ?? 0),
  };
}

const formerTitles = (db: Connection, id: string): FormerTitle[] =>
  db
    .all('SELECT * FROM titles WHERE id = ? AND gone_at IS NOT NULL ORDER BY gone_at, rowid', id)
    .flatMap((row) => {
      const title = line(row.title);
      return title === '' ? [] : [{ title, seenAt: Number(row.seen_at), goneAt: Number(row.gone_at) }];
    });

/** Whether an article, or its headline, was ever corrected, without reading the texts. */
export function isCorrected(db: Connection, id: string): boolean {
  const row = db.get(
    `SELECT coalesce((SELECT corrected FROM articles WHERE id = ?1), 0)
      + coalesce((SELECT retitled FROM headlines WHERE id = ?1), 0) AS many`,
    id,
  );
  return Number(row?.many ?? 0) > 0;
}

/** Notes that a page is asked for again now, if that is allowed; returns whether it is. */
export function askAgain(db: Connection, id: string, now: number): boolean {
  const fetched = db.get('SELECT fetched_at AS at FROM articles WHERE id = ?', id);
  const again = db.all('SELECT id, at FROM asked_again');
  const own = [...(fetched === undefined ? [] : [fetched]), ...again.filter((row) => row.id === id)];
  const times = (rows: readonly SqlRow[]): number[] => rows.map((row) => Number(row.at));
  if (!mayAskAgain({ own: times(own), again: times(again) }, now)) return false;
  db.run('DELETE FROM asked_again WHERE at <= ? OR at > ?', now - HOUR, now);
  db.run('INSERT OR REPLACE INTO asked_again (id, at) VALUES (?, ?)', id, now);
  return true;
}
