import { decode as decodePngIndependently } from 'fast-png';
import { decode as decodeSixel } from 'sixel';
import { describe, expect, test } from 'vitest';
import { encodeBlocks } from '../../source/photos/blocks.ts';
import { decodePhoto } from '../../source/photos/decode.ts';
import { encodePng } from '../../source/photos/png.ts';
import { renderPhoto } from '../../source/photos/render.ts';
import { fitInside, scale } from '../../source/photos/scale.ts';
import { encodeSixel } from '../../source/photos/sixel.ts';
import { pictures, samplePhoto } from '../support/pictures.ts';

const stadium = await decodePhoto(samplePhoto('stadium'));

/** The mean difference of two pictures' channels; `strideOf` is the number of bytes of a pixel. */
function difference(
  one: ArrayLike<number>,
  oneStride: number,
  other: ArrayLike<number>,
  otherStride: number,
) {
  const pixels = one.length / oneStride;
  let sum = 0;
  for (let at = 0; at < pixels; at += 1) {
    for (let channel = 0; channel < 3; channel += 1) {
      sum += Math.abs(one[at * oneStride + channel]! - other[at * otherStride + channel]!);
    }
  }
  return sum / pixels / 3;
}

describe('scaling', () => {
  test('keeps the proportions inside a box and enlarges only where asked', () => {
    const photo = { width: 480, height: 320 };
    expect(fitInside(photo, { width: 270, height: 900 })).toEqual({ width: 270, height: 180 });
    expect(fitInside(photo, { width: 900, height: 36 })).toEqual({ width: 54, height: 36 });
    expect(fitInside(photo, { width: 2000, height: 2000 })).toEqual(photo);
    expect(fitInside(photo, { width: 2000, height: 2000 }, 2)).toEqual({ width: 960, height: 640 });
    expect(fitInside({ width: 9000, height: 1 }, { width: 10, height: 10 })).toEqual({
      width: 10,
      height: 1,
    });
  });

  test('makes each pixel the mean of those it covers', () => {
    const data = Uint8Array.from([0, 100, 200, 40].flatMap((value) => [value, value, value, 255]));
    expect([...scale({ width: 4, height: 1, data }, { width: 2, height: 1 }).data]).toEqual([
      50, 50, 50, 255, 120, 120, 120, 255,
    ]);
    expect([...scale({ width: 4, height: 1, data }, { width: 1, height: 1 }).data].slice(0, 3)).toEqual([
      85, 85, 85,
    ]);
  });

  test('lays transparent pixels on white', () => {
    const data = Uint8Array.from([0, 0, 0, 0, 0, 0, 0, 51]);
    expect([...scale({ width: 2, height: 1, data }, { width: 2, height: 1 }).data]).toEqual([
      255, 255, 255, 255, 204, 204, 204, 255,
    ]);
  });

  test('keeps a flat colour flat at every size', () => {
    const data = new Uint8Array(37 * 23 * 4).fill(255).map((_, at) => [12, 180, 77, 255][at % 4]!);
    for (const [width, height] of [
      [1, 1],
      [36, 22],
      [37, 23],
      [80, 61],
      [5, 90],
    ] as const) {
      const scaled = scale({ width: 37, height: 23, data }, { width, height }).data;
      expect(scaled.every((value, at) => Math.abs(value - [12, 180, 77, 255][at % 4]!) <= 1)).toBe(true);
    }
  });
});

