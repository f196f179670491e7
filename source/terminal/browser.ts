import { spawn } from 'node:child_process';

/** Starts a program with arguments, never through a shell; resolves to whether it could be started. */
export type Start = (command: string, args: readonly string[]) => Promise<boolean>;

export interface BrowserIo {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly start: Start;
}

/**
 * Opens a link in the browser that BROWSER names, else in the platform's own. Resolves to whether one could be
 * started: over ssh, or with no display, there may be none. Only http(s) URLs are opened, and only as one argument
 * that begins with their scheme, so that none can be taken for an option.
 */
export async function openInBrowser(link: string, { env, platform, start }: BrowserIo): Promise<boolean> {
  if (!URL.canParse(link)) return false;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return false;
  for (const [command, ...args] of commands(env, platform)) {
    const at = args.indexOf('%s');
    const given = at < 0 ? [...args, url.href] : args.with(at, url.href);
    if (await start(command, given)) return true;
  }
  return false;
}

/** What to try, in order. BROWSER is a list parted by colons, each a command in words with an optional %s. */
function commands(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): [command: string, ...args: string[]][] {
  const named = (env.BROWSER ?? '').split(':').flatMap((entry): [string, ...string[]][] => {
    const [command, ...args] = entry.trim().split(/\s+/);
    return command === undefined || command === '' ? [] : [[command, ...args]];
  });
  if (named.length > 0) return named;
  if (platform === 'darwin') return [['open']];
  if (platform === 'win32') return [['rundll32', 'url.dll,FileProtocolHandler']];
  if (env.WSL_DISTRO_NAME !== undefined)
    return [['wslview'], ['rundll32.exe', 'url.dll,FileProtocolHandler']];
  // Without a display xdg-open would start a text browser on our own screen.
  return env.DISPLAY === undefined && env.WAYLAND_DISPLAY === undefined ? [] : [['xdg-open']];
}

/** How long a command that fails at once is given to do so, in ms. */
const SETTLING = 300;

/** Starts a program apart from this one, its streams closed; a failure right after the start counts as none. */
export const startDetached: Start = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, [...args], { detached: true, stdio: 'ignore' });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
    child.on('spawn', () => {
      child.unref();
      setTimeout(() => resolve(true), SETTLING).unref();
    });
  });
