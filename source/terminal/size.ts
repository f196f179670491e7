/** A terminal's size in cells; 80 by 24 if it does not say. */
export interface TerminalSize {
  readonly columns: number;
  readonly rows: number;
}

/**
 * Asks a terminal for its size. Node asks only at SIGWINCH, which a process that is stopped or in the background never
 * gets; its own handler is called here.
 */
export function askSize(stdout: NodeJS.WriteStream): TerminalSize {
  process.emit('SIGWINCH', 'SIGWINCH');
  return knownSize(stdout);
}

/** The size as it was last asked for. */
export function knownSize({ columns, rows }: NodeJS.WriteStream): TerminalSize {
  return { columns: columns || 80, rows: rows || 24 };
}
