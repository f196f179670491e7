// Times, and the statistics of many of them.

/** The time that an act takes, in ms. */
export function ms(act: () => void): number {
  const begin = performance.now();
  act();
  return performance.now() - begin;
}

/** The value that a part (0 to 1) of the values is below. */
export const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ] ?? Number.NaN;

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const p95 = (values: readonly number[]): number => quantile(values, 0.95);

/**
 * How many times another's time one takes: the median of the rounds' ratios, since a disturbance of a round
 * falls on both.
 */
export const ratioOf = (times: readonly number[], others: readonly number[]): number =>
  median(
    times.slice(0, others.length).flatMap((time, round) => (others[round] ? [time / others[round]] : [])),
  );

/**
 * Measures by turns (A B A B), so that other work of the machine falls on all alike. Times in ms.
 * @param fewer those that take long, and in how many of the rounds they are measured.
 */
export async function interleaved<Name extends string>(
  rounds: number,
  acts: Readonly<Record<Name, () => Promise<number>>>,
  fewer: Readonly<Record<string, number>> = {},
): Promise<Record<Name, number[]>> {
  const names = Object.keys(acts) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) if (round < (fewer[name] ?? rounds)) times[name].push(await acts[name]());
  }
  return times;
}
