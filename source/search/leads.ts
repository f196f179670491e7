import type { Leads } from './match/segment.ts';
import { isPlain, normalise, standsIn } from './query/normalise.ts';

/** The number of words whose leads are remembered: those of a query, and of the one before it. */
const REMEMBERED = 4;

/** The 32-bit words in which a lead notes the units that it has. */
const NOTED = 8;

/** Bits for the units of a text, in lower case; of several hundred units that are met often some share one. */
function note(text: string, into: Uint32Array, from: number): void {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const lower = code >= 65 && code <= 90 ? code + 32 : code;
    const bit = (Math.imul(lower, 0x9e3779b1) >>> 24) & (NOTED * 32 - 1);
    into[from + (bit >> 5)]! |= 1 << (bit & 31);
  }
}

/**
 * Leads, in which only the typed words are looked for: 10,000 of them are looked through in some ms. They are compared as
 * they are; those in which a unit stands for others (㎏, é) are normalised once. A word that goes on from one that was
 * looked for lately is looked for only where that one stands.
 *
 * @param noted whether the units of each are noted first, 32 bytes and some μs a lead: for leads that many words are
 * looked for in, since most are then passed over without being read
 */
export function createLeads(originals: readonly string[], noted = false): Leads {
  const others = new Map<number, string>();
  const notes = noted ? new Uint32Array(originals.length * NOTED) : null;
  originals.forEach((original, row) => {
    if (!isPlain(original)) others.set(row, normalise(original).text);
    if (notes !== null) note(others.get(row) ?? original, notes, row * NOTED);
  });
  const remembered = new Map<string, Uint32Array>();

  /** Whether a lead has all units of a word, as far as its notes say. */
  function mayHave(row: number, units: Uint32Array): boolean {
    if (notes === null) return true;
    for (let at = 0; at < NOTED; at += 1) if ((units[at]! & ~notes[row * NOTED + at]!) !== 0) return false;
    return true;
  }

  function has(row: number, typed: string): boolean {
    const text = others.get(row) ?? originals[row]!;
    // Mostly there are no spaces or marks within.
    return text.includes(typed) || (!others.has(row) && standsIn(text, typed));
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
    const units = new Uint32Array(NOTED);
    note(typed, units, 0);
    for (let at = 0; at < many; at += 1) {
      const row = some?.[at] ?? at;
      if (mayHave(row, units) && has(row, typed)) rows.push(row);
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
      // A single consonant is the initial of another word.
      if (typed !== '' && !/^[ㄱ-ㅎ]$/.test(typed)) rowsWith(typed).forEach(onText);
    },
  };
}
