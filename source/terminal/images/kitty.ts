/** The kitty graphics protocol (sw.kovidgoyal.net/kitty/graphics-protocol), as far as photos need it. */

/** A piece of an upload: the most base64 that one sequence may hold. */
const CHUNK = 4096;
/** Asks for no answers, of success or failure. */
const QUIET = 'q=2';

const command = (keys: string, payload = ''): string =>
  `\x1b_G${keys}${payload === '' ? '' : `;${payload}`}\x1b\\`;

/**
 * The sequences that upload a PNG, to be written in this order; other output may come between them, but no other
 * image. Nothing is shown by it yet.
 */
export function uploadPng(image: number, base64: string): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < base64.length || at === 0; at += CHUNK) {
    const more = at + CHUNK < base64.length ? 1 : 0;
    const keys = at === 0 ? `a=t,f=100,t=d,i=${image},${QUIET},m=${more}` : `m=${more},${QUIET}`;
    pieces.push(command(keys, base64.slice(at, at + CHUNK)));
  }
  return pieces;
}

/** Ends an upload that is not whole: the next sequence is one of its own again. */
export const CUT_UPLOAD = command('m=0,q=2');

/** Shows an uploaded image at its placeholders, fitted into so many cells. */
export function placeByPlaceholders(image: number, columns: number, rows: number): string {
  return command(`a=p,U=1,i=${image},c=${columns},r=${rows},${QUIET}`);
}

/** Shows an uploaded image in so many cells from the cursor on, which does not move. */
export function placeAtCursor(image: number, columns: number, rows: number): string {
  return command(`a=p,i=${image},p=1,c=${columns},r=${rows},C=1,${QUIET}`);
}

/** Takes an image off the screen and out of the terminal's memory. */
export function deleteImage(image: number): string {
  return command(`a=d,d=I,i=${image},${QUIET}`);
}

/** Asks whether the protocol is spoken: the answer is an APC that begins with `Gi=31;OK`. */
export const QUERY = command('i=31,s=1,v=1,a=q,t=d,f=24', 'AAAA');
export const QUERY_OK = /\x1b_Gi=31;OK\x1b\\/;

/** The character that stands for a cell of an image. */
const PLACEHOLDER = '\u{10eeee}';

/**
 * The marks that number rows, columns and the highest byte of an image, in the protocol's order (it has seven more, which
 * no terminal is high enough for).
 */
const MARKS = `
305 30d-30e 310 312 33d-33f 346 34a-34c 350-352 357 35b 363-36f 483-487 592-595 597-599 59c-5a1 5a8-5a9 5ab-5ac 5af 5c4
610-617 657-65b 65d-65e 6d6-6dc 6df-6e2 6e4 6e7-6e8 6eb-6ec 730 732-733 735-736 73a 73d 73f-741 743 745 747 749-74a
7eb-7f1 7f3 816-819 81b-823 825-827 829-82d 951 953-954 f82-f83 f86-f87 135d-135f 17dd 193a 1a17 1a75-1a7c 1b6b 1b6d-1b73
1cd0-1cd2 1cda-1cdb 1ce0 1dc0-1dc1 1dc3-1dc9 1dcb-1dcc 1dd1-1de6 1dfe 20d0-20d1 20d4-20d7 20db-20dc 20e1 20e7 20e9 20f0
2cef-2cf1 2de0-2dff a66f a67c-a67d a6f0-a6f1 a8e0-a8f1 aab0 aab2-aab3 aab7-aab8 aabe-aabf aac1 fe20-fe26 10a0f 10a38
1d185-1d189`;

let marks: readonly string[] | null = null;

/** The mark of a number from 0 on. */
function mark(number: number): string {
  marks ??= MARKS.trim()
    .split(/\s+/)
    .flatMap((range) => {
      const [first = 0, last = first] = range.split('-').map((digits) => Number.parseInt(digits, 16));
      return Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index));
    });
  return marks[number] ?? '';
}

/** The most rows that placeholders can number. */
export const MOST_ROWS = 290;

/**
 * An image's number out of two bytes: the high one is written as a combining mark, the low one as one of the
 * 256 colours. Both pass through tmux.
 */
export function imageNumber(high: number, low: number): number {
  return high * 0x100_0000 + low;
}

/** The SGR parameters by which placeholders belong to an image. */
export function placeholderLook(image: number): string {
  return `38;5;${image % 0x100}`;
}

/**
 * The placeholders of a row of an image. Only the first cell is numbered: each of the others continues the
 * one at its left, even if that was written earlier.
 */
export function placeholders(image: number, row: number, columns: number): string {
  const high = Math.floor(image / 0x100_0000);
  return `${PLACEHOLDER}${mark(row)}${mark(0)}${mark(high)}${PLACEHOLDER.repeat(columns - 1)}`;
}
