import type { Size } from '../../state/state.ts';

/** A rectangle of cells from the top left. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly columns: number;
  readonly rows: number;
}

/** The rectangles of a screen's parts. A part without room is null; the body always is there. */
export interface Layout {
  /** The row of the sections, or of the screen's name. */
  readonly bar: number | null;
  readonly rule: number | null;
  /** The row that says that this is the sample edition. */
  readonly banner: number | null;
  readonly body: Rect;
  /** Beside the list, from 120 columns: the selected headline's lead. */
  readonly preview: Rect | null;
  /** Below a list without a preview: the selected headline's whole title. Its last row is the notice's too. */
  readonly title: { readonly y: number; readonly rows: number } | null;
  readonly notice: number | null;
  readonly footer: number | null;
}

const PREVIEW_FROM = 120;
/** The cells of a long title, and the rows that a list keeps before such a one has more than a row. */
const LONG_TITLE = 120;
const LEAST_LIST = 10;
const LIST_SHARE = 0.58;
/** The cells of an article beside the list, if that leaves the list this many. */
const BESIDE = 80;
const LEAST_BESIDE = 48;
const WIDEST_LIST = 120;
const PREVIEW_GAP = 3;
const WIDEST_PREVIEW = 76;

/** `beside`: with an article next to the list, at any width; `list`: with a preview if there is room. */
export type Split = 'none' | 'list' | 'beside';

/** The arithmetic of the whole screen: it is done nowhere else. */
export function layoutOf({ columns, rows }: Size, sample: boolean, kind: Split): Layout {
  const split = kind !== 'none';
  const bar = rows >= 3 ? 0 : null;
  const banner = sample && rows >= 4 ? 1 : null;
  const rule = rows >= 16 ? (banner ?? 0) + 1 : null;
  const footer = rows >= 2 ? rows - 1 : null;
  const notice = rows >= 6 ? rows - 2 : null;
  const top = [bar, banner, rule].filter((part) => part !== null).length;
  const wide = kind === 'beside' || (split && columns >= PREVIEW_FROM);
  const free = rows - top - (footer === null ? 0 : 1);
  const titleRows = Math.max(
    1,
    Math.min(Math.ceil(LONG_TITLE / Math.max(1, columns - 2)), free - LEAST_LIST),
  );
  const title = split && !wide && notice !== null ? { y: notice - titleRows + 1, rows: titleRows } : null;
  const bottom =
    [footer, notice].filter((part) => part !== null).length + (title === null ? 0 : title.rows - 1);
  const height = Math.max(0, rows - top - bottom);

  const share =
    kind === 'beside'
      ? Math.max(LEAST_BESIDE, columns - PREVIEW_GAP - 1 - BESIDE)
      : Math.floor(columns * LIST_SHARE);
  const listColumns = wide ? Math.min(share, WIDEST_LIST) : columns;
  const body = { x: 0, y: top, columns: listColumns, rows: height };
  const preview = wide
    ? {
        x: listColumns + PREVIEW_GAP,
        y: top,
        columns: Math.max(
          1,
          kind === 'beside'
            ? columns - listColumns - PREVIEW_GAP
            : Math.min(columns - listColumns - PREVIEW_GAP - 1, WIDEST_PREVIEW),
        ),
        rows: height,
      }
    : null;
  return { bar, rule, banner, body, preview, title, notice, footer };
}

/** The widest column of text, and its left edge when centred. */
export function columnOf(columns: number, measure: number): { x: number; columns: number } {
  const margin = columns >= 24 ? 2 : 0;
  const width = Math.max(1, Math.min(measure, columns - 2 * margin));
  return { x: Math.max(0, Math.floor((columns - width) / 2)), columns: width };
}
