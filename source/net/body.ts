import type { Duplex, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { Failure } from '../failure.ts';
import type { HttpKind } from './http.ts';

const MEGABYTE = 1_000_000;

/** The most a body may hold after decompression, in bytes. */
export const MOST_BYTES: Readonly<Record<HttpKind, number>> = {
  feed: 5 * MEGABYTE,
  page: 10 * MEGABYTE,
  image: 10 * MEGABYTE,
};

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** What `DECODERS` can undo, for the Accept-Encoding header. */
export const ENCODINGS = 'gzip, br, deflate';

/**
 * Reads a body to its end, decompressed. It stops as soon as the limit is passed, however little was sent.
 * @throws Failure too-large, or the stream's own error.
 */
export async function readBody(body: Readable, encoding: string | null, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > most) throw new Failure('too-large', { limit: most / MEGABYTE });
      chunks.push(chunk);
    }
  };
  const decoder = encoding === null ? undefined : DECODERS[encoding.trim().toLowerCase()];
  if (decoder === undefined) await pipeline(body, collect);
  else await pipeline(body, decoder(), collect);
  return Buffer.concat(chunks);
}
