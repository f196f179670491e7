import { type Row, type Span, type Style, span } from '../../../typeset/rows.ts';
import type { SectionTab, State } from '../../state/state.ts';
import { FAILED } from './marks.ts';
import { fitRow, leftAndRight, rowWidth } from './rows.ts';

/** From this many columns each section shows its number of unread headlines; below, only the current one does. */
const COUNTS_FROM = 60;

/**
 * The sections across the top, with their numbers of unread headlines. The current one is always in sight;
 * `‹` and `›` where more are cut off.
 */
export function sectionBar(state: State, current: string, columns: number): Row {
  const tabs = tabsShown(state, current);
  const at = Math.max(
    0,
    tabs.findIndex((tab) => tab.name === current),
  );
  const room = Math.max(1, columns - 4);
  const pieces = tabs.map((tab, index) => {
    const counted = tabPiece(tab, index === at, columns >= COUNTS_FROM || index === at);
    return index === at && rowWidth(counted) > room ? tabPiece(tab, true, false) : counted;
  });
  const widths = pieces.map(rowWidth);

  let first = at;
  let last = at;
  let used = widths[at] ?? 0;
  // Grows to both sides from the current one, so that its neighbours are in sight.
  for (;;) {
    const before = first > 0 ? widths[first - 1]! : Number.POSITIVE_INFINITY;
    const after = last < pieces.length - 1 ? widths[last + 1]! : Number.POSITIVE_INFINITY;
    if (used + after <= room && (used + before > room || last - at <= at - first)) {
      last += 1;
      used += after;
    } else if (used + before <= room) {
      first -= 1;
      used += before;
    } else break;
  }
  const left: Span[] = [more('‹ ', tabs[first - 1]), ...pieces.slice(first, last + 1).flat()];
  const right: Row = last < pieces.length - 1 ? [more('›', tabs[last + 1])] : [];
  return right.length === 0 ? fitRow(left, columns) : leftAndRight(left, right, columns);
}

/** The sign for sections beyond an edge; a click on it goes to the nearest. Blank at the end of the bar. */
const more = (sign: string, tab: SectionTab | undefined): Span =>
  tab === undefined ? span('  ', 'faint') : { ...span(sign, 'faint'), press: { on: 'tab', at: tab.name } };

/** The bar's sections, and the current one if it is not among them. */
function tabsShown(state: State, current: string): readonly SectionTab[] {
  if (state.sections.some((tab) => tab.name === current)) return state.sections;
  const other = state.moreSections.find((tab) => tab.name === current);
  return other === undefined ? state.sections : [...state.sections, other];
}

function tabPiece(tab: SectionTab, current: boolean, counted: boolean): Span[] {
  const label = tab.label;
  const of = (style: Style): Style => (current ? 'current' : style);
  const press = { on: 'tab', at: tab.name } as const;
  return [
    span(` ${label}`, of('plain')),
    ...(tab.lastFailure === null ? [] : [span(FAILED, of('warning'))]),
    ...(counted && tab.unread > 0 ? [span(` ${tab.unread}`, of('faint'))] : []),
    span(' ', of('plain')),
    span(' '),
  ].map((each) => ({ ...each, press }));
}
