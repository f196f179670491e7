import { deflateSync } from 'node:zlib';
import { encode as encodePngIndependently } from 'fast-png';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../source/failure.ts';
import { decodePhoto } from '../../source/photos/decode.ts';
import { MOST_PIXELS, readHeader } from '../../source/photos/header.ts';
import { pictures, samplePhoto } from '../support/pictures.ts';

const pixel = ({ data, width }: { data: ArrayLike<number>; width: number }, x: number, y: number) =>
  Array.from({ length: 4 }, (_, channel) => data[(y * width + x) * 4 + channel]);

/** The quadrants of every picture in `pictures`: red, green, blue, white. */
const QUADRANTS = [
  [2, 2, [255, 0, 0, 255]],
  [13, 2, [0, 255, 0, 255]],
  [2, 9, [0, 0, 255, 255]],
  [13, 9, [255, 255, 255, 255]],
] as const;

const whyOf = async (bytes: Uint8Array): Promise<unknown> => {
  const failure = await decodePhoto(bytes).then(
    () => null,
    (error: unknown) => error,
  );
  return failure instanceof Failure ? [failure.code, failure.details.kind] : failure;
};

describe('a picture is decoded to the pixels in it:', () => {
  for (const [name, bytes] of Object.entries(pictures)) {
    test(name, async () => {
      const decoded = await decodePhoto(bytes);
      expect([decoded.width, decoded.height]).toEqual([16, 12]);
      expect(readHeader(bytes)).toMatchObject({ width: 16, height: 12 });
      for (const [x, y, colour] of QUADRANTS) {
        pixel(decoded, x, y).forEach((value, channel) => {
          // JPEG and lossy WebP are off by a little.
          expect(Math.abs(value! - colour[channel]!), `${name} ${x},${y}`).toBeLessThanOrEqual(12);
        });
      }
    });
  }

  test('PNG of every depth and kind that another encoder writes', async () => {
    const width = 9;
    const height = 5;
    for (const [channels, depth] of [
      [1, 8],
      [2, 8],
      [3, 8],
      [4, 8],
      [1, 16],
      [2, 16],
      [3, 16],
      [4, 16],
    ] as const) {
      const most = depth === 16 ? 65_535 : 255;
      const length = width * height * channels;
      const values = Array.from({ length }, (_, at) => Math.round((((at * 37) % 101) / 100) * most));
      const data = depth === 16 ? Uint16Array.from(values) : Uint8Array.from(values);
      const decoded = await decodePhoto(encodePngIndependently({ width, height, channels, depth, data }));
      const to8 = (value: number) => Math.round((value * 255) / most);
      for (let at = 0; at < width * height; at += 1) {
        const own = values.slice(at * channels, (at + 1) * channels).map(to8);
        const [red, green, blue] = channels < 3 ? [own[0], own[0], own[0]] : own;
        const alpha = channels === 2 || channels === 4 ? own.at(-1) : 255;
        expect(pixel(decoded, at % width, Math.floor(at / width))).toEqual([red, green, blue, alpha]);
      }
    }
  });
});

describe('a file that ends too early', () => {
  test('gives what there is of a JPEG', async () => {
    const whole = samplePhoto('stadium');
    const decoded = await decodePhoto(whole.subarray(0, Math.floor(whole.length * 0.6)));
    expect([decoded.width, decoded.height]).toEqual([480, 320]);
    const [red = 0, green = 0, blue = 0] = pixel(decoded, 270, 20);
    expect(blue).toBeGreaterThan(red + green * 0.5);
  });

  test('gives what there is of a PNG', async () => {
    const { png } = pictures;
    const decoded = await decodePhoto(png.subarray(0, png.length - 20));
    expect([decoded.width, decoded.height]).toEqual([16, 12]);
  });
});

describe('a photo that cannot be shown gives its reason', () => {
  test('a text, an SVG, an empty file and an AVIF are of no known format', async () => {
    for (const text of [
      '<html></html>',
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
      '',
      '\0\0\0 ftypavif',
    ]) {
      expect(await whyOf(Buffer.from(text))).toEqual(['bad-image', 'format']);
    }
  });

  test('a JPEG in CMYK and a cut header are broken', async () => {
    const cmyk = Buffer.from(pictures.jpeg);
    const frame = cmyk.indexOf(Buffer.from([0xff, 0xc0])) > 0 ? 0xc0 : 0xc2;
    const at = cmyk.indexOf(Buffer.from([0xff, frame]));
    cmyk[at + 9] = 4;
    expect(await whyOf(cmyk)).toEqual(['bad-image', 'broken']);
    expect(await whyOf(pictures.jpeg.subarray(0, 12))).toEqual(['bad-image', 'broken']);
  });

  test('a photo that claims more than 40 megapixels is refused before it is decoded', async () => {
    const side = Math.ceil(Math.sqrt(MOST_PIXELS)) + 1;
    const png = Buffer.from(pictures.png);
    png.writeUInt32BE(side, 16);
    png.writeUInt32BE(side, 20);
    const gif = Buffer.from(pictures.gif);
    gif.writeUInt16LE(side, 6);
    gif.writeUInt16LE(side, 8);
    const jpeg = Buffer.from(pictures.jpeg);
    const sof = jpeg.indexOf(Buffer.from([0xff, 0xc0])) + jpeg.indexOf(Buffer.from([0xff, 0xc2])) + 1;
    jpeg.writeUInt16BE(side, sof + 5);
    jpeg.writeUInt16BE(side, sof + 7);
    for (const bytes of [png, gif, jpeg]) expect(await whyOf(bytes)).toEqual(['bad-image', 'huge']);
  });

  test('a PNG that unpacks to more than its own pixels is broken, and not unpacked', async () => {
    const { png } = pictures;
    const idat = png.indexOf('IDAT');
    const bomb = deflateSync(Buffer.alloc(50_000_000));
    const head = Buffer.alloc(8);
    head.writeUInt32BE(bomb.length, 0);
    head.write('IDAT', 4, 'latin1');
    const file = Buffer.concat([png.subarray(0, idat - 4), head, bomb, Buffer.alloc(4)]);
    expect(await whyOf(file)).toEqual(['bad-image', 'broken']);
  });

  test('a decoder that failed decodes the next file all the same', async () => {
    await whyOf(Buffer.concat([pictures.webp.subarray(0, 30), Buffer.alloc(40, 0xff)]));
    expect((await decodePhoto(pictures.webp)).width).toBe(16);
  });
});
