/**
 * The lengths of kept texts, kept beside them: the day in one page counts its minutes without reading any
 * text.
 */
import { readingLength } from '../../reading-time.ts';
import { line, parseJson, readArticle } from '../files/stored-json.ts';
import type { Connection } from '../sqlite/connection.ts';

/** The number of texts measured in one transaction, whose lock another process may wait for: some 20 ms. */
const AT_ONCE = 50;

/** Notes the length of a whole text that has just been kept. */
export function putLength(db: Connection, id: string, length: number): void {
  db.run('INSERT OR REPLACE INTO lengths (id, length) VALUES (?, ?)', id, length);
}

/** The measured lengths of some whole texts, in UTF-16 units, and the ids of the unmeasured ones. */
function lengthsOf(
  db: Connection,
  ids: readonly string[],
): { readonly lengths: Map<string, number>; readonly unmeasured: readonly string[] } {
  const rows = db.all(
    `SELECT wanted.value AS id, n.length, n.id IS NULL AND EXISTS (SELECT 1 FROM articles a WHERE a.id = wanted.value AND a.source <> 'feed') AS unmeasured
      FROM json_each(?) wanted LEFT JOIN lengths n ON n.id = wanted.value`,
    JSON.stringify(ids),
  );
  return {
    lengths: new Map(
      rows.flatMap(({ id, length }) => (typeof length === 'number' ? [[line(id), length] as const] : [])),
    ),
    unmeasured: rows.flatMap(({ id, unmeasured }) => (unmeasured === 1 ? [line(id)] : [])),
  };
}

/** Measures some texts: those kept before lengths were, or by a program that keeps none. @returns their lengths by id */
function measure(db: Connection, ids: readonly string[]): Map<string, number> {
  const rows = db.all(
    'SELECT id, json FROM articles WHERE id IN (SELECT value FROM json_each(?))',
    JSON.stringify(ids),
  );
  return new Map(
    rows.flatMap(({ id, json }) => {
      const article = readArticle(parseJson(String(json)));
      return article === null ? [] : [[line(id), readingLength(article)] as const];
    }),
  );
}

/** Reading and writing for the lengths: `write` throws where the archive cannot be written. */
interface Access {
  read<T>(act: (db: Connection) => T): T;
  write<T>(act: (db: Connection) => T): T;
}

/** The lengths of the whole ones among some texts; unmeasured ones are measured, and kept if possible. */
export function readingLengths({ read, write }: Access, ids: readonly string[]): Map<string, number> {
  const { lengths, unmeasured } = read((db) => lengthsOf(db, ids));
  let canKeep = true;
  for (let at = 0; at < unmeasured.length; at += AT_ONCE) {
    const some = unmeasured.slice(at, at + AT_ONCE);
    let measured = canKeep ? keepMeasured(write, some) : null;
    if (measured === null) {
      // A locked archive must not make the reader wait twice.
      canKeep = false;
      measured = read((db) => measure(db, some));
    }
    for (const [id, length] of measured) lengths.set(id, length);
  }
  return lengths;
}

/** Null if an archive is locked, full or read-only; its texts are measured again the next time. */
function keepMeasured(write: Access['write'], ids: readonly string[]): Map<string, number> | null {
  try {
    return write((db) => {
      const measured = measure(db, ids);
      for (const [id, length] of measured) putLength(db, id, length);
      return measured;
    });
  } catch {
    return null;
  }
}
