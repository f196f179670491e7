import type { Leads } from './match/segment.ts';
import { isPlain, normalise, standsIn } from './query/normalise.ts';

/** The number of words whose leads are remembered: those of a query, and of the one before it. */
const REMEMBERED = 4;

/**
 * Leads, in which only the typed words are looked for: 10,000 of them are looked through in some ms. They are compared as
 * they are; those in which a unit stands for others (㎏, é) are normalised once. A word that goes on from one that was
 * looked for lately is looked for only where that one stands.
 */
export function createLeads(originals: readonly string[]): Leads {
  const others = new Map<number, string>();
  originals.forEach((original, row) => {
    if (!isPlain(original)) others.set(row, normalise(original).text);
  });
  const remembered = new Map<string, Uint32Array>();

  function has(row: number, typed: string): boolean {
    const other = others.get(row);
    return other === undefined ? standsIn(originals[row]!, typed) : other.includes(typed);
  }

  /** The leads that may have a word; null if all may. */
  function likely(typed: string): Uint32Array | null {
    let before = '';
    for (const word of remembered.keys())
      if (word.length > before.length && typed.startsWith(word)) before = word;
    return remembered.get(before) ?? null;
  }

  function look(typed: string): Uint32Array {
    const some = likely(typed);
    const many = some?.length ?? originals.length;
    const rows: number[] = [];
    for (let at = 0; at < many; at += 1) {
      const row = some?.[at] ?? at;
      if (has(row, typed)) rows.push(row);
    }
    return Uint32Array.from(rows);
  }

  function rowsWith(typed: string): Uint32Array {
    const rows = remembered.get(typed) ?? look(typed);
    remembered.delete(typed);
    remembered.set(typed, rows);
    const [oldest] = remembered.keys();
    if (remembered.size > REMEMBERED) remembered.delete(oldest!);
    return rows;
  }

  return {
    eachWith({ typed }, onText) {
      if (typed !== '') rowsWith(typed).forEach(onText);
    },
  };
}
