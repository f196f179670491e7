// The sample edition served on loopback as donga.com would serve it: `node test/support/site/site.ts [port]`, or in a test.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface SiteOptions {
  readonly port?: number;
  /** ETag and 304 for feeds. */
  readonly validators?: boolean;
}

export interface Site {
  /** `http://127.0.0.1:PORT`, the value of DONGA_TUI_FEEDS. */
  readonly origin: string;
  /** The requests so far. */
  readonly requests: { readonly path: string; readonly headers: IncomingMessage['headers'] }[];
  /** Answers a path otherwise, until it is given null. */
  set(path: string, handler: Handler | null): void;
  /** Cuts every connection and stops. */
  close(): Promise<void>;
}

const EDITION = fileURLToPath(new URL('../../../fixtures/edition/', import.meta.url));

/** A grey pixel, as a JPEG file. */
const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AVN//2Q==',
  'base64',
);

/** Starts the site on a free port. Links to donga.com's hosts lead to it. */
export async function startSite({ port = 0, validators = false }: SiteOptions = {}): Promise<Site> {
  const overrides = new Map<string, Handler>();
  const requests: Site['requests'] = [];
  let origin = '';

  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push({ path: pathname, headers: request.headers });
    const override = overrides.get(pathname);
    if (override !== undefined) override(request, response);
    else void serve(pathname, request, response);
  });

  async function serve(pathname: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (/\.(?:jpg|png|gif)$/.test(pathname)) {
      response.writeHead(200, { 'content-type': 'image/jpeg' }).end(PIXEL);
      return;
    }
    const feed = /^\/((?:sportsdonga\/)?[a-z_]+)\.xml$/.exec(pathname)?.[1];
    const article = /\/(\d+)\/\d+$/.exec(pathname)?.[1];
    const file =
      feed !== undefined ? `feeds/${feed}.xml` : article !== undefined ? `articles/${article}.html` : '';
    const bytes = file === '' ? null : await readFile(EDITION + file).catch(() => null);
    if (bytes === null) {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('<h1>404</h1>');
      return;
    }
    // Latin-1 keeps bytes of any encoding unchanged.
    const body = Buffer.from(
      bytes.toString('latin1').replaceAll(/https:\/\/(?:www|sports|dimg|rss)\.donga\.com/g, origin),
      'latin1',
    );
    if (validators && feed !== undefined) {
      const etag = `"${createHash('sha1').update(body).digest('hex')}"`;
      response.setHeader('etag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
    }
    const type = feed === undefined ? 'text/html' : 'application/xml; charset=utf-8';
    response.writeHead(200, { 'content-type': type }).end(body);
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    requests,
    set: (path, handler) => {
      if (handler === null) overrides.delete(path);
      else overrides.set(path, handler);
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

if (process.argv[1] === import.meta.filename) {
  const site = await startSite({ port: Number(process.argv[2] ?? 0) });
  process.stdout.write(`${site.origin}\n`);
}
