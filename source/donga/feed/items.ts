import { isField, MAX_ITEM, MAX_ITEMS } from './item.ts';
import { attributeOf } from './markup.ts';

const MAX_TAGS = 200;

/** Items that an XML parser will take, and the number of items that had to be given up. */
export interface CleanItems {
  readonly items: readonly string[];
  readonly problems: number;
}

/**
 * Cuts a feed's document into its items and repairs each. Everything around the items (a byte order mark,
 * junk, a DOCTYPE with its entities, the channel's own fields) is left out, and so is an item that was cut
 * off.
 */
export function cleanItems(text: string): CleanItems {
  const items: string[] = [];
  let problems = 0;
  let start = -1;
  const endOfCdata = cdataEnds(text);
  // CDATA is stepped over, because a title may hold anything.
  const mark = /<!\[CDATA\[|<item(?=[\s>])|<\/item\s*>/gi;
  for (let found = mark.exec(text); found !== null && items.length < MAX_ITEMS; found = mark.exec(text)) {
    const at = found.index;
    if (found[0].startsWith('<!')) {
      mark.lastIndex = endOfCdata(mark.lastIndex);
    } else if (found[0].startsWith('</')) {
      if (start < 0) continue;
      const item = repair(text.slice(start, at));
      if (item === null) problems++;
      else items.push(item);
      start = -1;
    } else {
      // An item within an item: the one before was never closed.
      if (start >= 0) problems++;
      start = at + found[0].length;
    }
  }
  return { items, problems: start >= 0 ? problems + 1 : problems };
}

/**
 * Finds the end of a CDATA section. A section that swallows the next item was never closed and ends where
 * that begins.
 */
function cdataEnds(text: string): (from: number) => number {
  const end = forward((from) => text.indexOf(']]>', from));
  const between = /<\/item\s*>\s*<item[\s>]/gi;
  const nextItem = forward((from) => {
    between.lastIndex = from;
    return between.exec(text)?.index ?? -1;
  });
  return (from) => {
    const at = end(from);
    return at - from <= MAX_ITEM && nextItem(from) > at ? at + 3 : from;
  };
}

/** A search from growing places on that looks through the text only once; infinity for not found. */
function forward(search: (from: number) => number): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      const at = search(from);
      found = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    return found;
  };
}

const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi;
const TAG = /^<(\/?)([a-z][\w:.-]{0,60})(?=[\s/>])/i;

/** A tag of an item, from its `<` to its `>`. */
interface Tag {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly source: string;
}

/**
 * An item's inside as well-formed XML, or null if it is too large or too tangled for that. An ampersand, a `<` and
 * HTML that stand outside CDATA are escaped, so that they reach the field's text.
 */
function repair(source: string): string | null {
  if (source.length > MAX_ITEM) return null;
  const inside = source.slice(source.indexOf('>') + 1);
  const find = forwardIn(inside);
  let tags = 0;
  let out = '';
  let open = '';
  for (let at = 0; at < inside.length; ) {
    const next = inside.indexOf('<', at);
    out += inside.slice(at, next < 0 ? undefined : next).replace(BARE_AMPERSAND, '&amp;');
    if (next < 0) break;
    at = next;
    const passed = endOfSection(inside, at, find);
    if (passed !== null) {
      if (inside.startsWith('<![CDATA[', at)) out += inside.slice(at, passed);
      at = passed;
      continue;
    }
    if (++tags > MAX_TAGS) return null;
    const tag = tagAt(inside, at, find);
    const isOwn = tag !== null && (tag.kind === 'close' ? tag.name === open : open === '');
    if (!isOwn) {
      out += '&lt;';
      at++;
      continue;
    }
    at += tag.source.length;
    if (tag.kind === 'open') {
      const end = find(`</${tag.name}`, at);
      // A field that is never closed would swallow the rest.
      if (end === Number.POSITIVE_INFINITY) continue;
      if (isNoAddress(tag)) {
        const close = inside.indexOf('>', end);
        at = close < 0 ? inside.length : close + 1;
        continue;
      }
    }
    out += rewritten(tag);
    open = tag.kind === 'open' ? tag.name : '';
  }
  return open === '' ? `<item>${out}</item>` : null;
}

type FindFrom = (what: string, from: number) => number;

/**
 * Finds several strings in any case, each from growing places on, and looks through the text only once for
 * each.
 */
function forwardIn(text: string): FindFrom {
  const lower = text.toLowerCase();
  const searches = new Map<string, (from: number) => number>();
  return (what, from) => {
    const search = searches.get(what) ?? forward((start) => lower.indexOf(what, start));
    searches.set(what, search);
    return search(from);
  };
}

/** The end of the CDATA section, comment or declaration that begins at a place; null if none begins, or ends. */
function endOfSection(text: string, at: number, find: FindFrom): number | null {
  if (!text.startsWith('<!', at)) return null;
  const close = text.startsWith('<![CDATA[', at) ? ']]>' : text.startsWith('<!--', at) ? '-->' : '>';
  const end = find(close, at);
  return Number.isFinite(end) ? end + close.length : null;
}

/** The tag of an item's field that begins at a place; null for any other. */
function tagAt(text: string, at: number, find: FindFrom): Tag | null {
  const [, slash, spelled] = TAG.exec(text.slice(at, at + 64)) ?? [];
  const end = find('>', at);
  const name = spelled?.toLowerCase() ?? '';
  if (!Number.isFinite(end) || !isField(name)) return null;
  const source = text.slice(at, end + 1);
  return { name, source, kind: slash === '/' ? 'close' : source.endsWith('/>') ? 'empty' : 'open' };
}

/** Whether a tag opens a guid that says it is not an address. */
const isNoAddress = ({ name, source }: Tag) =>
  name === 'guid' && attributeOf(source, 'ispermalink')?.trim().toLowerCase() === 'false';

/** A field's tag under the name it is read by, with the one attribute that is read, quoted. */
function rewritten({ name, kind, source }: Tag): string {
  const as = RENAMED[name] ?? name;
  if (kind === 'close') return `</${as}>`;
  const url = attributeOf(source, 'url');
  const attribute = url === undefined ? '' : ` url="${escaped(url)}"`;
  return `<${as}${attribute}${kind === 'empty' ? '/>' : '>'}`;
}

/** The XML parser would search a `description` for markup, slowly, so the lead goes by a name of its own. */
const RENAMED: Readonly<Record<string, string>> = { description: 'lead', pubdate: 'pubDate' };

const escaped = (value: string) =>
  value.replace(BARE_AMPERSAND, '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A document of nothing but these items. */
export function wrapItems(items: readonly string[]): string {
  return `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>${items.join('')}</channel></rss>`;
}
