import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
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

/** How long nothing must have happened before garbage is collected, in ms: the keys of who types quickly come between. */
const AT_REST = 40;
/** How much the heap must have grown since, in bytes: a few keys of a search. */
const GROWN = 6e6;

let favoured = false;
let collecting: NodeJS.Timeout | null = null;
/** The bytes in use after the last collection. */
let inUse = 0;
/** Whether the bookmarks were on one of the screens: 10,000 of them, and the search in them, are 20 MB. */
let hadBookmarks = false;

/**
 * Favours memory: a reader stays open for days, and a key makes little work. Not while a search is typed, which would be
 * half as quick, nor before the first list is there. To be called after each change of the state.
 */
export function favourMemory(state: State): void {
  collectAtRest();
  const hasBookmarks = state.screens.some(({ kind }) => kind === 'bookmarks');
  // They are let go of, which makes garbage without the heap growing.
  if (hadBookmarks && !hasBookmarks) inUse = 0;
  hadBookmarks = hasBookmarks;
  const screen = topScreen(state);
  const searching = 'search' in screen && screen.search?.typing === true;
  if (favoured !== searching) return;
  favoured = !searching;
  if (favoured) setFlagsFromString(SMALL_YOUNG_HEAP);
  for (const [on, off] of FAVOURS) setFlagsFromString(favoured ? on : off);
}

/**
 * Collects garbage, some 15 ms once nothing is left to do. V8 alone waits until there is several times as
 * much as is in use: the data of a search key are old by the time they are garbage, some MB a key.
 */
function collectAtRest(): void {
  if (collecting !== null) {
    collecting.refresh();
    return;
  }
  collecting = setTimeout(() => {
    collecting = null;
    if (usedBytes() < inUse + GROWN) return;
    collectGarbage();
    inUse = usedBytes();
  }, AT_REST).unref();
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

let collector: (() => void) | null = null;

function collectGarbage(): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as () => void;
    setFlagsFromString('--no-expose-gc');
  }
  collector();
}
