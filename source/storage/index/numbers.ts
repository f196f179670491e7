import type { Connection } from '../sqlite/connection.ts';

/** Numbers a minute: as many as come in one, or the index's distances between them grow. */
const A_MINUTE = 2;

/** The least number that an entry of some time may have; `time` in ms since the epoch. */
export const numberOf = (time: number): number => Math.max(1, Math.floor(time / 60_000) * A_MINUTE);

/**
 * A free number for an entry: the first of its minute, or a later one, the further the more are taken.
 * `spill` is its distance from the first.
 */
export function freeNumber(db: Connection, id: string, time: number): { number: number; spill: number } {
  const first = numberOf(time);
  let spill = 0;
  let step = 1;
  let hash = hashOf(id);
  while (db.get('SELECT 1 FROM entries WHERE number = ?', first + spill) !== undefined) {
    hash = Math.imul(hash, 0x9e3779b1) >>> 0;
    spill += 1 + ((hash >>> 8) % step);
    step *= 2;
  }
  return { number: first + spill, spill };
}

function hashOf(id: string): number {
  let hash = 1;
  for (let at = 0; at < id.length; at += 1) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) >>> 0;
  return hash | 1;
}
