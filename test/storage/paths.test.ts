import { join, resolve } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { homePaths } from '../../source/storage/files/paths.ts';

/** The places on a system, with a home folder and what exists in it. */
const placesOn = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, home: string, there: string[] = []) =>
  homePaths(env, { platform, homedir: () => home, exists: (path) => there.includes(path) });

describe('the home', () => {
  it('is one folder if DONGA_TUI_HOME names it', () => {
    const env = { DONGA_TUI_HOME: '/srv/news', XDG_DATA_HOME: '/elsewhere', HOME: '' };
    expect(placesOn('linux', env, '/home/kim')).toEqual({
      config: '/srv/news',
      data: '/srv/news',
      cache: '/srv/news/cache',
      log: '/srv/news',
    });
    expect(placesOn('linux', { DONGA_TUI_HOME: 'news' }, '/home/kim').data).toBe(resolve('news'));
  });

  it('follows the XDG base directories, except relative ones', () => {
    const env = { DONGA_TUI_HOME: '', XDG_DATA_HOME: '/data', XDG_CONFIG_HOME: 'relative' };
    expect(placesOn('linux', env, '/home/kim')).toEqual({
      config: '/home/kim/.config/donga-tui',
      data: '/data/donga-tui',
      cache: '/home/kim/.cache/donga-tui',
      log: '/home/kim/.local/state/donga-tui',
    });
    expect(placesOn('freebsd', {}, '/home/kim').data).toBe('/home/kim/.local/share/donga-tui');
  });

  it('is in the Library on a Mac and in AppData on Windows', () => {
    expect(placesOn('darwin', {}, '/Users/kim').data).toBe(
      '/Users/kim/Library/Application Support/donga-tui',
    );
    const windows = placesOn('win32', { APPDATA: '/R', LOCALAPPDATA: '/L' }, '/kim');
    expect([windows.config, windows.data]).toEqual([
      join('/R', 'donga-tui', 'Config'),
      join('/L', 'donga-tui', 'Data'),
    ]);
  });

  it('follows the XDG variables on a Mac too, those that are set', () => {
    const env = { XDG_STATE_HOME: '/s', XDG_CACHE_HOME: '/c', XDG_DATA_HOME: '' };
    expect(placesOn('darwin', env, '/Users/kim')).toEqual({
      config: '/Users/kim/Library/Preferences/donga-tui',
      data: '/Users/kim/Library/Application Support/donga-tui',
      cache: '/c/donga-tui',
      log: '/s/donga-tui',
    });
  });

  it('keeps the settings in ~/.config/donga-tui on a Mac if that exists', () => {
    const own = '/Users/kim/.config/donga-tui';
    expect(placesOn('darwin', {}, '/Users/kim', [own]).config).toBe(own);
    expect(placesOn('darwin', { XDG_CONFIG_HOME: '/x' }, '/Users/kim', [own]).config).toBe('/x/donga-tui');
  });
});

const XDG = {
  XDG_CONFIG_HOME: '/x/config',
  XDG_DATA_HOME: '/x/data',
  XDG_CACHE_HOME: '/x/cache',
  XDG_STATE_HOME: '/x/state',
};

test.each(['', 'kim', './kim', '~'])('a HOME of %j is refused by name', (HOME) => {
  for (const platform of ['linux', 'darwin'] as const) {
    expect(() => placesOn(platform, { HOME }, '/home/kim')).toThrow(
      expect.objectContaining({ code: 'bad-home', details: { given: HOME } }),
    );
    // With nothing in that folder, it makes no difference.
    expect(placesOn(platform, { HOME, ...XDG }, '/home/kim').data).toBe('/x/data/donga-tui');
  }
});

test('a user unknown to the system gets an error about it', () => {
  const homedir = (): string => {
    throw new Error('ENOENT');
  };
  expect(() => homePaths({}, { platform: 'linux', homedir, exists: () => false })).toThrow(
    expect.objectContaining({ code: 'bad-home' }),
  );
});
