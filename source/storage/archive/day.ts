/** Headlines that came since a time, and the time until which the reader was shown them. */
import type { Headline } from '../../model.ts';
import type { WatchWords } from '../../watch-words.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { CameSince } from '../types.ts';
import { type ListKey, listPage } from './headlines.ts';

/** The most headlines of a day: those of a few busy ones. */
const MOST = 3_000;
const PAGE = 200;

/** The headlines published after a time, newest first; with `seenAfter` only those first seen after that. */
export function cameSince(
  db: Connection,
  { publishedAfter, seenAfter }: CameSince,
  words: WatchWords,
): Headline[] {
  const ids = new Set(
    db
      .all(
        `SELECT l.id FROM listings l CROSS JOIN headlines h ON h.id = l.id
          WHERE l.section = 'total' AND l.time > ? AND h.first_seen > ?
          ORDER BY l.time DESC, l.position DESC, l.id DESC LIMIT ${MOST}`,
        publishedAfter,
        seenAfter ?? Number.MIN_SAFE_INTEGER,
      )
      .map(({ id }) => String(id)),
  );
  const came: Headline[] = [];
  let below: ListKey | null = null;
  for (let left = ids.size; left > 0; ) {
    const page = listPage(db, { section: 'total', limit: PAGE }, below, words);
    const found = page.headlines.filter(({ id }) => ids.has(id));
    came.push(...found);
    left -= found.length;
    below = page.last;
    if (below === null || below.time <= publishedAfter) break;
  }
  return came;
}

/** Until when the day was shown, in ms; null for never. */
export function dayShown(db: Connection): number | null {
  const at = db.get(`SELECT at FROM shown WHERE what = 'day'`)?.at;
  return typeof at === 'number' ? at : null;
}

export function putDayShown(db: Connection, at: number): void {
  db.run(`INSERT OR REPLACE INTO shown (what, at) VALUES ('day', ?)`, at);
}
