import { describe, expect, test } from 'vitest';
import { sanitiseLine, sanitiseText } from '../../source/text/sanitise.ts';
import { faultOf, SURVIVES } from '../support/checks/clean.ts';
import fc from '../support/fast-check.ts';
import { runs, tell, thorough } from '../support/fuzz.ts';
import { growth, MOST_GROWTH } from '../support/growth.ts';

function expectClean(line: string): void {
  expect([line, faultOf(line)]).toEqual([line, null]);
}

const RUNS = runs(500_000, 2000);
const TIME = thorough(1_800_000, 30_000);

const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
      {
        weight: 2,
        arbitrary: fc.constantFrom(
          '\x1b',
          '\x9b',
          '\x1b[',
          '\x1b]',
          '\x1b]52;c;',
          '\x07',
          '\x1b\\',
          '\x90',
          '\x9c',
          '\x1bP',
          '\x1b_',
          '\x1b^',
          '\x1bX',
          '\x1b(0',
          '\x98',
          '\x9d',
          '\x9e',
          '\x9f',
          '\x85',
          '\x18',
        ),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          '\u202e',
          '\u2066',
          '\u200d',
          '\ufe0f',
          '👨‍👩‍👧',
          '\u0301',
          '\u0323\u0301'.repeat(20),
          '\u11ab'.repeat(9),
          '\u115f',
          '\u302c\u302a',
          '\u2028',
          '\ue000',
          '\uffff',
          '\u{e0041}',
          '\u{13430}',
          'Ω',
          'ㅎ',
          '\u1112\u1161',
          '\r\n',
          '\n\n\n',
          ' ',
          '\u3000',
          '\ud800',
        ),
      },
      { weight: 1, arbitrary: fc.constantFrom('31m', '6n', '8;;http://', 'c', '?1049h', '가', 'a') },
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

describe('text that went through the door', () => {
  test(
    'as a line holds no control, no bidi, nothing invisible, is NFC and a single line',
    () => {
      fc.assert(
        fc.property(hostile, (text) => {
          expectClean(sanitiseLine(text));
        }),
        RUNS,
      );
      tell(
        `sanitiser: ${RUNS.numRuns} strings, as a line holds no control, no bidi, nothing invisible, is NFC and a single line`,
      );
    },
    TIME,
  );

  test(
    'as text holds line feeds and no other control',
    () => {
      fc.assert(
        fc.property(hostile, (text) => {
          const clean = sanitiseText(text);
          for (const line of clean.split('\n')) expectClean(line);
          expect(clean).toBe(clean.trim());
          expect(clean).not.toContain('\n\n\n');
        }),
        RUNS,
      );
      tell(`sanitiser: ${RUNS.numRuns} strings, as text holds line feeds and nothing else of the kind`);
    },
    TIME,
  );

  test(
    'is not changed by a second time',
    () => {
      fc.assert(
        fc.property(hostile, (text) => {
          expect(sanitiseLine(sanitiseLine(text))).toBe(sanitiseLine(text));
          expect(sanitiseText(sanitiseText(text))).toBe(sanitiseText(text));
        }),
        RUNS,
      );
      tell(`sanitiser: ${RUNS.numRuns} strings, is left as it is at a second time`);
    },
    TIME,
  );

  test('is clean of every character, in either plane with letters', () => {
    const bad: string[] = [];
    for (let code = 0; code < 0x20000; code += 1) {
      const clean = sanitiseLine(`가${String.fromCodePoint(code)}가`);
      if (!SURVIVES.test(clean) || /\s\s|[^\S ]/.test(clean) || clean !== clean.normalize('NFC')) {
        bad.push(code.toString(16));
      }
    }
    expect(bad).toEqual([]);
  });

  test.each([
    ['a title in the terminal’s title bar', '앞\x1b]0;속임\x07뒤', '앞뒤'],
    ['a clipboard write', '앞\x1b]52;c;ZXZpbA==\x1b\\뒤', '앞뒤'],
    ['an 8-bit introducer', '앞\x9b31m뒤', '앞뒤'],
    ['a cursor question', '앞\x1b[6n뒤', '앞뒤'],
    ['a reset', '앞\x1bc뒤', '앞뒤'],
    ['an unterminated string eats no further than its line', '앞\x1b]0;속임\n뒤', '앞 뒤'],
    ['a right-to-left override', '앞\u202e뒤', '앞뒤'],
    ['a zero-width space', '앞\u200b뒤', '앞뒤'],
    ['decomposed Hangul', '\u1112\u1161\u11ab', '한'],
    ['a family stays one', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['a pile of marks', `가${'\u0301\u0323'.repeat(50)}`, '가\u0323\u0323\u0323\u0323'],
    ['a pile of final consonants', `가${'\u11a8'.repeat(50)}`, '각\u11a8\u11a8\u11a8\u11a8'],
    ['tone marks in a wrong order', '가\u302c\u302a', '가\u302a\u302c'],
    ['a private sign', '앞\ue000뒤', '앞\ufffd뒤'],
    ['half a surrogate pair', '앞\ud83d뒤', '앞\ufffd뒤'],
    ['an invisible flag', '앞\u{e0067}\u{e007f}뒤', '앞뒤'],
    ['a joiner between words', '앞\u200d뒤', '앞뒤'],
    ['sequences within sequences', '앞\x1bPtmux;\x1b\x1b]52;c;ZXZpbA==\x07\x1b\\뒤', '앞뒤'],
    ['tabs, ideographic and no-break spaces', '앞\t\u3000\u00a0뒤', '앞 뒤'],
  ])('is rid of %s', (_, given, wanted) => {
    expect(sanitiseLine(given)).toBe(wanted);
  });

  test.each([
    ['an old Korean syllable with its tone', '나랏말\u110a\u119e\u302e'],
    ['Vietnamese', 'Việt Nam'],
    ['a technologist', '👩🏽‍💻'],
    ['curly quotes, dots, marks and Hanja', '“尹대통령” ‘용산’… △코스피 3.5%↑ · 〈390〉 ㈜동아 ㎞'],
  ])('keeps %s', (_, text) => {
    expect(sanitiseLine(text)).toBe(text.normalize('NFC'));
  });

  test('is ready for ten million characters', () => {
    const long = '가'.repeat(10_000_000);
    expect(sanitiseLine(long)).toHaveLength(long.length);
    expect(sanitiseText(`${long}\u200b`)).toHaveLength(long.length);
  });

  test.each(['\u0301', '\u11a8', '\u{1e8d0}', '\u0344', '\u0323\u0301'])(
    'is ready for nine million characters of which all but two are a run of %j',
    (mark) => {
      const run = mark.repeat(9_000_000 / mark.length);
      expect(sanitiseLine(`가${run}나`)).toBe(sanitiseLine(`가${mark.repeat(100)}나`));
      expect(sanitiseText(`가${run}\n나`)).toBe(sanitiseText(`가${mark.repeat(100)}\n나`));
    },
  );

  test.each([
    '\x1b]',
    '\x1b[',
    '\u0301',
    '\x1b',
    '\u200d',
    ' \n',
    '\x90a',
    '\u0301\u0323',
    '\u302c\u302a',
    '👩\u200d',
  ])('a text of only %j is cleaned in time that grows no faster than its length', async (part) => {
    expect(await growth((count) => sanitiseText(part.repeat(count)), 25_000)).toBeLessThan(MOST_GROWTH);
  });
});
