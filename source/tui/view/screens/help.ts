import { cellWidth } from '../../../korean/cells.ts';
import { pad } from '../../../korean/fit.ts';
import { say } from '../../../messages/index.ts';
import { FILTERS } from '../../../search/query/filters.ts';
import { namedCommand } from '../../../storage/config/named-commands.ts';
import { behind, setText } from '../../../typeset/blocks.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import { keysOf } from '../../input/keymap.ts';
import { CATEGORIES, type Category, KEYS, keyName } from '../../input/keys.ts';
import type { HelpScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { layoutOf } from '../layout/screen.ts';
import type { Body } from '../parts/body.ts';
import { fitRow, leftAndRight, padRow } from '../parts/rows.ts';

const MARGIN = 2;
const GAP = 2;
const KEY_COLUMNS = 21;
/** The fewest cells for what a key does. */
const NARROWEST = 16;
/** From this width on the keys stand in two columns. */
const TWO_COLUMNS = 110;

/** The keys, from the table of them, a category after the other, and the filters of a search. */
export function helpScreen(state: State, screen: HelpScreen): Body {
  const { all, height, last } = helpPage(state);
  const top = Math.max(0, Math.min(screen.top, last));
  return {
    bar: leftAndRight(
      [span('  '), span(` ${say(state.language, 'screen.help')} `, 'current')],
      last === 0 ? [] : [span(`${Math.round((top / last) * 100)}% `, 'strong')],
      state.size.columns,
    ),
    rows: all.slice(top, top + height),
    cursor: null,
    context: 'help',
  };
}

/** All rows of the help at this size, how many of them are in sight, and the last one that may be the first in sight. */
export function helpPage(state: State): { all: readonly Row[]; height: number; last: number } {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const all = helpRows(state);
  return { all, height: body.rows, last: Math.max(0, all.length - body.rows) };
}

function helpRows(state: State): Row[] {
  const { columns } = state.size;
  const half = Math.floor(columns / 2);
  const two = columns >= TWO_COLUMNS;
  const groups = [
    ...(Object.keys(CATEGORIES) as Category[]).map((category) => categoryEntries(state, category)),
    ...ownEntries(state),
    filterEntries(state),
  ].map((group) => groupRows(group, two ? half - GAP : columns));
  if (!two) return stacked(groups);
  const [left, right] = groups
    .map((_, at) => [stacked(groups.slice(0, at)), stacked(groups.slice(at))] as const)
    .reduce((best, each) => (longer(each) < longer(best) ? each : best));
  return Array.from({ length: Math.max(left.length, right.length) }, (_, y) => [
    ...padRow(left[y] ?? [], half),
    ...(right[y] ?? []),
  ]);
}

/** Groups under one another, an empty row between them. */
function stacked(groups: readonly (readonly Row[])[]): Row[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [[], ...group]));
}

const longer = ([left, right]: readonly [readonly Row[], readonly Row[]]): number =>
  Math.max(left.length, right.length);

interface Group {
  readonly title: string;
  /** A key or a text to type, and its effect. */
  readonly entries: readonly (readonly [names: string, does: string])[];
}

function categoryEntries({ language, keymap }: State, category: Category): Group {
  const entries = KEYS.filter((entry) => entry.category === category).map(
    ({ action, description }) =>
      [keysOf(keymap, action).map(keyName).join(' ') || '–', say(language, description)] as const,
  );
  return {
    title: say(language, CATEGORIES[category]),
    entries: category === 'move' ? [...entries, ['1 … 9', say(language, 'key.count')]] : entries,
  };
}

/** The commands of the reader's own that have keys. */
function ownEntries({ language, settings }: State): Group[] {
  const entries = settings.commands.flatMap((line) => {
    const command = namedCommand(line);
    return command === null ? [] : [[keyName(command.key), command.name] as const];
  });
  return entries.length === 0 ? [] : [{ title: say(language, 'keys.own'), entries }];
}

function filterEntries({ language }: State): Group {
  return {
    title: say(language, 'filters'),
    entries: FILTERS.map(({ examples, description }) => [examples.join(' '), say(language, description)]),
  };
}

/** A group in so many cells: what is too long for its row goes on under itself. */
function groupRows({ title, entries }: Group, columns: number): Row[] {
  const margin = columns >= 24 ? MARGIN : 0;
  // Without room for two columns, a key's effect stands under it.
  const beside = columns >= margin + KEY_COLUMNS + NARROWEST;
  const rows = entries.flatMap(([names, does]) => {
    const room = columns - margin - (beside ? KEY_COLUMNS : MARGIN);
    const lines = setText(does, Math.max(1, room), 'plain');
    const indent = span(' '.repeat(margin + (beside ? KEY_COLUMNS : MARGIN)));
    const name = [span(' '.repeat(margin)), span(beside ? pad(names, KEY_COLUMNS) : names, 'key')];
    return beside && cellWidth(names) < KEY_COLUMNS
      ? behind(lines, name, [indent]).map(({ row }) => row)
      : [[span(' '.repeat(margin)), span(names, 'key')], ...behind(lines, [indent]).map(({ row }) => row)];
  });
  return [[span(' '.repeat(margin)), span(title, 'strong')], ...rows].map((row) => fitRow(row, columns));
}
