import { beforeAll, describe, expect, test } from 'vitest';
import { choseong } from '../../source/korean/jamo.ts';
import { findInText } from '../../source/search/find-in-text.ts';
import { normalise } from '../../source/search/query/normalise.ts';
import fc from '../support/fast-check.ts';
import { runs } from '../support/fuzz.ts';
import { headline, manyHeadlines } from '../support/headlines.ts';
import { createSearched, type Searched } from '../support/searched.ts';

const NOW = Date.parse('2026-11-20T13:00:00+09:00');
/** Worth more than any guess. */
const TYPED = 0.86;

const many = manyHeadlines(2000);
let index: Searched;
const search = (query: string, limit = 10) => index.search(query, { limit, now: NOW });

beforeAll(() => {
  index = createSearched();
  index.add(many);
});

/** Queries that people type, and some that they do not. */
const queries = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc
    .array(fc.constantFrom(...'정부예산안ㅈㅂㅅㅏㅔ美中與AIhmbqksehcp@#<> 10-"“'), { maxLength: 14 })
    .map((units) => units.join('')),
);

const typedIn = (title: string): string[] => title.split(/[\s,]+/).filter((word) => word !== '');

describe('any text that is typed', () => {
  test('nothing breaks; scores are within 0 and 1 and fall; matches are in the title, ascending and apart', () => {
    const titles = new Map(many.map(({ id, title }) => [id, title]));
    fc.assert(
      fc.property(queries, (query) => {
        const results = search(query);
        expect(results.length).toBeLessThanOrEqual(10);
        let before = 1;
        for (const { id, score, matches } of results) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(before);
          before = score;
          let from = -1;
          for (const [start, end] of matches) {
            expect(start).toBeGreaterThan(from);
            expect(end).toBeGreaterThan(start);
            from = end;
          }
          expect(from).toBeLessThanOrEqual(titles.get(id)!.length);
        }
      }),
      runs(20_000, 300),
    );
  });

  test('a composed and a taken apart query find the same', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(search(query.normalize('NFD'))).toEqual(search(query.normalize('NFC')));
      }),
      runs(2000, 150),
    );
  });

  test('any text can be searched, and the places found are in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...many.slice(0, 50)), queries, ({ title }, query) => {
        let from = -1;
        for (const [start, end] of findInText(title, query)) {
          expect(start).toBeGreaterThan(from);
          expect(end).toBeGreaterThan(start);
          from = end;
        }
        expect(from).toBeLessThanOrEqual(title.length);
      }),
    );
  });

  test('headlines of any text can be taken in and looked for', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 8 }), queries, (titles, query) => {
        const small = createSearched();
        small.add(titles.map((title, at) => headline(String(at), title, at, { summary: title })));
        for (const text of [query, ...titles])
          small.search(text, { limit: 10, now: NOW }).map(({ matches }) => matches);
      }),
    );
  });
});

test('no character is normalised to a control, a space, a sign of the index’s language or an accent alone', () => {
  const faults: string[] = [];
  for (let code = 0; code < 0x10000; code += 1) {
    const { text } = normalise(`가${String.fromCharCode(code)}나`);
    if (/[\p{Cc}\s"*()\u0300-\u036f]/u.test(text) || !text.startsWith('가') || !text.endsWith('나'))
      faults.push(code.toString(16));
  }
  expect(faults).toEqual([]);
});

describe('every headline', () => {
  const some = fc.constantFrom(...many);

  test('is found by all its words in any order, marked where they stand', () => {
    fc.assert(
      fc.property(
        some.chain(({ id, title }) =>
          fc.shuffledSubarray(typedIn(title), { minLength: 5 }).map((words) => ({ id, title, words })),
        ),
        ({ title, words }) => {
          const [first] = search(words.join(' '));
          const best = many.find(({ id }) => id === first?.id)!.title;
          // Another with the same words may be newer.
          expect(typedIn(best).sort()).toEqual(typedIn(title).sort());
          expect(first!.score).toBe(1);
          expect(first!.matches.map(([start, end]) => best.slice(start, end)).join('')).toBe(
            typedIn(best).join(''),
          );
        },
      ),
    );
  });

  test('is among those found by any one of its words', () => {
    fc.assert(
      fc.property(
        some.chain(({ id, title }) => fc.constantFrom(...typedIn(title)).map((word) => ({ id, word }))),
        ({ id, word }) => {
          expect(search(word, many.length).map((result) => result.id)).toContain(id);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is found by its initials', () => {
    fc.assert(
      fc.property(some, ({ title }) => {
        const initials = choseong(title.replaceAll(/[\s,]/g, ''));
        const [first] = search(initials);
        const best = many.find(({ id }) => id === first?.id)?.title ?? '';
        expect(choseong(best.replaceAll(/[\s,]/g, ''))).toBe(initials);
      }),
      { numRuns: 60 },
    );
  });
});

test('a hit in the typed words never ranks below a guess', () => {
  const words = [...new Set(many.flatMap(({ title }) => typedIn(title)))];
  fc.assert(
    fc.property(fc.constantFrom(...words), (word) => {
      const results = search(word, many.length);
      const has = new Set(
        many.filter(({ title, summary }) => `${title}\n${summary}`.includes(word)).map(({ id }) => id),
      );
      const guess = results.findIndex(({ id }) => !has.has(id));
      const rest = guess < 0 ? [] : results.slice(guess);
      expect(rest.filter(({ id }) => has.has(id))).toEqual([]);
      for (const { id, score } of results) expect(score >= TYPED).toBe(has.has(id));
    }),
    { numRuns: 40 },
  );
});

test('headlines that come later are found, and a new title takes the place of the old', () => {
  const growing = createSearched();
  growing.add(many);
  const ids = (query: string) => growing.search(query, { limit: 10, now: NOW }).map(({ id }) => id);
  for (let round = 0; round < 5; round += 1) {
    growing.add([headline(`later${round}`, `뒤늦은낱말${round} 소식`)]);
    growing.add([headline(many[round]!.id, `고친제목${round} 소식`)]);
    for (let before = 0; before <= round; before += 1) {
      expect(ids(`뒤늦은낱말${before}`)).toEqual([`later${before}`]);
      expect(ids(`고친제목${before}`)).toEqual([many[before]!.id]);
    }
    expect(
      growing.search(many[round]!.title, { limit: many.length, now: NOW }).map(({ id }) => id),
    ).not.toContain(many[round]!.id);
  }
});
