/** Keys while text is entered: in a search, or in the section chooser. */

import { actionOf } from '../../input/keymap.ts';
import { fieldWith, insert, type TextField } from '../../input/text-field.ts';
import type { Step } from '../../state/effects.ts';
import { type State, topScreen } from '../../state/state.ts';
import { moveInArticle } from '../article/article-scroll.ts';
import { acceptArticleSearch, articleSearchTyped, endArticleSearch } from '../article/article-search.ts';
import { acceptEdit, editedField, editTyped, stepEdit } from '../list/edit-bookmark.ts';
import { acceptPipe, pipeTyped, stepFormat } from '../list/hand-over.ts';
import { acceptSearch, endSearch, searchTyped } from '../list/list-search.ts';
import { moveInList } from '../list/move-in-list.ts';
import { acceptHelpSearch, endHelpSearch, helpSearchTyped, moveInHelp } from '../pages/help.ts';
import { acceptChoice, chooserTyped, moveChoice } from '../pages/section-chooser.ts';
import { acceptValue, cancelValue, valueTyped } from '../settings/screen.ts';
import { popTo, stay } from '../steps.ts';

/** The field that is typed into; null where keys are commands. */
export function fieldOf(state: State): TextField | null {
  const screen = topScreen(state);
  if (screen.kind === 'sections') return screen.field;
  if (screen.kind === 'edit') return editedField(screen);
  if (screen.kind === 'pipe') return screen.field;
  if (screen.kind === 'settings') return screen.field;
  if (!('search' in screen)) return null;
  return screen.search?.typing ? screen.search.field : null;
}

/** A key pressed, or a text pasted, while text is entered. */
export function type(state: State, field: TextField, text: string): Step {
  return typed(state, insert(isOffered(state) ? fieldWith('') : field, text));
}

/** Changes the text being entered, or its caret. */
export function changeText(state: State, change: (field: TextField) => TextField): Step {
  const field = fieldOf(state);
  if (field === null) return stay(state);
  const changed = change(field);
  return typed(state, isOffered(state) && changed.text !== field.text ? fieldWith('') : changed);
}

/** Whether the whole text is offered by the program: as in an address bar, it is deleted or replaced as one. */
function isOffered(state: State): boolean {
  const screen = topScreen(state);
  return screen.kind === 'pipe' && screen.isOffered;
}

/** The text a key types, or null for a key that types none. */
export function textOf({ keymap }: State, key: string): string | null {
  if (key === 'space') return ' ';
  return /^[a-z][a-z-]+$/.test(key) || actionOf(keymap, 'typing', key) !== null ? null : key;
}

/** Takes in a changed text wherever it is being entered. */
export function typed(state: State, field: TextField): Step {
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'sections':
      return chooserTyped(state, screen, field);
    case 'edit':
      return editTyped(state, screen, field);
    case 'pipe':
      return pipeTyped(state, screen, field);
    case 'settings':
      return valueTyped(state, screen, field);
    case 'article':
      return articleSearchTyped(state, screen, field);
    case 'help':
      return helpSearchTyped(state, screen, field);
    case 'photo':
    case 'changes':
    case 'pick':
    case 'day':
      return stay(state);
    default:
      return searchTyped(state, screen, field);
  }
}

/** Enter: to the results, or to the chosen section. */
export function accept(state: State): Step {
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'sections':
      return acceptChoice(state, screen);
    case 'edit':
      return acceptEdit(state, screen);
    case 'pipe':
      return acceptPipe(state, screen);
    case 'settings':
      return acceptValue(state, screen);
    case 'article':
      return acceptArticleSearch(state, screen);
    case 'help':
      return acceptHelpSearch(state, screen);
    case 'photo':
    case 'changes':
    case 'pick':
    case 'day':
      return stay(state);
    default:
      return acceptSearch(state, screen);
  }
}

/** Esc: leaves the search or the chooser for the reader's place before. */
export function cancel(state: State): Step {
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'sections':
    case 'edit':
    case 'pipe':
      return popTo(state, state.screens.length - 1);
    case 'settings':
      return cancelValue(state, screen);
    case 'article':
      return endArticleSearch(state, screen);
    case 'help':
      return endHelpSearch(state, screen);
    case 'photo':
    case 'changes':
    case 'pick':
    case 'day':
      return stay(state);
    default:
      return endSearch(state, screen);
  }
}

/** The arrows choose among the results while typing. */
export function stepChoice(state: State, by: 1 | -1): Step {
  const screen = topScreen(state);
  const movement = by > 0 ? 'down' : 'up';
  switch (screen.kind) {
    case 'sections':
      return moveChoice(state, screen, by);
    case 'edit':
      return stepEdit(state, screen);
    case 'pipe':
      return stepFormat(state, screen, by);
    case 'article':
      return moveInArticle(state, screen, movement, null);
    case 'help':
      return moveInHelp(state, screen, movement, null);
    case 'photo':
    case 'settings':
    case 'changes':
    case 'pick':
    case 'day':
      return stay(state);
    default:
      return moveInList(state, screen, movement, null);
  }
}
