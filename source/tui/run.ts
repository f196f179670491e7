/** The full-screen reader: the store, the effects and the views, on a real terminal. */
import { setImmediate as turn } from 'node:timers/promises';
import { openLog } from '../log.ts';
import { type Language, say } from '../messages/index.ts';
import type { Headline } from '../model.ts';
import type { Reader } from '../reader/types.ts';
import { openSession } from '../storage/config/session.ts';
import type { Settings, SettingsStore } from '../storage/config/settings-table.ts';
import { openUndo } from '../storage/config/undo.ts';
import { homePaths, sampleHome } from '../storage/files/paths.ts';
import type { Io } from '../system/io.ts';
import { askBackground, backgroundIn } from '../terminal/background.ts';
import { wantsColour } from '../terminal/colour.ts';
import type { ImageTerminal } from '../terminal/images/open.ts';
import { probeWidth } from '../terminal/probe.ts';
import { guardTerminal } from '../terminal/restore.ts';
import { askSize, knownSize } from '../terminal/size.ts';
import { type Looks, looksOf, PLAIN_LOOKS } from '../terminal/theme.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import type { Warnings } from '../warnings.ts';
import { createDisplay } from './draw/display.ts';
import { followSettings } from './draw/follow-settings.ts';
import { createHandingOver } from './draw/handing-over.ts';
import { startClock } from './effects/clock.ts';
import { createDesktop } from './effects/desktop.ts';
import { createEffects } from './effects/effects.ts';
import { lookSoonAfterKeys } from './effects/idle/look-soon.ts';
import { prefetchWhenIdle } from './effects/idle/prefetch-when-idle.ts';
import { prepareWhenIdle } from './effects/idle/prepare-when-idle.ts';
import { recheckWhenIdle } from './effects/idle/recheck-when-idle.ts';
import { everyTenMinutes } from './effects/idle/refresh-timer.ts';
import { openingRehearsals } from './effects/idle/rehearse.ts';
import { shareWhenIdle } from './effects/idle/share-when-idle.ts';
import { tidyWhenIdle } from './effects/idle/tidy-when-idle.ts';
import type { WhileIdle } from './effects/idle/when-idle.ts';
import { listenToKeys } from './input/keyboard.ts';
import type { Effect } from './state/effects.ts';
import { eventOf } from './state/events.ts';
import { sectionsBeingRead } from './state/state.ts';
import { createStore } from './state/store.ts';
import { begin } from './update/begin.ts';
import { update } from './update/update.ts';
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
  /** Looks which feeds are not the paper's; returns whether they are others than before. */
  lookAtFeeds(): boolean;
}

/** The longest wait of a first start for the network before it opens the sample edition, in ms. */
const FIRST_WAIT = 3000;
/** The effects of the beginning that run before the first frame; the others wait until it is drawn. */
const IS_LOCAL: ReadonlySet<Effect['type']> = new Set(['load', 'load-sections']);

