/** Replaces undici's HTTP/2 client, which would load all of Node's: connections are made with `allowH2` off. */
export default function connectH2(): never {
  throw new Error('HTTP/2 is not spoken');
}
