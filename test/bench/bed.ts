// The common beginning of all measurements: homes with archives, the feeds on loopback, the program.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BIN } from '../support/program/program.ts';
import { type Size, USUAL, Watched } from './watched.ts';

/** The numbers of headlines in the archives. */
export const COUNTS = [1_000, 10_000, 100_000] as const;
/** The largest only with `--large`: it takes minutes to make, and 2 GB. */
export type Count = (typeof COUNTS)[number] | 1_000_000;
export const isLarge = process.argv.includes('--large');
/** Where archives outlive the run that made them: `--homes=<folder>`. */
const kept = process.argv.find((word) => word.startsWith('--homes='))?.slice('--homes='.length);

export interface Bed {
  /** A folder of this run's own. */
  readonly folder: string;
  /** The origin that the feeds are asked from. */
  readonly feeds: string;
  /** A home with so many headlines; made when first needed. */
  home(count: Count): string;
  /** A home with nothing in it. */
  empty(): string;
  /** A copy of a home, to be changed. */
  copy(count: Count): string;
  /** The reader on a terminal. */
  start(home: string, options?: { size?: Size; feeds?: string }): Watched;
  end(): void;
}

/** The environment without variables that change how programs behave: CI, proxies, colours. */
export function plainEnv(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (pair): pair is [string, string] =>
      pair[1] !== undefined && !/^(?:CI|NO_COLOR|FORCE_COLOR|NODE_.*|npm_.*|.*_proxy)$/i.test(pair[0]),
  );
  return { ...Object.fromEntries(kept), TERM: 'xterm-256color', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', ...more };
}

/** The environment of the program in a home. */
export const homeEnv = (home: string, feeds: string): Record<string, string> =>
  plainEnv({ DONGA_TUI_HOME: home, DONGA_TUI_FEEDS: feeds });

export async function makeBed(): Promise<Bed> {
  const folder = mkdtempSync(join(tmpdir(), 'donga-tui-bench-'));
  const { server, origin } = await startFeeds();
  let copies = 0;

  function home(count: Count): string {
    const made = join(kept ?? folder, `home-${count}`);
    if (existsSync(made)) return made;
    const unfinished = `${made}.part`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    const maker = join(import.meta.dirname, 'archives.ts');
    execFileSync(process.execPath, ['--max-old-space-size=12000', maker, unfinished, String(count)], {
      env: plainEnv(),
    });
    renameSync(unfinished, made);
    return made;
  }

  return {
    folder,
    feeds: origin,
    home,
    empty: () => mkdtempSync(join(folder, 'empty-')),
    copy(count) {
      copies += 1;
      const copied = join(folder, `copy-${copies}`);
      cpSync(home(count), copied, { recursive: true });
      return copied;
    },
    start: (at, { size = USUAL, feeds = origin } = {}) =>
      new Watched(process.execPath, [BIN], homeEnv(at, feeds), size),
    end() {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function startFeeds(): Promise<{ server: ChildProcess; origin: string }> {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'feeds.ts')], {
    env: plainEnv(),
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.stdout.once('data', (said: Buffer) => resolve({ server, origin: said.toString().trim() }));
  });
}

/** The time of a command from its start to its end, its output read; in ms. */
export function commandTime(
  command: string,
  args: readonly string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(command, [...args], {
      env: options.env ?? plainEnv(),
      cwd: options.cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.resume();
    child.stderr.on('data', (text: Buffer) => {
      said += text;
    });
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve(performance.now() - begun);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${status}: ${said}`));
    });
  });
}

/** The most memory that the program takes with some words, in MB of 1,000,000 bytes. */
export function peakMemory(words: readonly string[], env: Record<string, string>): number {
  // In kB on every system (https://nodejs.org/api/process.html#processresourceusage).
  const atExit = "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS))";
  const { stderr } = spawnSync(
    process.execPath,
    ['--import', `data:text/javascript,${atExit}`, BIN, ...words],
    {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  return (Number(/peak (\d+)$/.exec(stderr)?.[1]) * 1024) / 1e6;
}

/** The measure of everything: Node itself, doing nothing. In ms. */
export const bareNode = (): Promise<number> => commandTime(process.execPath, ['-e', '0']);
