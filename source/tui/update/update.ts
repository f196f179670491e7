/** The next state of the full screen, and the effects to run for it. Pure: no clock, no network, no terminal. */
import { hasHangul, keysOfHangul, latinToHangul } from '../../korean/keyboard.ts';
import { say } from '../../messages/index.ts';
import { actionAnywhere, actionBehindIme, actionOf } from '../input/keymap.ts';
import { type Action, KEYS, type KeyContext, keyName } from '../input/keys.ts';
import { commandBehindIme, commandOf } from '../input/own-commands.ts';
import type { Step } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import { type KeyPress, type State, topScreen } from '../state/state.ts';
import { act } from './actions.ts';
import { happened } from './answers.ts';
import { endFollow, followed, followKey } from './article/follow.ts';
import { previewEffects } from './desk.ts';
import { pick } from './follow-this.ts';
import { hold, typeHeld, waitsForResults } from './input/held-keys.ts';
import { moused } from './input/mouse.ts';
import { fieldOf, textOf, type } from './input/typing.ts';
import { runNamed } from './list/hand-over.ts';
import { photoEffects } from './photos.ts';
import { leavingEffects } from './screens.ts';
import { andThen, notify, stay, withoutNotice } from './steps.ts';

/** The largest number that can stand before a movement. */
const MOST = 99_999;

/**
 * @param now when the event happened, in ms since the epoch. An event without effect leaves the state's time
 * unchanged.
 */
export function update(state: State, event: Event, now: number): Step {
  // A tick's own step sets the time, if the new time changes anything.
  const then = event.type === 'tick' || now === state.now ? state : { ...state, now };
  const [next, effects] = take(then, event);
  return [
    next === then ? state : next,
    [...effects, ...photoEffects(then, next), ...previewEffects(then, next), ...leavingEffects(then, next)],
  ];
}

function take(state: State, event: Event): Step {
  switch (event.type) {
    case 'key':
    case 'paste':
      return waitsForResults(state, event) ? stay(hold(state, event)) : typed(state, event);
    case 'mouse':
      return moused(unlessHint(state.chosen ? state : { ...state, chosen: true }), event, actOnTop);
    default:
      return andThen(happened(state, event, actOnTop), (next) => typeHeld(next, take));
  }
}

function typed(state: State, event: KeyPress): Step {
  if (event.type === 'paste') return paste(unlessHint(state), event.text);
  return press(unlessHint(state.chosen ? state : { ...state, chosen: true }), event.key);
}

/** A notice goes with the next key, but for the hint on the IME: who holds a key down would never see it. */
function unlessHint(state: State): State {
  return state.notice === null || state.notice.key === 'notice.ime' ? state : withoutNotice(state);
}

/** The context of the next key: the text being entered, or the screen on top. */
export function contextOf(state: State): KeyContext {
  if (fieldOf(state) !== null) return 'typing';
  const { kind } = topScreen(state);
  if (kind === 'gathered') return 'bookmarks';
  return kind === 'sections' || kind === 'edit' || kind === 'pipe' ? 'typing' : kind;
}

function press(before: State, key: string, find = actionOf): Step {
  if (before.numbered && /^\d$/.test(key) && fieldOf(before) === null) return stay(before);
  const state = before.numbered ? { ...before, numbered: false } : before;
  const following = followed(state);
  if (following !== null) {
    return followKey(state, following, key) ?? press(endFollow(state, following), key);
  }
  const top = topScreen(state);
  // A choice is picked by its number at once.
  if (top.kind === 'pick' && /^[1-9]$/.test(key))
    return pick({ ...state, numbered: true }, top, Number(key) - 1);
  const field = fieldOf(state);
  if (field !== null) {
    const action = actionOf(state.keymap, 'typing', key);
    const text = textOf(state, key);
    if (action !== null) return actOnTop(state, action, null);
    return text === null ? stay(state) : type(state, field, text);
  }
  return hasHangul(key) ? pressHangul(state, key) : command(state, key, find);
}

/**
 * Hangul where keys are commands: presses the keys that were typed for it, in their order, and shows a hint
 * once.
 */
function pressHangul(state: State, text: string): Step {
  const [first = '', ...rest] = keysOfHangul(text);
  const meant = actionBehindIme(state.keymap, contextOf(state), first) !== null;
  const begun = command(state, first, actionBehindIme);
  const pressed = pressRest(begun, rest);
  if (state.imeHinted || !meant) return pressed;
  return andThen(pressed, (next) => {
    const hinted = { ...next, imeHinted: true };
    return stay(next.notice === null ? notify(hinted, 'notice.ime') : hinted);
  });
}

/** Presses keys one after the other. As soon as one of them opens a prompt, the others are its text: in Hangul, as they were typed. */
function pressRest(begun: Step, keys: readonly string[]): Step {
  const [key, ...rest] = keys;
  if (key === undefined) return begun;
  const field = fieldOf(begun[0]);
  const text = latinToHangul(keys.join(''));
  if (field !== null) return andThen(begun, (next) => type(next, field, text));
  // A page that is still to come may be a prompt too.
  const waiting = { type: 'key', key: text } as const;
  if (waitsForResults(begun[0], waiting)) return andThen(begun, (next) => stay(hold(next, waiting)));
  return pressRest(
    andThen(begun, (next) => press(next, key, actionBehindIme)),
    rest,
  );
}

function command(state: State, key: string, find = actionOf): Step {
  if (/^\d$/.test(key) && (key !== '0' || state.count !== null)) {
    return stay({ ...state, count: Math.min(MOST, (state.count ?? 0) * 10 + Number(key)) });
  }
  const uncounted = state.count === null ? state : { ...state, count: null };
  const context = contextOf(state);
  const { commands } = state.settings;
  const own =
    find === actionBehindIme
      ? commandBehindIme(commands, key, state.keymap, context)
      : commandOf(commands, key);
  const run = runNamed(uncounted, own);
  if (run !== null) return run;
  const action = find(state.keymap, context, key);
  const step = action === null ? stay(uncounted) : actOnTop(uncounted, action, state.count);
  // A key that only drops a typed number has done something; Esc is pressed to be sure where one is.
  return state.count === null && key !== 'esc' && isNothing(uncounted, step, action)
    ? stay(nothingHere(uncounted, key, action))
    : step;
}

/** Whether a step changes nothing. A movement may end where it began. */
function isNothing(before: State, [after, effects]: Step, action: Action | null): boolean {
  if (effects.length > 0 || KEYS.find((entry) => entry.action === action)?.category === 'move') return false;
  return (Object.keys(after) as (keyof State)[]).every((part) => after[part] === before[part]);
}

/** A notice about a key that has nothing to do on this screen, by its action or else by that on other screens. */
function nothingHere(state: State, key: string, action: Action | null): State {
  if (action === 'back') return notify(state, 'notice.first-screen');
  const entry = KEYS.find((each) => each.action === (action ?? actionAnywhere(state.keymap, key)));
  if (entry === undefined) return notify(state, 'notice.no-such-key');
  const params = { key: keyName(key), does: say(state.language, entry.description) };
  return notify(state, 'notice.nothing-here', params);
}

/** Text pasted where keys are commands does nothing: it was not meant as keys. */
function paste(state: State, text: string): Step {
  const field = fieldOf(state);
  return field === null ? stay(state) : type(state, field, text);
}

/** Does an action in the context of the next key. */
function actOnTop(state: State, action: Action, count: number | null): Step {
  return act(state, contextOf(state), action, count) ?? stay(state);
}
