/** Work in steps while no key is pressed. */

export interface WhileIdle {
  /** To be called at every key: the work waits until the terminal has been quiet again. */
  disturb(): void;
  end(): void;
}

export interface IdleTimes {
  /** The time without a key that must have passed, in ms. */
  readonly quiet: number;
  /** Between two steps while there is more to do, in ms. */
  readonly between: number;
  /** Until the next look for something new to do, in ms. */
  readonly again: number;
}

/** Runs steps while the terminal is idle; a step resolves to whether there is more to do. None runs beside another. */
export function whenIdle(
  step: () => Promise<boolean>,
  { quiet, between, again }: IdleTimes,
  onError: (error: unknown) => void,
): WhileIdle {
  let timer: NodeJS.Timeout;
  let running = false;
  let disturbed = false;
  let ended = false;

  function after(ms: number): void {
    clearTimeout(timer);
    if (ended) return;
    timer = setTimeout(() => void run(), ms);
    timer.unref();
  }

  async function run(): Promise<void> {
    // A step that was begun before the last key may still be under way.
    if (running) return after(between);
    running = true;
    disturbed = false;
    let more = false;
    try {
      more = await step();
    } catch (error) {
      onError(error);
    }
    running = false;
    if (!disturbed) after(more ? between : again);
  }

  after(quiet);
  return {
    disturb() {
      disturbed = true;
      after(quiet);
    },
    end() {
      ended = true;
      clearTimeout(timer);
    },
  };
}
