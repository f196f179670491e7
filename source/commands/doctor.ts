import { statSync } from 'node:fs';
import { arch, homedir, platform, release } from 'node:os';
import { join, sep } from 'node:path';
import { DAY } from '../clock.ts';
import { parseKoreanTime } from '../korean/times.ts';
import { say } from '../messages/index.ts';
import { isUsable } from '../storage/config/folder/usable.ts';
import { homePaths } from '../storage/files/paths.ts';
import { connect } from '../storage/sqlite/connection.ts';
import { NO_ANSWERS, type TerminalAnswers } from '../terminal/answers.ts';
import { clipboardWays } from '../terminal/programs/clipboard.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { type Command, type Context, UsageError } from './shared/context.ts';
import { tableLines } from './shared/table.ts';

declare const __VERSION__: string;

/** A newest headline further ahead than this, in ms, says that the clock is behind: print items are dated to 03:00. */
const CLOCK_BEHIND = DAY;

/** The wait for another process that writes, in ms. */
const BUSY = 2000;

/** A fault and its remedy, both in the message `doctor.<trouble>`. */
type Trouble =
  | 'read-only'
  | 'disk-full'
  | 'damaged'
  | 'silent'
  | 'never-synced'
  | 'clock-behind'
  | 'not-utf8'
  | 'dumb'
  | 'feeds-failed'
  | 'bookmarks-folder';

/**
 * `donga-tui doctor`: the facts for a bug report, and nothing private: no headline or bookmark, no name in a
 * path, and of a proxy only the variable that names it.
 */
