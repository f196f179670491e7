import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Http } from '../net/http.ts';
import { createFetching, type Fetching } from '../reader/fetching/fetching.ts';
import { createReader } from '../reader/reader.ts';
import type { Reader, ReaderParts } from '../reader/types.ts';
import { openOrCopy } from '../storage/archive/open-or-copy.ts';
import { openBookmarks } from '../storage/config/bookmarks/bookmarks.ts';
import { openSettings } from '../storage/config/settings.ts';
import { openWords } from '../storage/config/words.ts';
import { type HomePaths, homePaths, sampleHome } from '../storage/files/paths.ts';
import type { Bookmarks } from '../storage/kept-types.ts';
import type { Io } from '../system/io.ts';
import type { Warnings } from '../warnings.ts';
import { archiveFiles, remoteFetching, withPhotosOf } from './fetching.ts';
import { FEEDS_ORIGIN, feedsOrigin, lateHttp } from './network.ts';

const FOLDER_SEEN = 'bookmarks-folder.json';

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
    http: lateHttp({ env, offline, now }),
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

/** A word that stands in several of the sample edition's headlines. */
const SAMPLE_WORD = '예산';

/**
 * Opens a reader on the sample edition: no network, and a home of its own within the real one, in which a word is
 * watched at first, so that something is gathered under 관심.
 */
export async function openSample({ env, now, warnings }: ReaderIo): Promise<Reader> {
  const { sampleHttp } = await import('../sample-edition.ts');
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
  const files = archiveFiles(home.data);
  const { archive, isCopy, warning } = openOrCopy(files.archive, now, isSample);
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
      storiesFile: files.stories,
      photosFolder: files.photos,
      feedsOrigin: origin,
      now,
    });
  return createReader({
    archive,
    bookmarks,
    ...(isSample ? {} : { share: sharingOf(home, bookmarks, bookmarkFolder, now) }),
    words: openWords(home.config),
    // Another process knows nothing of a copy.
    storiesFile: files.stories,
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
    const { shareBookmarks } = await import('../storage/config/folder/share.ts');
    return shareBookmarks({ bookmarks, folder, seenFile: join(home.cache, FOLDER_SEEN), now: now() });
  };
}
