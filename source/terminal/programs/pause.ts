/** Waits for Enter, or for the terminal's end, so that the output of another program can be read. */
export function enterPressed(stdin: NodeJS.ReadStream): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      stdin.off('data', onData);
      stdin.off('end', end);
      stdin.pause();
      resolve();
    };
    const onData = (chunk: string | Buffer): void => {
      if (/[\r\n]/.test(String(chunk))) end();
    };
    stdin.on('data', onData);
    stdin.on('end', end);
    stdin.resume();
  });
}
