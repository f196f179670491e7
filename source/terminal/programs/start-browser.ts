import { type SpawnOptions, spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import type { BrowserEnding, Started } from './browser.ts';
import type { BrowserCommand } from './browser-commands.ts';

/** The time after its start from which a browser counts as running, in ms. */
const SETTLING = 300;
/** Until when after its start a failing exit means that the link was not opened, in ms. */
const WATCHED = 15_000;

/** Starts a program apart from this one, its streams closed. */
export function startDetached(command: BrowserCommand, env: NodeJS.ProcessEnv): Started {
  const end = ending(command, { env, detached: true, stdio: 'ignore', windowsHide: true });
  return { settled: Promise.race([end, after(SETTLING)]), ended: Promise.race([end, after(WATCHED)]) };
}

/** Runs a program on this process's own terminal. */
export function runOnTerminal(command: BrowserCommand, env: NodeJS.ProcessEnv): Promise<BrowserEnding> {
  return ending(command, { env, stdio: 'inherit' });
}

export function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Never rejects: a program that cannot be started ends with its error's code. */
function ending([command, ...args]: BrowserCommand, options: SpawnOptions): Promise<BrowserEnding> {
  return new Promise((resolve) => {
    const child = spawn(command, args, options);
    child.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.name));
    child.on('exit', (status, signal) => resolve(status === 0 ? null : (status ?? signal)));
    // This program's end does not wait for a detached one.
    if (options.detached) child.unref();
  });
}

const after = (ms: number): Promise<null> =>
  new Promise((resolve) => {
    setTimeout(() => resolve(null), ms).unref();
  });
