import { asFailure, type Failure } from '../../../failure.ts';
import type { Reader } from '../../../reader/types.ts';
import { type WhileIdle, whenIdle } from './when-idle.ts';

/**
 * Changes from other machines come a minute after the last look, and own changes go after the last key. In
 * ms.
 */
const TIMES = { quiet: 3000, between: 40, again: 60_000 };

/** Makes the bookmarks and the folder that shares them alike, while no key is pressed. */
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
      // A drive that is away all day is reported once.
      if (failure.message !== failed) onFailure(failure);
      failed = failure.message;
    },
  );
}
