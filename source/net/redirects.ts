import { Failure } from '../failure.ts';
import { isPrivateHost } from './addresses.ts';

/** Redirects followed before they are taken for a circle. */
export const MOST_REDIRECTS = 5;

/**
 * The target of a redirect, if it may be followed: to http(s) only, never from https to http, never with a
 * password, never from a public host to a private one.
 * @throws Failure bad-redirect or unsafe-address
 */
export function redirectTarget(from: URL, location: string | null): URL {
  if (location === null || !URL.canParse(location, from.href))
    throw new Failure('bad-redirect', { host: from.hostname });
  const to = new URL(location, from);
  const web = to.protocol === 'https:' || (to.protocol === 'http:' && from.protocol === 'http:');
  if (!web || to.username !== '' || to.password !== '')
    throw new Failure('bad-redirect', { host: from.hostname });
  if (!isPrivateHost(from.hostname) && isPrivateHost(to.hostname)) {
    throw new Failure('unsafe-address', { host: to.hostname });
  }
  return to;
}
