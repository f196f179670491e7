/**
 * The things the program is about, in the shapes its JSON output promises.
 *
 * All text in them has been through the sanitiser: NFC, no control or bidi characters; every field is a
 * single line but for a block's text and a deck or note, which may hold `\n`.
 */

/** An instant as ISO 8601 in Korean time, to the second: `2026-11-20T03:00:00+09:00`. */
export type KoreanTime = string;

export interface Headline {
  /** The numeric article id of the link, or a short hash of the canonical URL if the link has none. */
  readonly id: string;
  readonly title: string;
  /** Canonical: no query noise, https for donga.com's hosts. */
  readonly url: string;
  /** A feed's name (`politics`); null where neither the feeds nor the link give one. */
  readonly section: string | null;
  /** The feeds it was seen in, in table order. */
  readonly sections: readonly string[];
  readonly publishedAt: KoreanTime | null;
  /** The feed's lead: plain text, cut by the feed at 512 characters; paragraphs parted by `\n`. */
  readonly summary: string;
  /** The thumbnail's URL. */
  readonly image: string | null;
  readonly read: boolean;
  readonly bookmarked: boolean;
  /** The places of watched words in the title; empty if only a tag is watched, absent if nothing is. */
  readonly watched?: readonly MatchRange[];
  /** A muted word or tag matches the headline: it is shown only if muted headlines were asked for. */
  readonly muted?: true;
  /** The story of the headline: `s` and the id of its first headline; absent if it is in none. */
  readonly story?: string;
  /** A feed has changed its title. */
  readonly retitled?: true;
  /** When its article was opened last, in ms since the epoch: in the list of those that were. */
  readonly openedAt?: number;
}

/** A headline as a feed gives it, without what the archive adds. */
export type FeedHeadline = Omit<
  Headline,
  'read' | 'bookmarked' | 'sections' | 'watched' | 'muted' | 'story' | 'retitled' | 'openedAt'
>;

/** A link inside a block's text: `[start, end)` in UTF-16 units, and its http(s) URL. */
export type TextLink = readonly [start: number, end: number, url: string];

/** An item of a list that is numbered, or stands below another item. */
export interface ListItem {
  readonly text: string;
  /** 0 for the list's own items, 1 for those of a list inside an item. */
  readonly level: number;
  /** Null for an item of a list without numbers. */
  readonly number: number | null;
  /** The number as the page shows it, if it is not written in digits: `b`, `iv`, `나`. */
  readonly marker?: string;
}

export type Block =
  | {
      readonly type: 'paragraph' | 'heading' | 'quote';
      readonly text: string;
      readonly links?: readonly TextLink[];
    }
  | {
      readonly type: 'photo';
      readonly url: string;
      readonly caption: string | null;
      readonly alt: string | null;
    }
  | { readonly type: 'table'; readonly rows: readonly (readonly string[])[] }
  | { readonly type: 'list'; readonly items: readonly (string | ListItem)[] }
  | { readonly type: 'embed'; readonly url: string; readonly title: string | null };

export interface Reporter {
  /** Without 기자 or 특파원. */
  readonly name: string;
  /** The title behind the name: 기자, 특파원, 논설위원. */
  readonly title: string | null;
  /** The place it was filed from: 부산. */
  readonly place: string | null;
  readonly email: string | null;
}

export interface TrendingLink {
  readonly title: string;
  readonly url: string;
}

/** A tag or reporter that articles have in common. */
export type Shared =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'reporter'; readonly name: string }
  /** A column or series, by the name that stands in brackets in its titles. */
  | { readonly kind: 'column'; readonly name: string };

export type ArticleSource = 'page' | 'legacy-page' | 'sports-page' | 'readability' | 'feed';

export interface Article {
  readonly id: string;
  readonly url: string;
  readonly source: ArticleSource;
  readonly section: string | null;
  readonly kicker: string | null;
  readonly title: string;
  readonly deck: readonly string[];
  readonly publishedAt: KoreanTime | null;
  readonly updatedAt: KoreanTime | null;
  readonly reporters: readonly Reporter[];
  /** The wire credit as printed, without its brackets: 서울=뉴스1. */
  readonly wire: string | null;
  readonly blocks: readonly Block[];
  readonly tags: readonly string[];
  readonly reactions: Readonly<Record<string, number>>;
  readonly comments: number | null;
  readonly trending: readonly TrendingLink[];
  readonly copyright: string | null;
  /** The version of the extractor that read it from its page; left out if unknown. Kept with it, not shown. */
  readonly extractor?: number;
}

export interface Bookmark extends Headline {
  readonly savedAt: KoreanTime;
  readonly note: string;
  /** The reader's own tags. */
  readonly tags: readonly string[];
  readonly articleTags: readonly string[];
  readonly reporters: readonly string[];
}

/** A bookmark as it is added: `read` and `bookmarked` are not kept. */
export type NewBookmark = Omit<Bookmark, 'read' | 'bookmarked' | 'watched' | 'muted' | 'story' | 'retitled'>;

/** The validators of an HTTP answer, as sent, for conditional requests. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** `[start, end)` in UTF-16 units of the title. */
export type MatchRange = readonly [start: number, end: number];

/**
 * The way a search found something, if not by the letters typed: by the reading of Hanja, in the lead, in the
 * text, tags or reporters of an article, without a particle or in another form, by initial consonants, on the
 * other keyboard layout, with a space missing, by the Hanja of a surname, with a slip.
 */
export type FoundBy =
  | 'hanja'
  | 'lead'
  | 'text'
  | 'tag'
  | 'reporter'
  | 'stem'
  | 'initials'
  | 'layout'
  | 'spacing'
  | 'name'
  | 'typo';

export interface Scored {
  /** From 1, the best, to 0. */
  readonly score: number;
  /** The places in the title that the query matched, ascending and apart; empty if another field matched. */
  readonly matches: readonly MatchRange[];
  /** The loosest way that one of the query's words was found; null if all were found as typed. */
  readonly found: FoundBy | null;
}

/**
 * A place in an article, in a form that finds the same words at another width: a block of `Article.blocks`
 * (−1 for the part above the first) and a UTF-16 offset into its text.
 */
export interface Place {
  readonly block: number;
  readonly offset: number;
}
