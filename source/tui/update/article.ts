/** An open article: moving in it by lines, searching it, and going on from it. */
import { leadArticle } from '../../donga/lead.ts';
import { type ArticleLink, parseLink } from '../../donga/links.ts';
import type { Headline, Place, TrendingLink } from '../../model.ts';
import { type ArticleView, articleView } from '../article-view.ts';
import { EMPTY, editorOn } from '../editor.ts';
import type { Step } from '../events.ts';
import type { Action } from '../keys.ts';
import type { ListScreen } from '../list.ts';
import { matchesIn } from '../matches.ts';
import type { ArticleScreen, Editor, State } from '../state.ts';
import { loadMore, nextUnread, PAGE, selectItem } from './lists.ts';
import {
  andThen,
  newTicket,
  notify,
  popTo,
  push,
  putScreen,
  putTop,
  remark,
  stay,
  withEffects,
} from './steps.ts';

const TOP: Place = { block: -1, offset: 0 };

/** Opens an article on top of what is there: the title and the lead at once, the rest when it comes. */
export function openArticle(state: State, headline: Headline): Step {
  const marked = newTicket(remark(state, new Set([headline.id]), { read: true }));
  const { id, url } = headline;
  const { ticket } = marked;
  const screen: ArticleScreen = {
    kind: 'article',
    headline: { ...headline, read: true },
    article: leadArticle(headline),
    loading: { kind: 'fetching' },
    place: TOP,
    search: null,
    link: null,
    match: null,
    ticket,
  };
  return [push(marked, screen), [{ type: 'open', headline: { id, url }, ticket, fresh: false }]];
}

/** The row that is `by` rows from the top one, brought to the top; no further than the ends. */
function scrollTo(screen: ArticleScreen, { set, lastTop }: ArticleView, row: number): ArticleScreen {
  const top = Math.max(0, Math.min(lastTop, row));
  return { ...screen, place: set.places[top] ?? TOP };
}

/** A movement in the article on top; null where the action is none. */
export function moveInArticle(
  state: State,
  screen: ArticleScreen,
  action: Action,
  count: number | null,
): Step | null {
  const view = articleView(state, screen);
  const times = count ?? 1;
  // A page keeps a line of the one before, so that the eye finds its place.
  const page = Math.max(1, view.rows - 1);
  const half = Math.max(1, Math.floor(view.rows / 2));
  const rows: Partial<Record<Action, number>> = {
    down: view.top + times,
    up: view.top - times,
    'half-down': view.top + half * times,
    'half-up': view.top - half * times,
    'page-down': view.top + page * times,
    'page-up': view.top - page * times,
    first: times - 1,
    last: count === null ? view.lastTop : count - 1,
  };
  const row = rows[action];
  return row === undefined ? null : stay(putTop(state, scrollTo(screen, view, row)));
}

/** The next entry of 지금 뜨는 뉴스, brought into sight. */
function stepLink(state: State, screen: ArticleScreen, by: number): Step {
  const { links } = articleView(state, screen).set;
  if (links.length === 0) return stay(notify(state, 'notice.no-links'));
  const from = screen.link ?? (by > 0 ? -1 : 0);
  const link = (from + by + links.length) % links.length;
  return stay(putTop(state, intoSight(state, { ...screen, link }, links[link]!.row)));
}

/** Scrolls only where the row is out of sight, and then to the middle. */
function intoSight(state: State, screen: ArticleScreen, row: number): ArticleScreen {
  const view = articleView(state, screen);
  if (row >= view.top && row < view.top + view.rows) return screen;
  return scrollTo(screen, view, row - Math.floor(view.rows / 2));
}

