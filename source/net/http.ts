/** What the network gives, as the rest of the program sees it. `client.ts` asks the real one. */

import type { Validators } from '../model.ts';

/** What is asked for: it decides the size limit and the time limit. */
export type HttpKind = 'feed' | 'page' | 'image';

export interface HttpRequest {
  readonly url: string;
  readonly kind: HttpKind;
  /** Sent as If-None-Match and If-Modified-Since; a 304 then answers with `notModified`. */
  readonly validators?: Validators;
  readonly signal?: AbortSignal;
}

export interface HttpAnswer {
  /** True where the server said 304; `body` is then empty. */
  readonly notModified: boolean;
  /** Where the body came from, after redirects. */
  readonly url: string;
  /** Decompressed, within the kind's limit (feed 5 MB, page 10 MB, image 10 MB). */
  readonly body: Uint8Array;
  /** The Content-Type header as sent, or null. */
  readonly contentType: string | null;
  readonly validators: Validators;
  /** How long the server calls the answer fresh, in ms; null where it does not say. */
  readonly freshFor: number | null;
}

/**
 * One polite http client. `get` rejects with a `Failure` and with nothing else; an aborted request rejects
 * with the signal's reason.
 */
export interface Http {
  get(request: HttpRequest): Promise<HttpAnswer>;
  /** Ends what is under way and closes every socket. */
  close(): Promise<void>;
}
