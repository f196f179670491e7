/** The building blocks of every screen's update. */
import type { Failure } from '../../failure.ts';
import { failureText, type MessageKey, type Params } from '../../messages/index.ts';
import type { Headline } from '../../model.ts';
import { markDay } from '../../today/day.ts';
import type { Warning } from '../../warnings.ts';
import type { Effect, Step } from '../state/effects.ts';
import { allOf, withAll } from '../state/folding.ts';
import type { HeadlineItem, List, Screen } from '../state/screens.ts';
import { NOTICE_TIME, type Notice, type State } from '../state/state.ts';

export const stay = (state: State): Step => [state, []];

/** The second step after the first, with the effects of both. */
export function andThen([state, effects]: Step, next: (state: State) => Step): Step {
  const [after, more] = next(state);
  return [after, more.length === 0 ? effects : [...effects, ...more]];
}

export function withEffects(state: State, ...effects: Effect[]): Step {
  return [state, effects];
}

/** Asks for a page that comes with the answer to an effect; keys wait until then. */
export function openingBy(state: State, effect: Effect): Step {
  return [{ ...state, opening: state.screens.length }, [effect]];
}

export function notify(
  state: State,
  key: MessageKey,
  params: Params = {},
  tone: Notice['tone'] = 'info',
): State {
  // A warning is shown once and stays until a key: the reader may be away from the screen.
  if (state.notice?.isWarning || state.notice?.address !== undefined) return state;
  return { ...state, notice: { tone, key, params, until: state.now + NOTICE_TIME } };
}

/** A notice with an address below it; a warning that stands there comes after it. */
export function showAddress(
  state: State,
  { key, params, tone, url }: Pick<Notice, 'key' | 'params' | 'tone'> & { readonly url: string },
): State {
  const { notice, warnings } = state;
  return {
    ...state,
    notice: { tone, key, params, until: Number.POSITIVE_INFINITY, address: url },
    warnings: notice?.isWarning ? [notice, ...warnings] : warnings,
  };
}

/** Shows a fault in the files that are kept, in place of any other notice and after earlier warnings. */
export function warn(state: State, warning: Warning): State {
  const warned = { ...state, warnings: [...state.warnings, warning] };
  return state.notice?.isWarning ? warned : withoutNotice(warned);
}

/** The notice is over; a warning that waited comes next. */
export function withoutNotice(state: State): State {
  const [next, ...warnings] = state.warnings;
  if (next === undefined) return { ...state, notice: null };
  const until = Number.POSITIVE_INFINITY;
  return { ...state, warnings, notice: { ...next, tone: 'alert', until, isWarning: true } };
}

/** A failure's line in the interface's language, for a notice that quotes it. */
export function reasonOf(state: State, failure: Failure): string {
  return failureText(state.language, failure);
}

/** The screens with one of them replaced. */
export function putScreen(state: State, index: number, screen: Screen): State {
  if (state.screens[index] === screen) return state;
  const screens = state.screens.with(index, screen);
  return { ...state, screens: screens as unknown as State['screens'] };
}

export function putTop(state: State, screen: Screen): State {
  return putScreen(state, state.screens.length - 1, screen);
}

export function push(state: State, screen: Screen): State {
  return { ...state, screens: [...state.screens, screen] };
}

/** Leaves screens until so many are left; the places of articles among them are kept. */
export function popTo(state: State, length: number): Step {
  const left = state.screens.slice(Math.max(1, length));
  if (left.length === 0) return stay(state);
  const screens = state.screens.slice(0, Math.max(1, length)) as unknown as State['screens'];
  return [{ ...state, screens }, left.flatMap(placesOf)];
}

/** The effects that keep the state of a screen that is being left. */
export function placesOf(screen: Screen): Effect[] {
  return screen.kind === 'article'
    ? [{ type: 'keep-place', id: screen.headline.id, place: screen.place }]
    : [];
}

/** The headlines' marks wherever they are on a screen, open or below another. */
export function remark(
  state: State,
  ids: ReadonlySet<string>,
  marks: Partial<Pick<Headline, 'read' | 'bookmarked'>>,
): State {
  const mark = <Item extends Headline>(headline: Item): Item => ({ ...headline, ...marks });
  const marked = (list: List): List => {
    const all = allOf(list);
    const { mates = [] } = list;
    if (![...all, ...mates].some(({ headline }) => ids.has(headline.id))) return list;
    const markAll = (items: readonly HeadlineItem[]): HeadlineItem[] =>
      items.map((item) => (ids.has(item.headline.id) ? { ...item, headline: mark(item.headline) } : item));
    return withAll({ ...list, mates: markAll(mates) }, markAll(all), list.all !== undefined);
  };
  const screens = state.screens.map((screen): Screen => {
    switch (screen.kind) {
      case 'headlines':
      case 'bookmarks':
      case 'gathered': {
        const list = marked(screen.list);
        const { search } = screen;
        if (search === null || !('items' in search.before)) return { ...screen, list };
        const before = marked(search.before);
        return { ...screen, list, search: { ...search, before } };
      }
      case 'day':
        return screen.day === null ? screen : { ...screen, day: markDay(screen.day, ids, marks) };
      case 'article':
        return ids.has(screen.headline.id) ? { ...screen, headline: mark(screen.headline) } : screen;
      default:
        return screen;
    }
  });
  return { ...state, screens: screens as unknown as State['screens'] };
}

/** The state with a new ticket for a request. */
export function newTicket(state: State): State {
  return { ...state, ticket: state.ticket + 1 };
}
