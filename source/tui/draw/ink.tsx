/**
 * Ink is handed finished rows, and gives back whole frames.
 *
 * The views fit every row themselves: Ink's own wrapping leaves a space at the start of a line that a word
 * filled, it measures and copies every cell of every frame, and writes to a terminal relative to its last
 * write. So `terminal/screen.ts` finds the difference and writes it. What Ink still does: it runs React, lays
 * the rows below one another, draws a row again only when it changed, and gathers changes that come together
 * into one frame.
 */
import { Writable } from 'node:stream';
import { render } from 'ink';
import type { Size } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import { App } from './app.tsx';

export interface Drawing {
  /** Rejects if drawing failed. */
  readonly failed: Promise<unknown>;
  end(): void;
}

export interface DrawingOptions {
  readonly store: Store;
  readonly stdin: NodeJS.ReadStream;
  /** The painted rows of the store's state. */
  readonly paint: () => readonly string[];
  readonly onFrame: (rows: readonly string[]) => void;
}

/** Draws the store's state now and after each change. */
export function drawWithInk({ store, stdin, paint, onFrame }: DrawingOptions): Drawing {
  let ended = false;
  const broken = Promise.withResolvers<never>();
  const canvas = createCanvas(
    () => store.getState().size,
    (frame) => {
      if (ended) return;
      try {
        onFrame(frame.split('\n'));
      } catch (error) {
        // Ink writes a last frame while it ends after a failure: an error in that would leave it half ended.
        ended = true;
        broken.reject(error);
      }
    },
  );
  const ink = render(<App store={store} paint={paint} />, {
    stdin,
    stdout: canvas,
    stderr: canvas,
    // Ink would move the cursor relative to its last write. In this mode it gives whole frames, each at once,
    // and the difference to the screen is found where the screen's contents are known.
    debug: true,
    interactive: false,
    patchConsole: false,
    exitOnCtrlC: false,
  });
  return {
    failed: Promise.race([ink.waitUntilExit(), broken.promise]),
    end() {
      ended = true;
      // Ink would draw a last frame into it.
      canvas.destroy();
      ink.unmount();
    },
  };
}

/** A stream that looks like a terminal of a size to Ink, and is given frames. */
function createCanvas(size: () => Size, onFrame: (frame: string) => void): NodeJS.WriteStream {
  const canvas = new Writable({
    decodeStrings: false,
    write(frame: string, _, done) {
      if (frame !== '') onFrame(frame);
      done();
    },
  });
  Object.defineProperties(canvas, {
    columns: { get: () => size().columns },
    rows: { get: () => size().rows },
  });
  return canvas as NodeJS.WriteStream;
}
