import { Box, Text } from 'ink';
import { memo, type ReactNode, useSyncExternalStore } from 'react';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';

export interface AppProps {
  readonly store: Store;
  /** The rows of the store's state, as the terminal is sent them. */
  readonly paint: () => readonly string[];
}

/** A line that is measured and laid out again only when it changed. */
const Line = memo(
  ({ text }: { readonly text: string }): ReactNode => <Text wrap="truncate-end">{text}</Text>,
);
Line.displayName = 'Line';

const numbers = new WeakMap<State, number>();
let numbered = 0;

/** A number of its own for each state: React keeps the last two, and the state before may list 10,000 bookmarks. */
function numberOf(state: State): number {
  const number = numbers.get(state) ?? numbered + 1;
  numbered = Math.max(numbered, number);
  numbers.set(state, number);
  return number;
}

/** The whole screen: the rows of the state's view. */
export function App({ store, paint }: AppProps): ReactNode {
  useSyncExternalStore(store.subscribe, () => numberOf(store.getState()));
  const { size } = store.getState();
  return (
    <Box flexDirection="column" width={size.columns} height={size.rows}>
      {paint().map((row, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Line key={y} text={row || ' '} />
      ))}
    </Box>
  );
}
