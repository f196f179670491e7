import { FAILURE_CODES, type FailureCode, type FailureDetails } from '../../failure.ts';
import { fields, line, parseJson } from '../files/stored-json.ts';
import type { Connection, SqlRow } from '../sqlite/connection.ts';
import type { FeedAnswer, FeedState } from '../types.ts';
import { noteAnswer, putHeadlines } from './put-headlines.ts';

/** Keeps a feed's state and the headlines that came with it; returns how many were new. `at` in ms since the epoch. */
export function putFeedAnswer(db: Connection, { state, headlines }: FeedAnswer, at: number): number {
  db.run(
    `INSERT INTO feeds (section, refreshed_at, etag, last_modified, not_before,
      failed_at, failure_code, failure_details, fresh_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET refreshed_at = excluded.refreshed_at, etag = excluded.etag,
      last_modified = excluded.last_modified, not_before = excluded.not_before,
      failed_at = excluded.failed_at, failure_code = excluded.failure_code,
      failure_details = excluded.failure_details, fresh_until = excluded.fresh_until`,
    state.section,
    state.refreshedAt,
    state.validators.etag,
    state.validators.lastModified,
    state.notBefore,
    state.failure?.at ?? null,
    state.failure?.code ?? null,
    state.failure === null ? null : JSON.stringify(state.failure.details),
    state.freshUntil,
  );
  if (headlines.length === 0) return 0;
  const added = putHeadlines(db, state.section, headlines, state.refreshedAt ?? at);
  noteAnswer(db, state.section, headlines);
  return added;
}

export function readFeed(row: SqlRow): FeedState {
  const at = row.failed_at;
  return {
    section: line(row.section),
    refreshedAt: numberOrNull(row.refreshed_at),
    freshUntil: numberOrNull(row.fresh_until),
    // Sent back to the server as they came, so not sanitised: a header's value holds no line break.
    validators: { etag: headerOrNull(row.etag), lastModified: headerOrNull(row.last_modified) },
    notBefore: numberOrNull(row.not_before),
    failure:
      typeof at === 'number'
        ? { at, code: readCode(row.failure_code), details: readDetails(row.failure_details) }
        : null,
  };
}

export const numberOrNull = (value: unknown): number | null => (typeof value === 'number' ? value : null);

const headerOrNull = (value: unknown): string | null =>
  typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value) ? value : null;

/** A code that this version does not know, written by another, has no message. */
const readCode = (code: unknown): FailureCode => FAILURE_CODES.find((known) => known === code) ?? 'internal';

function readDetails(json: unknown): FailureDetails {
  const details: [string, string | number | null][] = [];
  for (const [name, value] of Object.entries(fields(parseJson(String(json))) ?? {})) {
    if (typeof value === 'string') details.push([name, line(value)]);
    else if (typeof value === 'number' || value === null) details.push([name, value]);
  }
  return Object.fromEntries(details);
}
