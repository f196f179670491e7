import type { Pixels } from './pixels.ts';

/** A picture in few colours: `indices` has one for each pixel, into `colours` (red, green, blue). */
export interface PaletteImage {
  readonly width: number;
  readonly height: number;
  readonly colours: readonly Rgb[];
  readonly indices: Uint8Array;
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** Colours are counted by their five highest bits: few enough to count, fine enough for the eye. */
const LEVELS = 32;

/** The pixels of one of the counted colours. */
interface Bin {
  readonly colour: Rgb;
  readonly count: number;
}

/**
 * Brings opaque pixels down to at most `most` colours (2 to 256): median cut chooses them, and the error of each pixel
 * is passed on to its neighbours (Floyd and Steinberg, 1976).
 */
export function reduceColours(pixels: Pixels, most: number): PaletteImage {
  const { width, height, data } = pixels;
  const colours = medianCut(countColours(data), most);
  const nearest = nearestIn(colours);
  const indices = new Uint8Array(width * height);
  let errors = new Float32Array((width + 2) * 3);
  let below = new Float32Array((width + 2) * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4;
      const error = (x + 1) * 3;
      const red = clamp(data[at]! + errors[error]!);
      const green = clamp(data[at + 1]! + errors[error + 1]!);
      const blue = clamp(data[at + 2]! + errors[error + 2]!);
      const index = nearest(red, green, blue);
      indices[y * width + x] = index;
      const chosen = colours[index]!;
      const off = [red - chosen[0], green - chosen[1], blue - chosen[2]];
      for (let channel = 0; channel < 3; channel += 1) {
        const part = off[channel]! / 16;
        errors[error + 3 + channel]! += part * 7;
        below[error - 3 + channel]! += part * 3;
        below[error + channel]! += part * 5;
        below[error + 3 + channel]! += part;
      }
    }
    [errors, below] = [below, errors];
    below.fill(0);
  }
  return { width, height, colours, indices };
}

const clamp = (value: number): number => Math.max(0, Math.min(255, value));

function countColours(data: Pixels['data']): Bin[] {
  const sums = new Float64Array(LEVELS ** 3 * 4);
  for (let at = 0; at < data.length; at += 4) {
    const bin = binOf(data[at]!, data[at + 1]!, data[at + 2]!) * 4;
    sums[bin]! += 1;
    for (let channel = 0; channel < 3; channel += 1) sums[bin + 1 + channel]! += data[at + channel]!;
  }
  const bins: Bin[] = [];
  for (let bin = 0; bin < sums.length; bin += 4) {
    const count = sums[bin]!;
    if (count === 0) continue;
    bins.push({ count, colour: [sums[bin + 1]! / count, sums[bin + 2]! / count, sums[bin + 3]! / count] });
  }
  return bins;
}

function binOf(red: number, green: number, blue: number): number {
  return ((red >> 3) * LEVELS + (green >> 3)) * LEVELS + (blue >> 3);
}

interface ColourBox {
  readonly bins: readonly Bin[];
  readonly count: number;
  readonly channel: 0 | 1 | 2;
  readonly spread: number;
}

/** Splits the box with most to gain, at the middle of its pixels, until there are enough (Heckbert, 1982). */
function medianCut(bins: readonly Bin[], most: number): Rgb[] {
  const boxes = [boxOf(bins)];
  while (boxes.length < most) {
    let best = -1;
    let gain = 0;
    boxes.forEach(({ bins: inside, spread, count }, index) => {
      const score = spread * Math.sqrt(count);
      if (inside.length < 2 || score <= gain) return;
      [best, gain] = [index, score];
    });
    if (best < 0) break;
    const { bins: inside, count, channel } = boxes[best]!;
    const sorted = [...inside].sort((one, other) => one.colour[channel] - other.colour[channel]);
    let seen = 0;
    let cut = 0;
    while (cut < sorted.length - 1 && (cut === 0 || seen + sorted[cut]!.count / 2 < count / 2)) {
      seen += sorted[cut]!.count;
      cut += 1;
    }
    boxes.splice(best, 1, boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut)));
  }
  return boxes.map(meanOf);
}

function boxOf(bins: readonly Bin[]): ColourBox {
  let channel: ColourBox['channel'] = 0;
  let spread = 0;
  for (const each of [0, 1, 2] as const) {
    const values = bins.map(({ colour }) => colour[each]);
    let [least, most] = [255, 0];
    for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)];
    if (most - least > spread) [channel, spread] = [each, most - least];
  }
  return { bins, count: bins.reduce((sum, { count }) => sum + count, 0), channel, spread };
}

function meanOf({ bins, count }: ColourBox): Rgb {
  const mean = (channel: 0 | 1 | 2): number =>
    Math.round(bins.reduce((sum, bin) => sum + bin.colour[channel] * bin.count, 0) / count);
  return [mean(0), mean(1), mean(2)];
}

/** Finds the nearest of the colours; each counted colour is looked for once. */
function nearestIn(colours: readonly Rgb[]): (red: number, green: number, blue: number) => number {
  const known = new Int16Array(LEVELS ** 3).fill(-1);
  return (red, green, blue) => {
    const bin = binOf(red, green, blue);
    if (known[bin]! >= 0) return known[bin]!;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let index = 0; index < colours.length; index += 1) {
      const colour = colours[index]!;
      const distance = (colour[0] - red) ** 2 + (colour[1] - green) ** 2 + (colour[2] - blue) ** 2;
      if (distance < least) [best, least] = [index, distance];
    }
    known[bin] = best;
    return best;
  };
}
