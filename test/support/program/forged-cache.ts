// A compile cache as an attacker leaves one: the code that Node finds there for the program's cli.js is the
// attacker's.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BIN } from './program.ts';

/** Node's header of an entry: five little-endian words, and V8's data behind them (src/compile_cache.cc). */
const HEADER = 20;
const CODE_SIZE = 4;
const CODE_HASH = 12;

export interface Forged {
  /** A copy of the built program, whose cache it is. */
  readonly bin: string;
  /** Exists once the forged code has run. */
  readonly mark: string;
  /** Puts the cache at a path. */
  put(path: string): void;
}

/** Makes one in an empty folder. */
export function forgeCache(folder: string): Forged {
  const mark = join(folder, 'forged-code-ran');
  const dist = join(folder, 'package', 'dist');
  const bin = join(dist, 'bin.js');
  const cli = join(dist, 'cli.js');
  cpSync(dirname(BIN), dist, { recursive: true });
  writeFileSync(join(folder, 'package', 'package.json'), '{"type":"module"}');
  const code = readFileSync(cli, 'utf8');

  const compiled = (name: string): string => {
    const cache = join(folder, name);
    mkdirSync(cache);
    spawnSync(process.execPath, [bin, 'sections'], {
      env: { ...process.env, NODE_COMPILE_CACHE: cache, DONGA_TUI_HOME: join(folder, 'home-of-attacker') },
    });
    return join(cache, readdirSync(cache)[0]!);
  };
  const good = compiled('good');
  const evil = `process.getBuiltinModule("node:fs").writeFileSync(${JSON.stringify(mark)},"");export const main=()=>{};`;
  // V8 takes a script for the one it compiled if their lengths are the same.
  writeFileSync(cli, evil.padEnd(code.length));
  const bad = compiled('bad');
  writeFileSync(cli, code);
  rmSync(mark);

  const forged = join(folder, 'forged');
  cpSync(dirname(good), forged, { recursive: true });
  for (const name of readdirSync(bad)) {
    const entry = readFileSync(join(bad, name));
    const real = readFileSync(join(good, name));
    for (const at of [CODE_SIZE, CODE_HASH]) real.copy(entry, at, at, at + 4);
    if (entry.length <= HEADER) throw new Error('an entry of the cache has no code');
    writeFileSync(join(forged, good.slice(dirname(good).length + 1), name), entry);
  }
  return {
    bin,
    mark,
    put: (path) => {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      cpSync(forged, path, { recursive: true });
    },
  };
}
