/** A setting changed while reading: in force at once, and kept for the next start. */
import { FOLLOWING } from '../../../sections.ts';
import { namedCommand } from '../../../storage/config/named-commands.ts';
import type { Settings } from '../../../storage/config/settings-table.ts';
import { DEFAULT_KEYMAP, keymapOf, withoutKeys } from '../../input/keymap.ts';
import { commandProblems } from '../../input/own-commands.ts';
import type { Step } from '../../state/effects.ts';
import type { Event } from '../../state/events.ts';
import { allOf } from '../../state/folding.ts';
import { type State, topScreen } from '../../state/state.ts';
import { listGeometry, replaceItems } from '../../view/layout/list.ts';
import { inSight } from '../in-sight.ts';
import { putScreen, stay, warn, withEffects } from '../steps.ts';
import { barOf, tabsOf } from './bar.ts';

/** Changes a setting. `run.ts` applies to the terminal whatever concerns it. */
export function changeSetting<Name extends keyof Settings>(
  state: State,
  name: Name,
  value: Settings[Name],
): Step {
  if (state.settings[name] === value) return stay(state);
  const settings = { ...state.settings, [name]: value };
  return withEffects(inForce({ ...state, settings }, name), {
    type: 'keep-setting',
    setting: { [name]: value } as Partial<Settings>,
    before: { [name]: state.settings[name] } as Partial<Settings>,
  });
}

/**
 * Shows the former bookmarks folder if the new one was refused, unless it was changed again. Any other setting that
 * cannot be kept is in force until the end of this run.
 */
export function settingNotKept(
  state: State,
  { setting, before }: Extract<Event, { type: 'setting-not-kept' }>,
): State {
  const refused = setting['bookmarks-folder'];
  if (refused === undefined || refused !== state.settings['bookmarks-folder']) return state;
  return { ...state, settings: { ...state.settings, ...before } };
}

/**
 * The state with the keys that the settings choose for actions and commands; a warning shows those that
 * cannot be used.
 */
export function withKeymap(state: State): State {
  const { keys, commands } = state.settings;
  const keymap = Object.keys(keys).length === 0 ? DEFAULT_KEYMAP : keymapOf(keys);
  const problems = [...keymap.problems, ...commandProblems(commands, keymap)];
  const taken = new Set(commands.flatMap((line) => namedCommand(line)?.key ?? []));
  return problems.reduce(warn, { ...state, keymap: withoutKeys(keymap, taken) });
}

/** The state with all that hangs on a setting. */
function inForce(state: State, name: keyof Settings): State {
  const { settings } = state;
  const tabs = [...state.sections, ...state.moreSections];
  switch (name) {
    case 'lang': {
      const bar = state.sections.map((tab) => tab.name);
      return { ...state, language: settings.lang, ...tabsOf(bar, settings.lang, tabs) };
    }
    case 'sections': {
      const bar = barOf({
        listed: settings.sections,
        watches: state.sections.some((tab) => tab.name === FOLLOWING.name),
        section: state.screens[0].section,
      });
      return { ...state, ...tabsOf(bar, state.language, tabs) };
    }
    case 'images': {
      const { photos } = state;
      if (photos.none === 'no-colour') return state;
      return { ...state, photos: { ...photos, none: settings.images === 'off' ? 'off' : null } };
    }
    case 'stories': {
      const [first] = state.screens;
      const list = replaceItems(
        first.list,
        allOf(first.list),
        first.list.complete,
        listGeometry(state, first),
      );
      return putScreen(state, 0, { ...first, list });
    }
    case 'keys':
    case 'commands':
      return withKeymap(state);
    case 'metered':
      return { ...state, photos: { ...state.photos, unasked: !settings.metered } };
    default:
      return 'list' in topScreen(state) ? inSight(state) : state;
  }
}
