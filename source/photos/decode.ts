/** A picture's file made into pixels. The decoders are loaded at the first file of their format. */
import { readWasm } from '../system/wasm.ts';
import { badImage, MOST_PIXELS, readHeader } from './header.ts';
import type { Pixels } from './pixels.ts';

/**
 * Decodes a JPEG, PNG, GIF (its first frame) or WebP file. Of a file that ends too early, the part that has
 * come is decoded.
 * @throws Failure bad-image.
 */
export async function decodePhoto(bytes: Uint8Array): Promise<Pixels> {
  const { format } = readHeader(bytes);
  try {
    return await DECODERS[format](bytes);
  } catch (error) {
    throw badImage('broken', error);
  }
}

type Decoder = (bytes: Uint8Array) => Pixels | Promise<Pixels>;

const DECODERS: Readonly<Record<'jpeg' | 'png' | 'gif' | 'webp', Decoder>> = {
  jpeg: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/jpeg/decode.js');
    return inWasm('mozjpeg_dec', init, () => decode(ownBuffer(bytes), { preserveOrientation: true }));
  },
  webp: async (bytes) => {
    const { default: decode, init } = await import('@jsquash/webp/decode.js');
    return inWasm('webp_dec', init, () => decode(ownBuffer(bytes)));
  },
  png: async (bytes) => {
    const { decodePng } = await import('./png.ts');
    return decodePng(bytes);
  },
  gif: async (bytes) => {
    const { GifReader } = await import('omggif');
    const reader = new GifReader(bytes);
    // A frame has a size of its own, which may be another one than the header's.
    const frame = reader.frameInfo(0);
    if (frame.width * frame.height > MOST_PIXELS) throw badImage('huge');
    const { width, height } = reader;
    const data = new Uint8Array(width * height * 4);
    reader.decodeAndBlitFrameRGBA(0, data);
    return { width, height, data };
  },
};

const ready = new Map<string, Promise<void>>();

/** Decodes with an instance of a WebAssembly module; one in which a file failed is not used again. */
async function inWasm(
  name: string,
  init: (module: WebAssembly.Module, options: object) => Promise<void>,
  decode: () => Promise<Pixels>,
): Promise<Pixels> {
  // The glue makes one of these, as browsers have them.
  globalThis.ImageData ??= ImagePixels;
  let started = ready.get(name);
  if (started === undefined) {
    // The decoder's messages about a file are of no use to a reader.
    started = WebAssembly.compile(readWasm(name)).then((module) =>
      init(module, { print: ignore, printErr: ignore }),
    );
    ready.set(name, started);
  }
  try {
    await started;
    return await decode();
  } catch (error) {
    ready.delete(name);
    throw error;
  }
}

const ignore = (): void => undefined;

class ImagePixels implements Pixels {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
