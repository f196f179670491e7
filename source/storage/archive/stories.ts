/** Which headlines are one story. A story is named by the id of its first headline; one that stands alone is in none. */
import { line } from '../files/stored-json.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Joined } from '../types.ts';

/** The stories of headlines; null for one that the reader took out. Headlines in none are left out. */
export function storiesOf(db: Connection, ids: Iterable<string>): Map<string, string | null> {
  const sql = 'SELECT id, story, apart FROM stories WHERE id IN (SELECT value FROM json_each(?))';
  const rows = db.all(sql, JSON.stringify([...ids]));
  return new Map(rows.map(({ id, story, apart }) => [line(id), apart === 0 ? line(story) : null]));
}

/** A headline that is in a story, or that the reader took out of one, stays as it is. */
export function joinStories(db: Connection, joined: readonly Joined[]): void {
  const sql = 'INSERT INTO stories VALUES (?, ?, 0) ON CONFLICT DO NOTHING';
  for (const { id, story } of joined) {
    db.run(sql, story, story);
    db.run(sql, id, story);
  }
}

/** Forgets all stories; what the reader took out stays out. */
export function dissolveStories(db: Connection): void {
  db.run('DELETE FROM stories WHERE apart = 0');
}

/** Takes a headline out of its story, or puts it back. Returns whether that changed anything. */
export function setApart(db: Connection, id: string, apart: boolean): boolean {
  return db.run('UPDATE stories SET apart = ?1 WHERE id = ?2 AND apart <> ?1', apart ? 1 : 0, id) > 0;
}
