import { BELIEVED, newestPlausible } from '../../clock.ts';
import { koreanTime, parseKoreanTime } from '../../korean/times.ts';
import type { FeedHeadline, Headline, Shared } from '../../model.ts';
import { compareSections, FOLLOWING, SECTIONS } from '../../sections.ts';
import { NO_WORDS, type WatchWords, wordRanges } from '../../watch-words.ts';
import { line, lineOrNull, text, webLink } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import type { HeadlineQuery } from '../types.ts';
import { anyOf, followed, not } from './words.ts';

/** The list of all headlines, whatever feed they came in. */
const ALL = 'total';

const COLUMNS =
  'h.id, h.url, h.title, h.summary, h.image, h.section, h.sections, h.published, l.time, l.position, l.unread';

/** A list's newest first: read off an index, without a sort, however many there are. */
export const LIST_SQL = listSql('');
export const UNREAD_LIST_SQL = listSql('AND l.unread = 1');

/** Goes on below a row by its key. An OFFSET would read every row above again, once for each page. */
const BELOW = 'AND (l.time, l.position, l.id) < (?, ?, ?)';
export const NEXT_PAGE_SQL = listSql(BELOW);

function listSql(condition: string): string {
  return `SELECT ${COLUMNS} FROM listings l CROSS JOIN headlines h ON h.id = l.id
    WHERE l.section = ? ${condition}
    ORDER BY l.time DESC, l.position DESC, l.id DESC LIMIT ? OFFSET ?`;
}

export function listHeadlines(
  db: Connection,
  query: HeadlineQuery,
  words: WatchWords = NO_WORDS,
): Headline[] {
  if (words.watch.length + words.mute.length > 0) return listByWords(db, query, words, null).headlines;
  const { section, limit, offset, unreadOnly } = query;
  return readRows(db.all(unreadOnly ? UNREAD_LIST_SQL : LIST_SQL, section, limit, offset ?? 0));
}

/** The place of a row in a list's order. */
export interface ListKey {
  readonly time: number;
  readonly position: number;
  readonly id: string;
}

/** Part of a list, and the key of its last row, below which the next part begins; null at the end of the list. */
export interface ListPage {
  readonly headlines: Headline[];
  readonly last: ListKey | null;
}

/** Reads up to `limit` headlines below a row, or from the top; rows with nothing to show count too. */
export function listPage(
  db: Connection,
  query: Pick<HeadlineQuery, 'section' | 'limit'>,
  below: ListKey | null,
  words: WatchWords = NO_WORDS,
): ListPage {
  const { section, limit } = query;
  if (words.watch.length + words.mute.length > 0) return listByWords(db, query, words, below);
  const sql = below === null ? LIST_SQL : NEXT_PAGE_SQL;
  const rows = db.all(sql, section, ...valuesOf(below), limit, 0);
  return { headlines: readRows(rows), last: lastKey(rows, limit) };
}

const valuesOf = (key: ListKey | null): (string | number)[] =>
  key === null ? [] : [key.time, key.position, key.id];

function lastKey(rows: readonly SqlRow[], limit: number): ListKey | null {
  const row = rows.length < limit ? undefined : rows.at(-1);
  if (row === undefined) return null;
  return { time: Number(row.time), position: Number(row.position), id: String(row.id) };
}

function listByWords(
  db: Connection,
  { section, limit, offset, unreadOnly, withMuted }: HeadlineQuery,
  words: WatchWords,
  below: ListKey | null,
): ListPage {
  const watched = anyOf(words.watch);
  const muted = anyOf(words.mute);
  const follows = section === FOLLOWING.name;
  if (follows && watched === null) return { headlines: [], last: null };
  const conditions = [
    follows ? (withMuted ? watched : followed(words)) : null,
    follows || muted === null || withMuted ? null : not(muted),
  ].filter((each) => each !== null);
  const rows = db.all(
    `SELECT ${COLUMNS}, ${watched?.sql ?? '0'} AS watched, ${muted?.sql ?? '0'} AS muted
      FROM listings l CROSS JOIN headlines h ON h.id = l.id
      WHERE l.section = ? ${below === null ? '' : BELOW} ${unreadOnly ? 'AND l.unread = 1' : ''} ${conditions.map(({ sql }) => `AND ${sql}`).join(' ')}
      ORDER BY l.time DESC, l.position DESC, l.id DESC LIMIT ? OFFSET ?`,
    ...(watched?.values ?? []),
    ...(muted?.values ?? []),
    follows ? ALL : section,
    ...valuesOf(below),
    ...conditions.flatMap(({ values }) => values),
    limit,
    offset ?? 0,
  );
  const marks = new Map(rows.map((row) => [line(row.id), row]));
  const headlines = readRows(rows).map((headline) => ({
    ...headline,
    ...(marks.get(headline.id)?.watched === 1 ? { watched: wordRanges(headline.title, words.watch) } : {}),
    ...(marks.get(headline.id)?.muted === 1 ? { muted: true as const } : {}),
  }));
  return { headlines, last: lastKey(rows, limit) };
}

