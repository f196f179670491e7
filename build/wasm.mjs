// WebAssembly as files of its own, compressed: as text within a bundle it takes half as much room again in the tarball.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const require = createRequire(import.meta.url);
const YOGA = 'node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
const BASE64 = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]+)";/;
const READ = JSON.stringify(fileURLToPath(new URL('../source/system/wasm.ts', import.meta.url)));

/** The bytes of each, by name. */
async function modules() {
  const [, yoga] = BASE64.exec(await readFile(YOGA, 'utf8'));
  return {
    mozjpeg_dec: await readFile('node_modules/@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
    webp_dec: await readFile('node_modules/@jsquash/webp/codec/dec/webp_dec.wasm'),
    // undici has another for processors with SIMD. It parses headers no quicker that are one kilobyte an answer.
    llhttp: require('undici/lib/llhttp/llhttp-wasm.js'),
    yoga: Buffer.from(yoga, 'base64'),
  };
}

export async function writeWasm(folder) {
  await mkdir(folder, { recursive: true });
  for (const [name, bytes] of Object.entries(await modules())) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 22 };
    await writeFile(`${folder}/${name}.wasm.br`, brotliCompressSync(bytes, { params }));
  }
}

/** The esbuild plugin that has packages read their WebAssembly from there instead of carrying it as text. */
export const readingWasm = {
  name: 'wasm',
  setup({ onLoad, onEnd }) {
    const met = new Set();
    onLoad({ filter: /[\\/]undici[\\/]lib[\\/]llhttp[\\/]llhttp(?:_simd)?-wasm\.js$/ }, () => {
      met.add('llhttp');
      return { contents: `module.exports = require(${READ}).readWasm('llhttp');` };
    });
    onLoad({ filter: /[\\/]yoga-wasm-base64-esm\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      // Emscripten's glue takes the bytes it is given as `wasmBinary`, in `w`, for those of that address.
      const own = text.replace(BASE64, '"data:application/octet-stream;base64,";w=readWasm("yoga");');
      if (own !== text && text.includes('h.wasmBinary&&(w=h.wasmBinary)')) met.add('yoga');
      return { contents: `import { readWasm } from ${READ};\n${own}` };
    });
    onEnd(() => {
      if (met.size < 2) throw new Error('undici or yoga-layout has its WebAssembly elsewhere now');
    });
  },
};
