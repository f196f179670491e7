import type RssParser from 'rss-parser';
import { Failure } from '../../failure.ts';
import type { FeedHeadline } from '../../model.ts';
import { findSection } from '../../sections.ts';
import { sanitiseLine } from '../../text/sanitise.ts';
import { parseDate } from '../dates.ts';
import { parseLink, webUrl } from '../links.ts';
import { cleanItems, looksLikeFeed, wrapItems } from './items.ts';

/** A feed as far as it could be read. */
export interface Feed {
  /** In the feed's order, each article once. */
  readonly headlines: readonly FeedHeadline[];
  /** How many items could not be read. */
  readonly problems: number;
}

interface RawItem {
  readonly title?: unknown;
  readonly link?: unknown;
  readonly pubDate?: unknown;
  readonly lead?: unknown;
  readonly media?: readonly { readonly $?: { readonly url?: string } }[];
}

/**
 * Reads a feed's document, whole or damaged: leading junk, a bare `&`, control characters, a bad date or a
 * truncated end cost at most the items they are in.
 * @param feedName the feed's name, `politics`; it is the headlines' section unless it is `total`.
 * @throws Failure `bad-feed` where it is no feed or nothing of it can be read. Nothing else.
 */
export async function parseFeed(text: string, feedName: string): Promise<Feed> {
  const { items, problems } = cleanItems(text);
  if (items.length === 0 && (problems > 0 || !looksLikeFeed(text)))
    throw new Failure('bad-feed', { feed: feedName });

  const { decodeEntities, Parser } = await parsers();
  const raw = await parseItems(items, Parser);
  const headlines = new Map<string, FeedHeadline>();
  let unread = problems + items.length - raw.length;
  for (const item of raw) {
    const headline = headlineOf(item, feedName, decodeEntities);
    if (headline === null) unread++;
    else if (!headlines.has(headline.id)) headlines.set(headline.id, headline);
  }
  if (headlines.size === 0 && unread > 0) throw new Failure('bad-feed', { feed: feedName });
  return { headlines: [...headlines.values()], problems: unread };
}

/** What feeds are read with. It is loaded when it is needed: the first list of headlines does without. */
async function parsers() {
  const [{ decodeEntities }, { default: Parser }] = await Promise.all([
    import('./entities.ts'),
    import('rss-parser'),
  ]);
  return { decodeEntities, Parser };
}

/** All items at once; where one of them spoils the document, each alone. */
async function parseItems(items: readonly string[], Parser: typeof RssParser): Promise<RawItem[]> {
  const parser = new Parser<object, RawItem>({
    // The lead goes by a name of its own, since the parser would search a `description` for markup, slowly.
    customFields: { item: ['lead', ['media:content', 'media', { keepArray: true }]] },
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

type Decode = (text: string) => string;

function headlineOf(item: RawItem, feedName: string, decode: Decode): FeedHeadline | null {
  const { text, image } = readLead(textIn(item.lead), decode);
  const title = sanitiseLine(decode(textIn(item.title)));
  const summary = text;
  if (title === '' && summary === '') return null;
  try {
    const link = parseLink(decode(textIn(item.link)));
    const section = findSection(feedName)?.name ?? null;
    return {
      id: link.id,
      title: title === '' ? summary.split('\n')[0]! : title,
      url: link.url,
      section: section === null || section === 'total' ? link.section : section,
      publishedAt: parseDate(textIn(item.pubDate)),
      summary,
      image: mediaOf(item) ?? image,
    };
  } catch {
    return null;
  }
}

/** The text of a field; one with attributes or markup in it comes as an object. */
function textIn(field: unknown): string {
  if (typeof field === 'string') return field;
  const inner = typeof field === 'object' && field !== null && '_' in field ? field._ : '';
  return typeof inner === 'string' ? inner : '';
}

function mediaOf(item: RawItem): string | null {
  if (!Array.isArray(item.media)) return null;
  for (const media of item.media) {
    const url = webUrl(typeof media?.$?.url === 'string' ? media.$.url : undefined, null);
    if (url !== null) return url;
  }
  return null;
}

const IMAGE = /<img\b[^<>]*?\bsrc\s*=\s*(?:'([^'<>]*)'|"([^"<>]*)"|([^\s'"<>]+))[^<>]*>/i;
const MARKUP = /<\/?(?:img|a|b|i|u|em|strong|font|span|div|p|br)\b[^<>]*>/gi;
const BREAKS = /<\/?(?:p|br|div)\b[^<>]*>/gi;

/** A description: perhaps an image, then plain text that wants its entities decoded once more. */
function readLead(description: string, decode: Decode): { text: string; image: string | null } {
  const [, single, double, bare] = IMAGE.exec(description) ?? [];
  const plain = decode(description.replace(BREAKS, '\n').replace(MARKUP, ''));
  const paragraphs = plain
    // Two or three spaces part paragraphs; U+FEFF turns up in front of the text.
    .replace(/\ufeff/g, '')
    .split(/[ \t\u00a0]{2,}|\s*\n\s*/)
    .map((paragraph) => sanitiseLine(paragraph))
    .filter((paragraph) => paragraph !== '');
  return { text: paragraphs.join('\n'), image: webUrl(decode(single ?? double ?? bare ?? ''), null) };
}
