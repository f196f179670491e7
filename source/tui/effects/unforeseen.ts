import { asFailure, type Failure } from '../../failure.ts';

export interface Unforeseen {
  /** Logs a failure that was not foreseen. */
  note(failure: Failure | null): void;
  /** Makes any error a failure, and notes it. */
  failed(error: unknown): Failure;
}

/**
 * Logs errors that were not foreseen: each once, though twelve sections may meet it, and none that appears
 * only because the reader is being left (`isLeft`).
 */
export function createUnforeseen(log: (error: unknown) => void, isLeft: () => boolean): Unforeseen {
  const logged = new Set<string>();

  function note(failure: Failure | null): void {
    if (failure?.code !== 'internal' || isLeft()) return;
    const error = failure.cause ?? failure;
    const trace = error instanceof Error ? `${error.stack}` : `${error}`;
    if (logged.has(trace)) return;
    logged.add(trace);
    log(error);
  }

  return {
    note,
    failed(error) {
      const failure = asFailure(error);
      note(failure);
      return failure;
    },
  };
}
