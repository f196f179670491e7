/** Runs the effects of updates, with the reader and with the terminal. Answers come back as events. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Headline } from '../../model.ts';
import { pacedPages } from '../../reader/fetching/page-pace.ts';
import type { Reader } from '../../reader/types.ts';
import { allSections } from '../../sections.ts';
import type { KeptSession } from '../../storage/config/session.ts';
import type { Settings } from '../../storage/config/settings-table.ts';
import type { UndoStore } from '../../storage/config/undo.ts';
import type { ImageTerminal } from '../../terminal/images/open.ts';
import type { Effect } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import type { Gathering } from '../state/screens.ts';
import { createActs } from './acts/acts.ts';
import { createBookmarkList } from './bookmarks.ts';
import type { Desktop } from './desktop.ts';
import { createEdition } from './edition.ts';
import { createHandOver } from './hand-over.ts';
import { createLinks } from './links.ts';
import { loadList, loadSections } from './load.ts';
import { createOpening } from './opening.ts';
import { createPhotoEffect } from './photos/photos.ts';
import { prepareSearch } from './prepare-search.ts';
import { createPreview } from './preview.ts';
import { createRefreshing } from './refreshing.ts';
import { createSearching } from './search.ts';
import { createVoice } from './voice.ts';

/** The part of the terminal and the desktop that the full screen needs. */
interface Terminal extends Desktop {
  /** The way to show photos, once the terminal has answered. */
  images(): Promise<ImageTerminal>;
  /** Shows an alert for watched headlines that came; null if the setting forbids it. */
  readonly alert: ((came: readonly Headline[]) => void) | null;
  repaint(): void;
  suspend(): void;
  quit(): void;
}

export interface EffectParts {
  readonly reader: Reader;
  /** Keeps settings that were changed on the screen. */
  keepSettings(settings: Partial<Settings>): Promise<void>;
  /** Keeps the reader's place for the next start. */
  keepSession(session: KeptSession): void;
  openSample(): Promise<Reader>;
  /** Looks which feeds are not the paper's; returns whether they are others than before. */
  lookAtFeeds(): boolean;
  /** Changes that can be taken back after a restart. */
  readonly undo: UndoStore;
  readonly terminal: Terminal;
  dispatch(...events: readonly Event[]): void;
  /** Called with unforeseen errors, for the log. */
  log(error: unknown): void;
}

export interface Effects {
  run(effect: Effect): void;
  /** Resolves when bookmarks under way are on disk and the sample edition is closed. */
  close(): Promise<void>;
}

/** The greatest number of articles in the list of those read last. */
const MOST_LAST_READ = 200;

/** The longest wait for sections that are refreshed together, in ms. */
const TOGETHER = 100;

/** A pause that the program's end does not wait for. */
const unheld = (ms: number): Promise<unknown> => sleep(ms, undefined, { ref: false });

/** The effects that may bring a page, for which keys wait. */
const PAGES: ReadonlySet<Effect['type']> = new Set(['history', 'begin-edit', 'follow', 'gather']);

