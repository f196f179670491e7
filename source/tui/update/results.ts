/** What happens that no key does: answers, the clock, another size. */
import { Failure, type FailureCode } from '../../failure.ts';
import type { Headline } from '../../model.ts';
import { articleView } from '../article-view.ts';
import type { Effect, Event, GoOn, Step } from '../events.ts';
import type { Action } from '../keys.ts';
import { keepVisible, type ListScreen, listGeometry, replaceItems } from '../list.ts';
import type { ArticleScreen, HeadlinesScreen, ListItem, Screen, SectionTab, State } from '../state.ts';
import { reload, tabOf } from './headlines.ts';
import { remember } from './items.ts';
import { loadedFrom, NO_LIST } from './lists.ts';
import { notify, putScreen, reasonOf, remark, stay, withEffects } from './steps.ts';

type Happening = Exclude<Event, { type: 'key' | 'paste' }>;
type Act = (state: State, action: Action, count: number | null) => Step;

/** What says that no server was reached at all: with nothing archived the sample edition is opened. */
const NO_CONNECTION: readonly FailureCode[] = ['offline', 'unreachable', 'timeout', 'bad-certificate'];

const MINUTE = 60_000;

export function happened(state: State, event: Happening, act: Act): Step {
  switch (event.type) {
    case 'resize':
      return stay(resized({ ...state, size: event.size }));
    case 'tick':
      return ticked(state, event.now);
    case 'loaded':
      return loaded(state, event, act);
    case 'bookmarks':
      return stay(bookmarksLoaded(state, event.bookmarks));
    case 'found':
      return stay(found(state, event));
    case 'sections':
      return stay(withFacts(state, event.facts));
    case 'changed':
      return withEffects(state, { type: 'load-sections' }, ...reloads(state));
    case 'kept':
    case 'opened':
      return stay(answered(state, event));
    case 'refreshing':
      return stay(withTab(state, event.section, { refreshing: true }));
    case 'refreshed':
      return refreshed(state, event);
    case 'refreshed-all':
      return stay(toldOfFailures(state, event));
    case 'waited':
      return event.empty && state.edition.kind === 'live'
        ? withEffects(state, { type: 'open-sample', why: new Failure('timeout') })
        : stay(state);
    case 'edition':
      return editionOpened(state, event.edition);
    case 'live-arrived':
      return stay(notify(state, 'notice.live-arrived'));
    case 'live-failed':
      return stay(
        notify(withTab(state, state.screens[0].section, { refreshing: false }), 'notice.live-failed', {
          reason: reasonOf(state, event.failure),
        }),
      );
    case 'marked':
      return [marked(state, event), [{ type: 'load-sections' }]];
    case 'bookmarked': {
      const { id, undoing } = event;
      const done = remark(state, new Set([id]), { bookmarked: true });
      return withBookmarks(
        undoing
          ? notify(done, 'notice.undone')
          : notify(remember(done, { kind: 'bookmark', id }), 'notice.bookmarked'),
      );
    }
    case 'unbookmarked': {
      const { id, bookmark, undoing } = event;
      const done = remark(state, new Set([id]), { bookmarked: false });
      if (bookmark === null) return withBookmarks(done);
      return withBookmarks(
        undoing
          ? notify(done, 'notice.undone')
          : notify(remember(done, { kind: 'unbookmark', bookmark }), 'notice.unbookmarked'),
      );
    }
    case 'bookmark-failed': {
      const { id, bookmarked, failure } = event;
      return stay(failed(remark(state, new Set([id]), { bookmarked }), failure));
    }
    case 'notice':
      return stay(notify(state, event.key, event.params, event.tone));
    case 'failed':
      return stay(failed(state, event.failure));
  }
}

function failed(state: State, failure: Failure): State {
  return notify(state, failure.messageKey, failure.details, 'alert');
}

/** Lists keep the selected headline in sight; an article's place finds its line by itself. */
function resized(state: State): State {
  return state.screens.reduce((next, screen, index) => {
    if (screen.kind !== 'headlines' && screen.kind !== 'bookmarks') return next;
    const list = keepVisible(screen.list, listGeometry(next, screen), next.hanja);
    return putScreen(next, index, { ...screen, list });
  }, state);
}

/** A minute that is over changes ages; between two of them nothing on screen would. */
function ticked(state: State, now: number): Step {
  const expired = state.notice !== null && now >= state.notice.until;
  const sameMinute = Math.floor(now / MINUTE) === Math.floor(state.now / MINUTE);
  const next = sameMinute && !expired ? state : { ...state, now, notice: expired ? null : state.notice };
  return withEffects(next, { type: 'look' });
}

const asItems = (headlines: readonly Headline[]): ListItem[] =>
  headlines.map((headline) => ({ headline, matches: [] }));

