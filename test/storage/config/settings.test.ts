import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../../../source/messages/index.ts';
import { DEFAULT_SECTIONS } from '../../../source/sections.ts';
import { openSettings } from '../../../source/storage/config/settings.ts';
import {
  DEFAULTS,
  SETTINGS,
  type Setting,
  type Settings,
  settingMessage,
  writtenValue,
} from '../../../source/storage/config/settings-table.ts';
import { newHome, setAsideBy } from '../home.ts';

describe('settings', () => {
  it.each(Object.entries(SETTINGS))('the values of %s are read as they are written', (_, entry) => {
    const { fallback, values, parse } = entry as Setting<Settings[keyof Settings]>;
    for (const value of [fallback, ...values]) {
      // An empty choice is written as an empty value.
      if (writtenValue(value) !== '') expect(parse(writtenValue(value))).toEqual(value);
    }
  });

  it('are the defaults until one is chosen, and again after a reset', async () => {
    const home = newHome();
    const settings = openSettings(home);
    expect(settings.all()).toEqual(DEFAULTS);
    expect(DEFAULTS).toMatchObject({
      lang: 'ko',
      sections: DEFAULT_SECTIONS,
      hanja: false,
      'ambiguous-width': 'auto',
      'backspace-jamo': false,
      prefetch: 20,
      metered: false,
    });
    await settings.set('lang', 'en');
    await settings.set('sections', ['economy', 'politics']);
    expect(openSettings(home).all()).toEqual({ ...DEFAULTS, lang: 'en', sections: ['economy', 'politics'] });
    await settings.unset('lang');
    expect(settings.all().lang).toBe('ko');
  });

  it('that are wrong in the file count as not chosen, and unknown ones stay in it', async () => {
    const home = newHome();
    const file = join(home, 'config.json');
    writeFileSync(
      file,
      JSON.stringify({ lang: 'fr', hanja: 1, sections: ['leisure', 3, 'sports'], colour: { deep: [true] } }),
    );
    const settings = openSettings(home);
    expect(settings.all()).toEqual({ ...DEFAULTS, sections: ['sports'] });
    await settings.set('hanja', true);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      lang: 'fr',
      colour: { deep: [true] },
      hanja: true,
    });
  });

  it('of a damaged file are kept if they can be read', async () => {
    const home = newHome();
    const file = join(home, 'config.json');
    const damaged =
      '{\n\t"lang": "en",\n\t"sections": ["sports"],\n\t"hanja": true,\n\t"ambiguous-width": "wi';
    writeFileSync(file, damaged);
    const settings = openSettings(home);
    expect(settings.all()).toEqual({ ...DEFAULTS, lang: 'en', sections: ['sports'], hanja: true });
    await settings.set('backspace-jamo', true);
    expect(readFileSync(join(home, setAsideBy(settings)!), 'utf8')).toBe(damaged);
    expect(openSettings(home).all()).toMatchObject({ lang: 'en', hanja: true, 'backspace-jamo': true });
  });

  it.each<[string, (file: string) => void]>([
    ['a folder', (file) => mkdirSync(join(file, 'in it'), { recursive: true })],
    ['a pipe', (file) => execFileSync('mkfifo', [file])],
  ])('in whose place is %s are the defaults, and can be chosen again', async (_what, make) => {
    const home = newHome();
    const file = join(home, 'config.json');
    make(file);
    const settings = openSettings(home);
    const told: string[] = [];
    settings.onSetAside((name) => told.push(name));
    expect(settings.all()).toEqual(DEFAULTS);
    expect(told).toEqual([expect.stringMatching(/^config\.damaged-\d{8}-\d{6}\.json$/)]);
    expect(statSync(join(home, told[0]!)).isFile()).toBe(false);
    await settings.set('lang', 'en');
    expect(openSettings(home).all().lang).toBe('en');
  });

  it('of a damaged file that everybody may read are copied for the owner alone', () => {
    const home = newHome();
    writeFileSync(join(home, 'config.json'), '{"lang": "en",', { mode: 0o644 });
    const settings = openSettings(home);
    expect(settings.all().lang).toBe('en');
    expect((statSync(join(home, setAsideBy(settings)!)).mode & 0o777).toString(8)).toBe('600');
  });

  it('damaged settings are reported once to every program that knew them whole', () => {
    const home = newHome();
    writeFileSync(join(home, 'config.json'), '{"lang": "en"}');
    const [one, other] = [openSettings(home), openSettings(home)];
    const told: string[] = [];
    for (const settings of [one, other]) {
      settings.onSetAside((name) => told.push(name));
      settings.all();
    }
    writeFileSync(join(home, 'config.json'), '{"lang": "en"');
    for (const settings of [one, other, one, other, openSettings(home)]) settings.all();
    expect(told).toEqual([setAsideBy(one), setAsideBy(one)]);
    expect(setAsideBy(openSettings(home))).toBeNull();
  });

  it('of a newer version are read, and never written', async () => {
    const home = newHome();
    const contents = '{"version": 7, "lang": "en"}';
    writeFileSync(join(home, 'config.json'), contents);
    const settings = openSettings(home);
    expect(settings.all().lang).toBe('en');
    await expect(settings.set('lang', 'ko')).rejects.toMatchObject({ code: 'newer-config' });
    expect(readFileSync(join(home, 'config.json'), 'utf8')).toBe(contents);
  });

  it.each([
    ['lang', ' EN ', 'en'],
    ['lang', 'fr', null],
    ['hanja', 'on', true],
    ['hanja', 'no', false],
    ['hanja', 'maybe', null],
    ['hanja', 'constructor', null],
    ['sections', '정치, economy,정치', ['politics', 'economy']],
    ['sections', '정치,leisure', null],
    ['sections', '', null],
    ['ambiguous-width', 'wide', 'wide'],
  ] as const)('%s typed as ‘%s’ is %j', (name, typed, value) => {
    expect(SETTINGS[name].parse(typed)).toEqual(value);
  });

  it('each have a message about their purpose in both languages', () => {
    for (const name of Object.keys(SETTINGS) as (keyof Settings)[]) {
      const message = settingMessage(name);
      expect(say('ko', message)).toMatch(/[가-힣]/);
      expect(say('en', message)).toMatch(/[a-z]/);
    }
  });
});
