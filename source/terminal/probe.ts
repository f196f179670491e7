import { listenFor } from './listen.ts';

/** The reply to a cursor position request (CPR, ECMA-48 8.3.14). */
const POSITION = /\x1b\[(\d+);(\d+)R/;

/**
 * The time that a reply is listened for, in ms: over a slow line it comes late, and nothing waits for it. Until then the
 * terminal is taken to draw them in one cell.
 */
const PATIENCE = 10_000;

/**
 * Finds out whether the terminal draws East Asian Ambiguous characters in two cells: draws one in the top
 * left corner, asks for the cursor's place, and draws the row over it again.
 * @param under the first row of the screen, painted.
 * @param onWide called if the character took two cells.
 */
export function probeWidth(
  stdin: NodeJS.ReadStream,
  stdout: NodeJS.WriteStream,
  under: string,
  onWide: () => void,
): void {
  void listenFor(stdin, PATIENCE, (heard) => {
    const column = POSITION.exec(heard)?.[2];
    if (column !== undefined && Number(column) > 2) onWide();
    return column !== undefined;
  });
  stdout.write(`\x1b7\x1b[1;1H…\x1b[6n\x1b[1;1H\x1b[K${under}\x1b8`);
}
