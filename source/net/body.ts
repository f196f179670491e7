import type { Readable } from 'node:stream';
import * as zlib from 'node:zlib';
import { Failure } from '../failure.ts';
import type { HttpKind } from './http.ts';

const MEGABYTE = 1_000_000;

/** The most a body may hold, packed and unpacked, in bytes. */
export const MOST_BYTES: Readonly<Record<HttpKind, number>> = {
  feed: 5 * MEGABYTE,
  page: 10 * MEGABYTE,
  image: 10 * MEGABYTE,
};

/** Encodings within one another that are unpacked: more is an attack, since each may unpack a thousandfold. */
const MOST_ENCODINGS = 2;

/** Unpacks bytes into at most `most`; throws the zlib error. */
type Unpack = (bytes: Uint8Array, most: number) => Promise<Uint8Array>;

interface Encoding {
  /** To be shown. */
  readonly name: string;
  readonly unpack: Unpack;
  /** Whether bytes can be in this encoding, by how they begin. */
  readonly fits: (bytes: Uint8Array) => boolean;
}

type ZlibFunction<Options> = (
  bytes: Uint8Array,
  options: Options,
  done: (error: Error | null, result: Uint8Array) => void,
) => void;

function by<Options>(zlibFunction: ZlibFunction<Options>, options?: Options): Unpack {
  return (bytes, most) =>
    new Promise((resolve, reject) => {
      const limited = { ...options, maxOutputLength: most } as Options;
      zlibFunction(bytes, limited, (error, result) => (error === null ? resolve(result) : reject(error)));
    });
}

const beginsWith =
  (...start: readonly number[]) =>
  (bytes: Uint8Array): boolean =>
    start.every((byte, at) => bytes[at] === byte);

/** The first bytes of a zlib stream: method 8, and a checksum over both (RFC 1950, 2.2). */
const hasZlibHeader = ([method = 0, flags = 0]: Uint8Array): boolean =>
  (method & 0x0f) === 8 && (method * 256 + flags) % 31 === 0;

const inflate = by(zlib.inflate);
const inflateRaw = by(zlib.inflateRaw);

const GZIP: Encoding = { name: 'gzip', unpack: by(zlib.gunzip), fits: beginsWith(0x1f, 0x8b) };

const ENCODINGS: Readonly<Record<string, Encoding>> = {
  gzip: GZIP,
  'x-gzip': GZIP,
  // Brotli has no magic number: that a body is not Brotli shows only when it is unpacked.
  br: { name: 'br', unpack: by(zlib.brotliDecompress), fits: () => true },
  zstd: {
    name: 'zstd',
    // The largest window that may be asked of a reader is 8 MB (RFC 9659).
    unpack: by(zlib.zstdDecompress, { params: { [zlib.constants.ZSTD_d_windowLogMax]: 23 } }),
    fits: beginsWith(0x28, 0xb5, 0x2f, 0xfd),
  },
  // Some servers send it without zlib's frame.
  deflate: {
    name: 'deflate',
    unpack: (bytes, most) => (hasZlibHeader(bytes) ? inflate : inflateRaw)(bytes, most),
    fits: () => true,
  },
};

/** The Accept-Encoding header. Deflate is left out, since servers disagree about its frame. */
export const ACCEPT_ENCODING = 'gzip, br, zstd';

/**
 * Reads a body to its end and unpacks it. It stops as soon as the limit is passed, packed or unpacked.
 *
 * Servers and caches err about the encoding too, so the bytes decide: a body that is not packed as the header
 * says is taken unchanged, and gzip that no header mentions is unpacked.
 *
 * @param encoding the Content-Encoding header: one, or several in the order they were applied
 * @param most in bytes
 * @throws Failure too-large, bad-encoding, cut-off (packed bytes that end too early), or the stream's own
 * error
 */
export async function readBody(body: Readable, encoding: string | null, most: number): Promise<Uint8Array> {
  let bytes: Uint8Array = await readLimited(body, most);
  const names = namesIn(encoding);
  if (names.length > MOST_ENCODINGS) throw new Failure('bad-encoding', { encoding });
  for (const name of names.reverse()) {
    const known = Object.hasOwn(ENCODINGS, name) ? ENCODINGS[name]! : null;
    if (known === null && !isText(bytes)) throw new Failure('bad-encoding', { encoding: name });
    if (known?.fits(bytes) === true) bytes = await unpacked(known, bytes, most);
  }
  return GZIP.fits(bytes) ? unpacked(GZIP, bytes, most) : bytes;
}

/**
 * Reads a stream to its end.
 * @param most in bytes
 * @throws Failure too-large as soon as more has come; the stream is then destroyed
 */
export async function readLimited(stream: Readable, most: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw new Failure('too-large', { limit: most / MEGABYTE });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function unpacked(encoding: Encoding, bytes: Uint8Array, most: number): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  try {
    return await encoding.unpack(bytes, most);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Failure('too-large', { limit: most / MEGABYTE }, error);
    // Compressed bytes never look like text; text that was sent uncompressed does.
    if (isText(bytes)) return bytes;
    if (isTooShort(error)) throw new Failure('cut-off', {}, error);
    throw new Failure('bad-encoding', { encoding: encoding.name }, error);
  }
}

/** Whether bytes unpacked well until they ended. */
function isTooShort(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException;
  return code === 'Z_BUF_ERROR' || message === 'unexpected end of file';
}

function namesIn(encoding: string | null): string[] {
  return (encoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity' && name !== 'none');
}

/** The number of bytes that are looked at to distinguish text from compressed data. */
const SAMPLE = 1000;

/** Whether bytes begin as text does: without control characters other than white space. */
function isText(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d));
}
