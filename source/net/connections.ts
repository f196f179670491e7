import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import type { Dispatcher } from 'undici';
import { Failure } from '../failure.ts';
import { isPrivateAddress } from './addresses.ts';

/** Resolves a host name to all its addresses, as `dns.lookup` with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** How many requests, and connections to a host, there may be at once. */
export const AT_ONCE = 4;

export interface ConnectionOptions {
  /** Proxies are taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY. */
  readonly env: NodeJS.ProcessEnv;
  /** How long connecting may take, in ms. */
  readonly timeout: number;
  /** Certificates to trust in place of the system's, in PEM. */
  readonly ca?: string | undefined;
  /** In place of the system's resolver. */
  readonly resolve?: Resolve | undefined;
}

export interface Connections {
  request(
    url: URL,
    dispatcher: Dispatcher,
    options: Pick<Dispatcher.RequestOptions, 'signal' | 'headersTimeout' | 'bodyTimeout' | 'headers'>,
  ): Promise<Dispatcher.ResponseData>;
  /** Goes anywhere: a reader's own link, a proxy. */
  readonly open: Dispatcher;
  /** For where a public site leads: private addresses are refused, whatever name they have. */
  readonly guarded: Dispatcher;
}

/**
 * Loads undici and makes its agents. No socket is opened yet.
 * @throws Failure unreachable, with the variable's name as host, where the environment names no usable proxy.
 */
export async function connect({ env, timeout, ca, resolve }: ConnectionOptions): Promise<Connections> {
  const { Agent, EnvHttpProxyAgent, request: send } = await import('./undici/load.ts');
  const request: Connections['request'] = (url, dispatcher, options) =>
    send.call(dispatcher, {
      ...options,
      method: 'GET',
      origin: url.origin,
      path: url.pathname + url.search,
    });
  const common = { connections: AT_ONCE, allowH2: false };
  const tls = { timeout, ...(ca === undefined ? {} : { ca }) };
  const openly = { ...tls, ...(resolve === undefined ? {} : { lookup: lookupBy(resolve) }) };
  const guardedly = { ...tls, lookup: guard(resolve ?? lookup) };

  const httpProxy = proxyUrl(env, 'HTTP_PROXY');
  const httpsProxy = proxyUrl(env, 'HTTPS_PROXY');
  if (httpProxy === '' && httpsProxy === '') {
    return {
      request,
      open: new Agent({ ...common, connect: openly }),
      guarded: new Agent({ ...common, connect: guardedly }),
    };
  }
  // What goes through the proxy is resolved there; `connect` is for the hosts of NO_PROXY.
  const proxies = { ...common, httpProxy, httpsProxy, noProxy: variable(env, 'NO_PROXY') };
  return {
    request,
    open: new EnvHttpProxyAgent({ ...proxies, connect: openly }),
    guarded: new EnvHttpProxyAgent({ ...proxies, connect: guardedly }),
  };
}

/** The lower-case one goes before, as in curl. */
function variable(env: NodeJS.ProcessEnv, name: string): string {
  return env[name.toLowerCase()] ?? env[name] ?? '';
}

/** A proxy's URL; one without a scheme is an http one, as in curl. */
function proxyUrl(env: NodeJS.ProcessEnv, name: string): string {
  const given = variable(env, name).trim();
  if (given === '') return '';
  const url = given.includes('://') ? given : `http://${given}`;
  if (!URL.canParse(url) || !/^(?:https?|socks5?):$/.test(new URL(url).protocol)) {
    throw new Failure('unreachable', { host: name });
  }
  return url;
}

type NetLookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, address: never, family?: number) => void,
) => void;

/** A resolver as sockets want it: one address, or all of them. */
function lookupBy(resolve: Resolve): NetLookup {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) callback(error, undefined as never);
      else if (options.all) callback(null, addresses as never);
      else callback(null, addresses[0]!.address as never, addresses[0]!.family);
    });
  };
}

/** Resolves as given and refuses a name of which any address is not public: the connection is made to no other. */
export function guard(resolve: Resolve): NetLookup {
  return lookupBy((hostname, options, callback) => {
    resolve(hostname, options, (error, addresses) => {
      const inside = error === null && addresses.some(({ address }) => isPrivateAddress(address));
      callback(inside ? new Failure('unsafe-address', { host: hostname }) : error, addresses);
    });
  });
}
