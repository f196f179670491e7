/** More than fifty times what a feed holds. */
const MAX_ITEMS = 3000;
/** In UTF-16 units; the longest real item has about 2,000. */
const MAX_ITEM = 32_768;
const MAX_TAGS = 200;

/** Items that an XML parser will take, and how many had to be given up. */
export interface CleanItems {
  readonly items: readonly string[];
  readonly problems: number;
}

/** Whether a document is a feed at all, if an empty one: it begins as one and was not cut off. */
export function looksLikeFeed(text: string): boolean {
  const start = text.slice(0, 4096);
  return (
    /<(?:rss|rdf:RDF|channel)[\s>]/i.test(start) &&
    /<\/(?:rss|rdf:RDF|channel)\s*>\s*$/i.test(text.slice(-4096))
  );
}

/**
 * Cuts a feed's document into its items and repairs each. What stands around them (a byte order mark, junk, a
 * DOCTYPE with its entities, the channel's own fields) is left behind; so is an item that was cut off.
 */
export function cleanItems(text: string): CleanItems {
  const items: string[] = [];
  let problems = 0;
  let start = -1;
  const endOfCdata = cdataEnds(text);
  // CDATA is stepped over: a title may hold anything.
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

/** Tells where a CDATA section ends: unless it swallows the next item, for then it was never closed. */
function cdataEnds(text: string): (from: number) => number {
  const end = forward(text, /\]\]>/g);
  const nextItem = forward(text, /<\/item\s*>\s*<item[\s>]/gi);
  return (from) => {
    const at = end(from);
    return at - from <= MAX_ITEM && nextItem(from) > at ? at + 3 : from;
  };
}

/** Finds a pattern from growing places on, and looks through the text only once. */
function forward(text: string, pattern: RegExp): (from: number) => number {
  let found = -1;
  return (from) => {
    if (found < from) {
      pattern.lastIndex = from;
      found = pattern.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return found;
  };
}

const CDATA = /(<!\[CDATA\[[\s\S]*?\]\]>)/;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/gi;

/** An item's inside as well-formed XML, or null where it is too large or too tangled to be one. */
function repair(source: string): string | null {
  if (source.length > MAX_ITEM) return null;
  const inside = source.slice(source.indexOf('>') + 1);
  let tags = 0;
  const repaired = inside.split(CDATA).map((part) => {
    if (part.startsWith('<![CDATA[') && part.endsWith(']]>')) return part;
    tags += part.split('<').length - 1;
    return part
      .replace(/<!--[\s\S]*?-->|<![^>]*>/g, '')
      .replace(BARE_AMPERSAND, '&amp;')
      .replace(/<(\/?)description(?=[\s/>])/gi, '<$1lead');
  });
  return tags > MAX_TAGS ? null : `<item>${repaired.join('')}</item>`;
}

/** A document of nothing but these items. */
export function wrapItems(items: readonly string[]): string {
  return `<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel>${items.join('')}</channel></rss>`;
}
