import type { buildConnector, Dispatcher, Socks5ProxyAgent } from 'undici';
import { Failure } from '../failure.ts';
import { isPrivateAddress } from './addresses.ts';
import { networkFailure, socksFailure } from './errors.ts';
import { guard, type Resolve, socketLookup, systemResolve } from './lookup.ts';
import { type ProxySetting, proxyFor } from './proxies.ts';

/** Most requests, and connections to one host, at the same time. */
export const AT_ONCE = 4;

export interface ConnectionOptions {
  /** Proxies are taken from HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY. */
  readonly env: NodeJS.ProcessEnv;
  /** Longest time to connect, in ms. */
  readonly timeout: number;
  /** Certificates to trust in place of the system's, in PEM. */
  readonly ca?: string | undefined;
  /** Used in place of the system's resolver. */
  readonly resolve?: Resolve | undefined;
  /** Addresses taken for public though they are not, so that a test can have a public name lead to its own server. */
  readonly publicAddresses?: readonly string[] | undefined;
}

type SendOptions = Pick<Dispatcher.RequestOptions, 'signal' | 'headersTimeout' | 'bodyTimeout' | 'headers'>;

export interface Connections {
  /**
   * Asks for a URL, by the proxy that the environment names for it.
   * @param guarded whether a name that resolves to a private address is refused (`unsafe-address`); a proxy that
   * resolves names is trusted with them
   * @throws Failure
   */
  request(url: URL, guarded: boolean, options: SendOptions): Promise<Dispatcher.ResponseData>;
  /** Ends requests under way and closes every socket. */
  close(): Promise<void>;
}

type Agents = Omit<typeof import('./undici/load.ts'), 'request'>;

/** Loads undici; connections are made when they are first needed, and kept open for the next request to the host. */
export async function createConnections(options: ConnectionOptions): Promise<Connections> {
  const { Agent, Pool, ProxyAgent, request: send, Socks5ProxyAgent } = await import('./undici/load.ts');
  const agents = { Agent, Pool, ProxyAgent, Socks5ProxyAgent };
  const dispatchers = new Map<string, Dispatcher>();

  function dispatcherFor(proxy: ProxySetting | null, guarded: boolean): Dispatcher {
    const key = `${proxy?.url.href ?? ''} ${guarded}`;
    const known = dispatchers.get(key);
    if (known !== undefined) return known;
    const made = createDispatcher(agents, options, proxy, guarded);
    dispatchers.set(key, made);
    return made;
  }

  return {
    async request(url, guarded, more) {
      const proxy = proxyFor(url, options.env);
      try {
        return await send.call(dispatcherFor(proxy, guarded), {
          ...more,
          method: 'GET',
          origin: url.origin,
          path: url.pathname + url.search,
        });
      } catch (error) {
        throw proxy === null ? error : (refusedBy(proxy, error) ?? error);
      }
    },
    close: async () => {
      await Promise.all([...dispatchers.values()].map((each) => each.destroy()));
    },
  };
}

function createDispatcher(
  { Agent, ProxyAgent, Socks5ProxyAgent, Pool }: Agents,
  { timeout, ca, resolve, publicAddresses = [] }: ConnectionOptions,
  proxy: ProxySetting | null,
  guarded: boolean,
): Dispatcher {
  const common = { connections: AT_ONCE, allowH2: false };
  const trust = ca === undefined ? {} : { ca };
  const isPrivate = (address: string) => isPrivateAddress(address) && !publicAddresses.includes(address);
  const plain = resolve ?? systemResolve;
  const resolving = guarded ? guard(plain, isPrivate) : plain;

  if (proxy === null) {
    return new Agent({ ...common, connect: { timeout, ...trust, lookup: socketLookup(resolving) } });
  }
  if (proxy.kind === 'socks') {
    const options: SocksOptions = { requestTls: trust };
    const agent = quietly(() => new Socks5ProxyAgent(socksUrl(proxy), options));
    return throughSocks(agent, proxy, proxy.resolvesNames ? null : resolving);
  }
  const { username, password } = proxy.url;
  const login = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`);
  return new ProxyAgent({
    ...common,
    uri: proxy.url.origin,
    ...(username === '' && password === '' ? {} : { token: `Basic ${login.toString('base64')}` }),
    proxyTls: { timeout },
    requestTls: { timeout, ...trust },
    // An error while connecting to the proxy is the proxy's fault, not the site's.
    clientFactory: (origin, { connect }: { connect: buildConnector.connector }) =>
      new Pool(origin, {
        connect: (target, callback) => {
          connect(target, (...[error, socket]) => {
            if (error === null) callback(null, socket);
            else callback(new Failure('proxy-unreachable', { proxy: proxy.name }, error), null);
          });
        },
      }),
  });
}

/** undici's types lack the option for the connection to the site. */
interface SocksOptions extends Socks5ProxyAgent.Options {
  readonly requestTls: { readonly ca?: string };
}

/** undici knows the scheme `socks5:` alone; who resolves names is decided here. */
function socksUrl({ url }: ProxySetting): URL {
  return new URL(url.href.replace(/^socks5?h?:/, 'socks5:'));
}

/** The part of undici's SOCKS agent that opens a connection by the proxy. */
interface SocksAgent extends Dispatcher {
  createSocks5Connection(host: string, port: number): Promise<unknown>;
}

/**
 * A SOCKS agent that asks for addresses instead of names if `resolve` is given, and distinguishes the
 * failures.
 */
function throughSocks(agent: Socks5ProxyAgent, proxy: ProxySetting, resolve: Resolve | null): Dispatcher {
  const socks = agent as unknown as SocksAgent;
  const connect = socks.createSocks5Connection.bind(socks);
  socks.createSocks5Connection = async (hostname, port) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const address = resolve === null ? host : await firstAddress(resolve, host);
    try {
      return await connect(address, port);
    } catch (error) {
      throw socksFailure(error, proxy.name, host);
    }
  };
  return agent;
}

function firstAddress(resolve: Resolve, host: string): Promise<string> {
  return new Promise((done, fail) => {
    resolve(host, { all: true }, (error, addresses) => {
      if (error === null) done(addresses[0]!.address);
      else fail(networkFailure(error, host));
    });
  });
}

/** Makes something of undici without the warning that its SOCKS client is experimental: it is tried in tests here. */
function quietly<T>(make: () => T): T {
  const { emitWarning } = process;
  process.emitWarning = () => undefined;
  try {
    return make();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** Undici's message for an http proxy that refuses to pass a request on. */
const REFUSAL = /^Proxy response \((\d{3})\)/;

function refusedBy({ name }: ProxySetting, error: unknown): Failure | null {
  const status = REFUSAL.exec(error instanceof Error ? error.message : '')?.[1];
  return status === undefined
    ? null
    : new Failure('proxy-refused', { proxy: name, status: Number(status) }, error);
}
