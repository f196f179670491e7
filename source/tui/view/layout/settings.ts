/** The settings screen's lines, and which of them are in sight. */
import { SETTINGS, type Settings } from '../../../storage/config/settings-table.ts';
import { type State, topScreen } from '../../state/state.ts';
import { layoutOf, type Rect } from './screen.ts';

/** All settings, in the order of their table. */
export const settingNames = (): readonly (keyof Settings)[] => Object.keys(SETTINGS) as (keyof Settings)[];

/** Rows below the lines for the selected setting: an empty one, its description and its values. */
const DETAILS = 3;
/** With fewer rows, all of them are for the lines. */
const DETAILS_FROM = 8;

export interface SettingsPage {
  readonly body: Rect;
  /** Rows for lines, and the first line in sight. */
  readonly height: number;
  readonly top: number;
  /** The selected setting is described below the lines. */
  readonly detailed: boolean;
}

export function settingsPage(state: State): SettingsPage {
  const { body } = layoutOf(state.size, state.edition.kind === 'sample', 'none');
  const screen = topScreen(state);
  const selected = screen.kind === 'settings' ? screen.selected : 0;
  const detailed = body.rows >= DETAILS_FROM;
  const height = Math.max(0, body.rows - (detailed ? DETAILS : 0));
  const last = Math.max(0, settingNames().length - height);
  return { body, height, top: Math.max(0, Math.min(last, selected - Math.floor(height / 2))), detailed };
}
