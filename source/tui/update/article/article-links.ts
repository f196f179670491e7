/** The entries of 지금 뜨는 뉴스 in an article. */
import { type ArticleLink, parseLink } from '../../../donga/links.ts';
import type { Headline, TrendingLink } from '../../../model.ts';
import type { Step } from '../../state/events.ts';
import type { ArticleScreen, State } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import { notify, putTop, stay, withEffects } from '../steps.ts';
import { intoSight } from './article-scroll.ts';
import { openArticle } from './open-article.ts';

/** The next entry of 지금 뜨는 뉴스, brought into sight. */
export function stepLink(state: State, screen: ArticleScreen, by: number): Step {
  const { links } = articleView(state, screen).set;
  if (links.length === 0) return stay(notify(state, 'notice.no-links'));
  const from = screen.link ?? (by > 0 ? -1 : 0);
  const link = (from + by + links.length) % links.length;
  return stay(putTop(state, intoSight(state, { ...screen, link }, links[link]!.row)));
}

/** Enter on an entry: an article of the paper opens here, anything else in the browser. */
export function openLink(state: State, screen: ArticleScreen): Step {
  const entry = screen.link === null ? undefined : screen.article.trending[screen.link];
  if (entry === undefined) return stay(state);
  const headline = headlineOf(entry);
  return headline === null
    ? withEffects(state, { type: 'browser', url: entry.url })
    : openArticle(state, headline);
}

/** What is known of an article from an entry that leads to it; null where it leads elsewhere. */
function headlineOf({ title, url }: TrendingLink): Headline | null {
  const link = linkTo(url);
  if (link === null || !link.isArticle) return null;
  return {
    id: link.id,
    title,
    url: link.url,
    section: link.section,
    sections: [],
    publishedAt: null,
    summary: '',
    image: null,
    read: false,
    bookmarked: false,
  };
}

function linkTo(url: string): ArticleLink | null {
  try {
    return parseLink(url);
  } catch {
    return null;
  }
}
