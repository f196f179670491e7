import { BlockList, isIP } from 'node:net';

/** Networks that no public site is in: loopback, private, link-local and the like (RFC 6890, RFC 4193, RFC 4291). */
const privateNetworks = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv4');
  // The same as a network of IPv6 alone writes it (NAT64, RFC 6052). Public IPv4 sites are at the rest of 64:ff9b::/96.
  privateNetworks.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Retired tunnels (RFC 7526, RFC 4380) whose addresses hold an IPv4 address of any kind.
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const) {
  privateNetworks.addSubnet(network, prefix, 'ipv6');
}

/** Names for hosts of one's own machine or network (RFC 6761, RFC 6762, RFC 8375; `.internal` is reserved by ICANN). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/**
 * Whether an IP address is in a private network. An IPv4 address mapped into IPv6 counts as the IPv4 address;
 * false for any other text.
 */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  return privateNetworks.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Whether a URL's host is private by its look alone: a private address or a reserved name. The addresses that
 * another name resolves to are checked when connecting.
 *
 * @param hostname as the URL class gives it, which turns decimal, octal and hexadecimal IPv4 forms into the
 * usual one
 */
export function isPrivateHost(hostname: string): boolean {
  const host = plainHost(hostname);
  return PRIVATE_NAME.test(host) || isPrivateAddress(host);
}

/**
 * Whether a site counts as public, so that its links must not lead into the private network. Names without a
 * dot are those of a local network. Names are not resolved: a name's owner could give another answer each
 * time.
 */
export function isPublicSite(url: string): boolean {
  const { hostname } = new URL(url);
  const host = plainHost(hostname);
  return !isPrivateHost(hostname) && (host.includes('.') || isIP(host) !== 0);
}

/** A URL's host as the resolver and `isIP` take it: lower case, no brackets, no closing dot. */
export function plainHost(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}
