/** The worker's process as the reader sees it: started for the first job, ended when idle, killed when stuck. */
import type { ChildProcess } from 'node:child_process';
import { type Answer, READY, type Request } from './protocol.ts';

/** The part of a child process that is used here. */
export type WorkerChild = Pick<
  ChildProcess,
  'send' | 'on' | 'disconnect' | 'kill' | 'unref' | 'channel' | 'stdin'
>;

export interface WorkerProcessParts {
  /** Starts a worker. @throws if no process can be started. */
  start(): WorkerChild;
  /** The time that a worker without jobs is kept, in ms: one that has had some, and one that has not. */
  readonly rests: { readonly worked: number; readonly unused: number };
  onAnswer(answer: Answer): void;
  /** Called when the worker ended unasked; `ready` is false if it never became ready. */
  onLost(ready: boolean): void;
}

export interface WorkerProcess {
  /** Hands a job to the worker, and starts one first if needed. @throws if none can be started. */
  send(request: Request): void;
  /** Starts a worker before there is work, if none runs. @throws if none can be started. */
  prepare(): void;
  /** Ends the worker once it has been idle for long enough. */
  rest(): void;
  /** Kills the worker, even at work; the next job gets another one. `onLost` is not called. */
  kill(): void;
  /** Whether the worker has said that it can work. */
  readonly ready: boolean;
}

/** The longest time that a dismissed worker may take to end, in ms. */
const LEAVING = 5000;

export function createWorkerProcess({ start, rests, onAnswer, onLost }: WorkerProcessParts): WorkerProcess {
  let current: WorkerChild | null = null;
  let ready = false;
  let resting: NodeJS.Timeout | undefined;
  /** Workers that were asked to end and have not ended yet. */
  const leaving = new Set<WorkerChild>();

  function running(): WorkerChild {
    if (current !== null) return current;
    const fresh = start();
    ready = false;
    const ended = (): void => {
      leaving.delete(fresh);
      if (current !== fresh) return;
      current = null;
      onLost(ready);
    };
    fresh.on('message', (said: Answer | typeof READY) => {
      if (current !== fresh) return;
      if (said === READY) ready = true;
      else onAnswer(said);
    });
    fresh.on('exit', ended);
    fresh.on('error', ended);
    // The reader's own end does not wait for the worker.
    fresh.unref();
    fresh.channel?.unref();
    (fresh.stdin as { unref?(): void } | null)?.unref?.();
    // A worker that is gone closes its end of the pipe.
    fresh.stdin?.on('error', () => undefined);
    current = fresh;
    return fresh;
  }

  /** Asks the worker to end, so that it saves the code that Node compiled; killed, it would not. */
  function letGo(): void {
    const worker = current;
    current = null;
    if (worker === null) return;
    leaving.add(worker);
    worker.disconnect();
    setTimeout(() => {
      if (leaving.delete(worker)) worker.kill('SIGKILL');
    }, LEAVING).unref();
  }

  function letGoAfter(ms: number): void {
    clearTimeout(resting);
    resting = setTimeout(letGo, ms);
    resting.unref();
  }

  return {
    get ready() {
      return ready;
    },
    send(request) {
      clearTimeout(resting);
      // A worker that takes no message any more is about to be reported as ended.
      running().send(request, () => undefined);
    },
    prepare() {
      if (current !== null) return;
      running();
      letGoAfter(rests.unused);
    },
    rest() {
      if (current !== null) letGoAfter(rests.worked);
    },
    kill() {
      clearTimeout(resting);
      const worker = current;
      current = null;
      worker?.kill('SIGKILL');
      for (const each of leaving) each.kill('SIGKILL');
      leaving.clear();
    },
  };
}
