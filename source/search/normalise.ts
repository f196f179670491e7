/** A text made ready for comparing: what differs only in typing is the same. */
export interface Normal {
  /** Lower case, half width, without spaces and punctuation. */
  readonly text: string;
  /** For each unit of `text`, the UTF-16 offset it came from in the original. */
  readonly offsets: readonly number[];
}

const KEPT = /[\p{L}\p{N}\p{M}]/u;

/** Normalises an NFC text: case, full width, quotes, spaces and punctuation do not count. */
export function normalise(original: string): Normal {
  let text = '';
  const offsets: number[] = [];
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at);
    if (code >= 0xac00 && code <= 0xd7a3) {
      text += original[at];
      offsets.push(at);
      continue;
    }
    const unit = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : original[at]!;
    if (!KEPT.test(unit) && !isHalf(code)) continue;
    const lower = unit.toLowerCase();
    text += lower.length === 1 ? lower : unit;
    offsets.push(at);
  }
  return { text, offsets };
}

/** Halves of astral characters are kept: a pair is searched as its two units. */
const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

/** Whether a word begins at an offset of the original: nothing, or no letter or digit, stands before it. */
export function beginsWord(original: string, offset: number): boolean {
  return offset === 0 || !KEPT.test(original[offset - 1]!) || changesScript(original, offset);
}

/** Whether a word ends behind an offset of the original. Particles are part of the word in Korean spelling. */
export function endsWord(original: string, end: number): boolean {
  return end >= original.length || !KEPT.test(original[end]!) || changesScript(original, end);
}

/** AI가, 美대선: where Latin, Hanja and Hangul meet, a reader sees a word's edge. */
function changesScript(original: string, offset: number): boolean {
  return scriptOf(original[offset - 1]!) !== scriptOf(original[offset]!);
}

function scriptOf(unit: string): number {
  const code = unit.charCodeAt(0);
  if (code >= 0xac00 && code <= 0xd7a3) return 1;
  if (code >= 0x3400 && code <= 0x9fff) return 2;
  if (code < 0x250) return 3;
  return 4;
}
