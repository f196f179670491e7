import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

/** A step takes some 20 ms, and a key that comes meanwhile waits for it: so there is a pause behind each. */
const TIMES = { quiet: 3000, between: 40, again: 60_000 };

/** Puts new texts in the search index and removes old headlines, while no key is pressed. */
export function tidyWhenIdle(
  reader: Pick<Reader, 'search' | 'prune'>,
  onError: (error: unknown) => void,
): WhileIdle {
  let ended = false;
  const idle = whenIdle(
    async () => {
      const search = await reader.search();
      return !ended && (search.index() || reader.prune());
    },
    TIMES,
    onError,
  );
  return {
    ...idle,
    end() {
      ended = true;
      idle.end();
    },
  };
}
