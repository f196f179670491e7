// The modules that the built program evaluates before its first frame, as its bundler knows them.
import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Terminal } from '../terminal/terminal.ts';
import { BIN } from './program.ts';

const ROOT = dirname(dirname(BIN));

interface Metafile {
  readonly outputs: Readonly<Record<string, { readonly inputs: Readonly<Record<string, unknown>> }>>;
}

export interface Modules {
  /** Files of dist/. */
  readonly chunks: readonly string[];
  /** The modules in them: paths from the project's folder. */
  readonly modules: readonly string[];
  /** The packages of those modules. */
  readonly packages: readonly string[];
}

/** Starts the reader in a home with headlines, and collects the modules that are loaded until it draws them. */
export async function modulesBeforeFirstFrame(home: string): Promise<Modules> {
  const file = join(home, 'loaded');
  const hook = pathToFileURL(join(import.meta.dirname, 'loaded.ts')).href;
  const terminal = new Terminal(process.execPath, ['--import', hook, BIN, '--offline'], {
    env: { DONGA_TUI_HOME: home, LOADED_MODULES: file },
  });
  try {
    await terminal.shows('▌');
  } finally {
    await terminal.end();
  }
  const loaded = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.slice(line.indexOf(' ') + 1));
  const before = loaded.slice(0, loaded.indexOf('FRAME'));
  const chunks = before
    .filter((url) => url.startsWith('file:') && basename(url) !== 'loaded.ts')
    .map((url) => relative(ROOT, fileURLToPath(url)));
  const { outputs } = JSON.parse(readFileSync(join(ROOT, '.cache/meta.json'), 'utf8')) as Metafile;
  const modules = [...new Set(chunks.flatMap((chunk) => Object.keys(outputs[chunk]?.inputs ?? {})))];
  return { chunks, modules, packages: [...new Set(modules.flatMap(packageOf))].sort() };
}

/**
 * `node_modules/@mozilla/readability/index.js` is of `@mozilla/readability`; a module of the project is of
 * none.
 */
function packageOf(path: string): string[] {
  const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(path)?.[1];
  return name === undefined ? [] : [name];
}
