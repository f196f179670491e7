/** The shortest time between two frames without a key, in ms: the changes of a key are drawn at once. */
const FRAME = 50;

export interface Pace {
  call(): void;
  /** Passes on at once the call that waits for the end of its 50 ms. */
  flush(): void;
  end(): void;
}

/**
 * Combines calls that come together: the first is passed on at once, those within the next 50 ms as one at
 * their end. So a burst of news is not drawn piece by piece.
 */
export function paced(act: () => void): Pace {
  let timer: NodeJS.Timeout | null = null;
  let due = false;

  function call(): void {
    if (timer !== null) {
      due = true;
      return;
    }
    timer = setTimeout(() => {
      timer = null;
      if (!due) return;
      due = false;
      call();
    }, FRAME);
    act();
  }

  function rest(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  return {
    call,
    flush() {
      if (!due) return;
      due = false;
      rest();
      call();
    },
    end: rest,
  };
}
