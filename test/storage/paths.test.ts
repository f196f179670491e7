import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { homePaths } from '../../source/storage/files/paths.ts';

describe('the home', () => {
  it('is one folder where DONGA_TUI_HOME names it', () => {
    const paths = homePaths(
      { DONGA_TUI_HOME: '/srv/news', XDG_DATA_HOME: '/elsewhere' },
      'linux',
      '/home/kim',
    );
    expect(paths).toEqual({
      config: '/srv/news',
      data: '/srv/news',
      cache: '/srv/news/cache',
      log: '/srv/news',
    });
    expect(homePaths({ DONGA_TUI_HOME: 'news' }, 'linux', '/home/kim').data).toBe(resolve('news'));
  });

  it('follows the XDG base directories, but for relative ones', () => {
    const env = { DONGA_TUI_HOME: '', XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: 'relative' };
    expect(homePaths(env, 'linux', '/home/kim')).toEqual({
      config: '/home/kim/.config/donga-tui',
      data: '/data/donga-tui',
      cache: '/home/kim/.cache/donga-tui',
      log: '/home/kim/.local/state/donga-tui',
    });
    expect(homePaths({}, 'freebsd', '/home/kim').data).toBe('/home/kim/.local/share/donga-tui');
  });

  it('is in the Library on a Mac and in AppData on Windows', () => {
    expect(homePaths({}, 'darwin', '/Users/kim').data).toBe(
      '/Users/kim/Library/Application Support/donga-tui',
    );
    const windows = homePaths({ APPDATA: '/R', LOCALAPPDATA: '/L' }, 'win32', '/kim');
    expect([windows.config, windows.data]).toEqual([
      join('/R', 'donga-tui', 'Config'),
      join('/L', 'donga-tui', 'Data'),
    ]);
  });
});
