import { Failure } from '../../failure.ts';
import type { FeedHeadline } from '../../model.ts';
import { findSection } from '../../sections.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { parseDate } from '../dates.ts';
import { type ArticleLink, parseLink, webUrl } from '../links.ts';
import type { FeedItem, FeedItems } from './item.ts';
import { readMarkup } from './markup.ts';
import { readPlainItems } from './plain-items.ts';

/** The readable part of a feed. */
export interface Feed {
  /** In the feed's order, each article once. */
  readonly headlines: readonly FeedHeadline[];
  /** The number of items that could not be read, or lead nowhere. */
  readonly problems: number;
}

/**
 * Reads a feed's document, whole or damaged: leading junk, a bare `&`, unescaped markup, control characters,
 * a bad date or a truncated end cost at most the items they are in.
 * @param feedName the feed's name, `politics`; it is the headlines' section unless it is `total`.
 * @param address the feed's own address, for links that are relative to it; without one those cannot be read.
 * @throws Failure `bad-feed` if the text is not a feed or nothing of it can be read. Nothing else.
 */
export async function parseFeed(
  text: string,
  feedName: string,
  address: string | null = null,
): Promise<Feed> {
  const { items, problems } = readPlainItems(text) ?? (await repaired(text));
  if (items.length === 0 && (problems > 0 || !looksLikeFeed(text)))
    throw new Failure('bad-feed', { feed: feedName });

  // Most feeds have no entity: the tables of all of HTML's are loaded for one that has.
  const decode = text.includes('&') ? (await import('./entities.ts')).decodeEntities : unchanged;
  const headlines = new Map<string, FeedHeadline>();
  let unread = problems;
  for (const item of items) {
    const headline = headlineOf(item, feedName, address, decode);
    if (headline === null) unread++;
    else if (!headlines.has(headline.id)) headlines.set(headline.id, headline);
  }
  if (headlines.size === 0 && unread > 0) throw new Failure('bad-feed', { feed: feedName });
  return { headlines: [...headlines.values()], problems: unread };
}

const unchanged = (text: string): string => text;

/** Whether a document is a feed, possibly an empty one: it begins as a feed does and was not cut off. */
function looksLikeFeed(text: string): boolean {
  const start = text.slice(0, 4096);
  return (
    /<(?:rss|rdf:RDF|channel)[\s>]/i.test(start) &&
    /<\/(?:rss|rdf:RDF|channel)\s*>$/i.test(text.slice(-4096).trimEnd())
  );
}

/** Loads and compiles the code for feeds, so that the first feed need not wait for it. */
export async function prepareParsing(): Promise<void> {
  const item = `<item><title><![CDATA[가]]></title><link><![CDATA[https://www.donga.com/news/article/all/20200101/1/1]]></link><pubDate>Wed, 01 Jan 2020 03:00:00 +0900</pubDate><description><![CDATA[<img src='https://dimg.donga.com/a.jpg'>가  나 &amp; 다]]></description></item>`;
  await parseFeed(`<rss><channel>${item}</channel></rss>`, 'total');
}

/** The items that rss-parser reads of a repaired document; loaded when the first document needs it. */
async function repaired(text: string): Promise<FeedItems> {
  const { readRepairedItems } = await import('./repaired-items.ts');
  return readRepairedItems(text);
}

type DecodeBytes = (text: string) => string;

function headlineOf(
  item: FeedItem,
  feedName: string,
  base: string | null,
  decode: DecodeBytes,
): FeedHeadline | null {
  const { text: summary, image } = readLead(item.lead, decode, base);
  const title = sanitiseLine(decode(readMarkup(item.title).text));
  const link = linkOf(item, decode, base);
  if (link === null || (title === '' && summary === '')) return null;
  const section = findSection(feedName)?.name ?? null;
  return {
    id: link.id,
    title: title === '' ? summary.split('\n')[0]! : title,
    url: link.url,
    section: section === null || section === 'total' ? link.section : section,
    publishedAt: parseDate(item.pubDate || item.date),
    summary,
    image: mediaOf(item, base) ?? image,
  };
}

/** An item's address: its link, else its guid. */
function linkOf(item: FeedItem, decode: DecodeBytes, base: string | null): ArticleLink | null {
  for (const written of [item.link, item.guid]) {
    const link = decode(written).trim();
    try {
      if (link !== '') return parseLink(resolve(link, base));
    } catch {
      // The guid may do.
    }
  }
  return null;
}

/** Whether a text has no blank, and a slash but no scheme before it. */
const isPath = (text: string) => !/\s/.test(text) && /^[^:/]{0,200}\//.test(text);

/** An address of one of the forms RFC 3986 §4.2 calls relative, against the feed's own; any other as it is. */
function resolve(link: string, base: string | null): string {
  const isRelative = base !== null && isPath(link) && !/^(?:[\w-]+\.)*donga\.com\//i.test(link);
  return isRelative && URL.canParse(link, base) ? new URL(link, base).href : link;
}

function mediaOf({ media }: FeedItem, base: string | null): string | null {
  for (const address of media) {
    const url = webUrl(address, base);
    if (url !== null) return url;
  }
  return null;
}

/** A description: perhaps an image, then plain text whose entities need decoding once more. */
function readLead(
  description: string,
  decode: DecodeBytes,
  base: string | null,
): { text: string; image: string | null } {
  const { text, image } = readMarkup(description.replace(/[\r\n]/g, '\n'));
  const paragraphs = decode(text)
    // U+FEFF turns up in front of the text.
    .replaceAll('\ufeff', '')
    // Two or three spaces part paragraphs.
    .split(/[ \t\u00a0]{2,}|\n/)
    .map((paragraph) => sanitiseLine(paragraph))
    .filter((paragraph) => paragraph !== '');
  return { text: paragraphs.join('\n'), image: webUrl(decode(image ?? ''), base) };
}
