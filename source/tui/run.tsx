/** The full-screen reader: the store, the effects and the views, on a real terminal. */
import { setTimeout as sleep } from 'node:timers/promises';
import { render } from 'ink';
import type { Edges } from '../edges.ts';
import { type Language, say } from '../messages/index.ts';
import type { Reader } from '../reader.ts';
import { homePaths } from '../storage/paths.ts';
import type { SettingsStore } from '../storage/types.ts';
import { openInBrowser, startDetached } from '../terminal/browser.ts';
import { clipboardSequence } from '../terminal/clipboard.ts';
import { wantsColour } from '../terminal/colour.ts';
import { openLog } from '../terminal/log.ts';
import { paintRow } from '../terminal/paint.ts';
import { probeWidth } from '../terminal/probe.ts';
import { guardTerminal } from '../terminal/restore.ts';
import type { Row } from '../typeset/rows.ts';
import { App, type Suspend } from './app.tsx';
import { createEffects } from './effects.ts';
import { listenToKeys } from './listening.ts';
import { begin } from './start.ts';
import type { Size } from './state.ts';
import { createStore, type Store } from './store.ts';
import { view } from './view.ts';

export interface RunOptions extends Edges {
  readonly options: { readonly offline: boolean; readonly demo: boolean };
  readonly language: Language;
  /** The section to begin with; null for the bar's first. */
  readonly section: string | null;
  readonly reader: Reader;
  readonly settings: SettingsStore;
  openSample(): Promise<Reader>;
}

/** How often the clock is looked at, and whether another process changed what is kept; in ms. */
const TICK = 5000;
/** How long a first start waits for the network before it opens the sample edition, in ms. */
const FIRST_WAIT = 3000;
/** The pause in which a stopped process stops, in ms: it is over as soon as the process goes on. */
const STOPPING = 50;

/** Reads until the reader quits; resolves to the exit status. Rejects where the screen itself failed. */
export async function runReader(options: RunOptions): Promise<number> {
  const { stdin, stdout, stderr, env, now, language, reader } = options;
  const log = openLog(homePaths(env).log, now);
  const sizeNow = (): Size => ({ columns: stdout.columns || 80, rows: stdout.rows || 24 });
  const quitting = Promise.withResolvers<void>();
  let suspend: Suspend = async (callback) => callback();
  let store: Store;

  const effects = createEffects({
    reader,
    openSample: options.openSample,
    dispatch: (...events) => store.dispatch(...events),
    log: log.error,
    terminal: {
      openBrowser: (url) => openInBrowser(url, { env, platform: process.platform, start: startDetached }),
      copy: (text) => stdout.write(clipboardSequence(text, env)),
      repaint: () => repaint(),
      suspend: () => {
        if (process.platform !== 'win32') void handOver(stop);
      },
      quit: quitting.resolve,
    },
  });
  const edition = options.options.demo
    ? ({ kind: 'sample', why: 'demo' } as const)
    : ({ kind: 'live' } as const);
  const [first, wanted] = begin({
    size: sizeNow(),
    now: now(),
    language,
    settings: options.settings.all(),
    edition,
    offline: options.options.offline,
    section: options.section,
    empty: effects.empty(),
    warnings: reader.warnings,
  });
  store = createStore(first, effects.run);

  const guard = guardTerminal({
    stdin,
    stdout,
    onCrash: (error) => {
      log.error(error);
      stderr.write(`donga-tui: ${say(language, 'crash.told', { path: log.path })}\n`);
    },
    // Where the reader was is kept, as by a key.
    onEnd: () => store.dispatch({ type: 'key', key: 'ctrl-c' }),
  });

  const keys = listenToKeys(stdin, stdout, (events) => store.dispatch(...events), quitting.resolve);
  const looks = { colour: wantsColour(env), hyperlinks: env.TERM !== 'linux' };
  const ambiguous = options.settings.all()['ambiguous-width'];
  let wide = ambiguous === 'wide';
  const paint = (row: Row): string => paintRow(row, { ...looks, wide });
  const app = (
    <App
      store={store}
      paint={paint}
      onReady={(ready) => {
        suspend = ready;
      }}
    />
  );

  let handedOver = false;
  /** Lets go of the terminal for as long as the callback takes, and draws everything anew. */
  async function handOver(callback: () => Promise<void>): Promise<void> {
    if (handedOver) return;
    handedOver = true;
    try {
      await suspend(async () => {
        keys.pause();
        await callback();
        keys.resume();
      });
      resize();
    } catch (error) {
      log.error(error);
    } finally {
      handedOver = false;
    }
  }
  const repaint = (): void => void handOver(async () => undefined);

  async function stop(): Promise<void> {
    // The whole group, as the terminal itself does: npx waits in front of us.
    process.kill(0, 'SIGTSTP');
    await sleep(STOPPING);
  }

  function resize(): void {
    store.dispatch({ type: 'resize', size: sizeNow() });
  }

  for (const effect of wanted) effects.run(effect);
  // Before Ink's own listener: it then draws rows of the new size.
  const onResize = (): void => {
    resize();
    screen.rerender(app);
  };
  stdout.on('resize', onResize);
  // Stopped and continued from outside: the shell had the terminal meanwhile.
  process.on('SIGCONT', repaint);
  const screen = render(app, {
    stdin,
    stdout,
    stderr,
    alternateScreen: true,
    incrementalRendering: true,
    interactive: true,
    maxFps: 60,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  if (ambiguous === 'auto') {
    void screen.waitUntilRenderFlush().then(() => {
      probeWidth(stdin, stdout, paint(view(store.getState()).rows[0] ?? []), () => {
        wide = true;
        repaint();
      });
    });
  }
  const ticking = setInterval(() => store.dispatch({ type: 'tick', now: now() }), TICK);
  const waiting = setTimeout(() => store.dispatch({ type: 'waited', empty: effects.empty() }), FIRST_WAIT);

  try {
    // The screen ends by itself only where drawing it failed: that rejects.
    await Promise.race([quitting.promise, screen.waitUntilExit()]);
    return 0;
  } finally {
    clearInterval(ticking);
    clearTimeout(waiting);
    stdout.off('resize', onResize);
    process.off('SIGCONT', repaint);
    keys.end();
    screen.unmount();
    guard.release();
    await effects.close();
  }
}
