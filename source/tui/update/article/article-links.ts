/** The targets of an open article: its links, and headlines that share a tag or a reporter with it. */
import { articleLink } from '../../../donga/links.ts';
import type { Headline } from '../../../model.ts';
import type { Target } from '../../../typeset/targets.ts';
import type { Step } from '../../state/effects.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { articleView, chosenTarget } from '../../view/layout/article.ts';
import { copyOf } from '../list/headline-actions.ts';
import { NO_LIST } from '../list/move-in-list.ts';
import { notify, push, putTop, stay, withEffects } from '../steps.ts';
import { intoSight } from './article-scroll.ts';
import { openArticle } from './open-article.ts';

/** The next link of all, brought into sight: the first one is the first in sight or below. */
export function stepLink(state: State, screen: ArticleScreen, by: 1 | -1): Step {
  const view = articleView(state, screen);
  const links = view.set.targets.flatMap(({ kind, row }, number) =>
    kind === 'link' ? [{ number, row }] : [],
  );
  if (links.length === 0) return noLinks(state, screen);
  // Movement does not continue from a link that was scrolled out of sight.
  const inSight = chosenTarget(state, screen) !== undefined;
  const chosen = inSight ? links.findIndex(({ number }) => number === screen.link) : -1;
  const ahead = links.findIndex(({ row }) => row >= view.top);
  const from = chosen >= 0 ? chosen + by : by > 0 ? Math.max(0, ahead) : -1;
  const { number, row } = links[(from + links.length) % links.length]!;
  return stay(putTop(state, intoSight(state, { ...screen, link: number }, row)));
}

export const noLinks = (state: State, { loading }: ArticleScreen): Step =>
  stay(notify(state, loading.kind === 'fetching' ? 'notice.links-later' : 'notice.no-links'));

/** Enter on a link; if none is chosen, says how one is. */
export function openLink(state: State, screen: ArticleScreen): Step {
  const target = chosenTarget(state, screen);
  if (target !== undefined) return openTarget(state, target);
  const isAny = articleView(state, screen).set.targets.some(({ kind }) => kind === 'link');
  return isAny ? stay(notify(state, 'notice.choose-link')) : noLinks(state, screen);
}

/** Goes to a target: an article of the paper opens here, any other link in the browser. */
export function openTarget(state: State, target: Target): Step {
  if (target.kind !== 'link') {
    const gathered = push(state, { kind: 'gathered', by: target, list: NO_LIST, search: null });
    return withEffects(gathered, { type: 'gather', by: target });
  }
  const headline = headlineBehind(target.url, target.title);
  return headline === null
    ? withEffects(state, { type: 'browser', url: target.url })
    : openArticle(state, headline);
}

/** `o`: the link that is chosen in the browser, else the article. */
export function openTargetOutside(state: State, screen: ArticleScreen): Step {
  return withEffects(state, { type: 'browser', url: addressOf(state, screen) });
}

/** `y`: the address of the link that is chosen, else of the article. */
export function copyTarget(state: State, screen: ArticleScreen): Step {
  const url = addressOf(state, screen);
  if (url !== screen.headline.url) return withEffects(state, { type: 'copy', url, text: url });
  const { title, publishedAt } = screen.article;
  return withEffects(state, copyOf(state, { ...screen.headline, title, publishedAt }));
}

function addressOf(state: State, screen: ArticleScreen): string {
  const target = chosenTarget(state, screen);
  return target?.kind === 'link' ? target.url : screen.headline.url;
}

/** The headline of an article of the paper by a link to it; null if it leads elsewhere. */
function headlineBehind(url: string, title: string): Headline | null {
  const link = articleLink(url);
  if (link === null) return null;
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
