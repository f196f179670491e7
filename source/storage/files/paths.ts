import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join, resolve, win32 } from 'node:path';
import { Failure } from '../../failure.ts';

/** The folders of kept files. */
export interface HomePaths {
  /** Settings and bookmarks. */
  readonly config: string;
  /** The archive: data, not cache. */
  readonly data: string;
  /** The folder of files that can be fetched or made again. */
  readonly cache: string;
  /** The log's folder. */
  readonly log: string;
}

const NAME = 'donga-tui';

/** The system's part in the places, beside the environment; given in tests. */
export interface System {
  readonly platform: NodeJS.Platform;
  readonly homedir: () => string;
  readonly exists: (path: string) => boolean;
}

const THIS_SYSTEM: System = { platform: process.platform, homedir, exists: existsSync };

/**
 * The folders of everything kept: `DONGA_TUI_HOME` if that is set, else the platform's own places (the XDG base
 * directories, `~/Library`, `AppData`). env-paths knows the same places, but only of the environment the process was
 * started with.
 *
 * @throws Failure `bad-home` if a place lies in the home folder and HOME is empty or a relative path
 */
export function homePaths(env: NodeJS.ProcessEnv, system: System = THIS_SYSTEM): HomePaths {
  const own = env.DONGA_TUI_HOME;
  if (own !== undefined && own !== '') {
    const folder = resolve(own);
    return { config: folder, data: folder, cache: join(folder, 'cache'), log: folder };
  }
  // HOME matters only if one of the folders lies in it.
  const inHome = (...names: string[]): string => {
    const home = homeFolder(env, system);
    if (!isAbsolutePath(home, system)) throw new Failure('bad-home', { given: home });
    return join(home, ...names);
  };
  return (PLACES[system.platform] ?? xdg)({ env, inHome, system });
}

/** The places of the sample edition: what is kept there is apart from the real one. */
export function sampleHome(env: NodeJS.ProcessEnv): HomePaths {
  const real = homePaths(env);
  return { ...real, config: join(real.config, 'sample'), data: join(real.data, 'sample') };
}

/** The home folder, or '' if the system knows none for this user. On Windows HOME is some other program's. */
function homeFolder(env: NodeJS.ProcessEnv, { platform, homedir }: System): string {
  if (platform !== 'win32' && env.HOME !== undefined) return env.HOME;
  try {
    return homedir();
  } catch {
    return '';
  }
}

const isAbsolutePath = (path: string, { platform }: System): boolean =>
  isAbsolute(path) || (platform === 'win32' && win32.isAbsolute(path));

interface PathOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly inHome: (...names: string[]) => string;
  readonly system: System;
}

type Places = (given: PathOptions) => HomePaths;

/**
 * The folder in an XDG variable's; null if that is not set. A relative path is invalid and to be ignored (XDG Base
 * Directory Specification 0.8).
 */
function xdgFolder({ env }: PathOptions, name: string): string | null {
  const given = env[name] ?? '';
  return isAbsolute(given) ? join(given, NAME) : null;
}

const xdg: Places = (given) => ({
  config: xdgFolder(given, 'XDG_CONFIG_HOME') ?? given.inHome('.config', NAME),
  data: xdgFolder(given, 'XDG_DATA_HOME') ?? given.inHome('.local', 'share', NAME),
  cache: xdgFolder(given, 'XDG_CACHE_HOME') ?? given.inHome('.cache', NAME),
  log: xdgFolder(given, 'XDG_STATE_HOME') ?? given.inHome('.local', 'state', NAME),
});

/** People who keep their settings in ~/.config, as many do on a Mac too, find them used there. */
function macConfig(given: PathOptions): string {
  const dotConfig = given.inHome('.config', NAME);
  return given.system.exists(dotConfig) ? dotConfig : given.inHome('Library', 'Preferences', NAME);
}

const PLACES: Partial<Record<NodeJS.Platform, Places>> = {
  darwin: (given) => ({
    config: xdgFolder(given, 'XDG_CONFIG_HOME') ?? macConfig(given),
    data: xdgFolder(given, 'XDG_DATA_HOME') ?? given.inHome('Library', 'Application Support', NAME),
    cache: xdgFolder(given, 'XDG_CACHE_HOME') ?? given.inHome('Library', 'Caches', NAME),
    log: xdgFolder(given, 'XDG_STATE_HOME') ?? given.inHome('Library', 'Logs', NAME),
  }),
  win32: ({ env, inHome }) => {
    const roaming = env.APPDATA || inHome('AppData', 'Roaming');
    const local = env.LOCALAPPDATA || inHome('AppData', 'Local');
    return {
      config: join(roaming, NAME, 'Config'),
      data: join(local, NAME, 'Data'),
      cache: join(local, NAME, 'Cache'),
      log: join(local, NAME, 'Log'),
    };
  },
};
