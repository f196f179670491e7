// WebAssembly as files of its own, compressed: as text within a bundle it takes half as much room again in the tarball.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);
const READ = JSON.stringify(fileURLToPath(new URL('../source/system/wasm.ts', import.meta.url)));

/** The bytes of each, by name. */
async function modules() {
  return {
    mozjpeg_dec: await readFile('node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
    webp_dec: await readFile('node_modules/@jsquash/webp/codec/dec/webp_dec.wasm'),
    // undici has another for processors with SIMD. It parses headers no quicker that are one kilobyte an answer.
    llhttp: require('undici/lib/llhttp/llhttp-wasm.js'),
  };
}

export async function writeWasm(folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(await modules())) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
    await writeFile(`${folder}/${name}.wasm.br`, brotliCompressSync(bytes, { params }));
  }
}

/** The esbuild plugin that has undici read its WebAssembly from there instead of carrying it as text. */
export const readingWasm = {
  name: 'wasm',
  setup({ onLoad, onEnd }) {
    let met = false;
    onLoad({ filter: /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp(?:_simd)?-wasm\.js$/ }, () => {
      met = true;
      return { contents: `module.exports = require(${READ}).readWasm('llhttp');` };
    });
    onEnd(() => {
      if (!met) throw new Error('undici has its WebAssembly elsewhere now');
    });
  },
};
