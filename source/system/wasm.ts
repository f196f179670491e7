import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** Where a clone has what the package has in dist/wasm. */
const PLACES: Readonly<Record<string, string>> = {
  mozjpeg_dec: 'node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  webp_dec: 'node_modules/@jsquash/webp/codec/dec/webp_dec.wasm',
};

/** The bytes of a package's WebAssembly, which dist/wasm has compressed. @throws where the package is not whole. */
export function readWasm(name: string): Uint8Array<ArrayBuffer> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const packed = join(folder, 'wasm', `${name}.wasm.br`);
    if (existsSync(packed)) return brotliDecompressSync(readFileSync(packed));
    const place = PLACES[name];
    if (place !== undefined && existsSync(join(folder, place))) return readFileSync(join(folder, place));
    if (folder === dirname(folder)) throw new Error(`${name}.wasm is missing from the package`);
  }
}
