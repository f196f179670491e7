import { koreanTime } from '../../korean/times.ts';
import type { Headline, Shared } from '../../model.ts';
import { FOLLOWING, otherSections } from '../../sections.ts';
import { hasInterests, NO_WORDS, type WatchWords, wordRanges } from '../../watch-words.ts';
import { line, lineOrNull, text, webLink } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import type { HeadlineMarks, HeadlineQuery } from '../types.ts';
import { anyOf, columnCondition, followed, interestsOf, not } from './words.ts';

/** The list of all headlines, of whatever feed. */
export const ALL = 'total';

const COLUMNS =
  'h.id, h.url, h.title, h.summary, h.image, h.section, h.sections, h.published, h.retitled, l.time, l.position, l.unread, s.story';

/** Headlines that the reader took out of a story count as being in none. */
const WITH_STORY = 'LEFT JOIN stories s ON s.id = h.id AND s.apart = 0';

/** A list's newest first: read off an index, without a sort, however many there are. */
export const LIST_SQL = listSql('');
export const UNREAD_LIST_SQL = listSql('AND l.unread = 1');

/** Continues below a row by its key. An OFFSET would read every row above again, once for each page. */
const BELOW = 'AND (l.time, l.position, l.id) < (?, ?, ?)';
export const NEXT_PAGE_SQL = listSql(BELOW);

function listSql(condition: string): string {
  return `SELECT ${COLUMNS} FROM listings l CROSS JOIN headlines h ON h.id = l.id ${WITH_STORY}
    WHERE l.section = ? ${condition}
    ORDER BY l.time DESC, l.position DESC, l.id DESC LIMIT ? OFFSET ?`;
}

export function listHeadlines(
  db: Connection,
  query: HeadlineQuery,
  words: WatchWords = NO_WORDS,
): Headline[] {
  if (hasInterests(words) || words.mute.length > 0) return listByWords(db, query, words, null).headlines;
  const { section, limit, offset, unreadOnly } = query;
  const apart = apartFrom(section);
  const sql = unreadOnly ? UNREAD_LIST_SQL : LIST_SQL;
  return readRows(
    db.all(
      apart === '' ? sql : listSql(`${unreadOnly ? 'AND l.unread = 1' : ''} ${apart}`),
      section,
      limit,
      offset ?? 0,
    ),
  );
}

/** A condition that keeps other feeds' headlines out of the list of all: it is the paper's. */
function apartFrom(section: string): string {
  if (section !== ALL || otherSections().length === 0) return '';
  const names = otherSections().map(({ name }) => `'${name.replaceAll("'", "''")}'`);
  return `AND NOT EXISTS (SELECT 1 FROM listings o WHERE o.id = l.id AND o.section IN (${names.join(', ')}))`;
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
  if (hasInterests(words) || words.mute.length > 0) return listByWords(db, query, words, below);
  const apart = apartFrom(section);
  const plain = below === null ? LIST_SQL : NEXT_PAGE_SQL;
  const sql = apart === '' ? plain : listSql(`${below === null ? '' : BELOW} ${apart}`);
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
  const watched = interestsOf(words);
  const muted = anyOf(words.mute);
  const follows = section === FOLLOWING.name;
  if (follows && watched === null) return { headlines: [], last: null };
  const conditions = [
    follows ? (withMuted ? watched : followed(words)) : null,
    follows || muted === null || withMuted ? null : not(muted),
  ].filter((each) => each !== null);
  const rows = db.all(
    `SELECT ${COLUMNS}, ${watched?.sql ?? '0'} AS watched, ${muted?.sql ?? '0'} AS muted
      FROM listings l CROSS JOIN headlines h ON h.id = l.id ${WITH_STORY}
      WHERE l.section = ? ${below === null ? '' : BELOW} ${unreadOnly ? 'AND l.unread = 1' : ''} ${apartFrom(section)} ${conditions.map(({ sql }) => `AND ${sql}`).join(' ')}
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
  const sql = `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}' ${WITH_STORY} WHERE h.id = ?`;
  return readRows(db.all(sql, id))[0] ?? null;
}

/** The kept ones among some headlines, by their ids. */
export function headlinesBy(db: Connection, ids: readonly string[]): ReadonlyMap<string, Headline> {
  const sql = `SELECT ${COLUMNS} FROM json_each(?) wanted CROSS JOIN headlines h ON h.id = wanted.value
    JOIN listings l ON l.id = h.id AND l.section = '${ALL}' ${WITH_STORY}`;
  return new Map(readRows(db.all(sql, JSON.stringify(ids))).map((headline) => [headline.id, headline]));
}

