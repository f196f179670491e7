/** Copying a text to the desktop's clipboard. */

export interface ClipboardParts {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Runs a program with a text on its standard input; resolves to whether it took the text. Never rejects. */
  run(command: string, args: readonly string[], input: Uint8Array): Promise<boolean>;
  /** Writes to the terminal. */
  write(sequence: string): void;
}

/**
 * `copied`: it is on the clipboard. `tmux`: it is in tmux's buffer, and tmux passes it to the terminal if that can take
 * it. `sent`: the terminal was asked to take it, and does not say whether it did.
 */
export type CopyResult = 'copied' | 'tmux' | 'sent';

/**
 * Copies a text, which must be sanitised: by the desktop's own program on a local machine, by tmux within tmux, else by
 * asking the terminal, which is the only way over ssh.
 */
export async function copyText(text: string, parts: ClipboardParts): Promise<CopyResult> {
  const { env, run, write } = parts;
  // -w, by which tmux passes the text on, exists since tmux 3.2; older ones fail.
  const tmux = inTmux(env) && (await run('tmux', ['load-buffer', '-w', '-'], Buffer.from(text)));
  for (const [command, ...args] of desktopCommands(parts)) {
    if (await run(command, args, encodedFor(command, text))) return 'copied';
  }
  if (tmux) return 'tmux';
  write(clipboardSequence(text, env));
  return 'sent';
}

const isSet = (value: string | undefined): boolean => value !== undefined && value !== '';
const inTmux = (env: NodeJS.ProcessEnv): boolean => isSet(env.TMUX);

/** The clipboard programs of the reader's desktop; none over ssh, where they would serve another machine's. */
function desktopCommands({
  env,
  platform,
}: Pick<ClipboardParts, 'env' | 'platform'>): [command: string, ...args: string[]][] {
  if (isSet(env.SSH_CONNECTION) || isSet(env.SSH_TTY) || isSet(env.SSH_CLIENT)) return [];
  if (platform === 'darwin') return [['pbcopy']];
  if (platform === 'win32') return [['clip.exe']];
  const commands: [string, ...string[]][] = [];
  if (isSet(env.WSL_DISTRO_NAME)) commands.push(['clip.exe']);
  if (isSet(env.WAYLAND_DISPLAY)) commands.push(['wl-copy']);
  if (isSet(env.DISPLAY)) {
    commands.push(['xclip', '-selection', 'clipboard'], ['xsel', '--clipboard', '--input']);
  }
  return commands;
}

/** The ways to copy that are tried here, in their order, by name; the last one asks the terminal (OSC 52). */
export function clipboardWays(where: Pick<ClipboardParts, 'env' | 'platform'>): string[] {
  return [...(inTmux(where.env) ? ['tmux'] : []), ...desktopCommands(where).map(([name]) => name), 'OSC 52'];
}

/** clip.exe takes bytes for the console's code page, but knows UTF-16. */
function encodedFor(command: string, text: string): Uint8Array {
  const plain = /^[\x20-\x7e\n]*$/.test(text);
  return Buffer.from(text, command === 'clip.exe' && !plain ? 'utf16le' : 'utf8');
}

/** GNU screen drops a device control string that is longer than 768 bytes. */
const SCREEN_MOST = 700;

/**
 * The sequence that asks a terminal to take a text (OSC 52, xterm's control sequences). Within tmux and GNU
 * screen it is wrapped so that they pass it to the terminal around them, and in tmux it is sent plainly too:
 * which of the two passes is a setting there.
 */
export function clipboardSequence(text: string, env: NodeJS.ProcessEnv): string {
  const sequence = `\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`;
  if (inTmux(env)) return `\x1bPtmux;${sequence.replaceAll('\x1b', '\x1b\x1b')}\x1b\\${sequence}`;
  if (isSet(env.STY))
    return parts(sequence, SCREEN_MOST)
      .map((part) => `\x1bP${part}\x1b\\`)
      .join('');
  return sequence;
}

function parts(text: string, length: number): string[] {
  return Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );
}
