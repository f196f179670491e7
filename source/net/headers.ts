import { Failure } from '../failure.ts';
import type { Validators } from '../model.ts';
import { ACCEPT_ENCODING } from './body.ts';
import { type HttpKind, type HttpRequest, LONGEST_WAIT } from './http.ts';

const ACCEPT: Readonly<Record<HttpKind, string>> = {
  feed: 'application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  image: 'image/jpeg, image/png, image/*;q=0.8',
};

/** Gives an answer's header by its lower-case name: the first of several, or null. */
export type Header = (name: string) => string | null;

/** The headers a request is sent with. The user agent names the program. */
export function requestHeaders({ kind, validators }: HttpRequest, version: string): Record<string, string> {
  return {
    'user-agent': `donga-tui/${version} (+https://www.npmjs.com/package/donga-tui)`,
    accept: ACCEPT[kind],
    'accept-encoding': ACCEPT_ENCODING,
    'accept-language': 'ko',
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

/** Text that may stand in a header's value (RFC 9110, 5.5): anything else would make every later request fail. */
const SENDABLE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** The validators of an answer; null for one that cannot be sent back. */
export function validatorsOf(header: Header): Validators {
  const sendable = (value: string | null) => (value !== null && SENDABLE.test(value) ? value : null);
  return { etag: sendable(header('etag')), lastModified: sendable(header('last-modified')) };
}

/**
 * The failure for an answer of status 400 and up. Its `seconds`, if the server asks for a wait, are the time
 * that will be waited.
 * @param now in ms since the epoch
 */
export function refusal(status: number, host: string, header: Header, now: number): Failure {
  // A date is meant by the server's own clock, which the answer usually gives.
  const served = Date.parse(header('date') ?? '');
  const seconds = retryAfter(header('retry-after'), Number.isNaN(served) ? now : served);
  return status === 429 || (status === 503 && seconds !== null)
    ? new Failure('rate-limited', { seconds, status, host })
    : new Failure('http-status', { status, host });
}

/** Retry-After in seconds, at most `LONGEST_WAIT`; it is sent as a number or as a date (RFC 9110, 10.2.3). */
function retryAfter(value: string | null, now: number): number | null {
  if (value === null) return null;
  const given = value.trim();
  const until = /[a-z]/i.test(given) ? Date.parse(given) : Number.NaN;
  const seconds = /^\d+$/.test(given) ? Number(given) : Math.ceil((until - now) / 1000);
  return Number.isNaN(seconds) ? null : Math.min(Math.max(0, seconds), LONGEST_WAIT / 1000);
}

/** The time for which Cache-Control calls an answer fresh, in ms; null if it does not say (RFC 9111, 5.2.2). */
export function freshFor(header: Header): number | null {
  const control = header('cache-control') ?? '';
  if (/no-cache|no-store/i.test(control)) return null;
  const seconds = /(?:^|[\s,])max-age="?(\d{1,9})/i.exec(control)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
