/** PNG (W3C PNG, third edition): reading one for the pixels in it, and writing one for a terminal that takes it. */
import { constants, crc32, deflateSync, inflateSync } from 'node:zlib';
import type { Extent, Pixels } from './pixels.ts';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

interface PngParts extends Extent {
  readonly depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey and alpha, 6 colour and alpha. */
  readonly kind: number;
  readonly interlaced: boolean;
  readonly palette: Uint8Array;
  readonly transparency: Uint8Array;
  readonly compressed: Buffer;
}

const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

/**
 * The seven passes of an interlaced picture: the place of each one's first pixel, and the distances between
 * its pixels.
 */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** A pass: the pixels it has, and how they lie in the whole picture. */
interface Pass extends Extent {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

/**
 * Decodes a PNG file; of one that ends too early, the part that has come. Throws an Error for any other
 * damage.
 */
export function decodePng(bytes: Uint8Array): Pixels {
  const parts = readParts(bytes);
  const { width, height, depth, kind } = parts;
  if (!DEPTHS[kind]?.includes(depth)) throw new Error(`no such pixels: ${kind}, ${depth}`);
  const bits = CHANNELS[kind]! * depth;
  const passes = (parts.interlaced ? ADAM7 : [[0, 0, 1, 1] as const]).map(
    ([x, y, stepX, stepY]): Pass => ({
      x,
      y,
      stepX,
      stepY,
      width: Math.max(0, Math.ceil((width - x) / stepX)),
      height: Math.max(0, Math.ceil((height - y) / stepY)),
    }),
  );
  const rowBytes = (pass: Pass): number => (pass.width === 0 ? 0 : Math.ceil((pass.width * bits) / 8) + 1);
  const expected = passes.reduce((sum, pass) => sum + rowBytes(pass) * pass.height, 0);
  // More than the picture's own pixels is an attack; less is a file that was cut off.
  const raw = inflateSync(parts.compressed, {
    maxOutputLength: expected + 1,
    finishFlush: constants.Z_SYNC_FLUSH,
  });

  const data = new Uint8Array(width * height * 4);
  const put = writer(parts, data);
  let at = 0;
  for (const pass of passes) {
    const length = rowBytes(pass) - 1;
    if (length < 0) continue;
    let above: Uint8Array = new Uint8Array(length);
    for (let y = 0; y < pass.height && at < raw.length; y += 1) {
      const row = new Uint8Array(length);
      row.set(raw.subarray(at + 1, at + 1 + length));
      unfilter(raw[at]!, row, above, Math.ceil(bits / 8));
      const start = (pass.y + y * pass.stepY) * width + pass.x;
      for (let x = 0; x < pass.width; x += 1) put(row, x, (start + x * pass.stepX) * 4);
      above = row;
      at += length + 1;
    }
  }
  return { width, height, data };
}

function readParts(bytes: Uint8Array): PngParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let palette: Uint8Array = new Uint8Array();
  let transparency: Uint8Array = new Uint8Array();
  const compressed: Buffer[] = [];
  for (let at = SIGNATURE.length; at + 8 <= file.length; ) {
    const length = file.readUInt32BE(at);
    const name = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (name === 'PLTE') palette = body;
    else if (name === 'tRNS') transparency = body;
    else if (name === 'IDAT') compressed.push(body);
    else if (name === 'IEND') break;
    at += 12 + length;
  }
  return {
    width: file.readUInt32BE(16),
    height: file.readUInt32BE(20),
    depth: file[24]!,
    kind: file[25]!,
    interlaced: file[28] === 1,
    palette,
    transparency,
    compressed: Buffer.concat(compressed),
  };
}

/** Removes a row's filter (PNG, 9.2): each byte was stored as its difference from its neighbours. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array, step: number): void {
  if (filter === 0) return;
  if (filter > 4) throw new Error(`no such filter: ${filter}`);
  for (let at = 0; at < row.length; at += 1) {
    const left = at < step ? 0 : row[at - step]!;
    const up = above[at]!;
    const predicted =
      filter === 1
        ? left
        : filter === 2
          ? up
          : filter === 3
            ? (left + up) >> 1
            : paeth(left, up, at < step ? 0 : above[at - step]!);
    row[at] = row[at]! + predicted;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/** Returns a function that writes the pixel `x` of a row as RGBA at a place of `data`. */
function writer(parts: PngParts, data: Uint8Array): (row: Uint8Array, x: number, to: number) => void {
  const { kind, depth, palette, transparency } = parts;
  const channels = CHANNELS[kind]!;
  const most = 2 ** depth - 1;
  /** A sample as it is stored. */
  const sample = (row: Uint8Array, index: number): number => {
    if (depth === 8) return row[index]!;
    if (depth === 16) return (row[index * 2]! << 8) | row[index * 2 + 1]!;
    const bit = index * depth;
    return (row[bit >> 3]! >> (8 - depth - (bit & 7))) & most;
  };
  const to8 = (value: number): number => (depth === 8 ? value : Math.round((value * 255) / most));
  /** The one colour that is transparent in a picture without alpha. */
  const clear = Array.from(
    { length: transparency.length >> 1 },
    (_, index) => (transparency[index * 2]! << 8) | transparency[index * 2 + 1]!,
  );

  if (kind === 3) {
    return (row, x, to) => {
      const index = sample(row, x);
      data[to] = palette[index * 3] ?? 0;
      data[to + 1] = palette[index * 3 + 1] ?? 0;
      data[to + 2] = palette[index * 3 + 2] ?? 0;
      data[to + 3] = transparency[index] ?? 255;
    };
  }
  const colours = kind === 0 || kind === 4 ? 1 : 3;
  return (row, x, to) => {
    let isClear = clear.length >= colours;
    for (let colour = 0; colour < colours; colour += 1) {
      const value = sample(row, x * channels + colour);
      isClear &&= value === clear[colour];
      data[to + colour] = to8(value);
    }
    if (colours === 1) data[to + 1] = data[to + 2] = data[to]!;
    const hasAlpha = channels > colours;
    data[to + 3] = hasAlpha ? to8(sample(row, x * channels + colours)) : isClear ? 0 : 255;
  };
}

/** Encodes opaque pixels as a PNG file of 24 bits a pixel. */
export function encodePng({ width, height, data }: Pixels): Buffer {
  const length = width * 3;
  const rows = Buffer.alloc((length + 1) * height);
  let above: Uint8Array = new Uint8Array(length);
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(length);
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * 4;
      row[x * 3] = data[from]!;
      row[x * 3 + 1] = data[from + 1]!;
      row[x * 3 + 2] = data[from + 2]!;
    }
    // Paeth's filter, which photos compress best by.
    const at = y * (length + 1);
    rows[at] = 4;
    for (let index = 0; index < length; index += 1) {
      const left = index < 3 ? 0 : row[index - 3]!;
      const corner = index < 3 ? 0 : above[index - 3]!;
      rows[at + 1 + index] = row[index]! - paeth(left, above[index]!, corner);
    }
    above = row;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  out.set(named, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
