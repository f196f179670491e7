import { type FeedItem, type FeedItems, isField, MAX_ITEM, MAX_ITEMS } from './item.ts';
import { attributeOf } from './markup.ts';

/**
 * The items of a document that is written as the site writes it: each field one CDATA section or plain text,
 * and nothing between the fields. It is read in one pass, in a fraction of an XML parser's time. Null for any
 * other document: one with an item in need of repair, markup outside CDATA, a comment or an entity that is
 * not one of XML's five, or without an item.
 */
export function readPlainItems(text: string): FeedItems | null {
  const first = /<item[\s>]/i.exec(text)?.index ?? -1;
  if (first < 0 || !isPlainHead(text.slice(0, first))) return null;
  const items: FeedItem[] = [];
  let at = first;
  while (text.startsWith(OPEN, at)) {
    const item = readItem(text, at + OPEN.length);
    if (item === null || item.end - at > MAX_ITEM || items.length === MAX_ITEMS) return null;
    items.push(item.fields);
    at = skipSpace(text, item.end);
  }
  return items.length === 0 || AN_ITEM.test(text.slice(at)) ? null : { items, problems: 0 };
}

const OPEN = '<item>';
const CLOSE = '</item>';
const CDATA = '<![CDATA[';
const CDATA_END = ']]>';
const AN_ITEM = /<\/?item[\s>]/i;

/** Whether the text before the first item leaves no comment or section open around the item. */
function isPlainHead(head: string): boolean {
  if (/<!--|<!DOCTYPE/i.test(head) || AN_ITEM.test(head)) return false;
  return head.lastIndexOf(CDATA) <= head.lastIndexOf(CDATA_END);
}

const FIELD = /<([A-Za-z][\w:.-]{0,60})([^<>]*)>/y;

/** The fields that are read, by their elements' names in lower case. */
const READ: Readonly<Record<string, 'title' | 'link' | 'guid' | 'pubDate' | 'date' | 'lead'>> = {
  title: 'title',
  link: 'link',
  guid: 'guid',
  pubdate: 'pubDate',
  'dc:date': 'date',
  description: 'lead',
};

/** Reads an item from behind its opening tag on. */
function readItem(text: string, from: number): { fields: FeedItem; end: number } | null {
  const fields = { title: '', link: '', guid: '', pubDate: '', date: '', lead: '', media: [] as string[] };
  const met = new Set<string>();
  for (let at = skipSpace(text, from); ; at = skipSpace(text, at)) {
    if (text.startsWith(CLOSE, at)) return { fields, end: at + CLOSE.length };
    FIELD.lastIndex = at;
    const [tag, spelled = '', rest = ''] = FIELD.exec(text) ?? [];
    const name = spelled.toLowerCase();
    const isMedia = name === 'media:content';
    if (tag === undefined || !isField(name) || (met.has(name) && !isMedia)) return null;
    met.add(name);
    const url = isMedia ? attributeOf(tag, 'url') : undefined;
    if (url !== undefined) {
      const address = decode(url);
      if (address === null) return null;
      fields.media.push(address);
    }
    at += tag.length;
    if (rest.endsWith('/')) continue;
    const content = readContent(text, at);
    if (content === null || !text.startsWith(`</${spelled}>`, content.end)) return null;
    at = content.end + spelled.length + '</>'.length;
    const field = READ[name];
    if (field === undefined) continue;
    const isAddress = field !== 'guid' || attributeOf(tag, 'ispermalink')?.trim().toLowerCase() !== 'false';
    if (isAddress) fields[field] = content.text;
  }
}

/** A field's text from behind its opening tag on: one section, or the text before the next tag. */
function readContent(text: string, at: number): { text: string; end: number } | null {
  if (text.startsWith(CDATA, at)) {
    const from = at + CDATA.length;
    const end = text.indexOf(CDATA_END, from);
    if (end < 0) return null;
    const inside = text.slice(from, end);
    // A section that was never closed ends where a later one does.
    if (AN_ITEM.test(inside) || inside.includes(CDATA)) return null;
    return { text: inside, end: end + CDATA_END.length };
  }
  const end = text.indexOf('<', at);
  if (end < 0) return null;
  const plain = decode(text.slice(at, end));
  return plain === null ? null : { text: plain, end };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with XML's five entities decoded; null if it has another `&`. */
function decode(text: string): string | null {
  if (!text.includes('&')) return text;
  if (/&(?!(?:amp|lt|gt|quot|apos);)/.test(text)) return null;
  return text.replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!);
}

/** Past the white space of XML 1.0, 2.3. */
function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && '\t\n\r '.includes(text[at]!)) at += 1;
  return at;
}