function loaded(state: State, event: Extract<Event, { type: 'loaded' }>, act: Act): Step {
  const screen = state.screens[0];
  // What was asked for another section, or for read and unread alike, is no longer wanted.
  if (screen.section !== event.section || screen.unreadOnly !== event.unreadOnly) return stay(state);
  if (screen.search !== null) return stay(state);
  const next =
    event.offset === 0
      ? putScreen(state, 0, replaced(state, screen, event))
      : event.offset === loadedFrom(screen)
        ? putScreen(state, 0, appended(screen, event))
        : state;
  return event.goOn === null ? stay(next) : resume(next, event.goOn, act);
}

const resume = (state: State, { action, count }: GoOn, act: Act): Step => act(state, action, count);

function replaced(
  state: State,
  screen: HeadlinesScreen,
  { headlines, complete }: { readonly headlines: readonly Headline[]; readonly complete: boolean },
): HeadlinesScreen {
  const geometry = listGeometry(state, screen);
  const left = screen.left[screen.section];
  if (screen.list.items.length === 0) {
    const items = asItems(headlines);
    const at = left === undefined ? -1 : headlines.findIndex(({ id }) => id === left.id);
    const selected = Math.max(0, at);
    const top = Math.max(0, selected - (left?.row ?? 0));
    return {
      ...screen,
      list: keepVisible({ items, complete, selected, top }, geometry, state.hanja),
    };
  }
  const items = asItems(screen.unreadOnly ? withSelected(screen, headlines) : headlines);
  return { ...screen, list: replaceItems(screen.list, items, complete, geometry, state.hanja) };
}

/** The selected headline, read meanwhile, is not taken away from under the reader. */
function withSelected({ list }: HeadlinesScreen, headlines: readonly Headline[]): readonly Headline[] {
  const selected = list.items[list.selected]?.headline;
  if (selected === undefined || !selected.read || headlines.some(({ id }) => id === selected.id)) {
    return headlines;
  }
  const time = selected.publishedAt ?? '';
  const after = headlines.findIndex(({ publishedAt }) => (publishedAt ?? '') < time);
  return headlines.toSpliced(after < 0 ? headlines.length : after, 0, selected);
}

function appended(
  screen: HeadlinesScreen,
  { headlines, complete }: { readonly headlines: readonly Headline[]; readonly complete: boolean },
): HeadlinesScreen {
  const known = new Set(screen.list.items.map(({ headline }) => headline.id));
  const items = [...screen.list.items, ...asItems(headlines.filter(({ id }) => !known.has(id)))];
  return { ...screen, list: { ...screen.list, items, complete } };
}

function bookmarksLoaded(state: State, bookmarks: readonly Headline[]): State {
  const at = state.screens.findIndex(({ kind }) => kind === 'bookmarks');
  const screen = state.screens[at];
  if (screen?.kind !== 'bookmarks' || screen.search !== null) return state;
  const geometry = listGeometry(state, screen);
  const list = replaceItems(screen.list, asItems(bookmarks), true, geometry, state.hanja);
  return putScreen(state, at, { ...screen, list });
}

/** Results for the query as it is now; for an earlier one they come too late. */
function found(state: State, event: Extract<Event, { type: 'found' }>): State {
  const at = state.screens.findIndex(({ kind }) => kind === event.where);
  const screen = state.screens[at] as ListScreen | undefined;
  if (screen?.search == null || screen.search.editor.text.trim() !== event.query) return state;
  const list = { items: event.items, complete: true, selected: 0, top: 0 };
  return putScreen(state, at, { ...screen, list });
}

function withFacts(state: State, facts: Extract<Event, { type: 'sections' }>['facts']): State {
  const byName = new Map(facts.map((fact) => [fact.name, fact]));
  const renew = (tab: SectionTab): SectionTab => ({ ...tab, ...byName.get(tab.name) });
  return { ...state, sections: state.sections.map(renew), moreSections: state.moreSections.map(renew) };
}

function withTab(state: State, name: string, change: Partial<SectionTab>): State {
  const renew = (tab: SectionTab): SectionTab => (tab.name === name ? { ...tab, ...change } : tab);
  return { ...state, sections: state.sections.map(renew), moreSections: state.moreSections.map(renew) };
}

/** What shows kept things is loaded again; a search keeps what it found. */
function reloads(state: State): Effect[] {
  return state.screens.flatMap((screen): Effect[] => {
    if (screen.kind === 'headlines') return screen.search === null ? [reload(screen)] : [];
    return screen.kind === 'bookmarks' ? [{ type: 'load-bookmarks' }] : [];
  });
}

