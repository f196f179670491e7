import Parser from 'rss-parser';
import type { FeedItem, FeedItems } from './item.ts';
import { cleanItems, wrapItems } from './items.ts';

interface RawItem {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly guid?: unknown;
  readonly date?: unknown;
  readonly pubDate?: unknown;
  readonly lead?: unknown;
  readonly media?: readonly { readonly $?: { readonly url?: string } }[];
}

/** The items of any document, repaired as far as they can be and read by rss-parser. */
export async function readRepairedItems(text: string): Promise<FeedItems> {
  const { items, problems } = cleanItems(text);
  const read = await parseItems(items);
  return { items: read.map(fieldsOf), problems: problems + items.length - read.length };
}

/** Parses all items at once, or each alone if one of them spoils the document. */
async function parseItems(items: readonly string[]): Promise<RawItem[]> {
  if (items.length === 0) return [];
  const parser = new Parser<object, RawItem>({
    customFields: {
      item: ['lead', ['dc:date', 'date'], ['media:content', 'media', { keepArray: true }]],
    },
  });
  const parse = async (some: readonly string[]) =>
    (await parser.parseString(wrapItems(some))).items as readonly RawItem[];
  try {
    return [...(await parse(items))];
  } catch {
    const alone = await Promise.all(items.map((item) => parse([item]).catch(() => [])));
    return alone.flat();
  }
}

function fieldsOf({ title, link, guid, pubDate, date, lead, media }: RawItem): FeedItem {
  return {
    title: textIn(title),
    link: textIn(link),
    guid: textIn(guid),
    pubDate: textIn(pubDate),
    date: textIn(date),
    lead: textIn(lead),
    media: Array.isArray(media)
      ? media.flatMap((each) => (typeof each?.$?.url === 'string' ? [each.$.url] : []))
      : [],
  };
}

/** The text of a field; a field with attributes comes as an object. */
function textIn(field: unknown): string {
  if (typeof field === 'string') return field;
  const inner = typeof field === 'object' && field !== null && '_' in field ? field._ : '';
  return typeof inner === 'string' ? inner : '';
}
