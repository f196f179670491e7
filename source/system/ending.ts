/**
 * Ends the program as an unhandled signal does, so that the parent process sees which one it was. Windows
 * knows no SIGHUP that could be sent (libuv's uv_kill refuses it): there the process is ended without it.
 */
export function endBySignal(
  signal: NodeJS.Signals,
  { pid, platform, kill }: Pick<NodeJS.Process, 'pid' | 'platform' | 'kill'> = process,
): void {
  kill(pid, platform === 'win32' && signal !== 'SIGINT' && signal !== 'SIGTERM' ? 'SIGKILL' : signal);
}
