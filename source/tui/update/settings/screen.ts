/** The settings screen's keys: each line is changed in its place. */
import {
  allowedParams,
  misfitIn,
  SETTINGS,
  type Setting,
  type Settings,
  writtenValue,
} from '../../../storage/config/settings-table.ts';
import type { Movement } from '../../input/keys.ts';
import { fieldWith, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import type { Screen, SettingsScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { settingNames, settingsPage } from '../../view/layout/settings.ts';
import { andThen, notify, popTo, push, putTop, stay } from '../steps.ts';
import { changeSetting } from './change.ts';

/** `,`: the settings, on top of the other screens; again, or from below another screen, back to them. */
export function openSettings(state: State, screen: Screen): Step {
  if (screen.kind === 'settings') return popTo(state, state.screens.length - 1);
  const at = state.screens.findIndex(({ kind }) => kind === 'settings');
  if (at >= 0) return popTo(state, at + 1);
  return stay(push(state, { kind: 'settings', selected: 0, field: null }));
}

export const closeSettings = (state: State): Step => popTo(state, state.screens.length - 1);

export function moveInSettings(
  state: State,
  screen: SettingsScreen,
  movement: Movement,
  count: number | null,
): Step {
  const times = count ?? 1;
  const last = settingNames().length - 1;
  const page = Math.max(1, settingsPage(state).height) * times;
  const half = Math.max(1, Math.floor(page / 2));
  const { selected } = screen;
  const to: Readonly<Record<Movement, number>> = {
    down: selected + times,
    up: selected - times,
    'half-down': selected + half,
    'half-up': selected - half,
    'page-down': selected + page,
    'page-up': selected - page,
    first: times - 1,
    last: count === null ? last : count - 1,
  };
  return stay(putTop(state, { ...screen, selected: Math.max(0, Math.min(last, to[movement])) }));
}

function selectedSetting({ selected }: SettingsScreen): { name: keyof Settings; entry: Setting<unknown> } {
  const name = settingNames()[selected]!;
  return { name, entry: SETTINGS[name] as Setting<unknown> };
}

/** The next value, or the one before; for a value that can only be typed, a line to type it in. */
export function stepValue(state: State, screen: SettingsScreen, by: 1 | -1): Step {
  const { name, entry } = selectedSetting(screen);
  if (entry.step === undefined) return typeValue(state, screen);
  return changeSetting(state, name, entry.step(state.settings[name], by) as never);
}

/** Enter: the next of a few values; any other is typed. */
export function enterValue(state: State, screen: SettingsScreen): Step {
  return selectedSetting(screen).entry.values.length > 0
    ? stepValue(state, screen, 1)
    : typeValue(state, screen);
}

function typeValue(state: State, screen: SettingsScreen): Step {
  const { name } = selectedSetting(screen);
  return stay(putTop(state, { ...screen, field: fieldWith(writtenValue(state.settings[name])) }));
}

/** Back to the value that a setting has by default. */
export function resetValue(state: State, screen: SettingsScreen): Step {
  const { name, entry } = selectedSetting(screen);
  return changeSetting(notify(state, 'notice.default-value'), name, entry.fallback as never);
}

export const valueTyped = (state: State, screen: SettingsScreen, field: TextField): Step =>
  stay(putTop(state, { ...screen, field }));

/** Enter: keeps the typed value; an invalid one stays in the line, and a notice shows the valid ones. */
export function acceptValue(state: State, screen: SettingsScreen): Step {
  const { name, entry } = selectedSetting(screen);
  const value = entry.parse(screen.field?.text ?? '');
  if (value === null) {
    const value = misfitIn(entry, screen.field?.text ?? '');
    return stay(notify(state, 'notice.bad-value', { value, ...allowedParams(entry) }, 'alert'));
  }
  return andThen(cancelValue(state, screen), (next) => changeSetting(next, name, value as never));
}

export const cancelValue = (state: State, screen: SettingsScreen): Step =>
  stay(putTop(state, { ...screen, field: null }));
