import type { Failure } from '../../failure.ts';
import type { Language, MessageKey, Params } from '../../messages/index.ts';
import type { Reader } from '../../reader/types.ts';
import type { FeedsStore } from '../../storage/config/feeds.ts';
import type { SettingsStore } from '../../storage/config/settings-table.ts';
import type { Io } from '../../system/io.ts';
import { suggest } from '../../text/suggest.ts';
import type { Warnings } from '../../warnings.ts';

/** The options as they were read; every command is given all of them. */
export interface Options {
  readonly json: boolean;
  readonly limit: number | null;
  readonly offline: boolean;
  readonly demo: boolean;
  readonly width: number | null;
  readonly url: string | null;
  readonly name: string | null;
  readonly in: 'headlines' | 'bookmarks' | 'archive';
  readonly stdin: boolean;
  readonly articles: boolean;
  readonly forget: boolean;
  readonly format: 'json' | 'markdown' | 'html' | null;
  readonly photos: boolean;
  readonly since: string | null;
  readonly hours: number | null;
  readonly markdown: boolean;
  readonly plain: boolean;
}

/** Feeds of other sites, and the means to add one. */
export interface FeedsAccess {
  /** Null in the sample edition, which has none. */
  readonly store: FeedsStore | null;
  /** The paper's own. */
  own(): readonly { readonly title: string; readonly url: string }[];
  /** Fetches a document; `linkedFrom` is the document that its address was read in. Rejects with a Failure. */
  fetch(url: string, linkedFrom?: string): Promise<string>;
}

/** The surroundings that a command is run with. */
export interface Context extends Io {
  readonly options: Options;
  readonly language: Language;
  /** Everything is to be said in words, line by line: asked for by `--plain`, a screen reader or a terminal that only prints. */
  readonly plain: boolean;
  /**
   * Opens the home and the network; the same reader for the whole run. `inWorker`: a process of its own sends
   * the requests.
   */
  reader(how?: { readonly inWorker?: boolean }): Promise<Reader>;
  /** Opens the sample edition beside it: no network, and a home of its own. */
  openSample(): Promise<Reader>;
  settings(): SettingsStore;
  readonly feeds: FeedsAccess;
  /** Faults in the files that are kept: shown on stderr, where no screen shows them. */
  readonly warnings: Warnings;
  /** Writes to stdout and waits until the pipe has taken it. */
  print(text: string): Promise<void>;
  /** A line on stderr. */
  warn(key: MessageKey, params?: Params): void;
  /** A failure's line in the interface's language. */
  reason(failure: Failure): string;
}

/** Runs a command with its words; resolves to the exit status. A thrown Failure is shown, and the status is 1. */
export type Command = (context: Context, words: readonly string[]) => Promise<number>;

/**
 * A mistake on the command line: shown with the command's usage, which is added to its parameters; exit
 * status 2.
 */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly key: MessageKey;
  readonly params: Params;

  constructor(key: MessageKey, params: Params = {}) {
    super(key);
    this.key = key;
    this.params = params;
  }
}

/**
 * The error for a word where a command expects one of its own, with the whole command that was probably
 * meant.
 *
 * @param words all words behind the command's name
 * @param meant the words behind the name if those typed lack one of its own; null if they suggest none
 */
export function unknownAction(
  { options: { demo } }: Pick<Context, 'options'>,
  command: string,
  words: readonly string[],
  actions: readonly string[],
  meant: readonly string[] | null = null,
): UsageError {
  const [name = '', ...rest] = words;
  const known = suggest(name, actions);
  const all = known === null ? meant : [known, ...rest];
  return new UsageError('usage.unknown-action', {
    name,
    command,
    words: actions.join(', '),
    meant:
      all === null
        ? null
        : ['donga-tui', command, ...all.map(shellWord), ...(demo ? ['--demo'] : [])].join(' '),
  });
}

/** A word as a shell takes it. */
const shellWord = (word: string): string =>
  /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;

/** On a terminal, says what can be done about an empty answer; a pipe gets nothing but the answer. */
export function hint({ options, stdout, warn }: Context, key: MessageKey, command = ''): void {
  if (options.json || stdout.isTTY !== true) return;
  warn(key, { command: options.demo ? `${command} --demo` : command });
}