/** Runs until the reader quits; resolves to the exit status. Rejects if the screen itself failed. */
export async function runReader(options: RunOptions): Promise<number> {
  const { stdin, stdout, stderr, env, now, language, reader } = options;
  const log = openLog(homePaths(env).log, now);
  const settings = options.settings.all();
  const home = options.options.demo ? sampleHome(env) : homePaths(env);
  const kept = openSession(home.config);
  const quitting = Promise.withResolvers<void>();
  /** An archive that cannot be read now is not taken for an empty one; loading a list will show why. */
  const isEmpty = (): boolean => {
    try {
      return reader.count({ section: 'total' }) === 0;
    } catch {
      return false;
    }
  };

  const [first, wanted] = begin({
    size: knownSize(stdout),
    now: now(),
    language,
    settings,
    edition: options.options.demo ? { kind: 'sample', why: 'demo' } : { kind: 'live' },
    offline: options.options.offline,
    photos: {
      none: !wantsColour(env) ? 'no-colour' : settings.images === 'off' ? 'off' : null,
      unasked: !settings.metered,
    },
    section: options.section,
    words: reader.words(),
    session: kept.read(),
    empty: isEmpty(),
  });
  const store = createStore({ first, update, now });
  /** The settings as the settings screen has left them. */
  const inForce = (): Settings => store.getState().settings;
  /** The terminal's background, as far as it is known: used while the setting is `auto`. */
  let found = backgroundIn(env);
  const looks = (): Looks => {
    const { theme, background } = inForce();
    return wantsColour(env) ? looksOf(theme, background === 'auto' ? found : background) : PLAIN_LOOKS;
  };
  const display = createDisplay({
    store,
    titled: env.TERM !== 'linux',
    paint: { looks: looks(), hyperlinks: env.TERM !== 'linux', ascii: settings.ascii },
    wide: settings['ambiguous-width'] === 'wide',
    write: (text) => stdout.write(text),
    onImagesLost: () => store.dispatch({ type: 'photos-gone', images: null }),
  });
  const afterKeys: readonly WhileIdle[] = [
    prepareWhenIdle([reader.prepare, ...openingRehearsals(store.getState, reader)], log.error),
    tidyWhenIdle(reader, log.error),
    prefetchWhenIdle({
      reader,
      // The sample edition is whole from the start.
      sections: () => (store.getState().edition.kind === 'live' ? sectionsBeingRead(store.getState()) : []),
      hourly: () => (options.options.offline || inForce().metered ? 0 : inForce().prefetch),
      onError: log.error,
    }),
    recheckWhenIdle({
      reader,
      mayAsk: () =>
        store.getState().edition.kind === 'live' && !options.options.offline && !inForce().metered,
      onError: log.error,
    }),
    lookSoonAfterKeys(store),
    shareWhenIdle(
      reader,
      () => store.dispatch({ type: 'look-due' }),
      ({ code, details, cause }) => {
        if (code === 'internal') log.error(cause);
        else options.warnings.add({ key: `failure.${code}`, params: details });
      },
    ),
  ];
  const keyboard = listenToKeys(
    stdin,
    stdout,
    (inputs) => {
      for (const each of afterKeys) each.disturb();
      store.dispatch(...inputs.map(eventOf));
    },
    quitting.resolve,
  );
  const resize = (): void => {
    display.forget();
    store.dispatch({ type: 'resize', size: knownSize(stdout) });
  };
  const measure = (): void => store.dispatch({ type: 'resize', size: askSize(stdout) });
  const terminal = createHandingOver({ keyboard, display, measure });
  const guard = guardTerminal({
    stdin,
    stdout,
    onRelease: display.mute,
    farewell: display.farewell,
    onCrash: (error) => {
      log.error(error);
      stderr.write(`donga-tui: ${say(language, 'failure.crashed', { path: sanitiseLine(log.path) })}\n`);
    },
    // The place in the article is kept, as it is by a key.
    onEnd: () => store.dispatch({ type: 'key', key: 'ctrl-c' }),
    isLent: () => terminal.lent,
  });

  let images: Promise<() => Promise<ImageTerminal>> | null = null;
  const openImages = async () => {
    const { imageTerminal } = await import('../terminal/images/open.ts');
    const onGone = (gone: readonly number[]) => store.dispatch({ type: 'photos-gone', images: gone });
    return imageTerminal({ stdin, stdout, env, setting: inForce().images, display, onGone });
  };

  async function alert(came: readonly Headline[]): Promise<void> {
    const { alertSequence } = await import('../terminal/alert.ts');
    const { alert: way } = inForce();
    if (way === 'off' || terminal.lent) return;
    const params = { count: came.length, title: came[0]!.title };
    const { language: spoken } = store.getState();
    const text = say(spoken, 'screen.watched-news', params);
    stdout.write(alertSequence(way, say(spoken, 'screen.name'), text, env));
  }

  const effects = createEffects({
    reader,
    keepSettings: async (changed) => {
      if (changed['bookmarks-folder']) {
        const { makeFolder } = await import('../storage/config/folder/usable.ts');
        makeFolder(changed['bookmarks-folder']);
      }
      for (const [name, value] of Object.entries(changed))
        await options.settings.set(name as keyof Settings, value as never);
    },
    keepSession: (session) => kept.write(session),
    openSample: options.openSample,
    lookAtFeeds: options.lookAtFeeds,
    undo: openUndo(home.config, now),
    dispatch: store.dispatch,
    log: log.error,
    terminal: {
      ...createDesktop({
        env,
        stdin,
        voice: () => inForce().voice,
        write: (text) => stdout.write(text),
        lend: terminal.lend,
      }),
      get alert() {
        return inForce().alert === 'off' ? null : (came: readonly Headline[]) => void alert(came);
      },
      images: async () => {
        images ??= openImages();
        return (await images)();
      },
      // Undoes whatever another program did to the terminal, also if Node missed that its size changed.
      repaint: () => {
        measure();
        display.enter();
      },
      suspend: () => {
        void terminal.suspend();
      },
      quit: quitting.resolve,
    },
  });
  store.connect(effects.run);
  options.warnings.hear((warning) => store.dispatch({ type: 'warned', warning }));

  for (const effect of wanted) if (IS_LOCAL.has(effect.type)) effects.run(effect);
  const followMouse = (): void => {
    const { settings: chosen, notice } = store.getState();
    display.setMouse(chosen.mouse && notice?.address === undefined);
  };
  followMouse();
  store.subscribe(followMouse);
  display.enter();
  const measureAmbiguous = (): void =>
    probeWidth(stdin, stdout, display.firstRow(), () => display.setWide(true));
  if (settings['ambiguous-width'] === 'auto') measureAmbiguous();
  const askForBackground = (): void => {
    if (!wantsColour(env) || env.TERM === 'linux') return;
    askBackground(
      stdin,
      (text) => stdout.write(text),
      (background) => {
        if (found === background) return;
        found = background;
        if (inForce().background === 'auto') display.repaintWith({ looks: looks() });
      },
    );
  };
  if (settings.background === 'auto') askForBackground();
  const stopFollowing = followSettings(store, {
    theme: (theme) => {
      display.repaintWith({ looks: looks() });
      if (looks() !== PLAIN_LOOKS || theme === 'ink') return;
      const key = wantsColour(env) ? 'notice.no-background' : 'notice.no-colour';
      store.dispatch({ type: 'notice', tone: 'info', key, params: {} });
    },
    background: (background) => {
      display.repaintWith({ looks: looks() });
      if (background === 'auto') askForBackground();
    },
    ascii: (ascii) => display.repaintWith({ ascii }),
    'ambiguous-width': (width) => {
      display.setWide(width === 'wide');
      if (width === 'auto') measureAmbiguous();
    },
    images: () => {
      images = null;
      store.dispatch({ type: 'photos-gone', images: null });
    },
  });
  stdout.on('resize', resize);
  process.on('SIGCONT', terminal.onContinue);
  const stopClock = startClock(store, now);
  const endRefreshes = everyTenMinutes(() => {
    if (!inForce().metered) store.dispatch({ type: 'refresh-due' });
  }, Math.random);
  const waiting = setTimeout(() => store.dispatch({ type: 'waited', empty: isEmpty() }), FIRST_WAIT);

  try {
    // Keys that were typed before the start are answered before Ink is loaded.
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
    for (const each of afterKeys) each.end();
    endRefreshes();
    stopClock();
    stopFollowing();
    clearTimeout(waiting);
    stdout.off('resize', resize);
    process.off('SIGCONT', terminal.onContinue);
    keyboard.end();
    display.end();
    guard.release();
    await Promise.all([effects.close(), calmCompilers()]);
  }
}
