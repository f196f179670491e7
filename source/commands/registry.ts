import type { MessageKey } from '../messages/index.ts';
import { bookmarks } from './bookmarks.ts';
import { config } from './config.ts';
import type { Command, Options } from './context.ts';
import { headlines } from './headlines.ts';
import { read } from './read.ts';
import { search } from './search.ts';
import { sections } from './sections.ts';
import { sync } from './sync.ts';
import { mute, watch } from './words.ts';

/** An option: `--help` and the argument parser both come from this table. */
export interface OptionEntry {
  readonly name: keyof Options | 'lang' | 'help' | 'version';
  readonly short?: string;
  /** What follows it, as the help names it; absent for a flag. */
  readonly value?: string;
  readonly text: MessageKey;
}

export const OPTIONS = [
  { name: 'demo', text: 'option.demo' },
  { name: 'json', text: 'option.json' },
  { name: 'limit', value: 'n', text: 'option.limit' },
  { name: 'offline', text: 'option.offline' },
  { name: 'width', value: 'n', text: 'option.width' },
  { name: 'url', value: 'link', text: 'option.url' },
  { name: 'in', value: 'place', text: 'option.in' },
  { name: 'stdin', text: 'option.stdin' },
  { name: 'articles', text: 'option.articles' },
  { name: 'photos', text: 'option.photos' },
  { name: 'format', value: 'name', text: 'option.format' },
  { name: 'lang', value: 'ko|en', text: 'option.lang' },
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
  readonly text: MessageKey;
  readonly options: readonly OptionName[];
  readonly run: Command;
}

/** The full-screen reader: what runs without a command's name. */
export const BROWSE: CommandEntry = {
  name: '',
  usage: '[section]',
  text: 'command.browse',
  options: [...EVERYWHERE, 'json', 'limit'],
  // Of no use to the other commands, which start sooner without it.
  run: async (...all) => (await import('./browse.ts')).browse(...all),
};

export const COMMANDS: readonly CommandEntry[] = [
  {
    name: 'headlines',
    usage: 'headlines [section]',
    text: 'command.headlines',
    options: [...EVERYWHERE, 'json', 'limit'],
    run: headlines,
  },
  {
    name: 'read',
    usage: 'read <link, id, file, ->',
    text: 'command.read',
    options: [...EVERYWHERE, 'json', 'width', 'url'],
    run: read,
  },
  {
    name: 'search',
    usage: 'search <words…>',
    text: 'command.search',
    options: [...EVERYWHERE, 'json', 'limit', 'in', 'stdin'],
    run: search,
  },
  {
    name: 'bookmarks',
    usage:
      'bookmarks [list, add <link or id>, remove <link or id>, note <id> [text], tag <id> [+tag, -tag …], export [file], import <file>]',
    text: 'command.bookmarks',
    options: [...EVERYWHERE, 'json', 'limit', 'format', 'articles'],
    run: bookmarks,
  },
  {
    name: 'watch',
    usage: 'watch [list, add <words or #tag>, remove <words or #tag>]',
    text: 'command.watch',
    options: [...EVERYWHERE, 'json'],
    run: watch,
  },
  {
    name: 'mute',
    usage: 'mute [list, add <words or #tag>, remove <words or #tag>]',
    text: 'command.mute',
    options: [...EVERYWHERE, 'json'],
    run: mute,
  },
  {
    name: 'sync',
    usage: 'sync [section…]',
    text: 'command.sync',
    options: [...EVERYWHERE, 'json', 'articles', 'photos'],
    run: sync,
  },
  {
    name: 'sections',
    usage: 'sections',
    text: 'command.sections',
    options: [...EVERYWHERE, 'json'],
    run: sections,
  },
  {
    name: 'config',
    usage: 'config [get <name>, set <name> <value>, unset <name>, path]',
    text: 'command.config',
    options: [...EVERYWHERE, 'json'],
    run: config,
  },
];
