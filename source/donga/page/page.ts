import type { ArticleLink } from '../links.ts';
import type { Metadata } from './metadata.ts';
import type { Document } from './tree/dom.ts';
import type { Trending } from './trending.ts';

/** A page being read: its tree, and what every template needs of it. */
export interface Page {
  readonly tree: Document;
  readonly link: ArticleLink;
  /** The base of relative links; null for a saved page without its own address. */
  readonly base: string | null;
  readonly metadata: Metadata;
  readonly trending: Trending;
}
