// Everything that a network does wrong, as a server that does it: a table of faults.
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { FailureCode } from '../../../source/failure.ts';
import { CERTIFICATE, KEY } from './certificate.ts';

export interface Fault {
  readonly name: string;
  /** The code of the failure that is shown. */
  readonly code: FailureCode;
  readonly serve: RequestListener;
  /** Over TLS, with a certificate that is trusted or not; null without TLS. */
  readonly tls?: 'trusted' | 'untrusted';
}

const BOMB = gzipSync(Buffer.alloc(60_000_000));
const PACKED = gzipSync(Array.from({ length: 300 }, (_, line) => `${line * 7919} 줄`).join(' '));
const NOISE = Buffer.concat([PACKED.subarray(0, 20), Buffer.alloc(200, 0xff)]);
const LARGE = Buffer.alloc(12_000_000, ' ');

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}): RequestListener =>
  (_, response) => {
    response.writeHead(code, headers).end('<html><body>no</body></html>');
  };
const redirect = (location: string): RequestListener => status(302, { location });

/** A public host's name, for tests that resolve names. */
export const PUBLIC = 'news.test';
export const PRIVATE = 'inside.test';

export const FAULTS: readonly Fault[] = [
  { name: 'no answer', code: 'timeout', serve: () => undefined },
  { name: 'a reset at once', code: 'cut-off', serve: (request) => request.socket.resetAndDestroy() },
  {
    name: 'headers, then nothing',
    code: 'timeout',
    serve: (_, response) => {
      response.writeHead(200, { 'content-length': '1000' }).flushHeaders();
    },
  },
  {
    name: 'a slow drip',
    code: 'timeout',
    serve: (_, response) => {
      const drip = setInterval(() => response.write('.'), 40);
      response.on('close', () => clearInterval(drip));
    },
  },
  {
    name: 'a stall midway',
    code: 'timeout',
    serve: (_, response) => {
      response.writeHead(200).write('<rss><channel>');
    },
  },
  {
    name: 'a reset midway',
    code: 'cut-off',
    serve: (request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => request.socket.resetAndDestroy(), 20);
    },
  },
  {
    name: 'less than was promised',
    code: 'cut-off',
    serve: (request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('half');
      setTimeout(() => request.socket.end(), 20);
    },
  },
  {
    name: 'a gzip bomb',
    code: 'too-large',
    serve: (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(BOMB);
    },
  },
  {
    name: 'gzip with noise in it',
    code: 'bad-encoding',
    serve: (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(NOISE);
    },
  },
  {
    name: 'gzip that ends too early',
    code: 'cut-off',
    serve: (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(PACKED.subarray(0, 60));
    },
  },
  {
    name: 'an encoding that nobody knows',
    code: 'bad-encoding',
    serve: (_, response) => {
      response.writeHead(200, { 'content-encoding': 'snappy' }).end(NOISE);
    },
  },
  {
    name: 'a body beyond all measure',
    code: 'too-large',
    serve: (_, response) => {
      response.writeHead(200).end(LARGE);
    },
  },
  { name: 'redirects without end', code: 'bad-redirect', serve: redirect('/again') },
  { name: 'a redirect to a file', code: 'bad-redirect', serve: redirect('file:///etc/passwd') },
  { name: 'a redirect into the machine', code: 'unsafe-address', serve: redirect('http://127.0.0.1:1/') },
  {
    name: 'a redirect to a name for the inside',
    code: 'unsafe-address',
    serve: redirect(`http://${PRIVATE}:1/`),
  },
  {
    name: 'a redirect away from TLS',
    code: 'bad-redirect',
    serve: redirect(`http://${PUBLIC}/`),
    tls: 'trusted',
  },
  { name: 'a certificate nobody signed', code: 'bad-certificate', serve: status(200), tls: 'untrusted' },
  { name: 'a 404', code: 'http-status', serve: status(404) },
  { name: 'a 403', code: 'http-status', serve: status(403) },
  { name: 'a 500', code: 'http-status', serve: status(500) },
  { name: 'a 429', code: 'rate-limited', serve: status(429, { 'retry-after': '1' }) },
  { name: 'a 503 that says when', code: 'rate-limited', serve: status(503, { 'retry-after': '1' }) },
];

export interface FaultServer {
  /** Answers requests. */
  serve: RequestListener;
  readonly port: number;
  readonly sockets: ReadonlySet<Socket>;
  close(): Promise<void>;
}

export async function startFaults(tls: boolean): Promise<FaultServer> {
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => faults.serve(request, response);
  const server: Server = tls
    ? createSecureServer({ key: KEY, cert: CERTIFICATE }, listener)
    : createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const faults: FaultServer = {
    serve: status(200),
    port: (server.address() as AddressInfo).port,
    sockets,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return faults;
}
