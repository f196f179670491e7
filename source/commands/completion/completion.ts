import { type Context, UsageError, unknownAction } from '../shared/context.ts';
import { bashScript, fishScript, zshScript } from './scripts.ts';
import { completionWords, type Tables } from './words.ts';

const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** `donga-tui completion <bash, zsh, fish>`: a script for the shell to read. */
export async function completion(
  context: Context,
  [shell, extra]: readonly string[],
  tables: Tables,
): Promise<number> {
  if (shell === undefined) throw new UsageError('usage.missing', { what: 'shell' });
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  if (!Object.hasOwn(SCRIPTS, shell))
    throw unknownAction(context, 'completion', [shell], Object.keys(SCRIPTS));
  await context.print(SCRIPTS[shell as keyof typeof SCRIPTS](completionWords(context.language, tables)));
  return 0;
}
