/** `d`: the day in one page. */
import type { Movement } from '../../input/keys.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import type { DayScreen, Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { dayPage } from '../../view/screens/day.ts';
import { openArticle } from '../article/open-article.ts';
import { popTo, push, putScreen, putTop, stay, withEffects } from '../steps.ts';

/** Opens the day; if it is open below, goes back to it, and from there to the reader's place before. */
export function openDay(state: State, screen: Screen): Step {
  const at = state.screens.findIndex(({ kind }) => kind === 'day');
  if (at >= 0) return popTo(state, screen.kind === 'day' ? at : at + 1);
  return withEffects(push(state, { kind: 'day', day: null, selected: 0, top: 0 }), { type: 'day' });
}

/** The day came: the headline that was selected stays so. Without one, a page that was waiting for it goes. */
export function dayCame(state: State, { day }: Extract<Event, { type: 'day' }>): Step {
  const at = state.screens.findIndex(({ kind }) => kind === 'day');
  const screen = state.screens[at];
  if (screen?.kind !== 'day') return stay(state);
  if (day === null) return screen.day === null ? popTo({ ...state, held: [] }, at) : stay(state);
  const id = dayEntry(state, screen)?.headline.id;
  const next: DayScreen = { ...screen, day };
  const found = dayPage(state, next).set.entries.findIndex(({ headline }) => headline.id === id);
  return stay(putScreen(state, at, { ...next, selected: Math.max(0, found) }));
}

const dayEntry = (state: State, screen: DayScreen) => dayPage(state, screen).set.entries[screen.selected];

/** Enter: the article, or the story as a timeline. */
export function openInDay(state: State, screen: DayScreen): Step {
  const entry = dayEntry(state, screen);
  if (entry === undefined) return stay(state);
  if (entry.story === null) return openArticle(state, entry.headline);
  return withEffects(state, { type: 'gather', by: { kind: 'story', id: entry.headline.id } });
}

export function moveInDay(state: State, screen: DayScreen, movement: Movement, count: number | null): Step {
  const { set, height, top } = dayPage(state, screen);
  const last = set.entries.length - 1;
  const times = count ?? 1;
  const { selected } = screen;
  /** The entry that is so many rows further on. */
  const byRows = (rows: number): number => {
    const row = (set.entries[selected]?.first ?? 0) + rows;
    const at = set.entries.findLastIndex(({ first }) => first <= Math.max(0, row));
    // A page moves by an entry at least, however long it is.
    return rows > 0 ? Math.max(at, selected + 1) : Math.min(Math.max(0, at), selected - 1);
  };
  const half = Math.max(1, Math.floor(height / 2));
  const page = Math.max(1, height - 1);
  const wanted: Readonly<Record<Movement, () => number>> = {
    down: () => selected + times,
    up: () => selected - times,
    'half-down': () => byRows(half * times),
    'half-up': () => byRows(-half * times),
    'page-down': () => byRows(page * times),
    'page-up': () => byRows(-page * times),
    first: () => times - 1,
    last: () => (count === null ? last : count - 1),
  };
  const next = { ...screen, top, selected: Math.max(0, Math.min(last, wanted[movement]())) };
  return stay(putTop(state, { ...next, top: dayPage(state, next).top }));
}
