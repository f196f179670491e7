import { isArticleId, parseLink } from '../donga/links.ts';
import { Failure } from '../failure.ts';
import { headlineOfArticle } from '../lead.ts';
import type { Headline } from '../model.ts';
import type { Reader } from '../reader/types.ts';
import { type Command, type Context, UsageError } from './context.ts';
import { filledReader } from './filled-reader.ts';
import { printHeadlines } from './print-headlines.ts';

/** `donga-tui bookmarks [list | add | remove]`. */
export const bookmarks: Command = async (context, words) => {
  const [action = 'list', link, extra] = words;
  const run = ACTIONS[action];
  if (run === undefined) throw new UsageError('usage.too-many', { value: action });
  if (extra !== undefined) throw new UsageError('usage.too-many', { value: extra });
  if (action === 'list') {
    if (link !== undefined) throw new UsageError('usage.too-many', { value: link });
    return list(context);
  }
  if (link === undefined || link === '') throw new UsageError('usage.missing', { what: 'link' });
  return run(context, link);
};

const ACTIONS: Readonly<Record<string, (context: Context, link: string) => Promise<number>>> = {
  list,
  add,
  remove,
};

async function list(context: Context): Promise<number> {
  const all = (await context.reader()).bookmarks();
  await printHeadlines(context, context.options.limit === null ? all : all.slice(0, context.options.limit));
  return 0;
}

async function add(context: Context, link: string): Promise<number> {
  const reader = await filledReader(context);
  const headline = await headlineOf(reader, link);
  await reader.bookmark(headline);
  // The text is fetched behind the reader's back; here there is nothing else to do but to wait for it.
  const failure = await reader.fetchText(headline);
  if (failure !== null) context.warn('bookmarks.no-text', { reason: context.reason(failure) });
  await answer(context, reader, headline.id, 'bookmarks.added', headline.title);
  return 0;
}

async function remove(context: Context, link: string): Promise<number> {
  const reader = await context.reader();
  const id = isArticleId(link) ? link : parseLink(link).id;
  const removed = await reader.unbookmark(id);
  if (removed === null) {
    throw new Failure('not-bookmarked', { link });
  }
  await answer(context, reader, id, 'bookmarks.removed', removed.title);
  return 0;
}

async function answer(
  context: Context,
  reader: Reader,
  id: string,
  key: 'bookmarks.added' | 'bookmarks.removed',
  title: string,
): Promise<void> {
  if (context.options.json) {
    const bookmark = reader.bookmarks().find((each) => each.id === id) ?? null;
    await context.print(`${JSON.stringify(bookmark)}\n`);
  } else {
    context.warn(key, { title });
  }
}

/** The headline a link or id names; one that no feed gave is made from its page. */
async function headlineOf(reader: Reader, link: string): Promise<Headline> {
  if (isArticleId(link)) {
    const known = reader.headline(link);
    if (known !== null) return known;
    const kept = reader.kept(link);
    if (kept !== null) return headlineOfArticle(kept);
    throw new Failure('unknown-id', { id: link });
  }
  const target = parseLink(link);
  const known = reader.headline(target.id);
  if (known !== null) return known;
  const failure = await reader.fetchText({ ...target, named: true });
  const kept = reader.kept(target.id);
  if (failure !== null && kept === null) throw failure;
  return headlineOfArticle(kept!);
}
