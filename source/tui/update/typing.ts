/** Keys while text is entered: in a search, or in the section chooser. */

import { type Action, actionOf } from '../input/keys.ts';
import {
  deleteAhead,
  deleteBack,
  deleteToEnd,
  deleteToStart,
  deleteWord,
  insert,
  moveCaret,
  type TextField,
} from '../input/text-field.ts';
import type { Step } from '../state/events.ts';
import { type State, topScreen } from '../state/state.ts';
import { moveInArticle } from './article-scroll.ts';
import { acceptArticleSearch, articleSearchTyped, endArticleSearch } from './article-search.ts';
import { acceptSearch, endSearch, searchTyped } from './list-search.ts';
import { moveInList } from './move-in-list.ts';
import { acceptChoice, chooserTyped, moveChoice } from './section-chooser.ts';
import { popTo, stay } from './steps.ts';

/** The field that typing goes into; null where keys are commands. */
export function fieldOf(state: State): TextField | null {
  const screen = topScreen(state);
  if (screen.kind === 'sections') return screen.field;
  if (screen.kind === 'help') return null;
  return screen.search?.typing ? screen.search.field : null;
}

/** A key pressed, or a text pasted, while text is entered. */
export function type(state: State, field: TextField, text: string): Step {
  return typed(state, insert(field, text));
}

/** A key of the table while text is entered; null where it is none of these. */
export function actWhileTyping(state: State, field: TextField, action: Action): Step | null {
  switch (action) {
    case 'accept':
      return accept(state);
    case 'cancel':
      return cancel(state);
    case 'choice-down':
      return move(state, 1);
    case 'choice-up':
      return move(state, -1);
    case 'caret-left':
      return typed(state, moveCaret(field, -1));
    case 'caret-right':
      return typed(state, moveCaret(field, 1));
    case 'caret-start':
      return typed(state, moveCaret(field, Number.NEGATIVE_INFINITY));
    case 'caret-end':
      return typed(state, moveCaret(field, Number.POSITIVE_INFINITY));
    case 'delete-back':
      return typed(state, deleteBack(field, state.backspaceJamo));
    case 'delete-ahead':
      return typed(state, deleteAhead(field));
    case 'delete-word':
      return typed(state, deleteWord(field));
    case 'delete-to-start':
      return typed(state, deleteToStart(field));
    case 'delete-to-end':
      return typed(state, deleteToEnd(field));
    default:
      return null;
  }
}

/** The text a key types, or null for a key that types none. */
export function textOf(key: string): string | null {
  if (key === 'space') return ' ';
  return /^[a-z][a-z-]+$/.test(key) || actionOf('typing', key) !== null ? null : key;
}

function typed(state: State, field: TextField): Step {
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'sections':
      return chooserTyped(state, screen, field);
    case 'article':
      return articleSearchTyped(state, screen, field);
    case 'help':
      return stay(state);
    default:
      return searchTyped(state, screen, field);
  }
}

function accept(state: State): Step {
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'sections':
      return acceptChoice(state, screen);
    case 'article':
      return acceptArticleSearch(state, screen);
    case 'help':
      return stay(state);
    default:
      return acceptSearch(state, screen);
  }
}

function cancel(state: State): Step {
  const screen = topScreen(state);
  switch (screen.kind) {
    case 'sections':
      return popTo(state, state.screens.length - 1);
    case 'article':
      return endArticleSearch(state, screen);
    case 'help':
      return stay(state);
    default:
      return endSearch(state, screen);
  }
}

/** The arrows choose among what typing found. */
function move(state: State, by: 1 | -1): Step {
  const screen = topScreen(state);
  const action = by > 0 ? 'down' : 'up';
  switch (screen.kind) {
    case 'sections':
      return moveChoice(state, screen, by);
    case 'article':
      return moveInArticle(state, screen, action, null) ?? stay(state);
    case 'help':
      return stay(state);
    default:
      return moveInList(state, screen, action, null) ?? stay(state);
  }
}
