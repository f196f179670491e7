/**
 * Decodes EUC-KR with Unified Hangul Code's syllables (code page 949, which WHATWG's Encoding Standard calls
 * euc-kr too). ICU's decoder, which Node has, knows the 2,350 syllables of KS X 1001 only: 똠, 펲 and 뷁 are not
 * among them. Invalid bytes become U+FFFD.
 */
export function decodeUhc(bytes: Uint8Array): string {
  const decoder = new TextDecoder('euc-kr');
  const parts: string[] = [];
  let start = 0;
  for (let index = 0; index + 1 < bytes.length; index += 1) {
    const lead = bytes[index]!;
    if (lead < 0x80) continue;
    const place = placeOf(lead, bytes[index + 1]!);
    if (place !== null) {
      parts.push(decoder.decode(bytes.subarray(start, index)), extension()[place]!);
      start = index + 2;
    }
    if (place !== null || bytes[index + 1]! >= 0xa1) index += 1;
  }
  parts.push(decoder.decode(bytes.subarray(start)));
  return parts.join('');
}

/** Trail bytes of the extension, in order. In rows that KS X 1001 uses too, only those below 0xa1 are free. */
const TRAILS = [...span(0x41, 0x5a), ...span(0x61, 0x7a), ...span(0x81, 0xfe)];
const BESIDE = TRAILS.filter((trail) => trail < 0xa1).length;
const FIRST_LEAD = 0x81;
const FIRST_BESIDE = 0xa1;
const SYLLABLES = 11_172;
const EXTENSION = SYLLABLES - 2350;

/** Index of two bytes among the extension's syllables; null if they are not one of them. */
function placeOf(lead: number, trail: number): number | null {
  const at = TRAILS.indexOf(trail);
  if (lead < FIRST_LEAD || at < 0) return null;
  if (lead < FIRST_BESIDE) return (lead - FIRST_LEAD) * TRAILS.length + at;
  if (at >= BESIDE) return null;
  const place = (FIRST_BESIDE - FIRST_LEAD) * TRAILS.length + (lead - FIRST_BESIDE) * BESIDE + at;
  return place < EXTENSION ? place : null;
}

let syllables: readonly string[] | null = null;

/** Syllables of the extension: all that KS X 1001 lacks, in Unicode's order. Made when first needed. */
function extension(): readonly string[] {
  if (syllables !== null) return syllables;
  const rows = span(0xb0, 0xc8).flatMap((lead) => span(0xa1, 0xfe).flatMap((trail) => [lead, trail]));
  const known = new Set(new TextDecoder('euc-kr').decode(new Uint8Array(rows)));
  syllables = span(0xac00, 0xac00 + SYLLABLES - 1)
    .map((code) => String.fromCodePoint(code))
    .filter((syllable) => !known.has(syllable));
  return syllables;
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
