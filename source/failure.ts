/** The codes of all failures a reader is shown; `messages/failures.ts` has a line for each. */
export const FAILURE_CODES = [
  // the network
  'offline', // asked not to use the network
  'unreachable', // no route, no DNS answer, connection refused
  'timeout',
  'http-status', // status, sample (1: from the sample edition, which asks no server)
  'rate-limited', // 429, or a Retry-After still running: seconds
  'too-large', // limit
  'cut-off', // the connection ended before the body did
  'bad-redirect',
  'unsafe-address', // host: a public site led to a private address
  'bad-certificate',
  'bad-encoding', // encoding: the body is packed in a way that cannot be read
  'bad-proxy', // variable, scheme: the environment names a proxy that cannot be used
  'proxy-unreachable', // proxy
  'proxy-refused', // proxy, status (407 for a login; null if it gave none)
  'worker-stuck', // seconds: the process that fetches did not answer in time
  // the answer that came
  'bad-feed',
  'no-article', // kind: login, missing, list, empty
  'bad-image', // kind: format, broken, huge
  'photo-not-kept',
  // the thing that was asked for
  'bad-link',
  'unknown-id',
  'unknown-story', // id
  'unknown-section', // name, suggestion
  'not-bookmarked', // link
  'unknown-word', // word, list: watch or mute
  'bad-feeds-origin', // given
  'bad-home', // given
  'bad-filter', // filter, allowed
  'bad-file', // path, reason
  'cannot-write', // path, reason: a file that was to be exported
  'broken-import', // path, line, why: see reader/exchange/formats.ts
  'newer-export', // path
  'no-feed', // url: neither a feed nor a list of feeds
  'broken-opml', // path
  'unknown-feed', // name
  'bookmarks-folder', // path, reason: the folder that shares the bookmarks
  // the files that are kept
  'read-only',
  'disk-full',
  'disk-error',
  'newer-archive',
  'older-archive',
  'newer-config',
  'locked',
  'sync-running',
  'internal',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

export type FailureDetails = Readonly<Record<string, string | number | null>>;

/**
 * An error that can be shown to a reader in one line. Every error on its way to a screen or to stderr is one of
 * these; the original error, for the log, is its `cause`. `details` are the parameters of its message.
 */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly code: FailureCode;
  readonly details: FailureDetails;

  constructor(code: FailureCode, details: FailureDetails = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(details)}`, cause === undefined ? undefined : { cause });
    this.code = code;
    this.details = details;
  }
}

/** Returns a `Failure` as it is, and any other error as the cause of an `internal` one. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('internal', {}, error);
}
