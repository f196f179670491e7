import type { Leads } from './match/segment.ts';
import { isPlain, normalise, standsIn } from './query/normalise.ts';

/**
 * Leads, in which only the typed words are looked for: 10,000 of them are looked through in some ms. They are compared as
 * they are; those in which a unit stands for others (㎏, é) are normalised once.
 */
export function createLeads(originals: readonly string[]): Leads {
  const others = new Map<number, string>();
  originals.forEach((original, row) => {
    if (!isPlain(original)) others.set(row, normalise(original).text);
  });
  return {
    eachWith({ typed }, onText) {
      if (typed === '') return;
      originals.forEach((original, row) => {
        const other = others.get(row);
        if (other === undefined ? standsIn(original, typed) : other.includes(typed)) onText(row);
      });
    },
  };
}
