import type { Pixels } from './pixels.ts';

/** How colours are named to a terminal: by their 24 bits, or by the 256 of xterm's palette. */
export type Palette = 'true' | '256';

/**
 * Opaque pixels as rows of painted cells, two pixels above each other in one: U+2580 (upper half block) in
 * the colour of the upper on that of the lower one. The picture is as many cells wide as pixels, and half as
 * many high.
 * @param whole A cell is one pixel, the mean of two: for terminals that draw the half block two cells wide.
 */
export function encodeBlocks({ width, height, data }: Pixels, palette: Palette, whole: boolean): string[] {
  const at = (x: number, y: number): Colour => {
    const from = (Math.min(y, height - 1) * width + x) * 4;
    return [data[from]!, data[from + 1]!, data[from + 2]!];
  };
  const rows: string[] = [];
  for (let y = 0; y < height; y += 2) {
    let row = '';
    let look = '';
    for (let x = 0; x < width; x += 1) {
      const upper = at(x, y);
      const lower = at(x, y + 1);
      const wanted = whole
        ? background(mean(upper, lower), palette)
        : `${foreground(upper, palette)};${background(lower, palette)}`;
      if (wanted !== look) row += `\x1b[${wanted}m`;
      look = wanted;
      row += whole ? ' ' : '▀';
    }
    rows.push(`${row}\x1b[m`);
  }
  return rows;
}

type Colour = readonly [number, number, number];

const mean = (one: Colour, other: Colour): Colour => [
  (one[0] + other[0]) >> 1,
  (one[1] + other[1]) >> 1,
  (one[2] + other[2]) >> 1,
];

const named = (colour: Colour, palette: Palette): string =>
  palette === 'true' ? `2;${colour.join(';')}` : `5;${nearest256(colour)}`;
const foreground = (colour: Colour, palette: Palette): string => `38;${named(colour, palette)}`;
const background = (colour: Colour, palette: Palette): string => `48;${named(colour, palette)}`;

/** The levels of xterm's cube of 6 × 6 × 6 colours, which begins at 16; 24 greys follow it at 232. */
const CUBE: readonly number[] = [0, 95, 135, 175, 215, 255];

function nearest256(colour: Colour): number {
  const steps = colour.map((value) =>
    CUBE.reduce(
      (best, level, step) => (Math.abs(level - value) < Math.abs(CUBE[best]! - value) ? step : best),
      0,
    ),
  );
  const cube = steps.map((step) => CUBE[step]!);
  const grey = Math.max(0, Math.min(23, Math.round(((colour[0] + colour[1] + colour[2]) / 3 - 8) / 10)));
  const level = 8 + grey * 10;
  const distance = (to: readonly number[]): number =>
    colour.reduce((sum, value, channel) => sum + (value - to[channel]!) ** 2, 0);
  return distance([level, level, level]) < distance(cube)
    ? 232 + grey
    : 16 + 36 * steps[0]! + 6 * steps[1]! + steps[2]!;
}