export function oneHeadline(db: Connection, id: string): Headline | null {
  const sql = `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}' WHERE h.id = ?`;
  return readRows(db.all(sql, id))[0] ?? null;
}

/** Articles whose page lists a tag, and headlines that say its word; or articles that a reporter signed. */
const SHARING_SQL = {
  tag: `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}'
    LEFT JOIN articles a ON a.id = h.id
    WHERE instr(h.title, ?1) > 0
      OR EXISTS (SELECT 1 FROM json_each(a.json, '$.tags') WHERE value = ?1)
    ORDER BY l.time DESC, l.position DESC LIMIT 500`,
  reporter: `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}'
    JOIN articles a ON a.id = h.id
    WHERE EXISTS (SELECT 1 FROM json_each(a.json, '$.reporters') WHERE json_extract(value, '$.name') = ?1)
    ORDER BY l.time DESC, l.position DESC LIMIT 500`,
};

export function headlinesSharing(db: Connection, by: Shared): Headline[] {
  return readRows(db.all(SHARING_SQL[by.kind], by.kind === 'tag' ? by.tag : by.name));
}

/** Reads rows as headlines, leaving out those without a title or link once they are sanitised. */
function readRows(rows: readonly SqlRow[]): Headline[] {
  return rows.flatMap((row) => {
    const title = line(row.title);
    const url = webLink(row.url);
    if (title === '' || url === null) return [];
    const sections = sectionNames(row.sections);
    const published = row.published;
    return {
      id: line(row.id),
      title,
      url,
      section: sections.find((section) => section !== ALL) ?? lineOrNull(row.section),
      sections,
      publishedAt: typeof published === 'number' ? koreanTime(published) : null,
      summary: text(row.summary),
      image: webLink(row.image),
      read: row.unread === 0,
      bookmarked: false,
    };
  });
}

const sectionNames = (value: unknown): string[] => line(value).split(' ').filter(Boolean);

/**
 * Stores a feed's headlines in the feed's order. A field that this feed leaves out (date, photo, lead) keeps the value
 * that another feed gave. Returns how many headlines are new.
 */
export function putHeadlines(
  db: Connection,
  section: string,
  headlines: readonly FeedHeadline[],
  at: number,
): number {
  db.run('UPDATE counter SET value = value + 1');
  const refresh = Number(db.get('SELECT value FROM counter')?.value);
  const unique = [
    ...new Map(headlines.toReversed().map((headline) => [headline.id, headline])).values(),
  ].toReversed();

  const latest = latestBelieved(db, unique, at);
  let added = 0;
  for (const [rank, headline] of unique.entries()) {
    const known = db.get('SELECT * FROM headlines WHERE id = ?', headline.id);
    const time =
      known === undefined
        ? insert(db, section, headline, refresh, at, latest)
        : update(db, section, headline, refresh, at, known, latest);
    if (known === undefined) added += 1;
    list(db, headline.id, section, time, positionInFeed(refresh, rank));
    if (section !== ALL) list(db, headline.id, ALL, time, positionInUnion(section, rank));
  }
  reorderMisdated(db, at, latest);
  return added;
}

/**
 * The latest time of publication that is believed, in ms: one that is later by more than 30 days than the clock and what
 * is plausible in the feeds' answers is a mistake (2099), and would stay at the top of every list.
 */
function latestBelieved(db: Connection, headlines: readonly FeedHeadline[], at: number): number {
  const feeds = db
    .all('SELECT newest FROM feeds WHERE newest IS NOT NULL')
    .map(({ newest }) => Number(newest));
  const times = headlines.flatMap((headline) => millisecondsOf(headline) ?? []);
  return Math.max(at, newestPlausible([...times, ...feeds, at])!) + BELIEVED;
}

