import { createReadStream, writeFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Failure } from '../failure.ts';
import { feedTitle } from '../feeds/headlines.ts';
import { type OpmlFeed, readOpml, writeOpml } from '../feeds/opml.ts';
import { readLimited } from '../net/body.ts';
import { decodeText } from '../net/decode.ts';
import { findList, SECTIONS, sectionLabel } from '../sections.ts';
import { knowFeeds, type OtherFeed, sectionName } from '../storage/config/feeds.ts';
import { writeWhole } from '../storage/files/files.ts';
import { webLink } from '../storage/files/stored-json.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { type Context, UsageError, unknownAction } from './shared/context.ts';
import { tableLines } from './shared/table.ts';

/** In bytes; a list of 1,000 feeds has some 200,000. */
const LARGEST = 5_000_000;

/** In code points: a name is typed, and stands in a tab. */
const LONGEST_NAME = 40;

/** The words that a feed cannot be called. */
interface Reserved {
  readonly commands: readonly string[];
}

/** `donga-tui feeds [list | add | remove | export]`: feeds that are not Donga's, as sections of their own. */
export async function feeds(context: Context, words: readonly string[], reserved: Reserved): Promise<number> {
  const [action = 'list', ...rest] = words;
  if (!Object.hasOwn(ACTIONS, action)) {
    throw unknownAction(
      context,
      'feeds',
      words,
      Object.keys(ACTIONS),
      /[./]/.test(action) ? ['add', ...words] : null,
    );
  }
  const { run, least, most } = ACTIONS[action]!;
  if (rest.length > most) throw new UsageError('usage.too-many', { value: rest[most]! });
  if (rest.length < least || rest[0] === '') throw new UsageError('usage.missing', { what: 'link' });
  if (context.options.name !== null && action !== 'add') {
    throw new UsageError('usage.option-not-here', { option: '--name', command: `feeds ${action}` });
  }
  return run(context, rest, reserved);
}

interface FeedsAction {
  readonly run: (context: Context, words: readonly string[], reserved: Reserved) => Promise<number>;
  readonly least: number;
  readonly most: number;
}

const ACTIONS: Readonly<Record<string, FeedsAction>> = {
  list: { run: list, least: 0, most: 0 },
  add: { run: add, least: 1, most: 1 },
  // A name may be typed as several words.
  remove: { run: remove, least: 1, most: Number.POSITIVE_INFINITY },
  export: { run: exportAll, least: 0, most: 1 },
};

/** The paper's feeds, then the others. */
function allFeeds(context: Context): { name: string; label: string; url: string; donga: boolean }[] {
  const own = context.feeds.own().map(({ title, url }, at) => ({
    name: SECTIONS[at]!.name,
    label: title,
    url,
    donga: true,
  }));
  const others = (context.feeds.store?.all() ?? []).map(({ name, url }) => ({
    name,
    label: name,
    url,
    donga: false,
  }));
  return [...own, ...others];
}

async function list(context: Context): Promise<number> {
  const rows = allFeeds(context);
  if (context.options.json) {
    await context.print(`${JSON.stringify(rows)}\n`);
    return 0;
  }
  const { isTTY, columns } = context.stdout;
  const cells = rows.map(({ name, label, url, donga }) => [
    name,
    donga ? sectionLabel(name, context.language) : label,
    url,
  ]);
  const lines = isTTY ? tableLines(cells, columns, 2) : cells.map((row) => row.join('\t'));
  await context.print(`${lines.join('\n')}\n`);
  return 0;
}

async function add(
  context: Context,
  [source = '']: readonly string[],
  { commands }: Reserved,
): Promise<number> {
  const store = context.feeds.store;
  const asked = askedName(context);
  if (asked !== null && isReserved(asked, commands)) throw new UsageError('usage.feed-name', { name: asked });
  const known = new Set(allFeeds(context).map(({ url }) => url));
  const wanted = await feedsOf(context, source, asked);
  const fresh: OtherFeed[] = [];
  for (const { title, url } of wanted.feeds) {
    const link = webLink(url);
    if (link === null || known.has(link)) continue;
    known.add(link);
    const name =
      asked ?? cleanName(title || (wanted.isList ? await titleOf(context, link, wanted.from) : ''));
    if (!wanted.isList) {
      if (name === '') throw new UsageError('usage.feed-no-name');
      if (isReserved(name, commands) || fresh.some((feed) => sectionName(feed.name) === sectionName(name))) {
        throw new UsageError('usage.feed-name', { name });
      }
    }
    const free = (each: string): boolean =>
      each !== '' &&
      !isReserved(each, commands) &&
      fresh.every((feed) => sectionName(feed.name) !== sectionName(each));
    fresh.push({ name: uniqueName(name, link, free), url: link });
  }
  const added = (await store?.add(fresh)) ?? [];
  if (store !== null) knowFeeds(store);
  if (context.options.json) await context.print(`${JSON.stringify(added)}\n`);
  else if (added.length === 0) context.warn('feeds.known');
  else context.warn('feeds.added', { names: added.map(({ name }) => name).join(', ') });
  return 0;
}

