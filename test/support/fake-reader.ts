// A reader over plain arrays: it remembers its requests, and its answers can be held back.

import type { History } from '../../source/corrections/compare.ts';
import { Failure } from '../../source/failure.ts';
import { leadArticle } from '../../source/lead.ts';
import type { Article, Bookmark, Headline, Place } from '../../source/model.ts';
import type { Rendered } from '../../source/photos/render.ts';
import type { PhotoJob } from '../../source/reader/photos/photos.ts';
import type { Opened, Reader, Refreshed, Search } from '../../source/reader/types.ts';
import type { FeedState } from '../../source/storage/types.ts';
import { dayOf } from '../../source/today/day.ts';
import { NO_WORDS, wordRanges } from '../../source/watch-words.ts';
import { articleOf, headline, headlines, NEWEST } from './fake-headlines.ts';
import { wordsOf } from './reader.ts';

export interface FakeReader extends Reader {
  readonly searching: { -readonly [Key in keyof Search]: Search[Key] };
  kept_: Map<string, Article>;
  list: Headline[];
  places: Map<string, Place>;
  /** The requests, in order: `open 100000001`. */
  asked: string[];
  /** The headlines that a refresh of a section brings, or why it fails. */
  arrives: (section: string) => Headline[] | Failure;
  /** The answer to opening; a promise that never ends holds it back. */
  answers: (id: string) => Promise<Opened>;
  /** The article on a page that is asked for again; null if it is as before. */
  corrects: (id: string) => Article | null;
  readonly histories: Map<string, History>;
  /** The answer to rendering a photo. */
  develops: (job: PhotoJob) => Promise<Rendered>;
  closed: boolean;
}

