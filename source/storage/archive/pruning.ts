import type { Connection } from '../sqlite/connection.ts';
import type { PruneLimits } from '../types.ts';
import { RANKS } from './put-headlines.ts';

/** The most headlines removed in one step, so that the screen never waits for it. */
export const PRUNED_AT_ONCE = 100;

/**
 * Removes headlines that are past a limit, unread and not bookmarked, with their articles: at most 100, the oldest
 * first. Headlines in a feed's last answer stay, or that feed would bring them again as new. Returns how many were
 * removed; fewer than 100 means that none is left to remove.
 */
export function prune(db: Connection, limits: PruneLimits, bookmarked: ReadonlySet<string>): number {
  const kept = Number(db.get(`SELECT total FROM counts WHERE section = 'total'`)?.total ?? 0);
  const old = db.all(OLDEST_SQL, limits.before, JSON.stringify([...bookmarked]), PRUNED_AT_ONCE);
  const excess = Math.min(PRUNED_AT_ONCE, kept - limits.count);
  const many =
    excess > old.length
      ? db.all(OLDEST_SQL, Number.MAX_SAFE_INTEGER, JSON.stringify([...bookmarked]), excess)
      : old;
  for (const { id } of many) remove(db, String(id));
  return many.length;
}

/** Removes a section that no longer exists: its feed's state, and all headlines that no other section has. */
export function forgetSection(db: Connection, section: string): void {
  const only = db.all(
    `SELECT id FROM listings WHERE section = ? AND NOT EXISTS (
      SELECT 1 FROM listings o WHERE o.id = listings.id AND o.section NOT IN (?, 'total'))`,
    section,
    section,
  );
  for (const { id } of only) remove(db, String(id));
  db.run('DELETE FROM listings WHERE section = ?', section);
  db.run('DELETE FROM feeds WHERE section = ?', section);
}

function remove(db: Connection, id: string): void {
  for (const table of ['listings', 'headlines', 'articles', 'places', 'stories', 'versions', 'titles'])
    db.run(`DELETE FROM ${table} WHERE id = ?`, id);
}

const OLDEST_SQL = `SELECT id FROM listings
  WHERE section = 'total' AND unread = 1 AND time < ? AND id NOT IN (SELECT value FROM json_each(?))
    AND NOT EXISTS (
      SELECT 1 FROM listings held JOIN feeds ON feeds.section = held.section
      WHERE held.id = listings.id AND held.position >= feeds.answered * ${RANKS}
    )
  ORDER BY time, position LIMIT ?`;
