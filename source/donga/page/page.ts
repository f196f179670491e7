import { Failure } from '../../failure.ts';
import type { Article } from '../../model.ts';
import { type ArticleLink, hashId, parseLink, webUrl } from '../links.ts';
import { blocksOf } from './blocks.ts';
import { readExtras } from './counts-and-tags.ts';
import { all, type Document, first, readHtml } from './dom.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import { judgeBodies, judgePage } from './not-article.ts';
import { flow } from './pieces.ts';
import { takeEnding } from './story-end.ts';
import {
  bodiesOf,
  boxedReporters,
  bylineOf,
  copyrightOf,
  firstNamed,
  headingOf,
  mergePeople,
  sectionOf,
  withCaptions,
} from './template-fields.ts';
import { TEMPLATES, type Template } from './templates.ts';
import { readTrending, type Trending } from './trending.ts';

/** A page being read: its tree, and what is known of it whatever its template. */
export interface Page {
  readonly tree: Document;
  readonly link: ArticleLink;
  /** What relative links are resolved against; null for a saved page that does not tell its address. */
  readonly base: string | null;
  readonly metadata: Metadata;
  readonly trending: Trending;
}

/**
 * Reads an article's page: by today's template, the one before 2023, that of sports.donga.com, else by
 * Readability.
 * @param url the page's address, or null for a saved page, which may tell its own (its `url` is '' if not).
 * @throws Failure `no-article` with a `kind`: login, missing, list or empty. Nothing else.
 */
export async function extractArticle(html: string, url: string | null): Promise<Article> {
  const tree = readHtml(html);
  const metadata = readMetadata(tree);
  const link = linkOf(url, metadata, html);
  const base = link.url === '' ? null : link.url;
  const page: Page = { tree, link, base, metadata, trending: readTrending(tree, base) };

  const template = TEMPLATES.find(({ body }) => first(body, tree) !== null);
  if (template !== undefined) return readTemplate(template, page);
  const { readUnknown } = await import('./untemplated.ts');
  return readUnknown(page);
}

function readTemplate(template: Template, { tree, link, base, metadata, trending }: Page): Article {
  const bodies = bodiesOf(template, tree);
  const pieces = bodies.flatMap((body) => [
    ...flow(body, base, trending.elements),
    { type: 'edge' } as const,
  ]);
  const story = takeEnding(withCaptions(blocksOf(pieces)));
  const verdict = judgeBodies(bodies);
  if (verdict !== null) throw new Failure('no-article', { kind: verdict });
  if (story.blocks.length === 0) throw new Failure('no-article', { kind: judgePage(tree) ?? 'empty' });

  const extras = readExtras(bodies.at(-1)!, all(template.header, tree), trending.elements);
  const byline = bylineOf(template, tree);
  const named = mergePeople(byline.reporters, story.reporters);
  const heading = headingOf(template, tree, metadata);
  return {
    id: link.id,
    url: link.url,
    source: template.source,
    section: link.section ?? sectionOf(template, tree),
    kicker: heading.kicker,
    title: heading.title,
    deck: heading.deck,
    publishedAt: heading.publishedAt,
    updatedAt: heading.updatedAt,
    reporters: firstNamed(named, boxedReporters(template, tree), metadata.reporters),
    wire: story.wire ?? byline.wire,
    blocks: story.blocks,
    tags: extras.tags.length > 0 ? extras.tags : story.tags,
    reactions: extras.reactions,
    comments: extras.comments,
    trending: trending.links,
    copyright: copyrightOf(template, tree) ?? story.copyright,
  };
}

/** The page's own address counts only where none was given. */
function linkOf(url: string | null, metadata: Metadata, html: string): ArticleLink {
  for (const candidate of [url, webUrl(metadata.link ?? undefined, null)]) {
    if (candidate === null || candidate === '') continue;
    try {
      return parseLink(candidate);
    } catch {
      // The page's own may do.
    }
  }
  return { id: hashId(html), url: '', section: null, date: null, isArticle: false };
}
