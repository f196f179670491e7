// The amount of fuzzing: a part of it in `npm test`, the amount that test/RELIABILITY.md states by `npm run
// test:fuzz`.

export const FULL = process.env.DONGA_TUI_TEST_FULL === '1';

/** The first value in a full run, otherwise the second. */
export const thorough = <T>(all: T, some: T): T => (FULL ? all : some);

/**
 * Options for fast-check.
 * @param all The runs in full. @param some The runs otherwise.
 */
export const runs = (all: number, some: number): { numRuns: number } => ({ numRuns: thorough(all, some) });

/** Prints the figures of a full run, for test/RELIABILITY.md. */
export function tell(text: string): void {
  if (FULL) process.stdout.write(`${text}\n`);
}
