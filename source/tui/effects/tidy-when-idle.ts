/** What is done for the archive while nobody is reading: never much at a time, so that no key waits for it. */
import type { Reader } from '../../reader/types.ts';

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

/** When the terminal has been quiet for 3 s, old headlines go, and what is new is put in the full-text index. */
export function createChores(reader: Reader, onError: (error: unknown) => void): Chores {
  let timer: NodeJS.Timeout;
  let ended = false;

  function after(ms: number): void {
    clearTimeout(timer);
    if (ended) return;
    timer = setTimeout(() => void step(), ms);
    timer.unref();
  }

  async function step(): Promise<void> {
    let more = false;
    try {
      const search = await reader.search();
      more = !ended && (reader.prune() || search.indexTexts());
    } catch (error) {
      onError(error);
    }
    after(more ? BETWEEN : AGAIN);
  }

  const begin = (): void => after(QUIET);

  begin();
  return {
    disturb: begin,
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
