import type { Article } from '../../model.ts';
import { type ArticleLink, hashId, parseLink, webUrl } from '../links.ts';
import { type Metadata, readMetadata } from './metadata.ts';
import type { Page } from './page.ts';
import { readTemplated } from './templated.ts';
import { TEMPLATES } from './templates.ts';
import { first, readHtml } from './tree/dom.ts';
import { readTrending } from './trending.ts';

/**
 * The version of what is read from a page. To be raised with any change by which a page reads otherwise,
 * which would otherwise be shown as a correction of the paper's; `test/donga/extractor-version.test.ts` fails
 * if it was forgotten.
 */
export const EXTRACTOR = 2;

/**
 * Reads an article's page: by today's template, the one before 2023, that of sports.donga.com, else by
 * Readability.
 * @param url the page's address, or null for a saved page, whose own address is used if it has one (else
 * `url` is '').
 * @throws Failure `no-article` with a `kind`: login, missing, list or empty. Nothing else.
 */
export async function extractArticle(html: string, url: string | null): Promise<Article> {
  const tree = readHtml(html);
  const metadata = readMetadata(tree);
  const link = linkOf(url, metadata, html);
  const base = link.url === '' ? null : link.url;
  const page: Page = { tree, link, base, metadata, trending: readTrending(tree, base) };

  const template = TEMPLATES.find(({ body }) => first(body, tree) !== null);
  if (template !== undefined) return readTemplated(template, page);
  const { readUntemplated } = await import('./untemplated.ts');
  return readUntemplated(page);
}

/** The page's own address counts only if none was given. */
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
