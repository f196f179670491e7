import { parseDate } from '../donga/dates.ts';
import { decodeEntities } from '../donga/feed/entities.ts';
import { readMarkup } from '../donga/feed/markup.ts';
import { foreignLink, webUrl } from '../donga/links.ts';
import { Failure } from '../failure.ts';
import type { FeedHeadline } from '../model.ts';
import { sanitiseLine } from '../text/sanitise.ts';
import { type DocumentItem, readFeedDocument } from './document.ts';

/** The most characters of a lead: as many as the paper's own feeds give. */
const LONGEST_LEAD = 512;

/**
 * The headlines of a feed that is not the paper's, by the rules of the paper's own: markup out, text sanitised, each
 * article once.
 * @param section the name of the feed's section. @param address the feed's own, for links that are relative to it.
 * @throws Failure `bad-feed`
 */
export function readOtherFeed(
  text: string,
  section: string,
  address: string,
): { headlines: readonly FeedHeadline[]; problems: number } {
  const document = readFeedDocument(text);
  if (document === null) throw new Failure('bad-feed', { feed: section });
  const headlines = new Map<string, FeedHeadline>();
  let problems = 0;
  for (const item of document.items) {
    const headline = headlineOf(item, section, address);
    if (headline === null) problems += 1;
    else if (!headlines.has(headline.id)) headlines.set(headline.id, headline);
  }
  if (headlines.size === 0 && problems > 0) throw new Failure('bad-feed', { feed: section });
  return { headlines: [...headlines.values()], problems };
}

/** The title that a feed gives itself; '' for none. Null if the document is no feed. */
export function feedTitle(text: string): string | null {
  const document = readFeedDocument(text);
  return document === null ? null : lineOf(document.title);
}

const lineOf = (markup: string): string => sanitiseLine(decodeEntities(readMarkup(markup).text));

function headlineOf(item: DocumentItem, section: string, address: string): FeedHeadline | null {
  const link = foreignLink(item.link.trim() || item.id.trim(), address);
  const { text, image } = readMarkup(item.lead.replace(/\r\n?/g, '\n'));
  const summary = cut(
    decodeEntities(text)
      .split(/\n/)
      .map(sanitiseLine)
      .filter((paragraph) => paragraph !== '')
      .join('\n'),
  );
  const title = lineOf(item.title) || cut(summary.split('\n')[0]!);
  if (link === null || title === '') return null;
  return {
    id: link.id,
    title,
    url: link.url,
    section,
    publishedAt: parseDate(item.date.trim()),
    summary,
    image: webUrl(item.image, address) ?? webUrl(decodeEntities(image ?? ''), address),
  };
}

/** At most so many characters, without half of one at the end. */
const cut = (text: string): string =>
  text.length <= LONGEST_LEAD ? text : `${text.slice(0, LONGEST_LEAD - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
