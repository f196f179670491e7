import { basename } from 'node:path';

/** A program and its arguments, before the link is filled in. */
export type BrowserCommand = readonly [command: string, ...args: string[]];

export interface BrowserEnvironment {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  /** Whether a path names a file. */
  isFile(path: string): boolean;
}

/**
 * The browsers to try, in order: those that BROWSER names, then the platform's own.
 *
 * BROWSER is a list parted by colons (semicolons on Windows). An entry that names a file is a command as it stands;
 * any other is parted into words as a POSIX shell does it (XCU 2.2), without expanding anything.
 */
export function browserCommands({ env, platform, isFile }: BrowserEnvironment): BrowserCommand[] {
  const windows = platform === 'win32';
  const named = listed(env.BROWSER ?? '', windows, isFile);
  return [...named, ...ownCommands(env, platform, named.length > 0)];
}

/** The command with the link in place of each `%s` of its arguments, else behind them. */
export function withLink([command, ...args]: BrowserCommand, link: string): BrowserCommand {
  const hasPlace = args.some((arg) => arg.includes('%s'));
  return [command, ...(hasPlace ? args.map((arg) => arg.replaceAll('%s', () => link)) : [...args, link])];
}

/** A command's name as people know it: without its folder, and without `.exe`. */
export function commandName(command: string): string {
  return basename(command.replaceAll('\\', '/')).replace(/\.exe$/i, '');
}

/** Browsers that draw on the terminal they are started on; `www-browser` is Debian's name for whichever there is. */
const TEXT_BROWSERS: ReadonlySet<string> = new Set([
  'browsh',
  'carbonyl',
  'cha',
  'chawan',
  'edbrowse',
  'elinks',
  'links',
  'links2',
  'lynx',
  'netrik',
  'retawq',
  'w3m',
  'www-browser',
]);

/** Whether a browser needs the terminal. Without a display, xdg-open starts a text browser. */
export function wantsTerminal(command: string, env: NodeJS.ProcessEnv): boolean {
  const name = commandName(command);
  return TEXT_BROWSERS.has(name) || (name === 'xdg-open' && !hasDisplay(env));
}

const hasDisplay = (env: NodeJS.ProcessEnv): boolean =>
  (env.DISPLAY ?? '') !== '' || (env.WAYLAND_DISPLAY ?? '') !== '';

/** @param named whether BROWSER names a browser: it has failed when these are tried. */
function ownCommands(env: NodeJS.ProcessEnv, platform: NodeJS.Platform, named: boolean): BrowserCommand[] {
  if (platform === 'darwin') return [['open']];
  if (platform === 'win32') return [['rundll32', 'url.dll,FileProtocolHandler']];
  if ((env.WSL_DISTRO_NAME ?? '') !== '')
    return [['wslview'], ['rundll32.exe', 'url.dll,FileProtocolHandler']];
  // Without a display, a text browser is not opened unasked: the address is shown instead.
  return named || hasDisplay(env) ? [['xdg-open']] : [];
}

/** A file's path with more separators in it than this is taken apart at them. */
const MOST_PARTS = 16;

/** The commands of a list. A separator within quotes, or within a file's name, parts nothing. */
function listed(list: string, windows: boolean, isFile: (path: string) => boolean): BrowserCommand[] {
  const separator = windows ? ';' : ':';
  const parts = list.split(separator);
  const commands: BrowserCommand[] = [];
  while (parts.length > 0) {
    const joined = (count: number): string => parts.slice(0, count).join(separator).trim();
    const longest = Math.min(parts.length, MOST_PARTS);
    const counts = Array.from({ length: longest }, (_, index) => longest - index);
    const file = counts.find((count) => joined(count) !== '' && isFile(joined(count)));
    if (file !== undefined) {
      commands.push([joined(file)]);
      parts.splice(0, file);
      continue;
    }
    const entry = firstEntry(parts.join(separator), separator, windows);
    parts.splice(0, entry.split(separator).length);
    const [command, ...args] = splitWords(entry, windows);
    if (command !== undefined && command !== '') commands.push([command, ...args]);
  }
  return commands;
}

/** A list up to its first separator outside quotes. */
function firstEntry(list: string, separator: string, windows: boolean): string {
  let entry = '';
  let ended = false;
  scan(list, windows, (char, { raw, quoted }) => {
    ended ||= char === separator && !quoted;
    if (!ended) entry += raw;
  });
  return entry;
}

/** Parts a command into words, the quotes taken off. */
function splitWords(command: string, windows: boolean): string[] {
  const words: string[] = [];
  let word: string | null = null;
  scan(command, windows, (char, { quoted }) => {
    if (!quoted && /\s/.test(char)) {
      if (word !== null) words.push(word);
      word = null;
    } else word = (word ?? '') + char;
  });
  return word === null ? words : [...words, word];
}

interface Scanned {
  /** As it stands in the text, with the quote or backslash before it. */
  readonly raw: string;
  /** Quoted or escaped: it parts nothing. */
  readonly quoted: boolean;
}

/**
 * Reads a text with single quotes, double quotes and backslashes; `take` is given each character that remains of it,
 * and '' for a quote itself. A quote that is never closed holds the rest. On Windows a backslash parts folders.
 */
function scan(text: string, windows: boolean, take: (char: string, scanned: Scanned) => void): void {
  let quote = '';
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at]!;
    const next = text[at + 1];
    if (char === quote) {
      quote = '';
      take('', { raw: char, quoted: true });
    } else if (quote === '' && (char === '"' || (char === "'" && !windows))) {
      quote = char;
      take('', { raw: char, quoted: true });
    } else if (escapes(char, next, quote, windows)) {
      take(next!, { raw: char + next, quoted: true });
      at += 1;
    } else take(char, { raw: char, quoted: quote !== '' });
  }
}

/** Between double quotes a backslash escapes only what has a meaning there. */
function escapes(char: string, next: string | undefined, quote: string, windows: boolean): boolean {
  if (char !== '\\' || next === undefined || windows || quote === "'") return false;
  return quote === '' || '$`"\\'.includes(next);
}
