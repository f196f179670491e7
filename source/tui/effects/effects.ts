/** Does what an update asks for: with the reader, and with the terminal. Answers come back as events. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../failure.ts';
import type { Headline, Place } from '../../model.ts';
import { pacedPages } from '../../reader/page-pace.ts';
import type { Reader, Refreshed } from '../../reader/types.ts';
import type { KeptSession } from '../../storage/config/session.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import type { ImageTerminal } from '../../terminal/images/open.ts';
import { isSameWord } from '../../watch-words.ts';
import type { Effect, Event } from '../state/events.ts';
import type { Gathering } from '../state/state.ts';
import type { Desktop } from './desktop.ts';
import { createLinks } from './links.ts';
import { loadList, loadSections } from './load.ts';
import { createPhotoEffect } from './photos/photos.ts';
import { createPreview } from './preview.ts';
import { createSearching } from './search.ts';
import { createUnforeseen } from './unforeseen.ts';
import { beforeNews } from './watched-news.ts';

/** What of the terminal and the desktop the full screen needs. */
interface Terminal extends Desktop {
  /** What shows photos, once the terminal has said how. */
  images(): Promise<ImageTerminal>;
  /** Tells of watched headlines that came; null if the setting says not to. */
  readonly alert: ((came: readonly Headline[]) => void) | null;
  repaint(): void;
  suspend(): void;
  quit(): void;
}

export interface EffectParts {
  readonly reader: Reader;
  /** Keeps settings that were changed on the screen. */
  keepSettings(settings: Partial<Settings>): Promise<void>;
  /** Keeps where the reader is for the next start. */
  keepSession(session: KeptSession): void;
  openSample(): Promise<Reader>;
  readonly terminal: Terminal;
  dispatch(...events: readonly Event[]): void;
  /** Called with what nobody foresaw, for the log. */
  log(error: unknown): void;
}

export interface Effects {
  run(effect: Effect): void;
  /** Resolves when bookmarks under way are on disk and the sample edition is closed. */
  close(): Promise<void>;
}

/** How many articles are listed of those that were read last. */
const MOST_LAST_READ = 200;
/** The place above the first block. */
const TOP: Place = { block: -1, offset: 0 };

/** How long sections that are refreshed together are waited for, in ms. */
const TOGETHER = 100;

/** A pause that the program's end does not wait for. */
const unheld = (ms: number): Promise<unknown> => sleep(ms, undefined, { ref: false });

