/** A text made ready for comparing: differences that are only of typing are removed. */
export interface Normal {
  /** Lower case, half width, without spaces and punctuation; ㎏ is its letters. */
  readonly text: string;
  /** For each unit of `text`, the UTF-16 offset it came from in the original; several may have come from one. */
  readonly offsets: readonly number[];
  /** For each unit, whether a word begins (`BEGINS`) or ends (`ENDS`) with it, and what was removed behind it. */
  readonly edges: Uint8Array;
}

export const BEGINS = 1;
export const ENDS = 2;
/** A space or a sign stood behind the unit. */
export const APART = 4;
/** A quotation began behind the unit, perhaps after a space. */
export const QUOTED = 8;

/** UTF-16 units being gathered, with the edges of words. */
export interface Units {
  codes: Uint16Array;
  edges: Uint8Array;
  length: number;
}

export function createUnits(capacity: number): Units {
  return { codes: new Uint16Array(capacity), edges: new Uint8Array(capacity), length: 0 };
}

export function pushUnit(units: Units, code: number, edges: number): void {
  if (units.length === units.codes.length) {
    const { codes, edges: before } = units;
    units.codes = new Uint16Array(codes.length * 2 + 16);
    units.codes.set(codes);
    units.edges = new Uint8Array(units.codes.length);
    units.edges.set(before);
  }
  units.codes[units.length] = code;
  units.edges[units.length] = edges;
  units.length += 1;
}

/** The units as one flat string. */
export function unitsText({ codes, length }: Units): string {
  return Buffer.from(codes.buffer, 0, length * 2).toString('utf16le');
}

/**
 * The kind of a unit: no part of a word, or a letter or digit of some script. Readers see an edge where
 * scripts meet: AI가, 美대선.
 */
const UNKNOWN = 0;
const NOTHING = 1;
const HANGUL = 2;
const HANJA = 3;
const LATIN = 4;
const OTHER = 5;
/** Several units in one: ㎏, ㈜, Ⅱ. */
const SEVERAL = 6;
/** An accent that stands as a character of its own, on a letter that has none with it: no part of the word. */
const ACCENT = 7;

const OPENING = new Set([...`"'“‘「『`].map((sign) => sign.charCodeAt(0)));
const KEPT = /[\p{L}\p{N}\p{M}]/u;
/** Jamo that stand alone have a compatible form too, but it is conjoining. */
const JAMO = /[\u3130-\u318f]/;

/** By UTF-16 unit; learnt when a unit is first met. */
const scripts = new Uint8Array(0x10000);
const folded = new Uint16Array(0x10000);
const unfolded = new Map<number, readonly number[]>();

function learn(code: number): number {
  const original = String.fromCharCode(code);
  if (code >= 0x300 && code <= 0x36f) {
    scripts[code] = ACCENT;
    return ACCENT;
  }
  const plain = plainOf(original);
  if (plain.length > 1 && KEPT.test(plain)) {
    const units = Array.from(plain, (unit) => unit.charCodeAt(0));
    for (const unit of units) if (scripts[unit] === UNKNOWN) learn(unit);
    // Of U+037A, an iota below a letter that is not there, nothing is left.
    unfolded.set(
      code,
      units.filter((unit) => scripts[unit] !== ACCENT),
    );
    scripts[code] = SEVERAL;
    return SEVERAL;
  }
  const unit = plain.length === 1 ? plain : original;
  const lower = unit.toLowerCase();
  // Halves of astral characters are kept: a pair is searched as its two units.
  const kept = KEPT.test(unit) || (code >= 0xd800 && code <= 0xdfff);
  folded[code] = lower.length === 1 ? lower.charCodeAt(0) : unit.charCodeAt(0);
  const script = kept ? scriptOf(unit.charCodeAt(0)) : NOTHING;
  scripts[code] = script;
  return script;
}

/**
 * The plain form of a character (NFKC): half for full width, kg for ㎏; a Latin letter without its accents. A
 * combining accent is no letter.
 */
