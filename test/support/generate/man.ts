// The man page, from the tables of the program: mdoc(7), which both groff and mandoc read.

import { exampleIn } from '../../../source/commands/line/help.ts';
import {
  BROWSE,
  COMMANDS,
  type CommandEntry,
  OPTIONS,
  type OptionEntry,
} from '../../../source/commands/line/registry.ts';
import { say } from '../../../source/messages/index.ts';
import { examplesIn, FILTERS } from '../../../source/search/query/filters.ts';
import {
  SETTINGS,
  type Settings,
  settingMessage,
  writtenValue,
} from '../../../source/storage/config/settings-table.ts';
import { KEYS, keyName } from '../../../source/tui/input/keys.ts';

/** The day the page's prose was last changed; the tables change without it. */
const DATE = 'November 27, 2026';

/** Text for roff: its own signs escaped, characters beyond ASCII named by their code points. */
function roff(text: string): string {
  return [...text.replaceAll('\\', '\\e')]
    .map((char) =>
      char > '~' ? `\\[u${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]` : char,
    )
    .join('')
    .replace(/-/g, '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}

/**
 * An argument of a macro: quoted, so that no word of it is taken for a macro, nor a sign at its end for
 * punctuation.
 */
const argument = (text: string): string => `"\\&${roff(text).replaceAll('"', '\\(dq')}\\&"`;

/** In bytes; mandoc's -Tlint accepts lines of text of at most 80. */
const LONGEST = 78;

/** Text over several lines, which roff joins. */
function filled(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < LONGEST)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.map((line) => line.replace(/^([.'])/, '\\&$1')).join('\n');
}

const say_ = (key: Parameters<typeof say>[1]): string => roff(say('en', key));

const item = (term: string, about: string): string[] => [`.It Li ${argument(term)}`, filled(about)];

const list = (items: readonly string[][]): string[] => ['.Bl -tag -width Ds', ...items.flat(), '.El'];

function optionTerm({ name, short, value }: OptionEntry): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
}

function commandItem(entry: CommandEntry): string[] {
  const uses = entry.uses ?? [entry.usage];
  return [
    ...uses.map((use) => `.It Li ${argument(`donga-tui ${use}`)}`),
    filled(`${say_(entry.text)}.`),
    '.Pp',
    filled(`Options: ${entry.options.map((name) => roff(`--${name}`)).join(', ')}.`),
  ];
}

export function manPage(): string {
  return [
    '.\\" Made from the tables of the program by npm run readme.',
    `.Dd ${DATE}`,
    '.Dt DONGA-TUI 1',
    '.Os',
    '.Sh NAME',
    '.Nm donga-tui',
    `.Nd ${say_('command.tagline')}`,
    '.Sh SYNOPSIS',
    '.Nm',
    '.Op Ar section',
    '.Nm',
    '.Ar command',
    '.Op Ar option ...',
    '.Op Ar word ...',
    '.Sh DESCRIPTION',
    'Without a command,',
    '.Nm',
    filled(
      'opens the full-screen reader; where standard output is no terminal it prints the newest headlines.',
    ),
    filled('Lists are fitted to a terminal; in a pipe their parts stand between tabs, without colour.'),
    '.Ss Commands',
    ...list([BROWSE, ...COMMANDS].map(commandItem)),
    '.Ss Options',
    ...list(
      (OPTIONS as readonly OptionEntry[]).map((option) => item(optionTerm(option), `${say_(option.text)}.`)),
    ),
    '.Ss Filters',
    'Beside the words of a search:',
    ...list(
      FILTERS.map(({ examples, description }) =>
        item(examplesIn(examples, 'en').join(' '), `${say_(description)}.`),
      ),
    ),
    '.Ss Keys',
    ...list(
      KEYS.filter(({ category }) => category !== 'type').map(({ keys, description }) =>
        item(keys.map(keyName).join(' '), `${say_(description)}.`),
      ),
    ),
    filled(
      'Keys of your own: donga-tui config set keys.ACTION "KEY, KEY", or keys in config.json by the name of the action:',
    ),
    filled(`${KEYS.map(({ action }) => roff(action)).join(', ')}.`),
    '.Ss Settings',
    ...list(
      Object.entries(SETTINGS).map(([name, { fallback, allowed }]) =>
        item(
          name,
          `${say_(settingMessage(name as keyof Settings))} (${roff(allowed)}; ${roff(writtenValue(fallback)) || 'none'}).`,
        ),
      ),
    ),
    '.Sh ENVIRONMENT',
    '.Bl -tag -width Ds',
    '.It Ev DONGA_TUI_HOME',
    "One folder for everything that is kept; otherwise the platform's own places.",
    '.It Ev DONGA_TUI_FEEDS',
    'An origin that is asked for feeds in place of https://rss.donga.com.',
    '.It Ev HTTPS_PROXY , Ev HTTP_PROXY , Ev NO_PROXY',
    'Proxies, as everywhere.',
    '.It Ev NO_COLOR , Ev FORCE_COLOR',
    'No colour, or colour in any case.',
    '.It Ev PAGER',
    'Shows an article that is longer than the terminal;',
    '.Ql less \\-R',
    'if it is unset.',
    '.It Ev INK_SCREEN_READER , Ev ACCESSIBLE',
    'For screen readers: the same as',
    '.Fl \\-plain ;',
    'so does a terminal whose',
    '.Ev TERM',
    'is dumb.',
    '.It Ev BROWSER',
    'Opens links.',
    '.El',
    '.Sh EXIT STATUS',
    '.Bl -tag -width Ds',
    '.It 0',
    'Done.',
    '.It 1',
    'It could not be done; the reason is on standard error.',
    'So ends a',
    '.Cm sync',
    'while another one runs.',
    '.It 2',
    'Wrong usage.',
    '.It 130',
    'Interrupted.',
    '.El',
    '.Sh EXAMPLES',
    ...[BROWSE, ...COMMANDS]
      .flatMap(({ examples }) => examples)
      .map((example) => `.Dl ${argument(exampleIn(example, 'en'))}`),
    '',
  ]
    .join('\n')
    .replace(/\n+$/, '\n');
}