/** The feeds that a link or a file names: one, or those of a list. */
async function feedsOf(
  context: Context,
  source: string,
  asked: string | null,
): Promise<{ readonly isList: boolean; readonly feeds: readonly OpmlFeed[]; readonly from?: string }> {
  if (!/^[a-z][a-z\d+.-]+:\/\//i.test(source)) {
    const feeds = readOpml(await readFile(context, source));
    if (feeds === null) throw new Failure('broken-opml', { path: source });
    return { isList: asked === null || feeds.length !== 1, feeds };
  }
  const url = webLink(URL.canParse(source) ? new URL(source).href : source);
  if (url === null) throw new Failure('bad-link', { link: source, reason: 'scheme' });
  const text = await context.feeds.fetch(url);
  const title = feedTitle(text);
  if (title !== null) return { isList: false, feeds: [{ title, url }] };
  const feeds = readOpml(text);
  if (feeds === null) throw new Failure('no-feed', { url });
  // A list from the network names no feed of this network, unless it is from there itself.
  const { isPrivateHost, isPublicSite } = await import('../net/addresses.ts');
  const allowed = isPublicSite(url)
    ? feeds.filter((feed) => URL.canParse(feed.url) && !isPrivateHost(new URL(feed.url).hostname))
    : feeds;
  return { isList: true, feeds: allowed, from: url };
}

/** The title that a feed gives itself, where a list gives none; '' if the feed cannot be read. */
async function titleOf(context: Context, url: string, from: string | undefined): Promise<string> {
  try {
    return feedTitle(await context.feeds.fetch(url, from)) ?? '';
  } catch {
    return '';
  }
}

async function readFile(context: Context, path: string): Promise<string> {
  const stream: Readable = path === '-' ? context.stdin : createReadStream(path);
  const bytes = await readLimited(stream, LARGEST).catch((error: unknown) => {
    throw error instanceof Failure ? error : new Failure('bad-file', { path }, error);
  });
  return decodeText(bytes, null);
}

/** The name that `--name` gives, null without. @throws UsageError */
function askedName({ options }: Context): string | null {
  if (options.name === null) return null;
  const name = typedName(options.name);
  const { length } = [...name];
  if (length > LONGEST_NAME) throw new UsageError('usage.name-too-long', { most: LONGEST_NAME, length });
  return name;
}

/** A name as it can be typed and listed: one line, no comma (which parts names), no dash in front. */
const typedName = (given: string): string =>
  sanitiseLine(given.replaceAll(',', ' '))
    .replace(/^[-@\s]+/, '')
    .trim();

/** A feed's own title as its name. */
const cleanName = (title: string): string => [...typedName(title)].slice(0, LONGEST_NAME).join('').trim();

/** Commands, sections and their other names, and ids of articles. */
const isReserved = (name: string, commands: readonly string[]): boolean =>
  name === '' ||
  commands.some((command) => command === name.toLowerCase()) ||
  findList(name) !== null ||
  /^(?:\d{1,20}|h[0-9a-f]{12})$/.test(name);

/** The name, with its site if it is taken, and with a number if that is taken too. */
function uniqueName(name: string, url: string, isFree: (name: string) => boolean): string {
  if (isFree(name)) return name;
  const { host } = new URL(url);
  const sited = name === '' ? host : `${name} (${host})`;
  for (let number = 1; ; number += 1) {
    const numbered = number === 1 ? sited : `${sited} ${number}`;
    if (isFree(numbered)) return numbered;
  }
}

async function remove(context: Context, words: readonly string[]): Promise<number> {
  const asked = words.join(' ');
  const store = context.feeds.store;
  const found = store
    ?.all()
    .find(({ name, url }) => name === asked || url === asked || findList(asked)?.feed === url);
  if (store === null || found === undefined) throw new Failure('unknown-feed', { name: asked });
  const reader = await context.reader();
  await store.remove(found.name);
  knowFeeds(store);
  reader.forgetSection(sectionName(found.name));
  if (context.options.json) await context.print(`${JSON.stringify(found)}\n`);
  else context.warn('feeds.removed', { name: found.name });
  return 0;
}

async function exportAll(context: Context, [path = '-']: readonly string[]): Promise<number> {
  const all = allFeeds(context);
  // OPML is not JSON: without a file, the list itself is printed.
  if (path === '-' && context.options.json) return list(context);
  const text = writeOpml(
    'donga-tui',
    all.map(({ label, url }) => ({ title: label, url })),
  );
  if (path === '-') {
    await context.print(text);
    return 0;
  }
  try {
    if (path.startsWith('/dev/')) writeFileSync(path, text);
    else writeWhole(path, text);
  } catch (error) {
    throw new Failure('cannot-write', { path, reason: (error as NodeJS.ErrnoException).code ?? '' }, error);
  }
  if (context.options.json) await context.print(`${JSON.stringify({ path, count: all.length })}\n`);
  else context.warn('feeds.exported', { path, count: all.length });
  return 0;
}
