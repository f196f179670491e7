/** Opening an article, and the answers to that. */
import { leadArticle } from '../../../lead.ts';
import type { Article, Bookmark, Headline } from '../../../model.ts';
import type { Effect, Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { ArticleScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { articleView } from '../../view/layout/article.ts';
import type { ListScreen } from '../../view/layout/list.ts';
import { headlineOf } from '../list/headline-actions.ts';
import { searchTexts } from '../list/list-search.ts';
import { newTicket, notify, push, putScreen, putTop, reasonOf, remark, stay, withEffects } from '../steps.ts';
import { TOP } from './article-scroll.ts';

/** Opens an article on top of the screens: the title and the lead at once, the rest when it comes. */
export function openArticle(state: State, headline: Headline): Step {
  const marked = newTicket(remark(state, new Set([headline.id]), { read: true }));
  const { id, url } = headline;
  const { ticket } = marked;
  const screen: ArticleScreen = {
    kind: 'article',
    headline: { ...headline, read: true },
    article: leadArticle(headline),
    loading: { kind: 'fetching' },
    corrections: null,
    related: [],
    place: TOP,
    search: null,
    link: null,
    follow: null,
    match: null,
    ticket,
  };
  return [
    push(marked, screen),
    [
      { type: 'open', headline: { id, url }, ticket, fresh: false, again: asksAgain(state) },
      ...(headline.bookmarked && !('note' in headline) ? [{ type: 'load-note', id } as const] : []),
    ],
  ];
}

/** Puts a bookmark's note and tags on the screens that show its article. */
export const noted = (state: State, { note, tags, id }: Bookmark): State => ({
  ...state,
  screens: state.screens.map((screen) =>
    screen.kind === 'article' && screen.headline.id === id
      ? { ...screen, headline: { ...screen.headline, note, tags } }
      : screen,
  ) as unknown as State['screens'],
});

/** Looks up the notes of open articles again. */
export const notesAgain = ({ screens }: State): Effect[] =>
  screens.flatMap((screen) =>
    screen.kind === 'article' && screen.headline.bookmarked
      ? [{ type: 'load-note', id: screen.headline.id } as const]
      : [],
  );

/** Whether pages are asked for again by themselves. */
const asksAgain = ({ edition, offline, settings }: State): boolean =>
  edition.kind === 'live' && !offline && !settings.metered;

/** Enter on a list: the article of the selected headline, or the search in full texts if nothing was found. */
export function openSelected(state: State, screen: ListScreen): Step {
  const headline = headlineOf(screen);
  if (headline === null) return searchTexts(state, screen) ?? stay(state);
  return openArticle(state, headline);
}

/** `r` in an article: its page again. */
export function refreshArticle(state: State, screen: ArticleScreen): Step {
  const asked = newTicket(state);
  const { ticket } = asked;
  const { id, url } = screen.headline;
  return withEffects(putTop(asked, { ...screen, loading: { kind: 'fetching' }, ticket }), {
    type: 'open',
    headline: { id, url },
    ticket,
    fresh: true,
    again: false,
  });
}

/**
 * Puts an article on the screen that waits for it, wherever in the stack; for a screen that was left, does
 * nothing.
 */
export function answered(state: State, event: Extract<Event, { type: 'kept' | 'opened' }>): State {
  const at = state.screens.findIndex((each) => each.kind === 'article' && each.ticket === event.ticket);
  const screen = state.screens[at];
  if (screen?.kind !== 'article') return state;
  const article = event.article ?? screen.article;
  if (event.type === 'kept') {
    const whole = article.source !== 'feed';
    return putScreen(state, at, {
      ...screen,
      article,
      corrections: event.corrections,
      place: event.place ?? screen.place,
      loading: whole ? { kind: 'whole' } : screen.loading,
    });
  }
  const { failure } = event;
  const loading: ArticleScreen['loading'] =
    failure === null || article.source !== 'feed' ? { kind: 'whole' } : { kind: 'lead-only', failure };
  const had = screen.article;
  const again = screen.loading.kind === 'fetching' && had.source !== 'feed';
  const shown = putScreen(
    state,
    at,
    settled(state, { ...screen, article, loading, corrections: event.corrections }),
  );
  if (failure === null && again && at === state.screens.length - 1) {
    return notify(shown, isSameText(had, article) ? 'notice.unchanged' : 'notice.changed');
  }
  if (failure === null || at !== state.screens.length - 1) return shown;
  const reason = reasonOf(state, failure);
  return loading.kind === 'whole'
    ? notify(shown, 'notice.not-refreshed', { reason }, 'alert')
    : notify(shown, 'notice.lead-only', { reason }, 'alert');
}

/** Puts related articles on the screen that waits for them. */
export function relatedFound(
  state: State,
  { ticket, headlines }: Extract<Event, { type: 'related' }>,
): State {
  const at = state.screens.findIndex((each) => each.kind === 'article' && each.ticket === ticket);
  const screen = state.screens[at];
  return screen?.kind === 'article' ? putScreen(state, at, { ...screen, related: headlines }) : state;
}

/** Whether a page that was asked for again has the same text; counts and trending lists may differ. */
function isSameText(one: Article, other: Article): boolean {
  const text = ({ title, kicker, deck, blocks, reporters, tags, updatedAt }: Article): string =>
    JSON.stringify([title, kicker, deck, blocks, reporters, tags, updatedAt]);
  return text(one) === text(other);
}

/** A chosen entry that the new text lacks is no longer chosen. */
function settled(state: State, screen: ArticleScreen): ArticleScreen {
  if (screen.link === null || screen.link < articleView(state, screen).set.targets.length) return screen;
  return { ...screen, link: null };
}
