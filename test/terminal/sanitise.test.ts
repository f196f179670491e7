import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sanitiseLine, sanitiseText } from '../../source/terminal/sanitise.ts';

/** Runs of the properties: `FUZZ=1000000 npx vitest run test/terminal/sanitise` for the long one. */
const RUNS = Number(process.env.FUZZ ?? 2000);

const SURVIVES =
  /^(?:(?![\p{Cc}\p{Co}\p{Cs}\u061c\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f\u00ad\u115f\u1160\u3164\uffa0\u{e0000}-\u{e0fff}]).)*$/u;

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
  test('as a line holds no control, no bidi, nothing invisible, is NFC and a single line', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = sanitiseLine(text);
        expect(clean).toMatch(SURVIVES);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean).toBe(clean.trim());
        expect(clean).not.toMatch(/\p{M}{5}/u);
        expect(clean).not.toMatch(/(?:\s\s|[^\S ])/u);
      }),
      { numRuns: RUNS },
    );
  });

  test('as text holds line feeds and nothing else of the kind', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const clean = sanitiseText(text);
        for (const line of clean.split('\n')) {
          expect(line).toMatch(SURVIVES);
          expect(line).toBe(line.trim());
        }
        expect(clean).not.toContain('\n\n\n');
      }),
      { numRuns: RUNS },
    );
  });

  test('is left as it is at a second time', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(sanitiseLine(sanitiseLine(text))).toBe(sanitiseLine(text));
        expect(sanitiseText(sanitiseText(text))).toBe(sanitiseText(text));
      }),
      { numRuns: RUNS },
    );
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
    ['tabs, ideographic and no-break spaces', '앞\t\u3000\u00a0뒤', '앞 뒤'],
  ])('is rid of %s', (_, given, wanted) => {
    expect(sanitiseLine(given)).toBe(wanted);
  });

  test('is had in time that grows with the text and no faster', () => {
    for (const part of ['\x1b]', '\x1b[', '\u0301', '\x1b', '\u200d', ' \n', '\x90a']) {
      const start = performance.now();
      sanitiseText(part.repeat(200_000));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
