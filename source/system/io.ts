/** The program's view of its process, passed in so that everything runs without one in tests. */
export interface Io {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** ms since the epoch. */
  readonly now: () => number;
}