/** An article for the screen that waits for it, wherever in the stack; for one that was left, nothing. */
function answered(state: State, event: Extract<Event, { type: 'kept' | 'opened' }>): State {
  const at = state.screens.findIndex((each) => each.kind === 'article' && each.ticket === event.ticket);
  const screen = state.screens[at];
  if (screen?.kind !== 'article') return state;
  const article = event.article ?? screen.article;
  if (event.type === 'kept') {
    const whole = article.source !== 'feed';
    return putScreen(state, at, {
      ...screen,
      article,
      place: event.place ?? screen.place,
      loading: whole ? { kind: 'whole' } : screen.loading,
    });
  }
  const { failure } = event;
  const loading: ArticleScreen['loading'] =
    failure === null || article.source !== 'feed' ? { kind: 'whole' } : { kind: 'lead-only', failure };
  const shown = putScreen(state, at, settled(state, { ...screen, article, loading }));
  if (failure === null || at !== state.screens.length - 1) return shown;
  const reason = reasonOf(state, failure);
  return loading.kind === 'whole'
    ? notify(shown, 'notice.not-refreshed', { reason }, 'alert')
    : notify(shown, 'notice.lead-only', { reason }, 'alert');
}

/** An entry that the new text does not have is no longer chosen. */
function settled(state: State, screen: ArticleScreen): ArticleScreen {
  if (screen.link === null || screen.link < articleView(state, screen).set.links.length) return screen;
  return { ...screen, link: null };
}

function refreshed(state: State, event: Extract<Event, { type: 'refreshed' }>): Step {
  const { done, asked, empty } = event;
  const { section, added, failure } = done;
  const quiet = withTab(state, section, { refreshing: false });
  const first = quiet.screens[0];
  const shown = first.section === section;
  const effects: Effect[] = [{ type: 'load-sections' }];
  if (failure !== null) {
    if (empty && quiet.edition.kind === 'live' && NO_CONNECTION.includes(failure.code)) {
      return [quiet, [...effects, { type: 'open-sample', why: failure }]];
    }
    if (!shown) return [quiet, effects];
    const params = { label: tabOf(quiet, section)?.label ?? section, reason: reasonOf(quiet, failure) };
    return [notify(quiet, 'notice.section-failed', params, 'alert'), effects];
  }
  const lists = (shown || (first.section === 'total' && added > 0)) && first.search === null;
  if (lists) effects.push(reload(first));
  // On a first start everything is new: that needs no telling.
  const tell = shown && first.list.items.length > 0 && (added > 0 || asked);
  return [tell ? notify(quiet, 'notice.refreshed', { added }) : quiet, effects];
}

/** One line for the sections that failed, but for the one on screen, which has told of itself. */
function toldOfFailures(state: State, { done }: Extract<Event, { type: 'refreshed-all' }>): State {
  const others = done.filter(
    ({ section, failure }) => failure !== null && section !== state.screens[0].section,
  );
  const failure = others[0]?.failure;
  if (failure == null || state.notice !== null || state.edition.kind === 'sample') return state;
  const params = { count: others.length, reason: reasonOf(state, failure) };
  return notify(state, 'notice.sections-failed', params, 'alert');
}

/** Another edition: everything begins anew, but for where the reader was. */
function editionOpened(state: State, edition: State['edition']): Step {
  const { section, unreadOnly } = state.screens[0];
  const first: HeadlinesScreen = {
    kind: 'headlines',
    section,
    list: NO_LIST,
    unreadOnly,
    search: null,
    left: {},
  };
  const forget = (tab: SectionTab): SectionTab => ({
    ...tab,
    unread: 0,
    refreshedAt: null,
    refreshing: false,
    failure: null,
  });
  const sections = state.sections.map(forget);
  const next: State = {
    ...state,
    edition,
    sections,
    moreSections: state.moreSections.map(forget),
    screens: [first],
    undo: [],
    notice: null,
  };
  return withEffects(
    next,
    reload(first),
    { type: 'load-sections' },
    {
      type: 'refresh',
      sections: [section, ...sections.map(({ name }) => name).filter((name) => name !== section)],
      asked: false,
    },
  );
}

function marked(state: State, event: Extract<Event, { type: 'marked' }>): State {
  const { ids, read, undoing } = event;
  const done = remark(state, new Set(ids), { read });
  if (undoing) return notify(done, 'notice.undone');
  if (ids.length === 0) return read ? notify(done, 'notice.all-read') : done;
  const params = { count: ids.length };
  const remembered = remember(done, { kind: 'read', ids, read: !read });
  return notify(remembered, read ? 'notice.marked-read' : 'notice.marked-unread', params);
}

function withBookmarks(state: State): Step {
  const open = state.screens.some(({ kind }: Screen) => kind === 'bookmarks');
  return open ? withEffects(state, { type: 'load-bookmarks' }) : stay(state);
}
