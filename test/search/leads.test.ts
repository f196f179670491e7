import { expect, it } from 'vitest';
import { createLeads } from '../../source/search/leads.ts';
import { normalise } from '../../source/search/query/normalise.ts';
import type { Word } from '../../source/search/query/query.ts';
import fc from '../support/fast-check.ts';

function found(leads: readonly string[], typed: string): number[] {
  const [plain, noted] = [false, true].map((isNoted) => {
    const rows: number[] = [];
    createLeads(leads, isNoted).eachWith({ typed } as Word, (row) => rows.push(row));
    return rows;
  });
  expect(noted).toEqual(plain);
  return plain!;
}

it('a word is found in leads as in the normalised text: across spaces, marks, case, accents and units', () => {
  const leads = [
    '한 지하철, 연기',
    'GTX-A 개통',
    '무게 5㎏짜리',
    'Café 개업',
    '지하 철연',
    '',
    'ＡＢ 나',
    '지지하철연',
  ];
  expect(found(leads, '지하철연')).toEqual([0, 4, 7]);
  expect(found(leads, 'gtxa개')).toEqual([1]);
  expect(found(leads, '5kg짜')).toEqual([2]);
  expect(found(leads, 'g짜')).toEqual([2]);
  expect(found(leads, 'cafe')).toEqual([3]);
  expect(found(leads, 'ab나')).toEqual([6]);
  expect(found(leads, '')).toEqual([]);
});

it('any word is found in any lead exactly if it stands in the normalised lead', () => {
  const unit = fc.oneof(
    fc.constantFrom(...'가나다 a A,.b‘㎏é①½·\u0301ⅡＡ２𝟙尹ㅏㄱ'),
    fc.string({ minLength: 1, maxLength: 1 }),
  );
  const text = fc.array(unit, { maxLength: 12 }).map((units) => units.join('').normalize('NFC'));
  fc.assert(
    fc.property(fc.array(text), text, fc.nat(12), fc.nat(4), (leads, other, from, many) => {
      const all = [...leads, other];
      const typed = normalise(other).text.slice(from, from + many);
      const expected = all.flatMap((lead, row) =>
        typed !== '' && !/^[ㄱ-ㅎ]$/.test(typed) && normalise(lead).text.includes(typed) ? row : [],
      );
      expect(found(all, typed)).toEqual(expected);
      const typedOn = createLeads(all);
      const rows: number[] = [];
      // Letter by letter, with another word between.
      for (let end = 1; end <= typed.length; end += 1) {
        typedOn.eachWith({ typed: '가나' } as Word, () => undefined);
        rows.length = 0;
        typedOn.eachWith({ typed: typed.slice(0, end) } as Word, (row) => rows.push(row));
      }
      expect(rows).toEqual(expected);
    }),
  );
});

it('a word that goes on from the one before is looked for only in the leads that have that', () => {
  const all = Array.from(
    { length: 1000 },
    (_, at) => `${at % 100 === 0 ? '둘레' : '장터'}${at % 2 === 0 ? '길' : '골'}`,
  );
  let looked = 0;
  const leads = createLeads(
    new Proxy(all, {
      get(target, property) {
        if (typeof property === 'string' && /^\d+$/.test(property)) looked += 1;
        return Reflect.get(target, property);
      },
    }),
  );
  const lookedAtFor = (typed: string): number => {
    looked = 0;
    leads.eachWith({ typed } as Word, () => undefined);
    return looked;
  };
  expect(lookedAtFor('둘')).toBe(1000);
  expect(['둘레', '둘레길', '둘레길', '둘'].map(lookedAtFor)).toEqual([10, 10, 0, 0]);
  expect(lookedAtFor('골')).toBe(1000);
});
