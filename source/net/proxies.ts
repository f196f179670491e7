import { BlockList, isIP } from 'node:net';
import { Failure } from '../failure.ts';
import { plainHost } from './addresses.ts';

/** A proxy that the environment names. */
export interface ProxySetting {
  readonly kind: 'http' | 'socks';
  /** With its user and password, if it has them: never shown. */
  readonly url: URL;
  /** Host and port, to be shown. */
  readonly name: string;
  /** Whether host names are left to the proxy. Only with `socks5:` they are resolved here, as in curl. */
  readonly resolvesNames: boolean;
}

const KINDS: Readonly<Record<string, Pick<ProxySetting, 'kind' | 'resolvesNames'> & { port: number }>> = {
  'http:': { kind: 'http', resolvesNames: true, port: 80 },
  'https:': { kind: 'http', resolvesNames: true, port: 443 },
  'socks:': { kind: 'socks', resolvesNames: false, port: 1080 },
  'socks5:': { kind: 'socks', resolvesNames: false, port: 1080 },
  'socks5h:': { kind: 'socks', resolvesNames: true, port: 1080 },
};

/**
 * The proxy for a URL by HTTPS_PROXY or HTTP_PROXY, else ALL_PROXY, unless NO_PROXY names the host; null for
 * none. As in curl, a variable's lower-case name is preferred, and a proxy without a scheme is an http one.
 *
 * @throws Failure bad-proxy with the variable's name and the proxy's scheme ('' if it is no URL at all)
 */
export function proxyFor(target: URL, env: NodeJS.ProcessEnv): ProxySetting | null {
  const names = [target.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY', 'ALL_PROXY'];
  const name = names.find((each) => variable(env, each) !== '');
  if (name === undefined || isExcepted(target, variable(env, 'NO_PROXY'))) return null;
  const given = variable(env, name);
  const text = given.includes('://') ? given : `http://${given}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const scheme = text.slice(0, text.indexOf('://') + 1).toLowerCase();
  const kind = KINDS[scheme];
  if (url === null || kind === undefined || url.hostname === '') {
    throw new Failure('bad-proxy', { variable: name, scheme: kind === undefined ? scheme.slice(0, -1) : '' });
  }
  return {
    kind: kind.kind,
    resolvesNames: kind.resolvesNames,
    url,
    name: `${url.hostname}:${url.port || kind.port}`,
  };
}

function variable(env: NodeJS.ProcessEnv, name: string): string {
  return (env[name.toLowerCase()] ?? env[name] ?? '').trim();
}

/**
 * Whether NO_PROXY names a URL's host: `*`, a name (its subdomains too, with or without a dot before it), an address,
 * or a network as `10.0.0.0/8`; each may end in `:port`. Commas or blanks stand between them.
 */
function isExcepted(target: URL, list: string): boolean {
  const host = plainHost(target.hostname);
  const port = target.port || (target.protocol === 'https:' ? '443' : '80');
  return list
    .toLowerCase()
    .split(/[,\s]+/)
    .some((entry) => {
      if (entry === '' || entry === '*') return entry === '*';
      if (entry.includes('/')) return isInNetwork(host, entry);
      const [, name = entry, only] = /^(\[.*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
      if (only !== undefined && only !== port) return false;
      const bare = plainHost(name.replace(/^\*?\./, ''));
      return host === bare || (bare !== '' && isIP(host) === 0 && host.endsWith(`.${bare}`));
    });
}

function isInNetwork(host: string, network: string): boolean {
  const [address = '', prefix = ''] = network.split('/');
  const [version, family] = [isIP(address), isIP(host)];
  if (version === 0 || family === 0 || !/^\d{1,3}$/.test(prefix)) return false;
  if (Number(prefix) > (version === 4 ? 32 : 128)) return false;
  const networks = new BlockList();
  networks.addSubnet(address, Number(prefix), version === 4 ? 'ipv4' : 'ipv6');
  return networks.check(host, family === 4 ? 'ipv4' : 'ipv6');
}
