import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The places of a decoder's WebAssembly: packed in dist/wasm, and in a clone in its package. */
const PLACES: Readonly<Record<string, string>> = {
  mozjpeg_dec: 'node_modules/@jsquash/jpeg/codec/dec',
  webp_dec: 'node_modules/@jsquash/webp/codec/dec',
};

/** Compiles a decoder's WebAssembly. @throws where the package is not whole. */
export async function loadWasm(name: string): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(wasmFile(name)));
}

function wasmFile(name: string): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    const file = ['wasm', PLACES[name]!].map((place) => join(folder, place, `${name}.wasm`)).find(existsSync);
    if (file !== undefined) return file;
    if (folder === dirname(folder)) throw new Error(`${name}.wasm is missing from the package`);
  }
}
