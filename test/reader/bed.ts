import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { Failure } from '../../source/failure.ts';
import type { Headline } from '../../source/model.ts';
import type { Http, HttpRequest } from '../../source/net/http.ts';
import type { Reader } from '../../source/reader/types.ts';
import { sampleHttp } from '../../source/sample-edition.ts';
import { openArchive } from '../../source/storage/archive/archive.ts';
import { openBookmarks } from '../../source/storage/config/bookmarks/bookmarks.ts';
import { readerOn } from '../support/reader.ts';

/** The edition's article on the interest rate, which has a page; and a headline of its feed that has none. */
export const WITH_PAGE = '139074720';

/**
 * The settings of a test and the state that it looks at: one reader of the sample edition, made anew for each
 * test.
 */
export interface Bed {
  home: string;
  asked: HttpRequest[];
  /** The error that the network gives in place of an answer. */
  fault: Failure | null;
  /** The time for which the network calls an answer fresh, in ms. */
  freshFor: number | null;
  /** Edits a page on its way. */
  edit: (page: string) => string;
  reader: Reader;
  clock: number;
  warned: string[];
}

export const bed: Bed = {
  home: '',
  asked: [],
  fault: null,
  freshFor: null,
  edit: (page) => page,
  reader: undefined as unknown as Reader,
  clock: 0,
  warned: [],
};

/** A reader on the bed's home and network; a second one sees the same files. */
export function open(): Reader {
  const edition = sampleHttp();
  const http: Http = {
    get: async (request) => {
      bed.asked.push(request);
      if (bed.fault !== null) throw bed.fault;
      const answer = await edition.get(request);
      const body =
        request.kind === 'page'
          ? Buffer.from(bed.edit(Buffer.from(answer.body).toString('utf8')))
          : answer.body;
      return { ...answer, body, freshFor: bed.freshFor };
    },
    close: async () => undefined,
  };
  return readerOn({
    archive: openArchive(join(bed.home, 'archive.db'), () => bed.clock),
    bookmarks: openBookmarks(bed.home),
    http,
    storiesFile: '/dev/null/stories.db',
    photosFolder: '/dev/null/photos',
    feedsOrigin: 'https://rss.donga.com',
    now: () => bed.clock,
    warn: ({ key }) => bed.warned.push(key),
  });
}

export const first = (section: string): Headline => bed.reader.headlines({ section, limit: 1 })[0]!;
export const withPage = (): Headline => bed.reader.headline(WITH_PAGE)!;

beforeEach(async () => {
  bed.home = await mkdtemp(join(tmpdir(), 'donga-tui-reader-'));
  bed.asked = [];
  bed.fault = null;
  bed.freshFor = null;
  bed.edit = (page) => page;
  bed.warned = [];
  bed.clock = Date.parse('2026-11-20T13:00:00+09:00');
  bed.reader = open();
});
afterEach(async () => {
  await bed.reader.close();
  await rm(bed.home, { recursive: true, force: true });
});
