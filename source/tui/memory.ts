import { setFlagsFromString } from 'node:v8';
import { type State, topScreen } from './state.ts';

let favoured = false;

/**
 * Has V8 rather collect its garbage than grow: a reader stays open for days, and a key makes little of it. Not while a
 * search is typed, which would be half as quick, nor before the first list is there.
 */
export function favourMemory(state: State): void {
  const screen = topScreen(state);
  const searching = 'search' in screen && screen.search?.typing === true;
  if (favoured !== searching) return;
  favoured = !searching;
  setFlagsFromString(favoured ? '--optimize-for-size' : '--no-optimize-for-size');
}
