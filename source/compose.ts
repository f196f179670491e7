import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCacheFolder } from './compile-cache.ts';
import { Failure } from './failure.ts';
import type { HttpOptions } from './net/client.ts';
import type { Http } from './net/http.ts';
import { createFetching, type Fetching } from './reader/fetching/fetching.ts';
import { createReader } from './reader/reader.ts';
import { reenterBookmarks } from './reader/restore-bookmarks.ts';
import type { Reader, ReaderParts } from './reader/types.ts';
import { SECTIONS } from './sections.ts';
import { openArchive } from './storage/archive/archive.ts';
import { openOrCopy } from './storage/archive/open-or-copy.ts';
import { openBookmarks } from './storage/config/bookmarks/bookmarks.ts';
import { type FeedsStore, knowFeeds, openFeeds } from './storage/config/feeds.ts';
import { openSettings } from './storage/config/settings.ts';
import { openWords } from './storage/config/words.ts';
import { type HomePaths, homePaths, sampleHome } from './storage/files/paths.ts';
import type { Bookmarks } from './storage/kept-types.ts';
import type { Io } from './system/io.ts';
import { withoutEnd } from './text/runs.ts';
import { sanitiseLine } from './text/sanitise.ts';
import type { Warnings } from './warnings.ts';
import { createRemoteFetching, type WorkerChild } from './worker/client.ts';

declare const __VERSION__: string;

const FEEDS_ORIGIN = 'https://rss.donga.com';
const ARCHIVE = 'archive.db';
const PHOTOS = 'photos';
const STORIES = 'stories.db';
const FOLDER_SEEN = 'bookmarks-folder.json';
/**
 * The time that the worker is kept without work, in ms: a reader who leafs through articles asks again soon;
 * later its memory is better free. One that was only made ready waits longer for its first work.
 */
const WORKER_RESTS = { worked: 10_000, unused: 60_000 };
/**
 * The longest time that the worker may take, in ms. The network's own limit for an answer is 45 s; the rest
 * is for parsing and, for a page, for a place among the requests that are under way.
 */
const DEADLINES = { feed: 60_000, page: 75_000 };

/** The worker's source: the network, none, or the sample edition. */
export type Network = 'live' | 'offline' | 'sample';

/** A reader, and how it asks the network. */
export interface ReaderOptions {
  /** No socket is ever opened. */
  readonly offline: boolean;
  /** The network is asked by a process of its own: the screen never waits for it. */
  readonly inWorker: boolean;
}

/** The surroundings that a reader is opened with. */
export interface ReaderIo extends Pick<Io, 'env' | 'now'> {
  readonly warnings: Warnings;
}

/** Opens a reader on the home and the network that the environment names. */
export async function openReader(
  { env, now, warnings }: ReaderIo,
  { offline, inWorker }: ReaderOptions,
): Promise<Reader> {
  const home = homePaths(env);
  const own = {
    home,
    http: lateHttp({ version: __VERSION__, env, offline, now }),
    origin: feedsOrigin(env),
    now,
    warnings,
  };
  if (!inWorker) return assemble(own);
  // Offline, the worker is only asked for photos: a request that must fail fails sooner in this process.
  return offline
    ? assemble(own, (instead) => withPhotosOf(remoteFetching(env, 'offline', instead), instead()))
    : assemble(own, (instead) => remoteFetching(env, 'live', instead));
}

/** The worker's own fetching: the same home and network, opened in its process. */
export function openFetching({ env, now }: Pick<Io, 'env' | 'now'>, network: Network): Fetching {
  const feeds = network === 'sample' ? null : knowOtherFeeds(env);
  const { config, data } = network === 'sample' ? sampleHome(env) : homePaths(env);
  const archive = openArchive(join(data, ARCHIVE), now);
  const bookmarks = openBookmarks(config);
  // The reader that shares the archive notices damage itself.
  reenterBookmarks({ archive, bookmarks, now });
  return createFetching({
    archive,
    bookmarks,
    http:
      network === 'sample'
        ? lateSample(now)
        : lateHttp({ version: __VERSION__, env, offline: network === 'offline', now }),
    storiesFile: join(data, STORIES),
    photosFolder: join(data, PHOTOS),
    feedsOrigin: feedsOrigin(env),
    lookAtFeeds: () => feeds !== null && knowFeeds(feeds),
    now,
  });
}

