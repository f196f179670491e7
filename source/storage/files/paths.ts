import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';

/** The folders of what is kept. */
export interface HomePaths {
  /** Settings and bookmarks. */
  readonly config: string;
  /** The archive: data, not cache. */
  readonly data: string;
  /** What can be had again. */
  readonly cache: string;
  /** The log's folder. */
  readonly log: string;
}

const NAME = 'donga-tui';

/**
 * Where everything is kept: in `DONGA_TUI_HOME` where that is set, else in the platform's own places (the XDG
 * base directories, `~/Library`, `AppData`). env-paths knows the same places, but only of the environment the
 * process was started with.
 */
export function homePaths(
  env: NodeJS.ProcessEnv,
  platform: NodeJS.Platform = process.platform,
  home: string = env.HOME || homedir(),
): HomePaths {
  const own = env.DONGA_TUI_HOME;
  if (own !== undefined && own !== '') {
    const folder = resolve(own);
    return { config: folder, data: folder, cache: join(folder, 'cache'), log: folder };
  }
  return (PLACES[platform] ?? xdg)(env, home);
}

type Places = (env: NodeJS.ProcessEnv, home: string) => HomePaths;

/** A relative path in one of these is invalid and to be ignored (XDG Base Directory Specification 0.8). */
const xdg: Places = (env, home) => {
  const place = (name: string, ...otherwise: string[]): string => {
    const given = env[name] ?? '';
    return join(isAbsolute(given) ? given : join(home, ...otherwise), NAME);
  };
  return {
    config: place('XDG_CONFIG_HOME', '.config'),
    data: place('XDG_DATA_HOME', '.local', 'share'),
    cache: place('XDG_CACHE_HOME', '.cache'),
    log: place('XDG_STATE_HOME', '.local', 'state'),
  };
};

const PLACES: Partial<Record<NodeJS.Platform, Places>> = {
  darwin: (_env, home) => {
    const library = join(home, 'Library');
    return {
      config: join(library, 'Preferences', NAME),
      data: join(library, 'Application Support', NAME),
      cache: join(library, 'Caches', NAME),
      log: join(library, 'Logs', NAME),
    };
  },
  win32: (env, home) => {
    const roaming = env.APPDATA || join(home, 'AppData', 'Roaming');
    const local = env.LOCALAPPDATA || join(home, 'AppData', 'Local');
    return {
      config: join(roaming, NAME, 'Config'),
      data: join(local, NAME, 'Data'),
      cache: join(local, NAME, 'Cache'),
      log: join(local, NAME, 'Log'),
    };
  },
};
