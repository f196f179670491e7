import { eachPlace, joinedRows, NEXT_ROW } from './match/column.ts';
import type { Leads } from './match/segment.ts';

/** Leads, in which only the typed words are looked for: 10,000 of them are looked through in 1 to 3 ms. */
export function createLeads(originals: readonly string[]): Leads {
  const { text, starts } = joinedRows(originals);
  return {
    eachWith({ typed }, onText) {
      eachPlace(text, starts, typed, (row) => {
        onText(row);
        return NEXT_ROW;
      });
    },
  };
}
