import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttp } from '../../source/net/client.ts';
import type { Http, HttpKind } from '../../source/net/http.ts';
import { PATIENCE } from '../support/patience.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

let server: Server;
let origin: string;
let handle: Handler;
let http: Http;
const sockets = new Set<Socket>();
/** Only a test of the client's own patience has a short one: a busy machine may stand still for a second. */
const LONG = { connect: PATIENCE, read: PATIENCE, whole: PATIENCE };
const patience = { ...LONG };
const isImpatient = () => Object.assign(patience, { read: 300, whole: 900 });

beforeEach(async () => {
  handle = (_, response) => response.end('ok');
  server = createServer((request, response) => handle(request, response));
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  http = createHttp({ version: '0', env: {}, offline: false, now: Date.now, patience });
});
afterEach(async () => {
  Object.assign(patience, LONG);
  await http.close();
  await expect.poll(() => sockets.size).toBe(0);
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, kind: HttpKind = 'page') => http.get({ url: `${origin}${path}`, kind });
const text = async (path: string) => Buffer.from((await get(path)).body).toString();
const code = (path: string, kind?: HttpKind) =>
  get(path, kind).then(
    () => 'answered',
    (error) => error.code,
  );

describe('an answer', () => {
  test('an unchanged answer says so, and is asked for with the validators of the last one', async () => {
    handle = (request, response) => {
      if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.setHeader('etag', '"1"').setHeader('cache-control', 'max-age=60').end('new');
    };
    const first = await get('/');
    expect(first).toMatchObject({ notModified: false, validators: { etag: '"1"' }, freshFor: 60_000 });
    const second = await http.get({ url: `${origin}/`, kind: 'feed', validators: first.validators });
    expect(second.notModified).toBe(true);
  });

  test('names the program to the server', async () => {
    let agent: string | undefined;
    handle = (request, response) => {
      agent = request.headers['user-agent'];
      response.end();
    };
    await get('/');
    expect(agent).toMatch(/^donga-tui\/0 \(\+https:/);
  });
});

describe('a fault ends in a failure with a message', () => {
  test.each([
    ['a 404', 404, {}, 'http-status'],
    ['a 500', 500, {}, 'http-status'],
    ['a 403', 403, {}, 'http-status'],
    ['a 429', 429, { 'retry-after': '7' }, 'rate-limited'],
    ['a 503 that says when', 503, { 'retry-after': '9' }, 'rate-limited'],
  ])('%s', async (_, status, headers, wanted) => {
    handle = (__, response) => response.writeHead(status, headers).end('no');
    expect(await code('/')).toBe(wanted);
  });

  test('a server that says nothing', async () => {
    isImpatient();
    handle = () => undefined;
    expect(await code('/')).toBe('timeout');
  });

  test('a body that drips', async () => {
    isImpatient();
    handle = (_, response) => {
      const drip = setInterval(() => response.write('.'), 50);
      response.on('close', () => clearInterval(drip));
    };
    expect(await code('/')).toBe('timeout');
  });

  test('a body that stops midway', async () => {
    handle = (_, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half');
      setTimeout(() => response.destroy(), 20);
    };
    expect(await code('/')).toBe('cut-off');
  });

  test('a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(60_000_000));
    handle = (_, response) => response.setHeader('content-encoding', 'gzip').end(bomb);
    expect(await code('/', 'feed')).toBe('too-large');
  });

  test('a body of 50 MB', async () => {
    handle = (_, response) => response.end(Buffer.alloc(50_000_000));
    expect(await code('/', 'feed')).toBe('too-large');
  });

  test('endless redirects, and redirects to other schemes', async () => {
    handle = (_, response) => response.writeHead(302, { location: '/' }).end();
    expect(await code('/')).toBe('bad-redirect');
    handle = (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end();
    expect(await code('/')).toBe('bad-redirect');
  });

  test('no server', async () => {
    await expect(http.get({ url: 'http://127.0.0.1:1/', kind: 'page' })).rejects.toMatchObject({
      code: 'unreachable',
    });
    await expect(http.get({ url: 'http://nowhere.invalid/', kind: 'page' })).rejects.toMatchObject({
      code: 'unreachable',
    });
  });

  test('a link of another scheme', async () => {
    await expect(http.get({ url: 'javascript:alert(1)', kind: 'page' })).rejects.toMatchObject({
      code: 'bad-link',
    });
  });
});

test('a connection that is lost before an answer is tried once more', async () => {
  let asked = 0;
  handle = (request, response) => {
    asked += 1;
    if (asked === 1) request.socket.destroy();
    else response.end('there');
  };
  expect(await text('/')).toBe('there');
  expect(asked).toBe(2);
});

test('redirects are followed, and the answer has its final address', async () => {
  handle = (request, response) => {
    if (request.url === '/a') response.writeHead(301, { location: '/b' }).end();
    else response.end('b');
  };
  expect((await get('/a')).url).toBe(`${origin}/b`);
});

test('no more than four are asked at once', async () => {
  const asking: ServerResponse[] = [];
  let most = 0;
  handle = (_, response) => {
    asking.push(response);
    most = Math.max(most, asking.length);
    // The four are answered a moment after the last of them, in which a fifth would come.
    if (asking.length === 4) {
      setTimeout(() => {
        for (const each of asking.splice(0)) each.end();
      }, 20);
    }
  };
  await Promise.all(Array.from({ length: 12 }, () => get('/')));
  expect(most).toBe(4);
});

test.each([
  ['answers', 200],
  ['says that nothing changed', 304],
  ['refuses', 404],
])('twenty feeds of a host that %s take four connections, and again none', async (_, status) => {
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  handle = (__, response) => response.writeHead(status).end(status === 304 ? '' : 'x'.repeat(20_000));
  const validators = { etag: '"1"', lastModified: null };
  const all = () =>
    Promise.allSettled(
      Array.from({ length: 20 }, (__, feed) =>
        http.get({ url: `${origin}/${feed}.xml`, kind: 'feed', validators }),
      ),
    );
  await all();
  expect(connections).toBe(4);
  await all();
  expect(connections).toBe(4);
});

describe('links of a public site', () => {
  const names: Readonly<Record<string, string>> = {
    'news.test': '127.0.0.1',
    'inside.test': '127.0.0.2',
    'metadata.test': '169.254.169.254',
    'router.test': '::ffff:192.168.1.1',
  };
  const asked: string[] = [];
  let guarded: Http;
  beforeEach(() => {
    asked.length = 0;
    handle = (request, response) => {
      asked.push(request.url!);
      const to = new URL(request.url!, origin).searchParams.get('to');
      if (to === null) response.end('there');
      else response.writeHead(302, { location: to }).end();
    };
    guarded = createHttp({
      version: '0',
      env: {},
      offline: false,
      now: Date.now,
      resolve: (host, _, callback) => {
        const address = names[host];
        if (address === undefined) callback(Object.assign(new Error(host), { code: 'ENOTFOUND' }), []);
        else callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
      },
      publicAddresses: ['127.0.0.1'],
    });
  });
  afterEach(() => guarded.close());

  const port = (): string => new URL(origin).port;
  const follow = (url: string, kind: HttpKind, linkedFrom?: string) =>
    guarded.get({ url: url.replace('PORT', port()), kind, linkedFrom }).then(
      ({ body }) => Buffer.from(body).toString(),
      (error) => error.code,
    );

  const PRIVATE = [
    'http://127.0.0.1:PORT/a',
    'http://localhost:PORT/a',
    'http://2130706433:PORT/a',
    'http://0x7f.1:PORT/a',
    'http://0177.0.0.1:PORT/a',
    'http://[::1]:PORT/a',
    'http://[::ffff:127.0.0.1]:PORT/a',
    'http://0:PORT/a',
    'http://inside.test:PORT/a',
    'http://metadata.test/latest',
    'http://router.test/',
  ];
  test.each(PRIVATE)('is not asked if it is %s', async (url) => {
    for (const kind of ['page', 'image'] as const) {
      expect(await follow(url, kind, 'https://rss.donga.com')).toBe('unsafe-address');
      const redirected = `http://news.test:PORT/?to=${encodeURIComponent(url.replace('PORT', port()))}`;
      expect(await follow(redirected, kind, 'https://rss.donga.com')).toBe('unsafe-address');
    }
    expect(asked.filter((path) => !path.includes('?to='))).toEqual([]);
  });

  test('is asked if it is public', async () => {
    expect(await follow('http://news.test:PORT/a', 'page', 'https://rss.donga.com')).toBe('there');
    expect(await follow('http://news.test:PORT/?to=/b', 'page', 'https://rss.donga.com')).toBe('there');
  });

  test('is asked at any address if the site is a private one, or the reader named the link', async () => {
    expect(await follow('http://127.0.0.1:PORT/a', 'page', 'http://127.0.0.1:8080')).toBe('there');
    expect(await follow('http://127.0.0.1:PORT/a', 'image', 'http://localhost:8080')).toBe('there');
    expect(await follow('http://127.0.0.1:PORT/a', 'page')).toBe('there');
  });
});

test('offline opens no socket', async () => {
  const offline = createHttp({ version: '0', env: {}, offline: true, now: Date.now });
  await expect(offline.get({ url: origin, kind: 'page' })).rejects.toMatchObject({ code: 'offline' });
  expect(sockets.size).toBe(0);
});