/** A word that stands in several of the sample edition's headlines. */
const SAMPLE_WORD = '예산';

/**
 * Opens a reader on the sample edition: no network, and a home of its own within the real one, in which a word is
 * watched at first, so that something is gathered under 관심.
 */
export async function openSample({ env, now, warnings }: ReaderIo): Promise<Reader> {
  const { sampleHttp } = await import('./sample-edition.ts');
  const home = sampleHome(env);
  const isNew = !existsSync(join(home.config, 'words.json'));
  const own = {
    home,
    http: sampleHttp(now),
    origin: FEEDS_ORIGIN,
    now,
    warnings,
    isSample: true,
  };
  const reader = assemble(own, (instead) => withPhotosOf(remoteFetching(env, 'sample', instead), instead()));
  // A home that cannot be written is read all the same.
  if (isNew) await reader.setWord('watch', SAMPLE_WORD, true).catch(() => undefined);
  return {
    ...reader,
    // Nothing new ever comes: the day is the last one, whenever it was shown before.
    day: (since) => reader.day(since ?? 'last-day'),
    async open(target, options) {
      const opened = await reader.open(target, options);
      const known = reader.headline(target.id)?.publishedAt ?? null;
      // The edition's dates follow the clock: a text that was kept on another day has those of that day.
      const isOf = known === null || opened.article.publishedAt === known;
      return isOf || options?.fresh === true ? opened : reader.open(target, { fresh: true });
    },
  };
}

/** Makes the sections of the reader's other feeds known from now on. */
export function knowOtherFeeds(env: NodeJS.ProcessEnv): FeedsStore {
  const feeds = openFeeds(homePaths(env).config);
  knowFeeds(feeds);
  return feeds;
}

/** Asks for a document that the reader names: a feed, or a list of feeds. Rejects with a Failure. */
export async function fetchDocument(
  { env, now }: Pick<Io, 'env' | 'now'>,
  url: string,
  { offline, linkedFrom }: { offline: boolean; linkedFrom?: string | undefined },
): Promise<string> {
  const http = lateHttp({ version: __VERSION__, env, offline, now });
  try {
    const { body, contentType } = await http.get({ url, kind: 'feed', linkedFrom });
    const { decodeText } = await import('./net/decode.ts');
    return decodeText(body, contentType);
  } finally {
    await http.close();
  }
}

/** The paper's own feeds, by the environment's origin. @throws Failure bad-feeds-origin */
export const ownFeeds = (env: NodeJS.ProcessEnv): { title: string; url: string }[] =>
  SECTIONS.map(({ name, label }) => ({ title: label, url: `${feedsOrigin(env)}/${name}.xml` }));

function remoteFetching(env: NodeJS.ProcessEnv, network: Network, instead: () => Fetching): Fetching {
  const start = (): WorkerChild => startWorker(env, network);
  return createRemoteFetching({ start, instead, rests: WORKER_RESTS, deadlines: DEADLINES });
}

/** Photos by the one, the rest by the other. */
function withPhotosOf(photos: Fetching, rest: Fetching): Fetching {
  return {
    ...rest,
    photo: photos.photo,
    keepPhoto: photos.keepPhoto,
    // Photos are seldom asked for, and the rest is at hand.
    prepare: () => undefined,
    close: async () => {
      await Promise.all([photos.close(), rest.close()]);
    },
  };
}

/**
 * Starts the worker's process. Its output is ignored. Its standard input is a pipe that is never written to:
 * when the reader is gone, the pipe ends.
 */
