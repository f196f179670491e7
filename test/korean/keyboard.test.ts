import { describe, expect, test } from 'vitest';
import { choseong, jamo } from '../../source/korean/jamo.ts';
import { englishMeant, hangulToLatin, keysOfHangul, latinToHangul } from '../../source/korean/keyboard.ts';
import fc from '../support/fast-check.ts';

const hangul = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  maxLength: 12,
});

describe('keys pressed with the IME on', () => {
  test.each([
    ['ㅓ', ['j']],
    ['ㅓㅓㅓ', ['j', 'j', 'j']],
    ['거', ['r', 'j']],
    ['ㅃ', ['Q']],
    ['ㅡ', ['m']],
    ['ㅎ허', ['g', 'g', 'j']],
    ['과', ['r', 'h', 'k']],
    ['값', ['r', 'k', 'q', 't']],
    ['ㄳ', ['r', 't']],
    ['\u1100\u1165', ['r', 'j']],
    ['/?5', ['/', '?', '5']],
  ])('%s are %j', (text, keys) => {
    expect(keysOfHangul(text)).toEqual(keys);
  });
});

describe('the other keyboard layout', () => {
  test.each([
    ['qksehcp', '반도체'],
    ['tkatjdwjswk', '삼성전자'],
    ['dhvmsai', '오픈먀'],
    ['rkqt', '값'],
    ['rkqtdl', '값이'],
    ['rkqtl', '갑시'],
  ])('%s was meant to be %s', (typed, meant) => {
    expect(latinToHangul(typed)).toBe(meant);
  });

  test('ㅐㅔ두먀 was meant to be openai', () => {
    expect(hangulToLatin('ㅐㅔ두먀')).toBe('openai');
  });

  test('any Hangul comes back from its keys', () => {
    fc.assert(
      fc.property(hangul, (text) => {
        expect(latinToHangul(hangulToLatin(text))).toBe(text);
      }),
    );
  });
});

test('initial consonants stand one for one', () => {
  expect(choseong('삼성전자 AI 韓')).toBe('ㅅㅅㅈㅈ AI 韓');
});

test('jamo are the keys that are typed', () => {
  expect(jamo('과값')).toBe('ㄱㅗㅏㄱㅏㅂㅅ');
});

describe('English typed with the IME on', () => {
  test.each([
    ['ㅎㅅㅌ', 'gtx'],
    ['낫', 'skt'],
    ['났', 'skt'],
    ['ㅁㅑ', 'ai'],
    ['ㄳ', 'rt'],
    ['ㅐㅔ두먀', 'openai'],
    ['ㅎ5ㅎ', null],
    ['ㅁ', null],
    ['gtx', null],
    ['ㅎ/', null],
  ])('%s is %s', (typed, english) => {
    expect(englishMeant(typed)).toBe(english);
  });
});
