// The store with real effects on a fake reader: a reader at the keyboard, without a terminal.

import { Failure } from '../../source/failure.ts';
import type { Reader } from '../../source/reader/types.ts';
import type { KeptSession } from '../../source/storage/config/session.ts';
import { DEFAULTS } from '../../source/storage/config/settings-table.ts';
import { openUndo, type UndoStore } from '../../source/storage/config/undo.ts';
import type { ImageTerminal } from '../../source/terminal/images/open.ts';
import { createEffects, type Effects } from '../../source/tui/effects/effects.ts';
import { createInputParser } from '../../source/tui/input/parse-input.ts';
import { eventOf } from '../../source/tui/state/events.ts';
import type { ArticleScreen, BookmarksScreen, HeadlinesScreen } from '../../source/tui/state/screens.ts';
import { type State, topScreen } from '../../source/tui/state/state.ts';
import { createStore, type Store } from '../../source/tui/state/store.ts';
import { type Beginning, begin } from '../../source/tui/update/begin.ts';
import { update } from '../../source/tui/update/update.ts';
import { type FakeReader, fakeReader } from '../support/fake-reader.ts';

export const NOW = Date.UTC(2026, 10, 20, 3);

export interface Session {
  readonly store: Store;
  readonly reader: FakeReader;
  readonly effects: Effects;
  /** The requests to the terminal: `browser https://…`, `copy …`, `quit`. */
  readonly terminal: string[];
  readonly logged: unknown[];
  /** The sessions kept for the next start, one at a time. */
  readonly kept: KeptSession[];
  /** Types as a terminal delivers it. */
  type(chunk: string): void;
  state(): State;
  headlines(): HeadlinesScreen;
  bookmarks(): BookmarksScreen;
  article(): ArticleScreen;
  /** The title of the selected headline. */
  selected(): string | undefined;
  /** Lets all work under way end. */
  settle(): Promise<void>;
}

/** Tests fetch only on demand. */
const SETTINGS = { ...DEFAULTS, prefetch: 0 };

export function session(
  reader: FakeReader = fakeReader(),
  change: Partial<Beginning> = {},
  openSample: () => Promise<Reader> = async () => fakeReader(),
  /** Without a clock, time stands still between ticks. */
  now?: () => number,
  /** By default no terminal ever answers. */
  images: () => Promise<ImageTerminal> = () => new Promise(() => undefined),
  /** Changes that can be taken back after a restart. */
  undo: UndoStore = openUndo(null, () => NOW),
  /** By default no other process adds feeds. */
  lookAtFeeds: () => boolean = () => false,
): Session {
  const terminal: string[] = [];
  const logged: unknown[] = [];
  const kept: KeptSession[] = [];
  let speaking = false;
  const [first, wanted] = begin({
    size: { columns: 80, rows: 24 },
    now: NOW,
    language: 'ko',
    settings: SETTINGS,
    edition: { kind: 'live' },
    photos: { none: null, unasked: true },
    offline: false,
    section: 'politics',
    words: reader.words(),
    session: null,
    empty: reader.count({ section: 'total' }) === 0,
    ...change,
  });
  const store: Store = createStore({ first, update, now: now ?? (() => store.getState().now) });
  const effects = createEffects({
    reader,
    keepSettings: async (settings) => {
      terminal.push(`keep ${JSON.stringify(settings)}`);
      const path = settings['bookmarks-folder'];
      if (path?.startsWith('/refused')) throw new Failure('bookmarks-folder', { path, reason: 'EACCES' });
    },
    keepSession: (session) => kept.push(session),
    openSample,
    lookAtFeeds,
    undo,
    terminal: {
      openBrowser: async (url, report) => {
        terminal.push(`browser ${url}`);
        report({ opened: 'firefox', failed: [] });
      },
      copy: async (text) => {
        terminal.push(`copy ${text}`);
        return 'copied';
      },
      runCommand: async (command, { input, variables }) => {
        terminal.push(`run ${command} < ${input.trim()} ${variables.DONGA_TITLE}`);
        return command.startsWith('fails') ? 3 : null;
      },
      save: async ({ headline, folder }) => {
        terminal.push(`save ${headline.id} ${folder}`);
        return `${folder}/${headline.title}.md`;
      },
      speak: async (text, report) => {
        speaking = true;
        terminal.push(`speak ${text}`);
        report({ type: 'began' });
        // This voice is at its end at once.
        if (store.getState().settings.voice === 'true') {
          speaking = false;
          report({ type: 'ended' });
        }
      },
      hush: () => {
        const spoke = speaking;
        if (spoke) terminal.push('hush');
        speaking = false;
        return spoke;
      },
      images,
      alert: (came) => terminal.push(`alert ${came.map(({ title }) => title).join(' | ')}`),
      repaint: () => terminal.push('repaint'),
      suspend: () => terminal.push('suspend'),
      quit: () => terminal.push('quit'),
    },
    dispatch: store.dispatch,
    log: (error) => logged.push(error),
  });
  store.connect(effects.run);
  for (const effect of wanted) effects.run(effect);
  const input = createInputParser();
  const top = <Kind extends State['screens'][number]['kind']>(kind: Kind) => {
    const screen = topScreen(store.getState());
    if (screen.kind !== kind) throw new Error(`the screen on top is ${screen.kind}, not ${kind}`);
    return screen as Extract<State['screens'][number], { kind: Kind }>;
  };
  return {
    store,
    reader,
    effects,
    terminal,
    logged,
    kept,
    type(chunk) {
      store.dispatch(...[...input.push(chunk), ...input.flush()].map(eventOf));
    },
    state: () => store.getState(),
    headlines: () => store.getState().screens[0],
    bookmarks: () => top('bookmarks'),
    article: () => top('article'),
    selected() {
      const screen = topScreen(store.getState());
      return 'list' in screen ? screen.list.items[screen.list.selected]?.headline.title : undefined;
    },
    async settle() {
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}
