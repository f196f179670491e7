import { DAY } from '../clock.ts';
import { correctionsOf } from '../corrections/history.ts';
import { asFailure } from '../failure.ts';
import { leadArticle } from '../lead.ts';
import type { Headline } from '../model.ts';
import { FOLLOWING } from '../sections.ts';
import { PRUNED_AT_ONCE } from '../storage/archive/pruning.ts';
import type { Archive } from '../storage/types.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { hasInterests, NO_WORDS, type WatchWords } from '../watch-words.ts';
import { createAskingAgain } from './background/asking-again.ts';
import { createPrefetching } from './background/prefetching.ts';
import { createRefreshing } from './background/refreshing.ts';
import { createBookmarking } from './bookmarking.ts';
import { changeIfWritable } from './fetching/fetching.ts';
import { findStory } from './find-story.ts';
import { keepPhotos } from './keep-photos.ts';
import { createOpening } from './opening.ts';
import { reenterBookmarks } from './restore-bookmarks.ts';
import type { createStories } from './stories.ts';
import type { Reader, ReaderParts, Search } from './types.ts';

/**
 * The longest time that a headline neither read nor bookmarked is kept, in ms, and the greatest number of
 * headlines.
 */
const LONGEST_KEPT = 365 * DAY;
const MOST_KEPT = 200_000;

export function createReader(parts: ReaderParts): Reader {
  const { archive, bookmarks, words, fetching, warn = () => undefined, now } = parts;
  const opening = createOpening(parts);
  const bookmarking = createBookmarking(parts, opening);

  const withMarks = <Item extends Headline>(items: readonly Item[]): Item[] => {
    const ids = bookmarks.ids();
    return items.map((item) => (ids.has(item.id) ? { ...item, bookmarked: true } : item));
  };

  const headline = (id: string): Headline | null => {
    const bookmark = bookmarks.get(id);
    const found = archive.headline(id) ?? bookmark;
    return found === null || bookmark === null ? found : { ...found, bookmarked: true };
  };

  const headlinesBy = (ids: readonly string[]): ReadonlyMap<string, Headline> => {
    const kept = archive.headlinesBy(ids);
    const found = ids.flatMap((id) => kept.get(id) ?? bookmarks.get(id) ?? []);
    return new Map(withMarks(found).map((each) => [each.id, each]));
  };

  const version = (): string => `${archive.version()}/${bookmarks.version()}/${words.version()}`;

  warnOf(parts);
  reenterBookmarks(parts);

  let stories: Promise<ReturnType<typeof createStories>> | null = null;

  const storiesOnce = () => {
    stories ??= import('./stories.ts').then((module) => module.createStories(archive, parts.storiesFile));
    return stories;
  };

  let search: Promise<Search> | null = null;
  const refreshing = createRefreshing(parts);

  return {
    headlines: (query) => withMarks(archive.headlines(query, words.all())),
    *pages(query) {
      for (const page of archive.pages(query, words.all())) yield withMarks(page);
    },
    headline,
    count: ({ section, unreadOnly = false }) =>
      section === FOLLOWING.name
        ? archive.wordCounts(words.all(), unreadOnly).followed
        : archive.count({ section, unreadOnly }),
    unread: () => unreadBy(archive, words.all()),
    muted: ({ section, unreadOnly = false }) => {
      const { mute } = words.all();
      if (mute.length === 0) return 0;
      if (section !== FOLLOWING.name)
        return archive.wordCounts({ ...NO_WORDS, mute }, unreadOnly).muted.get(section) ?? 0;
      const followed = (own: WatchWords): number => archive.wordCounts(own, unreadOnly).followed;
      return followed({ ...words.all(), mute: [] }) - followed(words.all());
    },
    words: words.all,
    setWord: words.set,
    followedCount: (entry) => archive.wordCounts({ ...NO_WORDS, follow: [entry] }, false).followed,
    feeds: () => archive.feeds(),
    mode: () => archive.mode,
    version,

    refresh: (sections, events = {}) =>
      refreshing.refresh(
        sections.filter((section) => section !== FOLLOWING.name),
        events,
      ),

    kept: (id) => {
      const whole = opening.whole(id);
      if (whole !== null) return whole;
      const known = headline(id);
      return known === null ? null : leadArticle(known);
    },
    open: (target, options = {}) => opening.open(target, options),
    ...createAskingAgain(parts, opening),
    corrections: (id) =>
      archive.isCorrected(id)
        ? correctionsOf(archive.versions(id), archive.headline(id)?.title ?? null)
        : null,
    history: async (id) => {
      const { historyOf } = await import('./history.ts');
      return historyOf(archive, id, { headline: headline(id), text: bookmarks.text(id) });
    },
    day: async (since) => {
      const { dayFrom } = await import('./read-day.ts');
      return dayFrom({ archive, bookmarks, words, now, withMarks }, since);
    },
    keepDayShown: (until) => changeIfWritable(() => archive.putDayShown(until)),
    fetchText: opening.fetch,
    prefetch: createPrefetching(parts, opening),
    photo: (job) => fetching.photo(job),
    keepPhotos: (id, pause) => keepPhotos(fetching, opening.whole(id), pause),
    sharing: (by) => withMarks(archive.headlinesSharing(by)),
    lastRead: (limit, since = 0) =>
      archive.lastOpened(limit, since).flatMap(({ id, at }) => {
        const opened = headline(id);
        return opened === null ? [] : { ...opened, openedAt: at };
      }),
    place: (id) => archive.place(id),
    keepPlace: (id, place) => archive.putPlace(id, place, now()),

    readings: archive.readings,
    forgetReadings: archive.forgetReadings,
    setRead: (ids, read) => archive.setRead(ids, read, now()),
    markAllRead: (section) => archive.markAllRead(section, now()),

    bookmarks: bookmarking.list,
    bookmarkSteps: bookmarking.steps,
    releaseBookmarks() {
      bookmarking.release();
      void search?.then((loaded) => loaded.releaseBookmarks());
    },
    bookmarkOf: bookmarking.get,
    bookmark: bookmarking.add,
    unbookmark: bookmarking.remove,
    editBookmark: bookmarking.edit,
    importBookmarks: bookmarking.importAll,
    shareBookmarks: bookmarking.share,
    restore: bookmarking.restore,
    fetchMissingTexts: bookmarking.fetchMissingTexts,

    prepare: fetching.prepare,

    stories: storiesOnce,
    async groupNew() {
      if (await isNewGroupedIn(parts)) return;
      (await storiesOnce()).catchUpNew();
    },
    async related(article) {
      const [{ findRelated }, { frequenciesOf }] = await Promise.all([import('./related.ts'), storiesOnce()]);
      return withMarks(await findRelated({ archive, frequenciesOf }, article, now()));
    },
    story(id) {
      const story = findStory(archive, id);
      return story === null ? null : { ...story, headlines: withMarks(story.headlines) };
    },
    mates: (headlines) => withMarks(archive.mates(headlines, words.all())),
    setApart: (id, apart) => archive.setApart(id, apart),

    search: () => {
      search ??= import('./search.ts').then(({ createSearch }) =>
        createSearch({ archive, bookmarking, headlines: headlinesBy, version, now }),
      );
      return search;
    },
    prune: () => {
      if (archive.mode !== 'read-write' || !refreshing.isAnswered()) return false;
      // A clock that is ahead would make everything old; without any news to go by, nothing is.
      const present = Math.min(now(), archive.newestPublished() ?? Number.NEGATIVE_INFINITY);
      const limits = { before: present - LONGEST_KEPT, count: MOST_KEPT };
      return archive.prune(limits, bookmarks.ids()) >= PRUNED_AT_ONCE || archive.dropRetired();
    },

    forgetSection: (section) => archive.forgetSection(section),

    close: async () => {
      await fetching.close();
      await bookmarking.settle().catch((error: unknown) => {
        const { code, details } = asFailure(error);
        warn({ key: `failure.${code}`, params: details });
      });
      (await stories)?.close();
      archive.close();
    },
  };
}

