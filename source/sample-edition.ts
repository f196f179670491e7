import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseLink } from './donga/links.ts';
import { Failure } from './failure.ts';
import type { Http, HttpAnswer } from './net/http.ts';
import { findSection } from './sections.ts';

/** The sample edition's folder: packed beside dist, and in a clone beside source. */
function editionFolder(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const edition = join(folder, 'fixtures', 'edition');
    if (existsSync(edition)) return edition;
    if (folder === dirname(folder)) throw new Error('the sample edition is missing from the package');
  }
}

/**
 * The sample edition as a client: it answers for feeds and for the pages it has, and asks no network. What it
 * has not is answered as a server would: 404.
 */
export function sampleHttp(): Http {
  const edition = editionFolder();
  return {
    get: async ({ url, kind }) => {
      const { host, pathname } = new URL(url);
      const file =
        kind === 'feed'
          ? feedFile(pathname)
          : kind === 'page'
            ? `articles/${parseLink(url).id}.html`
            : photoFile(pathname);
      const path = file === null ? null : join(edition, file);
      if (path === null || !existsSync(path)) throw new Failure('http-status', { status: 404, host });
      return answer(url, readFileSync(path));
    },
    close: async () => undefined,
  };
}

/** Only a section's feed is looked for, so that no path leads elsewhere. */
function feedFile(pathname: string): string | null {
  const section = findSection(pathname.replace(/^\//, '').replace(/\.xml$/, ''));
  return section === null ? null : `feeds/${section.name}.xml`;
}

/** The sample edition's pictures, by the article's id and the photo's number. */
const OWN_PHOTOS: ReadonlyMap<string, string> = new Map([
  ['139003120.1', 'salt'],
  ['139011120.1', 'kites'],
  ['139025420.1', 'building'],
  ['139030120.1', 'stadium'],
  ['139039620.1', 'moon'],
  ['139039620.2', 'meeting'],
  ['139074720.1', 'meeting'],
  ['139081020.1', 'autumn'],
  ['139090620.1', 'building'],
  ['139093820.1', 'skyline'],
]);
const SHARED_PHOTOS = ['skyline', 'autumn', 'salt', 'building', 'meeting', 'stadium'];

/** A picture for every photo that the edition names: some have one of their own, the others share six. */
function photoFile(pathname: string): string {
  const [, id = '', number = ''] = /(\d{1,20})\.(\d{1,4})\.jpg$/.exec(pathname) ?? [];
  const own = OWN_PHOTOS.get(`${id}.${number}`);
  const shared = SHARED_PHOTOS[(Number(id.slice(0, -2)) + Number(number)) % SHARED_PHOTOS.length]!;
  return `photos/${own ?? shared}.jpg`;
}

function answer(url: string, body: Uint8Array): HttpAnswer {
  return {
    notModified: false,
    url,
    body,
    contentType: null,
    validators: { etag: null, lastModified: null },
    freshFor: null,
  };
}
