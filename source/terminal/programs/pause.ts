/** Waits until somebody has pressed Enter, or the terminal is gone: what another program printed can be read meanwhile. */
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
