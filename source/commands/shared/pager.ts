import { once } from 'node:events';
import type { Context } from './context.ts';

/**
 * Shows a text on the terminal: by the reader's pager (`$PAGER`, else `less -R`) if it has more lines than
 * the screen, as git and man do; by printing it if no pager can be started.
 */
export async function printPaged(context: Context, text: string): Promise<void> {
  const command = pagerFor(context, text);
  if (command === null || !(await show(command, text, context.env))) await context.print(text);
}

/** The command line of the pager for a text; null if it needs none. */
export function pagerFor(
  {
    stdout,
    stdin,
    env,
  }: Pick<Context, 'env'> & {
    readonly stdout: { readonly isTTY?: boolean; readonly rows?: number };
    readonly stdin: { readonly isTTY?: boolean };
  },
  text: string,
  platform: NodeJS.Platform = process.platform,
): string | null {
  if (stdout.isTTY !== true || stdin.isTTY !== true || env.TERM === 'dumb') return null;
  // The prompt of the shell takes a line too.
  if (text.split('\n').length <= (stdout.rows ?? Number.POSITIVE_INFINITY)) return null;
  // Windows' own `more` knows neither colours nor UTF-8.
  const command = env.PAGER ?? (platform === 'win32' ? '' : 'less -R');
  return command.trim() === '' || command.trim() === 'cat' ? null : command;
}

/** Resolves to whether the pager could be started. A reader who leaves it early has read enough: no error. */
async function show(command: string, text: string, env: NodeJS.ProcessEnv): Promise<boolean> {
  const { spawn } = await import('node:child_process');
  // Without it, less shows Korean as bytes if the locale is C.
  const child = spawn(command, {
    shell: true,
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { LESSCHARSET: 'utf-8', ...env },
  });
  // Ctrl-C is the pager's while it has the terminal.
  const ignore = (): void => undefined;
  process.on('SIGINT', ignore);
  try {
    child.stdin.on('error', ignore);
    child.stdin.end(text);
    const [status] = (await once(child, 'close')) as [number | null];
    // The statuses by which a shell says that a command was not found or cannot be run (POSIX, 2.8.2).
    return status !== 127 && status !== 126;
  } catch {
    return false;
  } finally {
    process.off('SIGINT', ignore);
  }
}