function startWorker(env: NodeJS.ProcessEnv, network: Network): WorkerChild {
  const entry = fileURLToPath(new URL('./worker.js', import.meta.url));
  // By its environment, Node uses the compile cache from the worker's first file on.
  const compiled = env.NODE_COMPILE_CACHE || compileCacheFolder(env, __VERSION__);
  return process.getBuiltinModule('node:child_process').fork(entry, [network], {
    env: { ...env, ...(compiled === null ? {} : { NODE_COMPILE_CACHE: compiled }) },
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
  });
}

/** The http client, loaded at the first request. */
function lateHttp(options: HttpOptions): Http {
  let client: Promise<Http> | null = null;
  function loaded(): Promise<Http> {
    client ??= import('./net/client.ts').then(({ createHttp }) => createHttp(options));
    return client;
  }
  return {
    get: async (request) => (await loaded()).get(request),
    prepare: async () => {
      await loaded().then(
        (http) => http.prepare?.(),
        () => undefined,
      );
    },
    close: async () => {
      await (await client)?.close();
    },
  };
}

/** The sample edition, loaded at the first request. */
function lateSample(now: () => number): Http {
  const client = import('./sample-edition.ts').then(({ sampleHttp }) => sampleHttp(now));
  return {
    get: async (request) => (await client).get(request),
    close: async () => undefined,
  };
}

interface Own {
  readonly home: HomePaths;
  readonly http: Http;
  readonly origin: string;
  readonly now: () => number;
  readonly warnings: Warnings;
  readonly isSample?: boolean;
}

/** Puts a reader together; `fetchElsewhere` is given the fetching of this process, and returns the one to use. */
function assemble(
  { home, http, origin, now, warnings, isSample = false }: Own,
  fetchElsewhere: (instead: () => Fetching) => Fetching = (instead) => instead(),
): Reader {
  const file = join(home.data, ARCHIVE);
  const storiesFile = join(home.data, STORIES);
  const { archive, isCopy, warning } = openOrCopy(file, now, isSample);
  if (warning !== null) warnings.add({ key: warning, params: {} });
  const bookmarkFolder = () => openSettings(home.config).all()['bookmarks-folder'];
  const bookmarks = openBookmarks(home.config, {
    now,
    isShared: () => !isSample && bookmarkFolder() !== '',
  });
  const instead = (): Fetching =>
    createFetching({
      archive,
      bookmarks,
      http,
      storiesFile,
      photosFolder: join(home.data, PHOTOS),
      feedsOrigin: origin,
      now,
    });
  return createReader({
    archive,
    bookmarks,
    ...(isSample ? {} : { share: sharingOf(home, bookmarks, bookmarkFolder, now) }),
    words: openWords(home.config),
    // Another process knows nothing of a copy.
    storiesFile,
    fetching: isCopy ? instead() : fetchElsewhere(instead),
    now,
    warn: warnings.add,
  });
}

/** Makes the bookmarks and the folder of the settings alike; loaded at the first time, which is after the first frame. */
function sharingOf(
  home: HomePaths,
  bookmarks: Bookmarks,
  bookmarkFolder: () => string,
  now: () => number,
): NonNullable<ReaderParts['share']> {
  return async () => {
    const folder = bookmarkFolder();
    if (folder === '') return null;
    const { shareBookmarks } = await import('./storage/config/folder/share.ts');
    return shareBookmarks({ bookmarks, folder, seenFile: join(home.cache, FOLDER_SEEN), now: now() });
  };
}

/** An origin in place of the real one, for who has a server of their own. @throws Failure bad-feeds-origin. */
function feedsOrigin(env: NodeJS.ProcessEnv): string {
  const given = env.DONGA_TUI_FEEDS;
  if (given === undefined || given === '') return FEEDS_ORIGIN;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Failure('bad-feeds-origin', { given: sanitiseLine(given) });
  }
  return `${url.origin}${withoutEnd(url.pathname, /\//)}`;
}
