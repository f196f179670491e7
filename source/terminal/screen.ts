import { type CellStyle, PLAIN, type RowCells, readCells } from './cells.ts';
import { findShift, type Shift } from './scroll-region.ts';

export interface Position {
  readonly x: number;
  readonly y: number;
}

/** Keeps track of a terminal's contents, and writes the next frame in few bytes. */
export interface TerminalScreen {
  /**
   * Draws a frame: painted rows from the top, none wider than the terminal. Writes only the cells that changed, and has
   * the terminal move rows that only moved. The cursor is hidden if its position is null.
   */
  show(rows: readonly string[], cursor: Position | null): void;
  /** Forgets the terminal's contents, so that the next frame is written whole. */
  forget(): void;
}

/** Frames of at least this many bytes are shown in one go (synchronised output, mode 2026; unknown to some, harmless). */
const SYNCHRONISED = 512;
const BEGIN = '\x1b[?2026h';
const END = '\x1b[?2026l';

/** Up to this many unchanged cells between two changes are written again: jumping over them costs as much. */
const CHEAPER_THAN_A_JUMP = 3;

const BLANK: RowCells = { chars: [], looks: [] };

/** A screen whose content is not known yet. @param write called once a frame, with all of its bytes. */
export function createScreen(write: (text: string) => void): TerminalScreen {
  let painted: readonly string[] = [];
  /** The cells of `painted`, for the rows that have been compared. */
  let cells: (RowCells | undefined)[] = [];
  let cursor: Position | null = null;
  let cursorShown = true;

  return {
    forget() {
      painted = [];
      cells = [];
      cursorShown = true;
    },

    show(rows, wanted) {
      const pen = createPen();
      if (painted.length === rows.length) {
        const shift = findShift(painted, rows);
        if (shift !== null) {
          pen.shift(shift);
          cells = shifted(cells, shift, BLANK);
          painted = shifted(painted, shift, '');
        }
      }
      cells = rows.map((row, y) => {
        const before = painted[y];
        if (before === row) return cells[y];
        if (before === undefined) {
          pen.row(y, row);
          return undefined;
        }
        const fresh = readCells(row);
        drawRow(pen, y, cells[y] ?? readCells(before), fresh);
        return fresh;
      });
      painted = rows;

      pen.look(PLAIN);
      if (wanted === null) {
        if (cursorShown) pen.text('\x1b[?25l');
      } else {
        if (cursor?.x !== wanted.x || cursor.y !== wanted.y || pen.written() !== '' || !cursorShown) {
          pen.jump(wanted.x, wanted.y);
        }
        if (!cursorShown) pen.text('\x1b[?25h');
      }
      cursor = wanted;
      cursorShown = wanted !== null;

      const text = pen.written();
      if (text !== '') write(text.length < SYNCHRONISED ? text : `${BEGIN}${text}${END}`);
    },
  };
}

/** Writes the cells of a row that differ from the old ones. */
function drawRow(pen: Pen, y: number, old: RowCells, fresh: RowCells): void {
  const { chars, looks } = fresh;
  const end = chars.length;
  const differs = (x: number): boolean =>
    chars[x] !== (old.chars[x] ?? ' ') || looks[x] !== (old.looks[x] ?? PLAIN);
  for (let x = 0; x < end; x += 1) {
    if (!differs(x)) continue;
    let from = x;
    while (chars[from] === '') from -= 1;
    let to = x + 1;
    for (let ahead = to; ahead < end && ahead - to <= CHEAPER_THAN_A_JUMP; ahead += 1) {
      if (differs(ahead)) to = ahead + 1;
    }
    while (chars[to] === '') to += 1;
    pen.move(from, y);
    for (let cell = from; cell < to; cell += 1) pen.cell(chars[cell]!, looks[cell]!);
    x = to - 1;
  }
  if (end < old.chars.length) {
    pen.move(end, y);
    pen.clearToEnd();
  }
}

interface Pen {
  /** Goes to a cell by the shortest way. */
  move(x: number, y: number): void;
  jump(x: number, y: number): void;
  look(look: CellStyle): void;
  cell(char: string, look: CellStyle): void;
  /** Clears a row and writes it as it is painted. */
  row(y: number, painted: string): void;
  clearToEnd(): void;
  shift(shift: Shift): void;
  text(sequence: string): void;
  written(): string;
}

/** Collects a frame's bytes, keeping track of the terminal's cursor and style. */
function createPen(): Pen {
  let out = '';
  let now = PLAIN;
  /** The cursor's position; null if only an absolute jump is certain to be right. */
  let at: Position | null = null;

  function look(wanted: CellStyle): void {
    if (wanted === now) return;
    if (wanted.href !== now.href) out += `\x1b]8;;${wanted.href}\x1b\\`;
    if (wanted.sgr !== now.sgr) out += sgr(now.sgr, wanted.sgr);
    now = wanted;
  }

  const pen: Pen = {
    move(x, y) {
      if (at?.y === y && at.x === x) return;
      if (at?.y === y && x > at.x) out += x - at.x === 1 ? '\x1b[C' : `\x1b[${x - at.x}C`;
      else if (at !== null && y === at.y + 1 && x === 0) out += '\r\n';
      else pen.jump(x, y);
      at = { x, y };
    },
    jump(x, y) {
      out += x === 0 ? `\x1b[${y + 1}H` : `\x1b[${y + 1};${x + 1}H`;
      at = { x, y };
    },
    look,
    cell(char, wanted) {
      // A space may keep the current style if neither style is visible on it.
      const any = char === ' ' && !wanted.onSpaces && !now.onSpaces && wanted.href === now.href;
      if (!any && char !== '') look(wanted);
      out += char;
      if (at !== null) at = { x: at.x + 1, y: at.y };
    },
    row(y, painted) {
      pen.move(0, y);
      pen.clearToEnd();
      out += painted;
      // The column is not tracked; a new line works from any.
      at = { x: Number.NaN, y };
    },
    clearToEnd() {
      look(PLAIN);
      out += '\x1b[K';
    },
    shift({ top, bottom, by }) {
      out += `\x1b[${top + 1};${bottom + 1}r`;
      pen.jump(0, top);
      // Deleting and inserting lines rather than scrolling: the Linux console knows no SU and SD.
      out += `\x1b[${Math.abs(by)}${by > 0 ? 'M' : 'L'}\x1b[r`;
      at = null;
    },
    text(sequence) {
      out += sequence;
    },
    written: () => out,
  };
  return pen;
}

/** The SGR sequence from one style to another; an empty parameter list resets. */
function sgr(from: string, to: string): string {
  if (to === '') return '\x1b[m';
  return from === '' ? `\x1b[${to}m` : `\x1b[0;${to}m`;
}

/** The rows after a shift: moved rows in their new places, uncovered ones blank. */
function shifted<T>(rows: readonly T[], { top, bottom, by }: Shift, blank: T): T[] {
  return rows.map((row, y) => {
    if (y < top || y > bottom) return row;
    const from = y + by;
    return from < top || from > bottom ? blank : rows[from]!;
  });
}
