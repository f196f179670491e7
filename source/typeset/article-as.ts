import type { Language } from '../messages/index.ts';
import type { Article } from '../model.ts';
import { setArticle } from './article.ts';
import { articleMarkdown } from './markdown.ts';
import { rowText } from './rows.ts';

export interface ArticleAsOptions {
  readonly language: Language;
  /** Hanja with their readings, in `text`. */
  readonly hanja: boolean;
  /** The width of `text`, in cells. */
  readonly columns: number;
}

/**
 * An article in the form in which a program is given it, ending in a newline: `text` as for a pipe, the
 * others as they are exported.
 */
export function articleAs(
  format: 'text' | 'markdown' | 'json' | 'link',
  article: Article,
  options: ArticleAsOptions,
): string {
  switch (format) {
    case 'text':
      return setArticle(article, { ...options, measure: options.columns })
        .rows.map((row) => `${rowText(row).trimEnd()}\n`)
        .join('');
    case 'markdown':
      return `${articleMarkdown(article).trimEnd()}\n`;
    case 'json':
      return `${JSON.stringify(article)}\n`;
    case 'link':
      return `${article.url}\n`;
  }
}
