/** The most UTF-16 units of a terminal's input that are looked at: more than all its answers together take. */
const MOST_HEARD = 2048;

/**
 * Listens to a terminal's input until `take` accepts the input so far, or so many ms are over; resolves to
 * the input so far. The keyboard's parser drops answers, so they are never taken for keys, and the program's
 * end waits for none.
 */
export function listenFor(
  stdin: NodeJS.ReadStream,
  ms: number,
  take: (heard: string) => boolean,
): Promise<string> {
  return new Promise((resolve) => {
    let heard = '';
    const stop = (): void => {
      clearTimeout(timer);
      stdin.off('data', listen);
      resolve(heard);
    };
    const listen = (chunk: string): void => {
      heard = (heard + chunk).slice(-MOST_HEARD);
      if (take(heard)) stop();
    };
    // An answer that arrived while the process was busy is read before this gives up.
    const timer = setTimeout(() => setImmediate(stop), ms);
    timer.unref();
    stdin.on('data', listen);
  });
}
