/** The order of a reader's acts: each begins when those before it are on the disk. */
export interface Turns {
  /** Does an act in its turn; at once if none is under way. */
  take(act: () => Promise<void>): Promise<void>;
  /** Resolves when the acts under way are on the disk. */
  ended(): Promise<unknown>;
}

export function createTurns(): Turns {
  let underWay = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    take(act) {
      const done = underWay === 0 ? act() : last.then(act);
      underWay += 1;
      last = done
        .catch(() => undefined)
        .finally(() => {
          underWay -= 1;
        });
      return done;
    },
    ended: () => last,
  };
}
