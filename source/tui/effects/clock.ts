import { NOTICE_TIME } from '../state/state.ts';
import type { Store } from '../state/store.ts';

/** The time between two looks at the clock, and at changes of another process; in ms. */
const TICK = 5000;

/**
 * Dispatches the time to the store now and then, and at the moment when a notice has stood long enough.
 * Returns a function that ends it.
 */
export function startClock(store: Store, now: () => number): () => void {
  let notice = store.getState().notice;
  let over: NodeJS.Timeout | undefined;

  function tick(): void {
    store.dispatch({ type: 'tick', now: now() });
  }

  function arm(): void {
    clearTimeout(over);
    // A warning's time is never over; Node takes a timer that long for one of a millisecond.
    if (notice === null || notice.until === Number.POSITIVE_INFINITY) return;
    over = setTimeout(
      () => {
        tick();
        // Timers may be a millisecond early.
        if (store.getState().notice === notice) arm();
      },
      Math.min(NOTICE_TIME, Math.max(1, notice.until - now())),
    );
  }

  const ticking = setInterval(tick, TICK);
  const unsubscribe = store.subscribe(() => {
    const { notice: next } = store.getState();
    if (next === notice) return;
    notice = next;
    arm();
  });
  arm();
  return () => {
    clearInterval(ticking);
    clearTimeout(over);
    unsubscribe();
  };
}
