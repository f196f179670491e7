import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttp, type HttpOptions } from '../../source/net/client.ts';
import type { HttpRequest } from '../../source/net/http.ts';
import type { Resolve } from '../../source/net/lookup.ts';
import { proxyFor } from '../../source/net/proxies.ts';
import { type SocksServer, startSocks } from '../support/site/socks.ts';

/** The site: it answers with the path that it was asked for. */
let site: Server;
let proxy: Server;
/** The address that the proxy was asked to reach. */
let reached: string[];
const sockets = new Set<Socket>();

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
const listening = (server: Server): Promise<void> =>
  new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

beforeEach(async () => {
  reached = [];
  site = createServer((request, response) => response.end(`지면 ${request.url}`));
  await listening(site);
  proxy = createServer();
  proxy.on('connect', (request, client: Socket, head: Buffer) => {
    reached.push(request.url!);
    // Every name leads to the test's site.
    const upstream = connect(portOf(site), '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  await listening(proxy);
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all([site, proxy].map((server) => new Promise((resolve) => server.close(resolve))));
});

async function ask(url: string, env: Record<string, string>, more: Partial<HttpOptions & HttpRequest> = {}) {
  const resolve: Resolve = (_, __, callback) => callback(null, [{ address: '127.0.0.9', family: 4 }]);
  const http = createHttp({ version: '0', env, offline: false, now: Date.now, resolve, ...more });
  try {
    return Buffer.from((await http.get({ url, kind: 'feed', ...more })).body).toString();
  } finally {
    await http.close();
  }
}

const FEED = 'http://rss.example.test/politics.xml';

describe('a proxy from the environment', () => {
  test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'by %s is used for a feed',
    async (name) => {
      expect(await ask(FEED, { [name]: `http://127.0.0.1:${portOf(proxy)}` })).toBe('지면 /politics.xml');
      expect(reached).toEqual(['rss.example.test:80']);
    },
  );

  test('by HTTPS_PROXY is asked to reach the host of an https link', async () => {
    const env = { HTTPS_PROXY: `127.0.0.1:${portOf(proxy)}` };
    // The site behind this one speaks no TLS.
    await expect(ask('https://rss.example.test/politics.xml', env)).rejects.toThrow();
    expect(reached[0]).toBe('rss.example.test:443');
  });

  test('is not used if NO_PROXY names the host', async () => {
    const env = { HTTP_PROXY: `http://127.0.0.1:${portOf(proxy)}`, NO_PROXY: '127.0.0.1' };
    expect(await ask(`http://127.0.0.1:${portOf(site)}/a`, env)).toBe('지면 /a');
    expect(reached).toEqual([]);
  });

  test('gets its user and password, which are shown nowhere', async () => {
    const heads: (string | undefined)[] = [];
    proxy.prependListener('connect', (request) => heads.push(request.headers['proxy-authorization']));
    await ask(FEED, { HTTP_PROXY: `http://kim:se%40cret@127.0.0.1:${portOf(proxy)}` });
    expect(heads).toEqual([`Basic ${Buffer.from('kim:se@cret').toString('base64')}`]);
    const failed = ask(FEED, { HTTP_PROXY: 'http://kim:secret@127.0.0.1:1' });
    await expect(failed).rejects.toMatchObject({ details: { proxy: '127.0.0.1:1' } });
  });

  test.each([
    ['http://127.0.0.1:1', '127.0.0.1:1'],
    ['https://127.0.0.1:1', '127.0.0.1:1'],
    ['http://proxy.invalid:3128', 'proxy.invalid:3128'],
    ['socks5://127.0.0.1:1', '127.0.0.1:1'],
    ['socks5h://127.0.0.1:1', '127.0.0.1:1'],
  ])('a proxy that cannot be reached, %s, is named', async (url, name) => {
    for (const link of [FEED, 'https://rss.example.test/politics.xml']) {
      const failed = ask(link, { ALL_PROXY: url });
      await expect(failed).rejects.toMatchObject({ code: 'proxy-unreachable', details: { proxy: name } });
    }
  });

  test.each([407, 403, 502])('a proxy that answers %d counts as refusing', async (status) => {
    const stern = createServer().on('connect', (_, client: Socket) => {
      client.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    });
    await listening(stern);
    const name = `127.0.0.1:${portOf(stern)}`;
    await expect(ask(FEED, { HTTP_PROXY: name })).rejects.toMatchObject({
      code: 'proxy-refused',
      details: { status, proxy: name },
    });
    stern.closeAllConnections();
    await new Promise((resolve) => stern.close(resolve));
  });

  test.each([
    ['HTTP_PROXY', 'socks4://127.0.0.1:1080', 'socks4'],
    ['HTTP_PROXY', 'socks4a://127.0.0.1:1080', 'socks4a'],
    ['ALL_PROXY', 'ftp://127.0.0.1', 'ftp'],
    ['HTTP_PROXY', 'http://', ''],
    ['HTTP_PROXY', 'not a proxy', ''],
  ])('a proxy that cannot be used (%s=%s) is refused by its name', async (variable, url, scheme) => {
    await expect(ask(FEED, { [variable]: url })).rejects.toMatchObject({
      code: 'bad-proxy',
      details: { variable, scheme },
    });
  });
});

describe('NO_PROXY', () => {
  const proxied = (url: string, list: string): boolean =>
    proxyFor(new URL(url), { ALL_PROXY: 'http://p.test', NO_PROXY: list }) !== null;

  test.each([
    ['http://a.donga.com/', 'donga.com'],
    ['http://donga.com/', '.donga.com'],
    ['http://a.donga.com/', '*.donga.com'],
    ['https://a.donga.com/', 'example.com, donga.com:443'],
    ['http://a.test:8080/', 'a.test:8080'],
    ['http://a.test/', '*'],
    ['http://A.TEST./', 'a.test'],
    ['http://10.1.2.3/', '10.0.0.0/8'],
    ['http://[::1]/', '::1'],
    ['http://[fd00::5]:80/', '[fd00::5]:80'],
    ['http://[fd00::5]/', 'fd00::/8'],
  ])('excepts %s by %j', (url, list) => expect(proxied(url, list)).toBe(false));

  test.each([
    ['http://notdonga.com/', 'donga.com'],
    ['http://a.test:8081/', 'a.test:8080'],
    ['http://11.1.2.3/', '10.0.0.0/8'],
    ['http://11.1.2.3/', '10.0.0.0/99'],
    ['http://a.test/', ''],
    ['http://1.10.0.0.1.test/', '0.0.1'],
  ])('does not except %s by %j', (url, list) => expect(proxied(url, list)).toBe(true));

  test('is not needed if the variable is for the other scheme', () => {
    expect(proxyFor(new URL('https://a.test'), { HTTP_PROXY: 'http://p.test' })).toBeNull();
    expect(proxyFor(new URL('http://a.test'), { HTTPS_PROXY: 'http://p.test' })).toBeNull();
  });
});

describe('a SOCKS proxy', () => {
  let socks: SocksServer;
  const warnings: string[] = [];
  const onWarning = (warning: Error): unknown => warnings.push(warning.message);
  beforeEach(async () => {
    socks = await startSocks(portOf(site));
    process.on('warning', onWarning);
  });
  afterEach(async () => {
    await socks.close();
    await new Promise((resolve) => setImmediate(resolve));
    process.off('warning', onWarning);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['socks5h', 'rss.example.test:80'],
    ['socks5', '127.0.0.9:80'],
    ['socks', '127.0.0.9:80'],
  ])('spoken to as %s is asked for %s', async (scheme, wanted) => {
    const env = { ALL_PROXY: `${scheme}://127.0.0.1:${socks.port}` };
    expect(await ask(FEED, env)).toBe('지면 /politics.xml');
    expect(socks.asked).toEqual([wanted]);
  });

  test('serves several feeds of one host by connections that are kept open', async () => {
    const env = { ALL_PROXY: `socks5h://127.0.0.1:${socks.port}` };
    const http = createHttp({ version: '0', env, offline: false, now: Date.now });
    for (let feed = 0; feed < 6; feed += 1) await http.get({ url: `${FEED}?${feed}`, kind: 'feed' });
    await http.close();
    expect(socks.asked.length).toBeLessThan(3);
  });

  test('a SOCKS proxy gets the login it wants, and is named if that is wrong or missing', async () => {
    const strict = await startSocks(portOf(site), 'kim:secret');
    const at = (login: string) => ({ ALL_PROXY: `socks5h://${login}127.0.0.1:${strict.port}` });
    expect(await ask(FEED, at('kim:secret@'))).toBe('지면 /politics.xml');
    for (const login of ['kim:wrong@', '']) {
      await expect(ask(FEED, at(login))).rejects.toMatchObject({
        code: 'proxy-refused',
        details: { status: 407, proxy: `127.0.0.1:${strict.port}` },
      });
    }
    await strict.close();
  });

  test.each([
    [4, 'unreachable'],
    [5, 'unreachable'],
    [2, 'proxy-refused'],
    [1, 'proxy-refused'],
  ])('a SOCKS proxy’s reply %d means %s', async (reply, code) => {
    socks.reply = reply;
    const env = { ALL_PROXY: `socks5h://127.0.0.1:${socks.port}` };
    await expect(ask(FEED, env)).rejects.toMatchObject({ code });
  });

  test('a web server in place of a SOCKS proxy counts as not reached', async () => {
    const env = { ALL_PROXY: `socks5h://127.0.0.1:${portOf(site)}` };
    await expect(ask(FEED, env)).rejects.toMatchObject({ code: 'proxy-unreachable' });
  });
});

describe('a public feed’s link to a private address', () => {
  const linkedFrom = 'https://rss.example.test';

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://[::ffff:192.168.1.1]/',
    'http://169.254.169.254/',
  ])('is refused behind a proxy too: %s', async (url) => {
    for (const scheme of ['http', 'socks5', 'socks5h']) {
      const env = { ALL_PROXY: `${scheme}://127.0.0.1:${portOf(proxy)}` };
      await expect(ask(url, env, { linkedFrom })).rejects.toMatchObject({ code: 'unsafe-address' });
    }
    expect(reached).toEqual([]);
  });

  test('is the proxy’s own concern if it is a name, but not by socks5, which resolves it here', async () => {
    const socks = await startSocks(portOf(site));
    const url = 'http://inside.example.test/a';
    const http = { ALL_PROXY: `http://127.0.0.1:${portOf(proxy)}` };
    expect(await ask(url, http, { linkedFrom })).toBe('지면 /a');
    expect(await ask(url, { ALL_PROXY: `socks5h://127.0.0.1:${socks.port}` }, { linkedFrom })).toBe(
      '지면 /a',
    );
    const local = ask(url, { ALL_PROXY: `socks5://127.0.0.1:${socks.port}` }, { linkedFrom });
    await expect(local).rejects.toMatchObject({ code: 'unsafe-address' });
    expect(socks.asked).toEqual(['inside.example.test:80']);
    await socks.close();
  });

  test('is refused if NO_PROXY excepts it, by the address that it resolves to', async () => {
    const env = { ALL_PROXY: `http://127.0.0.1:${portOf(proxy)}`, NO_PROXY: 'example.test' };
    const url = `http://inside.example.test:${portOf(site)}/a`;
    await expect(ask(url, env, { linkedFrom })).rejects.toMatchObject({ code: 'unsafe-address' });
    expect(reached).toEqual([]);
  });
});
