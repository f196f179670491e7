import { describe, expect, test } from 'vitest';
import { withoutParticles } from '../../source/korean/inflection/particles.ts';
import fc from '../support/fast-check.ts';

describe('a word without its particles', () => {
  test.each([
    ['금리를', ['금리']],
    ['예산이', ['예산']],
    ['의원들이', ['의원들', '의원']],
    ['서울에서는', ['서울에서', '서울']],
    ['내일까지도', ['내일까지', '내일']],
    ['금리라며', ['금리라', '금리']],
    ['부산으로', ['부산']],
    ['서울로', ['서울']],
    ['유권자들에게서도', ['유권자들에게서', '유권자들', '유권자']],
    ['국회의원으로서의', ['국회의원으로서', '국회의원']],
    ['GTX가', ['GTX']],
    ['3법을', ['3법']],
  ])('%s → %j', (word, nouns) => {
    expect(withoutParticles(word)).toEqual(expect.arrayContaining(nouns));
  });

  test('the longest comes first', () => {
    expect(withoutParticles('교육청에서만')[0]).toBe('교육청에서');
    expect(withoutParticles('교육청에서만').at(-1)).toBe('교육청');
  });

  test.each([
    '금리을',
    '예산를',
    '예산가',
    '금리과',
    '예산와',
    '부산로',
    '서울으로',
    '금리으로',
    '예산는',
    '예산라며',
  ])('the particle of %s does not agree with the noun before it', (word) => {
    expect(withoutParticles(word)).not.toContain(word.slice(0, 2));
  });

  test.each(['회의', '가는', '나도', '정부', '대통령', '을', '', 'a'])(
    '%s has no particle, or too short a noun',
    (word) => {
      expect(withoutParticles(word)).toEqual([]);
    },
  );
});

/** Pairs of forms: behind a final consonant, behind a vowel. */
const FORMS = [
  ['은', '는'],
  ['이', '가'],
  ['을', '를'],
  ['과', '와'],
  ['이나', '나'],
  ['이라며', '라며'],
  ['이라고', '라고'],
  ['이란', '란'],
] as const;
const SAME = ['의', '에', '에서', '에게', '도', '만', '까지', '부터', '마다', '처럼', '보다', '조차', '밖에'];

const noun = fc.string({
  unit: fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCharCode(code)),
  minLength: 2,
  maxLength: 6,
});
const isClosed = (word: string): boolean => (word.charCodeAt(word.length - 1) - 0xac00) % 28 !== 0;

describe('for any noun', () => {
  test('each particle in the form that agrees leaves the noun, and chains of two do too', () => {
    fc.assert(
      fc.property(
        noun.filter((word) => !word.endsWith('으')),
        fc.constantFrom(...FORMS),
        fc.constantFrom(...SAME),
        (word, forms, same) => {
          const agreeing = isClosed(word) ? forms[0] : forms[1];
          expect(withoutParticles(word + agreeing)).toContain(word);
          expect(withoutParticles(word + same)).toContain(word);
          expect(withoutParticles(word + same + (isClosed(same) ? '은' : '는'))).toContain(word);
        },
      ),
    );
  });

  test('every noun found begins the word, is shorter than it, and has two syllables', () => {
    fc.assert(
      fc.property(noun, fc.constantFrom('', ...SAME, ...FORMS.flat()), (word, particle) => {
        for (const left of withoutParticles(word + particle)) {
          expect((word + particle).startsWith(left)).toBe(true);
          expect(left.length).toBeGreaterThanOrEqual(2);
          expect(left.length).toBeLessThan((word + particle).length);
        }
      }),
    );
  });
});
