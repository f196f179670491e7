/** The section chooser. */

import { EMPTY, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import type { SectionsScreen } from '../../state/screens.ts';
import type { State } from '../../state/state.ts';
import { sectionChoices } from '../../view/layout/section-choices.ts';
import { toSection } from '../list/headlines.ts';
import { push, putTop, stay } from '../steps.ts';

/** Opens the chooser with the section being read selected. */
export function openChooser(state: State): Step {
  const { section } = state.screens[0];
  const screen: SectionsScreen = { kind: 'sections', field: EMPTY, selected: 0 };
  const selected = sectionChoices(state, screen).findIndex(({ tab }) => tab.name === section);
  return stay(push(state, { ...screen, selected: Math.max(0, selected) }));
}

export function chooserTyped(state: State, screen: SectionsScreen, field: TextField): Step {
  const same = field.text === screen.field.text;
  return stay(putTop(state, { ...screen, field, selected: same ? screen.selected : 0 }));
}

export function moveChoice(state: State, screen: SectionsScreen, by: number): Step {
  const last = sectionChoices(state, screen).length - 1;
  const selected = Math.max(0, Math.min(last, screen.selected + by));
  return stay(putTop(state, { ...screen, selected }));
}

/** Goes to the chosen section; does nothing if none is offered. */
export function acceptChoice(state: State, screen: SectionsScreen): Step {
  const choice = sectionChoices(state, screen)[screen.selected];
  return choice === undefined ? stay(state) : toSection(state, choice.tab.name);
}
