import { expect, it } from 'vitest';
import { bestPlaces } from '../../source/search/match/scores.ts';
import fc from '../support/fast-check.ts';

it('the best places are those of a whole stable sort by score and time, however many are wanted', () => {
  const entry = fc.record({ score: fc.constantFrom(1, 0.9, 0.5), time: fc.integer({ min: -3, max: 3 }) });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 60 }), fc.nat(40), (all, limit) => {
      const sorted = all
        .map((_, place) => place)
        .sort((one, other) => all[other]!.score - all[one]!.score || all[other]!.time - all[one]!.time);
      const best = bestPlaces(
        all.length,
        limit,
        (place) => all[place]!.score,
        (place) => all[place]!.time,
      );
      expect(best).toEqual(sorted.slice(0, limit));
    }),
  );
});
