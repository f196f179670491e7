import { Box, Text, useApp, useCursor } from 'ink';
import { memo, type ReactNode, useEffect, useSyncExternalStore } from 'react';
import type { Row } from '../typeset/rows.ts';
import type { Store } from './store.ts';
import { view } from './view.ts';

export interface AppProps {
  readonly store: Store;
  /** A row as the terminal is sent it. */
  readonly paint: (row: Row) => string;
  /** Given, once on screen, Ink's way of handing the terminal over and taking it back. */
  readonly onReady?: (suspend: Suspend) => void;
}

/** Leaves the screen while the callback runs, then draws all of it anew. */
export type Suspend = (callback: () => Promise<void>) => Promise<unknown>;

/** A line that is measured and laid out again only when it changed. */
const Line = memo(
  ({ text }: { readonly text: string }): ReactNode => <Text wrap="truncate-end">{text}</Text>,
);
Line.displayName = 'Line';

/** The whole screen: the rows of the state's view, and the cursor where text is entered. */
export function App({ store, paint, onReady }: AppProps): ReactNode {
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const { suspendTerminal } = useApp();
  const { setCursorPosition } = useCursor();
  useEffect(() => onReady?.(suspendTerminal as Suspend), [onReady, suspendTerminal]);

  const { rows, cursor } = view(state);
  setCursorPosition(cursor ?? undefined);
  return (
    <Box flexDirection="column" width={state.size.columns} height={state.size.rows} overflow="hidden">
      {rows.map((row, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Line key={y} text={paint(row) || ' '} />
      ))}
    </Box>
  );
}
