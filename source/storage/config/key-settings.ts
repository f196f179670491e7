/**
 * The keys that the reader has chosen for actions, as they are written. `tui/input/keymap.ts` knows what
 * their names mean.
 */
import { fields, line } from '../files/stored-json.ts';

/** Keys by the name of their action; an empty list takes an action's keys away. */
export type ChosenKeys = Readonly<Record<string, readonly string[]>>;

/** Actions and keys that a file may name at most. */
const MOST = 200;

/** Signs that part keys from one another: they are written by their names. */
const SEPARATORS: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', ':': 'colon' };

/** Keys in a line, parted by commas or spaces: `x, ctrl-x`. A single `,`, `;` or `:` is itself. */
export function keysIn(typed: string): readonly string[] {
  const text = line(typed);
  if (Object.hasOwn(SEPARATORS, text)) return [text];
  return text.split(/[\s,]+/).filter((key) => key !== '' && key !== 'none');
}

/** Keys as `keysIn` reads them: `x, ctrl-x`. */
export function writtenKeys(keys: readonly string[]): string {
  return keys.length === 0 ? 'none' : keys.map((key) => SEPARATORS[key] ?? key).join(', ');
}

/** The keys in a file; null if they are no object. Each is a list, or a line as `keysIn` reads it. */
export function readKeys(value: unknown): ChosenKeys | null {
  const given = fields(value);
  if (given === null) return null;
  const pairs = Object.entries(given)
    .slice(0, MOST)
    .flatMap(([action, keys]) => {
      const listed =
        typeof keys === 'string' ? keysIn(keys) : Array.isArray(keys) ? keys.map(line).filter(Boolean) : null;
      return listed === null || line(action) !== action ? [] : [[action, listed.slice(0, MOST)] as const];
    });
  return Object.fromEntries(pairs);
}

/** All of them in a line: `open: x, ctrl-x; back: none`. */
export function writtenChosen(chosen: ChosenKeys): string {
  return Object.entries(chosen)
    .map(([action, keys]) => `${action}: ${writtenKeys(keys)}`)
    .join('; ');
}

/** Reads such a line; null for a part without an action. */
export function parseChosen(typed: string): ChosenKeys | null {
  const parts = line(typed)
    .split(';')
    .map((part) => part.trim())
    .filter(Boolean);
  const pairs = parts.map((part) => /^([a-z-]+)\s*[:=](.*)$/.exec(part));
  return pairs.includes(null)
    ? null
    : Object.fromEntries(pairs.map((pair) => [pair![1]!, keysIn(pair![2]!)]));
}
