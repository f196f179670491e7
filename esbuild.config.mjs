// Bundles the program and everything it needs into dist/, so that the package installs nothing else.
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const { version } = JSON.parse(await readFile('package.json', 'utf8'));
const define = { __VERSION__: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' };

await rm('dist', { recursive: true, force: true });

// The entry must parse on a Node far too old to run the rest, so that it can say so.
await build({
  entryPoints: ['source/bin.ts'],
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node12.20',
  external: ['./cli.js'],
  banner: { js: '#!/usr/bin/env node' },
  define,
});

const { metafile } = await build({
  entryPoints: { cli: 'source/cli.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.16',
  minify: true,
  // Error names and component names stay readable in the log.
  keepNames: true,
  metafile: true,
  define,
  // Some bundled packages are CommonJS and call require for Node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
  alias: {
    // Ink asks for the devtools only under DEV=true; nothing of them belongs in the package.
    'react-devtools-core': './source/tui/no-devtools.ts',
    'string-width': './source/tui/ink-width.ts',
  },
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
});

// What went into which chunk, for who wonders about the size.
await mkdir('.cache', { recursive: true });
await writeFile('.cache/meta.json', JSON.stringify(metafile));
await chmod('dist/bin.js', 0o755);