/** Whether no headline waits to be grouped into stories, in which case the grouper need not be loaded. */
async function isNewGroupedIn({ archive, storiesFile }: ReaderParts): Promise<boolean> {
  const { createStoriesFile, isNewGrouped } = await import('../storage/stories/stories-file.ts');
  const stored = createStoriesFile(storiesFile, archive);
  try {
    return isNewGrouped(archive, stored);
  } catch {
    return false;
  } finally {
    stored.close();
  }
}

/** Unread counts without muted headlines, and the count of watched ones. */
function unreadBy(archive: Archive, words: WatchWords): ReadonlyMap<string, number> {
  const unread = archive.unread();
  if (!hasInterests(words) && words.mute.length === 0) return unread;
  const { muted, followed } = archive.wordCounts(words, true);
  const shown = [...unread].map(
    ([section, count]) => [section, Math.max(0, count - (muted.get(section) ?? 0))] as const,
  );
  return new Map([...shown, [FOLLOWING.name, followed]]);
}

/** The number of unreadable bookmarks that are named. */
const NAMED = 3;

function warnOf({ archive, bookmarks, words, warn = () => undefined }: ReaderParts): void {
  archive.index.onDamage(() => warn({ key: 'archive.index-damaged', params: {} }));
  archive.onSetAside((name) => warn({ key: 'archive.set-aside', params: { name } }));
  bookmarks.onUnreadable((ids) => {
    const named = ids.slice(0, NAMED).map((id) => sanitiseLine(id) || '?');
    const rest = ids.length > NAMED ? ', …' : '';
    warn({ key: 'bookmarks.unreadable', params: { count: ids.length, ids: named.join(', ') + rest } });
  });
  for (const file of [bookmarks, words]) {
    file.onSetAside((name) => warn({ key: 'setting.set-aside', params: { name } }));
  }
}
