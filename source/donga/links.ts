import { createHash } from 'node:crypto';
import { Failure } from '../failure.ts';
import { sectionOfSegment } from '../sections.ts';
import { sanitiseLine } from '../text/sanitise.ts';

/** The facts about an article that its link holds. */
export interface ArticleLink {
  /** The numeric article id, else `h` and twelve hex digits of the canonical URL's SHA-256. */
  readonly id: string;
  /** Canonical: no query noise, no fragment, https for donga.com's hosts. */
  readonly url: string;
  /** The feed's name for the link's `<Section>`. */
  readonly section: string | null;
  /** The day in the path: `2026-11-20`. */
  readonly date: string | null;
  /**
   * Whether the path is that of an article. Feeds may link elsewhere too; a typed link whose path is no
   * article's is not worth a request.
   */
  readonly isArticle: boolean;
}

/**
 * Reads a link, of today's form or an older one, on any host: a page is known by its path.
 *
 * - `www.donga.com/news/<Section>/article/all/<yyyymmdd>/<id>/<n>`, the section may be absent
 * - the magazines' `weekly.donga.com/<section>/article/all/11/<id>/<n>`, with a number in the day's place
 * - `news.donga.com/3/all/…`, `/<Section>/3/…`, `/rss/feed/3/all/…`, `sports.donga.com/article/all/…`
 *
 * @throws Failure `bad-link` with the link and a `reason`: `malformed`, `scheme` (not http or https),
 * `credentials` (a user or password in it) or `robots` (what the site's robots.txt forbids).
 */
export function parseLink(text: string): ArticleLink {
  return plainLink(text) ?? readLink(text);
}

/** `https://www.donga.com/news/Politics/article/all/20261120/134812345/1`, as nearly every link of a feed is written. */
const PLAIN =
  /^https:\/\/www\.donga\.com\/news\/(?:([A-Za-z]+)\/)?article\/all\/((?:19|20)\d{6})\/(\d{1,20})\/\d{1,3}$/;

/** A link that is canonical as it stands, without the work of taking a URL apart; null for any other. */
function plainLink(text: string): ArticleLink | null {
  const [, segment, day, id] = PLAIN.exec(text) ?? [];
  const date = dayOf(day);
  const section = segment === undefined ? null : sectionOfSegment(segment);
  // A segment that is not in the table may be a forbidden or rewritten one.
  if (id === undefined || date === null || (segment !== undefined && section === null)) return null;
  return { id, url: text, section, date, isArticle: true };
}

function readLink(text: string): ArticleLink {
  const url = parseUrl(text.trim());
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw badLink(text, 'scheme');
  if (url.username !== '' || url.password !== '') throw badLink(text, 'credentials');
  if (isForbidden(url)) throw badLink(text, 'robots');

  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const { id, date } = identity(segments);
  canonicalise(url, segments, id !== null);
  return {
    id: id ?? hashId(url.href),
    url: url.href,
    section: sectionOf(segments),
    date,
    isArticle: id !== null || segments.includes('article'),
  };
}

/** Whether a text is an article's id in one of the two forms `parseLink` gives. */
export function isArticleId(text: string): boolean {
  return /^(?:\d{1,20}|h[0-9a-f]{12})$/.test(text);
}

