// The built program as a plain command, in a home of its own.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const BIN = fileURLToPath(new URL('../../../dist/bin.js', import.meta.url));

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Makes an empty folder as a home. */
export function emptyHome(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'donga-tui-test-'));
}

/** Removes a home, in which a worker process that is about to end may still make files. */
export function removeHome(home: string): Promise<void> {
  return rm(home, { recursive: true, force: true, maxRetries: 30 });
}

/** Runs the program to its end with pipes for all its streams. */
export function runProgram(
  args: readonly string[],
  options: {
    env?: Readonly<Record<string, string>>;
    input?: string | Uint8Array;
    /** A module that is loaded into the program before it. */
    preload?: string;
  } = {},
): Promise<Outcome> {
  const preload = options.preload === undefined ? [] : ['--import', options.preload];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...preload, BIN, ...args], {
      env: { ...process.env, ...options.env },
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    child.stdin.end(options.input ?? '');
  });
}
