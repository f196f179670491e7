import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { DAY, HOUR } from './clock.ts';
import { parseLink } from './donga/links.ts';
import { Failure } from './failure.ts';
import { koreanTime } from './korean/times.ts';
import type { Http, HttpAnswer } from './net/http.ts';
import { findSection } from './sections.ts';

/** Reads a file of the edition by its path in fixtures/edition; null if it has no such file. */
type ReadEdition = (path: string) => Uint8Array | null;

/** The edition: its texts packed in one file in dist and its photos beside dist, or in a clone all beside source. */
function openEdition(): ReadEdition {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const packed = join(folder, 'edition.json.br');
    if (existsSync(packed)) {
      const texts: Readonly<Record<string, string>> = JSON.parse(
        brotliDecompressSync(readFileSync(packed)).toString(),
      );
      const photos = filesIn(join(folder, '..', 'fixtures', 'edition'));
      return (path) =>
        path.startsWith('photos/')
          ? photos(path)
          : Object.hasOwn(texts, path)
            ? Buffer.from(texts[path]!)
            : null;
    }
    const edition = join(folder, 'fixtures', 'edition');
    if (existsSync(join(edition, 'feeds'))) return filesIn(edition);
    if (folder === dirname(folder)) throw new Error('the sample edition is missing from the package');
  }
}

const filesIn =
  (folder: string): ReadEdition =>
  (path) =>
    existsSync(join(folder, path)) ? readFileSync(join(folder, path)) : null;

/** When the edition's paper came out on its last day, and its newest headline. */
const PAPER = Date.parse('2026-11-20T03:00+09:00');
const NEWEST = Date.parse('2026-11-20T12:20+09:00');

/**
 * A time of the edition as if its last day were today, or yesterday in the first hours of a day; all in ms since the
 * epoch. What came after that day's paper and would be still to come is brought together before the present hour; the
 * order never changes.
 */
function movedTime(time: number, now: number): number {
  const hour = Math.floor(now / HOUR) * HOUR;
  const by = Math.floor((hour - PAPER - HOUR) / DAY) * DAY;
  const late = time - PAPER;
  const most = Math.min(1, (hour - PAPER - by) / (NEWEST - PAPER));
  return time + by - (late > 0 ? late * (1 - most) : 0);
}

/** The dates of feeds and of pages. The days in addresses stay, so that an article keeps its address. */
const DATES = /[A-Z][a-z]{2}, \d\d [A-Z][a-z]{2} \d{4} [\d:]{8} \+0900|\d{4}-\d\d-\d\d[ T]\d\d:\d\d/g;

/** A feed or a page with its dates moved; all that is not ASCII stays as it is, in any encoding. */
function withMovedDates(body: Uint8Array, now: number): Uint8Array {
  const moved = (time: string) => koreanTime(movedTime(Date.parse(time), now));
  const text = Buffer.from(body).toString('latin1');
  const dated = text.replace(DATES, (date) => {
    if (date.length > 16) return moved(date);
    const [day, minute] = date.split(/[ T]/);
    return moved(`${day}T${minute}+09:00`).slice(0, 16).replace('T', date[10]!);
  });
  return Buffer.from(dated, 'latin1');
}

/**
 * The sample edition as a client: it answers for feeds and for the pages it has, without a network. For any
 * other URL it fails as a server would, by 404.
 * @param now the clock that its dates follow; without one they are those of its files
 */
export function sampleHttp(now: (() => number) | null = null): Http {
  const edition = openEdition();
  return {
    get: async ({ url, kind }) => {
      const { host, pathname } = new URL(url);
      const file =
        kind === 'feed'
          ? feedFile(pathname)
          : kind === 'page'
            ? `articles/${parseLink(url).id}.html`
            : photoFile(pathname);
      const body = file === null ? null : edition(file);
      if (body === null) throw new Failure('http-status', { status: 404, host, sample: 1 });
      return answer(url, now === null || kind === 'image' ? body : withMovedDates(body, now()));
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
