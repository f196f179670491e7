import { choseong, jamo } from '../../korean/jamo.ts';
import { createUnits, normaliseInto, pushUnit, unitsText } from '../query/normalise.ts';

/**
 * Many short texts as one long one, so that looking through all of them is one search in one string. Rows are
 * parted by a line feed, which no normalised text holds.
 */
export interface Column {
  /** Whether the text is Hanja read in Hangul, which is worth less than the title's own letters. */
  readonly hanja: boolean;
  readonly text: string;
  /** For each unit of `text`, the edges of words (`BEGINS`, `ENDS`). */
  readonly edges: Uint8Array;
  /** The offset in `text` at which each row begins; one more than there are rows. */
  readonly starts: Uint32Array;
  /** The entry whose text each row is. */
  readonly owners: Uint32Array;
  /** The text taken apart and narrowed, with the beginning of each row in it. Made when first needed. */
  readonly jamo: { readonly text: string; readonly starts: Uint32Array };
  /** The initial consonants, narrowed, a unit for a unit of `text`. Made when first needed. */
  readonly choseong: string;
}

const ROW_END = 10;

/** A row as it goes into a column: a text still to be normalised, or a normalised one with its edges. */
export type RowText = string | { readonly text: string; readonly edges: Uint8Array };

/** Sets up a column; without `owners`, each row is its own owner. */
export function createColumn(rows: readonly RowText[], owners?: readonly number[], hanja = false): Column {
  const { text, edges, starts } = joinedRows(rows);
  let apart: Column['jamo'] | null = null;
  let firsts: string | null = null;
  return {
    hanja,
    text,
    edges,
    starts,
    owners: owners === undefined ? Uint32Array.from(rows, (_, row) => row) : Uint32Array.from(owners),
    get jamo() {
      apart ??= takenApart(text, starts);
      return apart;
    },
    get choseong() {
      firsts ??= initialsOf(text);
      return firsts;
    },
  };
}

/** All rows as one text. A function of its own: a closure beside others would keep all that is here. */
function joinedRows(rows: readonly RowText[]): Pick<Column, 'text' | 'edges' | 'starts'> {
  const units = createUnits(rows.reduce((sum, row) => sum + lengthOf(row) + 1, 0));
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, index) => {
    starts[index] = units.length;
    if (typeof row === 'string') normaliseInto(units, row);
    else
      for (let at = 0; at < row.text.length; at += 1)
        pushUnit(units, row.text.charCodeAt(at), row.edges[at]!);
    pushUnit(units, ROW_END, 0);
  });
  starts[rows.length] = units.length;
  return { text: unitsText(units), edges: units.edges, starts };
}

const lengthOf = (row: RowText): number => (typeof row === 'string' ? row.length : row.text.length);

/** By UTF-16 unit, learnt when first met: its jamo, and its initial consonant, narrowed. */
const letters = new Array<string | undefined>(0x10000);
const initials = new Uint8Array(0x10000);

/**
 * Jamo as one byte each, so that strings of them take half the room and are searched several times as fast.
 * Other characters share the remaining bytes: a place found by such a unit has to be checked.
 */
export function narrow(jamo: string): string {
  let narrowed = '';
  for (let at = 0; at < jamo.length; at += 1) {
    const code = jamo.charCodeAt(at);
    narrowed += String.fromCharCode(
      code < 0x80 ? code : code >= 0x3131 && code <= 0x3163 ? code - 0x3131 + 0x80 : SHARED + (code % 0x40),
    );
  }
  return narrowed;
}

const SHARED = 0xc0;

/** Whether it has a unit that others share their byte with. */
export const isShared = (narrowed: string): boolean => /[\xc0-\xff]/.test(narrowed);

/** The jamo of a unit, narrowed. */
export function lettersOf(code: number): string {
  return letters[code] ?? learn(code);
}

function learn(code: number): string {
  const apart = narrow(jamo(String.fromCharCode(code)));
  letters[code] = apart;
  return apart;
}

function takenApart(text: string, starts: Uint32Array): Column['jamo'] {
  // No syllable has more than five: ㄱㅗㅏㄹㄱ.
  let bytes = Buffer.allocUnsafe(text.length * 2 + 8);
  let length = 0;
  const jamoStarts = new Uint32Array(starts.length);
  let row = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (starts[row] === at) {
      jamoStarts[row] = length;
      row += 1;
    }
    if (length + 8 > bytes.length) bytes = Buffer.concat([bytes], bytes.length * 2);
    const apart = lettersOf(text.charCodeAt(at));
    for (let each = 0; each < apart.length; each += 1) {
      bytes[length] = apart.charCodeAt(each);
      length += 1;
    }
  }
  jamoStarts[starts.length - 1] = length;
  return { text: bytes.toString('latin1', 0, length), starts: jamoStarts };
}

function initialsOf(text: string): string {
  const bytes = Buffer.allocUnsafe(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (initials[code] === 0) initials[code] = narrow(choseong(text[at]!)).charCodeAt(0);
    bytes[at] = initials[code]!;
  }
  return bytes.toString('latin1');
}

/** The unit of `text` that a place in a row's jamo belongs to. */
export const unitAt = (column: Column, row: number, place: number): number => unitsAlong(column, row)(place);

/** The same for places that are asked for in ascending order: a long row is walked through only once. */
export function unitsAlong({ text, starts, jamo }: Column, row: number): (place: number) => number {
  let unit = starts[row]!;
  let end = jamo.starts[row]! + lettersOf(text.charCodeAt(unit)).length;
  return (place) => {
    while (end <= place) {
      unit += 1;
      end += lettersOf(text.charCodeAt(unit)).length;
    }
    return unit;
  };
}

/** The index of a unit's first jamo. */
export function jamoAt({ text, starts, jamo }: Column, row: number, unit: number): number {
  let at = jamo.starts[row]!;
  for (let each = starts[row]!; each < unit; each += 1) at += lettersOf(text.charCodeAt(each)).length;
  return at;
}

/** Called with each place found: its row, its score (from 1 down), its first and last unit. */
export type OnHit = (row: number, score: number, first: number, last: number) => void;

/** The answers to a place that was found: go on, or stop. */
export const GO_ON = 0;
export const NEXT_ROW = 1;
export const STOP = 2;

/**
 * Calls back with each place of a string, in order. `starts` are those of the rows of the text looked
 * through.
 */
export function eachPlace(
  text: string,
  starts: Uint32Array,
  wanted: string,
  tell: (row: number, at: number) => number,
): void {
  if (wanted === '') return;
  let row = 0;
  let at = text.indexOf(wanted);
  while (at >= 0) {
    while (starts[row + 1]! <= at) row += 1;
    const next = tell(row, at);
    if (next === STOP) return;
    at = text.indexOf(wanted, next === NEXT_ROW ? starts[row + 1]! : at + 1);
  }
}
