import { isArticleId, parseLink } from '../../donga/links.ts';
import { Failure } from '../../failure.ts';
import { headlineOfArticle } from '../../lead.ts';
import type { Bookmark, Headline } from '../../model.ts';
import type { Reader } from '../../reader/types.ts';
import { sanitiseLine, sanitiseText } from '../../text/sanitise.ts';
import { type Command, type Context, hint, UsageError, unknownAction } from '../shared/context.ts';
import { filledReader } from '../shared/filled-reader.ts';
import { printHeadlines } from '../shared/print-headlines.ts';
import { shareFirst } from '../shared/share-bookmarks.ts';

/** `donga-tui bookmarks [list | add | remove | note | tag | export | import]`. */
export const bookmarks: Command = async (context, words) => {
  const [action = 'list', ...rest] = words;
  if (!Object.hasOwn(ACTIONS, action))
    throw unknownAction(context, 'bookmarks', words, Object.keys(ACTIONS), meant(words));
  const { run, least, most, what } = ACTIONS[action]!;
  if (rest.length > most) throw new UsageError('usage.too-many', { value: rest[most]! });
  if (rest.length < least || rest[0] === '') throw new UsageError('usage.missing', { what });
  for (const name of ['format', 'articles'] as const) {
    if (context.options[name] && action !== 'export') {
      throw new UsageError('usage.option-not-here', { option: `--${name}`, command: `bookmarks ${action}` });
    }
  }
  await shareFirst(context, await context.reader());
  return run(context, rest);
};

/** The action that a link or a file without one is for. */
function meant(words: readonly string[]): readonly string[] | null {
  const [first = ''] = words;
  if (isArticleId(first) || /^https?:/.test(first)) return ['add', first];
  return /\.(?:json|html?|md)$/i.test(first) ? ['import', first] : null;
}

/** The effect of a word behind `bookmarks`, with the number of words that may follow it. */
interface BookmarkAction {
  readonly run: Command;
  readonly least: number;
  readonly most: number;
  readonly what: 'link' | 'file';
}

const ACTIONS: Readonly<Record<string, BookmarkAction>> = {
  list: { run: list, least: 0, most: 0, what: 'link' },
  add: { run: add, least: 1, most: 1, what: 'link' },
  remove: { run: remove, least: 1, most: 1, what: 'link' },
  note: { run: note, least: 1, most: Number.POSITIVE_INFINITY, what: 'link' },
  tag: { run: tag, least: 1, most: Number.POSITIVE_INFINITY, what: 'link' },
  // Loaded late: their formats have parsers of their own.
  export: {
    run: async (...all) => (await import('./export.ts')).exportBookmarks(...all),
    least: 0,
    most: 1,
    what: 'file',
  },
  import: {
    run: async (...all) => (await import('./import.ts')).importBookmarks(...all),
    least: 1,
    most: 1,
    what: 'file',
  },
};

async function list(context: Context): Promise<number> {
  const all = (await context.reader()).bookmarks();
  await printHeadlines(context, context.options.limit === null ? all : all.slice(0, context.options.limit));
  if (all.length === 0) hint(context, 'list.empty', 'bookmarks add https://…');
  return 0;
}

async function add(context: Context, [link = '']: readonly string[]): Promise<number> {
  const reader = await filledReader(context);
  const headline = await headlineOf(reader, link);
  await reader.bookmark(headline);
  // The text is fetched behind the reader's back; here there is nothing else to do but to wait for it.
  const failure = await reader.fetchText(headline);
  if (failure !== null) context.warn('bookmarks.no-text', { reason: context.reason(failure) });
  await answer(context, reader, headline.id, 'bookmarks.added', headline.title);
  return 0;
}

async function remove(context: Context, [link = '']: readonly string[]): Promise<number> {
  const reader = await context.reader();
  const id = idOf(link);
  const removed = await reader.unbookmark(id);
  if (removed === null) {
    throw new Failure('not-bookmarked', { link });
  }
  await answer(context, reader, id, 'bookmarks.removed', removed.title);
  return 0;
}

/** Prints a bookmark's note or, given text, sets it; empty text clears it. */
async function note(context: Context, [link = '', ...text]: readonly string[]): Promise<number> {
  const reader = await context.reader();
  const bookmark = bookmarked(reader, link);
  if (text.length > 0) {
    const edited = await reader.editBookmark(bookmark.id, { note: sanitiseText(text.join(' ')) });
    return answer(context, reader, bookmark.id, 'bookmarks.noted', edited?.title ?? bookmark.title);
  }
  if (context.options.json) await context.print(`${JSON.stringify(bookmark)}\n`);
  else if (bookmark.note !== '') await context.print(`${bookmark.note}\n`);
  return 0;
}

/** Prints a bookmark's own tags, a line each; `+tag` (or `tag`) adds one and `-tag` takes it away. */
async function tag(context: Context, [link = '', ...changes]: readonly string[]): Promise<number> {
  const reader = await context.reader();
  const bookmark = bookmarked(reader, link);
  if (changes.length > 0) {
    const tags = changedTags(bookmark.tags, changes);
    await reader.editBookmark(bookmark.id, { tags });
    return answer(context, reader, bookmark.id, 'bookmarks.tagged', tags.join(', '));
  }
  if (context.options.json) await context.print(`${JSON.stringify(bookmark)}\n`);
  else if (bookmark.tags.length > 0) await context.print(`${bookmark.tags.join('\n')}\n`);
  return 0;
}

function changedTags(tags: readonly string[], changes: readonly string[]): string[] {
  const changed = new Set(tags);
  for (const change of changes) {
    // A comma parts tags in other programs' files.
    const name = sanitiseLine(change.replace(/^[+-]?#?/, '').replaceAll(',', ' '));
    if (name === '') throw new UsageError('usage.too-many', { value: change });
    if (change.startsWith('-')) changed.delete(name);
    else changed.add(name);
  }
  return [...changed];
}

const idOf = (link: string): string => (isArticleId(link) ? link : parseLink(link).id);

function bookmarked(reader: Reader, link: string): Bookmark {
  const id = idOf(link);
  const bookmark = reader.bookmarkOf(id);
  if (bookmark === null) throw new Failure('not-bookmarked', { link });
  return bookmark;
}

async function answer(
  context: Context,
  reader: Reader,
  id: string,
  key: 'bookmarks.added' | 'bookmarks.removed' | 'bookmarks.noted' | 'bookmarks.tagged',
  title: string,
): Promise<number> {
  if (context.options.json) {
    await context.print(`${JSON.stringify(reader.bookmarkOf(id))}\n`);
  } else {
    context.warn(key, { title });
  }
  return 0;
}

/** The headline of a link or an id; for an article that no feed gave, it is made from the page. */
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
