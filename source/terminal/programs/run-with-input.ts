import { spawn } from 'node:child_process';

/** The time that a program may take to read its input, in ms: one that hangs, on a lost display, is killed. */
const LONGEST = 3000;

/**
 * Runs a program with bytes on its standard input; resolves to whether it ended well. Programs that keep a clipboard go
 * on in the background (xclip, wl-copy), so it is a session of its own: closing the terminal does not end it.
 */
export function runWithInput(
  command: string,
  args: readonly string[],
  input: Uint8Array,
  env: NodeJS.ProcessEnv,
): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      env,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    });
    const over = setTimeout(() => child.kill('SIGKILL'), LONGEST);
    const end = (well: boolean): void => {
      clearTimeout(over);
      resolve(well);
    };
    child.on('error', () => end(false));
    child.on('exit', (status) => end(status === 0));
    // A program that ends without reading closes the pipe.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
