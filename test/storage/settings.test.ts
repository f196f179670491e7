import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SECTIONS } from '../../source/donga/sections.ts';
import { say } from '../../source/messages/index.ts';
import { openSettings, SETTINGS } from '../../source/storage/settings.ts';
import { newHome } from './home.ts';

const DEFAULTS = {
  lang: 'ko',
  sections: DEFAULT_SECTIONS,
  hanja: false,
  'ambiguous-width': 'auto',
  'backspace-jamo': false,
  prefetch: 20,
  metered: false,
};

describe('settings', () => {
  it('are the defaults until somebody chooses, and again after', async () => {
    const home = newHome();
    const settings = openSettings(home);
    expect(settings.all()).toEqual(DEFAULTS);
    await settings.set('lang', 'en');
    await settings.set('sections', ['economy', 'politics']);
    expect(openSettings(home).all()).toEqual({ ...DEFAULTS, lang: 'en', sections: ['economy', 'politics'] });
    await settings.unset('lang');
    expect(settings.all().lang).toBe('ko');
  });

  it('of the file that are wrong count as not chosen, and unknown ones stay in it', async () => {
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

  it('of a damaged file are kept as far as they can be read', async () => {
    const home = newHome();
    const file = join(home, 'config.json');
    const damaged =
      '{\n\t"lang": "en",\n\t"sections": ["sports"],\n\t"hanja": true,\n\t"ambiguous-width": "wi';
    writeFileSync(file, damaged);
    const settings = openSettings(home);
    expect(settings.all()).toEqual({ ...DEFAULTS, lang: 'en', sections: ['sports'], hanja: true });
    await settings.set('backspace-jamo', true);
    expect(readFileSync(join(home, settings.setAside!), 'utf8')).toBe(damaged);
    expect(openSettings(home).all()).toMatchObject({ lang: 'en', hanja: true, 'backspace-jamo': true });
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

  it('each say what they are for in both languages', () => {
    for (const { message } of Object.values(SETTINGS)) {
      expect(say('ko', message)).toMatch(/[가-힣]/);
      expect(say('en', message)).toMatch(/[a-z]/);
    }
  });
});
