/** The words of an article that are compared, without everything that stands around them. */
import { listItem } from '../list-item.ts';
import type { Article, Block } from '../model.ts';

/** An article's text at one time. */
export type Wording = Pick<Article, 'title' | 'deck' | 'blocks'>;

/** A wording, and the extractor and way that made it: two are comparable if both are the same. */
export interface Extracted extends Wording, Pick<Article, 'source' | 'updatedAt'> {
  /** The version of the extractor; 0 if unknown. */
  readonly extractor: number;
}

/** The words of a block; '' for a block without words of the story, such as a video. */
export function wordsOf(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'quote':
      return block.text;
    case 'photo':
      return block.caption ?? '';
    case 'table':
      return block.rows.map((row) => row.join(' | ')).join('\n');
    case 'list':
      return block.items.map((item) => listItem(item).text).join('\n');
    case 'embed':
      return '';
  }
}

/**
 * A text by its letters: without spaces, and with one form for each mark of punctuation, since a paper's
 * editing system changes those without an editor.
 */
export function bare(text: string): string {
  const closed = text.replace(/\s+/g, '');
  // Most words are nothing but Hangul, ASCII letters and digits.
  if (/^[!-_a-}가-힣]*$/.test(closed)) return closed;
  return closed
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]+/g, '')
    .replace(/[‘’‚‛′`´]/g, "'")
    .replace(/[“”„‟″]/g, '"')
    .replace(/[‐-―−~∼〜]/g, '-')
    .replace(/[·‧∙⋅・ㆍᆞ•]/g, '·');
}

/**
 * Whether two wordings read alike. Paragraph breaks, the places of photos and photos without a caption are no
 * part of a wording.
 */
export function readsAlike(one: Wording, other: Wording): boolean {
  return (
    bare(one.title) === bare(other.title) &&
    bare(one.deck.join('')) === bare(other.deck.join('')) &&
    story(one) === story(other) &&
    captions(one) === captions(other)
  );
}

const story = ({ blocks }: Wording): string =>
  bare(blocks.map((block) => (block.type === 'photo' ? '' : wordsOf(block))).join(''));

const captions = ({ blocks }: Wording): string =>
  blocks
    .flatMap((block) => (block.type === 'photo' ? bare(wordsOf(block)) : []))
    .filter((caption) => caption !== '')
    .sort()
    .join('\n');

/**
 * The relation of a page that was asked for again to the kept one: `alike`; `corrected`; `stale`, an older
 * copy from a cache between; `incomparable`, where another extractor, or another way to read the page, may be
 * the whole difference.
 */
export type Comparison = 'alike' | 'corrected' | 'stale' | 'incomparable';

export function compare(before: Extracted, after: Extracted): Comparison {
  if (before.updatedAt !== null && after.updatedAt !== null && after.updatedAt < before.updatedAt)
    return 'stale';
  if (!comparable(before, after)) return 'incomparable';
  return readsAlike(before, after) ? 'alike' : 'corrected';
}

export const comparable = (one: Extracted, other: Extracted): boolean =>
  one.extractor !== 0 &&
  one.extractor === other.extractor &&
  one.source === other.source &&
  one.source !== 'feed';
