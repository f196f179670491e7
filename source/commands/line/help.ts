import { cellWidth } from '../../korean/cells.ts';
import { pad } from '../../korean/fit.ts';
import { usageIn } from '../../messages/commands.ts';
import { type Language, say } from '../../messages/index.ts';
import { examplesIn, FILTERS } from '../../search/query/filters.ts';
import { BROWSE, COMMANDS, type CommandEntry, OPTIONS, type OptionEntry } from './registry.ts';

/** The text of `--help`, for the whole program or for one command. */
export function helpText(language: Language, command: CommandEntry): string {
  const options: readonly OptionEntry[] =
    command === BROWSE ? OPTIONS : OPTIONS.filter((option) => command.options.includes(option.name));
  const entries = command === BROWSE ? [BROWSE, ...COMMANDS] : [command];
  const usage =
    command.uses === undefined
      ? entries.map((entry) => [`donga-tui ${usageIn(language, entry.usage)}`, say(language, entry.text)])
      : command.uses.map((use) => [`donga-tui ${usageIn(language, use)}`]);
  return [
    `donga-tui — ${say(language, 'command.tagline')}`,
    '',
    `${say(language, 'command.usage')}:`,
    ...columns(usage),
    '',
    `${say(language, 'command.options')}:`,
    ...columns(options.map((option) => [usageIn(language, optionUsage(option)), say(language, option.text)])),
    ...(command.name === 'search'
      ? [
          '',
          `${say(language, 'command.filters')}:`,
          ...columns(
            FILTERS.map(({ examples, description }) => [
              quoted(examplesIn(examples, language)),
              say(language, description),
            ]),
          ),
        ]
      : []),
    '',
    `${say(language, 'command.examples')}:`,
    ...command.examples.map((example) => `  ${exampleIn(example, language)}`),
    ...(command === BROWSE ? ['', say(language, 'command.more')] : []),
    '',
  ].join('\n');
}

/** Words of the examples that are no words of Korean headlines: an English reader types them in English. */
const TYPED_IN_ENGLISH: Readonly<Record<string, string>> = {
  정치: 'politics',
  경제: 'economy',
  어제: 'yesterday',
  오늘: 'today',
  나중에: 'later',
  이웃소식: 'neighbours',
};

export const exampleIn = (example: string, language: Language): string =>
  language === 'ko' ? example : example.replace(/[가-힣]+/gu, (word) => TYPED_IN_ENGLISH[word] ?? word);

/** A shell would take them for its own. */
const quoted = (examples: readonly string[]): string => examples.map((example) => `'${example}'`).join(' ');

function optionUsage({ name, short, value }: OptionEntry): string {
  return `${short === undefined ? '' : `-${short}, `}--${name}${value === undefined ? '' : ` <${value}>`}`;
}

/**
 * Two columns; beside a first column that is too long, the second goes on the next line, so that 80 cells are
 * enough.
 */
function columns(pairs: readonly (readonly string[])[]): string[] {
  const FIRST = 26;
  return pairs.flatMap(([left = '', right = '']) =>
    cellWidth(left) <= FIRST || right === ''
      ? [`  ${right === '' ? left : pad(left, FIRST)}  ${right}`.trimEnd()]
      : [`  ${left}`, `  ${pad('', FIRST)}  ${right}`],
  );
}
