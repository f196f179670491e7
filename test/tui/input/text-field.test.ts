import { describe, expect, test } from 'vitest';
import { graphemes } from '../../../source/korean/graphemes.ts';
import {
  deleteAhead,
  deleteBack,
  deleteToEnd,
  deleteToStart,
  deleteWord,
  EMPTY,
  fieldWith,
  insert,
  moveCaret,
} from '../../../source/tui/input/text-field.ts';
import fc from '../../support/fast-check.ts';

const at = (text: string, caret: number) => ({ text, caret });

describe('a line being typed', () => {
  test('takes text at the caret', () => {
    expect(insert(at('반체', 1), '도')).toEqual(at('반도체', 2));
  });

  test('loses a syllable to Backspace or, by the setting, a jamo', () => {
    expect(deleteBack(fieldWith('반도체'), false)).toEqual(at('반도', 2));
    expect(deleteBack(fieldWith('반도체'), true)).toEqual(at('반도ㅊ', 3));
    expect(deleteBack(fieldWith('값'), true)).toEqual(at('갑', 1));
    expect(deleteBack(fieldWith('ㄱ'), true)).toEqual(at('', 0));
    expect(deleteBack(fieldWith('ab'), true)).toEqual(at('a', 1));
    expect(deleteBack(at('가', 0), false)).toEqual(at('가', 0));
  });

  test('is edited by the keys of a shell', () => {
    expect(deleteWord(fieldWith('한국은행 금리  '))).toEqual(at('한국은행 ', 5));
    expect(deleteWord(at('한국 은행', 3))).toEqual(at('은행', 0));
    expect(deleteToStart(at('한국은행', 2))).toEqual(at('은행', 0));
    expect(deleteToEnd(at('한국은행', 2))).toEqual(at('한국', 2));
    expect(deleteAhead(at('한국', 0))).toEqual(at('국', 0));
    expect(deleteAhead(at('한국', 2))).toEqual(at('한국', 2));
  });

  test('keeps a space that is typed, and makes line breaks of a paste spaces', () => {
    expect(insert(fieldWith('한국'), ' ')).toEqual(at('한국 ', 3));
    expect(insert(EMPTY, '한국\r\n은행\t금리').text).toBe('한국 은행 금리');
    expect(insert(EMPTY, '한\x1b[31m국\u202e').text).toBe('한국');
  });

  test('keeps a paste apart from the text beside it, if it had spaces at its ends', () => {
    expect(insert(at('한국금리', 2), '\n은행\r\n')).toEqual(at('한국 은행 금리', 6));
    expect(insert(at('한국금리', 2), '은행').text).toBe('한국은행금리');
    expect(insert(fieldWith('한국'), ' 은행\n').text).toBe('한국 은행');
    expect(insert(fieldWith('한국'), '\n').text).toBe('한국');
  });

  test('joins a syllable that comes in NFD, jamo after jamo', () => {
    const typed = ['\u1112', '\u1161', '\u11ab'].reduce(insert, EMPTY);
    expect(typed).toEqual(at('한', 1));
  });

  test('makes one syllable of jamo that a deletion brings together', () => {
    const parted = ['가', ' ', '\u11ab'].reduce(insert, EMPTY);
    expect(deleteAhead(moveCaret(parted, -2))).toEqual(at('간', 1));
  });

  test('has a greatest length, so that it is shown in time', () => {
    expect(graphemes(insert(EMPTY, '가'.repeat(10_000)).text).length).toBe(500);
  });

  test('has the caret in the text after any keys, in NFC and with no grapheme split', () => {
    const press = fc.oneof(
      fc
        .constantFrom('가', '값', '\u1112', '\u1161', '\u11ab', 'a', ' ', '👨‍👩‍👧', 'e\u0301')
        .map((text) => (field: typeof EMPTY) => insert(field, text)),
      fc
        .string({ unit: 'grapheme', maxLength: 5 })
        .map((text) => (field: typeof EMPTY) => insert(field, text)),
      fc.boolean().map((jamo) => (field: typeof EMPTY) => deleteBack(field, jamo)),
      fc.integer({ min: -3, max: 3 }).map((by) => (field: typeof EMPTY) => moveCaret(field, by)),
      fc.constantFrom(deleteAhead, deleteWord, deleteToStart, deleteToEnd),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 30 }), (presses) => {
        const field = presses.reduce((each, change) => change(each), EMPTY);
        expect(field.text).toBe(field.text.normalize('NFC'));
        expect(field.caret).toBeGreaterThanOrEqual(0);
        expect(field.caret).toBeLessThanOrEqual(graphemes(field.text).length);
        expect(Number.isInteger(field.caret)).toBe(true);
      }),
    );
  });
});
