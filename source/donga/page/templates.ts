import type { ArticleSource } from '../../model.ts';

/** The places of an article's parts in a template of the site: CSS selectors, the likelier first. */
export interface Template {
  readonly source: ArticleSource;
  readonly body: string;
  readonly title: string;
  readonly deck: string;
  /** Lines such as `입력 2026-11-20 03:00`. */
  readonly stamps: string;
  readonly breadcrumb: string;
  readonly byline: string;
  /** The reporter's box, for pages without a byline. */
  readonly reporters: string;
  readonly copyright: string;
  /** The part above the body, for the number of comments. */
  readonly header: string;
}

/** The site's templates, today's first. A page is known by them, never by its host. */
export const TEMPLATES: readonly Template[] = [
  {
    source: 'page',
    body: 'section.news_view, .news_view',
    title: '.head_group h1, .view_head h1',
    deck: '.sub_tit',
    stamps: '.date_info p, .date_info li, .news_info button > span, .news_info li > span',
    breadcrumb: '.breadcrumb .breadcrumb_item a, .breadcrumb a, .breadcrumb_item',
    byline: '.byline',
    reporters: '.author_info a',
    copyright: '.caution_text',
    header: '.view_head',
  },
  {
    source: 'legacy-page',
    body: '#article_txt, .article_txt',
    title: '.article_title .title, .article_title h1, .article_title h2',
    deck: '.article_txt .sub_tit, .article_txt .sub_title, .article_title .sub_title, .article_title .sub_tit',
    stamps: '.title_foot .date01, .date01',
    breadcrumb: '.location a, .breadcrumb a',
    byline: '.byline',
    reporters: '.report a, .report',
    copyright: '.caution_text, .article_txt .copyright, .article_footer',
    header: '.article_title, .title_foot',
  },
  {
    source: 'sports-page',
    body: '#article_body, .article_word',
    title: '.article_tit > h3, .article_tit h1, .article_tit h2, .article_tit h3',
    deck: '.article_word .sub_tit, .article_word .sub_title, .article_tit .sub_title, .article_tit h4',
    stamps: '.article_tit > p, .article_tit p',
    breadcrumb: '.location a, .breadcrumb a',
    byline: '.byline',
    reporters: '.report a, .reporter a',
    copyright: 'p.copyright, .article_word .copyright',
    header: '.article_tit',
  },
];
