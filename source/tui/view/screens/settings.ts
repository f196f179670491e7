import { fit, pad } from '../../../korean/fit.ts';
import { type Language, type MessageKey, say } from '../../../messages/index.ts';
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
import type { Body } from '../parts/body.ts';
import { fitRow } from '../parts/rows.ts';
import { searchBox } from '../parts/search-box.ts';

/** The settings: a line each, with its purpose, its value and the values that it may have. */
export function settingsScreen(state: State, screen: SettingsScreen): Body {
  const { body, height, top, detailed } = settingsPage(state);
  const names = settingNames();
  const lines = names
    .slice(top, top + height)
    .map((name, index) => settingRow(state, name, top + index === screen.selected, body.columns));
  const name = names[screen.selected]!;
  const details = detailed ? detailRows(state, name, body.columns) : [];
  const box =
    screen.field === null ? null : searchBox(state, screen.field, '', body.columns, { name: 'screen.value' });
  // With nothing below the lines, the value is typed over the selected one.
  const boxAt = detailed ? lines.length + 1 : screen.selected - top;
  const rows = [...lines, ...details];
  if (box !== null) rows[boxAt] = box.row;
  return {
    bar: [span('  '), span(` ${say(state.language, 'screen.settings')} `, 'current')],
    rows,
    cursor: box === null || boxAt >= body.rows ? null : { x: box.caret, y: body.y + boxAt },
    context: screen.field === null ? 'settings' : 'typing',
  };
}

const GUTTER = 2;
/** The share of a line for a setting's purpose, and the cells of its value. */
const NAME_SHARE = 0.5;
const WIDEST_NAME = 60;
const VALUE = 16;
/** From this width on the other values stand in the line too. */
const WITH_VALUES = 60;

function settingRow(state: State, name: keyof Settings, selected: boolean, columns: number): Row {
  const { language, settings } = state;
  const nameColumns = Math.min(WIDEST_NAME, Math.floor(columns * NAME_SHARE) - GUTTER);
  const about = pad(fit(say(language, settingMessage(name)), nameColumns - 1), nameColumns);
  const value = shownValue(language, settings[name]);
  const gutter = span(selected ? '▌ ' : '  ', 'gutter');
  const rest = columns - GUTTER - nameColumns;
  if (columns < WITH_VALUES) return fitRow([gutter, span(about), span(fit(value, rest), 'strong')], columns);
  return fitRow(
    [
      gutter,
      span(about, selected ? 'strong' : 'plain'),
      span(pad(fit(value, VALUE - 1), VALUE), 'strong'),
      span(fit(valuesOf(language, name), rest - VALUE), 'meta'),
    ],
    columns,
  );
}

/** The selected setting's purpose in full, and its name and values as they are typed in a shell. */
function detailRows({ language }: State, name: keyof Settings, columns: number): Row[] {
  const width = Math.max(1, columns - GUTTER);
  const about = setText(say(language, settingMessage(name)), width, 'plain')[0]?.row ?? [];
  const typed = `donga-tui config set ${name} ‹${SETTINGS[name].allowed}›`;
  return [[], [span('  '), ...about], [span('  '), span(fit(typed, width), 'meta')]];
}

/** The values in plain words; a setting's own words if it has any. */
const WORDS: Readonly<Record<string, MessageKey>> = {
  on: 'value.on',
  off: 'value.off',
  auto: 'value.auto',
  narrow: 'value.narrow',
  wide: 'value.wide',
  ko: 'value.ko',
  en: 'value.en',
  bell: 'value.bell',
  left: 'value.left',
  fresh: 'value.fresh',
  fold: 'value.fold',
  link: 'value.link',
  title: 'value.title',
  quote: 'value.quote',
  blocks: 'value.blocks',
  sky: 'value.sky',
  pine: 'value.pine',
  dusk: 'value.dusk',
  ink: 'value.ink',
  dark: 'value.dark',
  light: 'value.light',
};

function worded(language: Language, written: string): string {
  const key = WORDS[written];
  return key === undefined ? written : say(language, key);
}

function shownValue(language: Language, value: Settings[keyof Settings]): string {
  if (Array.isArray(value)) return value.map((name) => sectionLabel(name, language)).join(', ');
  return value === 0 ? say(language, 'value.off') : worded(language, writtenValue(value));
}

/** The values that a setting may have. */
function valuesOf(language: Language, name: keyof Settings): string {
  const { values, allowed }: Setting<unknown> = SETTINGS[name] as Setting<unknown>;
  return values.length === 0
    ? allowed
    : values.map((value) => worded(language, writtenValue(value as Settings[keyof Settings]))).join(' · ');
}
