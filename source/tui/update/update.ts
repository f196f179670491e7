/**
 * The next state of the full screen, and what is to be done for it. Pure: no clock, no network, no terminal.
 */
import { hasHangul, keysOfHangul } from '../../korean/keyboard.ts';
import { type Action, actionOf, type KeyContext } from '../input/keys.ts';
import type { Event, Step } from '../state/events.ts';
import { type HelpScreen, type State, topScreen } from '../state/state.ts';
import { helpPage } from '../view/screens/help.ts';
import { happened } from './answers.ts';
import { actOnArticle } from './article.ts';
import { actOnItem, headlineOf, takeBack } from './headline-actions.ts';
import { actOnHeadlines, refresh, stepSection } from './headlines.ts';
import { beginSearch, endSearch } from './list-search.ts';
import { moveInList, NO_LIST, nextUnread } from './move-in-list.ts';
import { openArticle } from './open-article.ts';
import { openChooser } from './section-chooser.ts';
import { andThen, notify, placesOf, popTo, push, putTop, stay, withEffects, withoutNotice } from './steps.ts';
import { actWhileTyping, fieldOf, textOf, type } from './typing.ts';

/** The largest number that can stand before a movement. */
const MOST = 99_999;

/** @param now when it happened, in ms since the epoch. What changes nothing leaves the state's own time as it was. */
export function update(state: State, event: Event, now: number): Step {
  // A tick tells the time itself, and whether that changes anything.
  const then = event.type === 'tick' || now === state.now ? state : { ...state, now };
  const [next, effects] = take(then, event);
  return [next === then ? state : next, effects];
}

function take(state: State, event: Event): Step {
  switch (event.type) {
    case 'key':
      return press(unlessHint(state.chosen ? state : { ...state, chosen: true }), event.key);
    case 'paste':
      return paste(unlessHint(state), event.text);
    default:
      return happened(state, event, act);
  }
}

/** A notice goes with the next key, but for the hint on the IME: who holds a key down would never see it. */
function unlessHint(state: State): State {
  return state.notice === null || state.notice.key === 'notice.ime' ? state : withoutNotice(state);
}

/** Where the next key is taken: by the text being entered, or by the screen on top. */
export function contextOf(state: State): KeyContext {
  if (fieldOf(state) !== null) return 'typing';
  const { kind } = topScreen(state);
  return kind === 'sections' ? 'typing' : kind;
}

function press(state: State, key: string): Step {
  const field = fieldOf(state);
  if (field !== null) {
    const action = actionOf('typing', key);
    const text = textOf(key);
    if (action !== null) return actWhileTyping(state, field, action) ?? act(state, action, null);
    return text === null ? stay(state) : type(state, field, text);
  }
  return hasHangul(key) ? pressHangul(state, key) : command(state, key);
}

/** Hangul where keys are commands: the keys that were typed for it, in their order, and once a hint. */
function pressHangul(state: State, text: string): Step {
  const [first = '', ...rest] = keysOfHangul(text);
  const meant = actionOf(contextOf(state), first) !== null;
  const begun = command(state, first);
  const pressed = rest.reduce((step: Step, key) => andThen(step, (next) => press(next, key)), begun);
  if (state.imeHinted || !meant) return pressed;
  return andThen(pressed, (next) => {
    const hinted = { ...next, imeHinted: true };
    return stay(next.notice === null ? notify(hinted, 'notice.ime') : hinted);
  });
}

function command(state: State, key: string): Step {
  if (/^\d$/.test(key) && (key !== '0' || state.count !== null)) {
    return stay({ ...state, count: Math.min(MOST, (state.count ?? 0) * 10 + Number(key)) });
  }
  const action = actionOf(contextOf(state), key);
  const uncounted = state.count === null ? state : { ...state, count: null };
  return action === null ? stay(uncounted) : act(uncounted, action, state.count);
}

/** Text pasted where keys are commands does nothing: it was not meant as keys. */
function paste(state: State, text: string): Step {
  const field = fieldOf(state);
  return field === null ? stay(state) : type(state, field, text);
}

/** Does what a key means. */
function act(state: State, action: Action, count: number | null): Step {
  const screen = topScreen(state);
  const headline = headlineOf(screen);
  return (
    actAnywhere(state, action) ??
    (screen.kind === 'help' ? actOnHelp(state, screen, action, count) : null) ??
    (screen.kind === 'article' ? actOnArticle(state, screen, action, count) : null) ??
    (screen.kind === 'headlines' ? actOnHeadlines(state, screen, action) : null) ??
    (screen.kind === 'headlines' || screen.kind === 'bookmarks' ? actOnList(state, action, count) : null) ??
    (headline === null ? null : actOnItem(state, headline, action)) ??
    stay(state)
  );
}

