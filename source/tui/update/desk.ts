/** The parts of the screen, the width of a column, and the article that the preview looks up. */
import { NARROWEST, SETTINGS } from '../../storage/config/settings-table.ts';
import type { Effect, Step } from '../state/effects.ts';
import type { Event } from '../state/events.ts';
import { type State, topScreen } from '../state/state.ts';
import { isBeside, LEAST_FOR_BESIDE, layoutFor } from '../view/layout/desk.ts';
import type { ListScreen } from '../view/layout/list.ts';
import { columnOf, type Rect } from '../view/layout/screen.ts';
import { previewPage } from '../view/parts/preview.ts';
import { inSight } from './in-sight.ts';
import { changeSetting } from './settings/change.ts';
import { notify, stay } from './steps.ts';

/** `v`: articles beside their list, or over it. */
export function toggleBeside(state: State): Step {
  const { columns } = state.size;
  if (columns < LEAST_FOR_BESIDE)
    return stay(notify(state, 'notice.too-narrow', { columns: LEAST_FOR_BESIDE }));
  const beside = !isBeside(state);
  const next = inSight({ ...state, beside, bare: false });
  return stay(notify(next, beside ? 'notice.beside' : 'notice.over'));
}

/** `z`: nothing but the text of the article, or everything again. */
export function toggleBare(state: State): Step {
  const bare = !state.bare;
  return stay(bare ? notify({ ...state, bare }, 'notice.bare') : { ...state, bare });
}

/** `<` `>`: the width of the column, which is kept; no wider than fits where articles are shown. */
export function changeWidth(state: State, by: 1 | -1): Step {
  const { width } = state.settings;
  const { body, preview } = layoutFor(state, topScreen(state));
  const inList = 'list' in topScreen(state);
  const room = !inList ? body.columns : isBeside(state) ? preview!.columns : state.size.columns;
  const most = columnOf(room, Number.POSITIVE_INFINITY).columns;
  if (by > 0 && width >= most) return stay(notify(state, 'notice.widest', { cells: most }));
  const wanted = SETTINGS.width.step!(Math.min(width, Math.max(most, NARROWEST)), by);
  return changeSetting(notify(state, 'notice.width', { cells: Math.min(wanted, most) }), 'width', wanted);
}

type WantedPreview = Extract<Effect, { type: 'preview' }>['wanted'];

/**
 * The headline whose article the preview is to show. Beside the list, an article is read there: its page is
 * asked for.
 */
function wantedPreview(state: State): WantedPreview {
  const screen = topScreen(state);
  if (!('list' in screen) || layoutFor(state, screen).preview === null) return null;
  const headline = screen.list.items[screen.list.selected]?.headline;
  if (headline === undefined) return null;
  const mayFetch = state.edition.kind === 'sample' || (!state.offline && state.photos.unasked);
  return { headline: { id: headline.id, url: headline.url }, fetch: mayFetch && isBeside(state) };
}

/** The effects of another selection. */
export function previewEffects(before: State, after: State): Effect[] {
  if (before === after) return [];
  const wanted = wantedPreview(after);
  const had = wantedPreview(before);
  const same = had?.headline.id === wanted?.headline.id && had?.fetch === wanted?.fetch;
  return same ? [] : [{ type: 'preview', wanted }];
}

/** The preview changes when its article is there, if that is still the selected one's. */
export function previewed(state: State, event: Extract<Event, { type: 'previewed' }>): State {
  const screen = topScreen(state);
  if (!('list' in screen)) return state;
  const headline = screen.list.items[screen.list.selected]?.headline;
  if (headline?.id !== event.id) return state;
  const { preview } = state;
  const top = preview?.headline.id === headline.id ? preview.top : 0;
  return { ...state, preview: { headline, article: event.article, top } };
}

/** The wheel over the preview: it scrolls, and nothing else. */
export function scrollPreview(state: State, screen: ListScreen, area: Rect, by: number): Step {
  const { preview } = state;
  if (preview === null) return stay(state);
  const { top, last } = previewPage(state, screen, area);
  const wanted = Math.max(0, Math.min(last, top + by));
  return stay(wanted === preview.top ? state : { ...state, preview: { ...preview, top: wanted } });
}
