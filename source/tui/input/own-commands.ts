/** The reader's own commands by their keys, and the faults in those that the settings name. */
import { type NamedCommand, namedCommand } from '../../storage/config/named-commands.ts';
import type { Warning } from '../../warnings.ts';
import { actionOf, isMerged, type Keymap, WITH_ARTICLES } from './keymap.ts';
import { KEYS, type KeyContext, keyName } from './keys.ts';

/** The command that has a key: the first of them. Null for none, also for a line that cannot be read. */
export function commandOf(lines: readonly string[], key: string): NamedCommand | null {
  return lines.map(namedCommand).find((command) => command?.key === key) ?? null;
}

/**
 * The command of a Latin key that was pressed with the Hangul IME on. The IME sends the same jamo for most capitals as for
 * their small letters: a capital's command is run by the small letter if nothing else is.
 */
export function commandBehindIme(
  lines: readonly string[],
  key: string,
  keymap: Keymap,
  context: KeyContext,
): NamedCommand | null {
  const own = commandOf(lines, key);
  if (own !== null || !isMerged(key) || actionOf(keymap, context, key) !== null) return own;
  return commandOf(lines, key.toUpperCase());
}

/** Warnings about the commands: lines that cannot be read, and keys that something else has or would have. */
export function commandProblems(lines: readonly string[], keymap: Keymap): Warning[] {
  const first = new Map<string, string>();
  return lines.flatMap((line): Warning[] => {
    const command = namedCommand(line);
    if (command === null) return [{ key: 'commands.unread', params: { line } }];
    const { key } = command;
    const params = { name: keyName(key), action: command.name };
    const before = first.get(key);
    if (before !== undefined) {
      return [{ key: 'commands.clash', params: { ...params, action: before, other: command.name } }];
    }
    first.set(key, command.name);
    const small = key.toLowerCase();
    const isHidden =
      small !== key &&
      isMerged(small) &&
      (actionsOf(keymap, small).length > 0 || commandOf(lines, small) !== null);
    return [
      ...actionsOf(keymap, key).map(
        (other): Warning => ({ key: 'commands.clash', params: { ...params, other } }),
      ),
      ...(isHidden ? [{ key: 'commands.no-ime', params } as const] : []),
    ];
  });
}

/** The actions of a key where an article is selected or open. */
const actionsOf = (keymap: Keymap, key: string): readonly string[] =>
  KEYS.map(({ action }) => action).filter((action) =>
    WITH_ARTICLES.some((context) => actionOf(keymap, context, key) === action),
  );
