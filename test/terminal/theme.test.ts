import { describe, expect, test } from 'vitest';
import { backgroundIn, readBackground } from '../../source/terminal/background.ts';
import {
  type Background,
  looksOf,
  PLAIN_LOOKS,
  THEMES,
  type ThemeName,
} from '../../source/terminal/theme.ts';
import type { Style } from '../../source/typeset/rows.ts';

/** Backgrounds of six palettes that people have. */
const PALETTES: readonly (readonly [name: string, background: Background, colour: string])[] = [
  ['xterm, Windows Terminal’s Vintage', 'dark', '#000000'],
  ['Solarized Dark', 'dark', '#002b36'],
  ['Nord', 'dark', '#2e3440'],
  ['Tango, white', 'light', '#ffffff'],
  ['Solarized Light', 'light', '#fdf6e3'],
  ['Gruvbox Light', 'light', '#fbf1c7'],
];

const names = Object.keys(THEMES) as ThemeName[];
const styles = Object.keys(PLAIN_LOOKS) as Style[];
/** Styles of marks, rules, edges and a column's name; all others are of text. */
const MARKS: readonly Style[] = [
  'gutter',
  'unread',
  'star',
  'bracket',
  'column',
  'warning',
  'removed-mark',
  'added-mark',
  'rule',
];
const COLOUR = /\b(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])\b/;

/** A number of xterm's palette from 16 on, in sRGB: a cube of six steps, then greys. */
function rgb(index: number): number[] {
  if (index >= 232) return Array.from({ length: 3 }, () => 8 + 10 * (index - 232));
  const cube = index - 16;
  return [Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((step) =>
    step === 0 ? 0 : 55 + 40 * step,
  );
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: readonly number[]): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

const hex = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

function contrast(one: readonly number[], other: readonly number[]): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light! + 0.05) / (dark! + 0.05);
}

describe.each(names)('the theme %s', (name) => {
  test.each(PALETTES)('has a contrast of 4.5:1 or more in every colour on %s', (_, background, colour) => {
    const looks = looksOf(name, background);
    for (const style of styles) {
      const index = /38;5;(\d+)/.exec(looks[style])?.[1];
      if (index === undefined) continue;
      expect(Number(index), style).toBeGreaterThanOrEqual(16);
      expect(contrast(rgb(Number(index)), hex(colour)), style).toBeGreaterThanOrEqual(4.5);
    }
  });

  test.each(['dark', 'light', null] as const)(
    'leaves text in the terminal’s own colour on %s, and never dim',
    (on) => {
      const looks = looksOf(name, on);
      for (const style of styles.filter((each) => !MARKS.includes(each))) {
        expect(looks[style], style).not.toMatch(COLOUR);
        expect(looks[style], style).not.toMatch(/\b2\b/);
      }
    },
  );

  test.each(['dark', 'light', null] as const)('has no italics and sets no background on %s', (on) => {
    for (const look of Object.values(looksOf(name, on)))
      expect(look.replace(/38;5;\d+/, '')).not.toMatch(/\b3\b|\b4\d\b/);
  });
});

test('no colour is used on an unknown background', () => {
  for (const name of names) expect(looksOf(name, null)).toEqual(PLAIN_LOOKS);
});

test('marks differ without colour too: read and unread titles by their weight', () => {
  const told = (['strong', 'read', 'match', 'link', 'current'] as const).map((style) => PLAIN_LOOKS[style]);
  expect(new Set(told).size).toBe(told.length);
  expect(PLAIN_LOOKS.selected).not.toBe(PLAIN_LOOKS.strong);
});

test('there are four themes, and each looks different', () => {
  expect(names.length).toBe(4);
  expect(new Set(names.map((name) => JSON.stringify(looksOf(name, 'dark')))).size).toBe(4);
});

describe('the terminal’s background', () => {
  test.each([
    ['\x1b]11;rgb:0000/0000/0000\x1b\\', 'dark'],
    ['\x1b]11;rgb:ffff/ffff/ffff\x07', 'light'],
    ['\x1b]11;rgb:fd/f6/e3\x07', 'light'],
    ['\x1b]11;rgb:0/2/3\x07', 'dark'],
    ['\x1b]11;rgba:2e2e/3434/4040/ffff\x1b\\', 'dark'],
    ['\x1b]10;rgb:ffff/ffff/ffff\x07', null],
    ['\x1b]11;#fff\x07', null],
    ['', null],
  ])('is read from %j as %s', (heard, background) => {
    expect(readBackground(heard)).toBe(background);
  });

  test.each([
    [{ TERM: 'linux' }, 'dark'],
    [{ COLORFGBG: '15;0' }, 'dark'],
    [{ COLORFGBG: '0;default;15' }, 'light'],
    [{ COLORFGBG: '0;7' }, 'light'],
    [{ COLORFGBG: '7;8' }, 'dark'],
    [{ COLORFGBG: 'default' }, null],
    [{}, null],
  ])('is known by the environment %j as %s', (env, background) => {
    expect(backgroundIn(env)).toBe(background);
  });
});
