import { cellWidth } from '../../../korean/cells.ts';
import { fit, pad } from '../../../korean/fit.ts';
import { type Language, say, sayIfAny } from '../../../messages/index.ts';
import { sectionLabel } from '../../../sections.ts';
import {
  SETTINGS,
  type Setting,
  type Settings,
  settingMessage,
  writtenValue,
} from '../../../storage/config/settings-table.ts';
import { setText } from '../../../typeset/blocks.ts';
import { type Row, span } from '../../../typeset/rows.ts';
import type { SettingsScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { settingNames, settingsPage } from '../layout/settings.ts';
import { type Body, placeOf } from '../parts/body.ts';
import { fitRow } from '../parts/rows.ts';
import { searchBox } from '../parts/search-box.ts';

/** The settings: a line each, with its name and value, and if there is room the values that it may have. */
export function settingsScreen(state: State, screen: SettingsScreen): Body {
  const { body, height, top, details } = settingsPage(state);
  const names = settingNames();
  const lines = names
    .slice(top, top + height)
    .map((name, index) => settingRow(state, name, top + index === screen.selected));
  const name = names[screen.selected]!;
  const below = details > 0 ? detailRows(state, name, body.columns).slice(0, details) : [];
  const box =
    screen.field === null ? null : searchBox(state, screen.field, '', body.columns, { name: 'screen.value' });
  // With nothing below the lines, the value is typed over the selected one.
  const boxAt = details > 0 ? lines.length + 1 : screen.selected - top;
  const rows = [...lines, ...below];
  if (box !== null) rows[boxAt] = box.row;
  return {
    bar: [span('  '), span(` ${say(state.language, 'screen.settings')} `, 'current')],
    rows,
    cursor: box === null || boxAt >= body.rows ? null : { x: box.caret, y: body.y + boxAt },
    context: screen.field === null ? 'settings' : 'typing',
    position: placeOf(screen.selected, names.length),
  };
}

const GUTTER = 2;
const GAP = 2;

/** The cells of the widest name, and of the widest value that is one of a few: of all settings in a language. */
interface Widths {
  readonly name: number;
  readonly value: number;
  /** Of the longest list of values. */
  readonly values: number;
}

const widths = new Map<Language, Widths>();

function widthsIn(language: Language): Widths {
  let known = widths.get(language);
  if (known === undefined) {
    const names = settingNames();
    const widest = (texts: readonly string[]): number => Math.max(...texts.map(cellWidth));
    known = {
      name: widest(names.map((name) => say(language, settingMessage(name)))),
      value: widest([...names.flatMap((name) => choicesOf(language, name)), asked(language)]),
      values: widest(names.map((name) => choicesOf(language, name).join(BETWEEN))),
    };
    widths.set(language, known);
  }
  return known;
}

/** With no room for all values of every setting, only those of the selected one stand below. */
function settingRow({ language, settings, size }: State, name: keyof Settings, selected: boolean): Row {
  const { columns } = size;
  const widest = widthsIn(language);
  const room = columns - GUTTER;
  const nameColumns = Math.min(widest.name + GAP, Math.max(1, Math.floor(room / 2)));
  // On a narrow screen names keep the cells that short values leave.
  const about = columns - GUTTER - widest.name - GAP >= widest.value ? widest.name + GAP : nameColumns;
  const rest = Math.max(1, room - about);
  const whole = rest >= widest.value + GAP + widest.values;
  const value = shortValue(language, name, settings);
  return fitRow(
    [
      span(selected ? '▌ ' : '  ', 'gutter'),
      span(pad(fit(say(language, settingMessage(name)), about - 1), about), selected ? 'strong' : 'plain'),
      span(whole ? pad(value, widest.value + GAP) : fit(value, rest), 'strong'),
      ...(whole ? [span(choicesOf(language, name).join(BETWEEN), 'meta')] : []),
    ],
    columns,
  );
}

/** The selected setting: its values in words, or its whole value, and how it is set in a shell. */
function detailRows({ language, settings }: State, name: keyof Settings, columns: number): Row[] {
  const width = Math.max(1, columns - GUTTER);
  const choices = choicesOf(language, name);
  const about =
    choices.length > 0
      ? say(language, 'setting.values', { values: choices.join(BETWEEN) })
      : wholeValue(language, name, settings);
  const typed = `donga-tui config set ${name} ‹${SETTINGS[name].allowed}›`;
  return [
    [],
    ...[about, typed].flatMap((text) => setText(text, width, 'meta').map(({ row }) => [span('  '), ...row])),
  ];
}

const BETWEEN = ' · ';

/** A value in the words of the interface, if it is one of those that a setting has words for. */
function worded(language: Language, name: keyof Settings, written: string): string {
  const { values, fallback }: Setting<unknown> = SETTINGS[name] as Setting<unknown>;
  const known = [...values, fallback].some((each) => writtenValue(each as never) === written);
  return (known ? sayIfAny(language, `value.${written}`) : null) ?? written;
}

/** The language in force, if the command line asks for it. */
const asked = (language: Language): string => `${worded(language, 'lang', language)} (--lang)`;

/** The value in the words of a list; lists of things by their number. */
function shortValue(language: Language, name: keyof Settings, settings: Settings): string {
  const value = settings[name];
  if (typeof value === 'object') {
    const { length } = Array.isArray(value) ? value : Object.keys(value);
    return say(language, length === 0 ? 'value.none' : 'value.count', { count: length });
  }
  return wholeValue(language, name, settings);
}

function wholeValue(language: Language, name: keyof Settings, settings: Settings): string {
  const value = settings[name];
  if (value === 0) return say(language, 'value.off');
  if (name === 'sections') return settings.sections.map((each) => sectionLabel(each, language)).join(', ');
  const written = writtenValue(value);
  if (written === '') return say(language, 'value.none');
  // The command line's language goes before the one that is kept.
  if (name === 'lang' && settings.lang !== language) return asked(language);
  if (name === 'width') return say(language, 'value.cells', { count: written });
  return worded(language, name, written);
}

/** The values that a setting may have, in words; none if it is typed. */
function choicesOf(language: Language, name: keyof Settings): string[] {
  const { values }: Setting<unknown> = SETTINGS[name] as Setting<unknown>;
  return values.map((value) => worded(language, name, writtenValue(value as never)));
}
