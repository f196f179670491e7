/**
 * Feeds of any site, by SAX: RSS 2.0 and 0.9x, RSS 1.0 (RDF), Atom (RFC 4287) and JSON Feed 1.1. Texts are
 * left as written: they are cleaned when headlines are made of them.
 */
import { Parser } from 'htmlparser2';

/** An item as its feed has it. Any field may hold markup; a missing one is ''. */
export interface DocumentItem {
  readonly title: string;
  readonly link: string;
  readonly id: string;
  readonly date: string;
  readonly lead: string;
  readonly image: string;
}

export interface FeedDocument {
  readonly title: string;
  readonly items: readonly DocumentItem[];
}

/** The most items of a feed that are read, and characters of a field: a lead is all that is shown of a longer one. */
const MOST_ITEMS = 500;
const LONGEST_FIELD = 20_000;

/** The deepest nesting of elements: the parser's time grows with its square. */
const DEEPEST = 200;

/** Reads a document; null if it is not a feed. In a document that was cut off, the last item is lost. */
export function readFeedDocument(text: string): FeedDocument | null {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  return start.startsWith('{') ? readJsonFeed(start) : readXml(start);
}

type ItemField = keyof DocumentItem;

/** The elements that a field is read from; of several, the first in this order that says anything. */
const FIELDS: Readonly<Record<string, readonly [field: ItemField, rank: number]>> = {
  title: ['title', 0],
  link: ['link', 0],
  guid: ['id', 0],
  id: ['id', 0],
  pubdate: ['date', 0],
  published: ['date', 1],
  'dc:date': ['date', 2],
  updated: ['date', 3],
  description: ['lead', 0],
  summary: ['lead', 1],
  'content:encoded': ['lead', 2],
  content: ['lead', 3],
};

/** Elements of the namespaces that some feeds write with a prefix of their own. */
const withoutPrefix = (name: string): string => name.toLowerCase().replace(/^(?:atom|atom10|rss|a10):/, '');

interface OpenItem {
  readonly values: Map<ItemField, { rank: number; text: string }>;
}

function readXml(text: string): FeedDocument | null {
  let isFeed = false;
  let title = '';
  const items: DocumentItem[] = [];
  let item: OpenItem | null = null;
  let field: { name: string; key: ItemField; rank: number; text: string } | null = null;
  // Titles of images and text inputs stand beside the channel's own.
  const open: string[] = [];
  let depth = 0;

  const keep = (key: ItemField, rank: number, value: string) => {
    const known = item?.values.get(key);
    if (value.trim() !== '' && (known === undefined || rank < known.rank))
      item?.values.set(key, { rank, text: value });
  };

  const parser = new Parser(
    {
      onopentag(written, attributes) {
        const name = withoutPrefix(written);
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
        if (open.length === 0) isFeed = ['rss', 'rdf:rdf', 'feed', 'channel'].includes(name);
        if (field !== null) {
          // Markup that the feed did not escape (Atom's XHTML): only its words and its first image count.
          const src = /^img$/i.test(name) && attributes.src !== undefined ? ` src="${attributes.src}"` : '';
          add(`<${name}${src}>`);
          open.push(name);
          return;
        }
        open.push(name);
        if ((name === 'item' || name === 'entry') && item === null) {
          item = { values: new Map() };
          // RSS 1.0 has the address here too.
          keep('id', 1, attributes['rdf:about'] ?? '');
          return;
        }
        if (name === 'link' && attributes.href !== undefined) {
          const isOwn = (attributes.rel ?? 'alternate') === 'alternate';
          if (isOwn) keep('link', /html/.test(attributes.type ?? 'html') ? 0 : 1, attributes.href);
          return;
        }
        if (isPicture(name, attributes)) keep('image', 0, attributes.url ?? '');
        const known = Object.hasOwn(FIELDS, name) ? FIELDS[name] : undefined;
        const isTitle = name === 'title' && item === null && ['channel', 'feed'].includes(open.at(-2) ?? '');
        if (known !== undefined && (item !== null || isTitle)) {
          field = { name, key: known[0], rank: known[1], text: '' };
        }
      },
      ontext: add,
      onclosetag(written, isImplied) {
        const name = withoutPrefix(written);
        depth -= 1;
        const at = open.lastIndexOf(name);
        if (at >= 0) open.length = at;
        if (field !== null && name === field.name) {
          if (item !== null) keep(field.key, field.rank, field.text);
          else title ||= field.text;
          field = null;
        }
        if ((name === 'item' || name === 'entry') && item !== null && field === null) {
          if (!isImplied && items.length < MOST_ITEMS) items.push(itemOf(item));
          item = null;
        }
      },
    },
    { xmlMode: true },
  );

  function add(text: string): void {
    if (field !== null && field.text.length < LONGEST_FIELD) field.text += text.slice(0, LONGEST_FIELD);
  }

  try {
    parser.end(text);
  } catch (error) {
    // The items read so far are kept, as if the rest had been cut off.
    if (!(error instanceof TooDeep)) throw error;
  }
  return isFeed ? { title, items } : null;
}

class TooDeep extends Error {}

function isPicture(name: string, { url, type = '', medium = '' }: Readonly<Record<string, string>>): boolean {
  if (url === undefined) return false;
  if (name === 'media:thumbnail') return true;
  if (name === 'media:content') return medium === 'image' || type.startsWith('image/');
  return name === 'enclosure' && type.startsWith('image/');
}

function itemOf({ values }: OpenItem): DocumentItem {
  const value = (field: ItemField): string => values.get(field)?.text ?? '';
  return {
    title: value('title'),
    link: value('link'),
    id: value('id'),
    date: value('date'),
    lead: value('lead'),
    image: value('image'),
  };
}

function readJsonFeed(text: string): FeedDocument | null {
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return null;
  }
  const { version, title, items } = root as Record<string, unknown>;
  if (!/^https?:\/\/jsonfeed\.org\/version\//.test(string(version)) || !Array.isArray(items)) return null;
  return {
    title: string(title),
    items: items.slice(0, MOST_ITEMS).map((each: unknown) => {
      const given = typeof each === 'object' && each !== null ? (each as Record<string, unknown>) : {};
      const first = (...names: readonly string[]) =>
        names.map((name) => string(given[name])).find(Boolean) ?? '';
      // Plain text may hold signs that look like markup.
      const plain = first('summary', 'content_text').replaceAll('<', '&lt;');
      return {
        title: first('title'),
        link: first('url', 'external_url'),
        id: first('id'),
        date: first('date_published', 'date_modified'),
        lead: plain === '' ? first('content_html') : plain,
        image: first('image', 'banner_image'),
      };
    }),
  };
}

const string = (value: unknown): string => (typeof value === 'string' ? value.slice(0, LONGEST_FIELD) : '');