/** A short id for an article without a number: `h` and the first twelve hex digits of its SHA-256. */
export function hashId(text: string): string {
  return `h${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}

/** An absolute http(s) URL without credentials, resolved against the page's; null for anything else. */
export function webUrl(href: string | undefined, base: string | null): string | null {
  const trimmed = href?.trim() ?? '';
  if (trimmed === '' || trimmed.startsWith('#') || !URL.canParse(trimmed, base ?? undefined)) return null;
  const url = new URL(trimmed, base ?? undefined);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  return url.username === '' && url.password === '' ? url.href : null;
}

/**
 * The link of an article of another site: its address without fragment and noise, and the id of that address.
 * If it leads to the paper itself, as `parseLink` reads it. Null without a web address.
 */
export function foreignLink(href: string, base: string): Pick<ArticleLink, 'id' | 'url'> | null {
  const absolute = webUrl(href, base);
  if (absolute === null || absolute.length > 4096) return null;
  const url = new URL(absolute);
  if (/(?:^|\.)donga\.com$/.test(url.hostname)) return articleLink(absolute);
  url.hash = '';
  dropNoise(url);
  return { id: hashId(url.href), url: url.href };
}

const badLink = (link: string, reason: string) =>
  new Failure('bad-link', { link: sanitiseLine(link.slice(0, 200)), reason });

/** A link as people write it: the scheme of donga.com's own hosts may be left out. */
function parseUrl(text: string): URL {
  const link = /^(?:[\w-]+\.)*donga\.com\//i.test(text) ? `https://${text}` : text;
  if (link.length > 4096 || !URL.canParse(link)) throw badLink(text, 'malformed');
  return new URL(link);
}

/** robots.txt forbids the print page and the search. */
function isForbidden({ pathname }: URL): boolean {
  const path = pathname.toLowerCase().replace(/\/{2,}/g, '/');
  return /^\/news\/view(?:\/|$)/.test(path) || /^(?:\/news)?\/search(?:\/|$)/.test(path);
}

const DAY = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

function dayOf(segment: string | undefined): string | null {
  const [, year, month, day] = DAY.exec(segment ?? '') ?? [];
  if (year === undefined || Number(month) < 1 || Number(month) > 12) return null;
  return Number(day) >= 1 && Number(day) <= 31 ? `${year}-${month}-${day}` : null;
}

/** The id follows the day; without a day it is the last segment but one, when that is a number like an id. */
function identity(segments: readonly string[]): { id: string | null; date: string | null } {
  const last = segments.length - 1;
  for (const place of [last - 2, last - 1]) {
    const date = dayOf(segments[place]);
    const id = segments[place + 1];
    if (date !== null && /^\d{1,20}$/.test(id ?? '') && /^\d{0,3}$/.test(segments[place + 2] ?? '')) {
      return { id: id!, date };
    }
  }
  if (
    /^1[1-3]$/.test(segments[last - 2] ?? '') &&
    segments[last - 3] === 'all' &&
    /^\d{1,3}$/.test(segments[last]!)
  ) {
    const id = segments[last - 1]!;
    if (/^\d{1,20}$/.test(id)) return { id, date: null };
  }
  const number = segments[last - 1] ?? '';
  const id = /^\d{6,20}$/.test(number) && dayOf(number) === null && /^\d{1,3}$/.test(segments[last]!);
  return { id: id ? number : null, date: null };
}

function sectionOf(segments: readonly string[]): string | null {
  for (const segment of segments.slice(0, 3)) {
    const section = sectionOfSegment(segment);
    if (section !== null) return section;
  }
  return null;
}

/** Parameters of a query that name the linking site, not the linked page. */
const NOISE = /^(?:utm_.*|ref|referer|referrer|fbclid|gclid|igshid|mc_[ce]id)$/i;

function canonicalise(url: URL, segments: readonly string[], numbered: boolean): void {
  url.hash = '';
  if (/(?:^|\.)donga\.com$/.test(url.hostname)) url.protocol = 'https:';
  // The accelerated twin of an article's page is broken; the article's own address differs in one word.
  const path = numbered ? segments.map((segment) => (segment === 'amp' ? 'article' : segment)) : segments;
  url.pathname = `/${path.join('/')}`;
  if (numbered) {
    url.search = '';
    return;
  }
  dropNoise(url);
}

function dropNoise(url: URL): void {
  for (const name of [...url.searchParams.keys()]) {
    if (NOISE.test(name)) url.searchParams.delete(name);
  }
  // An emptied query would leave its `?`.
  if (url.searchParams.size === 0) url.search = '';
}

/** The link, if it leads to an article of the paper; else null. */
export function articleLink(url: string): ArticleLink | null {
  try {
    const link = parseLink(url);
    return link.isArticle ? link : null;
  } catch {
    return null;
  }
}
