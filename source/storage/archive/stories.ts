/**
 * The stories that headlines are in. A story is named by the id of its first headline; a headline that stands
 * alone is in none.
 */
import { line } from '../files/stored-json.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { Joined } from '../types.ts';

/** The stories of headlines; null for one that the reader took out. Headlines without a story are left out. */
export function storiesOf(db: Connection, ids: Iterable<string>): Map<string, string | null> {
  const sql = 'SELECT id, story, apart FROM stories WHERE id IN (SELECT value FROM json_each(?))';
  const rows = db.all(sql, JSON.stringify([...ids]));
  return new Map(rows.map(({ id, story, apart }) => [line(id), apart === 0 ? line(story) : null]));
}

/**
 * Puts headlines in stories. A headline that is in one, or that the reader took out of one, stays as it is. A story that an
 * older headline has joined is named by that one.
 */
export function joinStories(db: Connection, joined: readonly Joined[]): void {
  const sql = 'INSERT INTO stories VALUES (?, ?, 0) ON CONFLICT DO NOTHING';
  for (const { id, story } of joined) {
    db.run(sql, story, story);
    db.run(sql, id, story);
  }
  for (const story of new Set(joined.map((each) => each.story))) {
    const first = db.get(FIRST_SQL, story)?.id;
    if (typeof first === 'string' && first !== story)
      db.run('UPDATE stories SET story = ? WHERE story = ?', first, story);
  }
}

/** A story's first headline, undated ones last. */
const FIRST_SQL = `SELECT s.id FROM stories s CROSS JOIN headlines h ON h.id = s.id
  WHERE s.story = ? ORDER BY h.published IS NULL, h.published, h.id LIMIT 1`;

/** Forgets all stories; headlines that the reader took out stay out. */
export function dissolveStories(db: Connection): void {
  db.run('DELETE FROM stories WHERE apart = 0');
}

/** Takes a headline out of its story, or puts it back. Returns whether that changed anything. */
export function setApart(db: Connection, id: string, apart: boolean): boolean {
  return db.run('UPDATE stories SET apart = ?1 WHERE id = ?2 AND apart <> ?1', apart ? 1 : 0, id) > 0;
}
