/** The searches that were made and the commands that were typed, and going back to them while typing. */
import { fieldWith } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import { type State, topScreen } from '../../state/state.ts';
import { stay } from '../steps.ts';
import { fieldOf, typed } from './typing.ts';

/** Ctrl-p, Ctrl-n: the query or command before, or after; after the newest comes the text being typed. */
export function recallSearch(state: State, by: 1 | -1): Step {
  const field = fieldOf(state);
  const screen = topScreen(state);
  const isCommand = screen.kind === 'pipe';
  if (field === null || !(isCommand || 'search' in screen)) return stay(state);
  const { commands, recalled } = state;
  const searches = isCommand ? commands : state.searches;
  // A query that was changed since is a new one.
  const at = recalled !== null && searches[recalled.at] === field.text ? recalled.at : -1;
  const draft = at < 0 || recalled === null ? field.text : recalled.draft;
  const next = at + by;
  if (next >= searches.length || next < -1) return stay(state);
  const text = next < 0 ? draft : searches[next]!;
  return typed({ ...state, recalled: { at: next, draft } }, fieldWith(text));
}
