/** A terminal's answer to where the cursor is (CPR, ECMA-48 8.3.14). */
const POSITION = /\x1b\[(\d+);(\d+)R/;

/** How long an answer is waited for, in ms: a terminal that says nothing is taken for a narrow one. */
const PATIENCE = 100;

/**
 * Finds out whether the terminal draws East Asian Ambiguous characters in two cells: draws one in the top left
 * corner, asks where the cursor is now, and puts `under`, what stood in that row, back. Nothing waits for it;
 * the answer is no key, since the keyboard's parser knows no such sequence.
 * @param under the first row of the screen, painted.
 * @param onWide called where the answer says two cells.
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
  // An answer that came while something else was done is still read before it is too late.
  const timer = setTimeout(() => setImmediate(stop), PATIENCE);
  stdin.on('data', listen);
  stdout.write(`\x1b7\x1b[1;1H…\x1b[6n\x1b[1;1H\x1b[K${under}\x1b8`);
}
