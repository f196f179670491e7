import { reduce } from './reduce.ts';
import { HALF_WIDTH, WIDE } from './width-data.ts';

const BASIC_PLANE = 0x10000;
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** Characters drawn over the one before: marks, joiners, and the jamo that complete a syllable. */
const NOTHING = /^[\p{Mn}\p{Me}\p{Cf}\u1160-\u11ff\ud7b0-\ud7fb]$/u;

const JOINER = 0x200d;
const FIRST_SKIN = 0x1f3fb;
const LAST_SKIN = 0x1f3ff;

const UNKNOWN = 255;

/** Blocks whose characters are narrow unless the table says wide; skipping the regular expression there saves its compilation. */
const NARROW: readonly Range[] = [
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x2010, 0x2027],
  [0x2030, 0x205f],
  [0x2070, 0x20cf],
  [0x2100, 0x2cee],
  [0x3000, 0x3029],
  [0x3030, 0x3098],
  [0x309b, 0xa66e],
];

/**
 * Cells of each character of the basic plane; whether a narrow one takes a cell is looked up when it is first
 * met.
 */
let basic: Uint8Array | null = null;
let beyond: Range[] = [];

type Range = readonly [first: number, last: number];

/** The ranges of a table of `width-data.ts`. */
export function ranges(table: string): Range[] {
  return table
    .trim()
    .split(/\s+/)
    .map((range) => {
      const [first = 0, last = first] = range.split('-').map((digits) => Number.parseInt(digits, 36));
      return [first, last];
    });
}

function expand(): Uint8Array {
  const table = new Uint8Array(BASIC_PLANE).fill(UNKNOWN);
  beyond = [];
  for (const [first, last] of NARROW) table.fill(1, first, last + 1);
  for (const range of ranges(WIDE)) {
    if (range[0] >= BASIC_PLANE) beyond.push(range);
    else table.fill(2, range[0], range[1] + 1);
  }
  return table;
}

/** The cells of one code point. */
function codePointWidth(code: number): number {
  if (code < 0x7f) return 1;
  if (code >= FIRST_SYLLABLE && code <= LAST_SYLLABLE) return 2;
  basic ??= expand();
  if (code >= BASIC_PLANE) {
    return beyond.some(([first, last]) => code >= first && code <= last) ? 2 : narrowWidth(code);
  }
  if (basic[code] === UNKNOWN) basic[code] = narrowWidth(code);
  return basic[code]!;
}

function narrowWidth(code: number): number {
  return NOTHING.test(String.fromCodePoint(code)) ? 0 : 1;
}

let half: Range[] | null = null;

/** Wide, fullwidth or halfwidth by EastAsianWidth.txt. */
export function isEastAsian(code: number): boolean {
  if (code < 0x1100) return false;
  if (codePointWidth(code) === 2) return true;
  half ??= ranges(HALF_WIDTH);
  return half.some(([first, last]) => code >= first && code <= last);
}

/**
 * The cells that a terminal gives a sanitised line. Wide and fullwidth characters take two, combining marks and the
 * jamo behind a syllable's first none, everything else one: East Asian Ambiguous characters (“ ” … · ●) too, as in
 * xterm, kitty, alacritty, VTE and tmux, also under a Korean locale. Emoji sequences count as `reduce` draws them.
 */
export function cellWidth(text: string): number {
  let cells = 0;
  let disputed = false;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length) {
      const code = text.codePointAt(at)!;
      disputed ||= code >= FIRST_SKIN && code <= LAST_SKIN;
      cells += codePointWidth(code);
      at += 1;
    } else {
      disputed ||= unit === JOINER;
      cells += codePointWidth(unit);
    }
  }
  return disputed && reduce(text) !== text ? cellWidth(reduce(text)) : cells;
}