export const doctor: Command = async (context, [extra]) => {
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  const reader = await context.reader();
  const feeds = reader.feeds();
  const failed = feeds.filter(({ failure }) => failure !== null);
  const archive = sizeOf(join(homePaths(context.env).data, 'archive.db'));
  const mode = reader.mode();
  const answers = await terminalAnswers(context);
  const integrity = integrityOf(join(homePaths(context.env).data, 'archive.db'));
  const facts = {
    version: __VERSION__,
    node: process.versions.node,
    sqlite: process.versions.sqlite ?? '',
    system: `${platform()} ${release()} ${arch()}`,
    ...terminalFacts(context),
    ...answers,
    clipboard: clipboardWays({ env: context.env, platform: platform() }).join(', '),
    ...pathFacts(context),
    archive: `${mode}, ${archive} MB, ${reader.count({ section: 'total' })}`,
    integrity,
    feeds: `${feeds.length - failed.length}/${feeds.length}`,
    failures: [...new Set(failed.map(({ failure }) => failure!.code))].join(', '),
    proxy: ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY', 'NO_PROXY']
      .filter((name) => (context.env[name] ?? context.env[name.toLowerCase()] ?? '') !== '')
      .join(', '),
    feedsOrigin: (context.env.DONGA_TUI_FEEDS ?? '') === '' ? '' : 'DONGA_TUI_FEEDS',
    clock: `${new Date(context.now()).toISOString()} ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
  };
  const folder = context.settings().all()['bookmarks-folder'];
  const [newest] = reader.headlines({ section: 'total', limit: 1 });
  const ahead = newest?.publishedAt == null ? 0 : parseKoreanTime(newest.publishedAt) - context.now();
  const found: readonly (readonly [Trouble, boolean])[] = [
    ['read-only', mode === 'read-only'],
    ['disk-full', mode === 'full'],
    ['damaged', integrity !== 'ok' && integrity !== ''],
    ['silent', answers.answered === 'no'],
    ['never-synced', feeds.every(({ refreshedAt }) => refreshedAt === null)],
    ['feeds-failed', failed.length > 0],
    ['bookmarks-folder', folder !== '' && !isUsable(folder)],
    ['clock-behind', ahead > CLOCK_BEHIND],
    ['not-utf8', !isUtf8(facts.locale, platform())],
    ['dumb', context.env.TERM === 'dumb'],
  ];
  const troubles = found.flatMap(([trouble, isThere]) => (isThere ? trouble : []));
  await report(context, facts, troubles);
  return 0;
};

async function report(
  { options, language, stdout, print }: Context,
  facts: Readonly<Record<string, string>>,
  troubles: readonly Trouble[],
): Promise<void> {
  const told = troubles.map((code) => ({ code, message: say(language, `doctor.${code}`) }));
  if (options.json) {
    await print(`${JSON.stringify({ ...facts, troubles: told })}\n`);
    return;
  }
  const rows = Object.entries(facts).map(([name, value]) => [name, sanitiseLine(value) || '-']);
  const well = say(language, 'doctor.well');
  const lines = stdout.isTTY
    ? [
        ...tableLines(rows, stdout.columns, 1),
        ...(told.length === 0 ? [well] : told.map(({ message }) => `! ${message}`)),
      ]
    : [
        ...rows,
        ...(told.length === 0 ? [['well', well]] : told.map(({ message }) => ['trouble', message])),
      ].map((row) => row.join('\t'));
  await print(`${lines.join('\n')}\n`);
}

/** Whether text goes between programs as UTF-8. On Windows no variable says so. */
export const isUtf8 = (locale: string, system: NodeJS.Platform): boolean =>
  system === 'win32' || /utf-?8/i.test(locale);

/** The terminal's kind, and the multiplexer or ssh between, by the environment: never a name or an address. */
function terminalFacts({ env, stdout }: Context): { terminal: string; locale: string } {
  const between = [
    env.TMUX && 'tmux',
    env.STY && 'screen',
    env.SSH_TTY && 'ssh',
    env.WT_SESSION && 'Windows Terminal',
  ];
  const kind = [env.TERM, env.TERM_PROGRAM, env.TERM_PROGRAM_VERSION, env.COLORTERM, ...between].filter(
    Boolean,
  );
  const size = stdout.isTTY ? [`${stdout.columns}×${stdout.rows}`] : [];
  return {
    terminal: [...kind, ...size].join(' '),
    locale: env.LC_ALL || env.LC_CTYPE || env.LANG || '',
  };
}

/** The folders of kept files, without the home folder's name. */
function pathFacts({ env }: Context): { config: string; data: string; cache: string } {
  const home = homedir();
  const own = env.DONGA_TUI_HOME ?? '';
  const shown = (path: string): string => {
    if (own !== '') return path === homePaths(env).cache ? '$DONGA_TUI_HOME/cache' : '$DONGA_TUI_HOME';
    return home !== '' && path.startsWith(home + sep) ? `~${path.slice(home.length)}` : path;
  };
  const { config, data, cache } = homePaths(env);
  return { config: shown(config), data: shown(data), cache: shown(cache) };
}

/** The terminal's answers to the questions that are put to it; empty where there is no terminal. */
async function terminalAnswers({ stdin, stdout, env, settings }: Context): Promise<TerminalAnswers> {
  if (!stdin.isTTY || !stdout.isTTY || env.TERM === 'dumb') return NO_ANSWERS;
  const { askTerminal } = await import('../terminal/ask-terminal.ts');
  return askTerminal({ stdin, stdout, env, setting: settings().all().images });
}

/** SQLite's check of the archive's pages: `ok`, or the first fault; '' where there is no archive yet. */
function integrityOf(file: string): string {
  if (statSync(file, { throwIfNoEntry: false }) === undefined) return '';
  try {
    const db = connect(file, { busyMs: BUSY, readOnly: true });
    try {
      return String(db.get('PRAGMA quick_check(1)')?.quick_check ?? 'unknown');
    } finally {
      db.close();
    }
  } catch (error) {
    return (error as { readonly errstr?: string }).errstr ?? 'unreadable';
  }
}

/** In MB. */
function sizeOf(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return Math.round(size / 100_000) / 10;
}
