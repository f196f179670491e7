import unicode11 from '@xterm/addon-unicode11';
import xterm from '@xterm/headless';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../source/korean/cells.ts';
import { graphemes } from '../../source/korean/graphemes.ts';
import { HANJA_READINGS } from '../../source/korean/hanja/hanja-readings.ts';
import { reduce } from '../../source/korean/reduce.ts';
import fc from '../support/fast-check.ts';
import { PARAGRAPHS, prose } from './prose.ts';

function range(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, at) => String.fromCodePoint(first + at)).filter(
    (char) => !/[\p{C}\p{Z}]/u.test(char),
  );
}

/** Characters of newspapers: letters, syllables, Hanja, signs, pictographs and their sequences. */
const CHARACTERS: readonly string[] = [
  ...range(0x20, 0xff), // ASCII, Latin-1
  ...range(0x391, 0x3c9), // Greek
  ...range(0x2010, 0x205e), // punctuation
  ...range(0x20a0, 0x20bf), // currencies
  ...range(0x2100, 0x22ff), // letter-like, numbers, arrows, mathematics
  ...range(0x2460, 0x24ff), // in circles
  ...range(0x2500, 0x267f), // boxes, shapes, pictographs
  ...range(0x3001, 0x303f), // East Asian punctuation
  ...range(0x3041, 0x30ff), // kana
  ...range(0x3131, 0x318e), // jamo
  ...range(0x3200, 0x33ff), // squared words and units
  ...range(0xac00, 0xd7a3).filter((_, at) => at % 41 === 0),
  ...[...HANJA_READINGS].filter((char) => /\p{Script=Han}/u.test(char)).filter((_, at) => at % 9 === 0),
  ...range(0xff01, 0xffe6), // fullwidth, halfwidth
  ...range(0x1f300, 0x1f5ff), // emoji
  ...range(0x1f600, 0x1f64f),
  ...range(0x1f680, 0x1f6ff),
  ...range(0x1f900, 0x1f9ff),
];

const SEQUENCES: readonly (readonly [name: string, text: string, cells: number])[] = [
  ['a heart with a variation selector', '❤️', 1],
  ['a warning sign with one', '⚠️', 1],
  ['a check mark with one', '✔️', 1],
  ['a keycap', '1️⃣', 1],
  ['a flag', '🇰🇷', 2],
  ['a family', '👨‍👩‍👧', 2],
  ['a family of four with skin tones', '👨🏻‍👩🏽‍👧🏾‍👦🏿', 2],
  ['a thumb with a skin tone', '👍🏽', 2],
  ['a heart on fire', '❤️‍🔥', 1],
  ['a pirate’s flag', '🏴‍☠️', 2],
  ['a woman at a computer', '👩🏻‍💻', 2],
  ['an e and its acute accent', 'e\u0301', 1],
];

/** Why xterm.js with its Unicode 11 addon puts a character into another number of cells. */
const DIFFERENCES: Readonly<Record<string, (char: string) => boolean>> = {
  'an emoji younger than Unicode 11, wide in every terminal of today': (char) =>
    /\p{Emoji_Presentation}/u.test(char) && char > '\u{1f6d5}',
  'trigrams and monograms, wide since Unicode 16': (char) => /[\u2630-\u2637\u268a-\u268f]/.test(char),
  'a tone mark, drawn on the letter before it': (char) => /[\u302a-\u302d\u3099\u309a]/.test(char),
  'no emoji, which the addon takes for one': (char) => char === '\u{1f93b}' || char === '\u{1f946}',
};

/** The cells that xterm.js gives each text, by the place of the mark behind it. */
async function cellsOnScreen(texts: readonly string[]): Promise<number[]> {
  const terminal = new xterm.Terminal({ cols: 80, rows: texts.length + 1, allowProposedApi: true });
  terminal.loadAddon(new unicode11.Unicode11Addon());
  terminal.unicode.activeVersion = '11';
  await new Promise<void>((resolve) => terminal.write(texts.map((text) => `${text}x`).join('\r\n'), resolve));
  return texts.map((_, row) => {
    const line = terminal.buffer.active.getLine(row)!;
    let cells = line.length - 1;
    while (cells >= 0 && line.getCell(cells)!.getChars() !== 'x') cells -= 1;
    return cells;
  });
}

describe('the cells of a text', () => {
  test('are those on the screen of xterm.js for 2,000 characters, with a list of exceptions', async () => {
    expect(CHARACTERS.length).toBeGreaterThan(2000);
    const found = new Map<string, number>();
    const onScreen = await cellsOnScreen(CHARACTERS);
    for (const [index, char] of CHARACTERS.entries()) {
      if (onScreen[index] === cellWidth(char)) continue;
      const why = Object.entries(DIFFERENCES).find(([, accounts]) => accounts(char))?.[0];
      if (why === undefined) expect.fail(`${char} U+${char.codePointAt(0)!.toString(16)}`);
      found.set(why, (found.get(why) ?? 0) + 1);
    }
    expect([...found.keys()].sort()).toEqual(Object.keys(DIFFERENCES).sort());
  });

  test.each(SEQUENCES)('are those on the screen for %s, once reduced', async (_, text, cells) => {
    expect(cellWidth(text)).toBe(cells);
    expect(await cellsOnScreen([reduce(text)])).toEqual([cells]);
    expect(cellWidth(reduce(text))).toBe(cells);
  });

  test('are those on the screen for whole paragraphs', async () => {
    const pieces = PARAGRAPHS.flatMap((paragraph) => paragraph.match(/.{1,30}/gu)!);
    expect(await cellsOnScreen(pieces.map(reduce))).toEqual(pieces.map(cellWidth));
  });

  test('are the same in NFC and NFD', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(cellWidth(text.normalize('NFD'))).toBe(cellWidth(text));
      }),
    );
  });

  test('are the sum of the cells of its graphemes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const sum = graphemes(text).reduce((cells, grapheme) => cells + cellWidth(grapheme), 0);
        expect(sum).toBe(cellWidth(text));
      }),
    );
  });
});

describe('graphemes', () => {
  const segmenter = new Intl.Segmenter('ko', { granularity: 'grapheme' });

  test('are Unicode’s, also if a table answers instead of the segmenter', () => {
    const unit = fc.oneof(
      fc.constantFrom(...CHARACTERS, '\u0301', '\u200d', '\ufe0f', 'ᄒ', 'ᅡ', 'ᆫ'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join('');
        expect(graphemes(text)).toEqual([...segmenter.segment(text)].map(({ segment }) => segment));
      }),
      { numRuns: 1000 },
    );
    for (const [index, char] of CHARACTERS.entries()) {
      const pair = char + CHARACTERS[(index * 7) % CHARACTERS.length];
      expect(graphemes(pair)).toEqual([...segmenter.segment(pair)].map(({ segment }) => segment));
    }
  });
});

describe('a reduced text', () => {
  test('reads on: a flag is its country’s letters, a keycap its digit, a family its first', () => {
    expect(reduce('🇰🇷대 🇯🇵, 1️⃣위 👨‍👩‍👧 👍🏽❤️')).toBe('KR대 JP, 1위 👨 👍❤');
  });

  test('is reduced once and for all, and ordinary text is left as it is', () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(reduce(reduce(text))).toBe(reduce(text));
      }),
    );
    expect(reduce('한국은행은 20일 “물가”를…')).toBe('한국은행은 20일 “물가”를…');
  });
});
