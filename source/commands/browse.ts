import { knowFeeds } from '../storage/config/feeds.ts';
import { runReader } from '../tui/run.ts';
import { headlines } from './headlines.ts';
import { listNamed } from './sections.ts';
import type { Command } from './shared/context.ts';

/**
 * `donga-tui [section]`: the full-screen reader, or the line-by-line mode where that is wanted; the headlines
 * where standard output is no terminal.
 */
export const browse: Command = async (context, words) => {
  const { stdout, options } = context;
  const terminal = stdout.isTTY && context.stdin.isTTY;
  const lines = options.plain || (context.plain && terminal);
  if (options.json || (!lines && (!terminal || options.limit !== null))) return headlines(context, words);

  const section = words.length === 0 ? null : listNamed(words.join(' '));
  if (lines) return (await import('./plain/plain.ts')).runPlain(context, section);
  return runReader({
    ...context,
    section,
    reader: await context.reader({ inWorker: true }),
    settings: context.settings(),
    lookAtFeeds: () => context.feeds.store !== null && knowFeeds(context.feeds.store),
  });
};
