import { wrap } from '../../../korean/line/lines.ts';
import { shownText } from '../../../typeset/glossed-text.ts';
import type {
  BookmarksScreen,
  GatheredScreen,
  HeadlinesScreen,
  List,
  ListItem,
  State,
} from '../../state/state.ts';
import { type Layout, layoutOf } from './screen.ts';

/** The columns of a list's rows, in cells: marks, age, section and title. A column of 0 is not shown. */
export interface ListColumns {
  readonly marks: number;
  readonly age: number;
  readonly section: number;
  readonly title: number;
}

const MARKS = 4;
const AGE = 11;
const SECTION = 10;
/** Where a title has fewer cells than this, age and section give way. */
const NARROWEST_TITLE = 44;

export interface ListGeometry {
  readonly layout: Layout;
  /** Rows for the items; the search box takes one of the body's. */
  readonly rows: number;
  readonly columns: ListColumns;
}

export type ListScreen = HeadlinesScreen | BookmarksScreen | GatheredScreen;

/** Whether items tell their section: where they come from several. */
function tellsSection(screen: ListScreen): boolean {
  return screen.kind !== 'headlines' || screen.section === 'total' || screen.search !== null;
}

export function listGeometry(state: State, screen: ListScreen): ListGeometry {
  const layout = layoutOf(state.size, state.edition.kind === 'sample', true);
  const width = layout.body.columns;
  const marks = width >= 12 ? MARKS : 1;
  const age = width - marks - AGE >= NARROWEST_TITLE ? AGE : 0;
  const section = tellsSection(screen) && width - marks - age - SECTION >= NARROWEST_TITLE ? SECTION : 0;
  return {
    layout,
    rows: Math.max(0, layout.body.rows - (screen.search === null ? 0 : 1)),
    columns: {
      marks,
      age,
      section,
      title: Math.max(1, width - marks - age - section - (width >= 12 ? 1 : 0)),
    },
  };
}

/** The rows an item takes: one, and for the selected one as many as its title needs. */
export function itemHeight(
  item: ListItem,
  selected: boolean,
  geometry: ListGeometry,
  hanja: boolean,
): number {
  if (!selected) return 1;
  const lines = wrap(shownText(item.headline.title, hanja).text, geometry.columns.title).length;
  return Math.max(1, Math.min(lines, geometry.rows));
}

/** The list with `top` moved as little as shows the selected item whole. */
export function keepVisible(list: List, geometry: ListGeometry, hanja: boolean): List {
  const item = list.items[list.selected];
  if (item === undefined) return { ...list, selected: 0, top: 0 };
  const height = itemHeight(item, true, geometry, hanja);
  const highest = Math.max(0, list.selected - Math.max(0, geometry.rows - height));
  // No empty rows below the end while there are items above the top.
  const lowest = Math.min(list.selected, Math.max(0, list.items.length - geometry.rows + height - 1));
  const top = Math.min(Math.max(list.top, highest), lowest);
  return top === list.top ? list : { ...list, top };
}

/** The selected item moved to an index, and shown. */
export function select(list: List, index: number, geometry: ListGeometry, hanja: boolean): List {
  const selected = Math.max(0, Math.min(index, list.items.length - 1));
  return keepVisible({ ...list, selected }, geometry, hanja);
}

/**
 * New items under an old selection: the same headline stays selected. Where it is gone, its place in the list is
 * kept. It stays on its row too, but not in a list at its very top, where what is new belongs in sight.
 */
export function replaceItems(
  list: List,
  items: readonly ListItem[],
  complete: boolean,
  geometry: ListGeometry,
  hanja: boolean,
): List {
  const id = list.items[list.selected]?.headline.id;
  const found = id === undefined ? 0 : items.findIndex((item) => item.headline.id === id);
  const selected = found >= 0 ? found : Math.min(list.selected, Math.max(0, items.length - 1));
  const top = list.top === 0 ? 0 : Math.max(0, selected - (list.selected - list.top));
  return keepVisible({ items, complete, selected, top }, geometry, hanja);
}
