/** The settings screen's lines, and which of them are in sight. */
import { SETTINGS, type Settings } from '../../../storage/config/settings-table.ts';
import { type State, topScreen } from '../../state/state.ts';
import { layoutOf, type Rect } from './screen.ts';

/** All settings, in the order of their table. */
export const settingNames = (): readonly (keyof Settings)[] => Object.keys(SETTINGS) as (keyof Settings)[];

/** Rows below the lines for the selected setting: an empty one, its values, and how a shell sets it. */
const DETAILS = 5;
const FEW_DETAILS = 3;
/** With fewer rows, there are few details; with still fewer, all rows are for the lines. */
const DETAILS_FROM = 11;
const FEW_DETAILS_FROM = 8;

export interface SettingsPage {
  readonly body: Rect;
  /** Rows for lines, and the first line in sight. */
  readonly height: number;
  readonly top: number;
  /** The rows that describe the selected setting below the lines. */
  readonly details: number;
}

export function settingsPage(state: State): SettingsPage {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const screen = topScreen(state);
  const selected = screen.kind === 'settings' ? screen.selected : 0;
  const details = body.rows >= DETAILS_FROM ? DETAILS : body.rows >= FEW_DETAILS_FROM ? FEW_DETAILS : 0;
  const height = Math.max(0, body.rows - details);
  const last = Math.max(0, settingNames().length - height);
  return { body, height, top: Math.max(0, Math.min(last, selected - Math.floor(height / 2))), details };
}
