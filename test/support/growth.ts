// How time grows with the amount of work, measured within one run: a ratio, so that a slow or busy machine changes nothing.

/** The ratio of the second amount to the first. */
export const TIMES = 8;
/** The least step of the processor's clock that counts as more than noise, in ms. */
const STEP = 5;

/** More than noise, and less than 8, the ratio of a time that grows with the square. */
export const MOST_GROWTH = 4;

/** The processor's time that this thread takes for some work, in ms, without other work of the machine. */
export async function processorTime(work: () => unknown): Promise<number> {
  const began = process.threadCpuUsage();
  await work();
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1000;
}

/**
 * How many times longer a run over eight times the amount takes than eight runs over the amount: about 1 for a time
 * that grows linearly, about 8 for one that grows with the square. Of some tries each the least
 * counts.
 */
export async function growth(run: (count: number) => unknown, count: number, tries = 3): Promise<number> {
  await run(count);
  const apart = async () => {
    for (let time = 0; time < TIMES; time++) await run(count);
  };
  let small = Number.POSITIVE_INFINITY;
  let large = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < tries; tried++) {
    small = Math.min(small, await processorTime(apart));
    large = Math.min(large, await processorTime(() => run(count * TIMES)));
  }
  return (large + STEP) / (small + STEP);
}
