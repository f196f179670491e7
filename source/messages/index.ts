import type { Failure } from '../failure.ts';
import { article } from './article.ts';
import { commands } from './commands.ts';
import { corrections } from './corrections.ts';
import { day } from './day.ts';
import { failures } from './failures.ts';
import { keys } from './keys.ts';
import { notices } from './notices.ts';
import { plain } from './plain.ts';
import { screens } from './screens.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { stories } from './stories.ts';
import type { Language, Message, Params } from './types.ts';
import { undo } from './undo.ts';

export type { Language, Params } from './types.ts';

/** Every text of the interface. A file a subject; each is spread in here. */
const messages = {
  ...screens,
  ...article,
  ...commands,
  ...corrections,
  ...day,
  ...failures,
  ...keys,
  ...notices,
  ...plain,
  ...search,
  ...settings,
  ...stories,
  ...undo,
};

export type MessageKey = keyof typeof messages;

/** The message in a language, with its parameters filled in. Parameters must already be sanitised. */
export function say(language: Language, key: MessageKey, params: Params = {}): string {
  const text = (messages[key] as Message)[language];
  return typeof text === 'string' ? text : text(params);
}

/** The fixed message of a key that may be none; null if there is no such message. */
export function sayIfAny(language: Language, key: string): string | null {
  return Object.hasOwn(messages, key) ? say(language, key as MessageKey) : null;
}

/** A failure in one line, in the interface's language. */
export function failureText(language: Language, { code, details }: Failure): string {
  return say(language, `failure.${code}`, details);
}
