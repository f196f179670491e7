/** How often the screen may change, in ms. */
const FRAME = 16;

/**
 * Calls that come together made one: the first is passed on at once, those within the next 16 ms as one at their end.
 * So a key's frame is not waited for, and a burst of news is not drawn piece by piece.
 */
export function paced(act: () => void): { readonly call: () => void; readonly end: () => void } {
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

  return {
    call,
    end() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
