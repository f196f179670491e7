/**
 * Ends the program when standard output cannot be written to. A reader that closed the pipe has had enough, which is
 * no error; anything else, a full disk say, is named on standard error, and the exit status is 1.
 *
 * @param describe the line for a system error's code
 */
export function endOnBrokenOutput(
  { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>,
  describe: (code: string) => string,
): void {
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    stderr.write(`donga-tui: ${describe(error.code || error.message)}\n`);
    process.exit(1);
  });
  // A closed pipe ends the program, as everywhere; other errors on standard error do not.
  stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
  });
}
