import { Failure } from '../../failure.ts';
import type { Article } from '../../model.ts';
import { blocksOf } from './body/blocks.ts';
import { flow } from './body/pieces.ts';
import { readExtras } from './counts-and-tags.ts';
import { judgeBodies, judgePage } from './not-article.ts';
import type { Page } from './page.ts';
import { takeEnding } from './story-end.ts';
import {
  bodiesOf,
  boxedReporters,
  bylineOf,
  copyrightOf,
  detailed,
  firstNamed,
  headingOf,
  sectionOf,
  subheadsIn,
  together,
  withCaptions,
} from './template-fields.ts';
import type { Template } from './templates.ts';
import { all } from './tree/dom.ts';

/**
 * Reads a page of one of the known templates.
 * @throws Failure `no-article` with a `kind`: login, missing, list or empty.
 */
export function readTemplated(template: Template, { tree, link, base, metadata, trending }: Page): Article {
  const bodies = bodiesOf(template, tree);
  const subheads = subheadsIn(template, tree, bodies);
  const pieces = bodies.flatMap((body) => [
    ...flow(body, base, trending.elements, subheads),
    { type: 'edge' } as const,
  ]);
  const byline = bylineOf(template, tree);
  const hasByline = byline.writers.length > 0;
  const story = takeEnding(withCaptions(blocksOf(pieces)), hasByline);
  const verdict = judgeBodies(bodies);
  if (verdict !== null) throw new Failure('no-article', { kind: verdict });
  if (story.blocks.length === 0) throw new Failure('no-article', { kind: judgePage(tree) ?? 'empty' });

  const extras = readExtras(bodies.at(-1)!, all(template.header, tree), trending.elements);
  const heading = headingOf(template, tree, metadata, subheads);
  return {
    id: link.id,
    url: link.url,
    source: template.source,
    section: link.section ?? sectionOf(template, tree) ?? metadata.section,
    kicker: heading.kicker,
    title: heading.title,
    deck: heading.deck,
    publishedAt: heading.publishedAt,
    updatedAt: heading.updatedAt,
    // A picture's maker takes no reporter's place.
    reporters: together(
      firstNamed(
        detailed(byline.writers, story.mentioned),
        story.reporters,
        boxedReporters(template, tree),
        metadata.reporters,
        story.mentioned,
      ),
      byline.picturedBy,
    ),
    wire: story.wire ?? byline.wire,
    blocks: story.blocks,
    tags: extras.tags.length > 0 ? extras.tags : story.tags,
    reactions: extras.reactions,
    comments: extras.comments,
    trending: trending.links,
    copyright: copyrightOf(template, tree) ?? story.copyright,
  };
}
