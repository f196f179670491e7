import { type Language, type MessageKey, say } from '../../messages/index.ts';
import { allSections } from '../../sections.ts';
import { SETTINGS } from '../../storage/config/settings-table.ts';
import { KEYS } from '../../tui/input/keys.ts';

/**
 * The part of the registry's tables that completion needs. The registry imports this file, so it is passed
 * in.
 */
interface CommandTable {
  readonly name: string;
  readonly usage: string;
  readonly uses?: readonly string[];
  readonly text: MessageKey;
  readonly options: readonly string[];
}

interface OptionTable {
  readonly name: string;
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly text: MessageKey;
}

/** The program itself comes first of the commands. */
export interface Tables {
  readonly commands: readonly CommandTable[];
  readonly options: readonly OptionTable[];
}

/** A word that a shell may complete, with its description. */
export interface Completion {
  readonly word: string;
  readonly about: string;
}

/** The words that may follow a command's name; '' is the program itself. */
export interface CommandWords {
  readonly name: string;
  readonly words: readonly Completion[];
  readonly options: readonly Completion[];
  /** The command's words that a bookmark's id may follow; '' for the command itself. */
  readonly takesId: readonly string[];
  /** The same for a setting's name. */
  readonly takesSetting: readonly string[];
}

/** Every word that can be completed, from the same tables as the help. */
export interface Words {
  readonly commands: readonly CommandWords[];
  readonly settings: readonly string[];
  /** Options that take a value, with the possible values; none for a number or a text. */
  readonly values: readonly { readonly option: string; readonly choices: readonly string[] }[];
}

export function completionWords(language: Language, { commands, options }: Tables): Words {
  const sections = allSections().flatMap(({ name, label }) => [
    { word: name, about: label },
    // A space would part it; sections are found without.
    { word: label.replaceAll(' ', ''), about: name },
  ]);
  const named = commands.slice(1).map(({ name, text }) => ({ word: name, about: say(language, text) }));
  const wordsOf = (entry: CommandTable): CommandWords => {
    const uses = entry.uses ?? [entry.usage];
    const actions = actionsOf(entry);
    const takesIdAfter = (action: string) => {
      const before = `${entry.name}${action === '' ? '' : ` ${action}`} `;
      return uses.some(
        (use) => use.startsWith(before) && '<['.includes(use.charAt(before.length)) && namesId(use),
      );
    };
    return {
      name: entry.name,
      words: [
        ...(entry.name === '' ? named : []),
        ...actions.map((word) => ({ word, about: '' })),
        ...(/\[section/.test(entry.usage) ? sections : []),
      ],
      options: options
        .filter(({ name }) => entry.options.includes(name))
        .map((option) => ({
          word: `--${option.name}`,
          about: say(language, option.text),
        })),
      takesId: [...actions, ''].filter(takesIdAfter),
      takesSetting: entry.name === 'config' ? ['get', 'set', 'unset'] : [],
    };
  };
  return {
    commands: commands.map(wordsOf),
    settings: [...Object.keys(SETTINGS), ...KEYS.map(({ action }) => `keys.${action}`)],
    values: options
      .filter(({ value }) => value !== undefined)
      .map(({ name, choices = [] }) => ({ option: `--${name}`, choices })),
  };
}

/** The fixed words behind a command's name: those in brackets in its usage. */
function actionsOf({ name, usage }: CommandTable): string[] {
  const inBrackets =
    usage.startsWith(`${name} [`) && usage.endsWith(']') ? usage.slice(name.length + 2, -1) : '';
  const isList = inBrackets.split(']')[0]!.includes(',');
  const listed =
    name === 'completion'
      ? usage.slice(usage.indexOf('<') + 1, usage.lastIndexOf('>'))
      : isList
        ? inBrackets
        : '';
  return listed.split(', ').flatMap((part) => /^([a-z]+)(?: |$)/.exec(part)?.[1] ?? []);
}

/** Whether a usage line has a placeholder that an id fills: `<link, id>`. */
const namesId = (use: string): boolean =>
  use
    .split('<')
    .slice(1)
    .some((placeholder) => /\bid\b/.test(placeholder.split('>')[0]!));
