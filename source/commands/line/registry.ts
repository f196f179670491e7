import type { MessageKey } from '../../messages/index.ts';
import { bookmarks } from '../bookmarks/bookmarks.ts';
import { config } from '../config.ts';
import { follow } from '../follow.ts';
import { headlines } from '../headlines.ts';
import { read } from '../read.ts';
import { search } from '../search.ts';
import { sections } from '../sections.ts';
import type { Command, Options } from '../shared/context.ts';
import { stats } from '../stats.ts';
import { story } from '../story.ts';
import { sync } from '../sync.ts';
import { mute, watch } from '../words.ts';

/** An option: `--help` and the argument parser both come from this table. */
export interface OptionEntry {
  readonly name: keyof Options | 'lang' | 'help' | 'version';
  readonly short?: string;
  /** The value that follows the option, as the help names it; absent for a flag. */
  readonly value?: string;
  /** The values there are, if they are a few words. */
  readonly choices?: readonly string[];
  readonly text: MessageKey;
}

export const OPTIONS = [
  { name: 'demo', text: 'option.demo' },
  { name: 'json', text: 'option.json' },
  { name: 'limit', value: 'n', text: 'option.limit' },
  { name: 'offline', text: 'option.offline' },
  { name: 'width', value: 'n', text: 'option.width' },
  { name: 'url', value: 'link', text: 'option.url' },
  { name: 'name', value: 'label', text: 'option.name' },
  { name: 'in', value: 'place', choices: ['headlines', 'bookmarks', 'archive'], text: 'option.in' },
  { name: 'stdin', text: 'option.stdin' },
  { name: 'articles', text: 'option.articles' },
  { name: 'photos', text: 'option.photos' },
  { name: 'forget', text: 'option.forget' },
  { name: 'since', value: 'day', text: 'option.since' },
  { name: 'hours', value: 'n', text: 'option.hours' },
  { name: 'markdown', text: 'option.markdown' },
  { name: 'format', value: 'name', choices: ['json', 'markdown', 'html'], text: 'option.format' },
  { name: 'plain', text: 'option.plain' },
  { name: 'lang', value: 'ko|en', choices: ['ko', 'en'], text: 'option.lang' },
  { name: 'help', short: 'h', text: 'option.help' },
  { name: 'version', short: 'v', text: 'option.version' },
] as const satisfies readonly OptionEntry[];

export type OptionName = (typeof OPTIONS)[number]['name'];

/** Options that go with every command. */
const EVERYWHERE: readonly OptionName[] = ['demo', 'offline', 'lang', 'help', 'version'];

export interface CommandEntry {
  readonly name: string;
  /** The words behind `donga-tui`, as the help shows them. */
  readonly usage: string;
  /** Every usage, if one line has no room for all; the command's help has them. */
  readonly uses?: readonly string[];
  readonly text: MessageKey;
  readonly options: readonly OptionName[];
  /** Command lines as people type them. */
  readonly examples: readonly [string, string];
  readonly run: Command;
}

/** The way to use a command that its words began; its whole usage if they began none. */
export const usageOf = ({ name, usage, uses = [] }: CommandEntry, [action]: readonly string[]): string =>
  uses.find((use) => use.split(' ', 2).join(' ') === `${name} ${action}`) ?? usage;

