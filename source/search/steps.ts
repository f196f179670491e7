/** A search in small steps: its caller decides after each step whether to continue, and what to show. */

/** The state of a search between two steps. */
export interface SearchStep<T> {
  /** The best results so far; made when called. */
  results(): T[];
  /** True if the next step looks for slips, which costs more than all else and may wait until typing pauses. */
  readonly guesses: boolean;
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

/** The same search with its results as something else. */
export function* mapped<T, U>(steps: SearchSteps<T>, as: (results: T[]) => U[]): SearchSteps<U> {
  for (;;) {
    const { value, done } = steps.next();
    if (done === true) return as(value);
    yield { results: () => as(value.results()), guesses: value.guesses };
  }
}
