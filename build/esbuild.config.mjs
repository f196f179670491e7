// Bundles the program and everything it needs into dist/, so that the package installs nothing else.
import { chmod, copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { linkStart, withBuiltins } from './esbuild.start.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const define = { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' };

/** A plugin that has a package's own file replaced by one of ours. */
function replacing(filter, package_, path) {
  return {
    name: path,
    setup({ onResolve }) {
      const replacement = fileURLToPath(new URL(`../${path}`, import.meta.url));
      onResolve({ filter }, ({ importer }) => (package_.test(importer) ? { path: replacement } : undefined));
    },
  };
}

await rm('dist', { recursive: true, force: true });

// The entry must parse on a Node far too old to run the rest, so that it can say so.
const entry = await build({
  entryPoints: ['source/bin.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node12.20',
  minify: true,
  external: ['./cli.js'],
  banner: { js: '#!/usr/bin/env node' },
  define,
  write: false,
});
await mkdir('dist');
// All late: too old a Node has no `process.getBuiltinModule`, and `--version` needs none of them.
await writeFile(
  'dist/bin.js',
  withBuiltins(entry.outputFiles[0].text, () => true),
);

const { metafile, outputFiles } = await build({
  entryPoints: { cli: 'source/cli.ts', worker: 'source/worker.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.16',
  minify: true,
  metafile: true,
  // Yoga would fetch its own WebAssembly from a data URL, and so have Node load all of its fetch.
  define: { ...define, fetch: 'undefined' },
  write: false,
  // Some bundled packages are CommonJS and call require for Node's own modules, or to find out that there is no other.
  banner: {
    js: 'const require=id=>{const own=process.getBuiltinModule(id);if(own)return own;throw new Error("no "+id)};',
  },
  plugins: [
    replacing(/^\.\/output\.js$/, /[\\/]ink[\\/]build[\\/]/, 'source/tui/draw/ink-output.ts'),
    // undici is asked for HTTP/1.1 alone; for HTTP/2 it would load all of Node's.
    replacing(/^\.\/client-h2\.js$/, /[\\/]undici[\\/]lib[\\/]/, 'source/net/undici/no-http2.ts'),
  ],
  alias: {
    // Ink asks for the devtools only under DEV=true; nothing of them belongs in the package.
    'react-devtools-core': './source/tui/draw/no-devtools.ts',
    'string-width': './source/tui/draw/ink-width.ts',
  },
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

const { files, outputs } = await linkStart(metafile, outputFiles, 'dist/cli.js');
for (const [path, text] of files) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, withBuiltins(text));
}

// The decoders of photos read their WebAssembly from beside the bundle.
await mkdir('dist/wasm', { recursive: true });
for (const file of ['jpeg/codec/dec/mozjpeg_dec.wasm', 'webp/codec/dec/webp_dec.wasm']) {
  await copyFile(`node_modules/@jsquash/${file}`, `dist/wasm/${basename(file)}`);
}

// What went into which file, for who wonders about the size.
await mkdir('.cache', { recursive: true });
await writeFile('.cache/meta.json', JSON.stringify({ ...metafile, outputs }));
await chmod('dist/bin.js', 0o755);
