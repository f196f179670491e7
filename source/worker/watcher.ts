import { Worker } from 'node:worker_threads';

/**
 * The watcher's thread. It waits in a read of standard input, whose other end the reader holds and never writes to: the
 * read returns when the reader is gone, however it went. A thread of its own, since the process's own may be parsing.
 */
const WATCHING = `
const { readSync } = require('node:fs');
const nothing = new Int32Array(new SharedArrayBuffer(4));
const byte = Buffer.alloc(1);
for (;;) {
  try {
    if (readSync(0, byte) === 0) break;
  } catch (error) {
    if (error.code !== 'EAGAIN') break;
    Atomics.wait(nothing, 0, 0, 200);
  }
}
process.kill(process.pid, 'SIGKILL');
`;

/** The watcher's heap, in MB: it holds next to nothing. */
const LIMITS = { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 1 };

/** Ends this process when its standard input is closed, also while it is busy. */
export function dieWithReader(): void {
  const watcher = new Worker(WATCHING, { eval: true, env: {}, execArgv: [], resourceLimits: LIMITS });
  // A watcher that cannot be started is not needed: the worker hears of the channel's end too.
  watcher.on('error', () => undefined);
  watcher.unref();
}
