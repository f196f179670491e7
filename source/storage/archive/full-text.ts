import { parseKoreanTime } from '../../korean/times.ts';
import type { Article } from '../../model.ts';
import { parseJson, readArticle } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import { WrongSchema } from '../sqlite/errors.ts';
import type { FoundText, TextMaker, TextQuery } from '../types.ts';

/** Brings the index up to date for at most so many articles; returns for how many. */
export function indexTexts(db: Connection, limit: number, textOf: TextMaker): number {
  const ids = db.all('SELECT id FROM unindexed LIMIT ?', limit).map((row) => String(row.id));
  for (const id of ids) {
    const number = Number(db.get('SELECT number FROM numbered WHERE id = ?', id)?.number ?? 0);
    if (number > 0) {
      db.run('DELETE FROM texts WHERE rowid = ?', number);
      db.run('DELETE FROM shorts WHERE rowid = ?', number);
      db.run('DELETE FROM numbered WHERE number = ?', number);
    }
    const known = db.get('SELECT title, summary, published, first_seen FROM headlines WHERE id = ?', id);
    const article = readArticle(
      parseJson(String(db.get('SELECT json FROM articles WHERE id = ?', id)?.json)),
    );
    if (known !== undefined || article !== null) add(db, id, known, article, textOf);
    db.run('DELETE FROM unindexed WHERE id = ?', id);
  }
  return ids.length;
}

function add(
  db: Connection,
  id: string,
  known: SqlRow | undefined,
  article: Article | null,
  textOf: TextMaker,
): void {
  const headline = { title: String(known?.title ?? ''), summary: String(known?.summary ?? '') };
  const { title, body, short } = textOf(headline, article);
  const published = article?.publishedAt == null ? Number.NaN : parseKoreanTime(article.publishedAt);
  const time = Number(known?.published ?? known?.first_seen ?? (Number.isFinite(published) ? published : 0));
  db.run('INSERT INTO numbered (id, time) VALUES (?, ?)', id, time);
  const numbered = db.get('SELECT number FROM numbered WHERE id = ?', id);
  // What was just put in and is not found: its index is damaged.
  if (numbered === undefined) throw new WrongSchema();
  const number = Number(numbered.number);
  db.run('INSERT INTO texts (rowid, title, body) VALUES (?, ?, ?)', number, title, body);
  db.run('INSERT INTO shorts (rowid, words) VALUES (?, ?)', number, short);
}

/** How much more a word counts in the title than in the body. */
const TITLE_WEIGHT = 8;

/** What has no date stands among the others by when it was first seen, but is of no day. */
const DATED = 'n.time > 0 AND NOT EXISTS (SELECT 1 FROM headlines WHERE id = n.id AND published IS NULL)';

/** The section that everything is in. */
const ALL = 'total';

/** In the feeds of some sections or, where only that of all or none gave it, by what its own link or page says. */
const OF_SECTIONS = `EXISTS (
  SELECT 1 FROM json_each(?) wanted WHERE wanted.value IN (
    SELECT section FROM listings WHERE id = n.id
    UNION ALL SELECT section FROM headlines WHERE id = n.id AND sections = '${ALL}'
    UNION ALL SELECT json_extract(json, '$.section') FROM articles
      WHERE id = n.id AND json_valid(json) AND NOT EXISTS (SELECT 1 FROM headlines WHERE id = n.id)
  )
)`;

/** Best first, the newest first among equals. */
export function findTexts(db: Connection, query: TextQuery, limit: number): FoundText[] {
  const { long, short, sections, tags, from, to } = query;
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (sql: string, ...given: (string | number)[]): void => {
    conditions.push(sql);
    values.push(...given);
  };
  if (long.length > 0) {
    where('texts MATCH ?', long.map((ways) => `(${ways.map(quoted).join(' OR ')})`).join(' AND '));
  }
  if (short.length > 0) {
    where('n.number IN (SELECT rowid FROM shorts WHERE shorts MATCH ?)', short.map(quoted).join(' AND '));
  }
  if (from !== null) where('n.time >= ?', from);
  if (to !== null) where('n.time < ?', to);
  if (from !== null || to !== null) where(DATED);
  if (sections.length > 0 && !sections.includes(ALL)) where(OF_SECTIONS, JSON.stringify(sections));
  for (const tag of tags) {
    where(
      // What is no JSON is an article without tags, and no end of the search.
      `EXISTS (SELECT 1 FROM articles a, json_each(iif(json_valid(a.json), a.json, '{}'), '$.tags') t
        WHERE a.id = n.id AND instr(lower(t.value), lower(?)))`,
      tag,
    );
  }
  const table = long.length > 0 ? 'texts CROSS JOIN numbered n ON n.number = texts.rowid' : 'numbered n';
  const rank = long.length > 0 ? `bm25(texts, ${TITLE_WEIGHT}, 1)` : '-1';
  const rows = db.all(
    `SELECT n.id AS id, ${rank} AS rank FROM ${table} WHERE ${conditions.join(' AND ')}
      ORDER BY rank, n.time DESC LIMIT ?`,
    ...values,
    limit,
  );
  const best = Number(rows[0]?.rank ?? -1);
  return rows.map((row) => ({
    id: String(row.id),
    rank: best === 0 ? 1 : Math.min(1, Number(row.rank) / best),
  }));
}

/** As a string of FTS5's query language, in which nothing means anything. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
