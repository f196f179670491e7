/**
 * Makes a queue that runs at most `most` tasks at once; the others wait in the order they came. A task whose signal is
 * aborted while it waits never runs, and rejects with the signal's reason.
 */
export function createQueue(most: number): <T>(run: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
  const waiting = new Set<() => void>();
  let running = 0;

  function turn(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        waiting.delete(go);
        signal?.removeEventListener('abort', give);
        resolve();
      };
      const give = (): void => {
        waiting.delete(go);
        reject(signal?.reason);
      };
      waiting.add(go);
      signal?.addEventListener('abort', give, { once: true });
    });
  }

  return async (run, signal) => {
    signal?.throwIfAborted();
    if (running >= most) await turn(signal);
    else running += 1;
    try {
      return await run();
    } finally {
      // The next in line takes this place over.
      const [next] = waiting;
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
