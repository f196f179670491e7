import { fit } from '../../../korean/fit.ts';
import { say } from '../../../messages/index.ts';
import { dayFacts, dayName, type SetDay, setDay, sinceText } from '../../../today/rows.ts';
import { setText } from '../../../typeset/blocks.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import type { DayScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutOf } from '../layout/screen.ts';
import { type Body, placeOf } from '../parts/body.ts';
import { leftAndRight, rowWidth } from '../parts/rows.ts';

/** The widest that the page is set, in cells. */
const WIDEST = 100;
const NOTHING: SetDay = { rows: [], entries: [] };

/** The day in one page: stories, then by section, each with its lead's first sentence. */
export function dayScreen(state: State, screen: DayScreen): Body {
  const { set, height, top } = dayPage(state, screen);
  const { day, selected } = screen;
  const { language, size } = state;
  const entry = set.entries[selected];
  const rows: Row[] = set.rows.slice(top, top + height).map((row, index) => {
    const at = top + index;
    const isSelected = entry !== undefined && at >= entry.first && at < entry.end;
    return isSelected ? [span('▌ ', 'gutter'), ...row.slice(1)] : row;
  });
  if (day === null) rows.push([span('  '), span(say(language, 'day.reading'), 'notice')]);
  else if (set.entries.length === 0) {
    const text = say(language, 'day.empty', { ...state.keymap.names, since: sinceText(day, language) });
    rows.push(
      ...setText(text, Math.max(1, size.columns - 4), 'plain').map(({ row }) => [span('  '), ...row]),
    );
  }
  const name: Row = [
    span('  '),
    span(` ${day === null ? say(language, 'day.name') : dayName(day, language)} `, 'current'),
  ];
  const room = size.columns - rowWidth(name) - 2;
  const facts = day === null || room < 1 ? '' : fit(dayFacts(day, language), room);
  return {
    bar: leftAndRight(name, facts === '' ? [] : [span(`${facts} `, 'section')], size.columns),
    rows,
    cursor: null,
    context: 'day',
    position: placeOf(selected, set.entries.length),
  };
}

/** Set once for a day and its options: the screen is drawn again for every key. */
const cache = new WeakMap<object, { readonly key: string; readonly set: SetDay }>();

/** The page at this size, how many rows of it are in sight, and the first of those: the selected entry is among them. */
export function dayPage(
  state: State,
  { day, selected, top }: DayScreen,
): { set: SetDay; height: number; top: number } {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const height = body.rows;
  if (day === null) return { set: NOTHING, height, top: 0 };
  const columns = Math.min(WIDEST, body.columns);
  const key = `${columns} ${state.language}`;
  let known = cache.get(day);
  if (known?.key !== key) {
    const options = { columns, language: state.language, limit: null, leads: true, link: () => '' };
    known = { key, set: setDay(day, options) };
    cache.set(day, known);
  }
  const { set } = known;
  const entry = set.entries[selected];
  const last = Math.max(0, set.rows.length - height);
  if (entry === undefined) return { set, height, top: Math.min(top, last) };
  // The heading above a section's first headline stays in sight with it.
  const first =
    selected === 0 || set.entries[selected - 1]!.end < entry.first ? entry.first - 1 : entry.first;
  const lowest = Math.max(0, Math.min(first, last));
  return { set, height, top: Math.max(Math.min(top, lowest), Math.min(entry.end - height, last)) };
}
