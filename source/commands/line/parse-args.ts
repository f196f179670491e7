import { parseArgs } from 'node:util';
import { findList, suggestSectionWord } from '../../sections.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { suggest } from '../../text/suggest.ts';
import { type Options, UsageError } from '../shared/context.ts';
import { BROWSE, COMMANDS, type CommandEntry, OPTIONS, type OptionName } from './registry.ts';

/** A command line, read. */
export interface Parsed {
  readonly command: CommandEntry;
  readonly words: readonly string[];
  readonly options: Options;
  readonly lang: 'ko' | 'en' | null;
  readonly help: boolean;
  readonly version: boolean;
}

/**
 * Reads the arguments behind the program's name, by the tables of commands and options. Options may stand
 * anywhere; behind `--` everything is a word.
 * @throws UsageError for a command, option or value that there is not.
 */
export function parse(argv: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: markDashed(argv),
    options: Object.fromEntries(
      OPTIONS.map((option) => [
        option.name,
        {
          type: 'value' in option ? ('string' as const) : ('boolean' as const),
          ...('short' in option ? { short: option.short } : {}),
        },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });

  const words: string[] = [];
  const given = new Map<OptionName, string>();
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(sanitiseLine(unmarked(token.value)));
    if (token.kind !== 'option') continue;
    const entry = OPTIONS.find((option) => option.name === token.name);
    if (entry === undefined) throw unknownOption(token.rawName);
    const isNextOption = token.inlineValue === false && token.value.startsWith('--');
    const value = token.value === undefined || isNextOption ? undefined : sanitiseLine(unmarked(token.value));
    if ('value' in entry) {
      if (value === undefined) throw badValue(entry.name, null, allowedFor(entry));
      given.set(entry.name, value);
    } else {
      if (value !== undefined) throw badValue(entry.name, value, `--${entry.name}`);
      given.set(entry.name, '');
    }
  }

  const command = commandFor(words);
  const rest = command === BROWSE ? words : words.slice(1);
  for (const name of given.keys()) {
    if (!command.options.includes(name)) {
      throw new UsageError('usage.option-not-here', {
        option: `--${name}`,
        command: command.name === '' ? 'donga-tui' : command.name,
      });
    }
  }

  return {
    command,
    words: rest,
    options: {
      json: given.has('json'),
      limit: wholeNumber('limit', given.get('limit')),
      offline: given.has('offline'),
      demo: given.has('demo'),
      width: wholeNumber('width', given.get('width')),
      url: given.get('url') ?? null,
      name: given.get('name') ?? null,
      in: oneOf('in', given.get('in'), ['headlines', 'bookmarks', 'archive'] as const) ?? 'headlines',
      stdin: given.has('stdin'),
      articles: given.has('articles'),
      forget: given.has('forget'),
      format: oneOf('format', given.get('format'), ['json', 'markdown', 'html'] as const),
      photos: given.has('photos'),
      since: given.get('since') ?? null,
      hours: wholeNumber('hours', given.get('hours')),
      markdown: given.has('markdown'),
      plain: given.has('plain'),
    },
    lang: oneOf('lang', given.get('lang'), ['ko', 'en'] as const),
    help: given.has('help'),
    version: given.has('version'),
  };
}

/** Stands before an argument that begins with a dash and is a word all the same. No argument has a NUL in it. */
const MARK = '\0';

const unmarked = (word: string): string => (word.startsWith(MARK) ? word.slice(1) : word);

/**
 * Marks the arguments that are words in spite of their dash: `-스포츠`, as no option's name has such a letter, and the
 * `-tag` of `bookmarks tag`.
 */
function markDashed(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  const tags = argv.findIndex((word, at) => word === 'tag' && argv[at - 1] === 'bookmarks');
  return argv.map((word, at) => {
    if (end >= 0 && at >= end) return word;
    const isWord = /^-[^\0-\x7f]/.test(word) || (tags >= 0 && at > tags && /^-[^-]/.test(word));
    return isWord ? MARK + word : word;
  });
}

/** The first word names a command, or a section to start the reader in. */
function commandFor(words: readonly string[]): CommandEntry {
  const [first] = words;
  if (first === undefined) return BROWSE;
  const command = COMMANDS.find((entry) => entry.name === first);
  if (command !== undefined) return command;
  if (findList(words.join(' ')) !== null) return BROWSE;
  // Several sections: the command that opens them says that only one can be opened.
  if (words.length > 1 && words.every((word) => findList(word) !== null)) return BROWSE;
  const commands = COMMANDS.map(({ name }) => name);
  throw new UsageError('usage.unknown-command', {
    name: first,
    suggestion: suggest(first, commands) ?? suggestSectionWord(words.join(' ')),
    commands: commands.join(', '),
  });
}

function unknownOption(rawName: string): UsageError {
  const name = sanitiseLine(rawName);
  return new UsageError('usage.unknown-option', {
    name,
    suggestion: suggest(
      name,
      OPTIONS.map((option) => `--${option.name}`),
    ),
  });
}

/** The values that an option may have, in a line. */
function allowedFor(entry: Extract<(typeof OPTIONS)[number], { value: string }>): string {
  if ('choices' in entry) return entry.choices.join(', ');
  const most = entry.value === 'n' ? MOST_OF[entry.name as keyof typeof MOST_OF] : null;
  return most === null ? `<${entry.value}>` : `1–${most}`;
}

function badValue(name: OptionName, value: string | null, allowed: string): UsageError {
  return new UsageError('usage.option-value', { option: `--${name}`, value, allowed });
}

/** The widest that an article is set, in cells; the most headlines that are asked for at once; ten years. */
const MOST_OF = { width: 10_000, limit: 1_000_000_000, hours: 87_660 };

function wholeNumber(name: keyof typeof MOST_OF, value: string | undefined): number | null {
  if (value === undefined) return null;
  const most = MOST_OF[name];
  const number = /^\d{1,10}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) throw badValue(name, value, `1–${most}`);
  return number;
}

function oneOf<Value extends string>(
  name: OptionName,
  value: string | undefined,
  allowed: readonly Value[],
): Value | null {
  if (value === undefined) return null;
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw badValue(name, value, allowed.join(', '));
  return found;
}
