/** What is done for the archive while nobody is reading: never much at a time, so that no key waits for it. */
import type { Reader } from '../reader.ts';

/** How long after the last key, and between two steps, in ms. */
const QUIET = 3000;
const BETWEEN = 40;
/** How often is looked for new work, in ms. */
const AGAIN = 60_000;

export interface Chores {
  /** A key was pressed. */
  disturb(): void;
  end(): void;
}

/** Begins when the terminal has been quiet for 3 s: old headlines go, and what is new is put in the full-text index. */
export function createChores(reader: Reader, onError: (error: unknown) => void): Chores {
  let timer = setTimeout(step, QUIET);

  function step(): void {
    let more = false;
    try {
      more = reader.prune() || reader.indexTexts();
    } catch (error) {
      onError(error);
    }
    timer = setTimeout(step, more ? BETWEEN : AGAIN);
    timer.unref();
  }

  return {
    disturb() {
      clearTimeout(timer);
      timer = setTimeout(step, QUIET);
      timer.unref();
    },
    end: () => clearTimeout(timer),
  };
}
