import { readdirSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import type { Article } from '../../source/model.ts';
import { createHttp } from '../../source/net/client.ts';
import { createFetching, type Fetching } from '../../source/reader/fetching/fetching.ts';
import { keepPhotos } from '../../source/reader/keep-photos.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { newHome } from '../storage/home.ts';
import { articleOf, headline } from '../support/fake-headlines.ts';
import { pictures, samplePhoto } from '../support/pictures.ts';

const TARGET = { kind: 'png', box: { width: 90, height: 60 }, most: 500_000 } as const;

let server: Server;
let origin: string;
let asked: string[];
let answers: RequestListener;
let home: string;
let fetching: Fetching;

const open = (offline = false): Fetching =>
  createFetching({
    archive: openArchive(join(home, 'archive.db'), Date.now),
    bookmarks: openBookmarks(home),
    http: createHttp({ version: '0', env: {}, offline, now: Date.now }),
    storiesFile: join(home, 'stories.db'),
    photosFolder: join(home, 'photos'),
    feedsOrigin: origin,
    now: Date.now,
  });

beforeEach(async () => {
  asked = [];
  answers = (_, response) => void response.end(samplePhoto('moon'));
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answers(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  home = newHome();
  fetching = open();
});
afterEach(async () => {
  await fetching.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const show = (path: string, change: { fetch?: boolean; page?: string } = {}) =>
  fetching.photo({ url: `${origin}${path}`, page: `${origin}/page`, fetch: true, target: TARGET, ...change });

const whyNot = async (shown: Promise<unknown>) => {
  const failure = await shown.then(
    () => null,
    (error: unknown) => error,
  );
  return failure instanceof Failure ? failure.code : failure;
};

describe('a photo', () => {
  test('is fetched once and kept as it came', async () => {
    expect(await show('/a.jpg')).toMatchObject({ width: 90, height: 60 });
    expect(await show('/a.jpg')).toMatchObject({ width: 90, height: 60 });
    expect(asked).toEqual(['/a.jpg']);
    const [name] = readdirSync(join(home, 'photos'));
    expect(name).toMatch(/^[0-9a-f]{32}$/);
  });

  test('offline a kept photo is shown, and another is not asked for', async () => {
    await show('/a.jpg');
    expect(await show('/a.jpg', { fetch: false })).toMatchObject({ width: 90 });
    expect(await whyNot(show('/b.jpg', { fetch: false }))).toBe('photo-not-kept');
    expect(asked).toEqual(['/a.jpg']);
    await fetching.close();
    fetching = open(true);
    expect(await show('/a.jpg')).toMatchObject({ width: 90 });
    expect(await whyNot(show('/c.jpg'))).toBe('offline');
  });

  test('at a private address is not asked for by a public page', async () => {
    for (const page of ['https://www.donga.com/news/1', 'http://203.0.113.7/news/1']) {
      expect(await whyNot(show('/a.jpg', { page }))).toBe('unsafe-address');
    }
    expect(asked).toEqual([]);
  });

  test.each([
    ['a page in place of it', (): Buffer => Buffer.from('<html>login</html>'), 'bad-image'],
    ['more than 10 MB', () => Buffer.concat([pictures.jpeg, Buffer.alloc(10_000_001)]), 'too-large'],
    ['an empty answer', () => Buffer.alloc(0), 'bad-image'],
  ])('%s is a reason and is not kept', async (_, body, why) => {
    answers = (__, response) => void response.end(body());
    expect(await whyNot(show('/a.jpg'))).toBe(why);
    expect(readdirSync(home)).not.toContain('photos');
  });

  test('of a host that asked for a pause is not asked for again until that is over', async () => {
    answers = (_, response) => void response.writeHead(429, { 'retry-after': '60' }).end();
    expect(await whyNot(show('/a.jpg'))).toBe('rate-limited');
    expect(await whyNot(show('/b.jpg'))).toBe('rate-limited');
    expect(asked).toEqual(['/a.jpg']);
  });
});

describe('the photos of an article, kept for reading offline:', () => {
  const article = (...paths: string[]): Article =>
    articleOf(headline(1), {
      url: `${origin}/page`,
      blocks: paths.map((path) => ({ type: 'photo', url: `${origin}${path}`, caption: null, alt: null })),
    });

  test('photos come one after the other with a pause after each, and kept ones not again', async () => {
    const order: string[] = [];
    answers = (request, response) => {
      order.push(request.url!);
      response.end(pictures.png);
    };
    const pause = async () => order.push('pause');
    expect(await keepPhotos(fetching, article('/1.png', '/2.png', '/1.png'), pause)).toEqual({
      had: 2,
      failed: 0,
      failure: null,
    });
    expect(order).toEqual(['/1.png', 'pause', '/2.png', 'pause']);
    expect(await keepPhotos(fetching, article('/1.png', '/2.png'), pause)).toMatchObject({ had: 0 });
    expect(order).toHaveLength(4);
  });

  test('a missing photo does not prevent the others', async () => {
    answers = (request, response) =>
      void (request.url === '/1.png' ? response.writeHead(404).end() : response.end(pictures.png));
    const kept = await keepPhotos(fetching, article('/1.png', '/2.png'), async () => undefined);
    expect(kept).toMatchObject({ had: 1, failed: 1 });
    expect(kept.failure?.code).toBe('http-status');
  });
});
