import type { Extent, Pixels } from './pixels.ts';

/**
 * The size of a picture fitted into a box with its proportions kept: at least 1 × 1.
 * @param enlarge The greatest factor by which it may be enlarged.
 */
export function fitInside({ width, height }: Extent, box: Extent, enlarge = 1): Extent {
  const by = Math.min(enlarge, box.width / width, box.height / height);
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
}

/**
 * A picture in another size, each pixel the mean of the ones it covers (or, enlarged, a value between two),
 * and without transparency: the background is white, as on the page it was made for. Rows first, then
 * columns, so that only one of each is in use at a time.
 */
export function scale({ width, height, data }: Pixels, to: Extent): Pixels {
  const across = shares(width, to.width);
  const down = shares(height, to.height);
  const out = new Uint8ClampedArray(to.width * to.height * 4);
  /** The sum of the scaled rows that the row being made covers so far. */
  const sum = new Float64Array(to.width * 3);
  const row = new Float64Array(to.width * 3);
  let made = -1;

  for (let y = 0; y < to.height; y += 1) {
    sum.fill(0);
    const { first, weights } = down[y]!;
    for (let at = 0; at < weights.length; at += 1) {
      // Two neighbours share a row if the one ends within it.
      if (made !== first + at) {
        made = first + at;
        scaleRow(data, made * width * 4, across, row);
      }
      const weight = weights[at]!;
      for (let x = 0; x < sum.length; x += 1) sum[x]! += row[x]! * weight;
    }
    for (let x = 0; x < to.width; x += 1) {
      const target = (y * to.width + x) * 4;
      out[target] = sum[x * 3]!;
      out[target + 1] = sum[x * 3 + 1]!;
      out[target + 2] = sum[x * 3 + 2]!;
      out[target + 3] = 255;
    }
  }
  return { ...to, data: out };
}

/** The pixels of a row or column that one of the scaled ones covers, and the share of each: 1 in all. */
interface Share {
  readonly first: number;
  readonly weights: readonly number[];
}

function shares(from: number, to: number): Share[] {
  return to > from ? between(from, to) : covered(from, to);
}

/** For making larger: each lies between the middles of two. */
function between(from: number, to: number): Share[] {
  return Array.from({ length: to }, (_, index) => {
    const middle = Math.max(0, Math.min(from - 1, ((index + 0.5) * from) / to - 0.5));
    const first = Math.floor(middle);
    return { first, weights: middle === first ? [1] : [1 - (middle - first), middle - first] };
  });
}

/** For making smaller. */
function covered(from: number, to: number): Share[] {
  return Array.from({ length: to }, (_, index) => {
    const start = (index * from) / to;
    const end = Math.min(from, ((index + 1) * from) / to);
    const first = Math.min(from - 1, Math.floor(start));
    const last = Math.max(first, Math.min(from - 1, Math.ceil(end) - 1));
    const weights = Array.from({ length: last - first + 1 }, (__, offset) => {
      const pixel = first + offset;
      return Math.max(0, Math.min(end, pixel + 1) - Math.max(start, pixel)) / (end - start);
    });
    return { first, weights };
  });
}

function scaleRow(data: Pixels['data'], start: number, across: readonly Share[], row: Float64Array): void {
  for (let x = 0; x < across.length; x += 1) {
    const { first, weights } = across[x]!;
    let red = 0;
    let green = 0;
    let blue = 0;
    for (let at = 0; at < weights.length; at += 1) {
      const pixel = start + (first + at) * 4;
      const opaque = (weights[at]! * data[pixel + 3]!) / 255;
      const white = (weights[at]! - opaque) * 255;
      red += data[pixel]! * opaque + white;
      green += data[pixel + 1]! * opaque + white;
      blue += data[pixel + 2]! * opaque + white;
    }
    row[x * 3] = red;
    row[x * 3 + 1] = green;
    row[x * 3 + 2] = blue;
  }
}
