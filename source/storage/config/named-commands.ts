import { sanitiseLine } from '../../text/sanitise.ts';

/** The forms in which an article is given to a program. */
export const ARTICLE_FORMATS = ['text', 'markdown', 'json', 'link'] as const;
export type ArticleFormat = (typeof ARTICLE_FORMATS)[number];

/** A command of the reader's own with a key. */
export interface NamedCommand {
  /** As the table of keys names keys: `x`, `X`, `ctrl-t`. */
  readonly key: string;
  readonly name: string;
  /** Null for the format of the setting `pipe-format`. */
  readonly format: ArticleFormat | null;
  /** A command line for the shell. */
  readonly run: string;
}

/**
 * Keys that always keep their meaning: without them nobody would find the help, the settings or the way out. Terminals send
 * the same bytes for the last four as for Backspace, Tab and Enter.
 */
const KEPT_KEYS: ReadonlySet<string> = new Set([
  ...['ctrl-c', 'ctrl-z', 'ctrl-l', 'q', '?', ','],
  ...['ctrl-h', 'ctrl-i', 'ctrl-j', 'ctrl-m'],
]);

/** Reads `X 번역: trans -b :en` or, with a format, `X 번역 (markdown): cmd`; null for any other line. */
export function namedCommand(line: string): NamedCommand | null {
  const colon = line.indexOf(':');
  const head = line.slice(0, Math.max(0, colon)).trim();
  const run = line.slice(colon + 1).trim();
  const space = head.indexOf(' ');
  const key = head.slice(0, Math.max(0, space));
  const rest = head.slice(space + 1).trim();
  const open = rest.endsWith(')') ? rest.lastIndexOf('(') : -1;
  const name = (open < 0 ? rest : rest.slice(0, open)).trim();
  const format = open < 0 ? null : ARTICLE_FORMATS.find((each) => each === rest.slice(open + 1, -1));
  if (colon < 0 || run === '' || name === '' || format === undefined) return null;
  const isKey = /^ctrl-[a-z]$/.test(key) || (/^[!-~]$/.test(key) && !/\d/.test(key));
  return isKey && !KEPT_KEYS.has(key) ? { key, name, format, run } : null;
}

/** The most lines that a file may have. */
const MOST = 200;

/** Lines as the settings file holds them. A line that is no command stays, so that a warning can show it. */
export const commandLines = (values: readonly unknown[]): readonly string[] =>
  values.slice(0, MOST).map((value) => sanitiseLine(String(value)));

/** Lines as they were typed; null where one of them is no command, or two have one key. */
export function namedCommandLines(values: readonly string[]): readonly string[] | null {
  const lines = commandLines(values);
  const keys = lines.map((line) => namedCommand(line)?.key);
  return keys.includes(undefined) || new Set(keys).size < keys.length ? null : lines;
}
