import { asFailure, type Failure } from '../../../failure.ts';
import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

/** What other machines changed comes a minute after the last look, and what is changed here goes after the last key. */
const TIMES = { quiet: 3000, between: 40, again: 60_000 };

/** While nobody presses a key, makes the bookmarks and the folder that shares them alike. */
export function shareWhenIdle(
  reader: Pick<Reader, 'shareBookmarks'>,
  onTaken: () => void,
  onFailure: (failure: Failure) => void,
): WhileIdle {
  let failed = '';
  return whenIdle(
    async () => {
      const shared = await reader.shareBookmarks();
      failed = '';
      if (shared !== null && shared.taken > 0) onTaken();
      return false;
    },
    TIMES,
    (error) => {
      const failure = asFailure(error);
      // A drive that is away all day is told of once.
      if (failure.message !== failed) onFailure(failure);
      failed = failure.message;
    },
  );
}
