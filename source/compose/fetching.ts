import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileCacheFolder } from '../compile-cache.ts';
import { createFetching, type Fetching } from '../reader/fetching/fetching.ts';
import { reenterBookmarks } from '../reader/restore-bookmarks.ts';
import { openArchive } from '../storage/archive/archive.ts';
import { openBookmarks } from '../storage/config/bookmarks/bookmarks.ts';
import { type FeedsStore, knowFeeds, openFeeds } from '../storage/config/feeds.ts';
import { homePaths, sampleHome } from '../storage/files/paths.ts';
import type { Io } from '../system/io.ts';
import { createRemoteFetching, type WorkerChild } from '../worker/client.ts';
import { feedsOrigin, lateHttp, lateSample } from './network.ts';

declare const __VERSION__: string;

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

/** The places of what an archive is kept in, by the home's folder for data. */
export const archiveFiles = (data: string) => ({
  archive: join(data, 'archive.db'),
  stories: join(data, 'stories.db'),
  photos: join(data, 'photos'),
});

/** The worker's source: the network, none, or the sample edition. */
export type Network = 'live' | 'offline' | 'sample';

/** The worker's own fetching: the same home and network, opened in its process. */
export function openFetching({ env, now }: Pick<Io, 'env' | 'now'>, network: Network): Fetching {
  const feeds = network === 'sample' ? null : knowOtherFeeds(env);
  const { config, data } = network === 'sample' ? sampleHome(env) : homePaths(env);
  const files = archiveFiles(data);
  const archive = openArchive(files.archive, now);
  const bookmarks = openBookmarks(config);
  // The reader that shares the archive notices damage itself.
  reenterBookmarks({ archive, bookmarks, now });
  return createFetching({
    archive,
    bookmarks,
    http: network === 'sample' ? lateSample(now) : lateHttp({ env, offline: network === 'offline', now }),
    storiesFile: files.stories,
    photosFolder: files.photos,
    feedsOrigin: feedsOrigin(env),
    lookAtFeeds: () => feeds !== null && knowFeeds(feeds),
    now,
  });
}

/** Makes the sections of the reader's other feeds known from now on. */
export function knowOtherFeeds(env: NodeJS.ProcessEnv): FeedsStore {
  const feeds = openFeeds(homePaths(env).config);
  knowFeeds(feeds);
  return feeds;
}

export function remoteFetching(env: NodeJS.ProcessEnv, network: Network, instead: () => Fetching): Fetching {
  const start = (): WorkerChild => startWorker(env, network);
  return createRemoteFetching({ start, instead, rests: WORKER_RESTS, deadlines: DEADLINES });
}

/** Photos by the one, the rest by the other. */
export function withPhotosOf(photos: Fetching, rest: Fetching): Fetching {
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
