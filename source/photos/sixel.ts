import { type PaletteImage, reduceColours } from './palette.ts';
import type { Pixels } from './pixels.ts';

/** Rows of pixels in a band: a sixel is one pixel wide and six high. */
const BAND = 6;
/** From this many on, equal sixels are written as a count and one of them. */
const WORTH_COUNTING = 4;

/**
 * Opaque pixels as a Sixel string (DEC STD 070; VT330/VT340 Programmer Reference, chapter 14), with the sequence that
 * begins it and the one that ends it. Pixels are square and none is left to the background.
 * @param colours at most so many; a terminal has registers for 16 to 1024 of them, and more than 256 show no more.
 */
export function encodeSixel(pixels: Pixels, colours: number): string {
  const indexed = reduceColours(pixels, Math.max(2, Math.min(256, colours)));
  const { width, height } = indexed;
  const registers = indexed.colours.map((rgb, index) => `#${index};2;${rgb.map(percent).join(';')}`).join('');
  const bands: string[] = [];
  for (let top = 0; top < height; top += BAND) bands.push(encodeBand(indexed, top));
  return `\x1bP0;1;0q"1;1;${width};${height}${registers}${bands.join('-')}\x1b\\`;
}

const percent = (value: number): number => Math.round((value * 100) / 255);

/** A band: for each of its colours the sixels in it, one colour after the other from the left edge. */
function encodeBand({ width, height, indices }: PaletteImage, top: number): string {
  const sixels = new Map<number, Uint8Array>();
  const rows = Math.min(BAND, height - top);
  for (let row = 0; row < rows; row += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = indices[(top + row) * width + x]!;
      let line = sixels.get(colour);
      if (line === undefined) {
        line = new Uint8Array(width);
        sixels.set(colour, line);
      }
      line[x]! |= 1 << row;
    }
  }
  return [...sixels].map(([colour, line]) => `#${colour}${runs(line)}`).join('$');
}

function runs(line: Uint8Array): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === 0) end -= 1;
  let out = '';
  for (let x = 0; x < end; ) {
    let to = x + 1;
    while (to < end && line[to] === line[x]) to += 1;
    const sixel = String.fromCharCode(0x3f + line[x]!);
    out += to - x >= WORTH_COUNTING ? `!${to - x}${sixel}` : sixel.repeat(to - x);
    x = to;
  }
  return out;
}