/** The marks of the kept ones among some headlines, by their ids. */
export function marksOf(db: Connection, ids: readonly string[]): ReadonlyMap<string, HeadlineMarks> {
  const sql = `SELECT l.id, l.unread, s.story FROM json_each(?) wanted
    CROSS JOIN listings l ON l.id = wanted.value AND l.section = '${ALL}'
    LEFT JOIN stories s ON s.id = l.id AND s.apart = 0`;
  return new Map(
    db
      .all(sql, JSON.stringify(ids))
      .map(({ id, unread, story }) => [
        line(id),
        { read: unread === 0, ...(typeof story === 'string' ? { story: STORY + line(story) } : {}) },
      ]),
  );
}

/** Articles whose page lists a tag, and headlines that say its word; or articles that a reporter signed. */
const SHARING_SQL = {
  tag: `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}'
    LEFT JOIN articles a ON a.id = h.id ${WITH_STORY}
    WHERE instr(h.title, ?1) > 0
      OR EXISTS (SELECT 1 FROM json_each(a.json, '$.tags') WHERE value = ?1)
    ORDER BY l.time DESC, l.position DESC LIMIT 500`,
  reporter: `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}'
    JOIN articles a ON a.id = h.id ${WITH_STORY}
    WHERE EXISTS (SELECT 1 FROM json_each(a.json, '$.reporters') WHERE json_extract(value, '$.name') = ?1)
    ORDER BY l.time DESC, l.position DESC LIMIT 500`,
};

export function headlinesSharing(db: Connection, by: Shared): Headline[] {
  if (by.kind === 'column') {
    const { sql, values } = columnCondition(by.name);
    const rows = db.all(
      `SELECT ${COLUMNS} FROM headlines h JOIN listings l ON l.id = h.id AND l.section = '${ALL}' ${WITH_STORY}
        WHERE ${sql} ORDER BY l.time DESC, l.position DESC LIMIT 500`,
      ...values,
    );
    // A column is a series: its pieces stand in the order they came.
    return readRows(rows).reverse();
  }
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
      ...(typeof row.story === 'string' ? { story: STORY + line(row.story) } : {}),
      ...(Number(row.retitled) > 0 ? { retitled: true as const } : {}),
    };
  });
}

/** The names of a row's feeds, parted by spaces. Rows have few different ones: they are kept once for all of them. */
export function sectionNames(value: unknown): readonly string[] {
  let names = known.get(value);
  if (names === undefined) {
    names = line(value).split(' ').filter(Boolean);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(value, names);
  }
  return names;
}

const known = new Map<unknown, readonly string[]>();
const MOST_KNOWN = 500;

/** The letter before a story's id, which is that of its first headline. */
export const STORY = 's';

/** The headlines of a story, oldest first, undated ones last. */
export function headlinesOfStory(db: Connection, first: string): Headline[] {
  const sql = `SELECT ${COLUMNS} FROM stories s CROSS JOIN headlines h ON h.id = s.id
    JOIN listings l ON l.id = h.id AND l.section = '${ALL}'
    WHERE s.story = ? AND s.apart = 0 ORDER BY h.published IS NULL, h.published, h.id`;
  return readRows(db.all(sql, first));
}

/** The other headlines of the stories that some headlines are in, newest first; muted ones are left out. */
export function matesOf(
  db: Connection,
  headlines: readonly Headline[],
  words: WatchWords = NO_WORDS,
): Headline[] {
  const stories = new Set(headlines.flatMap(({ story }) => story?.slice(STORY.length) ?? []));
  if (stories.size === 0) return [];
  const ids = new Set(headlines.map(({ id }) => id));
  const muted = anyOf(words.mute);
  const rows = db.all(
    `SELECT ${COLUMNS} FROM json_each(?) wanted CROSS JOIN stories s ON s.story = wanted.value AND s.apart = 0
      CROSS JOIN headlines h ON h.id = s.id CROSS JOIN listings l ON l.id = h.id AND l.section = '${ALL}'
      ${muted === null ? '' : `WHERE NOT ${muted.sql}`}
      ORDER BY l.time DESC, l.position DESC, l.id DESC`,
    JSON.stringify([...stories]),
    ...(muted?.values ?? []),
  );
  return readRows(rows.filter(({ id }) => !ids.has(line(id))));
}
