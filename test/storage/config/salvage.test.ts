import { describe, expect, it } from 'vitest';
import { salvage } from '../../../source/storage/config/salvage.ts';
import fc from '../../support/fast-check.ts';
import { growth, MOST_GROWTH } from '../../support/growth.ts';

const entry = fc.record({
  title: fc.string(),
  note: fc.string({ unit: 'grapheme' }),
  tags: fc.array(fc.string(), { maxLength: 3 }),
});
const entries = fc.dictionary(fc.stringMatching(/^[0-9]{1,9}$/), entry, { minKeys: 1, maxKeys: 8 });

/** The entries found, whether one by one or still together. */
const entriesIn = (text: string): Map<string, unknown> =>
  new Map(
    salvage(text).flatMap(([key, value]) =>
      key === 'bookmarks' ? Object.entries(value as object) : [[key, value]],
    ),
  );

describe('salvage', () => {
  it('gives whole JSON back whole', () => {
    fc.assert(
      fc.property(entries, (bookmarks) => {
        expect(salvage(JSON.stringify({ version: 1, bookmarks }, undefined, '\t'))).toEqual([
          ['version', 1],
          ['bookmarks', JSON.parse(JSON.stringify(bookmarks))],
        ]);
      }),
    );
  });

  it('finds every entry that ends before a file was cut off', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (bookmarks, seed) => {
        const whole = JSON.stringify({ bookmarks }, undefined, '\t');
        const cut = seed % whole.length;
        const found = entriesIn(whole.slice(0, cut));
        for (const [id, value] of Object.entries(bookmarks)) {
          const end =
            whole.indexOf(`\n\t\t"${id}": {`) +
            `\n\t\t"${id}": ${JSON.stringify(value, undefined, '\t').replaceAll('\n', '\n\t\t')}`.length;
          if (end <= cut) expect(found.get(id)).toEqual(JSON.parse(JSON.stringify(value)));
        }
      }),
    );
  });

  it('finds every entry but the one that was damaged', () => {
    fc.assert(
      fc.property(
        entries,
        fc.nat(),
        fc.constantFrom('\0\0\0\0', '{', '}', '"', ']}', '\\'),
        (bookmarks, seed, damage) => {
          const ids = Object.keys(bookmarks);
          const hit = ids[seed % ids.length]!;
          const whole = JSON.stringify({ bookmarks }, undefined, '\t');
          const at = whole.indexOf(`\n\t\t"${hit}": {`) + `\n\t\t"${hit}": {\n\t\t\t`.length;
          const found = entriesIn(whole.slice(0, at) + damage + whole.slice(at));
          const lost = ids.filter((id) => JSON.stringify(found.get(id)) !== JSON.stringify(bookmarks[id]));
          expect(lost.filter((id) => id !== hit)).toEqual([]);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void salvage(text)));
  });

  it.each([
    ['opened', (count: number) => '{'.repeat(count)],
    ['opened under names', (count: number) => '"a":{'.repeat(count)],
    ['opened and closed', (count: number) => '"a":['.repeat(count) + ']'.repeat(count)],
  ])('reads brackets that are %s in time that grows no faster than their number', async (_, make) => {
    expect(await growth((count) => salvage(make(count)), 10_000)).toBeLessThan(MOST_GROWTH);
  });
});
