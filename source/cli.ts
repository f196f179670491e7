import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { helpText } from './commands/line/help.ts';
import { parse } from './commands/line/parse-args.ts';
import { BROWSE, usageOf } from './commands/line/registry.ts';
import { type Context, type Options, UsageError } from './commands/shared/context.ts';
import { knowOtherFeeds } from './compose/fetching.ts';
import { fetchDocument, ownFeeds } from './compose/network.ts';
import { openReader, openSample } from './compose/reader.ts';
import { asFailure, Failure, type FailureCode } from './failure.ts';
import { openLog } from './log.ts';
import { failureText, type Language, type MessageKey, type Params, say } from './messages/index.ts';
import type { Reader } from './reader/types.ts';
import type { FeedsStore } from './storage/config/feeds.ts';
import { openSettings } from './storage/config/settings.ts';
import type { SettingsStore } from './storage/config/settings-table.ts';
import { homePaths, sampleHome } from './storage/files/paths.ts';
import { endOnBrokenOutput } from './system/broken-output.ts';
import type { Io } from './system/io.ts';
import { wantsLines } from './terminal/plain.ts';
import { sanitiseLine } from './text/sanitise.ts';
import { createWarnings, type Warning, type Warnings } from './warnings.ts';

declare const __VERSION__: string;

/** Runs the program on the process's own streams and leaves its exit status. */
export async function main(argv: readonly string[]): Promise<void> {
  const io: Io = {
    env: process.env,
    // Opened when it is first asked for: most commands read nothing.
    get stdin() {
      return process.stdin;
    },
    stdout: process.stdout,
    stderr: process.stderr,
    now: Date.now,
  };
  process.exitCode = await run(argv, io);
}

/** Runs one command line; resolves to the exit status: 0 done, 1 it could not, 2 wrong usage. */
async function run(argv: readonly string[], io: Io): Promise<number> {
  let language: Language = 'ko';
  const json = argv.includes('--json');
  const opened: Reader[] = [];
  const warnings = createWarnings();
  /** A full disk is named once: by the failure that it causes, else at the end of the run. */
  const fullDisk = { isMet: false, isNamed: false };
  const tellWarning = ({ key, params }: Warning): void => {
    if (key === 'archive.full') fullDisk.isMet = true;
    else io.stderr.write(`donga-tui: ${tell(language, key, params)}\n`);
  };
  const reason = (failure: Failure): string => {
    if (failure.code === 'disk-full') fullDisk.isNamed = true;
    return sanitiseLine(failureText(language, failure));
  };
  endOnBrokenOutput(process, (code) => tell(language, 'failure.cannot-print', { reason: code }));

  /** Of the command that was asked for, as soon as it is known. */
  let usage = '';
  let help = 'donga-tui --help';
  let feeds: FeedsStore | null = null;
  try {
    const demo = argv.includes('--demo');
    const settings = settingsIn(io.env, demo);
    if (!(settings instanceof Failure)) {
      // The sample edition has no other feeds.
      if (!demo) feeds = knowOtherFeeds(io.env);
      feeds?.onSetAside((name) => warnings.add({ key: 'setting.set-aside', params: { name } }));
      settings.onSetAside((name) => warnings.add({ key: 'setting.set-aside', params: { name } }));
    }
    // The language of an error in the arguments is the one that they, or the settings, ask for.
    language = languageIn(argv) ?? (settings instanceof Failure ? language : settings.all().lang);
    const parsed = parse(argv);
    usage = usageOf(parsed.command, parsed.words);
    if (parsed.command !== BROWSE) help = `donga-tui ${parsed.command.name} --help`;
    if (parsed.version) return await print(io, json ? `${versionFacts()}\n` : `${__VERSION__}\n`);
    if (parsed.help) return await print(io, helpText(language, parsed.command));
    if (settings instanceof Failure) throw settings;

    // The full screen and the line-by-line mode show warnings themselves.
    if (parsed.command !== BROWSE) warnings.hear(tellWarning);
    const context = contextFor(io, parsed.options, language, { opened, settings, feeds, warnings, reason });
    return await parsed.command.run(context, parsed.words);
  } catch (error) {
    if (error instanceof UsageError) {
      const message = tell(language, error.key, { usage, ...error.params });
      if (json) await print(io, `${JSON.stringify({ error: { code: 'usage', message } })}\n`);
      io.stderr.write(`donga-tui: ${message}\n${say(language, 'usage.see-help', { help })}\n`);
      return 2;
    }
    const failure = asFailure(error);
    const message =
      failure.code === 'internal'
        ? tell(language, 'failure.crashed', { path: logCrash(io, failure) })
        : reason(failure);
    if (json) await print(io, `${JSON.stringify({ error: { code: failure.code, message } })}\n`);
    io.stderr.write(`donga-tui: ${message}\n`);
    return WRONG_USAGE.includes(failure.code) ? 2 : 1;
  } finally {
    warnings.hear(tellWarning);
    if (fullDisk.isMet && !fullDisk.isNamed) {
      io.stderr.write(`donga-tui: ${tell(language, 'archive.full', {})}\n`);
    }
    await Promise.allSettled(opened.map((reader) => reader.close()));
  }
}

