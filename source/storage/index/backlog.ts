import type { Unindexed } from '../../candidates.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';

/** An entry of a queue, as it was when it was read. */
export interface Queued {
  readonly id: string;
  readonly stamp: number;
}

/**
 * Entries missing from the index: those changed since (the archive's queue), and those older than it, with a
 * lower id than `before`.
 */
export interface Backlog {
  readonly queue: 'titles_to_index' | 'texts_to_index';
  readonly before: 'titles_before' | 'texts_before';
  /** The tables of the entries that were there before. */
  readonly tables: readonly ('headlines' | 'articles')[];
}

export const TITLES: Backlog = {
  queue: 'titles_to_index',
  before: 'titles_before',
  tables: ['headlines'],
};
export const TEXTS: Backlog = {
  queue: 'texts_to_index',
  before: 'texts_before',
  tables: ['headlines', 'articles'],
};

/** The id below which entries older than the index are still missing from it; '' if none is. */
export const indexedFrom = (db: Connection, { before }: Backlog): string =>
  String(db.get(`SELECT ${before} AS id FROM about`)?.id ?? '');

/** The highest ids of existing entries lower than `until` and, if given, than `below`. */
export function idsBefore(
  db: Connection,
  { tables }: Backlog,
  until: string,
  below: string | null,
  limit: number,
): string[] {
  if (until === '' || limit <= 0) return [];
  const first = below === null || until < below ? until : below;
  const ids = tables.flatMap((table) =>
    db
      .all(`SELECT id FROM ${table} WHERE id < ? ORDER BY id DESC LIMIT ?`, first, limit)
      .map(({ id }) => String(id)),
  );
  return highest(ids, limit);
}

/**
 * Entries missing from the index, from the highest id down; with `below`, from the one before that id.
 * `until` says which ones are older than the index.
 */
export function unindexed(
  db: Connection,
  of: Backlog,
  until: string,
  below: string | null,
  limit: number,
): Unindexed[] {
  const queued = db
    .all(`SELECT id FROM ${of.queue} WHERE ? IS NULL OR id < ? ORDER BY id DESC LIMIT ?`, below, below, limit)
    .map(({ id }) => String(id));
  return highest([...queued, ...idsBefore(db, of, until, below, limit)], limit).map((id) => {
    const row = headlineRow(db, id);
    const raw = of === TITLES ? null : rawText(db, id, row);
    return { id, headline: row === undefined ? null : readHeadline(row), raw };
  });
}

/** Headlines of which the title is indexed and the lead is not, as `unindexed` gives the others. */
export function unindexedLeads(db: Connection, below: string | null, limit: number): Unindexed[] {
  const titles = indexedFrom(db, TITLES);
  const texts = indexedFrom(db, TEXTS);
  const ids = (table: string, first: string | null): string[] =>
    db
      .all(
        `SELECT id FROM ${table} WHERE (? IS NULL OR id < ?) AND id >= ?
          AND NOT EXISTS (SELECT 1 FROM titles_to_index t WHERE t.id = ${table}.id) ORDER BY id DESC LIMIT ?`,
        first,
        first,
        titles,
        limit,
      )
      .map(({ id }) => String(id));
  const older = texts === '' ? [] : ids('headlines', below === null || texts < below ? texts : below);
  return highest([...ids('texts_to_index', below), ...older], limit).map((id) => {
    const row = headlineRow(db, id);
    return { id, headline: row === undefined ? null : readHeadline(row), raw: null };
  });
}

const highest = (ids: readonly string[], limit: number): string[] =>
  [...new Set(ids)].sort((one, other) => (one < other ? 1 : -1)).slice(0, limit);

function rawText(db: Connection, id: string, row: SqlRow | undefined): string | null {
  const json = db.get('SELECT json FROM articles WHERE id = ?', id)?.json;
  if (row === undefined) return json === undefined ? null : String(json);
  return `${row.title} ${json ?? row.summary}`;
}

/** A headline, with the time that lists are ordered by (`listed_at`); undefined if no feed gave it. */
const headlineRow = (db: Connection, id: string): SqlRow | undefined =>
  db.get(
    `SELECT h.title, h.summary, h.published, h.section, h.sections, h.first_seen, l.time AS listed_at
      FROM headlines h LEFT JOIN listings l ON l.id = h.id AND l.section = 'total' WHERE h.id = ?`,
    id,
  );

/**
 * The time of publication, in ms, as lists have it: an implausible date (2099) is replaced by the time the
 * headline was first seen. Null without a date.
 */
export const timeOf = ({ published, listed_at }: SqlRow): number | null =>
  typeof published === 'number' ? Number(listed_at ?? published) : null;

function readHeadline(row: SqlRow): Unindexed['headline'] {
  const { title, summary, section, sections } = row;
  const feeds = String(sections).split(' ').filter(Boolean);
  const itsOwn = section === null ? null : String(section);
  return {
    title: String(title),
    summary: String(summary),
    time: timeOf(row),
    section: feeds.find((feed) => feed !== 'total') ?? itsOwn,
    sections: feeds,
  };
}
