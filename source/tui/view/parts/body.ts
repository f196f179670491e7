import type { Overlay, Placement } from '../../../terminal/images/pictures.ts';
import type { Row } from '../../../typeset/rows.ts';
import type { KeyContext } from '../../input/keys.ts';

/** The body of a screen: the frame around it is the same for all. */
export interface Body {
  readonly bar: Row;
  /** No more than the layout's body has room for; the rest is left empty. */
  readonly rows: readonly Row[];
  /** The selected headline's whole title, if the list cuts it off. */
  readonly title?: readonly Row[];
  /** The cursor's cell on the whole screen while text is entered. */
  readonly cursor: { readonly x: number; readonly y: number } | null;
  /** Images of the terminal's whose placeholders are among the rows. */
  readonly images?: readonly Placement[];
  /** A picture that is drawn over the rows, by its number and from which cell of the whole screen on. */
  readonly overlay?: Overlay;
  /** The context whose keys the footer shows. */
  readonly context: KeyContext;
  /** The place in a list, `3/50`; null in an empty one. It shows too that a list continues beyond the screen. */
  readonly position?: string | null;
}

/** The place of the selected one of so many: `3/50`, `3/200+` if there are more than were loaded; null for none. */
export const placeOf = (selected: number, count: number, complete = true): string | null =>
  count === 0 ? null : `${selected + 1}/${count}${complete ? '' : '+'}`;
