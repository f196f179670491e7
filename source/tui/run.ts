/** The full-screen reader: the store, the effects and the views, on a real terminal. */
import { setImmediate as turn } from 'node:timers/promises';
import type { Io } from '../io.ts';
import { openLog } from '../log.ts';
import { type Language, say } from '../messages/index.ts';
import type { Reader } from '../reader/types.ts';
import type { SettingsStore } from '../storage/config/settings-table.ts';
import { homePaths } from '../storage/files/paths.ts';
import { wantsColour } from '../terminal/colour.ts';
import { probeWidth } from '../terminal/probe.ts';
import { guardTerminal } from '../terminal/restore.ts';
import { askSize, knownSize } from '../terminal/size.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import type { Warnings } from '../warnings.ts';
import { createDisplay } from './draw/display.ts';
import { createHandingOver } from './draw/handing-over.ts';
import { startClock } from './effects/clock.ts';
import { createDesktop } from './effects/desktop.ts';
import { createEffects } from './effects/effects.ts';
import { createPrefetcher } from './effects/prefetch-when-idle.ts';
import { everyTenMinutes } from './effects/refresh-timer.ts';
import { createChores } from './effects/tidy-when-idle.ts';
import { listenToKeys } from './input/keyboard.ts';
import type { Effect, Event } from './state/events.ts';
import { sectionsBeingRead } from './state/state.ts';
import { createStore, type Store } from './state/store.ts';
import { begin } from './update/begin.ts';
import { calmCompilers } from './v8-exit.ts';
import { favourMemory } from './v8-memory.ts';

export interface RunOptions extends Io {
  readonly options: { readonly offline: boolean; readonly demo: boolean };
  readonly language: Language;
  /** The section to begin with; null for the bar's first. */
  readonly section: string | null;
  readonly reader: Reader;
  readonly settings: SettingsStore;
  readonly warnings: Warnings;
  openSample(): Promise<Reader>;
}

/** How long after a key is looked for that, in ms. */
const LOOK = 250;
/** How long a first start waits for the network before it opens the sample edition, in ms. */
const FIRST_WAIT = 3000;

/** What whoever pressed a key is waiting for: it is drawn at once, as the key was. */
const IS_AWAITED: ReadonlySet<Event['type']> = new Set(['found', 'opened']);

/** What a first effect must have done before the first frame; the others wait until it is there. */
const IS_LOCAL: ReadonlySet<Effect['type']> = new Set(['load', 'load-sections']);

/** Reads until the reader quits; resolves to the exit status. Rejects where the screen itself failed. */
export async function runReader(options: RunOptions): Promise<number> {
  const { stdin, stdout, stderr, env, now, language, reader } = options;
  const log = openLog(homePaths(env).log, now);
  const quitting = Promise.withResolvers<void>();
  let store: Store;
  const settings = options.settings.all();

  const effects = createEffects({
    reader,
    openSample: options.openSample,
    dispatch: (...events) => {
      store.dispatch(...events);
      if (events.some(({ type }) => IS_AWAITED.has(type))) display.flush();
    },
    log: log.error,
    terminal: {
      ...createDesktop({ env, write: (text) => stdout.write(text), lend: (run) => terminal.lend(run) }),
      // Whatever another program did to the terminal is undone, also where Node missed that its size changed.
      repaint: () => {
        measure();
        display.enter();
      },
      suspend: () => {
        if (process.platform !== 'win32') void terminal.suspend();
      },
      quit: quitting.resolve,
    },
  });
  const [first, wanted] = begin({
    size: knownSize(stdout),
    now: now(),
    language,
    settings,
    edition: options.options.demo ? { kind: 'sample', why: 'demo' } : { kind: 'live' },
    offline: options.options.offline,
    section: options.section,
    empty: effects.empty(),
  });
  store = createStore(first, effects.run, now);
  options.warnings.hear((warning) => store.dispatch({ type: 'warned', warning }));

  const guard = guardTerminal({
    stdin,
    stdout,
    onRelease: () => display.mute(),
    onCrash: (error) => {
      log.error(error);
      stderr.write(`donga-tui: ${say(language, 'failure.crashed', { path: sanitiseLine(log.path) })}\n`);
    },
    // Where the reader was is kept, as by a key.
    onEnd: () => store.dispatch({ type: 'key', key: 'ctrl-c' }),
    isLent: () => terminal.lent,
  });
  const chores = createChores(reader, log.error);
  const prefetcher = createPrefetcher({
    reader,
    // The sample edition is there, all of it.
    sections: () => (store.getState().edition.kind === 'live' ? sectionsBeingRead(store.getState()) : []),
    hourly: options.options.offline || settings.metered ? 0 : settings.prefetch,
    onError: log.error,
  });
  const keys = listenToKeys(
    stdin,
    stdout,
    (events) => {
      chores.disturb();
      prefetcher.disturb();
      store.dispatch(...events);
      display.flush();
      lookSoon();
    },
    quitting.resolve,
  );
  const display = createDisplay({
    store,
    looks: { colour: wantsColour(env), hyperlinks: env.TERM !== 'linux' },
    wide: settings['ambiguous-width'] === 'wide',
    write: (text) => stdout.write(text),
  });

  let looking: NodeJS.Timeout | null = null;
  /** What another process changed meanwhile is shown once the key has been answered. */
  function lookSoon(): void {
    looking ??= setTimeout(() => {
      looking = null;
      effects.run({ type: 'look' });
    }, LOOK);
  }

  const terminal = createHandingOver({ keys, display, measure });

  function measure(): void {
    store.dispatch({ type: 'resize', size: askSize(stdout) });
  }

  function resize(): void {
    display.forget();
    store.dispatch({ type: 'resize', size: knownSize(stdout) });
  }

  for (const effect of wanted) if (IS_LOCAL.has(effect.type)) effects.run(effect);
  display.enter();
  if (settings['ambiguous-width'] === 'auto') probeWidth(stdin, stdout, display.firstRow(), display.widen);
  stdout.on('resize', resize);
  process.on('SIGCONT', terminal.onContinue);
  const stopClock = startClock(store, now);
  const endRefreshes = everyTenMinutes(() => {
    if (!settings.metered) store.dispatch({ type: 'refresh-due' });
  }, Math.random);
  const waiting = setTimeout(() => store.dispatch({ type: 'waited', empty: effects.empty() }), FIRST_WAIT);

  try {
    // Keys that were typed before the start are answered before the wait for what is to come.
    await turn();
    const ink = display.loadInk(stdin);
    const early = await Promise.race([quitting.promise.then(() => true), ink.then(() => false)]);
    if (early) return 0;
    const saveMemory = () => favourMemory(store.getState());
    saveMemory();
    store.subscribe(saveMemory);
    for (const effect of wanted) if (!IS_LOCAL.has(effect.type)) effects.run(effect);
    await Promise.race([quitting.promise, ink.then(({ failed }) => failed)]);
    return 0;
  } finally {
    chores.end();
    prefetcher.end();
    endRefreshes();
    stopClock();
    if (looking !== null) clearTimeout(looking);
    clearTimeout(waiting);
    stdout.off('resize', resize);
    process.off('SIGCONT', terminal.onContinue);
    keys.end();
    display.end();
    guard.release();
    await Promise.all([effects.close(), calmCompilers()]);
  }
}
