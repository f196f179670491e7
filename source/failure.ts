import type { MessageKey } from './messages/index.ts';

/** What can go wrong in a way that a reader is told of; `messages/failures.ts` has a line for each. */
export type FailureCode =
  // the network
  | 'offline' // asked not to use the network
  | 'unreachable' // no route, no DNS answer, connection refused
  | 'timeout'
  | 'http-status' // status
  | 'rate-limited' // 429, or a Retry-After still running: seconds
  | 'too-large' // limit
  | 'cut-off' // the connection ended before the body did
  | 'bad-redirect'
  | 'unsafe-address'
  | 'bad-certificate'
  // what came
  | 'bad-feed'
  | 'no-article' // kind: login, missing, list, empty
  | 'bad-image'
  // what was asked for
  | 'bad-link'
  | 'unknown-id'
  | 'unknown-section' // name, suggestion
  | 'not-bookmarked' // link
  | 'bad-feeds-origin' // given
  | 'bad-file' // path, reason
  // what is kept
  | 'read-only'
  | 'disk-full'
  | 'newer-archive'
  | 'newer-config'
  | 'locked'
  | 'internal';

export type FailureDetails = Readonly<Record<string, string | number | null>>;

/**
 * An error a reader can be told of in a line. Everything that crosses a module's edge on its way to a screen
 * or to stderr is one of these; the original error, for the log, is its `cause`.
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

  /** The key of the message that tells a reader of it; its parameters are `details`. */
  get messageKey(): MessageKey {
    return `failure.${this.code}`;
  }
}

/** The error as a `Failure`: itself where it is one, else `internal` with the error as its cause. */
export function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('internal', {}, error);
}