/** The state of a run. */
interface CommandRun {
  /** The readers to be closed at its end. */
  readonly opened: Reader[];
  readonly settings: SettingsStore;
  /** Null for the sample edition. */
  readonly feeds: FeedsStore | null;
  readonly warnings: Warnings;
  /** A failure's line in the interface's language. */
  readonly reason: (failure: Failure) => string;
}

function contextFor(io: Io, options: Options, language: Language, run: CommandRun): Context {
  const { opened, settings, feeds, warnings, reason } = run;
  let reader: Promise<Reader> | null = null;

  async function open(inWorker: boolean): Promise<Reader> {
    const made = options.demo
      ? await openSample({ env, now, warnings })
      : await openReader({ env, now, warnings }, { offline: options.offline, inWorker });
    opened.push(made);
    return made;
  }

  const { env, stdout, stderr, now } = io;
  return {
    env,
    get stdin() {
      return io.stdin;
    },
    stdout,
    stderr,
    now,
    options,
    language,
    plain: options.plain || (stdout.isTTY === true && wantsLines(env)),
    reader: ({ inWorker = false } = {}) => {
      reader ??= open(inWorker);
      return reader;
    },
    openSample: () => openSample({ env, now, warnings }),
    settings: () => settings,
    feeds: {
      store: feeds,
      own: () => ownFeeds(env),
      fetch: (url, linkedFrom) => fetchDocument({ env, now }, url, { offline: options.offline, linkedFrom }),
    },
    warnings,
    print: async (text) => {
      await print(io, text);
    },
    warn: (key: MessageKey, params: Params = {}) => {
      io.stderr.write(`donga-tui: ${tell(language, key, params)}\n`);
    },
    reason,
  };
}

/** The answer to `--version --json`; `thirdParty` is the file with the notices of bundled packages. */
function versionFacts(): string {
  const thirdParty = fileURLToPath(new URL('../THIRD-PARTY.txt', import.meta.url));
  return JSON.stringify({ version: __VERSION__, node: process.versions.node, thirdParty });
}

/** A line that may quote arguments, paths and servers. */
const tell = (language: Language, key: MessageKey, params: Params): string =>
  sanitiseLine(say(language, key, params));

/**
 * The settings of the home that the environment names; if there is no home, the failure, for commands that
 * need none. The sample edition has the same settings, but a change made in it stays there.
 */
function settingsIn(env: NodeJS.ProcessEnv, demo: boolean): SettingsStore | Failure {
  try {
    const own = openSettings(homePaths(env).config);
    return demo ? openSettings(sampleHome(env).config, own) : own;
  } catch (error) {
    return asFailure(error);
  }
}

/** Failures that are mistakes of typing. */
const WRONG_USAGE: readonly FailureCode[] = ['unknown-section', 'bad-filter'];

/** The language that the arguments ask for, even if they are wrong otherwise. */
function languageIn(argv: readonly string[]): Language | null {
  const given = argv.findLast((word, at) => argv[at - 1] === '--lang' || word.startsWith('--lang='));
  const asked = given?.replace(/^--lang=/, '');
  return asked === 'ko' || asked === 'en' ? asked : null;
}

async function print({ stdout }: Io, text: string): Promise<number> {
  if (!stdout.write(text)) await once(stdout, 'drain');
  return 0;
}

/** Returns the log's path. */
function logCrash({ env, now }: Io, failure: Failure): string {
  const log = openLog(homePaths(env).log, now);
  log.error(failure.cause ?? failure);
  return log.path;
}
