/** `c`: the corrections of an article. */
import type { Movement } from '../../input/keys.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { ChangesScreen, Screen } from '../../state/screens.ts';
import { type State, topScreen } from '../../state/state.ts';
import { changesPage } from '../../view/screens/changes.ts';
import { headlineOf } from '../list/headline-actions.ts';
import { movedTop } from '../move-page.ts';
import { notify, openingBy, push, putScreen, putTop, stay } from '../steps.ts';

/** Looks up the history of the headline on the screen. */
export function openChanges(state: State, screen: Screen): Step {
  const headline = headlineOf(screen);
  return headline === null ? stay(state) : openingBy(state, { type: 'history', id: headline.id });
}

/** The history came: it is shown if its headline is still the one that keys act on. */
export function historyCame(state: State, event: Extract<Event, { type: 'history' }>): State {
  const { id, history, count } = event;
  if (headlineOf(topScreen(state))?.id !== id) return state;
  if (history === null || history.changes.length === 0) return notify(state, 'notice.no-corrections');
  return push(state, { kind: 'changes', history, count, top: 0 });
}

export function moveInChanges(
  state: State,
  screen: ChangesScreen,
  movement: Movement,
  count: number | null,
): Step {
  return stay(
    putTop(state, { ...screen, top: movedTop(screen.top, movement, count, changesPage(state, screen)) }),
  );
}

/** The page of an open article was corrected: the new text is shown, and the reader's place stays. */
export function corrected(state: State, event: Extract<Event, { type: 'corrected' }>): State {
  const at = state.screens.findIndex((each) => each.kind === 'article' && each.ticket === event.ticket);
  const screen = state.screens[at];
  if (screen?.kind !== 'article') return state;
  const { article, corrections } = event;
  const shown = putScreen(state, at, { ...screen, article, corrections, link: null });
  return at === state.screens.length - 1 ? notify(shown, 'notice.corrected') : shown;
}
