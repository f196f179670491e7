/**
 * Keys that arrive before the results they are meant for. Over a slow line, or from a paste, `/갯벌⏎j⏎` comes
 * in one piece: keys behind Enter are meant for the results, not for the list still on screen. The same holds
 * for the day in one page while it is gathered, and for pages that come with an answer: corrections, the note and
 * tags of a bookmark, a story, what may be followed.
 */
import { hasHangul, keysOfHangul } from '../../../korean/keyboard.ts';
import { actionBehindIme, actionOf } from '../../input/keymap.ts';
import type { Step } from '../../state/effects.ts';
import { type KeyPress, type State, topScreen } from '../../state/state.ts';
import { andThen, stay } from '../steps.ts';

/** Keys held at most; more than a reader types before looking. */
const MOST_HELD = 1000;

/** Actions on the terminal, not on the list. */
const NEVER_HELD: ReadonlySet<string> = new Set(['quit', 'suspend', 'repaint']);

/** Actions that leave a page. */
const LEAVING: ReadonlySet<string> = new Set(['back', 'leave']);

/** Whether a key is about results that are still to come. */
export function waitsForResults(state: State, press: KeyPress): boolean {
  const screen = topScreen(state);
  if (state.opening !== null) return !isNeverHeld(state, press);
  if (screen.kind === 'day') return screen.day === null && !needsNoDay(state, press);
  if (!('list' in screen) || screen.search === null || screen.search.results === 'all') return false;
  if (isNeverHeld(state, press)) return false;
  const action = press.type === 'key' ? actionOf(state.keymap, 'typing', press.key) : null;
  if (state.held.length > 0) return true;
  // Leaving needs no results.
  if (action === 'cancel') return false;
  if (!screen.search.typing) return true;
  // Among the first results one may be chosen: it stays chosen when the others come.
  return screen.search.results === 'old' && (action === 'choice-down' || action === 'choice-up');
}

const isNeverHeld = ({ keymap }: State, press: KeyPress): boolean =>
  press.type === 'key' && NEVER_HELD.has(actionOf(keymap, 'typing', press.key) ?? '');

/** Whether a key means the same for any contents of the day: it leaves the page, and no key before it is held. */
function needsNoDay(state: State, press: KeyPress): boolean {
  if (press.type !== 'key') return false;
  const [typed = press.key] = hasHangul(press.key) ? keysOfHangul(press.key) : [];
  const find = typed === press.key ? actionOf : actionBehindIme;
  const action = find(state.keymap, 'day', typed);
  return action !== null && (NEVER_HELD.has(action) || (LEAVING.has(action) && state.held.length === 0));
}

export function hold(state: State, press: KeyPress): State {
  return state.held.length < MOST_HELD ? { ...state, held: [...state.held, press] } : state;
}

/** A page that was asked for is there, or will not come: keys that were meant for it are then dropped. */
export function pageSettled(state: State): State {
  const { opening, screens } = state;
  if (opening === null) return state;
  const isThere = screens.length > opening;
  return { ...state, opening: null, held: isThere ? state.held : [] };
}

/** Types the held keys, once nothing is waited for; the rest is held again if it begins another search. */
export function typeHeld(state: State, type: (state: State, press: KeyPress) => Step): Step {
  const [first] = state.held;
  if (first === undefined || waitsForResults({ ...state, held: [] }, first)) return stay(state);
  return state.held.reduce<Step>(
    (step, press) => andThen(step, (next) => type(next, press)),
    [{ ...state, held: [] }, []],
  );
}
