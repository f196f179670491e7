/** A search in small steps: its caller decides after each step whether to continue, and what to show. */

/** The state of a search between two steps. */
export interface SearchStep<T> {
  /** The best results so far, all that are wanted or as many as are asked for; made when called. */
  results(most?: number): T[];
  /** True if the next step looks for slips, which costs more than all else and may wait until typing pauses. */
  readonly guesses: boolean;
  /** The number of results, once all are found and only have to be made. */
  readonly count?: number;
  /** Counts the results that no later step moves or takes away; missing if there are none. */
  readonly settled?: () => number;
}

/** Mostly a few ms a step; the return value is the end. */
export type SearchSteps<T> = Generator<SearchStep<T>, T[]>;

/** The end of a search that is not shown bit by bit. */
export function lastOf<T>(steps: SearchSteps<T>): T[] {
  for (;;) {
    const { value, done } = steps.next();
    if (done === true) return value;
  }
}

/** The same search with its results as something else. @param counted whether there are as many of them */
export function* mapped<T, U>(
  steps: SearchSteps<T>,
  as: (results: T[]) => U[],
  counted = false,
): SearchSteps<U> {
  for (;;) {
    const { value, done } = steps.next();
    if (done === true) return as(value);
    const { guesses, count, settled } = value;
    const step = { results: (most?: number) => as(value.results(most)), guesses };
    if (!counted) yield step;
    else yield { ...step, ...(count !== undefined && { count }), ...(settled && { settled }) };
  }
}
