import { describe, expect, test } from 'vitest';
import { cleanWord, isSameWord, readWord, wordRanges } from '../source/watch-words.ts';
import { archiveIn, newHome } from './storage/home.ts';
import { headline, NOON } from './storage/samples.ts';
import fc from './support/fast-check.ts';

describe('a typed word', () => {
  test.each([
    ['  반도체   수출 ', '반도체 수출'],
    ['＃ 부동산', '#부동산'],
    ['# 부동산', '#부동산'],
    ['반\u202e도체\x1b[31m', '반도체'],
    ['가', '가'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(cleanWord(typed)).toBe(kept);
  });

  test.each(['', '   ', '#', '##', '\x1b[31m', 'ㄱ'.repeat(101)])('%j is not a word', (typed) => {
    expect(cleanWord(typed)).toBeNull();
  });

  test('of 100 characters is kept, and of 101 is too long', () => {
    expect(readWord(` ${'갯벌'.repeat(50)} `)).toEqual({ word: '갯벌'.repeat(50) });
    expect(readWord(`#${'가'.repeat(100)}`)).toEqual({ fault: 'too-long', length: 101 });
    expect(readWord(`＃ #${' '.repeat(200)}`)).toMatchObject({ fault: 'empty' });
  });

  test('is the same in other Latin case', () => {
    expect(isSameWord('AI 반도체', 'ai 반도체')).toBe(true);
    expect(isSameWord('AI', 'AIs')).toBe(false);
  });
});

describe('a word in a title', () => {
  const shown = (title: string, ...words: string[]) =>
    wordRanges(title, words).map(([start, end]) => title.slice(start, end));

  test.each([
    ['반도체가 이끈 수출', ['반도체'], ['반도체']],
    ['AI가 바꾼 법정', ['ai'], ['AI']],
    ['MAIN 무대와 AI', ['AI'], ['AI']],
    ['13억 달러', ['3'], []],
    ['수출 늘고 반도체 웃다', ['반도체 수출'], ['수출', '반도체']],
    ['수출 늘었다', ['반도체 수출'], []],
    ['반도체 반도체', ['반도체', '도체 반'], ['반도체', '반도체']],
    ['100% [단독] *', ['[단독]', '*', '100%'], ['100%', '[단독]', '*']],
    ['부동산 대책', ['#부동산'], []],
  ])('%s, watching %j', (title, words, found) => {
    expect(shown(title, ...words)).toEqual(found);
  });
});

test('the archive finds a word in exactly the titles in which it is marked', () => {
  const letters = fc.constantFrom(...'가나AaIi3 *?[]^-%_#'.split(''), ' ');
  const text = fc.string({ unit: letters, minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), text, (titles, typed) => {
      const word = cleanWord(typed);
      fc.pre(word !== null && !word.startsWith('#'));
      const archive = archiveIn(newHome());
      const named = titles.map((title, index) => ({ id: String(index + 1), title: `제${title}목` }));
      archive.putHeadlines(
        'politics',
        named.map(({ id, title }) => headline(id, '03:00', { title })),
        NOON,
      );
      const ids = (words: { watch: string[]; mute: string[] }) =>
        archive.headlines({ section: 'politics', limit: 50 }, words);
      const marked = ids({ watch: [word!], mute: [] }).filter(({ watched }) => watched !== undefined);
      const left = ids({ watch: [], mute: [word!] });
      const kept = archive.headlines({ section: 'politics', limit: 50 });
      const expected = kept.filter(({ title }) => wordRanges(title, [word!]).length > 0);
      expect(marked.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      expect(left.length).toBe(kept.length - expected.length);
      archive.close();
    }),
    { numRuns: 40 },
  );
});