describe('bytes written for a terminal decode to the picture:', () => {
  test('PNG, to the pixel', () => {
    const { width, height, data } = decodePngIndependently(encodePng(stadium));
    expect([width, height]).toEqual([480, 320]);
    expect(difference(data, 3, stadium.data, 4)).toBe(0);
  });

  test('PNG within its limit, smaller where it would be over it', async () => {
    const box = { width: 480, height: 320 };
    const whole = await renderPhoto(samplePhoto('stadium'), { kind: 'png', box, most: 1_000_000 });
    expect(whole).toMatchObject(box);
    const small = await renderPhoto(samplePhoto('stadium'), { kind: 'png', box, most: 60_000 });
    expect(small.data.length).toBeLessThanOrEqual(60_000);
    expect(small.data.length).toBeGreaterThan(40_000);
    expect(small.width / small.height).toBeCloseTo(1.5, 1);
    const decoded = decodePngIndependently(Buffer.from(small.data, 'base64'));
    expect([decoded.width, decoded.height]).toEqual([small.width, small.height]);
    expect(difference(decoded.data, 3, scale(stadium, small).data, 4)).toBeLessThan(1);
  });

  test('Sixel, in 256 colours nearly and in 16 colours roughly, every pixel set', () => {
    for (const [colours, most] of [
      [256, 6],
      [16, 22],
    ] as const) {
      const text = encodeSixel(stadium, colours);
      expect(text.startsWith('\x1bP0;1;0q"1;1;480;320')).toBe(true);
      expect(text.endsWith('\x1b\\')).toBe(true);
      const registers = new Set([...text.matchAll(/#(\d+);2;/g)].map((match) => Number(match[1])));
      expect(Math.max(...registers)).toBeLessThan(colours);
      const { width, height, data32 } = decodeSixel(text.slice(2, -2).replace(/^[\d;]*q/, ''));
      expect([width, height]).toEqual([480, 320]);
      const bytes = new Uint8Array(data32.buffer, data32.byteOffset, 480 * 320 * 4);
      expect(bytes.every((value, at) => at % 4 !== 3 || value === 255)).toBe(true);
      // Dithering changes single pixels but keeps the mean of a few.
      const size = { width: 90, height: 60 };
      const seen = scale({ width, height, data: bytes }, size).data;
      expect(difference(seen, 4, scale(stadium, size).data, 4)).toBeLessThan(most);
    }
  });

  test('Sixel of sizes that are no whole bands, and of one colour', async () => {
    for (const [width, height] of [
      [1, 1],
      [7, 6],
      [5, 13],
    ] as const) {
      const data = new Uint8Array(width * height * 4).map((_, at) => [200, 0, 100, 255][at % 4]!);
      const decoded = decodeSixel(
        encodeSixel({ width, height, data }, 256)
          .slice(2, -2)
          .replace(/^[\d;]*q/, ''),
      );
      expect([decoded.width, decoded.height]).toEqual([width, height]);
      // Sixel names colours by per cents.
      const [red, green, blue] = new Uint8Array(decoded.data32.buffer, decoded.data32.byteOffset, 3);
      expect([Math.abs(red! - 200) < 3, green, Math.abs(blue! - 100) < 3]).toEqual([true, 0, true]);
    }
  });

  test('half blocks: two pixels a cell, the upper in front and the lower behind', async () => {
    const quarters = await decodePhoto(pictures.png);
    const rows = encodeBlocks(scale(quarters, { width: 2, height: 2 }), 'true', false);
    expect(rows).toEqual(['\x1b[38;2;255;0;0;48;2;0;0;255m▀\x1b[38;2;0;255;0;48;2;255;255;255m▀\x1b[m']);
    expect(encodeBlocks(scale(quarters, { width: 2, height: 2 }), '256', false)).toEqual([
      '\x1b[38;5;196;48;5;21m▀\x1b[38;5;46;48;5;231m▀\x1b[m',
    ]);
    expect(encodeBlocks(scale(quarters, { width: 2, height: 3 }), 'true', true)).toHaveLength(2);
  });

  test('a JPEG for iTerm2 as it was sent; a WebP as a PNG', async () => {
    const box = { width: 100, height: 100 };
    const jpeg = await renderPhoto(pictures.jpeg, { kind: 'file', box, most: 100_000 });
    expect(Buffer.from(jpeg.data, 'base64').equals(pictures.jpeg)).toBe(true);
    const webp = await renderPhoto(pictures.webp, { kind: 'file', box, most: 100_000 });
    expect(decodePngIndependently(Buffer.from(webp.data, 'base64')).width).toBe(16);
  });
});
