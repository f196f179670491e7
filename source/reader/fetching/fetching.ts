import { HOUR, isAhead } from '../../clock.ts';
import { asFailure, Failure } from '../../failure.ts';
import { parseKoreanTime } from '../../korean/times.ts';
import type { Article, Headline } from '../../model.ts';
import { decodeText } from '../../net/decode.ts';
import { type Http, LONGEST_WAIT } from '../../net/http.ts';
import type { Rendered } from '../../photos/render.ts';
import { findSection } from '../../sections.ts';
import type { Bookmarks } from '../../storage/kept-types.ts';
import type { Archive, FeedState } from '../../storage/types.ts';
import type { PhotoJob, PhotoSource, Photos } from '../photos/photos.ts';
import { createIntake } from './intake.ts';
import { readFeed } from './read-feed.ts';

/** An article whose page is asked for. */
export interface PageRequest extends Pick<Headline, 'id' | 'url'> {
  /** Whether the reader named the link. Else it came from a feed, and a public feed's links never lead to private addresses. */
  readonly named?: boolean;
}

/** The result of asking for a section's feed. */
export interface FetchedFeed {
  /** The number of new headlines; 0 if the server said that nothing changed. */
  readonly added: number;
  /** The number of parts of the feed that could not be read. */
  readonly problems: number;
  readonly failure: Failure | null;
}

/** Asks the network and keeps its answers: in this process, or in one beside it (`worker/`). */
export interface Fetching {
  /** Asks for a section's feed and keeps its headlines. Never rejects. */
  feed(section: string): Promise<FetchedFeed>;
  /** Asks for an article's page and keeps its text. Rejects with a Failure, and with nothing else. */
  page(target: PageRequest): Promise<Article>;
  /** A photo as the terminal takes it. Rejects with a Failure, and with nothing else. */
  photo(job: PhotoJob): Promise<Rendered>;
  /**
   * Fetches a photo for later if it is not kept yet; resolves to whether it was fetched. Rejects with a
   * Failure.
   */
  keepPhoto(source: PhotoSource): Promise<boolean>;
  /** Loads the code that the first feed or page needs, so that it need not wait; sends no request. */
  prepare(): void;
  /** Ends requests under way and closes every socket. */
  close(): Promise<void>;
}

export interface FetchingParts {
  readonly archive: Archive;
  readonly bookmarks: Bookmarks;
  readonly http: Http;
  /** The file of the archive's stories. */
  readonly storiesFile: string;
  /** The folder of kept photos. */
  readonly photosFolder: string;
  /** The origin feeds are asked at, without a trailing slash. */
  readonly feedsOrigin: string;
  /** Looks which feeds are not the paper's: another process may have added some. */
  lookAtFeeds?(): unknown;
  /** ms since the epoch. */
  readonly now: () => number;
}

/** The longest time that a feed counts as fresh on its server's word, in ms: news is old after an hour. */
const LONGEST_FRESH = HOUR;

const NO_VALIDATORS = { etag: null, lastModified: null };

