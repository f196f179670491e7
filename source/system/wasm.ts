import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { brotliDecompressSync } from 'node:zlib';

/** The places of the WebAssembly files in a clone; the package has them compressed in dist/wasm. */
const PLACES: Readonly<Record<string, string>> = {
  mozjpeg_dec: 'node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm',
  webp_dec: 'node_modules/@jsquash/webp/codec/dec/webp_dec.wasm',
};

/** V8's own estimate of the bytes a function has to run before its optimising compiler takes it on. */
const USUAL_BUDGET = 13_000_000;
/**
 * An estimate that nothing reaches, for undici's HTTP parser. It is one large function, so V8 takes it for hot after some
 * 20 answers; compiling it takes a third of all that a `sync` of 20 feeds does, and the end of the process waits for it.
 */
const BUDGETS: Readonly<Record<string, number>> = { llhttp: 2_000_000_000 };

/**
 * The bytes of a package's WebAssembly, which dist/wasm has compressed. Also sets how soon V8 optimises the
 * next code, so compile them at once. @throws if the package is not whole.
 */
export function readWasm(name: string): Uint8Array<ArrayBuffer> {
  setFlagsFromString(`--wasm-tiering-budget=${BUDGETS[name] ?? USUAL_BUDGET}`);
  return bytesOf(name);
}

function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const packed = join(folder, 'wasm', `${name}.wasm.br`);
    if (existsSync(packed)) return brotliDecompressSync(readFileSync(packed));
    const place = PLACES[name];
    if (place !== undefined && existsSync(join(folder, place))) return readFileSync(join(folder, place));
    if (folder === dirname(folder)) throw new Error(`${name}.wasm is missing from the package`);
  }
}
