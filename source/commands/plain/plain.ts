/** The reader without a screen: for screen readers, for terminals that only print, and for pipes. */

import { say } from '../../messages/index.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import type { Context } from '../shared/context.ts';
import { filledReader } from '../shared/filled-reader.ts';
import { linesOf } from '../shared/lines.ts';
import { createPlainSession } from './session.ts';

/** The most headlines of a section that are listed. */
const MOST_LISTED = 200;

/**
 * Runs until its input ends or the reader leaves; resolves to the exit status. The terminal itself edits the
 * lines, so that only words are ever written to it.
 *
 * @param section the section to begin with; null for the bar's first
 */
export async function runPlain(context: Context, section: string | null): Promise<number> {
  const { language, options, stdin, stdout, warnings, warn } = context;
  warnings.hear(({ key, params }) => warn(key, params));
  const { sections } = context.settings().all();
  const prompt = stdin.isTTY && stdout.isTTY ? say(language, 'plain.prompt') : '';
  const session = createPlainSession({
    reader: await filledReader(context),
    language,
    sections,
    limit: options.limit ?? MOST_LISTED,
    offline: options.offline || options.demo,
    now: context.now,
    print: (line) => context.print(`${line}\n`),
    reason: context.reason,
  });
  await session.begin(section ?? sections[0] ?? 'total');
  await context.print(prompt);
  for await (const line of linesOf(stdin)) {
    if (!(await session.answer(sanitiseLine(line)))) break;
    await context.print(prompt);
  }
  return 0;
}
