import { eachPlace, GO_ON, NEXT_ROW } from './match/column.ts';
import type { Leads } from './match/segment.ts';
import { createUnits, normaliseInto, pushUnit, unitsText } from './query/normalise.ts';

const ROW_END = 10;

/**
 * Leads, in which only the typed words are looked for. With a byte a unit they are several times as fast to
 * look through as the text itself; since many units share a byte, hits are then checked in the text.
 */
export function createLeads(originals: readonly string[]): Leads {
  const units = createUnits(originals.reduce((sum, original) => sum + original.length + 1, 0));
  const starts = new Uint32Array(originals.length + 1);
  originals.forEach((original, index) => {
    starts[index] = units.length;
    normaliseInto(units, original);
    pushUnit(units, ROW_END, 0);
  });
  starts[originals.length] = units.length;
  const text = unitsText(units);
  const bytes = hashed(text);
  return {
    eachWith({ typed }, onText) {
      eachPlace(bytes, starts, hashed(typed), (row, at) => {
        if (!text.startsWith(typed, at)) return GO_ON;
        onText(row);
        return NEXT_ROW;
      });
    },
  };
}

/** ASCII as it is; all else spread over the upper half, neighbours apart (Fibonacci hashing). */
function hashed(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    bytes[at] = code < 0x80 ? code : 0x80 | ((Math.imul(code, 0x9e3779b1) >>> 20) & 0x7f);
  }
  return bytes.toString('latin1');
}
