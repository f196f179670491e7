import { cellWidth } from '../korean/cells.ts';
import { graphemes } from '../korean/graphemes.ts';

/** A painted row, cell by cell; cells behind its end are blank. */
export interface RowCells {
  /** The grapheme that begins in each cell; empty in the second cell of a wide one. */
  readonly chars: readonly string[];
  /**
   * The looks of the cells: SGR parameters in one order, then the hyperlink's URL, if any. Equal strings look
   * equal.
   */
  readonly looks: readonly CellStyle[];
}

export interface CellStyle {
  /** SGR parameters that make it out of the terminal's own look; empty for that. */
  readonly sgr: string;
  readonly href: string;
  /** A space in this look is not simply blank. */
  readonly onSpaces: boolean;
}

export const PLAIN: CellStyle = { sgr: '', href: '', onSpaces: false };

/** Every look there has been, so that looks are compared as objects. */
const known = new Map<string, CellStyle>([['\n', PLAIN]]);

/** SGR (ECMA-48, 8.3.117) and OSC 8: the only sequences in a painted row. */
const SEQUENCE = /\x1b\[([\d;]*)m|\x1b\]8;[^;]*;([^\x07\x1b]*)(?:\x07|\x1b\\)/g;

/** The SGR code that switches an attribute off, by the one that switches it on. */
const ATTRIBUTES: ReadonlyMap<number, number> = new Map([
  [1, 22],
  [2, 22],
  [3, 23],
  [4, 24],
  [7, 27],
  [9, 29],
]);
const FOREGROUND = 39;
const BACKGROUND = 49;
/** Attributes that are visible on a space: underline, inverse, strikethrough, background. */
const ON_SPACES = new Set([4, 7, 9, BACKGROUND]);

/** Reads a painted row, which holds text, SGR and OSC 8 and nothing else. */
export function readCells(painted: string): RowCells {
  const chars: string[] = [];
  const looks: CellStyle[] = [];
  const attributes = new Map<number, string>();
  let href = '';
  let look = PLAIN;
  let at = 0;

  function put(text: string): void {
    const blank = look.onSpaces || href !== '' ? look : PLAIN;
    for (const char of graphemes(text)) {
      const width = cellWidth(char);
      if (width === 0) {
        if (chars.length > 0) chars[chars.length - 1] += char;
        continue;
      }
      chars.push(char);
      looks.push(char === ' ' ? blank : look);
      for (let cell = 1; cell < width; cell += 1) {
        chars.push('');
        looks.push(look);
      }
    }
  }

  for (const match of painted.matchAll(SEQUENCE)) {
    if (match.index > at) put(painted.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[2] === undefined) applySgr(match[1] ?? '', attributes);
    else href = match[2];
    look = lookOf(attributes, href);
  }
  if (at < painted.length) put(painted.slice(at));
  while (chars.at(-1) === ' ' && looks.at(-1) === PLAIN) {
    chars.pop();
    looks.pop();
  }
  return { chars, looks };
}

/** Applies an SGR sequence to the attributes; they are keyed by the code that switches each off. */
function applySgr(parameters: string, attributes: Map<number, string>): void {
  const codes = parameters.split(';').map(Number);
  for (let at = 0; at < codes.length; at += 1) {
    const code = codes[at]!;
    if (code === 0) {
      attributes.clear();
    } else if (ATTRIBUTES.has(code)) {
      // Bold and faint have one off switch and are two attributes.
      attributes.set(code, String(code));
    } else if (code === 38 || code === 48) {
      const length = codes[at + 1] === 5 ? 3 : 5;
      attributes.set(code + 1, codes.slice(at, at + length).join(';'));
      at += length - 1;
    } else if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97)) {
      attributes.set(FOREGROUND, String(code));
    } else if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107)) {
      attributes.set(BACKGROUND, String(code));
    } else if (code === FOREGROUND || code === BACKGROUND) {
      attributes.delete(code);
    } else {
      for (const [on, off] of ATTRIBUTES) if (off === code) attributes.delete(on);
    }
  }
}

function lookOf(attributes: ReadonlyMap<number, string>, href: string): CellStyle {
  if (attributes.size === 0 && href === '') return PLAIN;
  const keys = [...attributes.keys()].sort((one, other) => one - other);
  const sgr = keys.map((key) => attributes.get(key)).join(';');
  const name = `${sgr}\n${href}`;
  let look = known.get(name);
  if (look === undefined) {
    look = { sgr, href, onSpaces: keys.some((key) => ON_SPACES.has(key)) };
    known.set(name, look);
  }
  return look;
}
