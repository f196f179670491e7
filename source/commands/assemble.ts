import { join } from 'node:path';
import type { Edges } from '../edges.ts';
import { Failure } from '../failure.ts';
import type { HttpOptions } from '../net/client.ts';
import type { Http } from '../net/http.ts';
import { createReader, type Reader } from '../reader.ts';
import { openArchive } from '../storage/archive.ts';
import { openBookmarks } from '../storage/bookmarks.ts';
import { borrowArchive } from '../storage/borrowed.ts';
import { type HomePaths, homePaths } from '../storage/paths.ts';
import { sanitiseLine } from '../terminal/sanitise.ts';

declare const __VERSION__: string;

const FEEDS_ORIGIN = 'https://rss.donga.com';

/** Opens a reader on the home and the network that the environment names. */
export async function openReader({ env, now }: Edges, offline: boolean): Promise<Reader> {
  return assemble(
    homePaths(env),
    lateHttp({ version: __VERSION__, env, offline, now }),
    feedsOrigin(env),
    now,
  );
}

/** Opens a reader on the sample edition: no network, and a home of its own within the real one. */
export async function openSample({ env, now }: Edges): Promise<Reader> {
  const { sampleHttp } = await import('../sample.ts');
  const real = homePaths(env);
  const home = {
    ...real,
    config: join(real.config, 'sample'),
    data: join(real.data, 'sample'),
  };
  return assemble(home, sampleHttp(), FEEDS_ORIGIN, now);
}

/** The http client, loaded at the first request. */
function lateHttp(options: HttpOptions): Http {
  let client: Promise<Http> | null = null;
  const loaded = (): Promise<Http> => {
    client ??= import('../net/client.ts').then(({ createHttp }) => createHttp(options));
    return client;
  };
  return {
    get: async (request) => (await loaded()).get(request),
    prepare: async () => (await loaded()).prepare?.(),
    close: async () => {
      await (await client)?.close();
    },
  };
}

function assemble(home: HomePaths, http: Http, origin: string, now: () => number): Reader {
  const file = join(home.data, 'archive.db');
  const kept = openArchive(file, now);
  const copy = kept.mode === 'read-write' ? null : borrowArchive(file, now);
  if (copy !== null) kept.close();
  const bookmarks = openBookmarks(home.config);
  return createReader({
    archive: copy ?? kept,
    bookmarks,
    http,
    feedsOrigin: origin,
    now,
    unwritable: kept.mode === 'read-only',
  });
}

/** An origin in place of the real one, for who has a server of their own. @throws Failure bad-feeds-origin. */
function feedsOrigin(env: NodeJS.ProcessEnv): string {
  const given = env.DONGA_TUI_FEEDS;
  if (given === undefined || given === '') return FEEDS_ORIGIN;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Failure('bad-feeds-origin', { given: sanitiseLine(given) });
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
