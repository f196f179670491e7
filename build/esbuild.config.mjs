// Bundles the program and everything it needs into dist/, so that the package installs nothing else.
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { writeEdition } from './edition.mjs';
import { linkStart, withBuiltins } from './esbuild.start.mjs';
import { replacing } from './replaced.mjs';
import { bundledPackages, thirdPartyText } from './third-party.mjs';
import { readingWasm, writeWasm } from './wasm.mjs';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const define = { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' };

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
  // The package's main file finds its parts by a require that no bundler sees.
  alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
  // Some bundled packages are CommonJS and call require for Node's own modules, or to find out that there is
  // no other.
  banner: {
    js: 'const require=id=>{const own=process.getBuiltinModule(id);if(own)return own;throw new Error("no "+id)};',
  },
  plugins: [replacing(), readingWasm],
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

const { files, outputs } = await linkStart(metafile, outputFiles, 'dist/cli.js');
for (const [path, text] of files) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, withBuiltins(text));
}

await writeWasm('dist/wasm');
await writeEdition('dist/edition.json.br');

await writeFile('THIRD-PARTY.txt', thirdPartyText(bundledPackages(outputs)));

// The tests read here which module went into which file, as can anyone who wonders about the size.
await mkdir('.cache', { recursive: true });
await writeFile('.cache/meta.json', JSON.stringify({ ...metafile, outputs }));
await chmod('dist/bin.js', 0o755);
