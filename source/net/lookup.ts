import { type LookupAddress, type LookupOptions, lookup } from 'node:dns';
import { Failure } from '../failure.ts';
import { isPrivateAddress } from './addresses.ts';

/** Resolves a host name to all its addresses, as `dns.lookup` does with `all`. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** A resolver as sockets call it: it answers with one address, or with all of them. */
export type SocketLookup = (
  hostname: string,
  options: LookupOptions,
  callback: (error: Error | null, address: never, family?: number) => void,
) => void;

/** The system's resolver. */
export const systemResolve: Resolve = (hostname, options, callback) => lookup(hostname, options, callback);

export function socketLookup(resolve: Resolve): SocketLookup {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) callback(error, undefined as never);
      else if (options.all) callback(null, addresses as never);
      else callback(null, addresses[0]!.address as never, addresses[0]!.family);
    });
  };
}

/**
 * Resolves by `resolve`, and fails with `unsafe-address` if any address of a name is private. The connection is made
 * to the addresses that were checked, so a name that changes its answer gains nothing.
 */
export function guard(resolve: Resolve, isPrivate: (address: string) => boolean = isPrivateAddress): Resolve {
  return (hostname, options, callback) => {
    resolve(hostname, options, (error, addresses) => {
      const inside = error === null && addresses.some(({ address }) => isPrivate(address));
      callback(inside ? new Failure('unsafe-address', { host: hostname }) : error, addresses);
    });
  };
}