/** Enter on an entry: an article of the paper opens here, anything else in the browser. */
function openLink(state: State, screen: ArticleScreen): Step {
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

/** The list that articles were opened from: the nearest one below. */
function listBelow(state: State): { readonly index: number; readonly screen: ListScreen } {
  const index = state.screens.findLastIndex(({ kind }) => kind === 'headlines' || kind === 'bookmarks');
  return { index, screen: state.screens[index] as ListScreen };
}

/** Goes from the article to another one of the list below it, which selects it. */
function toNeighbour(state: State, choose: (onList: State, screen: ListScreen) => Step): Step {
  const { index } = listBelow(state);
  return andThen(popTo(state, index + 1), (onList) => {
    const before = onList.screens[index] as ListScreen;
    return andThen(choose(onList, before), (chosen) => {
      const { list } = chosen.screens[index] as ListScreen;
      const headline = list.items[list.selected]?.headline;
      return list.selected === before.list.selected || headline === undefined
        ? stay(chosen)
        : openArticle(chosen, headline);
    });
  });
}

/** `n`, `N` without a search, and `.`: a neighbour in the list the article was opened from. */
function stepArticle(state: State, action: 'next' | 'previous' | 'next-unread', count: number | null): Step {
  const { index, screen } = listBelow(state);
  const by = (action === 'previous' ? -1 : 1) * (count ?? 1);
  if (action === 'next-unread') {
    const unread = nextUnread(
      putScreen({ ...state, screens: onlyTo(state, index) }, index, screen),
      screen,
      count,
    );
    const { list } = unread[0].screens[index] as ListScreen;
    // Nothing found here, or not loaded yet: the article stays open meanwhile.
    if (list.selected === screen.list.selected) return [{ ...state, notice: unread[0].notice }, unread[1]];
    return toNeighbour(state, (onList, below) => nextUnread(onList, below, count));
  }
  const wanted = screen.list.selected + by;
  if (wanted < 0) return stay(notify(state, 'notice.no-previous'));
  if (wanted >= screen.list.items.length) {
    const more = loadMore(screen, PAGE, { action, count });
    return more === null ? stay(notify(state, 'notice.no-next')) : withEffects(state, more);
  }
  return toNeighbour(state, (onList, below) =>
    stay(putScreen(onList, index, selectItem(onList, below, wanted))),
  );
}

const onlyTo = (state: State, index: number): State['screens'] =>
  state.screens.slice(0, index + 1) as unknown as State['screens'];

/** The keys that are an article's own; null for another. */
export function actOnArticle(
  state: State,
  screen: ArticleScreen,
  action: Action,
  count: number | null,
): Step | null {
  switch (action) {
    case 'open':
      return openLink(state, screen);
    case 'next-link':
      return stepLink(state, screen, 1);
    case 'previous-link':
      return stepLink(state, screen, -1);
    case 'next':
    case 'previous':
      return screen.search === null
        ? stepArticle(state, action, count)
        : stepMatch(state, screen, (action === 'next' ? 1 : -1) * (count ?? 1));
    case 'next-unread':
      return stepArticle(state, action, count);
    case 'refresh': {
      const asked = newTicket(state);
      const { id, url } = screen.headline;
      const { ticket } = asked;
      return withEffects(putTop(asked, { ...screen, loading: { kind: 'fetching' }, ticket }), {
        type: 'open',
        headline: { id, url },
        ticket,
        fresh: true,
      });
    }
    case 'search': {
      const search =
        screen.search === null
          ? { editor: EMPTY, typing: true, before: screen.place }
          : { ...screen.search, editor: editorOn(screen.search.editor.text), typing: true };
      return stay(putTop(state, { ...screen, search }));
    }
    default:
      return null;
  }
}

/** The query changed: the first match from where the reader was is shown. */
export function articleSearchTyped(state: State, screen: ArticleScreen, editor: Editor): Step {
  if (screen.search === null) return stay(state);
  const search = { ...screen.search, editor };
  const from = { ...screen, search, place: search.before as Place };
  const view = articleView(state, from);
  const matches = matchesIn(view.set, editor.text);
  const ahead = matches.findIndex(({ row }) => row >= view.top);
  const match = Math.max(0, ahead);
  const found = matches[match];
  return stay(
    putTop(
      state,
      found === undefined ? { ...from, match: null } : intoSight(state, { ...from, match }, found.row),
    ),
  );
}

export function acceptArticleSearch(state: State, screen: ArticleScreen): Step {
  if (screen.search === null) return stay(state);
  const { editor } = screen.search;
  if (editor.text.trim() === '') return endArticleSearch(state, screen);
  const accepted = putTop(state, { ...screen, search: { ...screen.search, typing: false } });
  const found = matchesIn(articleView(state, screen).set, editor.text).length > 0;
  return stay(found ? accepted : notify(accepted, 'notice.no-match', { query: editor.text.trim() }));
}

/** Esc: back to the line the search began at. */
export function endArticleSearch(state: State, screen: ArticleScreen): Step {
  if (screen.search === null) return stay(state);
  return stay(putTop(state, { ...screen, search: null, match: null, place: screen.search.before as Place }));
}

/** The next match or the one before, from the match gone to where it is in sight, else from what is. */
function stepMatch(state: State, screen: ArticleScreen, by: number): Step {
  const query = screen.search?.editor.text ?? '';
  const view = articleView(state, screen);
  const matches = matchesIn(view.set, query);
  if (matches.length === 0) return stay(notify(state, 'notice.no-match', { query: query.trim() }));
  const gone = screen.match === null ? undefined : matches[screen.match]?.row;
  const inSight = gone !== undefined && gone >= view.top && gone < view.top + view.rows;
  // Matches on one row are one stop: nothing would be seen to happen between them.
  const stops = matches.flatMap(({ row }, index) =>
    row === matches[index - 1]?.row ? [] : [{ row, index }],
  );
  const from = inSight ? gone : by > 0 ? view.top - 1 : view.top;
  const ahead = stops.findIndex(({ row }) => row > from);
  const first = by > 0 ? (ahead < 0 ? stops.length : ahead) : stops.findLastIndex(({ row }) => row < from);
  const wanted = first + by - Math.sign(by);
  const stop = stops[((wanted % stops.length) + stops.length) % stops.length]!;
  const moved = putTop(state, intoSight(state, { ...screen, match: stop.index }, stop.row));
  if (wanted >= 0 && wanted < stops.length) return stay(moved);
  return stay(notify(moved, by > 0 ? 'notice.wrapped' : 'notice.wrapped-back'));
}