export function fakeReader(list: Headline[] = headlines(50)): FakeReader {
  let changes = 0;
  const words = wordsOf(NO_WORDS);
  const bookmarks: Bookmark[] = [];
  /** The stories that headlines were taken out of. */
  const apartFrom = new Map<string, string>();
  const feeds = new Map<string, FeedState>();
  const known = (id: string) => [...reader.list, ...bookmarks].find((each) => each.id === id) ?? null;
  const inSection = (section: string) =>
    section === 'following'
      ? reader.list.filter(({ title }) => wordRanges(title, words.all().watch).length > 0)
      : reader.list.filter((each) => section === 'total' || each.section === section);
  const change = (id: string, marks: Partial<Headline>) => {
    reader.list = reader.list.map((each) => (each.id === id ? { ...each, ...marks } : each));
    changes += 1;
  };
  const bookmarkOf = (of: Headline): Bookmark => ({
    ...of,
    bookmarked: true,
    savedAt: '2026-11-20T09:00:00+09:00',
    note: '',
    tags: [],
    articleTags: [],
    reporters: [],
  });

  const reader: FakeReader = {
    list: list.slice(),
    kept_: new Map(),
    places: new Map(),
    asked: [],
    arrives: () => [],
    corrects: () => null,
    histories: new Map(),
    develops: async () => ({ width: 40, height: 20, data: 'AAAA' }),
    answers: async (id) => ({ article: articleOf(known(id) ?? headline(1, { id })), failure: null }),
    closed: false,

    headlines: ({ section, limit, offset = 0, unreadOnly = false, withMuted = false }) =>
      inSection(section)
        .filter((each) => withMuted || !each.muted)
        .filter((each) => !unreadOnly || !each.read)
        .slice(offset, offset + limit),
    pages: (query) => [reader.headlines(query)],
    headline: known,
    count: ({ section }) => inSection(section).length,
    muted: ({ section }) => inSection(section).filter(({ muted }) => muted).length,
    words: () => words.all(),
    setWord: (list, word, listed) => {
      reader.asked.push(`${list} ${listed ? '+' : '-'}${word}`);
      changes += 1;
      return words.set(list, word, listed);
    },
    unread: () => new Map([['politics', inSection('politics').filter(({ read }) => !read).length]]),
    followedCount: () => 0,
    feeds: () => [...feeds.values()],
    version: () => String(changes),

    async refresh(sections, events = {}) {
      reader.asked.push(`refresh ${sections.join(' ')}`);
      const done: Refreshed[] = [];
      for (const section of sections) {
        events.onRefresh?.({ section, done: null });
        await Promise.resolve();
        const came = reader.arrives(section);
        const failure = came instanceof Failure ? came : null;
        if (Array.isArray(came)) reader.list = [...came, ...reader.list];
        feeds.set(section, {
          section,
          refreshedAt: failure === null ? NEWEST : (feeds.get(section)?.refreshedAt ?? null),
          validators: { etag: null, lastModified: null },
          notBefore: null,
          freshUntil: null,
          failure: failure && { at: NEWEST, code: failure.code, details: failure.details },
        });
        changes += 1;
        const each = { section, added: Array.isArray(came) ? came.length : 0, problems: 0, failure };
        events.onRefresh?.({ section, done: each });
        done.push(each);
      }
      return done;
    },

    kept: (id) => {
      const found = known(id);
      return reader.kept_.get(id) ?? (found === null ? null : leadArticle(found));
    },
    async open({ id }, { fresh = false } = {}) {
      reader.asked.push(`open ${id}${fresh ? ' fresh' : ''}`);
      const opened = await reader.answers(id);
      change(id, { read: true });
      return opened;
    },
    fetchText: async () => null,
    askAgain: async (target) => {
      reader.asked.push(`again ${target.id}`);
      return reader.corrects(target.id);
    },
    recheck: async () => false,
    day: async (since) => {
      reader.asked.push('day');
      return dayOf({
        since: typeof since === 'number' ? since : 0,
        until: NEWEST,
        headlines: reader.list,
        lengths: new Map(),
      });
    },
    keepDayShown: () => undefined,
    corrections: (id) => {
      const changes = reader.histories.get(id)?.changes ?? [];
      return changes.length === 0 ? null : { count: changes.length, at: changes.at(-1)!.at };
    },
    history: async (id) => reader.histories.get(id) ?? null,
    prefetch: async () => false,
    prepare: () => undefined,
    stories: async () => ({ catchUp: () => undefined }),
    groupNew: async () => undefined,
    mates: (headlines) => {
      const ids = new Set(headlines.map(({ id }) => id));
      const names = new Set(headlines.flatMap(({ story }) => story ?? []));
      return reader.list.filter(({ id, story }) => story !== undefined && names.has(story) && !ids.has(id));
    },
    story: (id) => {
      const name = known(id)?.story ?? id;
      const members = reader.list.filter(({ story }) => story === name).reverse();
      const alone = known(id.replace(/^s/, ''));
      if (members.length > 0) return { id: name, headlines: members };
      return alone === null ? null : { id: `s${alone.id}`, headlines: [alone] };
    },
    related: async () => [],
    setApart: (id, apart) => {
      reader.asked.push(`${apart ? 'apart' : 'together'} ${id}`);
      const { story } = known(id) ?? {};
      if (apart ? story === undefined : !apartFrom.has(id)) return false;
      if (apart) apartFrom.set(id, story!);
      const { story: _story, ...rest } = known(id)!;
      const back = apart ? {} : { story: apartFrom.get(id)! };
      if (!apart) apartFrom.delete(id);
      reader.list = reader.list.map((each) => (each.id === id ? { ...rest, ...back } : each));
      changes += 1;
      return true;
    },
    photo: (job) => {
      reader.asked.push(`photo ${job.url}`);
      return reader.develops(job);
    },
    async keepPhotos(id) {
      reader.asked.push(`photos ${id}`);
      return { had: 0, failed: 0, failure: null };
    },
    sharing: (by) => {
      if (by.kind === 'column')
        return reader.list.filter(({ title }) => title.includes(`[${by.name}`)).reverse();
      return reader.list.filter(({ id, title }) => {
        const article = reader.kept_.get(id);
        return by.kind === 'tag'
          ? title.includes(by.tag) || article?.tags.includes(by.tag)
          : article?.reporters.some(({ name }) => name === by.name);
      });
    },
    lastRead: () => [...reader.places.keys()].reverse().flatMap((id) => known(id) ?? []),
    place: (id) => reader.places.get(id) ?? null,
    keepPlace: (id, place) => {
      reader.places.delete(id);
      reader.places.set(id, place);
      changes += 1;
    },

    readings: () => [],
    forgetReadings: () => undefined,
    setRead(ids, read) {
      const changed = ids.filter((id) => reader.list.some((each) => each.id === id && each.read !== read));
      for (const id of changed) change(id, { read });
      return changed;
    },
    markAllRead(section) {
      return reader.setRead(
        inSection(section).map(({ id }) => id),
        true,
      );
    },

    bookmarks: () => bookmarks.slice(),
    releaseBookmarks: () => undefined,
    *bookmarkSteps() {
      yield* [];
      return bookmarks.slice();
    },
    bookmarkOf: (id) => bookmarks.find((each) => each.id === id) ?? null,
    async bookmark(of) {
      bookmarks.unshift(bookmarkOf(of));
      change(of.id, { bookmarked: true });
    },
    shareBookmarks: async () => null,
    forgetSection: () => undefined,
    async unbookmark(id) {
      const at = bookmarks.findIndex((each) => each.id === id);
      change(id, { bookmarked: false });
      return at < 0 ? null : (bookmarks.splice(at, 1)[0] ?? null);
    },
    async editBookmark(id, edit) {
      const at = bookmarks.findIndex((each) => each.id === id);
      if (at < 0) return null;
      bookmarks[at] = { ...bookmarks[at]!, ...edit };
      changes += 1;
      return bookmarks[at];
    },
    async importBookmarks() {
      throw new Error('not by this reader');
    },
    async restore(bookmark) {
      bookmarks.unshift({ ...bookmark, read: false, bookmarked: true });
      change(bookmark.id, { bookmarked: true });
    },
    mode: () => 'read-write',
    fetchMissingTexts: async () => 0,

    search: async () => reader.searching,
    searching: {
      headlines: (query) =>
        reader.list
          .filter(({ title }) => title.includes(query))
          .map((each) => ({ headline: each, score: 1, matches: [], found: null })),
      bookmarks: (query) =>
        bookmarks
          .filter(({ title }) => title.includes(query))
          .map((each) => ({ headline: each, score: 1, matches: [], found: null })),
      among: (headlines, query) =>
        headlines
          .filter(({ title }) => title.includes(query))
          .map((each) => ({ headline: each, score: 1, matches: [], found: null })),
      texts: () => [],
      // biome-ignore lint/correctness/useYield: all of it is found at once
      *stepwise(query, limit) {
        return reader.searching.headlines(query, limit);
      },
      // biome-ignore lint/correctness/useYield: all of it is found at once
      *bookmarksStepwise(query, limit) {
        return reader.searching.bookmarks(query, limit);
      },
      releaseBookmarks: () => undefined,
      *prepareHeadlines() {},
      *prepareBookmarks() {
        yield;
      },
      index: () => false,
    },
    prune: () => false,

    async close() {
      reader.closed = true;
    },
  };
  return reader;
}
