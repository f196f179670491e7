/** The help's own keys: scrolling, and a search in it. */

import type { Movement } from '../../input/keys.ts';
import { EMPTY, fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import type { HelpScreen, Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { helpMatches, helpPage } from '../../view/parts/help-rows.ts';
import { movedTop } from '../move-page.ts';
import { firstMatch, matchAfter } from '../step-match.ts';
import { notify, popTo, push, putTop, stay } from '../steps.ts';

/** `?`: the help, and back from it. */
export function openHelp(state: State, screen: Screen): Step {
  if (screen.kind === 'help') return popTo(state, state.screens.length - 1);
  return stay(push(state, { kind: 'help', top: 0, search: null, match: null }));
}

export function moveInHelp(state: State, screen: HelpScreen, movement: Movement, count: number | null): Step {
  const page = helpPage(state, screen);
  return stay(putTop(state, { ...screen, top: movedTop(page.top, movement, count, page) }));
}

/** `/`: begins a search, or goes back into the current one. */
export function beginHelpSearch(state: State, screen: HelpScreen): Step {
  const { top } = helpPage(state, screen);
  const search =
    screen.search === null
      ? { field: EMPTY, typing: true, before: top }
      : { field: fieldWith(screen.search.field.text), typing: true, before: top };
  return stay(putTop(state, { ...screen, search }));
}

/** The query changed: shows the first match from where the reader was. */
export function helpSearchTyped(state: State, screen: HelpScreen, field: TextField): Step {
  if (screen.search === null) return stay(state);
  const from = { ...screen, search: { ...screen.search, field }, top: screen.search.before };
  const page = helpPage(state, from);
  const matches = helpMatches(page, field.text);
  const match = firstMatch(matches, page.top);
  const found = matches[match];
  return stay(
    putTop(
      state,
      found === undefined ? { ...from, match: null } : intoSight(state, { ...from, match }, found.row),
    ),
  );
}

/** Enter: keys now go through the matches. With nothing typed the search is over. */
export function acceptHelpSearch(state: State, screen: HelpScreen): Step {
  if (screen.search === null) return stay(state);
  const query = screen.search.field.text.trim();
  if (query === '') return endHelpSearch(state, screen);
  const accepted = putTop(state, { ...screen, search: { ...screen.search, typing: false } });
  const found = helpMatches(helpPage(state, screen), query).length > 0;
  return stay(found ? accepted : notify(accepted, 'notice.no-match', { query }));
}

/** Esc: the first one ends typing at the reader's present place, the second one drops the search. */
export function endHelpSearch(state: State, screen: HelpScreen): Step {
  if (screen.search === null) return stay(state);
  const { field, typing } = screen.search;
  const search = typing && field.text.trim() !== '' ? { ...screen.search, typing: false } : null;
  return stay(putTop(state, { ...screen, search, match: search === null ? null : screen.match }));
}

/** `n`, `N`: the next match or the one before; without a search says that there is none. */
export function stepHelpMatch(state: State, screen: HelpScreen, by: number): Step {
  if (screen.search === null) return stay(notify(state, 'notice.search-first'));
  const query = screen.search.field.text;
  const page = helpPage(state, screen);
  const matches = helpMatches(page, query);
  if (matches.length === 0) return stay(notify(state, 'notice.no-match', { query: query.trim() }));
  const { match, wrapped } = matchAfter(matches, screen.match, by, { top: page.top, rows: page.height });
  const moved = putTop(state, intoSight(state, { ...screen, match }, matches[match]!.row));
  return stay(wrapped === null ? moved : notify(moved, wrapped));
}

/** Scrolls only if the row is out of sight, and then to the middle. */
function intoSight(state: State, screen: HelpScreen, row: number): HelpScreen {
  const { top, height, last } = helpPage(state, screen);
  if (row >= top && row < top + height) return screen;
  return { ...screen, top: Math.max(0, Math.min(last, row - Math.floor(height / 2))) };
}
