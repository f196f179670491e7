import { isEastAsian } from '../cells.ts';
import { C, classes, EDGE, lineBreakClass } from './line-break-classes.ts';

/** How a language departs from Unicode's classes. */
export interface Tailoring {
  readonly classOf: (code: number) => number;
  /** Fullwidth, wide or halfwidth, which LB19a, LB21a and LB30 ask. */
  readonly eastAsian: (code: number) => boolean;
}

const UNTAILORED: Tailoring = { classOf: lineBreakClass, eastAsian: isEastAsian };

const HARD = classes('BK', 'CR', 'LF', 'NL');
const BARE = classes('BK', 'CR', 'LF', 'NL', 'SP', 'ZW');
const CLOSING = classes('CL', 'CP', 'EX', 'SY');
const BEFORE_OPENING_QUOTE = classes('BK', 'CR', 'LF', 'NL', 'OP', 'QU', 'Pi', 'Pf', 'GL', 'SP', 'ZW');
// biome-ignore format: a table
const AFTER_CLOSING_QUOTE = classes('SP', 'GL', 'WJ', 'CL', 'QU', 'Pi', 'Pf', 'CP', 'EX', 'IS', 'SY', 'BK', 'CR', 'LF', 'NL', 'ZW');
const BEFORE_WORD_HYPHEN = classes('BK', 'CR', 'LF', 'NL', 'SP', 'ZW', 'CB', 'GL');
const GLUE_MAY_FOLLOW = classes('SP', 'BA', 'HY');
const NOT_FIRST = classes('BA', 'HY', 'NS', 'IN');
const LETTER = classes('AL', 'HL', 'DC');
const IDEOGRAPH = classes('ID', 'EB', 'EM', 'CN');
const HANGUL = classes('JL', 'JV', 'JT', 'H2', 'H3');
const JAMO_AFTER_L = classes('JL', 'JV', 'H2', 'H3');
const AKSARA = classes('AK', 'DC', 'AS');
BEFORE_OPENING_QUOTE[EDGE] = AFTER_CLOSING_QUOTE[EDGE] = BEFORE_WORD_HYPHEN[EDGE] = 1;

const HYPHEN = 0x2010;

/**
 * The line break opportunities of a text by the Unicode Line Breaking Algorithm (UAX #14, Unicode 16.0),
 * every rule of it. The answer holds 1 at each UTF-16 offset before which a break is allowed, mandatory ones
 * and the text's end among them.
 */
export function lineBreaks(text: string, tailoring: Tailoring = UNTAILORED): Uint8Array {
  const allowed = new Uint8Array(text.length + 1);
  const units = unitsOf(text, tailoring);
  for (let at = 1; at < units.count; at += 1) {
    if (mayBreak(units, at)) allowed[units.offsets[at]!] = 1;
  }
  if (text !== '') allowed[text.length] = 1;
  return allowed;
}

/** A text's characters, their combining marks taken in (LB9, LB10). */
interface LineUnits {
  readonly count: number;
  readonly kinds: Uint8Array;
  readonly codes: Uint32Array;
  readonly offsets: Uint32Array;
  /** 1 if a zero width joiner ends it (LB8a). */
  readonly joined: Uint8Array;
  /** 1 if an odd number of regional indicators in a row ends (LB30a). */
  readonly oddFlags: Uint8Array;
  readonly eastAsian: (code: number) => boolean;
}

function unitsOf(text: string, { classOf, eastAsian }: Tailoring): LineUnits {
  const kinds = new Uint8Array(text.length);
  const codes = new Uint32Array(text.length);
  const offsets = new Uint32Array(text.length);
  const joined = new Uint8Array(text.length);
  const oddFlags = new Uint8Array(text.length);
  let count = 0;
  for (let offset = 0; offset < text.length; ) {
    const code = text.codePointAt(offset)!;
    const lineBreak = classOf(code);
    if (lineBreak === C.CM || lineBreak === C.ZWJ) {
      const taken = count > 0 && BARE[kinds[count - 1]!] === 0;
      if (!taken) {
        kinds[count] = C.AL;
        codes[count] = code;
        offsets[count] = offset;
        count += 1;
      }
      joined[count - 1] = lineBreak === C.ZWJ ? 1 : 0;
    } else {
      kinds[count] = lineBreak;
      codes[count] = code;
      offsets[count] = offset;
      if (lineBreak === C.RI) oddFlags[count] = count > 0 && oddFlags[count - 1] === 1 ? 0 : 1;
      count += 1;
    }
    offset += code > 0xffff ? 2 : 1;
  }
  return { count, kinds, codes, offsets, joined, oddFlags, eastAsian };
}

function classAt(units: LineUnits, at: number): number {
  return at < 0 || at >= units.count ? EDGE : units.kinds[at]!;
}

function eastAsianAt(units: LineUnits, at: number): boolean {
  return at >= 0 && at < units.count && units.eastAsian(units.codes[at]!);
}

