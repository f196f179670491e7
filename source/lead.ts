import type { Article, Block, Headline } from './model.ts';

/** The article made of the feed's text, shown if its page cannot be fetched. */
export function leadArticle(
  headline: Pick<Headline, 'id' | 'url' | 'title' | 'section' | 'publishedAt' | 'summary' | 'image'>,
): Article {
  const { id, url, title, section, publishedAt, summary, image } = headline;
  const blocks: Block[] = summary
    .split('\n')
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', text }));
  // Cartoons and horoscopes are nothing but their picture.
  if (blocks.length === 0 && image !== null)
    blocks.push({ type: 'photo', url: image, caption: null, alt: null });
  return {
    id,
    url,
    source: 'feed',
    section,
    kicker: null,
    title,
    deck: [],
    publishedAt,
    updatedAt: null,
    reporters: [],
    wire: null,
    blocks,
    tags: [],
    reactions: {},
    comments: null,
    trending: [],
    copyright: null,
  };
}

/** A feed cuts leads at 512 characters; entities and the spaces between paragraphs, which are gone, counted too. */
const CUT_FROM = 400;

/** Ends as a sentence, a quotation or a caption does. */
const WHOLE = /[.!?…”’"')\]〉》」』】]$/;

/** Whether a feed's lead breaks off. It says so nowhere: it is long, and ends as no sentence does. */
export function endsCut(lead: string): boolean {
  return lead.length >= CUT_FROM && !WHOLE.test(lead.trimEnd());
}

/** A headline for an article that no feed gave. */
export function headlineOfArticle(article: Article): Headline {
  const paragraph = article.blocks.find(
    (block): block is Extract<Block, { type: 'paragraph' | 'heading' | 'quote' }> =>
      block.type === 'paragraph',
  );
  const photo = article.blocks.find((block) => block.type === 'photo');
  return {
    id: article.id,
    title: article.title,
    url: article.url,
    section: article.section,
    sections: article.section === null ? [] : [article.section],
    publishedAt: article.publishedAt,
    summary: paragraph?.text ?? '',
    image: photo?.url ?? null,
    read: false,
    bookmarked: false,
  };
}

/** The end of a sentence: its mark, the marks that close a quotation behind it, and a space or the end. */
const SENTENCE_END = /[.?!…]["'”’」』)\]]*(?=\s|$)/g;
/** A first sentence shorter than this is a date or an initial; one without an end is cut. In UTF-16 units. */
const SHORTEST = 8;
const LONGEST = 160;

/** The first sentence of a feed's lead; '' for an empty lead. */
export function firstSentence(lead: string): string {
  const text =
    lead
      .split('\n')
      .find((paragraph) => paragraph.trim() !== '')
      ?.trim() ?? '';
  for (const { 0: mark, index } of text.matchAll(SENTENCE_END)) {
    const end = index + mark.length;
    if (end >= SHORTEST && end <= LONGEST) return text.slice(0, end);
    if (end > LONGEST) break;
  }
  if (text.length <= LONGEST) return text;
  const cut = text.slice(0, LONGEST);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST / 2)).trimEnd()}…`;
}
