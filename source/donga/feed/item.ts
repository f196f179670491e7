/** More than fifty times the items of a feed. */
export const MAX_ITEMS = 3000;
/** In UTF-16 units; the longest real item has about 2,000. */
export const MAX_ITEM = 32_768;

/** An item's fields as text, entities of XML decoded; '' for a field that is missing. */
export interface FeedItem {
  readonly title: string;
  readonly link: string;
  readonly guid: string;
  /** RSS's date, and Dublin Core's (`dc:date`). */
  readonly pubDate: string;
  readonly date: string;
  /** The description. */
  readonly lead: string;
  /** The addresses of `media:content`. */
  readonly media: readonly string[];
}

/** A feed's items in their order, and the number of items given up. */
export interface FeedItems {
  readonly items: readonly FeedItem[];
  readonly problems: number;
}

/** An item's elements. Any other tag outside CDATA is markup that was left unescaped. */
const FIELDS = /^(?:title|link|guid|pubdate|description|author|category|comments|enclosure|source)$/;
/** Elements of a namespace: `media:content`, `dc:date`. */
const PREFIXED = /^[a-z][\w.-]{0,30}:[a-z][\w.-]{0,30}$/;

/** Whether a name in lower case is one of an item's elements. */
export const isField = (name: string): boolean => FIELDS.test(name) || PREFIXED.test(name);
