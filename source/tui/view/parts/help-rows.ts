/** The help as rows: the keys from the table of them, a category after the other, the filters of a search, and the marks of lists. */
import { cellWidth } from '../../../korean/cells.ts';
import { pad } from '../../../korean/fit.ts';
import { say } from '../../../messages/index.ts';
import { examplesIn, FILTERS } from '../../../search/query/filters.ts';
import { namedCommand } from '../../../storage/config/named-commands.ts';
import { behind, type SetLine, setText } from '../../../typeset/blocks.ts';
import { type Row, rowText, span } from '../../../typeset/rows.ts';
import { type Keymap, keysOf } from '../../input/keymap.ts';
import { CATEGORIES, type Category, KEYS, keyName } from '../../input/keys.ts';
import type { HelpScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { type Match, matchesInLines, type TextLine } from '../layout/matches.ts';
import { layoutOf } from '../layout/screen.ts';
import { LEGEND } from './marks.ts';
import { fitRow, padRow } from './rows.ts';

const MARGIN = 2;
const GAP = 2;
const KEY_COLUMNS = 21;
/** The fewest cells for a key's description. */
const NARROWEST = 16;
/** From this width on the keys stand in two columns. */
const TWO_COLUMNS = 110;

/** All rows of the help, and the texts in them that a search looks through: a heading, a key and its effect. */
interface SetHelp {
  readonly rows: readonly Row[];
  readonly texts: readonly (readonly TextLine[])[];
}

interface HelpPage extends SetHelp {
  /** The number of rows in sight. */
  readonly height: number;
  /** The first row in sight, and the greatest that it may be. */
  readonly top: number;
  readonly last: number;
}

/** The help at this size. */
export function helpPage(state: State, screen: HelpScreen): HelpPage {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const help = setOnce(state);
  const height = Math.max(0, body.rows - (screen.search === null ? 0 : 1));
  const last = Math.max(0, help.rows.length - height);
  return { ...help, height, top: Math.max(0, Math.min(screen.top, last)), last };
}

/** All matches of a query in the help, in reading order, column by column. */
export function helpMatches({ texts }: SetHelp, query: string): readonly Match[] {
  return query.trim() === '' ? [] : texts.flatMap((lines) => matchesInLines(lines, query));
}

const cache = new WeakMap<Keymap, { readonly key: string; readonly help: SetHelp }>();

function setOnce(state: State): SetHelp {
  const { columns } = state.size;
  const key = `${columns} ${state.language} ${state.settings.commands.join('\n')}`;
  const known = cache.get(state.keymap);
  if (known?.key === key) return known.help;
  const help = setHelp(state, columns);
  cache.set(state.keymap, { key, help });
  return help;
}

/** A row of the help; rows of one text have the same number, rows without text none. */
interface HelpLine extends Pick<SetLine, 'row' | 'margin' | 'continued'> {
  readonly text: number | null;
}

const EMPTY: HelpLine = { row: [], margin: 0, continued: false, text: null };

function setHelp(state: State, columns: number): SetHelp {
  const half = Math.floor(columns / 2);
  const two = columns >= TWO_COLUMNS;
  const columnWidth = two ? half - GAP : columns;
  let texts = 1;
  const entries = [
    ...(Object.keys(CATEGORIES) as Category[]).map((category) => categoryEntries(state, category)),
    ...ownEntries(state),
    filterEntries(state),
    markEntries(state),
  ].map((group) => {
    const lines = groupLines(group, columnWidth, texts);
    texts += group.entries.length + 1;
    return lines;
  });
  const groups = [noteLines(state, columnWidth), ...entries];
  const [left, right] = two
    ? groups
        .map((_, at) => [stacked(groups.slice(0, at)), stacked(groups.slice(at))] as const)
        .reduce((best, each) => (longer(each) < longer(best) ? each : best))
    : [stacked(groups), []];
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, y) =>
    two ? [...padRow(left[y]?.row ?? [], half), ...(right[y]?.row ?? [])] : left[y]!.row,
  );
  const before = (y: number): number => rowText(padRow(left[y]?.row ?? [], half)).length;
  return { rows, texts: [...textsOf(left, () => 0), ...textsOf(right, before)] };
}

/** The texts of a column; `before`: UTF-16 units before it in a row. */
function textsOf(column: readonly HelpLine[], before: (row: number) => number): TextLine[][] {
  const texts = new Map<number, TextLine[]>();
  for (const [row, { row: spans, margin, continued, text }] of column.entries()) {
    if (text === null) continue;
    const line = { row, text: rowText(spans).slice(margin), margin: before(row) + margin, continued };
    texts.set(text, [...(texts.get(text) ?? []), line]);
  }
  return [...texts.values()];
}

/** Groups under one another, an empty row between them. */
function stacked(groups: readonly (readonly HelpLine[])[]): HelpLine[] {
  return groups.flatMap((group, index) => (index === 0 ? group : [EMPTY, ...group]));
}

const longer = ([left, right]: readonly [readonly unknown[], readonly unknown[]]): number =>
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
    entries: FILTERS.map(({ examples, description }) => [
      examplesIn(examples, language).join(' '),
      say(language, description),
    ]),
  };
}

function markEntries({ language }: State): Group {
  return {
    title: say(language, 'marks'),
    entries: [
      ...LEGEND.map(([sign, means]) => [sign, say(language, means)] as const),
      [say(language, 'list.note'), say(language, 'mark.noted')],
      [say(language, 'list.muted'), say(language, 'mark.muted')],
      [say(language, 'corrections.mark'), say(language, 'mark.edited')],
      [`${say(language, 'found.initials')}, …`, say(language, 'mark.found')],
    ],
  };
}

/** Notes that hold for all keys. */
function noteLines({ language, keymap }: State, columns: number): HelpLine[] {
  const margin = columns >= 24 ? MARGIN : 0;
  const set = setText(say(language, 'help.note', keymap.names), Math.max(1, columns - margin), 'plain');
  return behind(set, [span(' '.repeat(margin))]).map((line) => ({ ...line, text: 0 }));
}

/** A group in so many cells: a text too long for its row continues below. `first`: the number of its heading. */
function groupLines({ title, entries }: Group, columns: number, first: number): HelpLine[] {
  const margin = columns >= 24 ? MARGIN : 0;
  const edge = span(' '.repeat(margin));
  // Without room for two columns, a key's effect stands under it.
  const beside = columns >= margin + KEY_COLUMNS + NARROWEST;
  const alone = (row: Row): HelpLine => ({ row: [edge, ...row], margin, continued: false, text: null });
  const lines = entries.map(([names, does]): HelpLine[] => {
    const room = columns - margin - (beside ? KEY_COLUMNS : MARGIN);
    const set = setText(does, Math.max(1, room), 'plain');
    const indent = span(' '.repeat(margin + (beside ? KEY_COLUMNS : MARGIN)));
    const name = [edge, span(beside ? pad(names, KEY_COLUMNS) : names, 'key')];
    const rows: Omit<HelpLine, 'text'>[] =
      beside && cellWidth(names) < KEY_COLUMNS
        ? behind(set, name, [indent]).map((line, at) => (at === 0 ? { ...line, margin } : line))
        : [alone([span(names, 'key')]), ...behind(set, [indent])];
    return rows.map((line) => ({ ...line, text: null }));
  });
  return [[alone([span(title, 'strong')])], ...lines].flatMap((each, at) =>
    each.map((line) => ({ ...line, row: fitRow(line.row, columns), text: first + at })),
  );
}
