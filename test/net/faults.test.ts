import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asFailure, type Failure } from '../../source/failure.ts';
import { failureText } from '../../source/messages/index.ts';
import type { Headline } from '../../source/model.ts';
import { createHttp } from '../../source/net/client.ts';
import type { Http } from '../../source/net/http.ts';
import type { Reader } from '../../source/reader/types.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { newHome } from '../storage/home.ts';
import { PATIENCE } from '../support/patience.ts';
import { readerOn } from '../support/reader.ts';
import { CERTIFICATE } from '../support/site/certificate.ts';
import {
  FAULTS,
  type Fault,
  type FaultServer,
  PRIVATE,
  PUBLIC,
  startFaults,
} from '../support/site/faults.ts';

const edition = (path: string) =>
  readFileSync(new URL(`../../fixtures/edition/${path}`, import.meta.url), 'utf8');
const NOW = Date.parse('2026-11-20T13:00:00+09:00');

let plain: FaultServer;
let secure: FaultServer;
let clock = NOW;
const warnings: Error[] = [];
const onWarning = (warning: Error): unknown => warnings.push(warning);

beforeAll(async () => {
  plain = await startFaults(false);
  secure = await startFaults(true);
  process.on('warning', onWarning);
});
afterAll(async () => {
  process.off('warning', onWarning);
  await plain.close();
  await secure.close();
});

/** The client's patience is short only where it is to end: a busy machine may stand still for a second. */
const LONG = { connect: PATIENCE, read: PATIENCE, whole: PATIENCE };
const patience = { ...LONG };
/** Has the server make a fault from now on. */
function begin(server: FaultServer, fault: Fault): void {
  server.serve = fault.serve;
  Object.assign(patience, fault.code === 'timeout' ? { read: 250, whole: 700 } : LONG);
}

/** All public names lead to the fault server; one says it does and leads inside. */
const client = (trusting: boolean): Http =>
  createHttp({
    version: '0',
    env: {},
    offline: false,
    now: () => clock,
    patience,
    ...(trusting ? { ca: CERTIFICATE } : {}),
    resolve: (host, _, callback) =>
      callback(null, [{ address: host === PRIVATE ? '10.0.0.1' : '127.0.0.1', family: 4 }]),
    publicAddresses: ['127.0.0.1'],
  });

interface Bed {
  readonly reader: Reader;
  readonly http: Http;
  readonly server: FaultServer;
  readonly origin: string;
}

/** A reader whose first refresh went well, with an article read and a bookmark kept. */
async function bedFor({ tls, code }: Pick<Fault, 'tls' | 'code'>): Promise<Bed> {
  Object.assign(patience, LONG);
  const http = client(tls === 'trusted');
  const server = tls === undefined ? plain : secure;
  // From a public host nothing leads inside, so not even back to this one.
  const host = code === 'unsafe-address' ? PUBLIC : '127.0.0.1';
  const origin = tls === undefined ? `http://${host}:${server.port}` : `https://localhost:${server.port}`;
  const home = newHome();
  const archive = openArchive(join(home, 'archive.db'), () => clock);
  const reader = readerOn({
    archive,
    bookmarks: openBookmarks(home),
    http,
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: origin,
    now: () => clock,
  });
  if (tls === 'untrusted') return { reader, http, server, origin };
  server.serve = (request, response) => {
    const body = request.url?.endsWith('.xml')
      ? edition('feeds/economy.xml').replaceAll(/https:\/\/\w+\.donga\.com/g, origin)
      : edition('articles/139074720.html');
    response.writeHead(200, { etag: '"1"' }).end(body);
  };
  expect((await reader.refresh(['economy']))[0]?.failure).toBeNull();
  const kept = reader.headline('139074720')!;
  await reader.open(kept);
  await reader.bookmark(kept);
  return { reader, http, server, origin };
}

function isTold(failure: Failure | null | undefined, code: string): void {
  expect(failure?.code).toBe(code);
  for (const language of ['ko', 'en'] as const) {
    const line = failureText(language, failure!);
    expect(line).not.toMatch(/undefined|null|NaN|\n/);
    expect(line.length).toBeGreaterThan(5);
  }
}

const everything = (reader: Reader) => ({
  headlines: reader.headlines({ section: 'total', limit: 100 }),
  article: reader.kept('139074720'),
  bookmarks: reader.bookmarks(),
  refreshed: reader.feeds().map(({ refreshedAt, validators }) => ({ refreshedAt, validators })),
});

describe.each(FAULTS)('$name', (fault) => {
  test('of a feed is reported, and the kept headlines stay', async () => {
    const { reader, server } = await bedFor(fault);
    const before = everything(reader);
    begin(server, fault);
    const [refreshed] = await reader.refresh(['economy']);
    isTold(refreshed?.failure, fault.code);
    if (fault.tls !== 'untrusted') expect(everything(reader)).toEqual(before);
    await reader.close();
  });

  test('of a page is reported beside the lead, and a kept text stays', async () => {
    const { reader, server, origin } = await bedFor(fault);
    const before = everything(reader);
    begin(server, fault);
    const other: Pick<Headline, 'id' | 'url'> = before.headlines.find(({ id }) => id !== '139074720') ?? {
      id: '1',
      url: `${origin}/news/article/all/20261120/1/1`,
    };
    const opened = await reader.open(other).catch(asFailure);
    isTold('failure' in opened ? opened.failure : opened, fault.code);
    if (fault.tls !== 'untrusted') {
      const again = await reader.open(before.headlines.find(({ id }) => id === '139074720')!, {
        fresh: true,
      });
      isTold(again.failure, fault.code);
      expect(again.article).toEqual(before.article);
      expect(reader.bookmarks()).toEqual(before.bookmarks);
    }
    await reader.close();
  });

  test('of an image is reported', async () => {
    const { reader, http, server, origin } = await bedFor(fault);
    begin(server, fault);
    isTold(await http.get({ url: `${origin}/1.jpg`, kind: 'image' }).then(() => null, asFailure), fault.code);
    await reader.close();
  });
});

test('a hundred faults in a row leave no socket and no listener behind', async () => {
  const { reader, http, server, origin } = await bedFor({ code: 'timeout' });
  const listeners = () => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0);
  const before = listeners();
  const faults = FAULTS.filter(({ tls }) => tls === undefined);
  for (const fault of faults) {
    begin(server, fault);
    const asked = Array.from({ length: 6 }, () => http.get({ url: `${origin}/x`, kind: 'page' }));
    const answers = await Promise.allSettled(asked);
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill('rejected'));
  }
  // Connections kept open for the next request are closed within a few seconds.
  await expect.poll(() => server.sockets.size).toBe(0);
  expect(listeners()).toBe(before);
  Object.assign(patience, LONG);
  clock += 3_600_000;
  server.serve = (_, response) => {
    response.end(edition('feeds/economy.xml'));
  };
  expect((await reader.refresh(['economy']))[0]?.failure).toBeNull();
  await reader.close();
  await expect.poll(() => server.sockets.size).toBe(0);
  expect(warnings).toEqual([]);
});
