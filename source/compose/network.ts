import { Failure } from '../failure.ts';
import type { HttpOptions } from '../net/client.ts';
import type { Http } from '../net/http.ts';
import { SECTIONS } from '../sections.ts';
import type { Io } from '../system/io.ts';
import { withoutEnd } from '../text/runs.ts';
import { sanitiseLine } from '../text/sanitise.ts';

declare const __VERSION__: string;

export const FEEDS_ORIGIN = 'https://rss.donga.com';

/** An origin in place of the real one, for who has a server of their own. @throws Failure bad-feeds-origin. */
export function feedsOrigin(env: NodeJS.ProcessEnv): string {
  const given = env.DONGA_TUI_FEEDS;
  if (given === undefined || given === '') return FEEDS_ORIGIN;
  const url = URL.canParse(given) ? new URL(given) : null;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Failure('bad-feeds-origin', { given: sanitiseLine(given) });
  }
  return `${url.origin}${withoutEnd(url.pathname, /\//)}`;
}

/** The paper's own feeds, by the environment's origin. @throws Failure bad-feeds-origin */
export const ownFeeds = (env: NodeJS.ProcessEnv): { title: string; url: string }[] =>
  SECTIONS.map(({ name, label }) => ({ title: label, url: `${feedsOrigin(env)}/${name}.xml` }));

/** Asks for a document that the reader names: a feed, or a list of feeds. Rejects with a Failure. */
export async function fetchDocument(
  { env, now }: Pick<Io, 'env' | 'now'>,
  url: string,
  { offline, linkedFrom }: { offline: boolean; linkedFrom?: string | undefined },
): Promise<string> {
  const http = lateHttp({ env, offline, now });
  try {
    const { body, contentType } = await http.get({ url, kind: 'feed', linkedFrom });
    const { decodeText } = await import('../net/decode.ts');
    return decodeText(body, contentType);
  } finally {
    await http.close();
  }
}

/** The http client, loaded at the first request. */
export function lateHttp(options: Omit<HttpOptions, 'version'>): Http {
  let client: Promise<Http> | null = null;
  function loaded(): Promise<Http> {
    client ??= import('../net/client.ts').then(({ createHttp }) =>
      createHttp({ version: __VERSION__, ...options }),
    );
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
export function lateSample(now: () => number): Http {
  const client = import('../sample-edition.ts').then(({ sampleHttp }) => sampleHttp(now));
  return {
    get: async (request) => (await client).get(request),
    close: async () => undefined,
  };
}
