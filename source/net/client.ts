import { Failure } from '../failure.ts';
import { isPrivateHost, isPublicSite } from './addresses.ts';
import { MOST_BYTES, readBody } from './body.ts';
import { AT_ONCE, type ConnectionOptions, type Connections, createConnections } from './connections.ts';
import { isLostConnection, networkFailure } from './errors.ts';
import { freshFor, type Header, refusal, requestHeaders, validatorsOf } from './headers.ts';
import type { Http, HttpAnswer, HttpRequest } from './http.ts';
import { createQueue } from './queue.ts';
import { MOST_REDIRECTS, redirectTarget } from './redirects.ts';

/** The longest times that a server may take, in ms. */
export interface Patience {
  readonly connect: number;
  /** Until the headers, and between two pieces of a body. */
  readonly read: number;
  /** For the whole answer with its redirects: a server that drips a byte a second is abandoned. */
  readonly whole: number;
}

const PATIENCE: Patience = { connect: 10_000, read: 20_000, whole: 45_000 };

export interface HttpOptions extends Omit<ConnectionOptions, 'timeout'> {
  /** The program's version, for the user agent. */
  readonly version: string;
  /** Whether to fail with `offline` and never open a socket. */
  readonly offline: boolean;
  /** The clock, in ms since 1970. */
  readonly now: () => number;
  readonly patience?: Patience;
}

/** Makes the program's http client, on undici, which is loaded at the first request. */
export function createHttp(options: HttpOptions): Http {
  const { version, offline, now, patience = PATIENCE } = options;
  const queue = createQueue(AT_ONCE);
  const closing = new AbortController();
  let connections: Promise<Connections> | null = null;

  function connected(): Promise<Connections> {
    connections ??= createConnections({ ...options, timeout: patience.connect });
    return connections;
  }

  async function ask(url: URL, guarded: boolean, request: HttpRequest, signal: AbortSignal) {
    const { request: send } = await connected();
    const sent = () =>
      send(url, guarded, {
        signal,
        headersTimeout: patience.read,
        bodyTimeout: patience.read,
        headers: requestHeaders(request, version),
      });
    return sent().catch((error: unknown) => {
      if (!isLostConnection(error)) throw error;
      return sent();
    });
  }

  async function get(request: HttpRequest): Promise<HttpAnswer> {
    let url = webUrl(request.url);
    let guarded = request.linkedFrom !== undefined && isPublicSite(request.linkedFrom);
    if (guarded && isPrivateHost(url.hostname)) throw new Failure('unsafe-address', { host: url.hostname });
    const signal = AbortSignal.any([
      AbortSignal.timeout(patience.whole),
      closing.signal,
      ...(request.signal === undefined ? [] : [request.signal]),
    ]);
    try {
      for (let redirects = 0; ; redirects += 1) {
        const { statusCode: status, headers, body } = await ask(url, guarded, request, signal);
        const header: Header = (name) => one(headers[name]);
        const conditional = request.validators?.etag != null || request.validators?.lastModified != null;
        const notModified = status === 304 && conditional;
        // The body of a redirect or an error is not waited for, but read to its end, so that the connection serves again.
        if (status >= 300) void body.dump();
        if (status >= 300 && status < 400 && status !== 304) {
          if (redirects === MOST_REDIRECTS) throw new Failure('bad-redirect', { host: url.hostname });
          const target = redirectTarget(url, header('location'));
          guarded ||= !isPrivateHost(url.hostname);
          url = target;
          continue;
        }
        if (status >= 300 && !notModified) throw refusal(status, url.hostname, header, now());
        return {
          notModified,
          url: url.href,
          body: notModified
            ? new Uint8Array()
            : await readBody(body, header('content-encoding'), MOST_BYTES[request.kind]),
          contentType: header('content-type'),
          validators: validatorsOf(header),
          freshFor: freshFor(header),
        };
      }
    } catch (error) {
      if (request.signal?.aborted) throw request.signal.reason;
      throw networkFailure(error, url.hostname);
    }
  }

  return {
    get: (request) =>
      offline ? Promise.reject(new Failure('offline')) : queue(() => get(request), request.signal),
    prepare: async () => {
      if (offline) return;
      process.getBuiltinModule('node:tls');
      await connected().catch(() => undefined);
    },
    close: async () => {
      closing.abort();
      const opened = await connections?.catch(() => undefined);
      await opened?.close();
    },
  };
}

function webUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Failure('bad-link', { link: text });
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Failure('bad-link', { link: text });
  return url;
}

function one(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
