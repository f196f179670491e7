import { type Duplex, type Readable, Writable } from 'node:stream';
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

/** Beyond this it is an attack: each may unpack a thousandfold. */
const MOST_ENCODINGS = 2;

const DECODERS: Readonly<Record<string, () => Duplex>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};

/** What is asked for. Deflate is not: some servers send it with zlib's frame and some without. */
export const ENCODINGS = 'gzip, br';

/**
 * Reads a body to its end, decompressed. It stops as soon as the limit is passed, however little was sent. An
 * encoding that is unknown is left for who reads the body to fail at.
 * @param encoding The Content-Encoding header: one, or several in the order they were applied.
 * @param most In bytes.
 * @throws Failure too-large, or the stream's own error.
 */
export async function readBody(body: Readable, encoding: string | null, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  const collect = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length;
      chunks.push(chunk);
      done(size > most ? new Failure('too-large', { limit: most / MEGABYTE }) : null);
    },
  });
  await pipeline([body, ...decodersFor(encoding ?? ''), collect]);
  return Buffer.concat(chunks);
}

function decodersFor(encoding: string): Duplex[] {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > MOST_ENCODINGS || !names.every((name) => Object.hasOwn(DECODERS, name))) return [];
  return names.reverse().map((name) => DECODERS[name]!());
}