/** What means the same on every screen. */
function actAnywhere(state: State, action: Action): Step | null {
  switch (action) {
    case 'quit':
      return quit(state);
    case 'suspend':
    case 'repaint':
      return withEffects(state, { type: action });
    case 'help':
      return topScreen(state).kind === 'help' ? back(state) : stay(push(state, { kind: 'help', top: 0 }));
    case 'back':
      return back(state);
    case 'leave': {
      const screen = topScreen(state);
      const first = screen.kind === 'headlines' && screen.search === null;
      return first ? quit(state) : back(state);
    }
    case 'sections':
      return openChooser(state);
    case 'bookmarks':
      return openBookmarks(state);
    case 'refresh-all':
      return refresh(
        state,
        [...state.sections, ...state.moreSections].map(({ name }) => name),
      );
    case 'next-section':
      return stepSection(state, 1);
    case 'previous-section':
      return stepSection(state, -1);
    case 'hanja': {
      const hanja = !state.hanja;
      return stay(notify({ ...state, hanja }, hanja ? 'notice.hanja-on' : 'notice.hanja-off'));
    }
    case 'undo':
      return takeBack(state);
    default:
      return null;
  }
}

/** One step back: out of the search, else out of the screen. On the first screen nothing happens. */
function back(state: State): Step {
  const screen = topScreen(state);
  if (screen.kind === 'headlines' || screen.kind === 'bookmarks') {
    if (screen.search !== null) return endSearch(state, screen);
  } else if (screen.kind === 'article' && screen.search !== null) {
    return actWhileTyping(state, screen.search.field, 'cancel') ?? stay(state);
  }
  return popTo(state, state.screens.length - 1);
}

function quit(state: State): Step {
  return withEffects(state, ...state.screens.flatMap(placesOf), { type: 'quit' });
}

/** The bookmarks, on top of what is there; where they already are below, back to them. */
function openBookmarks(state: State): Step {
  const at = state.screens.findIndex(({ kind }) => kind === 'bookmarks');
  if (at >= 0) return popTo(state, at + 1);
  return withEffects(push(state, { kind: 'bookmarks', list: NO_LIST, search: null }), {
    type: 'load-bookmarks',
  });
}

function actOnHelp(state: State, screen: HelpScreen, action: Action, count: number | null): Step | null {
  const { height, last } = helpPage(state);
  const rows = Math.max(1, height);
  const times = count ?? 1;
  const tops: Partial<Record<Action, number>> = {
    down: screen.top + times,
    up: screen.top - times,
    'half-down': screen.top + Math.ceil(rows / 2) * times,
    'half-up': screen.top - Math.ceil(rows / 2) * times,
    'page-down': screen.top + rows * times,
    'page-up': screen.top - rows * times,
    first: times - 1,
    last: count === null ? last : count - 1,
  };
  const top = tops[action];
  return top === undefined ? null : stay(putTop(state, { ...screen, top: Math.max(0, Math.min(last, top)) }));
}

/** The keys of the headlines and the bookmarks alike. */
function actOnList(state: State, action: Action, count: number | null): Step | null {
  const screen = topScreen(state);
  if (screen.kind !== 'headlines' && screen.kind !== 'bookmarks') return null;
  switch (action) {
    case 'open': {
      const headline = headlineOf(screen);
      return headline === null ? stay(state) : openArticle(state, headline);
    }
    case 'search':
      return beginSearch(state, screen);
    case 'next':
    case 'previous':
      return screen.search === null
        ? stay(state)
        : moveInList(state, screen, action === 'next' ? 'down' : 'up', count);
    case 'next-unread':
      return nextUnread(state, screen, count);
    case 'refresh':
      return withEffects(state, { type: 'load-bookmarks' }, { type: 'fetch-texts', asked: true });
    case 'mark-all': {
      if (screen.kind === 'headlines' && screen.search === null) {
        return withEffects(state, { type: 'mark-all', section: screen.section });
      }
      const ids = screen.list.items.map(({ headline }) => headline.id);
      return withEffects(state, { type: 'set-read', ids, read: true, undoing: false });
    }
    default:
      return moveInList(state, screen, action, count);
  }
}
