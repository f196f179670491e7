import { runReader } from '../tui/run.ts';
import { headlines } from './headlines.ts';
import { listNamed } from './sections.ts';
import type { Command } from './shared/context.ts';

/** `donga-tui [section]`: the full-screen reader; where there is no terminal to fill, the headlines. */
export const browse: Command = async (context, words) => {
  const { stdout, options, env } = context;
  const terminal = stdout.isTTY && context.stdin.isTTY && env.TERM !== 'dumb';
  if (!terminal || options.json || options.limit !== null) return headlines(context, words);

  const section = words.length === 0 ? null : listNamed(words.join(' '));
  return runReader({
    ...context,
    section,
    reader: await context.reader({ inWorker: true }),
    settings: context.settings(),
  });
};
