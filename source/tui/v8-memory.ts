import { setFlagsFromString } from 'node:v8';
import { type State, topScreen } from './state/state.ts';

/**
 * What has V8 rather collect its garbage than grow, and leave its heaviest compiler alone, whose threads keep what they
 * worked with: keys are no slower for it.
 */
const FAVOURS: readonly (readonly [on: string, off: string])[] = [
  ['--optimize-for-size', '--no-optimize-for-size'],
  ['--no-turbofan', '--turbofan'],
];

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
  // Each key of a search fills and empties it; doubled whenever more of it lives, it would keep 128 MB for good.
  if (favoured) setFlagsFromString('--semi-space-growth-factor=1');
  for (const [on, off] of FAVOURS) setFlagsFromString(favoured ? on : off);
}
