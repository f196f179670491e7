/** The arrangement of the screen: the list, its preview, an article next to it, or nothing but an article's column. */

import type { Screen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { type Layout, layoutOf } from './screen.ts';

/** From this many columns an article opens beside the list without a key, from `LEAST_FOR_BESIDE` by `v`. */
const BESIDE_FROM = 160;
export const LEAST_FOR_BESIDE = 100;

/** Whether articles stand beside their list. */
export function isBeside({ beside, size: { columns } }: State): boolean {
  return beside === null ? columns >= BESIDE_FROM : beside && columns >= LEAST_FOR_BESIDE;
}

/** Whether a screen is an article that stands beside the list below it. */
export function standsBeside(state: State, screen: Screen): boolean {
  const below = state.screens[state.screens.indexOf(screen) - 1];
  return (
    screen.kind === 'article' && !state.bare && below !== undefined && 'list' in below && isBeside(state)
  );
}

/** The rectangles of a screen. The body of an article that stands beside a list is the part next to it. */
export function layoutFor(state: State, screen: Screen): Layout {
  const { size } = state;
  const sample = state.edition.kind === 'sample';
  if ('list' in screen) return layoutOf(size, sample, isBeside(state) ? 'beside' : 'list');
  if (screen.kind !== 'article') return layoutOf(size, sample, 'none');
  if (state.bare) return bareLayout(state, sample);
  if (!standsBeside(state, screen)) return layoutOf(size, sample, 'none');
  const layout = layoutOf(size, sample, 'beside');
  return { ...layout, body: layout.preview ?? layout.body };
}

/** Only the body; the banner of the sample edition stays all the same. */
function bareLayout({ size }: State, sample: boolean): Layout {
  const banner = sample && size.rows >= 4 ? 0 : null;
  const y = banner === null ? 0 : 1;
  return {
    bar: null,
    rule: null,
    banner,
    body: { x: 0, y, columns: size.columns, rows: size.rows - y },
    preview: null,
    title: null,
    notice: null,
    footer: null,
  };
}
