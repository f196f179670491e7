/** The reply to a cursor position request (CPR, ECMA-48 8.3.14). */
const POSITION = /\x1b\[(\d+);(\d+)R/;

/** How long to wait for the reply, in ms; a terminal that does not reply is taken to draw them in one cell. */
const PATIENCE = 100;

/**
 * Finds out whether the terminal draws East Asian Ambiguous characters in two cells: draws one in the top left corner,
 * asks where the cursor is, and draws the row over it again. Nothing waits for the reply, and the keyboard's parser
 * drops it, so it is never taken for a key.
 * @param under the first row of the screen, painted.
 * @param onWide called if the character took two cells.
 */
export function probeWidth(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  under: string,
  onWide: () => void,
): void {
  let heard = '';
  const stop = (): void => {
    clearTimeout(timer);
    stdin.off('data', listen);
  };
  const listen = (chunk: string): void => {
    heard = (heard + chunk).slice(-256);
    const column = POSITION.exec(heard)?.[2];
    if (column === undefined) return;
    stop();
    if (Number(column) > 2) onWide();
  };
  // A reply that arrived while the process was busy is read before this gives up.
  const timer = setTimeout(() => setImmediate(stop), PATIENCE);
  stdin.on('data', listen);
  stdout.write(`\x1b7\x1b[1;1H…\x1b[6n\x1b[1;1H\x1b[K${under}\x1b8`);
}
