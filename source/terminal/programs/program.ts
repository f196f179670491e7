import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { BrowserEnding } from './browser.ts';

/** A program and its arguments, or a command line of the reader's own for the shell, which never has anybody else's text in it. */
export type Program = readonly [command: string, ...args: string[]] | { readonly shell: string };

export interface StartOptions {
  /** The text for the program's standard input, in UTF-8. */
  readonly input: string;
  readonly env: NodeJS.ProcessEnv;
  /** `terminal`: the program prints on this process's own; `nothing`: its output is discarded. */
  readonly on: 'terminal' | 'nothing';
}

export interface Running {
  /** The program's name, for people. */
  readonly name: string;
  /** Resolves to whether it could be started. */
  readonly started: Promise<boolean>;
  /** Resolves to how it ended; never rejects. */
  readonly ended: Promise<BrowserEnding>;
  /** Ends the program, and those that it started. */
  stop(): void;
}

/** The errors that POSIX shells report by an exit status: a command that may not be run, or was not found (XCU 2.8.2). */
const BY_STATUS: ReadonlyMap<number | null, string> = new Map([
  [126, 'EACCES'],
  [127, 'ENOENT'],
]);

/** How programs are started and ended here; tests pass another system in. */
export interface ProgramSystem {
  readonly platform: NodeJS.Platform;
  readonly spawn: typeof spawn;
  readonly kill: typeof process.kill;
}

const THIS_SYSTEM: ProgramSystem = { platform: process.platform, spawn, kill: process.kill.bind(process) };

/** Starts a program with a text on its standard input. One without the terminal does not outlive this process. */
export function startProgram(
  program: Program,
  { input, env, on }: StartOptions,
  system: ProgramSystem = THIS_SYSTEM,
): Running {
  const byShell = 'shell' in program;
  const [command, ...args] = byShell ? [program.shell] : program;
  const away = on === 'nothing';
  // A process group of its own, so that all of it can be ended; on the terminal it stays in this one's, for
  // its keys.
  const isGroup = away && system.platform !== 'win32';
  const child = system.spawn(command, args, {
    env,
    shell: byShell,
    detached: isGroup,
    stdio: away ? ['pipe', 'ignore', 'ignore'] : ['pipe', 'inherit', 'inherit'],
    windowsHide: true,
  });
  const stop = (): void => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
    try {
      if (isGroup) system.kill(-child.pid, 'SIGTERM');
      else child.kill();
    } catch {
      // The program has just ended.
    }
  };
  const started = new Promise<boolean>((resolve) => {
    child.on('spawn', () => resolve(true));
    child.on('error', () => resolve(false));
  });
  const ended = new Promise<BrowserEnding>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    child.on('close', (status, signal) => {
      const error = byShell ? BY_STATUS.get(status) : undefined;
      resolve(status === 0 ? null : (error ?? status ?? signal));
    });
  }).finally(() => process.off('exit', stop));
  process.on('exit', stop);
  // A program that ends without reading closes the pipe.
  child.stdin?.on('error', () => undefined);
  child.stdin?.end(input);
  return { name: byShell ? firstWord(program.shell) : basename(command), started, ended, stop };
}

const firstWord = (line: string): string => basename(line.trim().split(/\s+/)[0] ?? '');
