import { MINUTE } from '../../../clock.ts';

/** The time between two refreshes that no key asked for, in ms, and the part of it that is random. */
const EVERY = 10 * MINUTE;
const JITTER = 0.2;

/**
 * Calls back every ten minutes, a tenth earlier or later, so that readers who began together do not ask
 * together. Returns a function that ends it.
 * @param random from 0 up to 1, as `Math.random`.
 */
export function everyTenMinutes(act: () => void, random: () => number): () => void {
  let timer: NodeJS.Timeout;
  const arm = (): void => {
    timer = setTimeout(
      () => {
        act();
        arm();
      },
      EVERY * (1 - JITTER / 2 + JITTER * random()),
    );
    timer.unref();
  };
  arm();
  return () => clearTimeout(timer);
}
