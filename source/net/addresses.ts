import { BlockList, isIP } from 'node:net';

/** Loopback, private, link-local and other addresses that no public site is at (RFC 6890, RFC 4193, RFC 4291). */
const inside = new BlockList();
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
  inside.addSubnet(network, prefix, 'ipv4');
  // A mobile network of IPv6 alone writes an IPv4 address so (RFC 6052): public sites are at the others of these.
  inside.addSubnet(`64:ff9b::${network}`, 96 + prefix, 'ipv6');
}
for (const [network, prefix] of [
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Tunnels that are no longer used (RFC 7526, RFC 4380) and hold an IPv4 address, whichever it is.
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(network, prefix, 'ipv6');
}

/** Whether an IP address is not a public one. An IPv4 address within an IPv6 one counts as what it is. */
export function isPrivateAddress(address: string): boolean {
  const version = isIP(address);
  if (version === 0) return false;
  return inside.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/** Whether a URL's host is by its own words not a public one. What a name resolves to is asked when connecting. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  return (
    host === 'localhost' || host.endsWith('.localhost') || host.endsWith('.local') || isPrivateAddress(host)
  );
}
