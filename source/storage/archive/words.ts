/** Headlines that the reader's words match, selected by SQLite itself. */
import { type Followed, matchOf, needsEdge, readFollowed, type WatchWords } from '../../watch-words.ts';
import type { Connection } from '../sqlite/connection.ts';
import type { WordCounts } from '../types.ts';

/** A condition on a headline `h`, and the values for its `?`. */
export interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

/** The number of newest headlines that are counted, so that counting takes a few ms in any archive. */
const COUNTED = 10_000;

/** The condition for headlines that any of the words matches; null if there are no words. */
export function anyOf(words: readonly string[]): Condition | null {
  if (words.length === 0) return null;
  const parts = words.map(matchOf).map((match): Condition => {
    if (match.kind === 'tag') {
      const sql = `EXISTS (SELECT 1 FROM articles a, json_each(a.json, '$.tags') t WHERE a.id = h.id AND lower(t.value) = ?)`;
      return { sql, values: [match.tag] };
    }
    const each = match.parts.map(() => `' ' || lower(h.title) || ' ' GLOB ?`).join(' AND ');
    return { sql: `(${each})`, values: match.parts.map(glob) };
  });
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}

/** The condition for headlines that belong to something followed; null if nothing is. */
function followOf(entries: readonly string[]): Condition | null {
  const parts = entries.flatMap((entry) => readFollowed(entry) ?? []).map(followedCondition);
  if (parts.length === 0) return null;
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}

function followedCondition({ kind, name }: Followed): Condition {
  switch (kind) {
    case 'reporter':
      return { sql: CREDITED, values: ['reporter', name] };
    case 'tag':
      return { sql: CREDITED, values: ['tag', matchOf(`#${name}`).kind === 'tag' ? lowerAscii(name) : name] };
    case 'column':
      return columnCondition(name);
    case 'story': {
      const first = name.slice(1);
      return {
        sql: `(h.id = ? OR EXISTS (SELECT 1 FROM stories f WHERE f.id = h.id AND f.apart = 0
          AND f.story IN (?, (SELECT story FROM stories WHERE id = ?))))`,
        values: [first, first, first],
      };
    }
  }
}

const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

const CREDITED = 'EXISTS (SELECT 1 FROM credits c WHERE c.kind = ? AND c.name = ? AND c.id = h.id)';

/** Whether a title names a column: [이름], [이름/필자], 【이름】. */
export function columnCondition(name: string): Condition {
  const ways = [`[${name}]`, `[${name}/`, `【${name}】`, `【${name}/`];
  return { sql: `(${ways.map(() => 'instr(h.title, ?) > 0').join(' OR ')})`, values: ways };
}

/** Whether any watched word matches a headline, or it is followed; null if there is nothing of either. */
export function interestsOf({ watch, follow = [] }: WatchWords): Condition | null {
  const parts = [anyOf(watch), followOf(follow)].filter((part) => part !== null);
  if (parts.length === 0) return null;
  return {
    sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
    values: parts.flatMap(({ values }) => values),
  };
}

export function not({ sql, values }: Condition): Condition {
  return { sql: `NOT ${sql}`, values };
}

/** The SQLite GLOB pattern that finds a part of a word in a title with a space at both ends. */
function glob(part: string): string {
  const escaped = part.replace(/[*?[]/g, '[$&]');
  return `*${needsEdge(part[0]) ? '[^a-z0-9]' : ''}${escaped}${needsEdge(part.at(-1)) ? '[^a-z0-9]' : ''}*`;
}

export function countWords(db: Connection, words: WatchWords, unreadOnly: boolean): WordCounts {
  const muted = anyOf(words.mute);
  const watched = followed(words);
  return {
    muted: muted === null ? new Map() : countWhere(db, muted, unreadOnly),
    followed: watched === null ? 0 : (countWhere(db, watched, unreadOnly).get('total') ?? 0),
  };
}

/** The number of the newest headlines that a condition holds for, by section, `total` included. */
function countWhere(db: Connection, { sql, values }: Condition, unreadOnly: boolean): Map<string, number> {
  const rows = db.all(
    `SELECT l.section, count(*) AS many FROM
      (SELECT id FROM listings WHERE section = 'total' ORDER BY time DESC LIMIT ${COUNTED}) recent
      CROSS JOIN headlines h ON h.id = recent.id CROSS JOIN listings l ON l.id = h.id
      WHERE ${sql} ${unreadOnly ? 'AND l.unread = 1' : ''} GROUP BY l.section`,
    ...values,
  );
  return new Map(rows.map((row) => [String(row.section), Number(row.many)]));
}

/** The condition of a headline that is watched and not muted; null if nothing is watched. */
export function followed(words: WatchWords): Condition | null {
  const watched = interestsOf(words);
  const muted = anyOf(words.mute);
  if (watched === null || muted === null) return watched;
  return { sql: `${watched.sql} AND NOT ${muted.sql}`, values: [...watched.values, ...muted.values] };
}