/** Rules LB4 to LB31 for the place between units `at − 1` and `at`, in the annex's order where it matters. */
function mayBreak(units: LineUnits, at: number): boolean {
  const before = units.kinds[at - 1]!;
  const after = units.kinds[at]!;
  if (HARD[before] === 1) return !(before === C.CR && after === C.LF); // LB4, LB5
  if (HARD[after] === 1 || after === C.SP || after === C.ZW) return false; // LB6, LB7
  if (after === C.AL && before === C.AL) return false; // LB28, much the most common

  let lead = at - 1; // what stands before the spaces
  while (lead >= 0 && units.kinds[lead] === C.SP) lead -= 1;
  const leading = classAt(units, lead);
  if (leading === C.ZW) return true; // LB8
  if (units.joined[at - 1] === 1) return false; // LB8a
  if (before === C.WJ || after === C.WJ || before === C.GL) return false; // LB11, LB12
  if (after === C.GL && GLUE_MAY_FOLLOW[before] === 0) return false; // LB12a
  if (CLOSING[after] === 1) return false; // LB13
  if (leading === C.OP) return false; // LB14
  if (leading === C.Pi && BEFORE_OPENING_QUOTE[classAt(units, lead - 1)] === 1) return false; // LB15a
  if (after === C.Pf && AFTER_CLOSING_QUOTE[classAt(units, at + 1)] === 1) return false; // LB15b
  if (after === C.IS) return before === C.SP && classAt(units, at + 1) === C.NU; // LB15c, LB15d
  if ((leading === C.CL || leading === C.CP) && after === C.NS) return false; // LB16
  if (leading === C.B2 && after === C.B2) return false; // LB17
  if (before === C.SP) return true; // LB18
  return !keptByQuotes(units, at) && !keptByKind(units, at, before, after);
}

/** LB19, LB19a. */
function keptByQuotes(units: LineUnits, at: number): boolean {
  const before = units.kinds[at - 1]!;
  const after = units.kinds[at]!;
  if (after === C.QU || after === C.Pf || before === C.QU || before === C.Pi) return true;
  if (after === C.Pi && !(eastAsianAt(units, at - 1) && eastAsianAt(units, at + 1))) return true;
  return before === C.Pf && !(eastAsianAt(units, at) && eastAsianAt(units, at - 2));
}

/** LB20 to LB30b. */
function keptByKind(units: LineUnits, at: number, before: number, after: number): boolean {
  if (before === C.CB || after === C.CB) return false; // LB20
  const earlier = classAt(units, at - 2);
  const hyphen = before === C.HY || units.codes[at - 1] === HYPHEN;
  if (hyphen && after === C.AL && BEFORE_WORD_HYPHEN[earlier] === 1) return true; // LB20a
  if (
    earlier === C.HL &&
    after !== C.HL &&
    (before === C.HY || (before === C.BA && !eastAsianAt(units, at - 1)))
  ) {
    return true; // LB21a
  }
  if (NOT_FIRST[after] === 1 || before === C.BB) return true; // LB21, LB22
  if (before === C.SY && after === C.HL) return true; // LB21b
  const letterBefore = LETTER[before] === 1;
  const letterAfter = LETTER[after] === 1;
  if ((letterBefore && after === C.NU) || (before === C.NU && letterAfter)) return true; // LB23
  if (before === C.PR && IDEOGRAPH[after] === 1) return true; // LB23a
  if (IDEOGRAPH[before] === 1 && after === C.PO) return true;
  if ((before === C.PR || before === C.PO) && letterAfter) return true; // LB24
  if (letterBefore && (after === C.PR || after === C.PO)) return true;
  if (keptInNumber(units, at, before, after)) return true;
  if (HANGUL[before] === 1 || HANGUL[after] === 1) {
    if (before === C.JL && JAMO_AFTER_L[after] === 1) return true; // LB26
    if ((before === C.JV || before === C.H2) && (after === C.JV || after === C.JT)) return true;
    if ((before === C.JT || before === C.H3) && after === C.JT) return true;
    if (after === C.PO || before === C.PR) return true; // LB27
  }
  if (letterBefore && letterAfter) return true; // LB28
  if (keptInAksara(units, at, before, after)) return true;
  if (before === C.IS && letterAfter) return true; // LB29
  if ((letterBefore || before === C.NU) && after === C.OP) return !eastAsianAt(units, at); // LB30
  if (before === C.CP && (letterAfter || after === C.NU)) return !eastAsianAt(units, at - 1);
  if (before === C.RI && after === C.RI) return units.oddFlags[at - 1] === 1; // LB30a
  return (before === C.EB || before === C.CN) && after === C.EM; // LB30b
}

/** LB25: numbers with their signs, points, brackets and units. */
function keptInNumber(units: LineUnits, at: number, before: number, after: number): boolean {
  if (after === C.NU && (before === C.PO || before === C.PR || before === C.HY || before === C.IS))
    return true;
  if ((before === C.PO || before === C.PR) && after === C.OP) {
    const next = classAt(units, at + 1);
    return next === C.NU || (next === C.IS && classAt(units, at + 2) === C.NU);
  }
  if (after !== C.PO && after !== C.PR && after !== C.NU) return false;
  let start = at - 1;
  if (after !== C.NU && (before === C.CL || before === C.CP)) start -= 1;
  while (start >= 0 && (units.kinds[start] === C.SY || units.kinds[start] === C.IS)) start -= 1;
  return classAt(units, start) === C.NU;
}

/** LB28a: the syllables of Brahmic scripts. */
function keptInAksara(units: LineUnits, at: number, before: number, after: number): boolean {
  if (before === C.AP) return AKSARA[after] === 1;
  if (AKSARA[before] === 1) {
    return after === C.VF || after === C.VI || (AKSARA[after] === 1 && classAt(units, at + 1) === C.VF);
  }
  return before === C.VI && (after === C.AK || after === C.DC) && AKSARA[classAt(units, at - 2)] === 1;
}
