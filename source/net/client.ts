import { type LookupOptions, lookup } from 'node:dns';
import type { Dispatcher } from 'undici';
import { Failure } from '../failure.ts';
import { isPrivateAddress, isPrivateHost } from './addresses.ts';
import { ENCODINGS, MOST_BYTES, readBody } from './body.ts';
import { isLostConnection, networkFailure } from './errors.ts';
import type { Http, HttpAnswer, HttpRequest, Validators } from './http.ts';
import { createQueue } from './queue.ts';
import { MOST_REDIRECTS, redirectTarget } from './redirects.ts';

/** How long a server may take, in ms. */
export interface Patience {
  readonly connect: number;
  /** Until the headers, and between two pieces of a body. */
  readonly read: number;
  /** For the whole answer, redirects and all: who drips a byte a second is not waited for. */
  readonly whole: number;
}

const PATIENCE: Patience = { connect: 10_000, read: 20_000, whole: 45_000 };
const AT_ONCE = 4;
const ACCEPT = {
  feed: 'application/rss+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1',
  page: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1',
  image: 'image/jpeg, image/png, image/*;q=0.8',
} as const;

export interface HttpOptions {
  /** The program's version, for the user agent. */
  readonly version: string;
  /** Proxies are taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */
  readonly env: NodeJS.ProcessEnv;
  /** No socket is ever opened. */
  readonly offline: boolean;
  readonly patience?: Patience;
  /** Certificates to trust beside the system's, in PEM. */
  readonly ca?: string;
}

interface Connections {
  readonly request: typeof import('undici').request;
  /** Goes anywhere: a reader's own link, a proxy. */
  readonly open: Dispatcher;
  /** For where a public site leads: private addresses are refused, whatever name they have. */
  readonly guarded: Dispatcher;
}

/** The program's http client, on undici, which is loaded at the first request. */
export function createHttp(options: HttpOptions): Http {
  const { version, offline, patience = PATIENCE } = options;
  const queue = createQueue(AT_ONCE);
  const closing = new AbortController();
  let connections: Promise<Connections> | null = null;

  async function ask(url: URL, guarded: boolean, request: HttpRequest, signal: AbortSignal) {
    connections ??= connect(options, patience);
    const { request: send, open, guarded: guard } = await connections;
    const { validators } = request;
    const sent = () =>
      send(url, {
        dispatcher: guarded ? guard : open,
        signal,
        headersTimeout: patience.read,
        bodyTimeout: patience.read,
        headers: {
          'user-agent': `donga-tui/${version} (+https://www.npmjs.com/package/donga-tui)`,
          accept: ACCEPT[request.kind],
          'accept-encoding': ENCODINGS,
          'accept-language': 'ko',
          ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
          ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
        },
      });
    return sent().catch((error: unknown) => {
      if (!isLostConnection(error)) throw error;
      return sent();
    });
  }

  async function get(request: HttpRequest): Promise<HttpAnswer> {
    const start = webUrl(request.url);
    const signal = AbortSignal.any([
      AbortSignal.timeout(patience.whole),
      closing.signal,
      ...(request.signal === undefined ? [] : [request.signal]),
    ]);
    let url = start;
    try {
      for (let redirects = 0; ; redirects += 1) {
        const guarded = redirects > 0 && !isPrivateHost(start.hostname);
        const answer = await ask(url, guarded, request, signal);
        const header = (name: string) => one(answer.headers[name]);
        if (answer.statusCode >= 300 && answer.statusCode < 400 && answer.statusCode !== 304) {
          await answer.body.dump();
          if (redirects === MOST_REDIRECTS) throw new Failure('bad-redirect', { host: url.hostname });
          url = redirectTarget(url, header('location'));
          continue;
        }
        if (answer.statusCode >= 400) {
          await answer.body.dump();
          throw refusal(answer.statusCode, header('retry-after'), url.hostname);
        }
        const notModified = answer.statusCode === 304;
        if (notModified) await answer.body.dump();
        return {
          notModified,
          url: url.href,
          body: notModified
            ? new Uint8Array()
            : await readBody(answer.body, header('content-encoding'), MOST_BYTES[request.kind]),
          contentType: header('content-type'),
          validators: validatorsOf(header('etag'), header('last-modified')),
          freshFor: freshFor(header('cache-control')),
        };
      }
    } catch (error) {
      if (request.signal?.aborted) throw request.signal.reason;
      throw networkFailure(error, url.hostname);
    }
  }

  return {
    get: (request) => (offline ? Promise.reject(new Failure('offline')) : queue(() => get(request))),
    close: async () => {
      closing.abort();
      const opened = await connections;
      await Promise.all([opened?.open.destroy(), opened?.guarded.destroy()]);
    },
  };
}

async function connect({ env, ca }: HttpOptions, patience: Patience): Promise<Connections> {
  // A bundled CommonJS package has its exports on its default one only.
  const { Agent, EnvHttpProxyAgent, request } = (await import('undici')).default;
  const tls = { timeout: patience.connect, ...(ca === undefined ? {} : { ca }) };
  const proxy = {
    httpProxy: env.http_proxy ?? env.HTTP_PROXY ?? '',
    httpsProxy: env.https_proxy ?? env.HTTPS_PROXY ?? '',
    noProxy: env.no_proxy ?? env.NO_PROXY ?? '',
  };
  const proxied = proxy.httpProxy !== '' || proxy.httpsProxy !== '';
  const open = proxied ? new EnvHttpProxyAgent({ ...proxy, connect: tls }) : new Agent({ connect: tls });
  // Through a proxy it is the proxy that resolves names.
  const guarded = proxied ? open : new Agent({ connect: { ...tls, lookup: publicLookup } });
  return { request, open, guarded };
}

/** Resolves a name as usual and refuses what is not public. */
function publicLookup(
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, address: never, family?: number) => void,
): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    const all = Array.isArray(addresses) ? addresses : [];
    if (error !== null) callback(error, undefined as never);
    else if (all.some(({ address }) => isPrivateAddress(address))) {
      callback(new Failure('unsafe-address', { host: hostname }), undefined as never);
    } else if (options.all) callback(null, all as never);
    else callback(null, all[0]!.address as never, all[0]!.family);
  });
}

function webUrl(text: string): URL {
  if (!URL.canParse(text)) throw new Failure('bad-link', { link: text });
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new Failure('bad-link', { link: text });
  return url;
}

function refusal(status: number, retryAfter: string | null, host: string): Failure {
  const seconds = retryAfter === null ? null : secondsOf(retryAfter);
  return status === 429 || (status === 503 && seconds !== null)
    ? new Failure('rate-limited', { seconds, status, host })
    : new Failure('http-status', { status, host });
}

/** Retry-After is seconds or a date (RFC 9110, 10.2.3). */
function secondsOf(value: string): number | null {
  if (/^\d{1,7}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000));
}

/** Cache-Control's max-age in ms (RFC 9111, 5.2.2.1). */
function freshFor(cacheControl: string | null): number | null {
  if (cacheControl === null || /no-cache|no-store/i.test(cacheControl)) return null;
  const seconds = /max-age=(\d{1,9})/i.exec(cacheControl)?.[1];
  return seconds === undefined ? null : Number(seconds) * 1000;
}

function validatorsOf(etag: string | null, lastModified: string | null): Validators {
  return { etag, lastModified };
}

function one(value: string | string[] | undefined): string | null {
  return (Array.isArray(value) ? value[0] : value) ?? null;
}