/** Runs effects on a reader; another edition that is opened takes the reader's place. */
export function createEffects({
  reader: live,
  keepSettings,
  keepSession,
  openSample,
  lookAtFeeds,
  undo,
  terminal,
  dispatch,
  log,
}: EffectParts): Effects {
  const edition = createEdition(live, dispatch, log);
  const { answer, failed } = edition;
  let reloading: NodeJS.Timeout | null = null;

  const links = createLinks(terminal, answer);
  const voice = createVoice({ desktop: terminal, reader: () => edition.reader, answer });
  const handOver = createHandOver({ desktop: terminal, reader: () => edition.reader, answer });
  const opening = createOpening(edition);
  const acts = createActs(edition, live, undo);
  const bookmarks = createBookmarkList(edition);
  const refreshing = createRefreshing({ edition, live, openSample, alert: () => terminal.alert });
  const search = createSearching({
    current: () => (edition.closed ? null : edition.reader),
    answer,
    failed,
  });
  const preview = createPreview({ current: () => edition.reader, answer, failed });
  const showPhotos = createPhotoEffect({
    reader: () => edition.reader,
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

  function gather(by: Gathering): readonly Headline[] {
    const { reader } = edition;
    if (by.kind === 'story') return reader.story(by.id)?.headlines ?? [];
    return by.kind === 'last-read' ? reader.lastRead(MOST_LAST_READ) : reader.sharing(by);
  }

  async function fetchTexts(asked: boolean): Promise<void> {
    const had = await edition.reader.fetchMissingTexts(pacedPages(unheld));
    if (edition.closed) return;
    if (asked || had > 0) answer({ type: 'notice', tone: 'info', key: 'notice.texts', params: { had } });
  }

  function look(): void {
    const version = edition.reader.version();
    if (version === edition.seen) return;
    edition.seen = version;
    answer({ type: 'changed' });
  }

  /** The ones of these sections that still exist, after another process may have added or removed some. */
  function stillThere(sections: readonly string[]): readonly string[] {
    if (edition.reader !== live || !lookAtFeeds()) return sections;
    answer({ type: 'other-feeds-changed' });
    return sections.filter((name) => allSections().some((section) => section.name === name));
  }

  /** Runs an effect; a promise is for work that continues in the background. */
  function perform(effect: Effect): Promise<void> | undefined {
    const { reader } = edition;
    switch (effect.type) {
      case 'load':
        return void answer(loadList(reader, effect));
      case 'load-bookmarks':
        return bookmarks.load(effect.goOn);
      case 'leave-bookmarks':
        return void bookmarks.leave();
      case 'gather':
        return void answer({ type: 'gathered', by: effect.by, headlines: gather(effect.by) });
      case 'prepare-search':
        return void prepareSearch(
          effect.where,
          () => (edition.closed ? null : edition.reader),
          search.isUnderWay,
        ).catch(failed);
      case 'search':
        return void search.begin(effect);
      case 'load-sections':
        return void answer(loadSections(reader));
      case 'reload-soon':
        return void reloadSoon();
      case 'refresh':
        return refreshing.refresh({ ...effect, sections: stillThere(effect.sections) });
      case 'open':
        return opening.open(effect);
      case 'day':
        return opening.day();
      case 'history':
        return opening.history(effect.id);
      case 'keep-place':
        return void opening.keepPlace(effect.id, effect.place);
      case 'set-read':
      case 'mark-all':
        return void acts.setRead(effect);
      case 'bookmark':
        return acts.bookmark(effect);
      case 'unbookmark':
        return acts.unbookmark(effect);
      case 'begin-edit': {
        const bookmark = reader.bookmarkOf(effect.id);
        return void answer({ type: 'edit-begun', bookmark });
      }
      case 'load-note': {
        const bookmark = reader.bookmarkOf(effect.id);
        return void (bookmark === null || answer({ type: 'noted', bookmark }));
      }
      case 'edit-bookmark':
        return acts.edit(effect);
      case 'follow':
        return acts.follow(effect);
      case 'set-apart':
        return void acts.setApart(effect);
      case 'set-word':
        return acts.setWord(effect);
      case 'undo':
        return acts.undo();
      case 'fetch-texts':
        return fetchTexts(effect.asked);
      case 'preview':
        return void preview(effect.wanted);
      case 'keep-setting':
        return keepSettings(effect.setting).catch((error: unknown) => {
          answer({ ...effect, type: 'setting-not-kept' });
          throw error;
        });
      case 'photos':
        return void showPhotos(effect.wanted);
      case 'browser':
        return links.browse(effect.url);
      case 'pipe':
        return handOver.pipe(effect);
      case 'save':
        return handOver.save(effect);
      case 'speak':
        return voice(effect);
      case 'copy':
        return links.copy(effect.url, effect.text);
      case 'keep-session':
        return void keepSession(effect.session);
      case 'open-sample':
        return refreshing.toSample(effect.why);
      case 'try-live':
        return refreshing.tryLive(effect.section);
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
        done
          ?.catch((error: unknown) => answer({ type: 'failed', failure: failed(error) }))
          .then(() => settle(effect));
        if (done !== undefined) return;
        if (!edition.closed) edition.seen = ownVersion(effect);
      } catch (error) {
        answer({ type: 'failed', failure: failed(error) });
      }
      settle(effect);
    },
    async close() {
      edition.closed = true;
      terminal.hush();
      if (reloading !== null) clearTimeout(reloading);
      await acts.ended();
      await refreshing.closeSample();
    },
  };

  function settle({ type }: Effect): void {
    if (PAGES.has(type)) answer({ type: 'page-settled' });
  }

  /** The version after a change that this program made itself, which needs no reload. */
  function ownVersion({ type }: Effect): string {
    const changes = type === 'keep-place' || type === 'set-read' || type === 'mark-all' || type === 'load';
    return changes ? edition.reader.version() : edition.seen;
  }
}
