import { createInterface } from 'node:readline';
import type { Headline, Scored } from '../model.ts';
import type { Reader } from '../reader/types.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { type Command, type Context, UsageError } from './context.ts';
import { filledReader } from './filled-reader.ts';
import { DEFAULT_LIMIT } from './headlines.ts';
import { printHeadlines } from './print-headlines.ts';

type Result = Headline & Scored;

/** `donga-tui search <words…>`: best matches first; with `--stdin` a query a line, answered in order. */
export const search: Command = async (context, words) => {
  const { options, stdin } = context;
  if (options.stdin !== (words.length === 0)) {
    throw words.length === 0
      ? new UsageError('usage.missing', { what: 'words' })
      : new UsageError('usage.too-many', { value: words.join(' '), usage: 'search --stdin' });
  }
  const reader = await filledReader(context);
  if (options.in !== 'bookmarks' && reader.count({ section: 'total' }) === 0) {
    context.warn('search.nothing-archived');
  }
  if (!options.stdin) {
    await printHeadlines(context, await find(reader, context, words.join(' ')));
    return 0;
  }
  for await (const line of createInterface({ input: stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    await printHeadlines(context, await find(reader, context, sanitiseLine(line)));
    // Plain answers are parted by an empty line; JSON ones are a line each.
    if (!options.json) await context.print('\n');
  }
  return 0;
};

async function find(reader: Reader, { options }: Context, query: string): Promise<Result[]> {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const search = await reader.search();
  const find = { headlines: search.headlines, bookmarks: search.bookmarks, archive: search.texts }[
    options.in
  ];
  return find(query, limit).map(({ headline, score, matches }) => ({
    ...headline,
    score,
    matches,
  }));
}
