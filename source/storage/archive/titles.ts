/** Titles that a feed changes. */
import { bare } from '../../corrections/texts.ts';
import type { Connection } from '../sqlite/connection.ts';
import { KEPT } from './versions.ts';

/** A title that a feed gives for a headline that is known by another one. */
export interface GivenTitle {
  readonly id: string;
  /** The feed, and the title that it gives. */
  readonly section: string;
  readonly title: string;
  /** The title by which the headline is known. */
  readonly known: string;
  /** When the headline was first seen, and when this feed was asked, in ms. */
  readonly firstSeen: number;
  readonly at: number;
}

/** A title in 32 bits (FNV-1a), to see whether a feed gives another one than before. */
export function titleHash(title: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < title.length; at += 1)
    hash = Math.imul(hash ^ title.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/**
 * The title that a headline is to have. A feed that repeats its title while another feed already has a newer
 * one changes nothing; a feed with another title than before has corrected it, and the former one is kept.
 * The first title of a feed that is new to the headline counts as a correction only once another feed has the
 * same.
 */
export function takeTitle(db: Connection, given: GivenTitle): string {
  const { id, title, known, at } = given;
  const own = hashBefore(db, given);
  const hash = titleHash(title);
  if (title === known) {
    if (own !== null && own !== hash) confirm(db, id, at);
    return title;
  }
  if (own === hash) return known;
  // By its letters it is the same title.
  if (bare(title) === bare(known)) return title;
  keep(db, given, own === null ? null : at);
  return title;
}

/** The hash of the title that the feed gave before; null if it gave none. */
function hashBefore(db: Connection, { id, section, known }: GivenTitle): number | null {
  const row = db.get('SELECT title, position FROM listings WHERE id = ? AND section = ?', id, section);
  if (row === undefined) return null;
  if (typeof row.title === 'number') return row.title;
  // Kept by a version that noted no hashes; a negative position is that of a list which another feed fills.
  return Number(row.position) >= 0 ? titleHash(known) : null;
}

function keep(db: Connection, { id, known, firstSeen, at }: GivenTitle, goneAt: number | null): void {
  const last = db.get('SELECT max(gone_at) AS at FROM titles WHERE id = ?', id)?.at;
  const seenAt = Math.min(Number(last ?? firstSeen), at);
  db.run('DELETE FROM titles WHERE id = ? AND gone_at IS NULL', id);
  db.run('INSERT INTO titles (id, title, seen_at, gone_at) VALUES (?, ?, ?, ?)', id, known, seenAt, goneAt);
  if (goneAt !== null) count(db, id);
}

function confirm(db: Connection, id: string, at: number): void {
  const confirmed = db.run('UPDATE titles SET gone_at = ? WHERE id = ? AND gone_at IS NULL', at, id);
  if (confirmed > 0) count(db, id);
}

function count(db: Connection, id: string): void {
  db.run('UPDATE headlines SET retitled = retitled + 1 WHERE id = ?', id);
  db.run(
    `DELETE FROM titles WHERE id = ?1 AND gone_at IS NOT NULL AND rowid NOT IN
      (SELECT rowid FROM titles WHERE id = ?1 AND gone_at IS NOT NULL ORDER BY rowid DESC LIMIT ?2)`,
    id,
    KEPT,
  );
}