/** What runs effects on a reader; it changes the reader where another edition is opened. */
export function createEffects({
  reader: live,
  keepSettings,
  keepSession,
  openSample,
  terminal,
  dispatch,
  log,
}: EffectParts): Effects {
  let reader = live;
  let sample: Reader | null = null;
  let seen = '';
  let closed = false;
  /** Bookmarks are written one after the other: `b` pressed twice is on, then off. */
  let writing: Promise<unknown> = Promise.resolve();
  let reloading: NodeJS.Timeout | null = null;
  const isEmpty = (of: Reader): boolean => of.count({ section: 'total' }) === 0;

  function answer(...events: readonly Event[]): void {
    if (!closed) dispatch(...events);
  }

  const { note, failed } = createUnforeseen(log, () => closed);
  const links = createLinks(terminal, answer);
  const search = createSearching({ current: () => (closed ? null : reader), answer, failed });

  const preview = createPreview({ current: () => reader, answer, failed });

  const showPhotos = createPhotoEffect({
    reader: () => reader,
    terminal: terminal.images,
    answer,
    log: (error) => void failed(error),
  });

  function reloadSoon(): void {
    reloading ??= setTimeout(() => {
      reloading = null;
      answer({ type: 'changed' });
    }, TOGETHER);
  }

  async function refresh({ sections, asked }: Extract<Effect, { type: 'refresh' }>): Promise<void> {
    const mine = reader;
    const newsOf = terminal.alert === null ? null : beforeNews(mine);
    const done = await mine.refresh(sections, {
      asked,
      onRefresh: ({ section, done }) => {
        if (closed || mine !== reader) return;
        note(done?.failure ?? null);
        seen = mine.version();
        if (done === null) answer({ type: 'refreshing', section });
        else answer({ type: 'refreshed', done, asked, empty: done.failure !== null && isEmpty(mine) });
      },
    });
    if (closed) return;
    const came = mine === reader ? (newsOf?.() ?? []) : [];
    if (came.length > 0) terminal.alert?.(came);
    if (mine === reader) answer({ type: 'refreshed-all', done, asked });
    else if (mine === live && done.some(({ failure }) => failure === null)) answer({ type: 'live-arrived' });
  }

  function gather(by: Gathering): readonly Headline[] {
    return by.kind === 'last-read' ? reader.lastRead(MOST_LAST_READ) : reader.sharing(by);
  }

  /** Opening is reading, also where the page is still to come; a home that cannot be written is read all the same. */
  function markRead(id: string, place: Place | null): void {
    try {
      reader.setRead([id], true);
      // What is opened again is again what was read last.
      reader.keepPlace(id, place ?? TOP);
    } catch (error) {
      failed(error);
    }
  }

  async function open({ headline, ticket, fresh }: Extract<Effect, { type: 'open' }>): Promise<void> {
    const mine = reader;
    if (!fresh) {
      const { id } = headline;
      const place = mine.place(id);
      markRead(id, place);
      seen = mine.version();
      answer({ type: 'kept', ticket, article: mine.kept(id), place });
    }
    try {
      const { article, failure } = await mine.open(headline, { fresh });
      if (closed) return;
      note(failure);
      seen = mine === reader ? mine.version() : seen;
      answer({ type: 'opened', ticket, article, failure });
      if (mine === reader) answer(loadSections(reader));
    } catch (error) {
      answer({ type: 'opened', ticket, article: null, failure: failed(error) });
    }
  }

  /** Changes a bookmark after the changes before it; where that fails, its mark is again what it was. */
  function write(id: string, bookmarked: boolean, change: () => Promise<Event>): void {
    writing = writing.then(change).then(
      (event) => {
        seen = reader.version();
        answer(event);
      },
      (error) => answer({ type: 'bookmark-failed', id, bookmarked: !bookmarked, failure: failed(error) }),
    );
  }

  async function toSample(why: Failure): Promise<void> {
    if (reader !== live) return;
    sample ??= await openSample();
    if (closed || reader !== live) return;
    reader = sample;
    seen = reader.version();
    answer({ type: 'edition', edition: { kind: 'sample', why } });
  }

  async function tryLive(section: string): Promise<void> {
    answer({ type: 'refreshing', section });
    const done: Refreshed[] = isEmpty(live) ? await live.refresh([section]) : [];
    if (closed) return;
    if (isEmpty(live)) {
      answer({ type: 'live-failed', failure: done[0]?.failure ?? new Failure('unreachable') });
      return;
    }
    reader = live;
    seen = reader.version();
    answer({ type: 'edition', edition: { kind: 'live' } });
  }

  async function fetchTexts(asked: boolean): Promise<void> {
    const had = await reader.fetchMissingTexts(pacedPages(unheld));
    if (closed) return;
    if (asked || had > 0) answer({ type: 'notice', tone: 'info', key: 'notice.texts', params: { had } });
  }

  async function edit({ id, edit }: Extract<Effect, { type: 'edit-bookmark' }>): Promise<void> {
    // After the changes before it: the bookmark may still be on its way to the disk.
    const done = writing.then(() => reader.editBookmark(id, edit));
    writing = done.catch(() => undefined);
    const key = (await done) === null ? 'notice.bookmark-first' : 'notice.edited';
    seen = reader.version();
    answer(
      { type: 'notice', tone: 'info', key, params: {} },
      { type: 'bookmarks', bookmarks: reader.bookmarks() },
    );
  }

  async function watch(word: string): Promise<void> {
    const listed = !reader.words().watch.some((each) => isSameWord(each, word));
    await reader.setWord('watch', word, listed);
    seen = reader.version();
    answer({ type: 'watched', word, listed });
  }

  /** Asked for at every tick: only a place that has changed is written. */
  function keepPlace(id: string, place: Place): void {
    const kept = reader.place(id);
    if (kept?.block !== place.block || kept.offset !== place.offset) reader.keepPlace(id, place);
  }

  function look(): void {
    const version = reader.version();
    if (version === seen) return;
    seen = version;
    answer({ type: 'changed' });
  }

  /** Does an effect; a promise is for what goes on behind. */
  function perform(effect: Effect): Promise<void> | undefined {
    switch (effect.type) {
      case 'load':
        return void answer(loadList(reader, effect));
      case 'load-bookmarks':
        return void answer({ type: 'bookmarks', bookmarks: reader.bookmarks() });
      case 'gather':
        return void answer({ type: 'gathered', by: effect.by, headlines: gather(effect.by) });
      case 'search':
        return void search(effect);
      case 'load-sections':
        return void answer(loadSections(reader));
      case 'reload-soon':
        return void reloadSoon();
      case 'refresh':
        return refresh(effect);
      case 'open':
        return open(effect);
      case 'keep-place':
        return void keepPlace(effect.id, effect.place);
      case 'set-read': {
        const ids = reader.setRead(effect.ids, effect.read);
        return void answer({
          type: 'marked',
          asked: effect.ids,
          ids,
          read: effect.read,
          undoing: effect.undoing,
        });
      }
      case 'mark-all': {
        const ids = reader.markAllRead(effect.section);
        return void answer({ type: 'marked', asked: ids, ids, read: true, undoing: false });
      }
      case 'bookmark': {
        const { headline } = effect;
        return void write(headline.id, true, async () => {
          await reader.bookmark(headline);
          return { type: 'bookmarked', id: headline.id, undoing: false };
        });
      }
      case 'unbookmark': {
        const { id, undoing } = effect;
        return void write(id, false, async () => {
          return { type: 'unbookmarked', id, bookmark: await reader.unbookmark(id), undoing };
        });
      }
      case 'restore': {
        const { bookmark } = effect;
        return void write(bookmark.id, true, async () => {
          await reader.restore(bookmark);
          return { type: 'bookmarked', id: bookmark.id, undoing: true };
        });
      }
      case 'begin-edit': {
        const bookmark = reader.bookmarks().find(({ id }) => id === effect.id) ?? null;
        return void answer({ type: 'edit-begun', bookmark });
      }
      case 'edit-bookmark':
        return edit(effect);
      case 'watch':
        return watch(effect.word);
      case 'fetch-texts':
        return fetchTexts(effect.asked);
      case 'preview':
        return void preview(effect.wanted);
      case 'keep-setting':
        return keepSettings(effect.setting);
      case 'photos':
        return void showPhotos(effect.wanted);
      case 'browser':
        return links.browse(effect.url);
      case 'copy':
        return links.copy(effect.url, effect.text);
      case 'keep-session':
        return void keepSession(effect.session);
      case 'open-sample':
        return toSample(effect.why);
      case 'try-live':
        return tryLive(effect.section);
      case 'look':
        return void look();
      case 'repaint':
      case 'suspend':
      case 'quit':
        return void terminal[effect.type]();
    }
  }

  return {
    run(effect) {
      try {
        const done = perform(effect);
        done?.catch((error: unknown) => answer({ type: 'failed', failure: failed(error) }));
        if (done === undefined && !closed) seen = ownVersion(effect);
      } catch (error) {
        answer({ type: 'failed', failure: failed(error) });
      }
    },
    async close() {
      closed = true;
      if (reloading !== null) clearTimeout(reloading);
      await writing;
      await sample?.close();
    },
  };

  /** What this program changed itself is no news to it. */
  function ownVersion({ type }: Effect): string {
    const changes = type === 'keep-place' || type === 'set-read' || type === 'mark-all' || type === 'load';
    return changes ? reader.version() : seen;
  }
}