function plainOf(original: string): string {
  if (JAMO.test(original)) return original;
  const plain = original.normalize('NFKC');
  if (LATIN_LETTER.test(plain)) return withoutAccents(plain);
  return KEPT.test(original) ? plain : plain.replace(/\p{M}/gu, '');
}

const LATIN_LETTER = /\p{Script=Latin}/u;

/** Letters that Unicode does not take apart into a letter and its mark. */
const UNMARKED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

const withoutAccents = (letters: string): string =>
  [...letters.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')]
    .map((letter) => UNMARKED[letter] ?? letter)
    .join('');

function scriptOf(code: number): number {
  if (code >= 0xac00 && code <= 0xd7a3) return HANGUL;
  if (code >= 0x3400 && code <= 0x9fff) return HANJA;
  return code < 0x250 ? LATIN : OTHER;
}

/** Adds a text, normalised: case, full width, quotes, spaces and punctuation do not count. Of NFC text. */
export function normaliseInto(units: Units, original: string, offsets?: number[]): void {
  const begun = units.length;
  let before = NOTHING;
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at);
    let script = scripts[code]!;
    if (script === UNKNOWN) script = learn(code);
    if (script === ACCENT) continue;
    if (script === NOTHING && units.length > begun)
      units.edges[units.length - 1]! |= OPENING.has(code) ? QUOTED : APART;
    if (script === SEVERAL) before = addSeveral(units, unfolded.get(code)!, before);
    else before = addUnit(units, folded[code]!, script, before);
    while (offsets !== undefined && offsets.length < units.length) offsets.push(at);
  }
  if (before !== NOTHING) units.edges[units.length - 1]! |= ENDS;
}

/** Returns the script that the next unit may meet. */
function addUnit(units: Units, code: number, script: number, before: number): number {
  const meets = before !== script;
  if (meets && before !== NOTHING) units.edges[units.length - 1]! |= ENDS;
  if (script !== NOTHING) pushUnit(units, code, meets ? BEGINS : 0);
  return script;
}

function addSeveral(units: Units, codes: readonly number[], before: number): number {
  return codes.reduce((last, code) => addUnit(units, folded[code]!, scripts[code]!, last), before);
}

/** Texts of these units alone are plain: nearly all. */
const COMMON = /^[ -~가-힣一-鿿“”‘’…·]*$/;

/** Whether each unit of a text stays as it is, in lower case, or is left out. */
export function isPlain(original: string): boolean {
  if (COMMON.test(original)) return true;
  for (let at = 0; at < original.length; at += 1) {
    const code = original.charCodeAt(at);
    const script = scripts[code]! || learn(code);
    if (script === SEVERAL || script === ACCENT) return false;
    if (script !== NOTHING && folded[code] !== code && !isCapital(code)) return false;
  }
  return true;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Whether a normalised word stands in a plain text as it would in the normalised text. */
export function standsIn(plain: string, wanted: string): boolean {
  const first = wanted[0]!;
  return beginsIn(plain, first, wanted) || (isLatin(first) && beginsIn(plain, first.toUpperCase(), wanted));
}

const isLatin = (unit: string): boolean => unit >= 'a' && unit <= 'z';

function beginsIn(plain: string, first: string, wanted: string): boolean {
  for (let begin = plain.indexOf(first); begin >= 0; begin = plain.indexOf(first, begin + 1)) {
    let found = 1;
    for (let at = begin + 1; at < plain.length && found < wanted.length; at += 1) {
      const code = plain.charCodeAt(at);
      if ((scripts[code]! || learn(code)) === NOTHING) continue;
      if (folded[code] !== wanted.charCodeAt(found)) break;
      found += 1;
    }
    if (found === wanted.length) return true;
  }
  return false;
}

export function normalise(original: string): Normal {
  const units = createUnits(original.length);
  const offsets: number[] = [];
  normaliseInto(units, original, offsets);
  return { text: unitsText(units), offsets, edges: units.edges.subarray(0, units.length) };
}