/** The full-screen reader: it runs when no command is named. */
export const BROWSE: CommandEntry = {
  name: '',
  usage: '[section]',
  text: 'command.browse',
  options: [...EVERYWHERE, 'json', 'limit', 'plain'],
  examples: ['donga-tui 정치', 'donga-tui --demo'],
  // Of no use to the other commands, which start sooner without it.
  run: async (...all) => (await import('../browse.ts')).browse(...all),
};

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'headlines',
    usage: 'headlines [section]',
    text: 'command.headlines',
    options: [...EVERYWHERE, 'json', 'limit', 'plain'],
    examples: ['donga-tui headlines 정치 --limit 10', "donga-tui headlines --json | jq -r '.[].title'"],
    run: headlines,
  },
  {
    name: 'read',
    usage: 'read <link, id, file, ->',
    text: 'command.read',
    options: [...EVERYWHERE, 'json', 'width', 'url', 'plain'],
    examples: ['donga-tui read 139074720', 'donga-tui read - --url https://www.donga.com/… < page.html'],
    run: read,
  },
  {
    name: 'search',
    usage: 'search <words…>',
    text: 'command.search',
    options: [...EVERYWHERE, 'json', 'limit', 'in', 'stdin', 'plain'],
    examples: ["donga-tui search 반도체 수출 '@경제' '>어제'", 'donga-tui search --in archive 금리'],
    run: search,
  },
  {
    name: 'bookmarks',
    usage: 'bookmarks [list, add, remove, note, tag, export, import]',
    uses: [
      'bookmarks [list]',
      'bookmarks add <link or id>',
      'bookmarks remove <link or id>',
      'bookmarks note <link or id> [text]',
      'bookmarks tag <link or id> [+tag, -tag …]',
      'bookmarks export [file]',
      'bookmarks export --articles <folder>',
      'bookmarks import <file, folder, ->',
    ],
    text: 'command.bookmarks',
    options: [...EVERYWHERE, 'json', 'limit', 'format', 'articles', 'plain'],
    examples: [
      'donga-tui bookmarks tag 139074720 +경제 -나중에',
      'donga-tui bookmarks export bookmarks.html',
    ],
    run: bookmarks,
  },
  {
    name: 'follow',
    usage: 'follow [list, add <what>, remove <what>]',
    uses: [
      'follow [list]',
      'follow add <reporter:name, tag:word, column:name, story:id>',
      'follow remove <reporter:name, tag:word, column:name, story:id>',
    ],
    text: 'command.follow',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui follow add column:횡설수설', 'donga-tui follow remove column:횡설수설'],
    run: follow,
  },
  {
    name: 'watch',
    usage: 'watch [list, add <words or #tag>, remove <words or #tag>]',
    text: 'command.watch',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui watch add 반도체', "donga-tui watch add '#금리'"],
    run: watch,
  },
  {
    name: 'mute',
    usage: 'mute [list, add <words or #tag>, remove <words or #tag>]',
    text: 'command.mute',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui mute add 운세', 'donga-tui mute list'],
    run: mute,
  },
  {
    name: 'sync',
    usage: 'sync [section…]',
    text: 'command.sync',
    options: [...EVERYWHERE, 'json', 'articles', 'photos', 'plain'],
    examples: ['donga-tui sync --articles', 'donga-tui sync 정치 경제'],
    run: sync,
  },
  {
    name: 'today',
    usage: 'today',
    text: 'command.today',
    options: [...EVERYWHERE, 'json', 'limit', 'width', 'since', 'hours', 'markdown'],
    examples: ['donga-tui today --since 어제', 'donga-tui today --offline | mail -s 오늘 me@example.com'],
    run: async (...all) => (await import('../today.ts')).today(...all),
  },
  {
    name: 'story',
    usage: 'story <id>',
    text: 'command.story',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui story 139057120', 'donga-tui story s139057120 --json'],
    run: story,
  },
  {
    name: 'history',
    usage: 'history <id>',
    text: 'command.history',
    options: [...EVERYWHERE, 'json', 'width'],
    examples: ['donga-tui history 139057120', "donga-tui history 139057120 --json | jq '.changes'"],
    run: async (...all) => (await import('../history.ts')).history(...all),
  },
  {
    name: 'stats',
    usage: 'stats',
    text: 'command.stats',
    options: [...EVERYWHERE, 'json', 'forget'],
    examples: ['donga-tui stats', "donga-tui stats --json | jq '.weeks'"],
    run: stats,
  },
  {
    name: 'sections',
    usage: 'sections',
    text: 'command.sections',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui sections', "donga-tui sections --json | jq -r '.[].name'"],
    run: sections,
  },
  {
    name: 'feeds',
    usage: 'feeds [list, add, remove, export]',
    uses: [
      'feeds [list]',
      'feeds add <link, file.opml or -> [--name <label>]',
      'feeds remove <name or link>',
      'feeds export [file]',
    ],
    text: 'command.feeds',
    options: [...EVERYWHERE, 'json', 'name'],
    examples: [
      'donga-tui feeds add https://example.com/feed.xml --name 이웃소식',
      'donga-tui feeds export feeds.opml',
    ],
    run: async (context, words) => {
      const { feeds } = await import('../feeds.ts');
      return feeds(context, words, { commands: COMMANDS.map(({ name }) => name) });
    },
  },
  {
    name: 'config',
    usage: 'config [get <name>, set <name> <value>, unset <name>, path]',
    text: 'command.config',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui config set lang en', 'donga-tui config set keys.open "Q, ctrl-x"'],
    run: config,
  },
  {
    name: 'completion',
    usage: 'completion <bash, zsh, fish>',
    text: 'command.completion',
    options: [...EVERYWHERE],
    examples: ['donga-tui completion bash', 'donga-tui completion fish'],
    run: async (context, words) => {
      const { completion } = await import('../completion/completion.ts');
      return completion(context, words, { commands: [BROWSE, ...COMMANDS], options: OPTIONS });
    },
  },
  {
    name: 'doctor',
    usage: 'doctor',
    text: 'command.doctor',
    options: [...EVERYWHERE, 'json'],
    examples: ['donga-tui doctor', 'donga-tui doctor --json'],
    run: async (...all) => (await import('../doctor.ts')).doctor(...all),
  },
];
