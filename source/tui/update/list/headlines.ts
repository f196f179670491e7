/** The first screen: which section it shows, and how. */

import { isRecent, MINUTE } from '../../../clock.ts';
import { FOLLOWING, FOLLOWING_AT } from '../../../sections.ts';
import { hasInterests, type WatchWords } from '../../../watch-words.ts';
import type { Effect, Step } from '../../state/effects.ts';
import { allOf } from '../../state/folding.ts';
import type { HeadlinesScreen } from '../../state/screens.ts';
import { type State, tabOf } from '../../state/state.ts';
import { andThen, notify, popTo, putScreen, stay, withEffects } from '../steps.ts';
import { NO_LIST, PAGE } from './move-in-list.ts';
import { searchEffect } from './search-effect.ts';

/** A section this old, in ms, is asked for again when the reader goes to it. */
const STALE = 5 * MINUTE;
/** A section that failed is not asked for again for this long, in ms, unless a key asks. */
const LET_ALONE = MINUTE;

/** The effect that loads a section's list again; `until` is a headline that has to be in it. */
export function reload(
  screen: Pick<HeadlinesScreen, 'section' | 'unreadOnly' | 'withMuted' | 'list'>,
  until: string | null = screen.list.items[screen.list.selected]?.headline.id ?? null,
): Effect {
  const { section, unreadOnly, withMuted, list } = screen;
  return {
    type: 'load',
    section,
    unreadOnly,
    withMuted,
    offset: 0,
    limit: Math.max(PAGE, allOf(list).length),
    until,
    goOn: null,
  };
}

/** Goes to a section from any place: its list as it was left, asked for again if it is old. */
export function toSection(state: State, name: string): Step {
  return andThen(popTo(state, 1), (first) => {
    const from = first.screens[0];
    const list = from.search === null || !('items' in from.search.before) ? from.list : from.search.before;
    const selected = list.items[list.selected];
    const left =
      selected === undefined
        ? from.left
        : {
            ...from.left,
            [from.section]: {
              id: selected.headline.id,
              row: list.top === 0 ? null : list.selected - list.top,
            },
          };
    const screen = { ...from, section: name, list: NO_LIST, muted: 0, search: null, left };
    const shown = putScreen(intoBar(first, name), 0, screen);
    const effects: Effect[] = [reload(screen, left[name]?.id ?? null)];
    // A section that could never be had is empty: it is tried again whenever the reader comes to it.
    const { lastFailure = null, refreshedAt = null, refreshing = false } = tabOf(shown, name) ?? {};
    const isNeverHad = lastFailure !== null && refreshedAt === null && !refreshing && !state.offline;
    if (isNeverHad || isStale(shown, name)) {
      effects.push({ type: 'refresh', sections: [name], asked: isNeverHad });
    }
    return [shown, effects];
  });
}

/** A section that is chosen joins the bar for this run; the followed headlines at their place of every run. */
export function intoBar(state: State, name: string): State {
  const tab = state.moreSections.find((more) => more.name === name);
  if (tab === undefined) return state;
  const at = name === FOLLOWING.name ? FOLLOWING_AT : state.sections.length;
  return {
    ...state,
    sections: state.sections.toSpliced(at, 0, tab),
    moreSections: state.moreSections.filter((more) => more !== tab),
  };
}

/** Words that another program or the sample edition brought have the section of followed headlines in the bar too. */
export const withFollowing = (state: State, words: WatchWords): State =>
  hasInterests(words) && !hasInterests(state.words) ? intoBar(state, FOLLOWING.name) : state;

function isStale(state: State, name: string): boolean {
  const tab = tabOf(state, name);
  if (tab === undefined || tab.refreshing || state.offline) return false;
  const failed = isRecent(tab.lastFailure?.at ?? null, state.now, LET_ALONE);
  return !failed && !isRecent(tab.refreshedAt, state.now, STALE);
}

/** The next section of the bar, or another by `by` steps; the bar is a ring. */
export function stepSection(state: State, by: number): Step {
  const { sections, screens } = state;
  const at = sections.findIndex(({ name }) => name === screens[0].section);
  const next = sections[(((at + by) % sections.length) + sections.length) % sections.length];
  return next === undefined ? stay(state) : toSection(state, next.name);
}

/** Asks for feeds after a key. In the sample edition it tries the real one. */
export function refresh(state: State, sections: readonly string[]): Step {
  if (state.edition.kind === 'sample' && state.edition.why !== 'demo') {
    return withEffects(state, { type: 'try-live', section: state.screens[0].section });
  }
  // The section of watched headlines has no feed.
  const feeds = sections.filter((name) => name !== FOLLOWING.name);
  return withEffects(state, { type: 'refresh', sections: feeds, asked: true });
}

/** `:`: unread headlines only, or all; of the results during a search. */
export function toggleUnreadOnly(state: State, screen: HeadlinesScreen): Step {
  const unreadOnly = !screen.unreadOnly;
  const changed = { ...screen, unreadOnly };
  return [
    notify(putScreen(state, 0, changed), unreadOnly ? 'notice.unread-only' : 'notice.all-shown'),
    [
      screen.search === null
        ? reload(changed)
        : searchEffect(state, changed, screen.search.field.text.trim()),
    ],
  ];
}

/** Shows muted headlines, or hides them again. */
export function toggleMuted(state: State, screen: HeadlinesScreen): Step {
  if (screen.muted === 0 && !screen.withMuted) return stay(notify(state, 'notice.nothing-muted'));
  const changed = { ...screen, withMuted: !screen.withMuted };
  return [
    notify(putScreen(state, 0, changed), changed.withMuted ? 'notice.muted-shown' : 'notice.muted-hidden', {
      count: screen.muted,
    }),
    [reload(changed)],
  ];
}
