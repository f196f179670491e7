import { Failure } from '../failure.ts';
import type { Language } from '../messages/index.ts';
import type { Headline, Scored } from '../model.ts';
import type { Reader } from '../reader/types.ts';
import { misreadFilter, possibleIn } from '../search/query/filters.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { DEFAULT_LIMIT } from './headlines.ts';
import { type Command, type Context, hint, UsageError } from './shared/context.ts';
import { filledReader } from './shared/filled-reader.ts';
import { linesOf } from './shared/lines.ts';
import { printHeadlines } from './shared/print-headlines.ts';

type SearchAnswer = Headline & Scored;

/** `donga-tui search <words…>`: best matches first; with `--stdin` a query a line, answered in order. */
export const search: Command = async (context, words) => {
  const { options, stdin } = context;
  if (options.stdin !== (words.length === 0)) {
    throw words.length === 0
      ? new UsageError('usage.missing', { what: 'words' })
      : new UsageError('usage.too-many', { value: words.join(' '), usage: 'search --stdin' });
  }
  const reader = await filledReader(context);
  const isBare = reader.count({ section: 'total' }) === 0;
  if (options.in !== 'bookmarks' && isBare) {
    context.warn('search.nothing-archived');
  }
  if (!options.stdin) {
    const query = words.join(' ');
    const misread = badFilter(query, context.now(), context.language);
    if (misread !== null) throw misread;
    const found = await find(reader, context, query);
    await printHeadlines(context, found);
    if (found.length === 0 && (!isBare || options.in === 'bookmarks'))
      hint(context, options.in === 'headlines' ? 'search.none' : 'search.nothing-found');
    await indexOn(reader);
    return 0;
  }
  let status = 0;
  for await (const line of linesOf(stdin)) {
    const query = sanitiseLine(line);
    const misread = badFilter(query, context.now(), context.language);
    // Every line gets an answer, in order; a query that is not understood gets an empty one.
    await printHeadlines(context, misread === null ? await find(reader, context, query) : []);
    if (misread !== null) {
      context.warn('failure.bad-filter', misread.details);
      status = 2;
    }
    // Plain answers are separated by an empty line; JSON ones are a line each.
    if (!options.json) await context.print('\n');
  }
  return status;
};

/** How long a search goes on with indexing once its results are printed, in ms. */
const INDEXING = 250;

/**
 * Indexes some of what is not indexed yet, as after an update or a large sync: who never opens the full screen, which does
 * so while nobody types, has all of it indexed after some searches.
 */
async function indexOn(reader: Reader): Promise<void> {
  const search = await reader.search();
  const end = performance.now() + INDEXING;
  try {
    while (performance.now() < end && search.index());
  } catch {
    // The results are printed; the next search tries it again.
  }
}

/** The failure of a query with a part that looks like a filter but is not one; null if there is no such part. */
function badFilter(query: string, now: number, language: Language): Failure | null {
  const misread = misreadFilter(query, now);
  if (misread === null) return null;
  return new Failure('bad-filter', {
    filter: misread.filter,
    allowed: possibleIn(misread, language).join(', '),
  });
}

async function find(reader: Reader, { options }: Context, query: string): Promise<SearchAnswer[]> {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const search = await reader.search();
  const find = { headlines: search.headlines, bookmarks: search.bookmarks, archive: search.texts }[
    options.in
  ];
  return find(query, limit).map(({ headline, score, matches, found }) => ({
    ...headline,
    score,
    matches,
    found,
  }));
}
