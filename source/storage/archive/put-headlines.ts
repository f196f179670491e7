import { BELIEVED, newestPlausible } from '../../clock.ts';
import { parseKoreanTime } from '../../korean/times.ts';
import type { FeedHeadline } from '../../model.ts';
import { compareSections, SECTIONS } from '../../sections.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import { ALL, sectionNames } from './headlines.ts';
import { takeTitle, titleHash } from './titles.ts';

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
    const given = titleHash(headline.title);
    list(db, headline.id, section, time, positionInFeed(refresh, rank), given);
    if (section !== ALL) list(db, headline.id, ALL, time, positionInUnion(section, rank), null);
  }
  reorderMisdated(db, at, latest);
  return added;
}

/**
 * The latest time of publication that is believed, in ms: a time more than 30 days later than the clock and
 * than the plausible times of the feeds' answers is a mistake (2099), and would stay at the top of every
 * list.
 */
function latestBelieved(db: Connection, headlines: readonly FeedHeadline[], at: number): number {
  const feeds = db
    .all('SELECT newest FROM feeds WHERE newest IS NOT NULL')
    .map(({ newest }) => Number(newest));
  const times = headlines.flatMap((headline) => millisecondsOf(headline) ?? []);
  return Math.max(at, newestPlausible([...times, ...feeds, at])!) + BELIEVED;
}

/**
 * Moves headlines that were dated wrongly, and that no feed may hold any more, to the time they were first
 * seen.
 */
function reorderMisdated(db: Connection, at: number, latest: number): void {
  const misdated = `SELECT id FROM listings WHERE section = '${ALL}' AND time > ?`;
  // The same value again, for the trigger: the search index has them by that date too.
  db.run(`UPDATE headlines SET published = published WHERE id IN (${misdated})`, latest);
  db.run(
    `UPDATE listings SET time = (SELECT min(first_seen, ?) FROM headlines WHERE headlines.id = listings.id)
      WHERE id IN (${misdated})`,
    at,
    latest,
  );
}

/**
 * The time that lists are ordered by, in ms: of publication or, if that is unknown or implausible, first
 * seen.
 */
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
  // A time later than now was noted by a clock that was ahead.
  const firstSeen = Math.min(Number(known.first_seen), at);
  const { id } = headline;
  const next = {
    url: headline.url,
    title: takeTitle(db, { id, section, title: headline.title, known: String(known.title), firstSeen, at }),
    summary: headline.summary || known.summary!,
    image: headline.image ?? known.image!,
    section: headline.section ?? known.section!,
    sections: (sections.includes(section) ? sections : [...sections, section].sort(compareSections)).join(
      ' ',
    ),
    published: millisecondsOf(headline) ?? known.published!,
  };
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
  const before = db.get(`SELECT time FROM listings WHERE id = ? AND section = '${ALL}'`, headline.id)?.time;
  if (before !== undefined && before !== time) {
    db.run('UPDATE headlines SET published = published WHERE id = ?', headline.id);
    db.run('UPDATE listings SET time = ? WHERE id = ?', time, headline.id);
  }
  return time;
}

/**
 * Puts a headline in a list, or moves it there. A position in the union (negative) gives way to the one in
 * the feed of the union, and to that of a section earlier in the table: whichever feed is asked first, the
 * order comes out the same. `given` is the hash of the title that the list's own feed gives; null if another
 * feed gives it.
 */
function list(
  db: Connection,
  id: string,
  section: string,
  time: number,
  position: number,
  given: number | null,
): void {
  db.run(
    `INSERT INTO listings (id, section, time, position, title, unread)
      VALUES (?, ?, ?, ?, ?, NOT EXISTS (SELECT 1 FROM reads WHERE id = ?))
      ON CONFLICT DO UPDATE SET position = excluded.position, title = coalesce(excluded.title, title)
        WHERE excluded.position >= 0
          OR (position < 0 AND (-1 - excluded.position) / ${RANKS} <= (-1 - position) / ${RANKS})`,
    id,
    section,
    time,
    position,
    given,
    id,
  );
}

/** More than a feed holds: a position is the number of a refresh times this, and the place in the feed. */
export const RANKS = 65_536;

/** Among equal times a later refresh comes first, and within one the feed's order holds. */
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
