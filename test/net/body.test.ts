import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ACCEPT_ENCODING, readBody, readLimited } from '../../source/net/body.ts';

const TEXT = '<rss><channel><title>지면</title></channel></rss>';
const MOST = 100_000;

const read = (bytes: string | Uint8Array, encoding: string | null, most = MOST) =>
  readBody(Readable.from([Buffer.from(bytes)]), encoding, most).then(
    (body) => Buffer.from(body).toString(),
    (error) => error.code,
  );

describe('a body is unpacked', () => {
  test.each([
    ['gzip', gzipSync(TEXT)],
    ['x-gzip', gzipSync(TEXT)],
    ['GZIP', gzipSync(TEXT)],
    ['br', brotliCompressSync(TEXT)],
    ['zstd', zstdCompressSync(TEXT)],
    ['deflate', deflateSync(TEXT)],
    ['deflate', deflateRawSync(TEXT)],
    ['gzip, br', brotliCompressSync(gzipSync(TEXT))],
    ['identity', Buffer.from(TEXT)],
    ['', Buffer.from(TEXT)],
  ])('a body whose header says %j is unpacked', async (encoding, bytes) => {
    expect(await read(bytes, encoding)).toBe(TEXT);
  });

  test('a body that is gzip without a header, or twice under one, is unpacked', async () => {
    expect(await read(gzipSync(TEXT), null)).toBe(TEXT);
    expect(await read(gzipSync(gzipSync(TEXT)), 'gzip')).toBe(TEXT);
  });

  test.each(ACCEPT_ENCODING.split(', '))('by %s, which is asked for', async (encoding) => {
    const pack = { gzip: gzipSync, br: brotliCompressSync, zstd: zstdCompressSync }[encoding]!;
    expect(await read(pack(TEXT), encoding)).toBe(TEXT);
  });
});

describe('a plain body is read as it is', () => {
  test.each(['gzip', 'br', 'zstd', 'deflate', 'gzip, br', 'compress', 'none', 'UTF-8'])(
    'though the header says %s',
    async (encoding) => {
      for (const text of [TEXT, '\ufeff<?xml version="1.0"?><rss/>', '  <!doctype html>', '{"a":1}', ''])
        expect(await read(text, encoding)).toBe(text);
    },
  );
});

describe('a body that cannot be read is refused', () => {
  const long = Array.from({ length: 300 }, (_, line) => `${line * 7919} 줄`).join(' ');
  test.each([
    ['gzip', gzipSync(long)],
    ['br', brotliCompressSync(long)],
    ['zstd', zstdCompressSync(long)],
    ['deflate', deflateSync(long)],
  ])('a %s body that ends too early or has noise in it is refused', async (encoding, packed) => {
    const half = packed.length / 2;
    expect(await read(packed.subarray(0, half), encoding)).toBe('cut-off');
    const noisy = Buffer.concat([packed.subarray(0, half), Buffer.alloc(half, 0xff)]);
    expect(await read(noisy, encoding)).toMatch(/bad-encoding|cut-off/);
  });

  test('a body of unknown encoding is refused', async () => {
    expect(await read(gzipSync(TEXT), 'snappy')).toBe('bad-encoding');
    expect(await read(TEXT, 'gzip, gzip, gzip')).toBe('bad-encoding');
  });

  test.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
    ['zstd', zstdCompressSync],
    ['deflate', deflateSync],
  ] as const)('where %s unpacks to more than the limit', async (encoding, pack) => {
    expect(await read(pack(Buffer.alloc(MOST + 1, 'a')), encoding)).toBe('too-large');
    expect(await read(pack(Buffer.alloc(MOST, 'a')), encoding)).toHaveLength(MOST);
  });

  test('a packed body larger than the limit is refused', async () => {
    expect(await read(Buffer.alloc(MOST + 1, 'a'), null)).toBe('too-large');
  });
});

test('a stream without an end is left as soon as the limit is passed', async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1000;
        yield Buffer.alloc(1000);
      }
    })(),
  );
  await expect(readLimited(endless, 10_000)).rejects.toMatchObject({ code: 'too-large' });
  expect(given).toBeLessThan(50_000);
  expect(endless.destroyed).toBe(true);
});
