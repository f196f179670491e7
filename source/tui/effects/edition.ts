import type { Failure } from '../../failure.ts';
import type { Reader } from '../../reader/types.ts';
import type { Event } from '../state/events.ts';
import { createUnforeseen } from './unforeseen.ts';

/** The edition that is open, live or sample, and the way back to the screen: all effects share it. */
export interface OpenEdition {
  reader: Reader;
  /** The reader's version that the screen shows: a later one is another program's change. */
  seen: string;
  /** Whether the full screen was left: nothing is answered any more. */
  closed: boolean;
  answer(...events: readonly Event[]): void;
  /** Logs a failure that was not foreseen. */
  note(failure: Failure | null): void;
  /** Makes any error a failure, and notes it. */
  failed(error: unknown): Failure;
}

export function createEdition(
  reader: Reader,
  dispatch: (...events: readonly Event[]) => void,
  log: (error: unknown) => void,
): OpenEdition {
  const edition: OpenEdition = {
    reader,
    seen: '',
    closed: false,
    answer: (...events) => {
      if (!edition.closed) dispatch(...events);
    },
    ...createUnforeseen(log, () => edition.closed),
  };
  return edition;
}

export const isEmpty = (reader: Reader): boolean => reader.count({ section: 'total' }) === 0;
