import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHttp } from '../../source/net/client.ts';

/** The site: it answers with the path that it was asked for. */
let site: Server;
let proxy: Server;
/** What the proxy was asked to reach. */
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
    // Whatever the name, it is the site that is there.
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

async function ask(url: string, env: Record<string, string>): Promise<string> {
  const http = createHttp({ version: '0', env, offline: false, now: Date.now });
  try {
    return Buffer.from((await http.get({ url, kind: 'feed' })).body).toString();
  } finally {
    await http.close();
  }
}

describe('a proxy from the environment', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])('by %s is what a feed is asked through', async (name) => {
    const env = { [name]: `http://127.0.0.1:${portOf(proxy)}` };
    expect(await ask('http://rss.example.test/politics.xml', env)).toBe('지면 /politics.xml');
    expect(reached).toEqual(['rss.example.test:80']);
  });

  test('by HTTPS_PROXY is asked to reach the host of an https link', async () => {
    const env = { HTTPS_PROXY: `127.0.0.1:${portOf(proxy)}` };
    // The site behind this one speaks no TLS.
    await expect(ask('https://rss.example.test/politics.xml', env)).rejects.toThrow();
    expect(reached[0]).toBe('rss.example.test:443');
  });

  test('is passed by where NO_PROXY says so', async () => {
    const env = { HTTP_PROXY: `http://127.0.0.1:${portOf(proxy)}`, NO_PROXY: '127.0.0.1' };
    expect(await ask(`http://127.0.0.1:${portOf(site)}/a`, env)).toBe('지면 /a');
    expect(reached).toEqual([]);
  });
});
