import type { SQLOutputValue } from 'node:sqlite';
import type { Candidate, CandidateQuery } from '../../candidates.ts';
import type { Connection } from '../sqlite/connection.ts';
import { numberOf } from './numbers.ts';

/** The section that everything is in. */
const ALL = 'total';

/**
 * Headlines in the feeds of some sections or, if only the feed of all or no feed gave them, with such a
 * section in their link or page.
 */
const OF_SECTIONS = `EXISTS (
  SELECT 1 FROM json_each(?) wanted WHERE wanted.value IN (
    SELECT section FROM listings WHERE id = e.id
    UNION ALL SELECT section FROM headlines WHERE id = e.id AND sections = '${ALL}'
    UNION ALL SELECT json_extract(json, '$.section') FROM articles
      WHERE id = e.id AND json_valid(json) AND NOT EXISTS (SELECT 1 FROM headlines WHERE id = e.id)
  )
)`;

// A text with broken JSON counts as an article without tags, and the search continues.
const WITH_TAG = `EXISTS (SELECT 1 FROM articles a, json_each(iif(json_valid(a.json), a.json, '{}'), '$.tags') t
  WHERE a.id = e.id AND instr(lower(t.value), lower(?)))`;

/** An article that no feed gave is neither read nor unread. */
const WITH_MARK = '(SELECT max(unread) FROM listings WHERE id = e.id) = ?';

const LEAD = '(SELECT summary FROM headlines h WHERE h.id = e.id)';

/** The newest of the entries that pass an expression and the filters. */
export function candidates(db: Connection, query: CandidateQuery): Candidate[] {
  const { match, from, to, sections, tags, below, limit } = query;
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const where = (sql: string, ...given: (string | number)[]): void => {
    conditions.push(sql);
    values.push(...given);
  };
  if (match !== null) where(`${query.in} MATCH ?`, match);
  const number = match === null ? 'e.number' : `${query.in}.rowid`;
  if (below !== null) where(`${number} < ?`, below);
  if (query.in === 'titles') where('e.listed = 1');
  if (from !== null) {
    where(`${number} >= ?`, numberOf(from));
    where('e.time >= ?', from);
  }
  if (to !== null) {
    const spill = Number(db.get('SELECT spill FROM about')?.spill ?? 0);
    where(`${number} <= ?`, numberOf(to) + spill);
    where('e.time < ?', to);
  }
  if (sections.length > 0 && !sections.includes(ALL)) where(OF_SECTIONS, JSON.stringify(sections));
  for (const tag of tags) where(WITH_TAG, tag);
  if (query.read !== null) where(WITH_MARK, query.read ? 0 : 1);
  // Entries that changed since are searched in the archive itself.
  const queue = query.in === 'titles' ? 'titles_to_index' : 'texts_to_index';
  if (db.get(`SELECT 1 FROM ${queue}`) !== undefined)
    where(`NOT EXISTS (SELECT 1 FROM ${queue} q WHERE q.id = e.id)`);
  const table =
    match === null ? 'entries e' : `${query.in} CROSS JOIN entries e ON e.number = ${query.in}.rowid`;
  const filter = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return db
    .rows(
      `SELECT e.number, e.id, e.title, e.time ${query.in === 'texts' ? `, ${LEAD}` : ''} FROM ${table} ${filter} ORDER BY ${number} DESC LIMIT ?`,
      ...values,
      limit,
    )
    .map(readCandidate);
}

function readCandidate([number, id, title, time, lead = '']: SQLOutputValue[]): Candidate {
  return {
    number: Number(number),
    id: String(id),
    title: String(title),
    time: typeof time === 'number' ? time : null,
    lead: lead === null ? null : String(lead),
  };
}