/** Puts headlines that were dated wrongly, and that no feed may hold any more, where they were first seen. */
function reorderMisdated(db: Connection, at: number, latest: number): void {
  db.run(
    `UPDATE listings SET time = (SELECT min(first_seen, ?) FROM headlines WHERE headlines.id = listings.id)
      WHERE id IN (SELECT id FROM listings WHERE section = '${ALL}' AND time > ?)`,
    at,
    latest,
  );
}

/** The time that lists are ordered by, in ms: of publication or, where that is unknown or not believed, first seen. */
const orderedBy = (published: number | null, firstSeen: number, latest: number): number =>
  published === null || published > latest ? firstSeen : published;

/** Notes which headlines were a feed's last answer, and how new the newest of them is. */
export function noteAnswer(db: Connection, section: string, headlines: readonly FeedHeadline[]): void {
  const newest = newestPlausible(headlines.flatMap((headline) => millisecondsOf(headline) ?? []));
  db.run(
    'UPDATE feeds SET answered = (SELECT value FROM counter), newest = ? WHERE section = ?',
    newest,
    section,
  );
}

/** Returns the time that lists are ordered by, in ms. */
function insert(
  db: Connection,
  section: string,
  headline: FeedHeadline,
  refresh: number,
  at: number,
  latest: number,
): number {
  const published = millisecondsOf(headline);
  db.run(
    `INSERT INTO headlines (id, url, title, summary, image, section, sections, published, first_seen, changed)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    headline.id,
    headline.url,
    headline.title,
    headline.summary,
    headline.image,
    headline.section,
    section,
    published,
    at,
    refresh,
  );
  return orderedBy(published, at, latest);
}

function update(
  db: Connection,
  section: string,
  headline: FeedHeadline,
  refresh: number,
  at: number,
  known: SqlRow,
  latest: number,
): number {
  const sections = sectionNames(known.sections);
  const next = {
    url: headline.url,
    title: headline.title,
    summary: headline.summary || known.summary!,
    image: headline.image ?? known.image!,
    section: headline.section ?? known.section!,
    sections: (sections.includes(section) ? sections : [...sections, section].sort(compareSections)).join(
      ' ',
    ),
    published: millisecondsOf(headline) ?? known.published!,
  };
  // A time later than now was noted by a clock that was ahead.
  const firstSeen = Math.min(Number(known.first_seen), at);
  const time = orderedBy(next.published === null ? null : Number(next.published), firstSeen, latest);
  const columns = Object.keys(next) as (keyof typeof next)[];
  if (columns.some((column) => next[column] !== known[column])) {
    db.run(
      `UPDATE headlines SET ${columns.map((column) => `${column} = ?`).join(', ')}, changed = ? WHERE id = ?`,
      ...columns.map((column) => next[column]),
      refresh,
      headline.id,
    );
  }
  if (firstSeen !== known.first_seen) {
    db.run('UPDATE headlines SET first_seen = ? WHERE id = ?', firstSeen, headline.id);
  }
  db.run('UPDATE listings SET time = ? WHERE id = ? AND time <> ?', time, headline.id, time);
  return time;
}

/**
 * Puts a headline in a list, or moves it there. A position in the union (negative) gives way to the one in the
 * feed of the union, and to that of a section earlier in the table: whichever feed is asked first, the order
 * comes out the same.
 */
function list(db: Connection, id: string, section: string, time: number, position: number): void {
  db.run(
    `INSERT INTO listings (id, section, time, position, unread)
      VALUES (?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM reads WHERE id = ?))
      ON CONFLICT DO UPDATE SET position = excluded.position
        WHERE excluded.position >= 0
          OR (position < 0 AND (-1 - excluded.position) / ${RANKS} <= (-1 - position) / ${RANKS})`,
    id,
    section,
    time,
    position,
    id,
  );
}

/** More than a feed holds: a position is the number of a refresh times this, and the place in the feed. */
export const RANKS = 65_536;

/** Among equals a later refresh's come first, and among those the feed's order holds. */
const positionInFeed = (refresh: number, rank: number): number =>
  refresh * RANKS + (RANKS - 1 - Math.min(rank, RANKS - 1));

const positionInUnion = (section: string, rank: number): number => {
  const place = SECTIONS.findIndex(({ name }) => name === section);
  return -1 - ((place === -1 ? SECTIONS.length : place) * RANKS + Math.min(rank, RANKS - 1));
};

function millisecondsOf({ publishedAt }: FeedHeadline): number | null {
  const published = publishedAt === null ? Number.NaN : parseKoreanTime(publishedAt);
  return Number.isFinite(published) ? published : null;
}
