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
/** How many bookmarks the screens have listed: 10,000 of them, and the search in them, are 20 MB. */
let listed = 0;
/** Whether many were left since the last collection, which lets go of much without the heap growing. */
let letGo = false;
/** How many are many. */
const MANY = 1000;

/**
 * Favours memory: a reader stays open for days, and a key makes little work. Not while a search is typed, which would be
 * half as quick, nor before the first list is there. To be called after each change of the state.
 */
export function favourMemory(state: State): void {
  collectAtRest();
  const bookmarks = state.screens.find((each) => each.kind === 'bookmarks');
  letGo ||= bookmarks === undefined && listed > MANY;
  listed = bookmarks === undefined ? 0 : Math.max(listed, bookmarks.list.items.length);
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
    if (!letGo && usedBytes() < inUse + GROWN) return;
    collectGarbage(letGo ? 'last-resort' : 'regular');
    letGo = false;
    inUse = usedBytes();
  }, AT_REST).unref();
}

function usedBytes(): number {
  const { used_heap_size: heap, external_memory: external } = getHeapStatistics();
  return heap + external;
}

type Flavor = 'regular' | 'last-resort';

let collector: ((how: { type: 'major'; execution: 'sync'; flavor: Flavor }) => void) | null = null;

/** Collects garbage. After the regular way, V8 keeps the memory of empty pages for some seconds. */
function collectGarbage(flavor: Flavor): void {
  if (collector === null) {
    setFlagsFromString('--expose-gc');
    collector = runInNewContext('gc') as NonNullable<typeof collector>;
    setFlagsFromString('--no-expose-gc');
  }
  collector({ type: 'major', execution: 'sync', flavor });
}
