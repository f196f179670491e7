import { cellWidth } from '../../korean/cells.ts';
import { pad } from '../../korean/fit.ts';
import { say } from '../../messages/index.ts';
import { FILTERS } from '../../search/filters.ts';
import { type Row, span } from '../../typeset/rows.ts';
import { CATEGORIES, type Category, KEYS, keyName } from '../keys.ts';
import { layoutOf } from '../layout.ts';
import { edges, fitRow, padRow } from '../parts/line.ts';
import type { HelpScreen, State } from '../state.ts';
import type { Body } from '../view.ts';

const KEY_COLUMNS = 20;
/** From this width on the keys stand in two columns. */
const TWO_COLUMNS = 110;

/** The keys, from the table of them, a category after the other, and the filters of a search. */
export function helpScreen(state: State, screen: HelpScreen): Body {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', false);
  const all = helpRows(state);
  const last = Math.max(0, all.length - body.rows);
  const top = Math.max(0, Math.min(screen.top, last));
  return {
    bar: edges(
      [span('  '), span(` ${say(state.language, 'screen.help')} `, 'current')],
      last === 0 ? [] : [span(`${Math.round((top / last) * 100)}% `, 'strong')],
      state.size.columns,
    ),
    rows: all.slice(top, top + body.rows),
    cursor: null,
    context: 'help',
  };
}

/** All rows of the help at this width. */
export function helpRows(state: State): Row[] {
  const { columns } = state.size;
  const groups = [
    ...(Object.keys(CATEGORIES) as Category[]).map((category) => groupRows(state, category)),
    filterRows(state),
  ];
  if (columns < TWO_COLUMNS) return groups.flat().map((row) => fitRow(row, columns));
  const half = Math.floor(columns / 2);
  const count = groups.reduce((sum, group) => sum + group.length, 0);
  const left: Row[] = [];
  const right: Row[] = [];
  for (const group of groups) (left.length + group.length <= count / 2 + 4 ? left : right).push(...group);
  return Array.from({ length: Math.max(left.length, right.length) }, (_, y) =>
    fitRow([...padRow(left[y] ?? [], half), ...(right[y] ?? [])], columns),
  );
}

function groupRows({ language }: State, category: Category): Row[] {
  const entries = KEYS.filter((entry) => entry.category === category);
  return [
    titleRow(say(language, CATEGORIES[category])),
    ...entries.map(({ keys, description }) =>
      entryRow(keys.map(keyName).join(' '), say(language, description)),
    ),
    ...(category === 'move' ? [entryRow('1 … 9', say(language, 'key.count'))] : []),
    [],
  ];
}

function filterRows({ language }: State): Row[] {
  return [
    titleRow(say(language, 'filters')),
    ...FILTERS.map(({ examples, description }) => entryRow(examples.join(' '), say(language, description))),
    [],
  ];
}

const titleRow = (title: string): Row => [span('  '), span(title, 'strong')];

function entryRow(names: string, does: string): Row {
  return [
    span('  '),
    span(cellWidth(names) <= KEY_COLUMNS ? pad(names, KEY_COLUMNS) : names, 'key'),
    span(` ${does}`),
  ];
}
