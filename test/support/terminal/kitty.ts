// The pictures that a terminal with the kitty graphics protocol would show for some output: read without the
// program's own code.
import { decode } from 'fast-png';
import type { Cell } from './terminal.ts';

export interface KittyImage {
  readonly width: number;
  readonly height: number;
  /** Red, green and blue of each pixel. */
  readonly data: ArrayLike<number>;
  /** The cells of its virtual placement, as columns and rows; null if it has none. */
  readonly cells: readonly [number, number] | null;
}

const CUT = { width: 0, height: 0, data: [] };

/** The images that the terminal has after all of that, by number; and the largest upload's bytes, escapes and all. */
export function kittyImages(written: string): { images: Map<number, KittyImage>; largest: number } {
  const images = new Map<number, KittyImage>();
  let loading: { image: number; payload: string; size: number } | null = null;
  let largest = 0;
  for (const [whole, control = '', payload = ''] of written.matchAll(
    /\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\/g,
  )) {
    const keys = new Map(control.split(',').map((pair) => pair.split('=') as [string, string]));
    const image = Number(keys.get('i') ?? 0);
    switch (keys.get('a')) {
      case 't':
        loading = { image, payload: '', size: 0 };
        break;
      case 'p': {
        const known = images.get(image);
        if (known === undefined) throw new Error(`image ${image} is placed, but not there`);
        images.set(image, { ...known, cells: [Number(keys.get('c')), Number(keys.get('r'))] });
        continue;
      }
      case 'd':
        images.delete(image);
        continue;
    }
    if (loading === null) throw new Error(`a piece of no upload: ${control}`);
    if (payload.length > 4096) throw new Error('a piece is too long');
    loading = { ...loading, payload: loading.payload + payload, size: loading.size + whole.length };
    if (keys.get('m') === '1') continue;
    largest = Math.max(largest, loading.size);
    // An upload that was cut ends with an empty piece: the terminal keeps its part of it until it is deleted.
    const picture = payload === '' ? CUT : decodedOnce(loading.payload);
    images.set(loading.image, { ...picture, cells: null });
    loading = null;
  }
  return { images, largest };
}

const decoded = new Map<string, ReturnType<typeof decode>>();

function decodedOnce(base64: string): ReturnType<typeof decode> {
  const known = decoded.get(base64) ?? decode(Buffer.from(base64, 'base64'));
  decoded.set(base64, known);
  return known;
}

/** The protocol's first marks: they number 0, 1, 2, … */
const MARKS = [
  0x305, 0x30d, 0x30e, 0x310, 0x312, 0x33d, 0x33e, 0x33f, 0x346, 0x34a, 0x34b, 0x34c, 0x350, 0x351, 0x352,
  0x357, 0x35b, 0x363, 0x364, 0x365, 0x366, 0x367, 0x368, 0x369, 0x36a, 0x36b, 0x36c, 0x36d, 0x36e, 0x36f,
  0x483, 0x484, 0x485, 0x486, 0x487,
];

/** A cell of an image on the screen. */
export interface PlaceholderCell {
  readonly x: number;
  readonly y: number;
  /** The low byte of the image's number, from the colour. */
  readonly low: number | null;
  readonly row: number;
  readonly column: number;
}

/** The placeholders on the screen; a cell takes missing numbers from the one at its left. */
export function placeholdersOn(cells: readonly (readonly Cell[])[]): PlaceholderCell[] {
  const found: PlaceholderCell[] = [];
  cells.forEach((line, y) => {
    let x = 0;
    let left: PlaceholderCell | null = null;
    for (const { chars, width, colour } of line) {
      const [base = 0, row, column] = [...chars].map((char) => char.codePointAt(0)!);
      if (base !== 0x10eeee) {
        left = null;
      } else {
        const told: PlaceholderCell = {
          x,
          y,
          low: colour,
          row: row === undefined ? (left?.row ?? Number.NaN) : MARKS.indexOf(row),
          column: column === undefined ? (left?.column ?? Number.NaN) + 1 : MARKS.indexOf(column),
        };
        found.push(told);
        left = told;
      }
      x += width;
    }
  });
  return found;
}
