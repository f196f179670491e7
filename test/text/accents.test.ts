import { expect, test } from 'vitest';
import { foldAccents } from '../../source/text/accents.ts';
import fc from '../support/fast-check.ts';

test.each([
  ['Café', 'cafe'],
  ['ÉTUDE', 'etude'],
  ['Łódź', 'lodz'],
  ['Straße', 'strasse'],
  ['smörgåsbord', 'smorgasbord'],
  ['Cafe\u0301', 'cafe'],
  ['Đà Nẵng', 'da nang'],
  ['ЙОГА', 'йога'],
  ['한글', '한글'],
  ['カバー', 'カバー'],
])('%s is typed %s', (text, typed) => {
  expect(foldAccents(text)).toBe(typed);
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(foldAccents(foldAccents(text))).toBe(foldAccents(text));
    }),
  );
});
