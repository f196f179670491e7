import { setFlagsFromString } from 'node:v8';
import { type State, topScreen } from './state/state.ts';

/**
 * Flags that make V8 collect garbage rather than grow, and switch off its heaviest compiler, whose threads
 * keep their memory: keys are no slower.
 */
const FAVOURS: readonly (readonly [on: string, off: string])[] = [
  ['--optimize-for-size', '--no-optimize-for-size'],
  ['--no-turbofan', '--turbofan'],
];

/**
 * Keeps the young generation as small as it begins: keys of a search fill it, and it would double each time, to 128 MB,
 * and keep that.
 */
const SMALL_YOUNG_HEAP = '--semi-space-growth-factor=1';

let favoured = false;

/**
 * Favours memory: a reader stays open for days, and a key makes little work. Not while a search is typed, which would be
 * half as quick, nor before the first list is there.
 */
export function favourMemory(state: State): void {
  const screen = topScreen(state);
  const searching = 'search' in screen && screen.search?.typing === true;
  if (favoured !== searching) return;
  favoured = !searching;
  if (favoured) setFlagsFromString(SMALL_YOUNG_HEAP);
  for (const [on, off] of FAVOURS) setFlagsFromString(favoured ? on : off);
}
