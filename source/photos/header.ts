import { Failure } from '../failure.ts';
import type { Extent } from './pixels.ts';

export type PhotoFormat = 'jpeg' | 'png' | 'gif' | 'webp';

/** The facts in a picture file's header, read before anything is decoded. */
export interface PhotoHeader extends Extent {
  readonly format: PhotoFormat;
}

/** The most pixels a file may claim to have: memory for them is taken before the first one is decoded. */
export const MOST_PIXELS = 40_000_000;

/** Why a picture cannot be shown; `failure.bad-image` has a text for each. */
export type BadImage = 'format' | 'broken' | 'huge';

export const badImage = (kind: BadImage, cause?: unknown): Failure =>
  new Failure('bad-image', { kind }, cause);

/**
 * Reads the format and the size out of the first bytes of a JPEG (ISO 10918-1), PNG (W3C), GIF89a or WebP (RFC 9649)
 * file. The name and the Content-Type of a file are not asked: servers get both wrong.
 * @throws Failure bad-image: `format` for any other file, `broken` for one that ends too early, `huge` above
 * `MOST_PIXELS`.
 */
export function readHeader(bytes: Uint8Array): PhotoHeader {
  const header = HEADERS.map((read) => read(bytes)).find((found) => found !== null);
  if (header === undefined) throw badImage('format');
  if (header.width === 0 || header.height === 0) throw badImage('broken');
  if (header.width * header.height > MOST_PIXELS) throw badImage('huge');
  return header;
}

type HeaderReader = (bytes: Uint8Array) => PhotoHeader | null;

const ascii = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to));

/** Big-endian; 0 past the end. */
const u16 = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
const u32 = (bytes: Uint8Array, at: number): number => u16(bytes, at) * 0x1_0000 + u16(bytes, at + 2);
/** Little-endian. */
const le16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const le24 = (bytes: Uint8Array, at: number): number => le16(bytes, at) | ((bytes[at + 2] ?? 0) << 16);

const PNG = '\x89PNG\r\n\x1a\n';

const png: HeaderReader = (bytes) =>
  ascii(bytes, 0, 8) === PNG && ascii(bytes, 12, 16) === 'IHDR'
    ? { format: 'png', width: u32(bytes, 16), height: u32(bytes, 20) }
    : null;

const gif: HeaderReader = (bytes) =>
  /^GIF8[79]a$/.test(ascii(bytes, 0, 6))
    ? { format: 'gif', width: le16(bytes, 6), height: le16(bytes, 8) }
    : null;

const webp: HeaderReader = (bytes) => {
  if (ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 12) !== 'WEBP') return null;
  switch (ascii(bytes, 12, 16)) {
    case 'VP8X':
      return { format: 'webp', width: le24(bytes, 24) + 1, height: le24(bytes, 27) + 1 };
    case 'VP8L': {
      const bits = le16(bytes, 21) + le16(bytes, 23) * 0x1_0000;
      return { format: 'webp', width: (bits % 0x4000) + 1, height: (Math.floor(bits / 0x4000) % 0x4000) + 1 };
    }
    case 'VP8 ':
      return { format: 'webp', width: le16(bytes, 26) & 0x3fff, height: le16(bytes, 28) & 0x3fff };
    default:
      throw badImage('broken');
  }
};

/** Start of frame: the segments that hold the size. C4, C8 and CC in their range mean other things. */
const isStartOfFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

/** Markers without a length: restarts, the start of the image, and a filler. */
const isAlone = (marker: number): boolean => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;

const jpeg: HeaderReader = (bytes) => {
  if (u16(bytes, 0) !== 0xffd8) return null;
  for (let at = 2; at < bytes.length; ) {
    if (bytes[at] !== 0xff) throw badImage('broken');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (isStartOfFrame(marker)) {
      return { format: 'jpeg', width: u16(bytes, at + 7), height: u16(bytes, at + 5) };
    } else at += 2 + Math.max(2, u16(bytes, at + 2));
  }
  throw badImage('broken');
};

const HEADERS: readonly HeaderReader[] = [jpeg, png, gif, webp];
