import { Failure } from '../../failure.ts';
import type { Article } from '../../model.ts';
import { blocksOf } from './body/blocks.ts';
import { flow } from './body/pieces.ts';
import { isList, judgePage, judgeTitle } from './not-article.ts';
import type { Page } from './page.ts';
import { findStory } from './readability.ts';
import { isCopyright, takeEnding } from './story-end.ts';
import { firstNamed, withCaptions } from './template-fields.ts';
import { all, linesOf } from './tree/dom.ts';

/** In UTF-16 units; a page was not made for a text shorter than this. */
const SHORTEST_STORY = 80;

/**
 * Reads a page of no known template by Readability.
 * @throws Failure `no-article` with a `kind`: login, missing, list or empty.
 */
export async function readUntemplated({ tree, link, base, metadata, trending }: Page): Promise<Article> {
  const notice = judgeTitle(tree);
  if (notice !== null) throw new Failure('no-article', { kind: notice });
  // Taken now: looking for the story changes the tree.
  const verdict = judgePage(tree) ?? (isList(tree, 0, base) ? 'list' : 'empty');
  for (const element of trending.elements) element.children = [];

  const body = await findStory(tree);
  if (body === null) throw new Failure('no-article', { kind: verdict });
  const story = takeEnding(withCaptions(blocksOf(flow(body, base))));
  const blocks = story.blocks.filter((block) => !('text' in block) || block.text !== metadata.title);
  const length = blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0);
  if (length < SHORTEST_STORY) throw new Failure('no-article', { kind: verdict });
  if (isList(body, length, base)) throw new Failure('no-article', { kind: 'list' });
  const notices = all('.caution_text, .copyright', body).flatMap((element) => linesOf(element));
  return {
    id: link.id,
    url: link.url,
    source: 'readability',
    section: link.section ?? metadata.section,
    kicker: null,
    title: metadata.title ?? '',
    deck: [],
    publishedAt: metadata.stamps.published,
    updatedAt: metadata.stamps.updated,
    reporters: firstNamed(story.reporters, metadata.reporters, story.mentioned),
    wire: story.wire,
    blocks,
    tags: story.tags,
    reactions: {},
    comments: null,
    trending: trending.links,
    copyright: story.copyright ?? notices.find(isCopyright) ?? null,
  };
}
