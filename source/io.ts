/** The process's edges, passed in so that both faces can run without one. */
export interface Edges {
  readonly env: NodeJS.ProcessEnv;
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  /** ms since the epoch. */
  readonly now: () => number;
}
