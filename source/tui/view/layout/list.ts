import { FOLLOWING } from '../../../sections.ts';
import { allOf, indexOfHeadline, withAll } from '../../state/folding.ts';
import type {
  BookmarksScreen,
  GatheredScreen,
  HeadlineItem,
  HeadlinesScreen,
  List,
} from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutFor } from './desk.ts';
import { topFor } from './list-lines.ts';
import type { Layout } from './screen.ts';

/** The columns of a list's rows, in cells: marks, age, section and title. A column of 0 is not shown. */
export interface ListColumns {
  readonly marks: number;
  readonly age: number;
  readonly section: number;
  readonly title: number;
}

const MARKS = 4;
/** For the longest age in either language, and one space: `어제 14:20`, `today 14:20`. */
const AGE = { ko: 11, en: 12 } as const;
const CLOCK = 6;
const SECTION = 10;
/** With fewer cells than this for a title, age and section give way; the clock does so later. */
const NARROWEST_TITLE = 44;
const NARROWEST_BY_CLOCK = 30;
/** With fewer rows, all of them are for headlines. */
const DAYS_FROM = 16;

export interface ListGeometry {
  readonly layout: Layout;
  /** Rows for the items; the search box takes one of the body's. */
  readonly rows: number;
  /** Whether the filters are explained below the search box, while a query is typed. */
  readonly hint: boolean;
  /** Headlines stand under headings of their days, with the clock beside them in place of an age. */
  readonly days: boolean;
  /** Headlines that are the same news again are folded. */
  readonly folds: boolean;
  /** The line above the items that says which headlines a gathered list has; null where no line is needed. */
  readonly note: 'story.note' | 'gathered.note' | null;
  readonly columns: ListColumns;
}

export type ListScreen = HeadlinesScreen | BookmarksScreen | GatheredScreen;

/** The number of a list's headlines, folded ones and results that are still being made included. */
export const countOf = ({ search, list }: ListScreen): number =>
  search?.results === 'first' && search.count !== undefined ? search.count : allOf(list).length;

/** Whether items show their section: in lists of several sections. */
function tellsSection(screen: ListScreen): boolean {
  return (
    screen.kind !== 'headlines' ||
    screen.section === 'total' ||
    screen.section === FOLLOWING.name ||
    screen.search !== null
  );
}

/** Whether the list goes by date: results and bookmarks have an order of their own. */
function isByDate(screen: ListScreen): boolean {
  if (screen.search !== null) return false;
  // The list of headlines read last is ordered by the time of reading.
  return screen.kind === 'gathered' ? screen.by.kind !== 'last-read' : screen.kind === 'headlines';
}

/** Whether stories are folded in a list: in sections; search results and bookmarks are shown one by one. */
export function foldsIn({ settings }: State, screen: ListScreen): boolean {
  return settings.stories === 'fold' && screen.kind === 'headlines' && screen.search === null;
}

/** Tags and reporters are known from full texts alone, stories and columns from titles. */
function noteOf(screen: ListScreen): ListGeometry['note'] {
  if (screen.kind !== 'gathered' || screen.search !== null || screen.list.items.length === 0) return null;
  const { kind } = screen.by;
  return kind === 'story' ? 'story.note' : kind === 'tag' || kind === 'reporter' ? 'gathered.note' : null;
}

export function listGeometry(state: State, screen: ListScreen): ListGeometry {
  const layout = layoutFor(state, screen);
  const width = layout.body.columns;
  const marks = width >= 12 ? MARKS : 1;
  const days = isByDate(screen) && state.size.rows >= DAYS_FROM;
  const hint = screen.search?.typing === true && state.size.rows >= DAYS_FROM;
  const note = layout.body.rows > 4 ? noteOf(screen) : null;
  const time = days ? CLOCK : AGE[state.language];
  const age = width - marks - time >= (days ? NARROWEST_BY_CLOCK : NARROWEST_TITLE) ? time : 0;
  const section = tellsSection(screen) && width - marks - age - SECTION >= NARROWEST_TITLE ? SECTION : 0;
  return {
    layout,
    rows: Math.max(0, layout.body.rows - (screen.search === null ? 0 : 1) - (hint || note !== null ? 1 : 0)),
    hint,
    days,
    folds: foldsIn(state, screen),
    note,
    columns: {
      marks,
      age,
      section,
      title: Math.max(1, width - marks - age - section - (width >= 12 ? 1 : 0)),
    },
  };
}

/** The list with `top` moved as little as shows the selected item. */
export function keepVisible(list: List, geometry: ListGeometry): List {
  const { items, selected } = list;
  if (items[selected] === undefined) return { ...list, selected: 0, top: 0 };
  const highest = topFor(items, selected, geometry);
  // No empty rows below the end while there are items above the top.
  const lowest = Math.min(selected, topFor(items, items.length - 1, geometry));
  const top = Math.min(Math.max(list.top, highest), lowest);
  return top === list.top ? list : { ...list, top };
}

/** The selected item moved to an index, and shown. */
export function select(list: List, index: number, geometry: ListGeometry): List {
  const { awaited: _awaited, ...rest } = list;
  const selected = Math.max(0, Math.min(index, list.items.length - 1));
  return keepVisible({ ...rest, selected }, geometry);
}

/**
 * New items under an old selection: the same headline stays selected, or the one that it is folded behind. If
 * it is gone, its place in the list is kept, and it is selected again when it comes back. It stays on its row too, but not in a list at its very top, so
 * that new items are in sight.
 */
export function replaceItems(
  list: List,
  all: readonly HeadlineItem[],
  complete: boolean,
  geometry: ListGeometry,
): List {
  const { awaited, ...before } = list;
  const id = list.items[list.selected]?.headline.id;
  const next = withAll(before, all, geometry.folds);
  const { items } = next;
  const back = awaited === undefined ? -1 : indexOfHeadline(items, awaited);
  const found = back >= 0 ? back : id === undefined ? 0 : indexOfHeadline(items, id);
  const gone = back >= 0 ? undefined : (awaited ?? (found < 0 ? id : undefined));
  const selected = found >= 0 ? found : Math.min(list.selected, Math.max(0, items.length - 1));
  const top = list.top === 0 ? 0 : Math.max(0, selected - (list.selected - list.top));
  const replaced = keepVisible({ ...next, complete, selected, top }, geometry);
  return gone === undefined ? replaced : { ...replaced, awaited: gone };
}
