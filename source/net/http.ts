/** The network as the rest of the program sees it; `client.ts` asks the real one. */

import { DAY } from '../clock.ts';
import type { Validators } from '../model.ts';

/** The longest that a server is left alone for its Retry-After, in ms: a longer one is a clock or a mistake. */
export const LONGEST_WAIT = DAY;

/** The kind of a request decides its Accept header and size limit. */
export type HttpKind = 'feed' | 'page' | 'image';

export interface HttpRequest {
  readonly url: string;
  readonly kind: HttpKind;
  /**
   * The site that the link comes from: the feed's for a page, the article's for a photo. If that site is
   * public, no request goes to a private address, whatever its name. Absent for a link or a feed that the
   * reader named: then only redirects from a public site are guarded so.
   */
  readonly linkedFrom?: string | undefined;
  /** Sent as If-None-Match and If-Modified-Since; a 304 then answers with `notModified`. */
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  /** Whether the server said 304; `body` is then empty. */
  readonly notModified: boolean;
  /** The address of the body, after redirects. */
  readonly url: string;
  /** Unpacked, within the kind's limit (feed 5 MB, page 10 MB, image 10 MB). */
  readonly body: Uint8Array;
  /** The Content-Type header as sent, or null. */
  readonly contentType: string | null;
  readonly validators: Validators;
  /** The time for which the server calls the answer fresh, in ms; null if it does not say. */
  readonly freshFor: number | null;
}

/**
 * A polite http client. `get` rejects with a `Failure` and with nothing else, but an aborted request with the
 * signal's reason.
 */
export interface Http {
  get(request: HttpRequest): Promise<HttpAnswer>;
  /** Loads the code for the first request, if any; opens no socket. Never rejects. */
  prepare?(): Promise<void>;
  /** Ends requests under way and closes every socket. */
  close(): Promise<void>;
}