export function createFetching(parts: FetchingParts): Fetching {
  const { archive, bookmarks, http, feedsOrigin, now } = parts;
  const intake = createIntake(archive, parts.storiesFile);

  /** @throws Failure rate-limited, if the server still wants no requests for so many ms. */
  function wait(ms: number): void {
    if (ms > 0) throw new Failure('rate-limited', { seconds: Math.ceil(ms / 1000) });
  }

  let made: Promise<Photos> | null = null;

  function photos(): Promise<Photos> {
    made ??= import('../photos/photos.ts').then(({ createPhotos }) =>
      createPhotos({ askHost, bookmarks, http, folder: parts.photosFolder, now }),
    );
    return made;
  }

  /** Asks a URL's host, unless it wants no requests; if it says so now, that is kept. */
  async function askHost<Result>(url: string, ask: () => Promise<Result>): Promise<Result> {
    const { host } = new URL(url);
    try {
      wait(left(archive.wait(host, now()), now()));
      return await ask();
    } catch (error) {
      const failure = withinLongest(asFailure(error));
      const at = now();
      const until = waitOf(failure, at);
      if (until !== null) changeIfWritable(() => archive.putWait(host, until, at));
      throw failure;
    }
  }

  async function feed(section: string): Promise<FetchedFeed> {
    parts.lookAtFeeds?.();
    const before = archive.feed(section);
    wait(before === null ? 0 : heldOff(before, now()));
    const answer = await http.get({
      url: findSection(section)?.feed ?? `${feedsOrigin}/${section}.xml`,
      kind: 'feed',
      validators: before?.validators ?? NO_VALIDATORS,
    });
    const state: FeedState = {
      section,
      refreshedAt: now(),
      freshUntil: now() + Math.min(answer.freshFor ?? 0, LONGEST_FRESH),
      validators: answer.notModified ? (before?.validators ?? NO_VALIDATORS) : answer.validators,
      notBefore: null,
      failure: null,
    };
    const { added, problems } = await intake.take(state, async () =>
      answer.notModified ? { headlines: [], problems: 0 } : readFeed(answer, section),
    );
    return { added, problems, failure: null };
  }

  /** The site whose feed an article came from. */
  const siteOf = (id: string): string =>
    findSection((archive.headline(id) ?? bookmarks.get(id))?.section ?? '')?.feed ?? feedsOrigin;

  /** Keeps in the archive a text that only a bookmark's file has, so that its page can be compared with it. */
  function takeUp(id: string): void {
    if ((archive.article(id)?.source ?? 'feed') !== 'feed') return;
    const bookmark = bookmarks.get(id);
    const text = bookmarks.text(id);
    if (bookmark === null || text === null || text.source === 'feed') return;
    const at = Math.min(parseKoreanTime(bookmark.savedAt), now());
    archive.putArticle({ ...text, id }, at, { extractor: text.extractor ?? 0, keepAll: true });
  }

  return {
    async feed(section) {
      const done = intake.expect();
      try {
        return await feed(section);
      } catch (error) {
        const failure = withinLongest(asFailure(error));
        rememberFailure(archive, section, failure, now());
        return { added: 0, problems: 0, failure };
      } finally {
        done();
      }
    },

    page: (target) =>
      askHost(target.url, async () => {
        const linkedFrom = target.named === true ? undefined : siteOf(target.id);
        const answer = await http.get({ url: target.url, kind: 'page', linkedFrom });
        const { EXTRACTOR, extractArticle } = await import('../../donga/page/extract.ts');
        const extracted = await extractArticle(decodeText(answer.body, answer.contentType), answer.url);
        const headline = archive.headline(target.id) ?? bookmarks.get(target.id);
        // A redirect may have changed the address; the reader's own link and id stay.
        const article = {
          ...extracted,
          id: target.id,
          url: target.url,
          section: headline?.section ?? extracted.section,
          publishedAt: extracted.publishedAt ?? headline?.publishedAt ?? null,
          extractor: EXTRACTOR,
        };
        const keepAll = bookmarks.ids().has(article.id);
        changeIfWritable(() => {
          if (keepAll) takeUp(article.id);
          archive.putArticle(article, now(), { extractor: EXTRACTOR, keepAll });
        });
        intake.later();
        // A copy older than the kept text is not the page's present text.
        const kept = archive.article(article.id);
        const newest =
          kept?.updatedAt != null && (article.updatedAt ?? kept.updatedAt) < kept.updatedAt ? kept : article;
        if (keepAll) await bookmarks.putText(article.id, newest).catch(() => undefined);
        return newest;
      }),

    photo: async (job) => (await photos()).show(job),
    keepPhoto: async (source) => (await photos()).keep(source),

    prepare() {
      void http.prepare?.();
      // Loaded again when needed, if it could not be now.
      import('../../donga/feed/feed.ts')
        .then(({ prepareParsing }) => prepareParsing())
        .catch(() => undefined);
    },

    async close() {
      await http.close();
      await intake.close();
    },
  };
}

/**
 * The rest of a wait in ms; 0 for a wait longer than any that this program keeps, noted while the clock was
 * wrong.
 */
const left = (until: number | null, now: number): number =>
  until !== null && isAhead(until, now, LONGEST_WAIT) ? until - now : 0;

/** The ms for which a feed's server still wants no requests; 0 if that was noted while the clock was ahead. */
export function heldOff({ notBefore, failure }: FeedState, now: number): number {
  return failure !== null && failure.at > now ? 0 : left(notBefore, now);
}

/** Whether a feed's server still calls it fresh. */
export function isFresh({ refreshedAt, freshUntil }: FeedState, now: number): boolean {
  return refreshedAt !== null && refreshedAt <= now && isAhead(freshUntil, now, LONGEST_FRESH);
}

/** A refusal as it is kept: not for longer than the longest wait. */
function withinLongest(failure: Failure): Failure {
  const seconds = Number(failure.details.seconds ?? 0);
  if (failure.code !== 'rate-limited' || seconds * 1000 <= LONGEST_WAIT) return failure;
  return new Failure('rate-limited', { ...failure.details, seconds: LONGEST_WAIT / 1000 }, failure);
}

/**
 * The time until which a server that refused wants no requests, in ms since the epoch; null if it does not
 * say.
 */
function waitOf({ code, details }: Failure, now: number): number | null {
  const seconds = code === 'rate-limited' ? Number(details.seconds ?? 0) : 0;
  return seconds > 0 ? now + Math.min(seconds * 1000, LONGEST_WAIT) : null;
}

/**
 * Keeps why a section failed, so that the section chooser can still show it tomorrow. @param now ms since the
 * epoch.
 */
export function rememberFailure(archive: Archive, section: string, failure: Failure, now: number): void {
  // Being offline by choice is not the section's failure.
  if (failure.code === 'offline') return;
  const before = archive.feed(section);
  try {
    archive.putFeed({
      section,
      refreshedAt: before?.refreshedAt ?? null,
      freshUntil: before?.freshUntil ?? null,
      validators: before?.validators ?? NO_VALIDATORS,
      notBefore:
        waitOf(failure, now) ?? (before !== null && heldOff(before, now) > 0 ? before.notBefore : null),
      failure: { at: now, code: failure.code, details: failure.details },
    });
  } catch {
    // An archive that cannot be written is shown when the reader changes something; this is only a memo.
  }
}

/** Changes the archive; if it cannot be written, reading continues without the change. */
export function changeIfWritable(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (asFailure(error).code === 'internal') throw error;
  }
}
